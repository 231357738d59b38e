package accountpage_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// onTheWay is a town with a provider of its own, and another with another.
type onTheWay struct {
	*site
	town, other         int64
	provider, elsewhere *provider
}

func newTown(t *testing.T) *onTheWay {
	t.Helper()
	w := &onTheWay{site: newSite(t, 1000)}
	ids, err := postgres.Values[int64](t.Context(), w.db, `
		INSERT INTO organization (slug, type, name_fi, name_sv, name_en)
		SELECT 'o' || i, 'other', 'Kunta ' || i, 'Kommun ' || i, 'Town ' || i FROM generate_series(1, 2) i RETURNING id`)
	if err == nil {
		err = w.organizations.Refresh(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	w.town, w.other = ids[0], ids[1]
	w.provider, w.elsewhere = newProvider(t, w.signOns.Callback(w.town)), newProvider(t, w.signOns.Callback(w.other))
	w.connect(w.town, w.provider, "kunta.example")
	w.connect(w.other, w.elsewhere, "toinen.example")
	return w
}

func (w *onTheWay) connect(organization int64, p *provider, domain string) {
	w.t.Helper()
	err := w.signOns.Save(w.t.Context(), accounttest.New(w.t, w.db, account.Admin), sso.Setup{Connection: sso.Connection{
		OrganizationID: organization, Issuer: p.URL, ClientID: "tori", Domains: []string{" @" + strings.ToUpper(domain)}, Enabled: true,
	}, Secret: "salaisuus"})
	if err != nil {
		w.t.Fatal(err)
	}
}

// leave begins at the portal, and is the address at the provider.
func (w *onTheWay) leave(b *jar, organization int64, next string) *url.URL {
	w.t.Helper()
	answer := b.get(fmt.Sprintf("/kirjaudu/organisaatio/%d?next=%s", organization, next))
	to, err := url.Parse(answer.Header().Get("Location"))
	if err != nil || answer.Code != http.StatusSeeOther || to.Host == "" {
		w.t.Fatalf("%d to %q, %v", answer.Code, answer.Header().Get("Location"), err)
	}
	return to
}

// A jar keeps all cookies of one browser, each for its name.
type jar struct {
	*site
	kept map[string]string
}

func (s *site) jar() *jar { return &jar{s, map[string]string{}} }

func (j *jar) get(path string) *httptest.ResponseRecorder {
	j.t.Helper()
	r := httptest.NewRequestWithContext(j.t.Context(), http.MethodGet, path, nil)
	r.Header.Set("X-Lang", string(i18n.FI))
	for name, value := range j.kept {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	j.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		j.kept[c.Name] = c.Value
		if c.MaxAge < 0 {
			delete(j.kept, c.Name)
		}
	}
	return w
}

func TestSignOnByTheOwnOrganization(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.provider.knows("pilvi@kunta.example", true)
	b := w.jar()
	to := w.leave(b, w.town, "/omat-teot")
	for name, want := range map[string]string{"response_type": "code", "code_challenge_method": "S256", "redirect_uri": w.signOns.Callback(w.town)} {
		if got := to.Query().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	back := w.provider.letsIn(to.String(), "pilvi@kunta.example")
	thief := w.jar()
	maps.Copy(thief.kept, b.kept)
	want(t, "coming back", b.get(back.RequestURI()), http.StatusSeeOther, "/omat-teot")
	if got := thief.get(back.RequestURI()); got.Code != http.StatusBadRequest || thief.kept["tori"] != "" {
		t.Errorf("replayed with the cookies of the first time: %d", got.Code)
	}
	a, err := w.accounts.FindByEmail(t.Context(), "pilvi@kunta.example")
	if err != nil || len(a.Roles) != 0 || a.Name != "Pilvi Poutanen" || a.OrganizationID != w.town {
		t.Errorf("arrived as %+v, %v", a, err)
	}
	if b.kept["tori"] == "" || len(b.kept) != 1 {
		t.Errorf("the browser keeps %v", b.kept)
	}
	if got := w.jar().get(back.RequestURI()); got.Code != http.StatusBadRequest {
		t.Errorf("replayed by another: %d", got.Code)
	}
	if got := b.get(back.RequestURI()); got.Code != http.StatusBadRequest || !strings.Contains(got.Body.String(), "Aloita alusta") {
		t.Errorf("replayed: %d", got.Code)
	}
}

// The second factor is asked for after the organisation’s sign-in too.
func TestSignOnAsksForTheSecondFactor(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	staff := w.staff()
	w.browser().enrol(staff)
	w.provider.knows(staff.Email, true)
	b := w.jar()
	back := w.provider.letsIn(w.leave(b, w.town, "").String(), staff.Email)
	got := b.get(back.RequestURI())
	if !strings.HasPrefix(got.Header().Get("Location"), "/kirjaudu/vahvistus/") || b.kept["tori"] != "" {
		t.Errorf("%d to %s with %v", got.Code, got.Header().Get("Location"), b.kept)
	}
}

// Whoever is let in elsewhere is not let in here for it.
func TestSignOnRefuses(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	closed := accounttest.New(t, w.db)
	if err := w.accounts.Disable(t.Context(), accounttest.New(t, w.db, account.Admin), closed.ID); err != nil {
		t.Fatal(err)
	}
	w.provider.knows("pilvi@kunta.example", true)
	w.provider.knows("vahvistamaton@kunta.example", false)
	w.provider.knows("vieras@toinen.example", true)
	w.provider.knows("ali@ali.kunta.example", true)
	w.provider.knows(closed.Email, true)
	for _, test := range []struct {
		what, email string
		twist       func(there, back url.Values)
		status      int
		says        string
	}{
		{"an address that is not verified", "vahvistamaton@kunta.example", nil, http.StatusForbidden, "vahvistettua"},
		{"an address of another organisation", "vieras@toinen.example", nil, http.StatusForbidden, "vahvistettua"},
		{"an address of another domain", "ali@ali.kunta.example", nil, http.StatusForbidden, "vahvistettua"},
		{"a closed account", closed.Email, nil, http.StatusForbidden, "suljettu"},
		{"another nonce", "pilvi@kunta.example", func(there, _ url.Values) { there.Set("nonce", "muu") }, http.StatusServiceUnavailable, "ei juuri nyt vastaa"},
		{"another challenge", "pilvi@kunta.example", func(there, _ url.Values) { there.Set("code_challenge", strings.Repeat("A", 43)) }, http.StatusServiceUnavailable, ""},
		{"another state", "pilvi@kunta.example", func(_, back url.Values) { back.Set("state", "muu") }, http.StatusBadRequest, "toisessa selaimessa"},
		{"another code", "pilvi@kunta.example", func(_, back url.Values) { back.Set("code", "muu") }, http.StatusServiceUnavailable, ""},
		{"another issuer", "pilvi@kunta.example", func(_, back url.Values) { back.Set("iss", "https://paha.example") }, http.StatusServiceUnavailable, ""},
		{"stopped there", "pilvi@kunta.example", func(_, back url.Values) { back.Del("code"); back.Set("error", "access_denied") }, http.StatusForbidden, "keskeytit"},
		{"the details of another", "vahvistamaton@kunta.example", func(url.Values, url.Values) { w.provider.liar = "pilvi@kunta.example" }, http.StatusServiceUnavailable, "ei juuri nyt vastaa"},
	} {
		b := w.jar()
		to := w.leave(b, w.town, "")
		query := to.Query()
		if test.twist != nil {
			test.twist(query, url.Values{})
		}
		to.RawQuery = query.Encode()
		back := w.provider.letsIn(to.String(), test.email)
		query = back.Query()
		if test.twist != nil {
			test.twist(url.Values{}, query)
		}
		got := b.get(back.Path + "?" + query.Encode())
		if got.Code != test.status || !strings.Contains(got.Body.String(), test.says) || b.kept["tori"] != "" {
			t.Errorf("%s: %d with %v, want %d\n%s", test.what, got.Code, b.kept, test.status, got.Body)
		}
	}
	if _, err := w.accounts.FindByEmail(t.Context(), "pilvi@kunta.example"); err == nil {
		t.Error("somebody who was refused has an account")
	}
}

// The answer of one provider is not taken for that of another, nor that of one
// browser for that of another.
func TestSignOnsAreNotMixedUp(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.provider.knows("pilvi@kunta.example", true)
	w.elsewhere.knows("pilvi@kunta.example", true) // a provider that claims whom it does not have
	victim, attacker := w.jar(), w.jar()
	back := w.provider.letsIn(w.leave(attacker, w.town, "").String(), "pilvi@kunta.example")
	w.leave(victim, w.town, "")
	if got := victim.get(back.RequestURI()); got.Code != http.StatusBadRequest || victim.kept["tori"] != "" {
		t.Errorf("the attacker’s answer in another browser: %d", got.Code)
	}
	b := w.jar()
	back = w.provider.letsIn(w.leave(b, w.town, "").String(), "pilvi@kunta.example")
	if got := b.get(fmt.Sprintf("/kirjaudu/organisaatio/%d/paluu?%s", w.other, back.RawQuery)); got.Code != http.StatusBadRequest {
		t.Errorf("at the address of another: %d", got.Code)
	}
	b = w.jar()
	back = w.elsewhere.letsIn(w.leave(b, w.other, "").String(), "pilvi@kunta.example")
	if got := b.get(back.RequestURI()); got.Code != http.StatusForbidden {
		t.Errorf("another organisation vouches for Pilvi: %d", got.Code)
	}
}

func TestSignOnIsFoundByTheDomain(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	b := w.browser()
	answer := b.send("/kirjaudu/linkki", url.Values{"email": {"kuka.vain@KUNTA.example"}, "next": {"/omat-teot"}})
	if body := answer.Body.String(); !strings.Contains(body, fmt.Sprintf("/kirjaudu/organisaatio/%d?next=%%2Fomat-teot", w.town)) || !strings.Contains(body, "Kunta 1") {
		t.Errorf("the organisation is not offered:\n%s", body)
	}
	w.provider.Close()
	if got := w.jar().get(fmt.Sprintf("/kirjaudu/organisaatio/%d", w.town)); got.Code != http.StatusServiceUnavailable || !strings.Contains(got.Body.String(), "pyydä linkki") {
		t.Errorf("the provider is away: %d", got.Code)
	}
	if got := b.send("/kirjaudu/linkki", url.Values{"email": {"kuka.vain@kunta.example"}, "by": {"mail"}}); !strings.Contains(got.Body.String(), "Lähetimme") {
		t.Error("no link by mail")
	}
	if got := b.send("/kirjaudu/linkki", url.Values{"email": {"kuka@muu.example"}}); !strings.Contains(got.Body.String(), "Lähetimme") {
		t.Error("another domain gets no link")
	}
}

// An attempt is over after ten minutes, and a connection that an administrator
// has switched off finishes none that began before.
func TestSignOnsRunOut(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.provider.knows("pilvi@kunta.example", true)
	for _, test := range []struct {
		what, meanwhile string
		status          int
	}{
		{"in time", "UPDATE sign_on_attempt SET expires_at = expires_at - interval '9 minutes'", http.StatusSeeOther},
		{"too late", "UPDATE sign_on_attempt SET expires_at = expires_at - interval '10 minutes'", http.StatusBadRequest},
		{"another client by now", "UPDATE sign_on SET client_id = 'muu'", http.StatusServiceUnavailable},
		{"switched off", "UPDATE sign_on SET enabled = false, client_id = 'tori'", http.StatusNotFound},
	} {
		b := w.jar()
		back := w.provider.letsIn(w.leave(b, w.town, "").String(), "pilvi@kunta.example")
		if _, err := w.db.Exec(t.Context(), test.meanwhile); err != nil {
			t.Fatal(err)
		}
		got := b.get(back.RequestURI())
		if in := b.kept["tori"] != ""; got.Code != test.status || in != (test.status == http.StatusSeeOther) {
			t.Errorf("%s: %d, signed in %t, want %d", test.what, got.Code, in, test.status)
		}
		if test.what == "another client by now" {
			if _, err := w.db.Exec(t.Context(), "UPDATE sign_on SET client_id = 'tori'"); err != nil {
				t.Fatal(err)
			}
		}
	}
}
