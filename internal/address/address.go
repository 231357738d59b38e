// Package address compares old web addresses as people keep, copy and type
// them: with or without the host, in capitals, with %20 or + for a space.
package address

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tekojentori.fi/tori/internal/i18n"
)

// Hosts is where the portal has lived, and lives.
func Hosts() []string {
	return []string{"kunteko.fi", "kuntatyo2030.fi", "tekojentori.fi", "tarkeissatoissa.fi"}
}

// max is the longest key, in bytes.
const max = 300

// Key is the form in which an address is kept: two addresses of one page have
// the same. The host is left out, for the portal has moved and its pages with
// it; "" is no address of a page.
func Key(address string) string { return Keys(address)[0] }

// Keys is the forms under which an address may be kept, the closest first: with
// what its query asks for, and without.
func Keys(address string) []string {
	path, query, _ := strings.Cut(withoutHost(strings.TrimSpace(address)), "?")
	path = normal(path)
	if q := wanted(query); q != "" {
		return []string{cut(path + "?" + q), path}
	}
	return []string{path}
}

// withoutHost drops the scheme, the host and the fragment.
func withoutHost(s string) string {
	s, _, _ = strings.Cut(s, "#")
	s = strings.TrimLeft(s, "/")
	for _, scheme := range []string{"https:", "http:"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			_, rest, _ := strings.Cut(strings.TrimLeft(s[len(scheme):], "/"), "/")
			return rest
		}
	}
	host, rest, _ := strings.Cut(s, "/")
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	if slices.Contains(Hosts(), host) {
		return rest
	}
	return s
}

// normal is a path in small letters, decoded, its words joined by hyphens,
// without what stands at its end by mistake.
func normal(path string) string {
	for range 2 { // an address that was copied twice is encoded twice
		decoded, err := url.PathUnescape(path)
		if err != nil {
			break
		}
		path = decoded
	}
	path = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(path, "")))
	path = strings.ReplaceAll(strings.ReplaceAll(path, "+", " "), "\x00", "")
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	kept := parts[:0]
	for _, p := range parts {
		if words := strings.Fields(p); len(words) > 0 {
			kept = append(kept, strings.Join(words, "-"))
		}
	}
	path = "/" + strings.Join(kept, "/")
	for _, index := range []string{"/index.html", "/index.php", "/index.htm"} {
		path = strings.TrimSuffix(path, index)
	}
	path = strings.TrimRight(path, ".,;:)/>\"'”")
	_, path = i18n.SplitPath("/" + strings.TrimPrefix(path, "/"))
	return cut(path)
}

// wanted is what a query asks for, in order, without what only tells where the
// reader came from.
func wanted(query string) string {
	values, err := url.ParseQuery(strings.ToLower(query))
	if err != nil {
		return ""
	}
	for name := range values {
		if strings.HasPrefix(name, "utm_") || strings.HasPrefix(name, "mc_") || name == "fbclid" || name == "gclid" || name == "lang" {
			delete(values, name)
		}
	}
	return strings.ToLower(strings.ToValidUTF8(values.Encode(), ""))
}

func cut(s string) string {
	if len(s) > max {
		s = strings.ToValidUTF8(s[:max], "")
	}
	return s
}
