package reportpage

import (
	"errors"
	"fmt"
	"net/url"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
)

const path = "/ohjelma/tilastot"

// The names of the choices in the address.
const (
	rowsParam    = "rivit"
	columnsParam = "sarakkeet"
	measureParam = "luku"
	shareParam   = "osuus"
)

// A share is what the percentages of a table are of.
type share string

const (
	noShare  share = ""
	ofRow    share = "rivi"
	ofColumn share = "sarake"
	ofAll    share = "kaikki"
)

// measures is the name of each measure in the address.
var measures = map[stats.Measure]string{stats.Acts: "teot", stats.Organizations: "organisaatiot", stats.AwardedActs: "palkitut", stats.Adoptions: "kayttoonotot", stats.Readings: "lukukerrat"}

// A query is what the address of a table says.
type query struct {
	Rows, Columns stats.Dimension
	Measure       stats.Measure
	Share         share
	Period        deck.Period
	Filter        stats.Filter // clean, within the period
}

// read reads the address. What no page of ours can say is a fault.BadRequest;
// days that are none are validate.Problems, and the rest is read all the same.
func read(values url.Values, c *stats.Catalogue) (query, error) {
	q := query{Rows: stats.Sector, Columns: stats.Year, Measure: stats.Acts, Share: share(values.Get(shareParam))}
	for d, name := range deck.Params {
		if values.Get(rowsParam) == name {
			q.Rows = d
		}
		if values.Get(columnsParam) == name {
			q.Columns = d
		}
		if code := values.Get(name); code != "" {
			q.Filter = q.Filter.With(d, code)
		}
	}
	if values.Has(columnsParam) && values.Get(columnsParam) == "" || q.Columns == q.Rows || q.Columns == stats.Organization {
		q.Columns = stats.Nothing // hundreds of columns help nobody
	}
	for m, name := range measures {
		if values.Get(measureParam) == name {
			q.Measure = m
		}
	}
	var err error
	if q.Filter, err = c.Clean(q.Filter); err != nil || (q.Share != noShare && q.Share != ofRow && q.Share != ofColumn && q.Share != ofAll) {
		return q, fmt.Errorf("a table that is none of ours: %w", fault.BadRequest)
	}
	if q.Period, err = deck.ReadPeriod(values); err == nil {
		q.Filter = q.Period.Narrow(q.Filter)
	}
	return q, err
}

// values is the address in its shortest form.
func (q query) values() url.Values {
	values := url.Values{rowsParam: {deck.Params[q.Rows]}, columnsParam: {""}}
	if q.Columns != stats.Nothing {
		values.Set(columnsParam, deck.Params[q.Columns])
	}
	if q.Measure != stats.Acts {
		values.Set(measureParam, measures[q.Measure])
	}
	if q.Share != noShare {
		values.Set(shareParam, string(q.Share))
	}
	q.narrow(values)
	return values
}

// narrow writes what the acts are narrowed by, as the list has it too.
func (q query) narrow(values url.Values) {
	for d, name := range deck.Params {
		for _, code := range q.Filter.Codes[d] {
			values.Add(name, code)
		}
	}
	q.Period.Write(values)
}

// list is the acts behind a cell; a line of no value has none to show.
func (q query) list(row, column *stats.Line) string {
	values := url.Values{"arkisto": {"mukana"}}
	q.narrow(values)
	for d, l := range map[stats.Dimension]*stats.Line{q.Rows: row, q.Columns: column} {
		if l == nil {
			continue
		}
		if l.None {
			return ""
		}
		values[deck.Params[d]] = []string{l.Code}
	}
	return "/tekojen-tori?" + values.Encode()
}

// problemsOf is the days that are none, or the error itself.
func problemsOf(err error) (validate.Problems, error) {
	var p validate.Problems
	if errors.As(err, &p) && !errors.Is(err, fault.BadRequest) {
		return p, nil
	}
	return nil, err
}
