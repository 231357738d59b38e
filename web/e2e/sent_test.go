package e2e

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
)

// A person is somebody who has signed in and works without a browser: what a
// journey begins with, other journeys have looked at.
type person struct {
	t       *testing.T
	site    *portal
	cookies map[string]string
}

func (p *portal) person(t *testing.T, email string) person {
	t.Helper()
	return person{t, p, p.session(t, email)}
}

// hidden is the fields that a form carries.
var hidden = regexp.MustCompile(`<input type="hidden" name="(form_key|version|base)" value="([^"]*)"`)

// post sends the form of a page with some fields, and is where that leads.
func (p person) post(page, path string, fields url.Values) string {
	p.t.Helper()
	form := url.Values{}
	for _, f := range hidden.FindAllStringSubmatch(string(p.site.getAs(p.t, p.cookies, page)), -1) {
		form.Set(f[1], f[2])
	}
	maps.Copy(form, fields)
	status, to := p.site.posted(p.t, p.cookies, path, form)
	if status != http.StatusSeeOther {
		_, told, _ := strings.Cut(to, "<main")
		p.t.Fatalf("%s: status %d\n%.900s", path, status, told)
	}
	return to
}

// person is the reader without the browser.
func (b *tab) person() person {
	b.t.Helper()
	return person{b.t, b.site, b.kept()}
}

// gets is how an address answers the person.
func (p person) gets(path string) int {
	p.t.Helper()
	return p.site.statusFor(p.t, p.cookies, path)
}

// status is how an address answers a visitor, who follows nothing.
func (p *portal) status(t *testing.T, path string) int {
	t.Helper()
	return p.statusFor(t, nil, path)
}

// statusFor is status for somebody who has signed in.
func (p *portal) statusFor(t *testing.T, cookies map[string]string, path string) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, p.url()+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range cookies {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

// posted is the answer to a form: where it leads, or the page that comes.
func (p *portal) posted(t *testing.T, cookies map[string]string, path string, form url.Values) (status int, answer string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.url()+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range cookies {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusSeeOther {
		return resp.StatusCode, resp.Header.Get("Location")
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// sends tells of an act, with other fields than usual, and is its number.
func (p person) sends(title string, fields url.Values) string {
	p.t.Helper()
	act := p.drafts(title, fields)
	p.again(act)
	return act
}

// again sends an act, also one that has come back.
func (p person) again(act string) {
	p.t.Helper()
	p.post("/ilmoita-teko/"+act+"/tarkista", "/ilmoita-teko/"+act+"/lahetys", nil)
}

// drafts is sends, but for the last press.
func (p person) drafts(title string, fields url.Values) string {
	p.t.Helper()
	begin := url.Values{"organization": {"Limingan kunta"}, "action": {"next"}}
	if fields.Has("organization") {
		begin["organization"] = fields["organization"]
	}
	act := strings.Split(p.post("/ilmoita-teko", "/ilmoita-teko", begin), "/")[2]
	for _, step := range []struct {
		slug   string
		fields url.Values
	}{
		{"tarve", url.Values{"title": {title}, "need": {"Vuoron vaihtuessa tieto hukkui."}, "sectors": {"social-and-health-services"}, "themes": {"developing-together"}, "language": {"fi"}}},
		{"ratkaisu", url.Values{"approach": {"Kierrämme yhdessä."}, "stage": {"in_use"}}},
		{"tulokset", url.Values{"results": {"Kymmenestä jäi viisi."}}},
		{"yhteystiedot", url.Values{"contact_name": {"Testi Tekijä"}, "contact_email": {"testi.tekija@example.fi"}, "contact_visible_to": {"everyone"}, "contact_consent": {"true"}}},
	} {
		for name := range step.fields {
			if fields.Has(name) {
				step.fields[name] = fields[name]
			}
		}
		if step.slug == "yhteystiedot" {
			step.fields["links"] = fields["links"]
		}
		step.fields.Set("action", "next")
		at := "/ilmoita-teko/" + act + "/" + step.slug
		p.post(at, at, step.fields)
	}
	return act
}

// decides does deeds on an act, one after the other.
func (p person) decides(act string, deeds ...string) {
	p.t.Helper()
	for _, deed := range deeds {
		p.post("/moderointi/teot/"+act, "/moderointi/teot/"+act+"/"+deed, nil)
	}
}

// mails is the subjects of what somebody was sent that names something, the
// newest first.
func (b *tab) mails(to, about string) []string {
	b.t.Helper()
	b.visit("/dev/posti")
	return evaluate[[]string](b, fmt.Sprintf(`[...document.querySelectorAll('main article')]
		.filter(a => a.textContent.includes(%q) && a.textContent.includes(%q)).map(a => a.querySelector('h2').textContent)`, to, about))
}

// threeTongues is how journeys look at what they have come to.
var threeTongues = []view{{"sv", "dark", 320}, {"en", "dark", 1280}, usual}

// soundInAll looks in each language at the page that is open: one that its
// address gives again, or what a form is refused with. Of the latter the
// journey with JavaScript sees all.
func (b *tab) soundInAll(name string) {
	b.t.Helper()
	want := b.answered()
	if b.mute && b.pressed && want >= http.StatusBadRequest {
		b.sound(name)
		return
	}
	for _, v := range threeTongues {
		if got := b.again(v); got != want {
			b.t.Errorf("%s in %s: status %d, want %d", b.address(), v.lang, got, want)
		}
		b.sound(name)
	}
}

// tellsInAll is soundInAll of a page that has to say something, in Finnish,
// Swedish and English.
func (b *tab) tellsInAll(name, fi, sv, en string) {
	b.t.Helper()
	for _, v := range threeTongues {
		b.again(v)
		words := map[string]string{"fi": fi, "sv": sv, "en": en}[v.lang]
		if text := b.text(); !strings.Contains(text, words) {
			b.t.Errorf("%s (%s) does not say %q:\n%s", b.address(), v, words, text)
		}
		b.sound(name)
	}
}

// kept is the cookies that the reader has.
func (b *tab) kept() map[string]string {
	b.t.Helper()
	all := map[string]string{}
	for _, c := range call(b, network.GetCookies, network.GetCookiesParams{}).Cookies {
		all[c.Name] = c.Value
	}
	return all
}
