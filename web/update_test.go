package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web/gallery"
)

// outWithPicture is an act of the member that is out, with a picture.
func (p *portal) outWithPicture() (act.Act, attachment.Attachment) {
	p.t.Helper()
	owner, moderator, now := p.accounts["member"], p.accounts["moderator"], time.Now
	a, err := p.site.Acts.Begin(p.t.Context(), owner, "0198b1f2-0000-7000-8000-0000000000aa", acttest.Content())
	if err != nil {
		p.t.Fatal(err)
	}
	old := attachmenttest.Ready(p.t.(*testing.T), p.site.Attachments, owner, a, attachmenttest.File("vanha.jpg", attachmenttest.JPEG(500, 300)))
	return p.live(a.ID, func(a *act.Act) []error {
		return []error{a.Submit(owner, now()), a.Take(moderator, now()), a.Approve(moderator, nil, now()), a.Publish(moderator, now())}
	}), old
}

// updated is the act as the member works on it.
func (p *portal) updated(a act.Act) act.Act {
	p.t.Helper()
	w, err := p.site.Acts.Working(p.t.Context(), p.accounts["member"], a.ID)
	if err != nil {
		p.t.Fatal(err)
	}
	return w
}

// desk posts a deed of a moderator on the version that is on the table.
func (p *portal) desk(a act.Act, deed string, version int, want int, fields url.Values) {
	p.t.Helper()
	if fields == nil {
		fields = url.Values{}
	}
	fields.Set("version", fmt.Sprint(version))
	if w := p.as("moderator", fmt.Sprintf("/moderointi/teot/%d/%s", int64(a.ID), deed), fields); w.Code != want {
		p.t.Fatalf("%s: %d, want %d\n%.300s", deed, w.Code, want, w.Body)
	}
	p.look()
}

// TestAnUpdateIsHeldUntilItIsApproved goes the way of an update with its files.
func TestAnUpdateIsHeldUntilItIsApproved(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, old := p.outWithPicture()
	path := fmt.Sprintf("/omat-teot/%d/paivitys", int64(a.ID))
	for range 2 { // twice begins one
		if w := p.as("member", path, url.Values{}); w.Code != http.StatusSeeOther || !strings.HasSuffix(w.Header().Get("Location"), "/tarve") {
			t.Fatalf("begin: %d %s", w.Code, w.Header().Get("Location"))
		}
	}
	owner := p.accounts["member"]
	u := p.updated(a)
	content := u.Content
	content.Title, content.Need = "Uusi salainen nimi", "Uusi salainen tarve."
	u, err := p.site.Acts.Edit(t.Context(), owner, a.ID, u.Version, content)
	if err != nil {
		t.Fatal(err)
	}
	fresh := attachmenttest.Ready(t, p.site.Attachments, owner, u, attachmenttest.File("uusi.jpg", attachmenttest.JPEG(640, 300)))
	if err := p.site.Attachments.Remove(t.Context(), owner, a.ID, old.ID); err != nil {
		t.Fatal(err)
	}
	unchanged := func(when string, moderatorSees bool) {
		t.Helper()
		for _, who := range []string{"visitor", "coordinator", "moderator", "member"} {
			for _, at := range []string{"/katso/" + a.Slug, "/tekojen-tori", "/api/v1/acts/" + a.Slug, "/syote/teot.atom", "/tekojen-tori?haku=salainen"} {
				if body := p.as(who, at, nil).Body.String(); strings.Contains(body, "salainen nimi") || strings.Contains(body, "salainen tarve") || strings.Contains(body, "uusi-") {
					t.Errorf("%s, %s sees the update on %s", when, who, at)
				}
			}
			if body := p.as(who, "/katso/"+a.Slug, nil).Body.String(); !strings.Contains(body, acttest.Content().Title) || !strings.Contains(body, "vanha-") {
				t.Errorf("%s, %s does not see the act as it was", when, who)
			}
			want := http.StatusNotFound
			if who == "member" || who == "moderator" && moderatorSees {
				want = http.StatusOK
			}
			if w := p.as(who, gallery.Path(fresh, 480), nil); w.Code != want || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%s, %s gets the new picture: %d, want %d", when, who, w.Code, want)
			}
			if w := p.as(who, gallery.Path(old, 480), nil); w.Code != http.StatusOK {
				t.Errorf("%s, %s gets the old picture: %d", when, who, w.Code)
			}
		}
	}
	unchanged("as a draft", false)
	if strings.Contains(p.as("moderator", "/moderointi", nil).Body.String(), "salainen") {
		t.Error("a draft is in the queue")
	}
	form := func() url.Values { return url.Values{"version": {fmt.Sprint(p.updated(a).Version)}} }
	send := fmt.Sprintf("/ilmoita-teko/%d/lahetys", int64(a.ID))
	if err := p.site.Attachments.Describe(t.Context(), owner, a.ID, map[attachment.ID]string{fresh.ID: ""}); err != nil {
		t.Fatal(err)
	}
	if w := p.as("member", send, form()); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("sent without a description of the new picture: %d", w.Code)
	}
	if err := p.site.Attachments.Describe(t.Context(), owner, a.ID, map[attachment.ID]string{fresh.ID: "Uusi kuva"}); err != nil {
		t.Fatal(err)
	}
	if w := p.as("member", send, form()); w.Code != http.StatusSeeOther {
		t.Fatalf("send: %d\n%s", w.Code, w.Body)
	}
	unchanged("as sent", true)
	if queue := p.as("moderator", "/moderointi", nil).Body.String(); !strings.Contains(queue, "Uusi salainen nimi") {
		t.Error("the update is not in the queue")
	}
	stale := p.updated(a).Version
	p.desk(a, "otto", stale, http.StatusSeeOther, nil)
	p.desk(a, "otto", stale, http.StatusConflict, nil)
	if page := p.as("moderator", fmt.Sprintf("/moderointi/teot/%d", int64(a.ID)), nil).Body.String(); !strings.Contains(page, "<del>") || !strings.Contains(page, "<ins>Uusi salainen") {
		t.Error("the moderator does not see what has changed")
	}
	p.desk(a, "palautus", p.updated(a).Version, http.StatusSeeOther, url.Values{"reason": {"Lisää luku."}})
	if body := p.as("member", "/omat-teot", nil).Body.String(); !strings.Contains(body, "Lisää luku.") {
		t.Error("the owner does not read the reason")
	}
	if w := p.as("member", send, form()); w.Code != http.StatusSeeOther {
		t.Fatalf("send again: %d", w.Code)
	}
	unchanged("as sent again", true)
	p.desk(a, "otto", p.updated(a).Version, http.StatusSeeOther, nil)
	p.desk(a, "julkaisu", p.updated(a).Version, http.StatusSeeOther, nil)
	if body := p.as("visitor", "/katso/"+a.Slug, nil).Body.String(); !strings.Contains(body, "Uusi salainen nimi") || strings.Contains(body, "vanha-") || !strings.Contains(body, "Uusi kuva") {
		t.Error("the approved update is not out")
	}
	if w := p.as("visitor", gallery.Path(old, 480), nil); w.Code != http.StatusNotFound {
		t.Errorf("the picture that was removed: %d", w.Code)
	}
	now, err := p.site.Acts.Find(t.Context(), owner, a.ID)
	if err != nil || now.Status != act.Published || !now.FirstPublishedAt.Equal(*a.FirstPublishedAt) || now.Slug != a.Slug || now.Revision != 3 {
		t.Errorf("after it: %s, first published %v, slug %s, revision %d, %v", now.Status, now.FirstPublishedAt, now.Slug, now.Revision, err)
	}
	mails, err := postgres.Values[string](t.Context(), p.db, "SELECT subject FROM mail_message WHERE recipient = $1 ORDER BY id", owner.Email)
	if last := mails[len(mails)-1]; err != nil || last != "Päivityksesi on julkaistu: Uusi salainen nimi" {
		t.Errorf("mails to the owner: %q, %v", mails, err)
	}
}

// TestADroppedUpdateLeavesTheActAsItWas withdraws one, and has one rejected.
func TestADroppedUpdateLeavesTheActAsItWas(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"withdrawn", "rejected"} {
		p := newPortal(t)
		a, old := p.outWithPicture()
		owner := p.accounts["member"]
		u, err := p.site.Acts.Revise(t.Context(), owner, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		fresh := attachmenttest.Ready(t, p.site.Attachments, owner, u, attachmenttest.File("uusi.jpg", attachmenttest.JPEG(640, 300)))
		for _, err := range []error{
			p.site.Attachments.Remove(t.Context(), owner, a.ID, old.ID),
			p.site.Attachments.Describe(t.Context(), owner, a.ID, map[attachment.ID]string{fresh.ID: "Uusi", old.ID: "Toinen"}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if end == "withdrawn" {
			if w := p.as("member", fmt.Sprintf("/omat-teot/%d/peruutus", int64(a.ID)), url.Values{"version": {fmt.Sprint(u.Version)}}); w.Code != http.StatusSeeOther {
				t.Fatalf("withdraw: %d", w.Code)
			}
		} else {
			if u, err = p.site.Acts.Submit(t.Context(), owner, a.ID, u.Version); err != nil {
				t.Fatal(err)
			}
			p.desk(a, "otto", u.Version, http.StatusSeeOther, nil)
			p.desk(a, "hylkays", p.updated(a).Version, http.StatusSeeOther, url.Values{"reason": {"Ei näin."}})
		}
		now := p.updated(a)
		files, err := p.site.Attachments.Of(t.Context(), now, owner)
		if now.Updating || now.Status != act.Published || now.Version != a.Version || err != nil || len(files) != 1 || files[0].ID != old.ID || files[0].Alt != old.Alt {
			t.Errorf("%s: updating %t, %s, version %d, was %d; files %+v, %v", end, now.Updating, now.Status, now.Version, a.Version, files, err)
		}
		if again, err := p.site.Acts.Revise(t.Context(), owner, a.ID); err != nil || again.Version <= u.Version {
			t.Errorf("%s: a new update has version %d after %d, %v", end, again.Version, u.Version, err)
		}
	}
}

// TestWhatIsOutCanBeHiddenWhileItsUpdateWaits hides by the version of the act,
// and the update comes true in what is hidden.
func TestWhatIsOutCanBeHiddenWhileItsUpdateWaits(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, _ := p.outWithPicture()
	owner := p.accounts["member"]
	u, err := p.site.Acts.Revise(t.Context(), owner, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if u, err = p.site.Acts.Submit(t.Context(), owner, a.ID, u.Version); err != nil {
		t.Fatal(err)
	}
	p.desk(a, "piilotus", a.Version, http.StatusSeeOther, url.Values{"reason": {"Virhe."}})
	if w := p.as("visitor", "/katso/"+a.Slug, nil); w.Code != http.StatusNotFound {
		t.Errorf("a hidden act: %d", w.Code)
	}
	p.desk(a, "otto", u.Version, http.StatusSeeOther, nil)
	p.desk(a, "julkaisu", p.updated(a).Version, http.StatusSeeOther, nil)
	if now := p.updated(a); now.Status != act.Hidden || now.Updating {
		t.Errorf("after the approval it is %s, updating %t", now.Status, now.Updating)
	}
}
