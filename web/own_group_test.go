package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// One's own acts stand by what is expected of one, and each part of them has an
// address; an update that has been begun counts for its act.
func TestOwnActsStandByWhoseTurnItIs(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	m, at := p.accounts["moderator"], p.site.Now()
	heading := regexp.MustCompile(`<h[23](?: id="\w+")?>(?:<span lang="fi">)?([^<]+)<`)
	stands := func(path string, want ...string) {
		t.Helper()
		var got []string
		for _, found := range heading.FindAllStringSubmatch(p.as("member", path, nil).Body.String(), -1) {
			got = append(got, found[1])
		}
		if got = got[1:]; !slices.Equal(got, want) { // after the question whether one is still there
			t.Errorf("%s has %q, want %q", path, got, want)
		}
	}
	turn := func(deeds func(a *act.Act) []error) func(act.ID) {
		return func(id act.ID) { p.live(id, deeds) }
	}
	p.draftOf()
	a := p.jointly("Teko ja sen vuorot")
	for _, step := range []struct {
		group, label string
		does         func(act.ID)
	}{
		{"moderoijilla", "Moderoijilla", func(act.ID) {}},
		{"minulla", "", turn(func(a *act.Act) []error {
			return []error{a.Take(m, at), a.RequestChanges(m, "Kerro lisää.", at)}
		})},
		{"julkaistut", "Julkaistut", turn(func(a *act.Act) []error {
			return []error{a.Submit(p.accounts["member"], at), a.Take(m, at), a.Approve(m, nil, at), a.Publish(m, at)}
		})},
		{"minulla", "", func(id act.ID) {
			p.posted("member", "/omat-teot/"+itoa(int(id))+"/paivitys", url.Values{}, "/ilmoita-teko/"+itoa(int(id))+"/tarve")
		}},
		{"muut", "Muut", func(id act.ID) {
			for _, deed := range []string{"peruutus", "arkistointi"} { // of the update, then of the act
				version := url.Values{"version": {itoa(p.working(a).Version)}}
				p.posted("member", "/omat-teot/"+itoa(int(id))+"/"+deed, version, "/omat-teot#teko-"+itoa(int(id)))
			}
		}},
	} {
		if step.does(a.ID); step.group == "minulla" {
			stands("/omat-teot?rajaus=minulla", "Odottaa sinua", a.Title, "Nimetön luonnos")
			stands("/omat-teot?rajaus=moderoijilla", "Moderoijilla")
			continue
		}
		stands("/omat-teot", "Odottaa sinua", "Nimetön luonnos", step.label, a.Title)
		stands("/omat-teot?rajaus="+step.group, step.label, a.Title)
	}
	if w := p.as("member", "/omat-teot?rajaus=olematon", nil); w.Code != http.StatusNotFound {
		t.Errorf("a part that there is not: %d", w.Code)
	}
}

// working is an act as those who write it work on it: its update, if there is one.
func (p *portal) working(a act.Act) act.Act {
	p.t.Helper()
	a, err := p.site.Acts.Working(p.t.Context(), p.accounts["member"], a.ID)
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}
