package actpage

import (
	"fmt"
	"net/url"
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/stats"
)

// A facet of hundreds leads with a few, and with what is chosen; its link
// keeps what the list is narrowed by, and leads to all.
func TestALongFacetLeadsWithAFew(t *testing.T) {
	t.Parallel()
	counts := make([]stats.Count, longFacet+1)
	for i := range counts {
		counts[i] = stats.Count{Value: stats.Value{Code: fmt.Sprint("o", i)}, Count: 100 - i, Chosen: i == 30}
	}
	q, err := ReadQuery(url.Values{"organisaatio": {"o30"}, "haku": {"lounas"}, wholeParam: {"olematon"}})
	if err != nil {
		t.Fatal(err)
	}
	f := q.facet(t.Context(), stats.Organization, counts)
	if len(f.Values) != leading+1 || f.Values[leading].Code != "o30" || f.All != len(counts) {
		t.Errorf("%d of %d choices, the last %+v", len(f.Values), f.All, f.Values[len(f.Values)-1])
	}
	all, err := url.Parse(f.AllURL)
	if err != nil {
		t.Fatal(err)
	}
	if q, err = ReadQuery(all.Query()); err != nil || q.Text != "lounas" || !slices.Equal(q.Filter.Codes[stats.Organization], []string{"o30"}) {
		t.Errorf("%s leads to %+v, %v", f.AllURL, q, err)
	}
	if f = q.facet(t.Context(), stats.Organization, counts); len(f.Values) != len(counts) || f.AllURL != "" || !f.Whole {
		t.Errorf("whole: %d of %d choices, link %q", len(f.Values), len(counts), f.AllURL)
	}
	if f = q.facet(t.Context(), stats.Sector, counts[:longFacet]); len(f.Values) != longFacet || f.AllURL != "" {
		t.Errorf("a short one: %d choices, link %q", len(f.Values), f.AllURL)
	}
}
