package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// settle puts somebody into an organisation, and is its name.
func (p *portal) settle(who string, o organization.ID) string {
	p.t.Helper()
	if _, err := p.db.Exec(p.t.Context(), "UPDATE account SET organization_id = nullif($1::bigint, 0) WHERE id = $2", o, p.accounts[who].ID); err != nil {
		p.t.Fatal(err)
	}
	a := p.accounts[who]
	a.OrganizationID = int64(o)
	p.accounts[who] = a
	return p.site.Organizations.Directory().Name(p.t.Context(), o)
}

// belonging is somebody as a member of an organisation.
func belonging(who account.Account, o organization.ID) account.Account {
	who.OrganizationID = int64(o)
	return who
}

// posted is the answer to a form that has to lead on to a page.
func (p *portal) posted(who, path string, form url.Values, to string) {
	p.t.Helper()
	if w := p.as(who, path, form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != to {
		p.t.Fatalf("%s posts %s: %d to %q, want %q", who, path, w.Code, w.Header().Get("Location"), to)
	}
}

// shows fails unless a page of somebody has all of the words.
func (p *portal) shows(who, path string, words ...string) {
	p.t.Helper()
	w := p.as(who, path, nil)
	for _, word := range words {
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), word) {
			p.t.Errorf("%s does not see %q on %s: %d\n%s", who, word, path, w.Code, w.Body)
		}
	}
}

// Whoever asks for a membership waits for the coordinator's answer, writes and
// sends acts meanwhile, and speaks for the organisation only after the yes.
func TestAMembershipIsAskedForAndAnswered(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	const own = organization.ID(9)
	name := p.settle("coordinator", own)
	a := p.published(2, func(*act.Content) {})
	x, err := p.site.Adoptions.Tell(t.Context(), p.accounts["coordinator"], a.ID, adoption.Telling{State: adoption.Tried})
	if err != nil {
		t.Fatal(err)
	}
	p.shows("member", "/oma", "Et ole minkään organisaation jäsen")
	if w := p.as("member", "/oma/jasenyys", url.Values{"organization": {"Ei sellaista kuntaa"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Ei sellaista kuntaa") {
		t.Errorf("an unknown organisation: %d", w.Code)
	}
	p.posted("member", "/oma/jasenyys", url.Values{"organization": {name}}, "/oma/jasenyys")
	p.shows("member", "/oma", "odotat vastausta: "+name)
	p.shows("member", "/oma/jasenyys", "Odotat vastausta: "+name, "Peru pyyntö")
	id, err := postgres.Value[int64](t.Context(), p.db, "SELECT id FROM membership_request")
	if err != nil {
		t.Fatal(err)
	}
	request := fmt.Sprintf("/jasenyydet/%d", id)
	p.shows("coordinator", "/oma/organisaatio", request, p.accounts["member"].Email, `<a href="#pyynnot">1</a>`)
	p.shows("coordinator", request, p.accounts["member"].Email, name)
	for _, w := range []int{p.as("member", fmt.Sprintf("/kayttoonotot/%d/vahvistus", int64(x.ID)), url.Values{}).Code, p.as("member", fmt.Sprintf("/kayttoonotot/%d/poisto", int64(x.ID)), url.Values{}).Code} {
		if w != http.StatusForbidden {
			t.Errorf("who waits speaks for the organisation: %d", w)
		}
	}
	draft, err := p.site.Acts.Begin(t.Context(), p.accounts["member"], strings.Repeat("0", 31)+"9", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.site.Acts.Submit(t.Context(), p.accounts["member"], draft.ID, draft.Version); err != nil {
		t.Errorf("who waits cannot send an act: %v", err)
	}
	p.posted("coordinator", request, url.Values{"answer": {"yes"}}, "/oma/organisaatio")
	p.shows("member", "/oma", "Olet jäsen: "+name)
	p.shows("coordinator", "/oma/organisaatio", "Kukaan ei odota vastausta", fmt.Sprintf("/jasenet/%d/paattaminen", int64(p.accounts["member"].ID)))
	if w := p.as("member", fmt.Sprintf("/kayttoonotot/%d/poisto", int64(x.ID)), url.Values{}); w.Code != http.StatusSeeOther {
		t.Errorf("a member cannot tend what the organisation has told: %d", w.Code)
	}
}

// A no needs a reason, which its page keeps and the asker reads; administrators
// answer where nobody coordinates, and nobody else learns of a request.
func TestAMembershipIsRefusedWithAReason(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	name := p.site.Organizations.Directory().Name(t.Context(), 7)
	p.settle("coordinator", 8)
	p.posted("member", "/oma/jasenyys", url.Values{"organization": {name}}, "/oma/jasenyys")
	id, err := postgres.Value[int64](t.Context(), p.db, "SELECT id FROM membership_request")
	if err != nil {
		t.Fatal(err)
	}
	request := fmt.Sprintf("/jasenyydet/%d", id)
	if w := p.as("coordinator", request, nil); w.Code != http.StatusNotFound || strings.Contains(p.as("coordinator", "/oma/organisaatio", nil).Body.String(), request) {
		t.Errorf("a coordinator of another organisation sees the request: %d", w.Code)
	}
	p.shows("admin", "/yllapito", "1 henkilö odottaa vastausta")
	p.shows("admin", "/yllapito/jasenyydet", request, name)
	if w := p.as("admin", request, url.Values{"answer": {"no"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `href="#reason"`) {
		t.Errorf("a no without a reason: %d", w.Code)
	}
	p.posted("admin", request, url.Values{"answer": {"no"}, "reason": {"Et ole <b>meillä</b>."}}, "/yllapito/jasenyydet")
	p.shows("member", "/oma/jasenyys", "ei hyväksynyt pyyntöäsi", "Et ole &lt;b&gt;meillä&lt;/b&gt;.")
	if w := p.as("member", "/oma/jasenyys", url.Values{"organization": {name}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("asked again at once: %d", w.Code)
	}
}

// A membership ends after a page that asks, by a coordinator of the
// organisation, an administrator or the member; others find nothing to end.
func TestAMembershipEnds(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	name := p.settle("coordinator", 9)
	p.settle("member", 9)
	p.settle("editor", 9)
	end := fmt.Sprintf("/jasenet/%d/paattaminen", int64(p.accounts["member"].ID))
	for _, who := range []string{"editor", "moderator", "juror"} {
		for _, form := range []url.Values{nil, {}} {
			if w := p.as(who, end, form); w.Code != http.StatusNotFound {
				t.Errorf("%s ends a membership: %d", who, w.Code)
			}
		}
	}
	p.shows("coordinator", end, name, p.accounts["member"].Name)
	for range 2 { // the second press says the same
		p.posted("coordinator", end, url.Values{}, "/oma/organisaatio")
		p.shows("coordinator", "/oma/organisaatio", "Jäsenyys on päättynyt: "+name)
	}
	if w := p.as("coordinator", end, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the page of what has ended: %d", w.Code)
	}
	p.shows("member", "/oma", "Et ole minkään organisaation jäsen")
	end = fmt.Sprintf("/jasenet/%d/paattaminen", int64(p.accounts["editor"].ID))
	p.shows("admin", fmt.Sprintf("/yllapito/henkilot/%d", int64(p.accounts["editor"].ID)), "Jäsen: "+name, end)
	p.posted("editor", end, url.Values{}, "/oma/jasenyys")
	own := fmt.Sprintf("/jasenet/%d/paattaminen", int64(p.accounts["coordinator"].ID))
	for _, who := range []string{"coordinator", "admin"} {
		if w := p.as(who, own, url.Values{}); w.Code != http.StatusNotFound {
			t.Errorf("%s ends the membership of a coordinator: %d", who, w.Code)
		}
	}
}

// A coordinator sees the acts that are coming by name and standing, and not
// those of others, nor drafts; what is confirmed leads back.
func TestTheBoardOfACoordinator(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	const own = organization.ID(9)
	p.settle("coordinator", own)
	for n, c := range []struct {
		title string
		at    organization.ID
		send  bool
	}{{"Oma matkalla oleva teko", own, true}, {"Oma keskeneräinen teko", own, false}, {"Toisten matkalla oleva teko", 8, true}} {
		content := acttest.Content()
		content.Title, content.OrganizationID, content.PartnerIDs = c.title, c.at, nil
		a, err := p.site.Acts.Begin(t.Context(), p.accounts["member"], fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", n+1), content)
		if err == nil && c.send {
			_, err = p.site.Acts.Submit(t.Context(), p.accounts["member"], a.ID, a.Version)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	p.shows("coordinator", "/oma/organisaatio", "Oma matkalla oleva teko", `<a href="#tulossa">1</a>`)
	body := p.as("coordinator", "/oma/organisaatio", nil).Body.String()
	if strings.Contains(body, "keskeneräinen") || strings.Contains(body, "Toisten") || strings.Contains(body, acttest.Content().Need) {
		t.Errorf("the coordinator sees more than is theirs:\n%s", body)
	}
	a := p.published(2, func(*act.Content) {})
	x, err := p.site.Adoptions.Tell(t.Context(), belonging(accounttest.New(t, p.db), own), a.ID, adoption.Telling{State: adoption.InUse})
	if err != nil {
		t.Fatal(err)
	}
	confirm := fmt.Sprintf("/kayttoonotot/%d/vahvistus", int64(x.ID))
	p.posted("coordinator", confirm, url.Values{"from": {"oma"}}, "/oma/organisaatio#vahvistettavat")
	p.posted("coordinator", confirm, url.Values{}, "/katso/"+a.Slug+"#kaytossa")
}
