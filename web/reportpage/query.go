package reportpage

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
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
	listParam    = "luettelo"    // of sectors
	mergedParam  = "yhdistyneet" // organisations that have ended
	onParam      = "tilanne"     // as on a day
)

// What the choices of a lens are called in the address.
const (
	list2020   = "2020"
	successors = "seuraajat"
)

// shares is the name of each share in the address.
var shares = map[stats.Share]string{stats.NoShare: "", stats.OfRow: "rivi", stats.OfColumn: "sarake", stats.OfAll: "kaikki"}

// measures is the name of each measure in the address.
var measures = map[stats.Measure]string{stats.Acts: "teot", stats.Organizations: "organisaatiot", stats.AwardedActs: "palkitut", stats.Adoptions: "kayttoonotot", stats.Readings: "lukukerrat"}

// A query is what the address of a table says.
type query struct {
	Rows, Columns stats.Dimension
	Measure       stats.Measure
	Share         stats.Share
	Period        deck.Period
	Filter        stats.Filter // clean, within the period
	Lens          stats.Lens
	address       string // values, encoded
}

// table is the cross table that q asks for.
func (q query) table(c *stats.Catalogue) stats.Cross {
	return c.Cross(q.Filter, q.Rows, q.Columns, q.Measure)
}

// read reads the address, and has the catalogue that it is about. What no page
// of ours can say is a fault.BadRequest; what somebody may have chosen or typed
// wrong is validate.Problems, and the rest is read all the same.
func read(ctx context.Context, values url.Values, numbers *stats.Service, now time.Time) (query, *stats.Catalogue, error) {
	q := query{Rows: stats.Sector, Columns: stats.Year, Measure: stats.Acts}
	known := false
	for s, name := range shares {
		if values.Get(shareParam) == name {
			q.Share, known = s, true
		}
	}
	if !known {
		return q, nil, fmt.Errorf("share %q: %w", values.Get(shareParam), fault.BadRequest)
	}
	var problems validate.Problems
	q.Lens = readLens(values, now, &problems)
	c, err := numbers.Through(ctx, q.Lens)
	if err != nil {
		return q, nil, err
	}
	q.readAxes(values)
	if err := q.readFilter(values, c, &problems); err != nil {
		return q, nil, err
	}
	if q.Period, err = deck.ReadPeriod(values); err == nil {
		q.Filter = q.Period.Narrow(q.Filter)
	}
	wrong, err := problemsOf(err)
	if err != nil {
		return q, nil, err
	}
	q.address = q.values().Encode()
	return q, c, append(problems, wrong...).Err()
}

// readLens reads how the acts are looked at.
func readLens(values url.Values, now time.Time, p *validate.Problems) stats.Lens {
	l := stats.Lens{Sectors2020: values.Get(listParam) == list2020, Successors: values.Get(mergedParam) == successors}
	text := values.Get(onParam)
	if text == "" {
		return l
	}
	day, err := time.ParseInLocation(time.DateOnly, text, i18n.Helsinki())
	switch {
	case err != nil || day.Year() < 1900:
		p.Add(onParam, validate.Day, 0)
	case day.After(now):
		p.Add(onParam, validate.Future, 0)
	default:
		l.On = day
	}
	return l
}

// readAxes reads what is counted by what.
func (q *query) readAxes(values url.Values) {
	for d, name := range deck.Params {
		if values.Get(rowsParam) == name {
			q.Rows = d
		}
		if values.Get(columnsParam) == name {
			q.Columns = d
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
}

// readFilter reads what the acts are narrowed to. A sector of another list is
// what it is in the one that is chosen, as when somebody changes the list.
func (q *query) readFilter(values url.Values, c *stats.Catalogue, p *validate.Problems) (err error) {
	for d, name := range deck.Params {
		for _, code := range values[name] {
			codes, known := []string{code}, true
			if d == stats.Sector && code != "" {
				codes, known = c.SectorCodes(code)
			}
			if known && len(codes) == 0 {
				p.Add(name, validate.Unknown, 0)
			}
			if !known {
				return fmt.Errorf("sector %q: %w", code, fault.BadRequest)
			}
			for _, code := range codes {
				if code != "" {
					q.Filter = q.Filter.With(d, code)
				}
			}
		}
	}
	if q.Filter, err = c.Clean(q.Filter); err != nil {
		return fmt.Errorf("a table that is none of ours: %w", fault.BadRequest)
	}
	return nil
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
	if q.Share != stats.NoShare {
		values.Set(shareParam, shares[q.Share])
	}
	if q.Lens.Sectors2020 {
		values.Set(listParam, list2020)
	}
	if q.Lens.Successors {
		values.Set(mergedParam, successors)
	}
	if !q.Lens.On.IsZero() {
		values.Set(onParam, q.Lens.On.Format(time.DateOnly))
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

// behind is where the acts behind a number are: the list that everyone has, as
// far as it can show them, else a page of the team.
func (q query) behind(row, column *stats.Line) string {
	if q.Lens != (stats.Lens{}) || q.Measure == stats.Adoptions || none(row) || none(column) {
		return q.actsPath(row, column)
	}
	values := url.Values{"arkisto": {"mukana"}}
	q.narrow(values)
	if q.Measure == stats.AwardedActs {
		values.Set(deck.Params[stats.Awarded], "true")
	}
	for d, l := range map[stats.Dimension]*stats.Line{q.Rows: row, q.Columns: column} {
		if l != nil {
			values[deck.Params[d]] = []string{l.Code}
		}
	}
	return "/tekojen-tori?" + values.Encode()
}

func none(l *stats.Line) bool { return l != nil && l.None }

// actsPath is the team's page of the acts behind a number. A table has
// hundreds of these: what they have in common is written once.
func (q query) actsPath(row, column *stats.Line) string {
	at := path + "/teot?" + q.address
	if row != nil {
		at += "&" + rowParam + "=" + url.QueryEscape(row.Code)
	}
	if column != nil {
		at += "&" + columnParam + "=" + url.QueryEscape(column.Code)
	}
	return at
}

// problemsOf is the days that are none, or the error itself.
func problemsOf(err error) (validate.Problems, error) {
	var p validate.Problems
	if errors.As(err, &p) && !errors.Is(err, fault.BadRequest) {
		return p, nil
	}
	return nil, err
}
