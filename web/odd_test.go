package web_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/depth"
)

// oddValues is what no browser of ours sends in a field.
func oddValues() map[string]string {
	return map[string]string{
		"nothing": "", "NUL": "a\x00b", "not UTF-8": "\xff\xfe", "a negative number": "-1", "zero": "0", "a huge number": "99999999999999999999",
		"a number that fits 64 bits": "9223372036854775807", "SQL": "'); DROP TABLE act;--", "a script": `"><script>alert(1)</script>`,
		"a script's address": "javascript:alert(1)", "lines": "a\r\nBcc: b@c.example", "an unknown code": "eioleolemassa", "a path": "../../etc/passwd",
		"right to left": "\u202eabc\u200b", "a format": "%s%n%d",
	}
}

// What is longer than a form, and what just fits into one.
var tooMuch, justFits = strings.Repeat("x", 1<<20), strings.Repeat("y", 1<<20-300)

// routesOf is the routes with a method. Signing out would end the session of
// the test.
func (p *portal) routesOf(method string) []string {
	p.t.Helper()
	var all []string
	err := chi.Walk(p.site.Routes(), func(m, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if m == method && !strings.HasSuffix(route, "/ulos") && !strings.HasSuffix(route, "/ulos-kaikkialta") && !strings.HasSuffix(route, "/*") {
			all = append(all, route)
		}
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// TestEveryFieldTakesAnything sends odd values in each field of each form, and
// in each parameter of each page, as someone who may enter everywhere: the
// answer is a page in the reader's language, never a failure. Every fourth of
// them is sent, others another day.
func TestEveryFieldTakesAnything(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.sweep = depth.Portion(t, "the odd values", 4)
	s := p.newStage()
	for _, route := range p.routesOf("POST") {
		fields, listed := fieldsOf["POST "+route]
		if !listed {
			t.Errorf("POST %s has no fields in the table", route)
		}
		for _, field := range append(strings.Fields(fields), "") {
			p.oddForms(s, route, field)
		}
	}
	for _, route := range p.routesOf("GET") {
		parameters := strings.Fields(parametersOf["GET "+route])
		if together[route] {
			p.oddQueries(s, route, parameters...)
		} else {
			for _, parameter := range parameters {
				p.oddQueries(s, route, parameter)
			}
		}
		p.oddPaths(s, route)
	}
	for _, path := range []string{"/", "/tekojen-tori", "/katso/" + s.public.Slug, "/moderointi", "/yllapito/haku", "/yllapito/osoitteet", "/ohjelma/viennit"} {
		if w := p.as("admin", path, nil); w.Code != http.StatusOK && w.Code != http.StatusNotFound || w.Code == http.StatusNotFound && path[1] != 'k' {
			t.Errorf("afterwards %s is %d", path, w.Code)
		}
	}
}

// oddForms sends odd values in one field of a form that is else in order; no
// field is the form without any.
func (p *portal) oddForms(s stage, route, field string) {
	p.t.Helper()
	send := func(name string, values ...string) {
		if !p.odd() {
			return
		}
		form := url.Values{"form_key": {strings.Repeat("0", 31) + "8"}, "version": {itoa(p.standing(s, route))}, "action": {"next"}, "reason": {"Syy."}}
		if field != "" {
			form[field] = values
		} else {
			form = url.Values{}
		}
		p.takes(name+" in "+field, "POST", "/sv"+s.at(route, stepOf(field)), form)
	}
	if send("nothing"); field == "" {
		if p.odd() {
			p.takes("a megabyte", "POST", "/sv"+s.at(route, "tarve"), url.Values{"reason": {tooMuch}})
		}
		return
	}
	values := oddValues()
	for _, name := range slices.Sorted(maps.Keys(values)) {
		send(name, values[name])
	}
	send("many", slices.Repeat([]string{"x"}, 3000)...)
	if field != "version" && field != "action" && field != "form_key" { // read before anything else
		send("what just fits", justFits)
	}
}

// odd reports whether the next odd request belongs to the portion of the day.
func (p *portal) odd() bool {
	p.places++
	return p.sweep(p.places)
}

// stepOf is the step of the guided form that has the field.
func stepOf(field string) string {
	steps := map[string]string{
		"tyopaikka": "organization partners unit locality", "tarve": "title need sectors themes language", "ratkaisu": "approach stage started ended",
		"tulokset": "results lessons lead tags", "klinikka": "before wish deed how change tip",
	}
	for step, fields := range steps {
		if slices.Contains(strings.Fields(fields), field) {
			return step
		}
	}
	return "yhteystiedot"
}

// standing brings the act to what a form of the moderators is for, and is its
// version.
func (p *portal) standing(s stage, route string) int {
	if !strings.Contains(route, "/moderointi/teot") {
		return p.versionOf(s.draft.ID)
	}
	status := standings[route[strings.LastIndex(route, "/")+1:]]
	return p.turn(s.public, figure{account: p.accounts["member"], owner: true}, status).Version
}

// oddQueries asks for a page with odd values in some parameters.
func (p *portal) oddQueries(s stage, route string, parameters ...string) {
	p.t.Helper()
	odd := oddValues()
	odd["100,000 letters"] = strings.Repeat("ä", 50_000)
	for _, name := range slices.Sorted(maps.Keys(odd)) {
		query := url.Values{}
		for _, parameter := range parameters {
			query.Set(parameter, odd[name])
		}
		if p.odd() {
			p.takes(name+" in "+parameters[0], "GET", "/sv"+s.at(route, "tarve")+"?"+query.Encode(), nil)
		}
	}
	if p.odd() {
		p.takes("many in "+parameters[0], "GET", "/sv"+s.at(route, "tarve")+"?"+strings.Repeat(parameters[0]+"=x&", 3000), nil)
	}
}

// oddPaths asks for what a path or a query can hardly be.
func (p *portal) oddPaths(s stage, route string) {
	p.t.Helper()
	if placeholders := regexp.MustCompile(`\{[a-z]+\}`); placeholders.MatchString(route) {
		odd := oddValues()
		for _, name := range slices.Sorted(maps.Keys(odd)) {
			if p.odd() {
				p.takes(name, "GET", "/sv"+placeholders.ReplaceAllLiteralString(route, url.PathEscape(odd[name])), nil)
			}
		}
	}
	for _, query := range []string{"%zz", "a;b", strings.Repeat("a=b&", 20_000)} {
		if p.odd() {
			p.takes("the query "+query, "GET", "/sv"+s.at(route, "tarve")+"?"+query, nil)
		}
	}
}

// innards is what no page of ours says of itself.
func innards(body string) string {
	for _, word := range []string{"goroutine ", "panic:", "SQLSTATE", "pgconn", ".go:"} {
		if strings.Contains(body, word) {
			return word
		}
	}
	return ""
}

// takes sends one request, each from another place so that no limit is in the
// way, and looks at the answer.
func (p *portal) takes(name, method, path string, form url.Values) {
	p.t.Helper()
	r := httptest.NewRequest(method, "/", strings.NewReader(form.Encode()))
	u, err := url.Parse(path)
	if err != nil {
		return // no client can send it
	}
	r.URL, r.RequestURI, r.RemoteAddr = u, path, "10."+itoa(p.places>>16&255)+"."+itoa(p.places>>8&255)+"."+itoa(p.places&255)+":1"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.AddCookie(p.cookies["admin"])
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	page := strings.HasPrefix(w.Header().Get("Content-Type"), "text/html")
	switch body := w.Body.String(); {
	case w.Code >= http.StatusInternalServerError:
		p.t.Errorf("%s %.120s with %.60s: %d", method, path, name, w.Code)
	case w.Code >= http.StatusBadRequest && page && !strings.Contains(body, `lang="sv"`):
		p.t.Errorf("%s %.120s with %.60s: the page is not in Swedish", method, path, name)
	case w.Code >= http.StatusBadRequest && len(body) < 50:
		p.t.Errorf("%s %.120s with %.60s: %d without a page: %q", method, path, name, w.Code, body)
	case page && strings.Contains(body, "<script>alert(1)"):
		p.t.Errorf("%s %.120s with %.60s: the script is in the page", method, path, name)
	case innards(body) != "":
		p.t.Errorf("%s %.120s with %.60s tells %q", method, path, name, innards(body))
	}
}
