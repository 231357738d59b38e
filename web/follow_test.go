package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/postgres"
)

// following is what a person keeps an eye on.
func (p *portal) following(who string) follow.Following {
	p.t.Helper()
	f, err := p.site.Follows.Of(p.t.Context(), p.accounts[who])
	if err != nil {
		p.t.Fatal(err)
	}
	return f
}

// A visitor who wants to follow a list signs in and comes back to that very
// list; the order and the page of it are not kept.
func TestAListIsFollowedFromItsPage(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	link := "/oma/seuranta/uusi?kieli=fi"
	for _, from := range []string{"/tekojen-tori?kieli=fi&sivu=1&jarjestys=vanhimmat", "/tekojen-tori?kieli=fi"} {
		if page := p.as("visitor", from, nil).Body.String(); !strings.Contains(page, `href="`+link+`"`) {
			t.Errorf("%s does not lead to %s", from, link)
		}
	}
	if to := p.as("visitor", link, nil).Header().Get("Location"); to != "/kirjaudu?next="+url.QueryEscape(link) {
		t.Errorf("a visitor is led to %s", to)
	}
	if page := p.as("member", link, nil).Body.String(); !strings.Contains(page, `name="query" value="kieli=fi"`) {
		t.Error("the page does not ask about the list")
	}
	form := url.Values{"query": {"kieli=fi"}, "rhythm": {"each"}}
	for range 2 {
		if w := p.as("member", "/oma/seuranta/uusi", form); w.Code != http.StatusSeeOther {
			t.Fatalf("following: %d", w.Code)
		}
	}
	if f := p.following("member"); len(f.Follows) != 1 || f.Follows[0].Query != "kieli=fi" || f.Rhythm != follow.Each {
		t.Errorf("followed: %+v", f)
	}
	for bad, want := range map[string]int{"kieli=xx": http.StatusNotFound, "%zz": http.StatusBadRequest, "alkaen=eilen": http.StatusUnprocessableEntity} {
		if w := p.as("member", "/oma/seuranta/uusi", url.Values{"query": {bad}, "rhythm": {"each"}}); w.Code != want {
			t.Errorf("a list %q: %d, want %d", bad, w.Code, want)
		}
	}
	if w := p.as("member", "/oma/seuranta/uusi", url.Values{"query": {"kieli=sv"}}); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("without a rhythm: %d", w.Code)
	}
	for _, place := range []string{"/toimialat/opetus-ja-kasvatus", "/teemat/osaaminen-ja-oppiminen", "/organisaatiot/limingan-kunta"} {
		if page := p.as("visitor", place, nil).Body.String(); !strings.Contains(page, `href="/oma/seuranta/uusi?`) {
			t.Errorf("%s cannot be followed", place)
		}
	}
	b := p.published(2, func(*act.Content) {})
	if err := p.site.Follows.Send(t.Context()); err != nil {
		t.Fatal(err)
	}
	mails, err := postgres.Values[string](t.Context(), p.db, "SELECT body FROM mail_message WHERE unsubscribe <> ''")
	if err != nil || len(mails) != 1 || !strings.Contains(mails[0], "/katso/"+b.Slug) || strings.Contains(mails[0], "/katso/"+a.Slug+"\n") {
		t.Errorf("mailed: %v, %v", mails, err)
	}
}

// An act is kept and followed from its page, and let go from there or from the
// page of what one keeps an eye on; another's is left alone.
func TestAnActIsKeptAndFollowed(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	at := "/katso/" + a.Slug
	press := func(who, path, on string) {
		t.Helper()
		if w := p.as(who, path, url.Values{"on": {on}}); w.Code != http.StatusSeeOther {
			t.Fatalf("%s as %s: %d", path, who, w.Code)
		}
	}
	press("member", at+"/kirjanmerkki", "yes")
	press("member", at+"/seuranta", "yes")
	press("editor", at+"/seuranta", "yes")
	page := p.as("member", at, nil).Body.String()
	if strings.Count(page, `name="on" value="no"`) != 2 {
		t.Error("the page of the act does not say that it is kept and followed")
	}
	if w := p.as("visitor", at+"/kirjanmerkki", url.Values{"on": {"yes"}}); !strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu?next=") {
		t.Errorf("a visitor's bookmark: %d %s", w.Code, w.Header().Get("Location"))
	}
	f, others := p.following("member"), p.following("editor")
	press("member", "/oma/seuranta/"+itoa(int(others.Follows[0].ID))+"/poisto", "")
	if len(p.following("editor").Follows) != 1 {
		t.Error("the follow of another is gone")
	}
	press("member", "/oma/seuranta/"+itoa(int(f.Follows[0].ID))+"/poisto", "")
	press("member", "/oma/kirjanmerkit/"+number(a)+"/poisto", "")
	if f := p.following("member"); len(f.Follows)+len(f.Bookmarks) != 0 {
		t.Errorf("left: %+v", f)
	}
}

// A program that reads mail ends the mails by one POST, without a cookie, an
// origin or a redirect; opening the link does nothing.
func TestMailsEndInOneClick(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.as("member", "/oma/seuranta/uusi", url.Values{"query": {""}, "rhythm": {"each"}})
	p.published(1, func(*act.Content) {})
	if err := p.site.Follows.Send(t.Context()); err != nil {
		t.Fatal(err)
	}
	link, err := postgres.Value[string](t.Context(), p.db, "SELECT unsubscribe FROM mail_message WHERE unsubscribe <> ''")
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	if w := p.as("visitor", u.Path, nil); w.Code != http.StatusOK || p.following("member").Rhythm != follow.Each {
		t.Errorf("opening the link: %d, and the rhythm is %s", w.Code, p.following("member").Rhythm)
	}
	for range 2 {
		r := httptest.NewRequest("POST", u.Path, strings.NewReader("List-Unsubscribe=One-Click"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		p.handler.ServeHTTP(w, r)
		if w.Code != http.StatusOK || len(w.Result().Cookies()) > 0 {
			t.Errorf("one click: %d, cookies %v", w.Code, w.Result().Cookies())
		}
	}
	if f := p.following("member"); f.Rhythm != follow.None || len(f.Follows) != 1 {
		t.Errorf("after one click: %+v", f)
	}
	if w := p.as("visitor", "/viestit/ABC", url.Values{}); w.Code != http.StatusNotFound {
		t.Errorf("a link of nobody's: %d", w.Code)
	}
}
