package transfer

import "strings"

// A spreadsheet takes a cell that begins with one of these for a formula, and
// a formula can run commands: = + - @, their full-width forms, tab and CR.
const formula = "=+-@\t\r＝＋－＠"

// guard puts an apostrophe before what a spreadsheet would take for a
// formula. One that stands there already gets one more, so that unguard gives
// back the very text.
func guard(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != "" && strings.ContainsRune(formula, firstRune(rest)) {
		return "'" + s
	}
	return s
}

// unguard takes back guard.
func unguard(s string) string {
	rest := strings.TrimLeft(s, "'")
	if rest != s && rest != "" && strings.ContainsRune(formula, firstRune(rest)) {
		return s[1:]
	}
	return s
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
