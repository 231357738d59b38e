package accountpage_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/i18n"
)

func TestSignInByLink(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	b := s.browser()
	b.lang = i18n.SV
	w := b.send("/kirjaudu/linkki", url.Values{"email": {"uusi@kunta.example"}, "next": {"/ilmoita-teko?vaihe=2"}})
	want(t, "ask", w, http.StatusOK, "")
	path := s.link()
	if !strings.HasPrefix(path, "/sv/") {
		t.Errorf("the link %s is not Swedish", path)
	}
	path = strings.TrimPrefix(path, "/sv")
	w = b.send(path, nil)
	want(t, "open", w, http.StatusOK, "")
	if b.cookie != nil || !strings.Contains(w.Body.String(), "uusi@kunta.example") {
		t.Error("opening the link signed in, or does not say as whom")
	}
	want(t, "confirm", b.send(path, url.Values{}), http.StatusSeeOther, "/sv/ilmoita-teko?vaihe=2")
	if b.cookie == nil {
		t.Fatal("not signed in")
	}
	other := s.browser()
	want(t, "open again", other.send(path, nil), http.StatusNotFound, "")
	want(t, "confirm again", other.send(path, url.Values{}), http.StatusNotFound, "")
	if other.cookie != nil {
		t.Error("a used link signed in")
	}
	want(t, "signed in already", b.send("/kirjaudu?next=/omat-teot", nil), http.StatusSeeOther, "/sv/omat-teot")
}

func TestSignInByPassword(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	b := s.browser()
	for _, test := range []struct {
		what     string
		form     url.Values
		status   int
		location string
		says     string
	}{
		{"wrong", url.Values{"email": {a.Email}, "password": {"x"}}, http.StatusUnprocessableEntity, "", "eivät täsmää"},
		{"unknown", url.Values{"email": {"ei@kunta.example"}, "password": {password}}, http.StatusUnprocessableEntity, "", "eivät täsmää"},
		{"empty", url.Values{"email": {""}, "password": {""}}, http.StatusUnprocessableEntity, "", `href="#password"`},
		{"right", url.Values{"email": {a.Email}, "password": {password}}, http.StatusSeeOther, "/oma", ""},
		{"with next", url.Values{"email": {a.Email}, "password": {password}, "next": {"/moderointi"}}, http.StatusSeeOther, "/moderointi", ""},
		{"with a foreign next", url.Values{"email": {a.Email}, "password": {password}, "next": {"//paha.example"}}, http.StatusSeeOther, "/oma", ""},
		{"only the address", url.Values{"email": {"uusi@kunta.example"}}, http.StatusOK, "", "Lähetimme viestin"},
		{"no address", url.Values{"email": {"ei osoite"}}, http.StatusUnprocessableEntity, "", `aria-describedby="email-hint email-problem"`},
	} {
		w := b.send("/kirjaudu", test.form)
		want(t, test.what, w, test.status, test.location)
		if !strings.Contains(w.Body.String(), test.says) {
			t.Errorf("%s: the page does not say %q", test.what, test.says)
		}
		if strings.Contains(w.Body.String(), password) {
			t.Errorf("%s: the page shows the password", test.what)
		}
		if signedIn := b.cookie != nil; signedIn != (test.status == http.StatusSeeOther) {
			t.Errorf("%s: signed in %t", test.what, signedIn)
		}
		if w.Header().Get("Cache-Control") != "no-store" && test.status != http.StatusSeeOther {
			t.Errorf("%s: may be cached", test.what)
		}
		b.cookie = nil
	}
}

// Nothing that a stranger can see tells whether an address has an account.
func TestNobodyLearnsWhoHasAnAccount(t *testing.T) {
	t.Parallel()
	s := newSite(t, 1000)
	a, closed, member := s.staff(), accounttest.New(t, s.db), accounttest.New(t, s.db)
	if err := s.accounts.Disable(t.Context(), accounttest.New(t, s.db, account.Admin), closed.ID); err != nil {
		t.Fatal(err)
	}
	emails := []string{"eikukaan@kunta.example", a.Email, closed.Email, member.Email}
	type answer struct {
		Status int
		Header http.Header
		Body   string
	}
	for _, form := range []url.Values{{}, {"password": {"arvaus"}}} {
		path := "/kirjaudu/linkki"
		if form.Has("password") {
			path = "/kirjaudu"
		}
		for range 12 { // also when there have been too many
			var first answer
			for i, email := range emails {
				form.Set("email", email)
				w := s.browser().send(path, form)
				got := answer{w.Code, w.Header(), strings.ReplaceAll(w.Body.String(), email, "OSOITE")}
				if i == 0 {
					first = got
				}
				if diff := cmp.Diff(first, got); diff != "" {
					t.Fatalf("%s: another answer for %s:\n%s", path, email, diff)
				}
			}
		}
	}
	w := s.browser().send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
	want(t, "the right password after too many wrong ones", w, http.StatusTooManyRequests, "")
	if !strings.Contains(w.Body.String(), "Odota vartti") || w.Header().Get("Retry-After") == "" {
		t.Error("the page does not say when to come back")
	}
}

func TestSignOut(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	desk, phone := s.browser(), s.browser()
	enter := func(b *browser) {
		b.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
		if b.cookie == nil {
			t.Fatal("not signed in")
		}
	}
	enter(desk)
	enter(phone)
	kept := *desk.cookie
	want(t, "sign out", desk.send("/kirjaudu/ulos", url.Values{}), http.StatusSeeOther, "/")
	desk.cookie = &kept
	want(t, "with the old cookie", desk.send("/kirjaudu", nil), http.StatusOK, "")
	want(t, "the other device", phone.send("/kirjaudu", nil), http.StatusSeeOther, "/oma")
	enter(desk)
	kept = *desk.cookie
	want(t, "everywhere", phone.send("/oma/ulos-kaikkialta", url.Values{}), http.StatusSeeOther, "/kirjaudu")
	desk.cookie = &kept
	want(t, "after everywhere", desk.send("/kirjaudu", nil), http.StatusOK, "")
	want(t, "a visitor", s.browser().send("/oma/ulos-kaikkialta", url.Values{}), http.StatusForbidden, "")
}

func TestDetails(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	b := s.browser()
	b.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {password}})
	w := b.send("/oma", nil)
	for _, says := range []string{a.Email, "moderoija", `value="Testi Testinen"`} {
		if !strings.Contains(w.Body.String(), says) {
			t.Errorf("the page does not say %q", says)
		}
	}
	w = b.send("/oma", url.Values{"name": {""}, "title": {"<b>kokki</b>"}, "language": {"sv"}, "roles": {"admin"}})
	want(t, "without a name", w, http.StatusUnprocessableEntity, "")
	for _, says := range []string{`href="#name"`, `aria-describedby=" name-problem"`, `&lt;b&gt;kokki`} {
		if !strings.Contains(strings.ReplaceAll(w.Body.String(), `"name-problem`, `" name-problem`), says) {
			t.Errorf("the page lacks %s", says)
		}
	}
	form := url.Values{"name": {"Aino Aalto"}, "title": {"kokki"}, "phone": {"040 123"}, "language": {"sv"}, "roles": {"admin"}, "email": {"x@y.example"}}
	want(t, "save", b.send("/oma", form), http.StatusSeeOther, "/oma")
	got, err := s.accounts.Find(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	wanted := a
	wanted.Name, wanted.Title, wanted.Phone, wanted.Language = "Aino Aalto", "kokki", "040 123", "sv"
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want(t, "a visitor", s.browser().send("/oma", form), http.StatusForbidden, "")
}

func TestLimitByAddress(t *testing.T) {
	t.Parallel()
	s := newSite(t, 3)
	b := s.browser()
	codes := map[int]int{}
	for range 8 {
		codes[b.send("/kirjaudu/linkki", url.Values{"email": {"ei osoite"}}).Code]++
	}
	if codes[http.StatusTooManyRequests] < 2 || codes[http.StatusUnprocessableEntity] < 3 {
		t.Errorf("answers %v", codes)
	}
	want(t, "reading goes on", b.send("/kirjaudu", nil), http.StatusOK, "")
}

func TestMailsAreShown(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	b := s.browser()
	b.lang = i18n.EN
	want(t, "no mail yet", b.send("/dev/posti", nil), http.StatusOK, "")
	b.send("/kirjaudu/linkki", url.Values{"email": {"uusi@kunta.example"}})
	body := b.send("/dev/posti", nil).Body.String()
	for _, says := range []string{"uusi@kunta.example", `<a href="https://tori.example` + s.link() + `">`, "works once.\n"} {
		if !strings.Contains(body, says) {
			t.Errorf("the page does not say %q", says)
		}
	}
}

func TestEveryPageInEveryLanguage(t *testing.T) {
	t.Parallel()
	s := newSite(t, 100)
	a := s.staff()
	for _, lang := range i18n.Langs() {
		b := s.browser()
		b.lang = lang
		for _, w := range []*httptest.ResponseRecorder{
			b.send("/kirjaudu", nil), b.send("/kirjaudu/linkki/X", nil),
			b.send("/kirjaudu", url.Values{"email": {a.Email}, "password": {"x"}}),
			b.send("/kirjaudu/linkki", url.Values{"email": {string(lang) + "@kunta.example"}}),
		} {
			body := w.Body.String()
			if !strings.Contains(body, `<html lang="`+string(lang)+`"`) || strings.Count(body, "<h1") != 1 || strings.Contains(body, "%!") {
				t.Errorf("%s: status %d:\n%s", lang, w.Code, body)
			}
		}
	}
}
