package personal

import (
	"regexp"
	"strings"
	"time"
)

// A Kind is what a finding tells of a person.
type Kind string

// The kinds.
const (
	IdentityCode Kind = "identity code" // henkilötunnus
	Phone        Kind = "phone"
	Email        Kind = "email"
	Patient      Kind = "patient" // a word that may be about somebody's health
)

// A Finding is what looks personal in a text, as it stands there.
type Finding struct {
	Kind Kind
	Text string
}

var (
	codes   = regexp.MustCompile(`\b(\d\d)(\d\d)(\d\d)\s?([-–+A-FU-Ya-fu-y])\s?(\d{3})([0-9A-Za-z])\b`)
	mails   = regexp.MustCompile(`[\pL\d._%+-]+(?:@|\(at\)|\(ät\))[\pL\d-]+(?:\.[\pL\d-]+)+`)
	numbers = regexp.MustCompile(`(?:\+\d{1,3}|\b00[1-9]\d{0,2}|\(?\b0[1-9]\d{0,2}\)?)(?:[ \x{a0}-]?\d){5,10}\b`)
	health  = regexp.MustCompile(`(?i)\pL*(?:potila|diagnoos|diagnos|sairauskertom|patient|henkilötunnu|personbeteckning|medical record)\pL*`)
)

// Find is what looks personal in a text, each thing once: identity codes that
// are valid, telephone numbers, e-mail addresses and words about patients. It
// is for those who look themselves; see Looks for what is never written down.
func Find(text string) []Finding {
	var found []Finding
	seen := map[string]bool{}
	add := func(k Kind, s string) {
		if key := string(k) + strings.ToLower(s); !seen[key] {
			seen[key] = true
			found = append(found, Finding{k, s})
		}
	}
	for _, m := range codes.FindAllStringSubmatch(text, -1) {
		if validCode(m[1:]) {
			add(IdentityCode, m[0])
		}
	}
	for _, f := range []struct {
		kind    Kind
		pattern *regexp.Regexp
	}{{Email, mails}, {Phone, numbers}, {Patient, health}} {
		for _, s := range f.pattern.FindAllString(text, -1) {
			add(f.kind, s)
		}
	}
	return found
}

// centuries is the century of each sign; those other than +, - and A are of
// 2024.
var centuries = map[string]string{
	"+": "18", "-": "19", "–": "19", "Y": "19", "X": "19", "W": "19", "V": "19", "U": "19",
	"A": "20", "B": "20", "C": "20", "D": "20", "E": "20", "F": "20",
}

// checkCharacters is in the order of the remainders.
const checkCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY"

// validCode reports whether day, month, year, sign, number and check character
// make an identity code: of a day that there is, with the right last character.
func validCode(parts []string) bool {
	day, month, year, number := parts[0], parts[1], parts[2], parts[4]
	if _, err := time.Parse("20060102", centuries[strings.ToUpper(parts[3])]+year+month+day); err != nil || number < "002" {
		return false
	}
	rest := 0
	for _, digit := range day + month + year + number {
		rest = (rest*10 + int(digit-'0')) % len(checkCharacters)
	}
	return strings.ToUpper(parts[5]) == checkCharacters[rest:rest+1]
}
