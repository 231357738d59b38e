package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// Members tell of adoptions, each of the own organisation. Others are told how
// to become one, and those who made the act that it is theirs; a form of theirs
// tells nothing.
func TestMembersTellOfAdoptions(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(2, func(c *act.Content) { c.OrganizationID = 7 })
	path, form := "/katso/"+a.Slug, url.Values{"organization": {"Limingan kunta"}, "state": {"in_use"}, "note": {"Meillä toimii."}}
	p.shows("member", path, "Kun jäsenyytesi on hyväksytty", `href="/oma/jasenyys"`)
	p.settle("editor", 7)
	p.shows("editor", path, "Organisaatiosi on tehnyt tämän teon")
	for who, words := range map[string]string{"member": "Kun jäsenyytesi on hyväksytty", "editor": "Organisaatiosi on tehnyt"} {
		w := p.as(who, path+"/kayttoonotto", form)
		if body := w.Body.String(); w.Code != http.StatusForbidden || !strings.Contains(body, words) || strings.Contains(body, `action="`+path+`/kayttoonotto"`) {
			t.Errorf("%s tells: %d\n%s", who, w.Code, body)
		}
	}
	name := p.settle("member", 9)
	p.shows("member", path, name, `action="`+path+`/kayttoonotto"`)
	p.posted("member", path+"/kayttoonotto", form, path+"#kaytossa")
	all, err := p.site.Adoptions.Of(t.Context(), a.ID)
	if err != nil || len(all) != 1 || all[0].OrganizationID != 9 || all[0].Note != "Meillä toimii." {
		t.Errorf("told is %+v, %v", all, err)
	}
}
