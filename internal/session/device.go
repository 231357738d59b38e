package session

import "strings"

// A Device is what a session was begun with, in a word each; "" is not known.
// It is told apart only as far as its owner needs to know it again.
type Device struct{ Browser, System string }

// sign is a word in what browsers tell of themselves, and what it means.
type sign struct{ word, means string }

// Most browsers also claim to be others: the first sign that is found holds.
var (
	browserSigns = [...]sign{
		{"Edg", "Edge"},
		{"OPR/", "Opera"},
		{"Vivaldi/", "Vivaldi"},
		{"SamsungBrowser/", "Samsung Internet"},
		{"Firefox/", "Firefox"},
		{"FxiOS/", "Firefox"},
		{"CriOS/", "Chrome"},
		{"Chrome/", "Chrome"},
		{"Safari/", "Safari"},
	}
	systemSigns = [...]sign{
		{"iPhone", "iPhone"},
		{"iPad", "iPad"},
		{"Android", "Android"},
		{"Windows", "Windows"},
		{"CrOS", "ChromeOS"},
		{"Macintosh", "Mac"},
		{"Linux", "Linux"},
	}
)

// DeviceOf is the device that a User-Agent header tells of.
func DeviceOf(userAgent string) Device {
	return Device{Browser: first(browserSigns[:], userAgent), System: first(systemSigns[:], userAgent)}
}

func first(signs []sign, in string) string {
	for _, s := range signs {
		if strings.Contains(in, s.word) {
			return s.means
		}
	}
	return ""
}
