package accountpage_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
)

var (
	secret   = regexp.MustCompile(`<strong class="num">([A-Z2-7 ]+)</strong>`)
	recovery = regexp.MustCompile(`<code>([A-Z2-7-]{19})</code>`)
)

// enrol signs in by password and takes an app into use: its secret and the
// recovery codes.
func (b *browser) enrol(a account.Account) (app string, codes []string) {
	b.t.Helper()
	b.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
	want(b.t, "begin", b.send("/oma/vahvistus", url.Values{}), http.StatusSeeOther, "/oma/vahvistus")
	w := b.send("/oma/vahvistus", nil)
	m := secret.FindStringSubmatch(w.Body.String())
	if m == nil || !strings.Contains(w.Body.String(), `<path d="M`) {
		b.t.Fatalf("no secret in the page: %s", w.Body)
	}
	want(b.t, "a wrong code", b.send("/oma/vahvistus/koodi", url.Values{"code": {"000000"}}), http.StatusUnprocessableEntity, "")
	w = b.send("/oma/vahvistus/koodi", url.Values{"code": {accounttest.CodeAt(b.t, m[1], time.Now())}})
	want(b.t, "the right code", w, http.StatusOK, "")
	for _, c := range recovery.FindAllStringSubmatch(w.Body.String(), -1) {
		codes = append(codes, c[1])
	}
	if len(codes) != 10 || w.Header().Get("Cache-Control") != "no-store" {
		b.t.Fatalf("%d recovery codes, Cache-Control %q", len(codes), w.Header().Get("Cache-Control"))
	}
	return m[1], codes
}

// With an app a password alone opens nothing; the sessions from before end,
// and the secret is shown no more.
func TestSecondFactorAtTheDoor(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	before, b := s.browser(), s.browser()
	before.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
	app, codes := b.enrol(a)
	want(t, "a session from before", before.send("/kirjaudu", nil), http.StatusOK, "")
	want(t, "the session of here", b.send("/kirjaudu", nil), http.StatusSeeOther, "/oma")
	if body := b.send("/oma/vahvistus", nil).Body.String(); strings.Contains(body, app) || !strings.Contains(body, "10 käyttämätöntä varakoodia") {
		t.Error("the secret is shown again, or not how many codes are left")
	}
	other := s.browser()
	w := other.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}, "next": {"/moderointi"}})
	path := w.Header().Get("Location")
	if other.cookie != nil || !strings.HasPrefix(path, "/kirjaudu/vahvistus/") {
		t.Fatalf("the password alone leads to %q, with a session %t", path, other.cookie != nil)
	}
	want(t, "the form", other.send(path, nil), http.StatusOK, "")
	w = other.send(path, url.Values{"code": {"123"}})
	want(t, "a wrong code", w, http.StatusUnprocessableEntity, "")
	if !strings.Contains(w.Body.String(), `href="#code"`) || other.cookie != nil {
		t.Error("a wrong code lets in, or is not told")
	}
	want(t, "the right code", other.send(path, url.Values{"code": {accounttest.NextCode(t, app)}}), http.StatusSeeOther, "/moderointi")
	want(t, "the step again", other.send(path, url.Values{"code": {codes[0]}}), http.StatusNotFound, "")
	if other.cookie == nil {
		t.Error("the right code lets nobody in")
	}
}

func TestSecondFactorIsRenewedAndRemoved(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	b, elsewhere := s.browser(), s.browser()
	app, codes := b.enrol(a)
	w := elsewhere.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
	want(t, "elsewhere", elsewhere.send(w.Header().Get("Location"), url.Values{"code": {accounttest.NextCode(t, app)}}), http.StatusSeeOther, "/oma")
	w = b.send("/oma/vahvistus/varakoodit", url.Values{"code": {codes[0]}})
	fresh := recovery.FindStringSubmatch(w.Body.String())
	if w.Code != http.StatusOK || fresh == nil {
		t.Fatalf("new codes: %d", w.Code)
	}
	want(t, "remove with an old code", b.send("/oma/vahvistus/poisto", url.Values{"code": {codes[1]}}), http.StatusUnprocessableEntity, "")
	want(t, "remove", b.send("/oma/vahvistus/poisto", url.Values{"code": {fresh[1]}}), http.StatusSeeOther, "/oma/vahvistus")
	want(t, "a session elsewhere, once it is removed", elsewhere.send("/kirjaudu", nil), http.StatusOK, "")
	want(t, "the password alone", s.browser().send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}}), http.StatusSeeOther, "/oma")
	for _, path := range []string{"/oma/vahvistus", "/oma/vahvistus/koodi", "/oma/vahvistus/varakoodit", "/oma/vahvistus/poisto"} {
		want(t, "a visitor to "+path, s.browser().send(path, url.Values{"code": {"123456"}}), http.StatusForbidden, "")
	}
	if got, want := s.did(a), "0 password, self second factor added, self recovery code used, self recovery codes renewed, self recovery code used, self second factor removed"; got != want {
		t.Errorf("the log tells %q, want %q", got, want)
	}
}

// A mailbox alone opens no account with an app either.
func TestSecondFactorAfterALink(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := accounttest.New(t, s.db)
	if err := s.accounts.SetPassword(t.Context(), a.ID, password); err != nil {
		t.Fatal(err)
	}
	_, codes := s.browser().enrol(a)
	b := s.browser()
	b.send("/kirjaudu/linkki", url.Values{"email": {a.Email}, "next": {"/omat-teot"}})
	w := b.send(s.link(), url.Values{})
	path := w.Header().Get("Location")
	if b.cookie != nil || !strings.HasPrefix(path, "/kirjaudu/vahvistus/") {
		t.Fatalf("the link alone leads to %q", path)
	}
	want(t, "a recovery code", b.send(path, url.Values{"code": {codes[3]}}), http.StatusSeeOther, "/omat-teot")
}
