package accountpage_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/i18n"
)

// path is the path of the link in the newest mail.
func (s *site) path(of string) string {
	s.t.Helper()
	mails, err := s.mails.Recent(s.t.Context(), 1)
	if err != nil || len(mails) == 0 {
		s.t.Fatalf("no mail: %v", err)
	}
	return regexp.MustCompile(of + `[A-Z0-9]+`).FindString(mails[0].Body)
}

func TestInvitationPage(t *testing.T) {
	t.Parallel()
	s := newSite(t, 1000)
	admin, b := accounttest.New(t, s.db, account.Admin), s.browser()
	err := s.accounts.Invite(t.Context(), admin, strings.Repeat("0", 32), account.Invitation{Email: "uusi@kunta.example", Roles: []account.Role{account.Editor}, Language: i18n.FI})
	if err != nil {
		t.Fatal(err)
	}
	path := s.path("/kirjaudu/kutsu/")
	want(t, "opening", b.send(path, nil), http.StatusOK, "")
	w := b.send(path, url.Values{"name": {"Uusi"}, "password": {"lyhyt"}})
	want(t, "a short password", w, http.StatusUnprocessableEntity, "")
	if !strings.Contains(w.Body.String(), `href="#password"`) || !strings.Contains(w.Body.String(), `value="Uusi"`) {
		t.Error("the page does not say what to mend, or loses the name")
	}
	want(t, "accepting", b.send(path, url.Values{"name": {"Uusi"}, "password": {password}}), http.StatusSeeOther, "/oma")
	if b.cookie == nil {
		t.Error("not signed in")
	}
	want(t, "opening again", s.browser().send(path, nil), http.StatusNotFound, "")
	err = s.accounts.Invite(t.Context(), admin, strings.Repeat("1", 32), account.Invitation{Email: "uusi@kunta.example", Roles: []account.Role{account.Moderator}, Language: i18n.FI})
	if err != nil {
		t.Fatal(err)
	}
	other := s.browser()
	want(t, "a second role", other.send(s.path("/kirjaudu/kutsu/"), url.Values{}), http.StatusSeeOther, "/kirjaudu?kutsu=hyvaksytty")
	if other.cookie != nil {
		t.Error("a mailbox alone signs staff in")
	}
	want(t, "the session from before the second role", b.send("/kirjaudu", nil), http.StatusOK, "")
}

// A new password signs in, but not past the second factor.
func TestForgottenPasswordPage(t *testing.T) {
	t.Parallel()
	s := newSite(t, 1000)
	a, b := s.staff(), s.browser()
	b.enrol(a)
	stranger := s.browser()
	want(t, "ask", stranger.send("/kirjaudu/salasana", url.Values{"email": {a.Email}}), http.StatusOK, "")
	path := s.path("/kirjaudu/salasana/")
	want(t, "open", stranger.send(path, nil), http.StatusOK, "")
	w := stranger.send(path, url.Values{"password": {"toinen pitkä salasana"}})
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu/vahvistus/") || stranger.cookie != nil {
		t.Errorf("a mailbox alone: %d to %s", w.Code, w.Header().Get("Location"))
	}
	if _, ok, err := s.sessions.Account(b.request()); err != nil || ok {
		t.Errorf("the session from before lives on: %v", err)
	}
}

func TestNobodyLearnsWhoHasAPassword(t *testing.T) {
	t.Parallel()
	s := newSite(t, 1000)
	emails := []string{"eikukaan@kunta.example", s.staff().Email, accounttest.New(t, s.db).Email}
	for range 7 { // also when there have been too many
		var first string
		for i, email := range emails {
			w := s.browser().send("/kirjaudu/salasana", url.Values{"email": {email}})
			got := strings.ReplaceAll(w.Body.String(), email, "OSOITE")
			if i == 0 {
				first = got
			}
			if diff := cmp.Diff(first, got); diff != "" || w.Code != http.StatusOK {
				t.Fatalf("another answer for %s, %d:\n%s", email, w.Code, diff)
			}
		}
	}
}

// request is one with the browser's cookie.
func (b *browser) request() *http.Request {
	r := httptest.NewRequestWithContext(b.t.Context(), http.MethodGet, "/", nil)
	r.AddCookie(b.cookie)
	return r
}
