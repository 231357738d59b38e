package reportpage

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// The names of the row, the column and the page in the address of the acts
// behind a number.
const (
	rowParam    = "rivi"
	columnParam = "sarake"
	pageParam   = "sivu"
)

// perPage is how many acts a page shows.
const perPage = 20

// behindView is the acts behind a number.
type behindView struct {
	Query       query
	Table       stats.Cross
	Row, Column *stats.Line // nil: the total
	Cards       []ui.Card
	Total       int
	Hidden      int // of them not for everyone to read any more
	Page, Last  int
}

// Behind is the acts that a number of the table is counted from. Those that
// are not public any more are told as a number alone.
func (p Pages) Behind(w http.ResponseWriter, r *http.Request) error {
	ctx, values := r.Context(), r.URL.Query()
	q, c, err := read(ctx, values, p.Stats, p.Now())
	if err != nil {
		return asked(err)
	}
	v := behindView{Query: q, Table: q.table(c), Page: 1}
	if text := values.Get(pageParam); text != "" {
		if v.Page, err = strconv.Atoi(text); err != nil || v.Page < 1 {
			return fmt.Errorf("page %q: %w", text, fault.BadRequest)
		}
	}
	row, column := values.Get(rowParam), values.Get(columnParam)
	ids, ok := c.Behind(q.Filter, q.Rows, q.Columns, q.Measure, row, column)
	if !ok {
		return fmt.Errorf("row %q, column %q: %w", row, column, fault.NotFound)
	}
	v.Row, v.Column = lineOf(c, q.Rows, row), lineOf(c, q.Columns, column)
	public := p.Stats.Catalogue().Public(ids)
	v.Total, v.Hidden, v.Last = len(ids), len(ids)-len(public), max(1, (len(public)+perPage-1)/perPage)
	if v.Page > v.Last {
		return fmt.Errorf("page %d of %d: %w", v.Page, v.Last, fault.NotFound)
	}
	first := (v.Page - 1) * perPage
	if v.Cards, err = p.Deck.Cards(ctx, public[first:min(first+perPage, len(public))]); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, behind(v))
}

// lineOf is the row or column with a code; nil for none in particular.
func lineOf(c *stats.Catalogue, d stats.Dimension, code string) *stats.Line {
	if code == "" {
		return nil
	}
	value, _ := c.LineOf(d, code)
	return &stats.Line{Value: value}
}

// of names the number: its row and column, else the total.
func (v behindView) of(ctx context.Context) string {
	var words []string
	for _, l := range []*stats.Line{v.Row, v.Column} {
		if l != nil {
			words = append(words, l.Label.In(ctx))
		}
	}
	if len(words) == 0 {
		return totalT.In(ctx)
	}
	return strings.Join(words, ", ")
}

func (v behindView) at(n int) string {
	at := v.Query.actsPath(v.Row, v.Column)
	if n > 1 {
		at += "&" + pageParam + "=" + strconv.Itoa(n)
	}
	return at
}
