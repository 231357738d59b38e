package query

import (
	"strconv"
	"strings"
)

// quote makes a lexeme safe inside a tsquery.
func quote(lexeme string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `''`).Replace(lexeme) + "'"
}

// AnyOf is a tsquery for one of the lexemes in a field.
func AnyOf(f Field, lexemes ...string) string {
	parts := make([]string, len(lexemes))
	for i, l := range lexemes {
		parts[i] = quote(string(f) + l)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, "|") + ")"
}

// allOf is a tsquery for one lexeme of each set in a field.
func allOf(f Field, sets [][]string) string {
	parts := make([]string, len(sets))
	for i, set := range sets {
		parts[i] = AnyOf(f, set...)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, "&") + ")"
}

// beginning is a tsquery for lexemes that begin so.
func beginning(f Field, starts ...string) string {
	parts := make([]string, len(starts))
	for i, s := range starts {
		parts[i] = quote(string(f)+s) + ":*"
	}
	return strings.Join(parts, "|")
}

// inARow is a tsquery for one lexeme of each set, one set after the other; gaps
// says how many words after the one before each stands.
func inARow(sets [][]string, gaps []int) string {
	var b strings.Builder
	for i, set := range sets {
		if i > 0 {
			b.WriteString("<" + strconv.Itoa(gaps[i]) + ">")
		}
		b.WriteString(AnyOf(Anywhere, set...))
	}
	return b.String()
}
