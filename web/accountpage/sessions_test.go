package accountpage_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account/accounttest"
)

var endSession = regexp.MustCompile(`action="(/oma/istunnot/[0-9a-f]{16}/lopetus)"`)

const (
	onDesk  = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
	onPhone = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"
)

// A person sees each device, ends the session on one of them, and nobody
// else's; the log tells of it.
func TestSessionsAreListedAndEnded(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a, other := s.staff(), s.staff()
	enter := func(b *browser, email string) *browser {
		b.send("/kirjaudu", url.Values{"email": {email}, "password": {password}})
		return b
	}
	desk, phone, stranger := s.browser(), s.browser(), s.browser()
	desk.agent, phone.agent, stranger.agent = onDesk, onPhone, "<script>alert(1)</script>"
	for b, email := range map[*browser]string{desk: a.Email, phone: a.Email, stranger: other.Email} {
		enter(b, email)
	}
	body := desk.send("/oma", nil).Body.String()
	for _, says := range []string{"<strong>Firefox, Windows</strong>", "<strong>Chrome, Android</strong>", "Tämä laite", "viimeksi käytetty"} {
		if strings.Count(body, says) != 1 {
			t.Errorf("the page says %q %d times, want once", says, strings.Count(body, says))
		}
	}
	if foreign := stranger.send("/oma", nil).Body.String(); strings.Contains(foreign, "alert(1)") || !strings.Contains(foreign, "Tuntematon laite") {
		t.Error("the page repeats what a browser tells of itself")
	}
	ends := endSession.FindAllStringSubmatch(body, -1)
	if len(ends) != 1 {
		t.Fatalf("%d sessions can be ended, want the other one alone", len(ends))
	}
	end := ends[0][1]
	want(t, "a visitor", s.browser().send(end, url.Values{}), http.StatusForbidden, "")
	want(t, "somebody else", stranger.send(end, url.Values{}), http.StatusNotFound, "")
	want(t, "before", phone.send("/kirjaudu", nil), http.StatusSeeOther, "/oma")
	want(t, "end", desk.send(end, url.Values{}), http.StatusSeeOther, "/oma")
	want(t, "again", desk.send(end, url.Values{}), http.StatusNotFound, "")
	want(t, "the phone", phone.send("/kirjaudu", nil), http.StatusOK, "")
	want(t, "the desk", desk.send("/kirjaudu", nil), http.StatusSeeOther, "/oma")
	desk.send("/oma/ulos-kaikkialta", url.Values{})
	if got, want := s.did(a), "0 password, self session ended, self signed out everywhere"; got != want {
		t.Errorf("the log tells %q, want %q", got, want)
	}
}

// A link that was sent before signing out everywhere lets nobody in.
func TestSigningOutEverywhereVoidsLinks(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	b, a := s.browser(), accounttest.New(t, s.db)
	b.send("/kirjaudu/linkki", url.Values{"email": {a.Email}})
	b.send(s.link(), url.Values{})
	b.send("/kirjaudu/linkki", url.Values{"email": {a.Email}})
	waiting := s.link()
	want(t, "everywhere", b.send("/oma/ulos-kaikkialta", url.Values{}), http.StatusSeeOther, "/kirjaudu")
	want(t, "the link", b.send(waiting, url.Values{}), http.StatusNotFound, "")
}
