package adminpage

import (
	"strconv"

	"tekojentori.fi/tori/internal/curation"
)

// hidden is what a button carries.
type hidden struct{ Name, Value string }

// hits is how many acts a query found, in words where that is not known.
func hits(q curation.Query) string {
	if q.Hits == nil {
		return "–"
	}
	return strconv.Itoa(*q.Hits)
}
