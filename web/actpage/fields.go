package actpage

import (
	"context"
	"maps"
	"slices"

	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/ui"
)

// A field is a hidden one, that carries what another form of the page says.
type field struct{ Name, Value string }

// fields is what the search form or the facets must carry: the choices for
// the one, the search for the other, and the order for both.
func (q Query) fields(forSearch bool) []field {
	var out []field
	if forSearch {
		for _, d := range stats.Dimensions() {
			for _, code := range q.Filter.Codes[d] {
				out = append(out, field{params[d], code})
			}
		}
	} else {
		if q.Text != "" {
			out = append(out, field{"haku", q.Text})
		}
		if q.Sort != "" {
			out = append(out, field{"jarjestys", sorts[q.Sort]})
		}
		if q.Whole != "" {
			out = append(out, field{wholeParam, q.Whole})
		}
	}
	for _, code := range q.Places {
		out = append(out, field{placeParam, code})
	}
	for _, code := range q.Counties {
		out = append(out, field{countyParam, code})
	}
	days := q.Period.Fields()
	for _, name := range slices.Sorted(maps.Keys(days)) {
		out = append(out, field{name, days[name]})
	}
	if q.Archived {
		out = append(out, field{"arkisto", "mukana"})
	}
	return out
}

// sortFields is what the form of the order must carry.
func (q Query) sortFields() []field {
	out := q.fields(true)
	if q.Text != "" {
		out = append(out, field{"haku", q.Text})
	}
	return out
}

// text is a fact in words of some language, "" that of the page; none for "".
func text(s, lang string) []ui.Chip {
	if s == "" {
		return nil
	}
	return []ui.Chip{{Label: s, Lang: lang}}
}

func some(c ui.Chip) []ui.Chip {
	if c.Label == "" {
		return nil
	}
	return []ui.Chip{c}
}

// narrowed reports whether the list is of a choice of acts, besides the search.
func (v listView) narrowed() bool {
	n := len(v.Chips)
	if v.Query.Text != "" {
		n--
	}
	return n > 0
}

// help is what to try when nothing was found and no condition is to blame alone.
func (v listView) help(ctx context.Context) string {
	if v.narrowed() {
		return nothingHelp.In(ctx)
	}
	return wordsHelp.In(ctx)
}

// nothing says that the list is empty, and of what.
func (v listView) nothing(ctx context.Context) string {
	if v.Query.Text != "" {
		return nothingFor.In(ctx, v.Query.Text)
	}
	return nothing.In(ctx)
}
