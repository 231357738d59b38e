package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
)

const password = "hyvä pitkä salasana"

// post sends a form as a stranger's program may, with headers of its choice.
func (p *portal) post(path string, form url.Values, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	change(r)
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// What a request says of its host stands in no mail, page or redirect.
func TestHostOfTheRequestIsNotBelieved(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	lie := func(r *http.Request) {
		r.Host = "paha.example"
		for _, name := range []string{"X-Forwarded-Host", "X-Forwarded-Server", "X-Original-Host", "Forwarded"} {
			r.Header.Set(name, "host=paha.example")
		}
	}
	if w := p.post("/kirjaudu/linkki", url.Values{"email": {"uusi@kunta.example"}}, lie); w.Code != http.StatusOK {
		t.Fatalf("the link was not sent: %d", w.Code)
	}
	mails, err := p.site.Mails.Recent(t.Context(), 1)
	if err != nil || len(mails) != 1 {
		t.Fatal(err, len(mails))
	}
	for what, text := range map[string]string{"mail": mails[0].Body + mails[0].MessageID} {
		if strings.Contains(text, "paha") || !strings.Contains(text, "tori.example") {
			t.Errorf("the %s: %s", what, text)
		}
	}
	for _, path := range []string{"/", "/tekojen-tori", "/omat-teot", "/sitemap.xml", "/syote/teot.atom", "/api/v1/acts", "/en/nope"} {
		r := httptest.NewRequest("GET", path, nil)
		lie(r)
		w := httptest.NewRecorder()
		p.handler.ServeHTTP(w, r)
		if strings.Contains(w.Body.String()+w.Header().Get("Location"), "paha.example") {
			t.Errorf("%s repeats the host of the request", path)
		}
	}
}

// A cookie that somebody brought is never the session that signing in begins,
// and a session dies with the password, the role and the account.
func TestSessionsBeginAndEnd(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.site.Dev = false
	a := p.accounts["moderator"]
	signIn := func(cookie *http.Cookie) *http.Cookie {
		t.Helper()
		w := p.post("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}}, func(r *http.Request) {
			if cookie != nil {
				r.AddCookie(cookie)
			}
		})
		if w.Code != http.StatusSeeOther || len(w.Result().Cookies()) != 1 {
			t.Fatalf("signing in: %d with %d cookies", w.Code, len(w.Result().Cookies()))
		}
		return w.Result().Cookies()[0]
	}
	if err := p.site.Accounts.SetPassword(t.Context(), a.ID, password); err != nil {
		t.Fatal(err)
	}
	for _, planted := range []*http.Cookie{{Name: "tori", Value: "valittu"}, p.cookies["member"], signIn(nil)} {
		if fresh := signIn(planted); fresh.Value == planted.Value {
			t.Error("the session that was planted became the one of the person")
		}
	}
	for what, end := range map[string]func() error{
		"a new password": func() error { return p.site.Accounts.SetPassword(t.Context(), a.ID, password) },
		"a lost role":    func() error { return p.site.Accounts.GrantRoles(t.Context(), a.ID, nil) },
		"a closed account": func() error {
			return p.site.Accounts.Disable(t.Context(), p.accounts["admin"], a.ID)
		},
	} {
		if err := p.site.Accounts.GrantRoles(t.Context(), a.ID, []account.Role{account.Moderator}); err != nil {
			t.Fatal(err)
		}
		if err := p.site.Accounts.Enable(t.Context(), p.accounts["admin"], a.ID); err != nil {
			t.Fatal(err)
		}
		p.cookies["moderator"] = signIn(nil)
		if w := p.as("moderator", "/moderointi", nil); w.Code != http.StatusOK {
			t.Fatalf("before %s: %d", what, w.Code)
		}
		if err := end(); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/moderointi", "/oma"} {
			if w := p.as("moderator", path, nil); !strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu") {
				t.Errorf("after %s %s is %d", what, path, w.Code)
			}
		}
	}
}

// A program that opens every link of a mail does not use up the one to sign in.
func TestLinkOutlivesMailScanners(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.as("visitor", "/kirjaudu/linkki", url.Values{"email": {"uusi@kunta.example"}, "next": {"https://paha.example/"}})
	mails, err := p.site.Mails.Recent(t.Context(), 1)
	if err != nil || len(mails) != 1 {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`/kirjaudu/linkki/[A-Z0-9]+`).FindString(mails[0].Body)
	for range 5 {
		if w := p.as("visitor", link, nil); w.Code != http.StatusOK || w.Header().Get("Set-Cookie") != "" {
			t.Errorf("looking at the link: %d", w.Code)
		}
	}
	if w := p.as("visitor", link, url.Values{}); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/oma" {
		t.Errorf("using the link: %d %s", w.Code, w.Header().Get("Location"))
	}
	if w := p.as("visitor", link, url.Values{}); w.Code != http.StatusNotFound {
		t.Errorf("using it again: %d", w.Code)
	}
}

func TestSecurityContact(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	w := p.as("visitor", "/.well-known/security.txt", nil)
	m := regexp.MustCompile(`(?m)^Expires: (.*)$`).FindStringSubmatch(w.Body.String())
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Contact: mailto:turva@tori.example\n") || m == nil {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	at, err := time.Parse(time.RFC3339, m[1])
	if err != nil || time.Until(at) < 30*24*time.Hour || time.Until(at) > 365*24*time.Hour {
		t.Errorf("expires %v, %v", at, err)
	}
}
