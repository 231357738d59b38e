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
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web/gallery"
)

const helpers = organization.ID(9) // whose coordinator is asked for help

// secretDraft is a draft of a member's at the organisation of the coordinator.
func (p *portal) secretDraft() act.Act {
	p.t.Helper()
	p.settle("coordinator", helpers)
	c := acttest.Content()
	c.Title, c.Need, c.OrganizationID, c.PartnerIDs = "Salaisuus luonnoksena", "Salaisuus tarpeena.", helpers, []organization.ID{8}
	a, err := p.site.Acts.Begin(p.t.Context(), p.accounts["member"], strings.Repeat("0", 31)+"8", c)
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

// sees reports whether somebody may read and comment on a draft: if not, every
// address of it is one of nothing.
func (p *portal) sees(who string, a act.Act) bool {
	p.t.Helper()
	w := p.as(who, opening.Path(a.ID), nil)
	listed := strings.Contains(p.as(who, "/oma/organisaatio", nil).Body.String(), "Salaisuus")
	if w.Code == http.StatusOK && listed && strings.Contains(w.Body.String(), "Salaisuus tarpeena.") {
		return true
	}
	words := url.Values{"version": {itoa(a.Version)}, "title": {"Murrettu luonnos tässä"}}
	for path, form := range map[string]url.Values{
		opening.Path(a.ID) + "/teksti": nil, opening.Path(a.ID) + "/teksti?": words,
		opening.Path(a.ID) + "/huomiot": {"form_key": {strings.Repeat("0", 31) + "1"}, "section": {"need"}, "body": {"Murto."}},
	} {
		if got := p.as(who, path, form); got.Code != http.StatusNotFound {
			p.t.Errorf("%s gets %s of what is not open: %d", who, path, got.Code)
		}
	}
	if w.Code != http.StatusNotFound || listed {
		p.t.Errorf("%s: %d, listed %t", who, w.Code, listed)
	}
	return false
}

// A draft that is not open is nothing to coordinators, on every surface; what
// is open to some of them is nothing to others.
func TestUnopenedDraftsLeakToNoCoordinator(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.secretDraft()
	picture := attachmenttest.Ready(t, p.site.Attachments, p.accounts["member"], a, attachmenttest.File("salaisuus.jpg", attachmenttest.JPEG(500, 300)))
	other := p.published(1, func(*act.Content) {})
	p.signInAs("partner", account.Coordinator)
	p.settle("partner", 8)
	for _, open := range []bool{false, true} {
		if open {
			p.posted("member", opening.OwnPath(a.ID), url.Values{}, opening.OwnPath(a.ID))
		}
		if got := p.sees("coordinator", a); got != open {
			t.Errorf("opened %t, and its coordinator sees it: %t", open, got)
		}
		if p.sees("partner", a) {
			t.Error("the coordinator of a partner sees it")
		}
		for _, who := range []string{"coordinator", "partner", "moderator", "admin"} {
			for _, surface := range append(surfaces(other.Slug, p.site.Organizations.Directory().Get(helpers).Slug), "/omat-teot", "/oma", "/moderointi", "/moderointi/teot?tila=draft") {
				if body := p.as(who, surface, nil).Body.String(); strings.Contains(body, "Salaisuus") {
					t.Errorf("%s sees a draft on %s", who, surface)
				}
			}
			for _, path := range []string{
				gallery.Path(picture, 480), opening.OwnPath(a.ID), fmt.Sprintf("/ilmoita-teko/%d/tarve", int64(a.ID)), fmt.Sprintf("/ilmoita-teko/%d/tarkista", int64(a.ID)),
				fmt.Sprintf("/omat-teot/%d/tekijat", int64(a.ID)), fmt.Sprintf("/moderointi/teot/%d", int64(a.ID)),
			} {
				if w := p.as(who, path, nil); w.Code != http.StatusNotFound && w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "Salaisuus") {
					t.Errorf("%s gets %s: %d", who, path, w.Code)
				}
			}
			if _, err := p.site.Acts.Edit(t.Context(), p.accounts[who], a.ID, a.Version, a.Content); err == nil {
				t.Errorf("%s edits a draft of another", who)
			}
		}
	}
}

// The consent ends at once with whatever it was given for.
func TestAnOpeningEndsAtOnce(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.secretDraft()
	member := p.accounts["member"]
	open := func() {
		t.Helper()
		p.posted("member", opening.OwnPath(a.ID), url.Values{"edits": {"on"}}, opening.OwnPath(a.ID))
		if !p.sees("coordinator", a) {
			t.Fatal("what is open is not seen")
		}
	}
	gone := func(why string) {
		t.Helper()
		if p.sees("coordinator", a) {
			t.Errorf("%s, and the coordinator still sees it", why)
		}
	}
	edit := func(o organization.ID) {
		t.Helper()
		now, err := p.site.Acts.Find(t.Context(), member, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		now.Content.OrganizationID = o
		if a, err = p.site.Acts.Edit(t.Context(), member, a.ID, now.Version, now.Content); err != nil {
			t.Fatal(err)
		}
	}
	open()
	p.posted("member", opening.OwnPath(a.ID)+"/lopetus", url.Values{}, opening.OwnPath(a.ID))
	gone("taken back")
	open()
	edit(7)
	gone("another organisation")
	edit(helpers)
	gone("the organisation again, but no new consent")
	open()
	if _, err := p.db.Exec(t.Context(), "UPDATE account SET roles = '{}' WHERE id = $1", p.accounts["coordinator"].ID); err != nil {
		t.Fatal(err)
	}
	if w := p.as("coordinator", opening.Path(a.ID), nil); w.Code == http.StatusOK {
		t.Error("who is no coordinator any more sees the draft")
	}
	if _, err := p.db.Exec(t.Context(), "UPDATE account SET roles = '{coordinator}' WHERE id = $1", p.accounts["coordinator"].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := p.site.Acts.Submit(t.Context(), member, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	if w := p.as("coordinator", opening.Path(a.ID), nil); w.Code != http.StatusNotFound {
		t.Errorf("what has been sent is still open: %d", w.Code)
	}
}

// A coordinator comments on a draft, and mends it where that is allowed: of two
// who write at the same time the second is shown both texts. The owner reads
// of everything that was done.
func TestACoordinatorHelps(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.secretDraft()
	p.posted("member", opening.OwnPath(a.ID), url.Values{}, opening.OwnPath(a.ID))
	p.shows("member", "/omat-teot", "Avattu organisaation koordinaattoreille")
	p.shows("coordinator", opening.Path(a.ID), "Salaisuus tarpeena.")
	hint := url.Values{"form_key": {strings.Repeat("0", 31) + "1"}, "section": {"need"}, "body": {"Kuka tätä tarvitsi?"}}
	if w := p.as("coordinator", opening.Path(a.ID)+"/huomiot", url.Values{"form_key": {strings.Repeat("0", 31) + "2"}, "section": {"need"}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("an empty comment: %d", w.Code)
	}
	for range 2 {
		p.posted("coordinator", opening.Path(a.ID)+"/huomiot", hint, opening.Path(a.ID))
	}
	p.shows("member", fmt.Sprintf("/ilmoita-teko/%d/tarve", int64(a.ID)), "Kuka tätä tarvitsi?")
	if w := p.as("coordinator", opening.Path(a.ID)+"/teksti", nil); w.Code != http.StatusForbidden {
		t.Errorf("what is open for reading is mended: %d", w.Code)
	}
	p.posted("member", opening.OwnPath(a.ID), url.Values{"edits": {"on"}}, opening.OwnPath(a.ID))
	words := url.Values{"version": {itoa(a.Version)}}
	for _, f := range act.WordingFields() {
		words.Set(f, a.Wording().Of(f))
	}
	words.Set("need", "Selvempi tarve.")
	p.posted("coordinator", opening.Path(a.ID)+"/teksti", words, opening.Path(a.ID))
	words.Set("need", "Vielä selvempi tarve.")
	if w := p.as("coordinator", opening.Path(a.ID)+"/teksti", words); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "Vielä selvempi tarve.") {
		t.Errorf("an old version overwrites: %d", w.Code)
	}
	now, err := p.site.Acts.Find(t.Context(), p.accounts["member"], a.ID)
	if err != nil || now.Need != "Selvempi tarve." || now.Contacts[0] != a.Contacts[0] || now.Status != act.Draft {
		t.Errorf("the draft is %+v, %v", now.Content, err)
	}
	name := p.accounts["coordinator"].CallName()
	p.shows("member", opening.OwnPath(a.ID), name+" katsoi luonnosta", name+" kommentoi luonnosta", name+" korjasi tekstiä", "Kuka tätä tarvitsi?")
	steps, err := postgres.Values[string](t.Context(), p.db, "SELECT deed FROM act_opening_step ORDER BY id")
	if want := "opened looked hinted opened for edits edited"; err != nil || strings.Join(steps, " ") != want {
		t.Errorf("the steps are %q, %v, want %q", strings.Join(steps, " "), err, want)
	}
	for word, to := range map[string]string{"Sinulle on avattu luonnos": "coordinator", "Luonnostasi on kommentoitu": "member"} {
		got, err := postgres.Values[string](t.Context(), p.db, "SELECT recipient FROM mail_message WHERE strpos(subject, $1) > 0", word)
		if err != nil || len(got) != 1 || got[0] != p.accounts[to].Email {
			t.Errorf("%q went to %v, %v", word, got, err)
		}
	}
}

// The owner is told when the organisation has no coordinator, and nobody would
// read the draft: also when the only one is the owner.
func TestNobodyWouldRead(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.secretDraft()
	const words = "ei ole vielä koordinaattoria"
	if body := p.as("member", opening.OwnPath(a.ID), nil).Body.String(); strings.Contains(body, words) {
		t.Error("there is a coordinator, and the owner reads of none")
	}
	p.settle("coordinator", 8)
	p.shows("member", opening.OwnPath(a.ID), words, fmt.Sprintf("/omat-teot/%d/tekijat", int64(a.ID)))
	p.settle("coordinator", helpers)
	if _, err := p.db.Exec(t.Context(), "UPDATE act SET owner_id = $1 WHERE id = $2", p.accounts["coordinator"].ID, a.ID); err != nil {
		t.Fatal(err)
	}
	p.shows("coordinator", opening.OwnPath(a.ID), words)
}

// Nobody but its owner opens a draft, and none that names no organisation.
func TestOnlyTheOwnerOpensADraft(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.secretDraft()
	for _, who := range []string{"coordinator", "moderator", "admin", "editor"} {
		for _, path := range []string{opening.OwnPath(a.ID), opening.OwnPath(a.ID) + "/lopetus"} {
			if w := p.as(who, path, url.Values{}); w.Code != http.StatusNotFound {
				t.Errorf("%s posts %s: %d", who, path, w.Code)
			}
		}
	}
	if _, err := p.db.Exec(t.Context(), "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, p.accounts["editor"].ID); err != nil {
		t.Fatal(err)
	}
	p.shows("editor", opening.OwnPath(a.ID), "Vain teon omistaja voi avata")
	if w := p.as("editor", opening.OwnPath(a.ID), url.Values{}); w.Code != http.StatusForbidden {
		t.Errorf("an author opens the draft: %d", w.Code)
	}
	c := a.Content
	c.OrganizationID = 0
	if _, err := p.site.Acts.Edit(t.Context(), p.accounts["member"], a.ID, a.Version, c); err != nil {
		t.Fatal(err)
	}
	if w := p.as("member", opening.OwnPath(a.ID), url.Values{}); w.Code != http.StatusConflict {
		t.Errorf("a draft without an organisation opens: %d", w.Code)
	}
}
