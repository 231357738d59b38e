package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/web/page"
)

// A large export is ordered, looked at while it waits, and fetched by who has
// ordered it alone.
func TestAnExportInTheBackground(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	p.signInAs("colleague", account.Team)
	form := url.Values{"format": {"csv"}, "later": {"true"}, "form_key": {page.NewKey()}}
	path := p.as("team", "/ohjelma/viennit", form).Header().Get("Location")
	if again := p.as("team", "/ohjelma/viennit", form).Header().Get("Location"); path == "" || again != path {
		t.Fatalf("ordered twice: %q and %q", path, again)
	}
	if body := p.as("team", path, nil).Body.String(); !strings.Contains(body, "data-waiting") || !strings.Contains(body, "<progress") {
		t.Error("the page does not wait")
	}
	if code := p.as("team", path+"/tiedosto", nil).Code; code != http.StatusNotFound {
		t.Errorf("a file that is not there: %d", code)
	}
	id, err := postgres.Value[errand.ID](t.Context(), p.db, "SELECT id FROM export_errand")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.site.Errands.Make(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if body := p.as("team", path, nil).Body.String(); strings.Contains(body, "data-waiting") || !strings.Contains(body, path+"/tiedosto") {
		t.Error("the page does not give the file")
	}
	w := p.as("team", path+"/tiedosto", nil)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), a.Title) || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("the file: %d %v", w.Code, w.Header())
	}
	for _, address := range []string{path, path + "/tiedosto"} {
		if code := p.as("colleague", address, nil).Code; code != http.StatusNotFound {
			t.Errorf("a colleague at %s: %d, want 404", address, code)
		}
	}
	if list := p.as("team", "/ohjelma/viennit", nil).Body.String(); !strings.Contains(list, path) {
		t.Error("the page of exports does not list it")
	}
	if mail, err := postgres.Value[string](t.Context(), p.db, "SELECT body FROM mail_message WHERE subject LIKE 'Vienti on valmis%'"); err != nil || !strings.Contains(mail, "://tori.example"+path) {
		t.Errorf("the mail: %q, %v", mail, err)
	}
	p.as("team", path+"/poisto", url.Values{})
	if code := p.as("team", path, nil).Code; code != http.StatusNotFound {
		t.Errorf("dropped, and still there: %d", code)
	}
}

// A kept table is ordered for every month, and ended, on its page.
func TestAMonthlyReportIsOrdered(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.as("team", "/ohjelma/tilastot", url.Values{"form_key": {page.NewKey()}, "name": {"Toimialat"}, "query": {"rivit=toimiala&sarakkeet="}})
	const order, end = "/ohjelma/tilastot/1/tilaus", "/ohjelma/tilastot/1/tilauksen-lopetus"
	shows := func(want, not string) {
		t.Helper()
		if body := p.as("team", "/ohjelma/tilastot", nil).Body.String(); !strings.Contains(body, `action="`+want+`"`) || strings.Contains(body, `action="`+not+`"`) {
			t.Errorf("the page does not offer %s alone", want)
		}
	}
	shows(order, end)
	p.as("team", order, url.Values{})
	shows(end, order)
	p.as("team", end, url.Values{})
	shows(order, end)
	if code := p.as("admin", order, url.Values{}).Code; code != http.StatusNotFound { // it is not shared
		t.Errorf("a report that one does not see: %d, want 404", code)
	}
	counted, err := p.site.Counted(t.Context(), "rivit=toimiala&sarakkeet=")
	if err != nil || counted.Rule == "" {
		t.Errorf("%+v, %v", counted, err)
	}
}
