package statspage

import (
	"net/url"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/web/deck"
)

// statisticsPath is the page of numbers.
const statisticsPath = "/tilastot"

// comparisonPath is two periods side by side, for the pages of others.
const comparisonPath = "/upota/" + comparisonName

// address is path with what the numbers are of.
func (v view) address(path string, also ...string) string {
	values := url.Values{}
	deck.WriteNarrowing(v.Filter, values)
	v.Period.Write(values)
	if path == statisticsPath || path == comparisonPath { // they alone compare periods
		v.Other.WriteOther(values)
	}
	for i := 0; i+1 < len(also); i += 2 {
		values.Set(also[i], also[i+1])
	}
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

// listPath is the very acts that the totals count, archived ones too.
func (v view) listPath() string { return v.address("/tekojen-tori", "arkisto", "mukana") }

// filePath is where the same tables are as a file.
func (v view) filePath(format string) string { return v.address("/avoin-data/tilastot." + format) }

func current(c choice) templ.Attributes {
	if c.Current {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}
