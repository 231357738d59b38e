// Package personal notices what may tell of a person in what people type or
// ask for, so that it is never written down.
package personal

import (
	"regexp"
	"strings"
)

var (
	identity = regexp.MustCompile(`\d{6}\s?[-+A-Ya-y]\s?\d{3}[0-9A-Za-z]`)
	phone    = regexp.MustCompile(`(\+|\b00?|\b)\d([\s().-]?\d){5,}`)
	years    = regexp.MustCompile(`^(19|20)\d\d\s*[-–]\s*(19|20)\d\d$`)
)

// Looks reports whether a text looks like an e-mail address, a phone number or
// a personal identity code, or has one in it. It rather errs on the safe side.
func Looks(text string) bool {
	text = strings.TrimSpace(text)
	low := strings.ToLower(text)
	return strings.Contains(text, "@") || strings.Contains(low, "%40") || strings.Contains(low, "(at)") ||
		identity.MatchString(text) || phone.MatchString(text) && !years.MatchString(text)
}

// Robot reports whether a User-Agent is a program's rather than a reader's.
func Robot(agent string) bool {
	low := strings.ToLower(agent)
	if !strings.HasPrefix(low, "mozilla/") {
		return true
	}
	for _, word := range []string{"bot", "crawl", "spider", "slurp", "scan", "preview", "monitor", "headless", "http://", "https://"} {
		if strings.Contains(low, word) {
			return true
		}
	}
	return false
}
