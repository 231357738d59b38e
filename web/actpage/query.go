package actpage

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/deck"
)

// params is the name of each dimension in the address of the list.
var params = deck.Params

// sorts is the name of each order in the address.
var sorts = map[stats.Sort]string{stats.Newest: "uusimmat", stats.Oldest: "vanhimmat", stats.Adopted: "kaytetyimmat", stats.Relevance: "osuvimmat"}

// perPage is how many cards a page of the list has.
const perPage = 20

// maxQuery is the longest search that is looked up, in bytes; the rest is cut.
const maxQuery = limit.Query

// wholeParam names the facet that is shown whole.
const wholeParam = "kaikki"

// A Query is what the address of the list says.
type Query struct {
	Text     string
	Filter   stats.Filter // without hits and places
	Places   []string     // codes of municipalities
	Counties []string     // codes of wellbeing services counties
	Sort     stats.Sort   // "": relevance for a search, else the newest first
	Period   deck.Period  // of the first publication
	Page     int          // from 1
	Archived bool         // archived acts too
	Whole    string       // the facet whose long list of choices is shown whole, by its name in the address
	Cut      bool         // the search was longer than we look up
}

// ReadQuery reads the address of a list. What no page of ours can say is a
// fault.BadRequest.
func ReadQuery(values url.Values) (Query, error) {
	q := Query{Page: 1, Archived: values.Get("arkisto") == "mukana", Whole: values.Get(wholeParam)}
	q.Text, q.Cut = deck.Words(values.Get("haku"))
	for d, name := range params {
		for _, code := range values[name] {
			if code != "" {
				q.Filter = q.Filter.With(d, code)
			}
		}
	}
	q.Places, q.Counties = choices(values[placeParam]), choices(values[countyParam])
	var err error
	if q.Period, err = deck.ReadPeriod(values); err != nil {
		return q, fmt.Errorf("%w: %w", fault.BadRequest, err)
	}
	q.Filter = q.Period.Narrow(q.Filter)
	if s := values.Get("jarjestys"); s != "" {
		for sort, name := range sorts {
			if name == s {
				q.Sort = sort
			}
		}
		if q.Sort == "" {
			return q, fmt.Errorf("order %q: %w", s, fault.BadRequest)
		}
	}
	if p := values.Get("sivu"); p != "" {
		n, err := strconv.Atoi(p)
		if err != nil || n < 1 || n > 1_000_000 {
			return q, fmt.Errorf("page %q: %w", p, fault.BadRequest)
		}
		q.Page = n
	}
	q.Filter.Archived = q.Archived
	if q.Whole != placeParam && !slices.Contains(slices.Collect(maps.Values(params)), q.Whole) {
		q.Whole = "" // it only opens a list
	}
	return q, nil
}

// Order is the order that the list has.
func (q Query) Order() stats.Sort {
	switch {
	case q.Sort == stats.Relevance && q.Text == "":
		return stats.Newest
	case q.Sort != "":
		return q.Sort
	case q.Text != "":
		return stats.Relevance
	}
	return stats.Newest
}

// URL is the address of the list, without the prefix of the language, in its
// shortest form.
func (q Query) URL() string { return q.urlOf(listPath) }

// urlOf is the address of another page about the same acts.
func (q Query) urlOf(path string) string {
	values := url.Values{}
	if q.Text != "" {
		values.Set("haku", q.Text)
	}
	for d, name := range params {
		for _, code := range q.Filter.Codes[d] {
			values.Add(name, code)
		}
	}
	values[placeParam], values[countyParam] = q.Places, q.Counties
	q.Period.Write(values)
	if q.Sort != "" {
		values.Set("jarjestys", sorts[q.Sort])
	}
	if q.Archived {
		values.Set("arkisto", "mukana")
	}
	if q.Whole != "" {
		values.Set(wholeParam, q.Whole)
	}
	if q.Page > 1 {
		values.Set("sivu", strconv.Itoa(q.Page))
	}
	if query := values.Encode(); query != "" {
		return path + "?" + query
	}
	return path
}

// with is the query with one more choice, on its first page.
func (q Query) with(d stats.Dimension, code string) Query {
	q.Filter, q.Page = q.Filter.With(d, code), 1
	return q
}

// without is the query without a choice, on its first page.
func (q Query) without(d stats.Dimension, code string) Query {
	q.Filter, q.Page = q.Filter.Without(d, code), 1
	return q
}

// at is the query on another page.
func (q Query) at(page int) Query {
	q.Page = page
	return q
}

// whole is the query with the list of a facet whole, or as usual ("").
func (q Query) whole(param string) Query {
	q.Whole = param
	return q
}

// ever is the query of all time, on its first page.
func (q Query) ever() Query {
	q.Period, q.Page = deck.Period{}, 1
	return q
}

// withoutText is the query without its search, on its first page.
func (q Query) withoutText() Query {
	q.Text, q.Page = "", 1
	return q
}

// withText is the query with another search, on its first page.
func (q Query) withText(text string) Query {
	q.Text, q.Page = text, 1
	return q
}

const listPath = "/tekojen-tori"
