package faults

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A person uses the portal as a browser does, without following redirects.
type person struct {
	t      *testing.T
	base   string
	client *http.Client
}

// signIn is a demo person who has signed in with the password.
func (p *portal) signIn(email string) *person {
	p.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		p.t.Fatal(err)
	}
	who := &person{t: p.t, base: p.url, client: &http.Client{
		Jar: jar, Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	if r := who.post("/kirjaudu", url.Values{"email": {email}, "password": {password}}); r.status != http.StatusSeeOther {
		p.t.Fatalf("%s cannot sign in: %d", email, r.status)
	}
	return who
}

func (p *person) get(path string) reply { return p.send(http.MethodGet, path, nil) }

func (p *person) post(path string, form url.Values) reply { return p.send(http.MethodPost, path, form) }

func (p *person) send(method, path string, form url.Values) reply {
	began := time.Now()
	req, err := http.NewRequestWithContext(context.Background(), method, p.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return reply{}
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return answer(p.client, req, began)
}

// A draft is one act on its way in.
type draft struct {
	key     string // of the form
	title   string
	path    string // "/ilmoita-teko/7", once begun
	thanked bool
}

func newDraft(n int) *draft {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	return &draft{key: hex.EncodeToString(b), title: fmt.Sprintf("Vikakokeen teko numero %d", n)}
}

// steps is what each step of the form says.
func (d *draft) steps() []struct {
	slug string
	form url.Values
} {
	return []struct {
		slug string
		form url.Values
	}{
		{"tarve", url.Values{
			"title": {d.title}, "need": {"Tekstejä on ennenkin kadonnut, kun palvelu katkesi."},
			"sectors": {"whole-organisation"}, "themes": {"workload-and-wellbeing"}, "language": {"fi"},
		}},
		{"ratkaisu", url.Values{"approach": {"Katkaisimme palvelun kesken lähetysten."}, "stage": {"in_use"}}},
		{"tulokset", url.Values{"results": {"Yhtään tekstiä ei kadonnut."}, "lead": {"Kokeilemme, kestääkö tori."}}},
		{"yhteystiedot", url.Values{
			"contact_name": {"Aino Aalto"}, "contact_email": {"aino@example.fi"}, "contact_consent": {"true"}, "contact_visible_to": {"everyone"},
		}},
	}
}

var versionField = regexp.MustCompile(`name="version" value="(\d+)"`)

// sendIn does what is left of sending d, and reports whether it was thanked.
// After any failure it can be called again.
func (p *person) sendIn(d *draft) bool {
	if d.path == "" {
		r := p.post("/ilmoita-teko", url.Values{"form_key": {d.key}, "organization": {"Limingan kunta"}, "action": {"next"}})
		if r.status != http.StatusSeeOther {
			return false
		}
		d.path = strings.TrimSuffix(r.header.Get("Location"), "/tarve")
	}
	for _, s := range d.steps() {
		s.form.Set("action", "next")
		if !p.step(d, s.slug, s.form) {
			return false
		}
	}
	d.thanked = d.thanked || p.step(d, "lahetys", url.Values{})
	return d.thanked
}

// step posts one step with the version that its page shows. Of an act that has
// been sent the steps lead away, and its last page is its text, to be read.
func (p *person) step(d *draft, slug string, form url.Values) bool {
	shown := slug
	if slug == "lahetys" {
		shown = "tarkista"
	}
	r := p.get(d.path + "/" + shown)
	m := versionField.FindStringSubmatch(r.body)
	switch {
	case r.status == http.StatusSeeOther && r.header.Get("Location") == "/omat-teot",
		r.status == http.StatusOK && m == nil && slug == "lahetys":
		form.Set("version", "1") // sending again what has been sent
	case r.status == http.StatusOK && m != nil:
		form.Set("version", m[1])
	default:
		return false
	}
	if slug != "lahetys" && form.Get("version") == "1" && r.status != http.StatusOK {
		return true
	}
	r = p.post(d.path+"/"+slug, form)
	if slug == "lahetys" {
		return r.status == http.StatusSeeOther && strings.HasSuffix(r.header.Get("Location"), "/kiitos")
	}
	return r.status == http.StatusSeeOther
}
