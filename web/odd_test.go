package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"
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
// answer is a page in the reader's language, never a failure.
func TestEveryFieldTakesAnything(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
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
		form := url.Values{"form_key": {strings.Repeat("0", 31) + "8"}, "version": {itoa(p.standing(s, route))}, "action": {"next"}, "reason": {"Syy."}}
		if field != "" {
			form[field] = values
		} else {
			form = url.Values{}
		}
		p.takes(name+" in "+field, "POST", "/sv"+s.at(route, stepOf(field)), form)
	}
	if send("nothing"); field == "" {
		p.takes("a megabyte", "POST", "/sv"+s.at(route, "tarve"), url.Values{"reason": {tooMuch}})
		return
	}
	for name, value := range oddValues() {
		send(name, value)
	}
	send("many", slices.Repeat([]string{"x"}, 3000)...)
	if field != "version" && field != "action" && field != "form_key" { // read before anything else
		send("what just fits", justFits)
	}
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
	for name, value := range odd {
		query := url.Values{}
		for _, parameter := range parameters {
			query.Set(parameter, value)
		}
		p.takes(name+" in "+parameters[0], "GET", "/sv"+s.at(route, "tarve")+"?"+query.Encode(), nil)
	}
	p.takes("many in "+parameters[0], "GET", "/sv"+s.at(route, "tarve")+"?"+strings.Repeat(parameters[0]+"=x&", 3000), nil)
}

// oddPaths asks for what a path or a query can hardly be.
func (p *portal) oddPaths(s stage, route string) {
	p.t.Helper()
	if placeholders := regexp.MustCompile(`\{[a-z]+\}`); placeholders.MatchString(route) {
		for name, value := range oddValues() {
			p.takes(name, "GET", "/sv"+placeholders.ReplaceAllLiteralString(route, url.PathEscape(value)), nil)
		}
	}
	for _, query := range []string{"%zz", "a;b", strings.Repeat("a=b&", 20_000)} {
		p.takes("the query "+query, "GET", "/sv"+s.at(route, "tarve")+"?"+query, nil)
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
	p.places++
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

// The tables of fields and parameters know every name that a page reads.
func TestTablesKnowEveryField(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, table := range []map[string]string{fieldsOf, parametersOf} {
		for _, names := range table {
			for _, name := range strings.Fields(names) {
				known[name] = true
			}
		}
	}
	read := regexp.MustCompile(`(?:FormValue|Query\(\)\.Get|values\.Get|\btext|\bfield)\("([a-z_]+)"\)|PostForm\["([a-z_]+)"\]|query:"([a-z_]+)`)
	files, err := filepath.Glob("*page/*.go")
	more, err2 := filepath.Glob("api/*.go")
	if err != nil || err2 != nil || len(files) < 20 {
		t.Fatal(err, err2, len(files))
	}
	for _, file := range append(files, more...) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range read.FindAllStringSubmatch(string(b), -1) {
			if name := m[1] + m[2] + m[3]; !known[name] {
				t.Errorf("%s reads %q, which no table knows", file, name)
			}
		}
	}
}
