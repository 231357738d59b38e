package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"
)

// oddValues is what no browser of ours sends in a field.
func oddValues() map[string]string {
	return map[string]string{
		"NUL": "a\x00b", "not UTF-8": "\xff\xfe", "a negative number": "-1", "zero": "0", "a huge number": "99999999999999999999",
		"a number that fits 64 bits": "9223372036854775807", "SQL": "'); DROP TABLE act;--", "a script": `"><script>alert(1)</script>`,
		"a script's address": "javascript:alert(1)", "lines": "a\r\nBcc: b@c.example", "an unknown code": "eioleolemassa", "a path": "../../etc/passwd",
		"100,000 letters": strings.Repeat("ä", 50_000), "a megabyte": strings.Repeat("x", 1<<20), "right to left": "\u202eabc\u200b", "a format": "%s%n%d",
	}
}

// parameters is every name that a query of ours may have.
var parameters = strings.Fields(`haku toimiala teema organisaatio tyyppi maakunta vuosi vaihe palkittu kieli kampanja jarjestys sivu arkisto
	rajaus next tallennettu erotin q sector theme organization organization_type region year stage language campaign awarded sort page per_page by lang`)

var fieldName = regexp.MustCompile(` name="([a-z_0-9-]+)"`)

// TestEveryRouteTakesAnything sends odd values to every parameter of every
// address and to every field of every form, as someone who may enter
// everywhere: the answer is a page in the reader's language, never a failure.
func TestEveryRouteTakesAnything(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	fields := map[string]bool{"form_key": true, "version": true, "reason": true, "email": true, "password": true, "campaign": true, "action": true}
	var routes []struct{ method, path string }
	err := chi.Walk(p.site.Routes(), func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if strings.HasSuffix(route, "/ulos") || strings.HasSuffix(route, "/ulos-kaikkialta") || strings.HasSuffix(route, "/*") {
			return nil // would end the session of this test; files
		}
		routes = append(routes, struct{ method, path string }{method, route})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/ilmoita-teko", "/oma", "/ohjelma/viennit", "/kirjaudu"} {
		for _, m := range fieldName.FindAllStringSubmatch(p.as("admin", path, nil).Body.String(), -1) {
			fields[m[1]] = true
		}
	}
	for name, value := range oddValues() {
		query, form := url.Values{}, url.Values{}
		for _, parameter := range parameters {
			query.Set(parameter, value)
		}
		for field := range fields {
			form.Set(field, value)
		}
		if len(value) > 10_000 { // one is enough, all together are too much even for a form
			query, form = url.Values{"haku": {value}, "q": {value}, "next": {value}}, url.Values{"organization": {value}, "title": {value}, "email": {value}}
		}
		for _, r := range routes {
			path := regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllLiteralString(r.path, url.PathEscape(value[:min(len(value), 2000)]))
			p.takes(name, r.method, "/sv"+path, nil)
			path = regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllLiteralString(r.path, "1")
			if r.method == "GET" {
				p.takes(name, "GET", "/sv"+path+"?"+query.Encode(), nil)
			} else {
				p.takes(name, "POST", "/sv"+path, form)
			}
		}
	}
}

// takes sends one request and looks at the answer.
func (p *portal) takes(name, method, path string, form url.Values) {
	p.t.Helper()
	r := httptest.NewRequest(method, "/", strings.NewReader(form.Encode()))
	u, err := url.Parse(path)
	if err != nil {
		return // no client can send it
	}
	r.URL, r.RequestURI = u, path
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.AddCookie(p.cookies["admin"])
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	page := strings.HasPrefix(w.Header().Get("Content-Type"), "text/html")
	switch body := w.Body.String(); {
	case w.Code >= http.StatusInternalServerError:
		p.t.Errorf("%s %.120s with %s: %d", method, path, name, w.Code)
	case w.Code >= http.StatusBadRequest && page && !strings.Contains(body, `lang="sv"`):
		p.t.Errorf("%s %.120s with %s: the page is not in Swedish", method, path, name)
	case w.Code >= http.StatusBadRequest && len(body) < 50:
		p.t.Errorf("%s %.120s with %s: %d without a page: %q", method, path, name, w.Code, body)
	case page && strings.Contains(body, "<script>alert(1)"):
		p.t.Errorf("%s %.120s with %s: the script is in the page", method, path, name)
	}
}
