package actpage

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/fault"
)

// Outlines is the boundaries that an operator has added, as a picture whose
// counties the map uses one by one.
func (p Pages) Outlines(w http.ResponseWriter, _ *http.Request) error {
	o := p.Boundaries.Outlines()
	if len(o.Paths) == 0 {
		return fmt.Errorf("boundaries: %w", fault.NotFound)
	}
	dir, counties := p.Organizations.Directory(), map[string][]string{}
	for _, place := range dir.Places() {
		if d := o.Paths[place.Code]; d != "" {
			counties[place.CountyCode] = append(counties[place.CountyCode], d)
		}
	}
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 15 1000 1765">`)
	for _, code := range slices.Sorted(maps.Keys(counties)) {
		fmt.Fprintf(&b, `<path id="a%s" d="%s"/>`, code, strings.Join(counties[code], ""))
	}
	b.WriteString(`</svg>`)
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write([]byte(b.String())) // an error means that the reader has left
	return nil
}
