package query

import (
	"strconv"
	"strings"
)

// An Expr is what an act must have for an alternative to match: one lexeme of
// every set, or any lexeme that begins in one of the ways. The index in memory
// evaluates it as it is, PostgreSQL as a tsquery.
type Expr struct {
	Field  Field
	Sets   [][]string
	Gaps   []int // nil, or how many words after the set before each stands
	Starts []string
}

// AnyOf asks for one of the lexemes in a field.
func AnyOf(f Field, lexemes ...string) Expr { return allOf(f, [][]string{lexemes}) }

// allOf asks for one lexeme of each set in a field.
func allOf(f Field, sets [][]string) Expr { return Expr{Field: f, Sets: sets} }

// beginning asks for lexemes that begin so.
func beginning(f Field, starts ...string) Expr { return Expr{Field: f, Starts: starts} }

// inARow asks for one lexeme of each set, one set after the other in a field.
func inARow(f Field, sets [][]string, gaps []int) Expr { return Expr{Field: f, Sets: sets, Gaps: gaps} }

// TSQuery is the expression for PostgreSQL.
func (e Expr) TSQuery() string {
	var b strings.Builder
	for i, s := range e.Starts {
		if i > 0 {
			b.WriteByte('|')
		}
		writeQuoted(&b, string(e.Field)+s)
		b.WriteString(":*")
	}
	for i, set := range e.Sets {
		if i > 0 {
			b.WriteString(e.operator(i))
		}
		b.WriteByte('(')
		for j, lexeme := range set {
			if j > 0 {
				b.WriteByte('|')
			}
			writeQuoted(&b, string(e.Field)+lexeme)
		}
		b.WriteByte(')')
	}
	return b.String()
}

// operator stands before set i.
func (e Expr) operator(i int) string {
	if e.Gaps == nil {
		return "&"
	}
	return "<" + strconv.Itoa(e.Gaps[i]) + ">"
}

// quoting makes a lexeme safe inside a tsquery.
var quoting = strings.NewReplacer(`\`, `\\`, `'`, `''`)

func writeQuoted(b *strings.Builder, lexeme string) {
	b.WriteByte('\'')
	b.WriteString(quoting.Replace(lexeme))
	b.WriteByte('\'')
}
