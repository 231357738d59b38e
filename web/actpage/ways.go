package actpage

import (
	"cmp"
	"context"
	"slices"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
)

// A way out of an empty list is one choice less.
type way struct {
	Words, URL string
	Count      int // of acts that would come
}

// ways is the choices without which there would be acts, the most helpful one
// first.
func (n narrowed) ways(ctx context.Context) []way {
	var out []way
	add := func(words string, without Query, f stats.Filter) {
		if total := n.Catalogue.Select(f).Total(); total > 0 {
			out = append(out, way{words, i18n.Path(ctx, without.URL()), total})
		}
	}
	for _, d := range stats.Dimensions() {
		for _, code := range n.Asked.Codes[d] {
			value, _ := n.Catalogue.Value(d, code) // Clean has seen to it
			add(withoutIt.In(ctx, value.Label.In(ctx)), n.Query.without(d, code), n.Asked.Without(d, code))
		}
	}
	if n.Asked.Places != nil {
		anywhere := n.Asked
		anywhere.Places = nil
		add(anywhereT.In(ctx), n.Query.anywhere(), anywhere)
	}
	if n.Query.Period != (deck.Period{}) {
		always := deck.Period{}.Narrow(n.Asked)
		add(everT.In(ctx), n.Query.ever(), always)
	}
	if n.Query.Text != "" && (!n.Query.Filter.Empty() || n.Asked.Places != nil) {
		rest := n.Asked
		rest.Hits = nil
		add(withoutText.In(ctx, n.Query.Text), n.Query.withoutText(), rest)
	}
	slices.SortStableFunc(out, func(a, b way) int { return cmp.Compare(b.Count, a.Count) })
	return out
}
