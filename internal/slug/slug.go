// Package slug makes the last part of an address from a title or a name.
package slug

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tekojentori.fi/tori/internal/postgres"
)

// maxLength keeps addresses short enough to be read out, in letters.
const maxLength = 80

// Make is the title in lower case, å and ä as a, ö as o, other accents taken
// away, and hyphens between the words. A title without a single letter or
// digit is "nimeton".
func Make(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		r = plain(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r != 0:
			gap = true
		}
	}
	s := b.String()
	if s == "" {
		return "nimeton"
	}
	return shorten(s)
}

// plain is the letter that stands for r in an address; 0 for an accent that
// vanishes.
func plain(r rune) rune {
	switch {
	case r >= 0x300 && r <= 0x36f: // combining accents, which NFKD took off
		return 0
	case r == 'ø':
		return 'o'
	case r == 'đ':
		return 'd'
	case r == 'ŋ':
		return 'n'
	case r == 'ʼ' || r == '’' || r == '\'':
		return 0
	}
	return r
}

func shorten(s string) string {
	if len(s) <= maxLength {
		return s
	}
	s = s[:maxLength]
	if i := strings.LastIndexByte(s, '-'); i > maxLength/2 {
		s = s[:i]
	}
	return s
}

// Free is base, or base with the first free number behind it. The query has
// one parameter, a LIKE pattern, and lists the addresses that are taken. Who
// asks for the same at the same moment waits until the transaction of the
// first has ended. The caller's unique index has the last word.
func Free(ctx context.Context, q postgres.Querier, query, base string) (string, error) {
	if err := postgres.Exec(ctx, q, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", query+base); err != nil {
		return "", fmt.Errorf("wait for the address %q: %w", base, err)
	}
	taken, err := postgres.All[struct{ Slug string }](ctx, q, query, base+"%")
	if err != nil {
		return "", fmt.Errorf("look for a free address like %q: %w", base, err)
	}
	used := map[string]bool{}
	for _, t := range taken {
		used[t.Slug] = true
	}
	for n, s := 2, base; ; n++ {
		if !used[s] {
			return s, nil
		}
		s = fmt.Sprintf("%s-%d", base, n)
	}
}
