package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

const partnering = organization.ID(9) // which others name as a partner

// jointly is an act of the member's that names an organisation as a partner, as
// it is sent.
func (p *portal) jointly(title string) act.Act {
	p.t.Helper()
	c := acttest.Content()
	c.Title, c.Need, c.Unit, c.OrganizationID, c.PartnerIDs = title, "Salaisuus tarpeena.", "Satama", 7, []organization.ID{partnering, 8}
	a, err := p.site.Acts.Begin(p.t.Context(), p.accounts["member"], "0198b1f2-0000-7000-8000-000000000801", c)
	if err == nil {
		a, err = p.site.Acts.Submit(p.t.Context(), p.accounts["member"], a.ID, a.Version)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

// The coordinator of a partner sees joint acts from when they are sent, by name
// and standing, and says that the organisation is none: then no page names it.
func TestAPartnerIsNone(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	name := p.settle("coordinator", partnering)
	a := p.jointly("Yhdessä tehty uudistus")
	p.shows("coordinator", "/oma/organisaatio", "Yhdessä tehty uudistus", partner.Path(a.ID), `<a href="#yhteiset">1</a>`)
	if body := p.as("coordinator", "/oma/organisaatio", nil).Body.String(); strings.Contains(body, "Salaisuus") || strings.Contains(body, "/katso/"+a.Slug) {
		t.Error("the partner reads what is not out")
	}
	p.shows("coordinator", partner.Path(a.ID), "Teko lähetettiin "+i18n.Date(t.Context(), *a.SubmittedAt), "Voit lukea tekstin, kun teko julkaistaan")
	out := p.live(a.ID, func(a *act.Act) []error {
		m, now := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, now), a.Approve(m, nil, now), a.Publish(m, now)}
	})
	public := "/katso/" + out.Slug
	p.changed()
	p.shows("visitor", public, name)
	p.shows("coordinator", public, partner.Path(a.ID))
	p.shows("coordinator", partner.Path(a.ID), name, "Emme ole mukana", "Teko on julkaistu, ja kaikki voivat lukea sen")
	if w := p.as("coordinator", partner.Path(a.ID), url.Values{"note": {strings.Repeat("ä", partner.MaxNote+1)}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a long note: %d", w.Code)
	}
	for range 2 {
		p.posted("coordinator", partner.Path(a.ID), url.Values{"note": {"Meillä vasta harkitaan."}}, "/oma/organisaatio#yhteiset")
	}
	p.changed()
	for _, surface := range []string{public, "/api/v1/acts/" + out.Slug, "/tekojen-tori?organisaatio=" + p.site.Organizations.Directory().Get(partnering).Slug} {
		body := p.as("visitor", surface, nil).Body.String()
		if strings.Contains(surface, "organisaatio=") {
			if strings.Contains(body, out.Title) {
				t.Errorf("the list of the organisation has the act")
			}
		} else if strings.Contains(body, name) {
			t.Errorf("%s names who is no partner", surface)
		}
	}
	p.shows("member", "/omat-teot", name+" on kertonut, ettei se ole mukana", "Meillä vasta harkitaan.", "/viestit")
	p.shows("coordinator", "/oma/organisaatio", "emme ole mukana")
	p.posted("coordinator", partner.Path(a.ID)+"/mukana", url.Values{}, "/oma/organisaatio#yhteiset")
	p.changed()
	p.shows("visitor", public, name)
}

// Nobody else says anything of a partner, and learns of no act.
func TestOnlyItsCoordinatorSpeaksForAPartner(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.settle("coordinator", 7) // that leads the act
	p.signInAs("other", account.Coordinator)
	p.settle("other", 10)
	p.settle("moderator", partnering)
	a := p.jointly("Yhdessä tehty uudistus")
	for _, who := range []string{"coordinator", "other", "moderator", "admin", "member"} {
		for _, path := range []string{partner.Path(a.ID), partner.Path(a.ID) + "/mukana"} {
			for _, form := range []url.Values{nil, {}} {
				if w := p.as(who, path, form); w.Code != http.StatusNotFound && w.Code != http.StatusForbidden && w.Code != http.StatusMethodNotAllowed {
					t.Errorf("%s gets %s: %d", who, path, w.Code)
				}
			}
		}
	}
	if now, err := p.site.Acts.Find(t.Context(), p.accounts["member"], a.ID); err != nil || len(now.PartnerIDs) != 2 {
		t.Errorf("the partners are %v, %v", now.PartnerIDs, err)
	}
}

// An act that names again who has said to be no partner is not sent, and its
// owner reads why.
func TestWhoIsNoPartnerIsNotNamedAgain(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.settle("coordinator", partnering)
	a := p.jointly("Yhdessä tehty uudistus")
	p.posted("coordinator", partner.Path(a.ID), url.Values{}, "/oma/organisaatio#yhteiset")
	now := p.live(a.ID, func(a *act.Act) []error {
		m, at := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, at), a.RequestChanges(m, "Lisää.", at)}
	})
	c := now.Content
	c.PartnerIDs = []organization.ID{8, partnering}
	now, err := p.site.Acts.Edit(t.Context(), p.accounts["member"], a.ID, now.Version, c)
	if err != nil {
		t.Fatal(err)
	}
	w := p.as("member", fmt.Sprintf("/ilmoita-teko/%d/lahetys", int64(a.ID)), url.Values{"version": {itoa(now.Version)}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "jokin näistä on kertonut") {
		t.Errorf("named again: %d\n%s", w.Code, w.Body)
	}
}

// The file of a coordinator has all acts of the organisation: of those that are
// out what everyone reads, of those that are coming what they are called.
func TestTheFileOfACoordinator(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	const file = "/oma/organisaatio/teot.csv"
	if w := p.as("coordinator", file, nil); w.Code != http.StatusNotFound {
		t.Errorf("of no organisation: %d", w.Code)
	}
	p.settle("coordinator", partnering)
	of := func(o organization.ID, title string) func(*act.Content) {
		return func(c *act.Content) { c.Title, c.OrganizationID, c.PartnerIDs = title, o, nil }
	}
	p.published(2, of(partnering, "Julkaistu oma teko"))
	p.published(3, of(8, "Toisten julkaistu teko"))
	joint := p.jointly("Tulossa oleva yhteinen")
	p.changed()
	if err := p.site.Stats.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	w := p.as("coordinator", file, nil)
	body := w.Body.String()
	for words, want := range map[string]bool{
		"Julkaistu oma teko": true, acttest.Content().Approach: true, "Tulossa oleva yhteinen": true, ";submitted;": true,
		"Toisten julkaistu": false, "Salaisuus": false, acttest.Content().Contacts[0].Email: false,
	} {
		if got := strings.Contains(body, words); got != want {
			t.Errorf("the file has %q: %t, want %t\n%s", words, got, want, body)
		}
	}
	p.posted("coordinator", partner.Path(joint.ID), url.Values{}, "/oma/organisaatio#yhteiset")
	if strings.Contains(p.as("coordinator", file, nil).Body.String(), "Tulossa oleva") {
		t.Error("what the organisation takes no part in is in its file")
	}
	for _, who := range []string{"member", "moderator", "visitor"} {
		if w := p.as(who, file, nil); w.Code == http.StatusOK {
			t.Errorf("%s gets the file", who)
		}
	}
	if w := p.as("coordinator", "/oma/organisaatio/teot.exe", nil); w.Code != http.StatusNotFound {
		t.Errorf("an odd format: %d", w.Code)
	}
}

// The coordinator of its organisation archives an act from its page, and those
// who write it are told; others have no such button.
func TestACoordinatorArchives(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.settle("coordinator", partnering)
	a := p.published(2, func(c *act.Content) { c.OrganizationID, c.PartnerIDs = partnering, []organization.ID{8} })
	p.signInAs("partner", account.Coordinator)
	p.settle("partner", 8)
	page, form := "/katso/"+a.Slug, url.Values{"version": {itoa(a.Version)}}
	archive := "/omat-teot/" + number(a) + "/arkistointi"
	for _, who := range []string{"visitor", "member", "partner", "coach"} {
		if strings.Contains(p.as(who, page, nil).Body.String(), archive) {
			t.Errorf("%s is offered to archive", who)
		}
	}
	if w := p.as("partner", archive, form); w.Code != http.StatusForbidden {
		t.Errorf("a partner archives: %d", w.Code)
	}
	p.shows("coordinator", page, archive)
	p.posted("coordinator", archive, form, page)
	p.shows("coordinator", page, "arkistoitu")
	got, err := postgres.Values[string](t.Context(), p.db, "SELECT recipient FROM mail_message WHERE subject LIKE 'Teko on arkistoitu%'")
	if err != nil || len(got) != 1 || got[0] != p.accounts["coach"].Email {
		t.Errorf("told are %v, %v", got, err)
	}
}
