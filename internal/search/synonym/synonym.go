// Package synonym knows which words stand for which others: those of the
// field, the names of places in other languages, and what the admins add.
package synonym

import (
	_ "embed"
	"strings"
)

// How much a synonym counts beside the word itself.
const (
	Same    = 0.6 // the same thing in other words
	Kind    = 0.4 // a kind of it
	Related = 0.25
	Distant = 0.1 // related to a word that means the same
	Name    = 0.9 // the same place in another language
)

// A Group is terms, of one or more words each, that stand for each other.
type Group struct {
	Terms  []string
	OneWay bool    // only the first term stands for the others
	Weight float64 // Same, Kind, Related or Name
}

// Key names a group, so that the admins can switch off one that comes with the
// program.
func (g Group) Key() string { return strings.ToLower(strings.Join(g.Terms, "|")) }

var (
	//go:embed groups.txt
	groups string
	//go:embed places.txt
	places string
)

// Builtin is the groups that come with the program.
func Builtin() []Group {
	list := Parse(groups)
	for _, g := range Parse(places) {
		g.Weight = Name
		list = append(list, g)
	}
	return list
}

// Parse reads groups as groups.txt has them, one on a line.
func Parse(text string) []Group {
	var list []Group
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		g := Group{Weight: Same}
		if first, rest, ok := strings.Cut(line, ">"); ok {
			g.OneWay = true
			if kinds, ok := strings.CutPrefix(rest, ">"); ok {
				g.Weight, rest = Kind, kinds
			}
			line = first + "|" + rest
		} else if strings.Contains(line, "~") {
			g.Weight = Related
			line = strings.ReplaceAll(line, "~", "|")
		}
		for term := range strings.SplitSeq(line, "|") {
			if term = strings.TrimSpace(term); term != "" {
				g.Terms = append(g.Terms, term)
			}
		}
		if len(g.Terms) > 1 {
			list = append(list, g)
		}
	}
	return list
}
