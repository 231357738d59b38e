package search

import (
	"context"
	"fmt"
	"strings"

	"tekojentori.fi/tori/internal/search/synonym"
)

// IsSynonym reports whether a line is one group: "a | b", "a > b" or "a ~ b".
func IsSynonym(line string) bool {
	return !strings.ContainsAny(line, "\r\n") && len(synonym.Parse(line)) == 1
}

// Preview answers a query as it is now and as it would be with one more line
// of synonyms.
func (x *Index) Preview(ctx context.Context, line string, q Query) (before, after Result, err error) {
	known, err := x.knowledge(ctx)
	if err != nil {
		return before, after, fmt.Errorf("preview: %w", err)
	}
	rows, err := x.Synonyms(ctx)
	if err != nil {
		return before, after, err
	}
	on, off := []string{line}, []string{}
	for _, r := range rows {
		if r.Off {
			off = append(off, r.Line)
		} else {
			on = append(on, r.Line)
		}
	}
	if before, err = x.findWith(ctx, q, known); err != nil {
		return before, after, err
	}
	groups := effective(on, off)
	known.synonyms = synonym.NewSet(x.analyzer, groups)
	after, err = x.findWith(ctx, q, known)
	return before, after, err
}

// A Builtin is a group of synonyms that comes with the program.
type Builtin struct {
	Key   string // switches it off
	Terms []string
}

// Builtins is the groups that come with the program and have a word in them,
// those that are switched off left out.
func (x *Index) Builtins(ctx context.Context, word string) ([]Builtin, error) {
	rows, err := x.Synonyms(ctx)
	if err != nil {
		return nil, err
	}
	off := map[string]bool{}
	for _, r := range rows {
		off[r.Line] = r.Off
	}
	var list []Builtin
	for _, g := range synonym.Builtin() {
		if !off[g.Key()] && word != "" && strings.Contains(g.Key(), strings.ToLower(word)) {
			list = append(list, Builtin{g.Key(), g.Terms})
		}
	}
	return list, nil
}
