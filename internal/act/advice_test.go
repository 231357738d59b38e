package act_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
)

func TestAdvise(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Kokoukset pidetään kävellen lähimetsässä. ", 5)
	good := acttest.Content()
	good.Need, good.Approach, good.Results, good.Lessons = long, long, long+"Poissaolot vähenivät 12 %.", "Aloittakaa pienestä."
	for name, tt := range map[string]struct {
		change func(*act.Content)
		want   []act.Hint
	}{
		"good":                   {func(*act.Content) {}, nil},
		"no figures":             {func(c *act.Content) { c.Results = long }, []act.Hint{{Field: "results", Advice: act.NoFigures}}},
		"a general title":        {func(c *act.Content) { c.Title = "Toiminnan kehittäminen ja uusi malli" }, []act.Hint{{Field: "title", Advice: act.General}}},
		"in Swedish":             {func(c *act.Content) { c.Title = "Utveckling av verksamheten" }, []act.Hint{{Field: "title", Advice: act.General}}},
		"a title of its own":     {func(c *act.Content) { c.Title = "Työvuorojen kehittäminen hoitajien kanssa" }, nil},
		"not work alone":         {func(c *act.Content) { c.Title = "Nya skift i hemvården" }, nil},
		"capitals":               {func(c *act.Content) { c.Title = "KÄVELYKOKOUKSET VIRASTOSSA"; c.Need = strings.ToUpper(long) }, []act.Hint{{Field: "title", Advice: act.Capitals}, {Field: "need", Advice: act.Capitals}}},
		"an abbreviation":        {func(c *act.Content) { c.Title = "HYTE-työ ja THL" }, nil},
		"brief":                  {func(c *act.Content) { c.Approach = "Käveltiin." }, []act.Hint{{Field: "approach", Advice: act.Brief}}},
		"nobody to ask":          {func(c *act.Content) { c.Contacts[0].VisibleTo = act.Nobody }, []act.Hint{{Field: "contact_name", Advice: act.NoContact}}},
		"neither lead nor hints": {func(c *act.Content) { c.Lead, c.Lessons = "", "" }, []act.Hint{{Field: "lead", Advice: act.NoLead}, {Field: "lessons", Advice: act.NoLessons}}},
	} {
		c := good
		c.Contacts = append([]act.Contact{}, good.Contacts...)
		tt.change(&c)
		if diff := cmp.Diff(tt.want, c.Advise()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := (act.Content{}).Advise(); len(got) != 2 { // what must be there is told otherwise
		t.Errorf("of nothing: %+v", got)
	}
}

// The writer is told of what tells who somebody is; that an act is about patients
// is no such thing.
func TestReveals(t *testing.T) {
	t.Parallel()
	c := acttest.Content()
	if got := c.Reveals(); got != nil {
		t.Errorf("of a text that tells of nobody: %v", got)
	}
	c.Need, c.Lessons = "Potilaat odottivat. Soita 040 123 4567!", "Kysy: maija@example.fi."
	want := []act.Reveal{{Field: "need", Text: "040 123 4567"}, {Field: "lessons", Text: "maija@example.fi"}}
	if diff := cmp.Diff(want, c.Reveals()); diff != "" {
		t.Error(diff)
	}
}
