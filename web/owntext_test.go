package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// Whoever writes an act reads its whole text whenever it is not their turn: what
// they have sent, what has been turned down or hidden, and what was withdrawn.
func TestAuthorsReadWhatTheyHaveSent(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.jointly("Luettava oma teko")
	path := "/ilmoita-teko/" + number(a) + "/tarkista"
	turn := func(deeds func(a *act.Act) []error) func() {
		return func() { p.live(a.ID, deeds) }
	}
	m, at := p.accounts["moderator"], p.site.Now()
	for _, step := range []struct {
		status string
		does   func()
	}{
		{"Lähetetty", func() {}},
		{"Käsittelyssä", turn(func(a *act.Act) []error { return []error{a.Take(m, at)} })},
		{"Ei julkaista", turn(func(a *act.Act) []error { return []error{a.Reject(m, "Ei ole teko.", at)} })},
		{"Lähetetty", turn(func(a *act.Act) []error { return []error{a.Reopen(p.accounts["admin"], at)} })},
		{"Peruttu", func() {
			p.posted("member", "/omat-teot/"+number(a)+"/peruutus", url.Values{"version": {itoa(p.find(a).Version)}}, "/omat-teot#teko-"+number(a))
		}},
	} {
		step.does()
		p.shows("member", "/omat-teot", `href="`+path+`"`, "Lue teksti")
		p.shows("member", path, step.status, "Salaisuus tarpeena.", a.Approach, a.Results)
		if strings.Contains(p.as("member", path, nil).Body.String(), "/lahetys") {
			t.Errorf("%s: the page offers to send the act", step.status)
		}
		for _, who := range []string{"moderator", "coach", "admin"} {
			if w := p.as(who, path, nil); w.Code != http.StatusNotFound {
				t.Errorf("%s: %s reads the author's page: %d", step.status, who, w.Code)
			}
		}
	}
}

// What its writer has said is marked as of the act's language, wherever the page
// is in another.
func TestTheTextOfAnActHasItsLanguage(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.jointly("Luettava oma teko")
	path := "/ilmoita-teko/" + number(a) + "/tarkista"
	for _, words := range []string{a.Title, a.Lead, a.Unit, strings.Join(a.Tags, ", "), "Suomi"} {
		p.shows("member", "/sv"+path, `<dd class="prose" lang="fi">`+words+`</dd>`)
		p.shows("member", path, `<dd class="prose">`+words+`</dd>`)
	}
	p.shows("member", "/sv"+path, `<dd class="prose" lang="fi"><p>Salaisuus tarpeena.`)
}

// Of an update that waits they read the new text; of an act that is out without
// one there is its page.
func TestAuthorsReadTheUpdateThatTheyHaveSent(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.jointly("Päivitettävä oma teko")
	a = p.live(a.ID, func(a *act.Act) []error {
		m, at := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, at), a.Approve(m, nil, at), a.Publish(m, at)}
	})
	path := "/ilmoita-teko/" + number(a) + "/tarkista"
	if w := p.as("member", path, nil); w.Code != http.StatusSeeOther {
		t.Errorf("of an act that is out: %d", w.Code)
	}
	w, err := p.site.Acts.Revise(t.Context(), p.accounts["member"], a.ID)
	if err != nil {
		t.Fatal(err)
	}
	w.Results = "Tulokset ovat uudet."
	if w, err = p.site.Acts.Edit(t.Context(), p.accounts["member"], a.ID, w.Version, w.Content); err != nil {
		t.Fatal(err)
	}
	p.shows("member", path, "/lahetys")
	if _, err = p.site.Acts.Submit(t.Context(), p.accounts["member"], a.ID, w.Version); err != nil {
		t.Fatal(err)
	}
	p.shows("member", "/omat-teot", `href="`+path+`"`)
	p.shows("member", path, "Päivitys", "Tulokset ovat uudet.")
}

// Taking back is asked first: the button is folded away with words on what
// happens to the text, which differ by what there is to lose.
func TestTakingBackIsAskedFirst(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	folded := regexp.MustCompile(`(?s)<details class="disclose"><summary aria-label="([^"]+)">[^<]+</summary> ?<form [^>]*/peruutus">(.*?)</form></details>`)
	asked := func(summary, told string) {
		t.Helper()
		html := p.as("member", "/omat-teot", nil).Body.String()
		for _, found := range folded.FindAllStringSubmatch(html, -1) {
			if found[1] == summary && strings.Contains(found[2], told) {
				return
			}
		}
		t.Errorf("nothing asks %q and tells %q:\n%s", summary, told, html)
	}
	p.draftOf()
	asked("Luovu luonnoksesta: Nimetön luonnos", "Luonnosta ei voi sen jälkeen muokata")
	a := p.jointly("Harkittava oma teko")
	asked("Peru teko: Harkittava oma teko", "Et voi lähettää sitä uudelleen")
	p.live(a.ID, func(a *act.Act) []error {
		m, at := p.accounts["moderator"], p.site.Now()
		return []error{a.Take(m, at), a.Approve(m, nil, at), a.Publish(m, at)}
	})
	if html := p.as("member", "/omat-teot", nil).Body.String(); strings.Contains(html, "Muut tekijät saavat siitä viestin.") {
		t.Error("who writes alone is told of other authors")
	}
	if _, err := p.db.Exec(t.Context(), "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, p.accounts["editor"].ID); err != nil {
		t.Fatal(err)
	}
	p.posted("member", "/omat-teot/"+number(a)+"/paivitys", url.Values{}, "/ilmoita-teko/"+number(a)+"/tarve")
	asked("Peru päivitys: Harkittava oma teko", "ja siihen lisätyt liitteet häviävät")
	asked("Peru päivitys: Harkittava oma teko", "Muut tekijät saavat siitä viestin.")
	html := p.as("member", "/omat-teot", nil).Body.String()
	if forms, questions := strings.Count(html, `/peruutus"`), len(folded.FindAllString(html, -1)); forms != 2 || questions != forms {
		t.Errorf("%d forms take back, %d of them ask first; want 2 and 2", forms, questions)
	}
}

// Before an act is sent its writer reads what in the text may be somebody's own.
func TestTheLastStepTellsOfPersonalData(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	path := "/ilmoita-teko/" + number(a) + "/tarkista"
	told := func() bool {
		return strings.Contains(p.as("member", path, nil).Body.String(), "Tekstissä voi olla henkilötietoja")
	}
	if told() {
		t.Error("a text that tells of nobody is said to")
	}
	a.Results = "Kysy Maijalta, 040 123 4567."
	if _, err := p.site.Acts.Edit(t.Context(), p.accounts["member"], a.ID, a.Version, a.Content); err != nil {
		t.Fatal(err)
	}
	p.shows("member", path, `/tulokset#results">Mitä muuttui?</a> – 040 123 4567`, "/lahetys")
	if !told() {
		t.Error("a telephone number goes unnoticed")
	}
}
