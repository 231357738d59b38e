package transfer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/transfer"
)

// An act of a file has as many links as one of the form, of the same length.
func TestTooManyLinksAndTooLongOnes(t *testing.T) {
	t.Parallel()
	s := newService(t)
	var many []string
	for i := range act.MaxLinks + 1 {
		many = append(many, fmt.Sprintf("https://example.fi/%d", i))
	}
	with := func(links ...string) transfer.File {
		return write(t, "links.csv", "ref;title;organization;links;published_at\nl-1;Linkkejä täynnä;Limingan kunta;"+strings.Join(links, "|")+";2022-10-03\n")
	}
	for want, links := range map[string][]string{
		"links.csv:2: links: has 11; at most 10 are allowed":              many,
		"links.csv:2: links: has 501 characters; at most 500 are allowed": {"https://example.fi/" + strings.Repeat("a", act.MaxLink-18)},
	} {
		if _, bad, err := run(t, s, with(links...), transfer.Options{}); err == nil || !slices.Equal(bad, []string{want}) {
			t.Errorf("%d links: %q, %v; want %q", len(links), bad, err, want)
		}
	}
	if report, bad, err := run(t, s, with(many[1:]...), transfer.Options{}); err != nil || report.Created != 1 {
		t.Errorf("ten: %+v %v %v", report, bad, err)
	}
}
