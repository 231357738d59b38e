package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web/page"
)

// kept is what a script learns of a text that it has sent.
type kept struct {
	Words, Base, Path, Keep string
	Version                 int
	Whole                   bool
}

// autosave sends a form as the script does.
func (p *portal) autosave(who, path string, want int, form url.Values) kept {
	p.t.Helper()
	w := p.as(who, path, form)
	if w.Code != want {
		p.t.Fatalf("POST %s: %d, want %d\n%.300s", path, w.Code, want, w.Body)
	}
	var k kept
	if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		if err := json.Unmarshal(w.Body.Bytes(), &k); err != nil {
			p.t.Fatal(err)
		}
	}
	return k
}

// draftOf begins a draft as the first form does while it is being written.
func (p *portal) draftOf() kept {
	p.t.Helper()
	return p.autosave("member", "/ilmoita-teko/tallennus", http.StatusOK, url.Values{"form_key": {page.NewKey()}, "organization": {"Limingan kunta"}, "unit": {"Virasto"}})
}

// step is the address of another step of the same act.
func (k kept) step(slug string) string {
	return k.Path[:strings.LastIndex(k.Path, "/")+1] + slug
}

func (p *portal) content(k kept) act.Act {
	p.t.Helper()
	var id act.ID
	if _, err := fmt.Sscanf(k.Path, "/ilmoita-teko/%d/", &id); err != nil {
		p.t.Fatal(err)
	}
	a, err := p.site.Acts.Find(p.t.Context(), p.accounts["member"], id)
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

func TestAFormKeepsItselfFromTheFirstField(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	key := page.NewKey()
	first := p.autosave("member", "/ilmoita-teko/tallennus", http.StatusOK, url.Values{"form_key": {key}, "unit": {"Vir"}})
	again := p.autosave("member", "/ilmoita-teko/tallennus", http.StatusOK, url.Values{"form_key": {key}, "unit": {"Virasto"}}) // its first answer was lost
	if again.Path != first.Path || p.content(again).Unit != "Virasto" {
		t.Errorf("sent again: %q, then %q with the unit %q", first.Path, again.Path, p.content(again).Unit)
	}
	need := url.Values{"version": {fmt.Sprint(again.Version)}, "base": {"of another step"}, "title": {"Kävelykokoukset virastossa"}, "need": {"Istuttiin."}, "language": {"sv"}}
	k := p.autosave("member", first.step("tarve")+"/tallennus", http.StatusOK, need)
	if a := p.content(first); a.Title != "Kävelykokoukset virastossa" || a.Need != "Istuttiin." || a.Unit != "Virasto" || a.Version != k.Version || a.Language != "sv" {
		t.Errorf("stored is %+v, told is version %d", a.Content, k.Version)
	}
	if !regexp.MustCompile(`^Tallennettu \d\d?\.\d\d$`).MatchString(k.Words) || !k.Whole {
		t.Errorf("told is %+v", k)
	}
	if same := p.autosave("member", first.step("tarve")+"/tallennus", http.StatusOK, need); same.Version != k.Version {
		t.Errorf("the same text again is version %d, was %d", same.Version, k.Version)
	}
}

func TestAutosaveMakesNoOrganisationOfHalfAName(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	before := p.content(k).OrganizationID
	half := p.autosave("member", k.Path+"/tallennus", http.StatusOK, url.Values{"version": {fmt.Sprint(k.Version)}, "base": {k.Base}, "organization": {"Limingan ku"}, "partners": {"Oulun kaupunki\nTyr"}, "unit": {"Toinen"}})
	a := p.content(k)
	if half.Whole || a.OrganizationID != before || len(a.PartnerIDs) != 1 || a.Unit != "Toinen" {
		t.Errorf("told whole %t; stored: %+v", half.Whole, a.Content)
	}
	n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM organization WHERE name_fi IN ('Limingan ku', 'Tyr')")
	if err != nil || n != 0 {
		t.Errorf("%d organisations of half a name, %v", n, err)
	}
}

func TestTwoTabsOverwriteNothing(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	need := func(version int, base, title, lead string) url.Values {
		return url.Values{"version": {fmt.Sprint(version)}, "base": {base}, "title": {title}, "lead": {lead}, "language": {"fi"}, "action": {"draft"}}
	}
	empty := p.autosave("member", k.step("tarve")+"/tallennus", http.StatusOK, need(k.Version, "", "", ""))
	first := p.autosave("member", k.step("tarve")+"/tallennus", http.StatusOK, need(empty.Version, empty.Base, "Ensimmäisen nimi", "Sama"))
	// Another step, opened before: nobody has changed that.
	other := p.autosave("member", k.step("tulokset")+"/tallennus", http.StatusConflict, url.Values{"version": {"1"}, "results": {"Hyvin meni"}})
	if other.Words == "" {
		t.Error("the script is told nothing")
	}
	results := regexp.MustCompile(`name="base" value="(\w+)"`).FindStringSubmatch(p.as("member", k.step("tulokset"), nil).Body.String())
	p.autosave("member", k.step("tulokset")+"/tallennus", http.StatusOK, url.Values{"version": {"1"}, "base": {results[1]}, "results": {"Hyvin meni"}})
	// The same step, opened before.
	late := need(empty.Version, empty.Base, "Toisen nimi", "Sama")
	p.autosave("member", k.step("tarve")+"/tallennus", http.StatusConflict, late)
	w := p.as("member", k.step("tarve"), late)
	if body := w.Body.String(); w.Code != http.StatusConflict || !strings.Contains(body, "Ensimmäisen nimi") || !strings.Contains(body, "Toisen nimi") || strings.Contains(body, ">Sama<") {
		t.Fatalf("the page of the clash: %d\n%s", w.Code, body)
	}
	if a := p.content(k); a.Title != "Ensimmäisen nimi" || a.Results != "Hyvin meni" {
		t.Errorf("stored meanwhile: %q, %q", a.Title, a.Results)
	}
	choice := need(p.content(k).Version, first.Base, "Toisen nimi", "Sama")
	choice.Set("take-title", "typed")
	if w := p.as("member", k.step("tarve"), choice); w.Code != http.StatusSeeOther || p.content(k).Title != "Toisen nimi" {
		t.Errorf("the typed one chosen: %d, %q", w.Code, p.content(k).Title)
	}
	choice.Set("title", "Kolmas nimi")
	choice.Set("take-title", "stored")
	if w := p.as("member", k.step("tarve"), choice); w.Code != http.StatusSeeOther || p.content(k).Title != "Toisen nimi" {
		t.Errorf("the stored one chosen: %d, %q", w.Code, p.content(k).Title)
	}
}

func TestAutosaveIsTheWritersAlone(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	form := url.Values{"version": {fmt.Sprint(k.Version)}, "unit": {"Vieras"}}
	p.autosave("moderator", k.Path+"/tallennus", http.StatusNotFound, form)
	p.autosave("visitor", k.Path+"/tallennus", http.StatusForbidden, form)
	if a := p.content(k); a.Unit != "Virasto" {
		t.Errorf("the unit is %q", a.Unit)
	}
	n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM stashed_form")
	if err != nil || n != 0 {
		t.Errorf("%d forms of a script are stashed, %v", n, err)
	}
	p.autosave("member", k.step("ratkaisu")+"/tallennus", http.StatusUnprocessableEntity, url.Values{"version": {fmt.Sprint(k.Version)}, "base": {"x"}, "started": {"2026-05"}, "ended": {"2026-03"}})
}

// BenchmarkAutosave tells the processor time of one autosave, with all that
// the portal does of it; the database is another process.
func BenchmarkAutosave(b *testing.B) {
	p := newPortal(b)
	k := p.draftOf()
	text := strings.Repeat("Hoitajat suunnittelevat vuorot yhdessä, ja tieto kulkee. ", 80)
	cpu := func() time.Duration {
		var u syscall.Rusage
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before := cpu()
	for i := 0; b.Loop(); i++ {
		form := url.Values{"version": {fmt.Sprint(k.Version)}, "base": {k.Base}, "need": {fmt.Sprint(text, i)}, "title": {"Kävelykokoukset virastossa"}, "language": {"fi"}}
		r := httptest.NewRequest("POST", k.step("tarve")+"/tallennus", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.AddCookie(p.cookies["member"])
		w := httptest.NewRecorder()
		p.handler.ServeHTTP(w, r)
		var told kept
		if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != http.StatusOK {
			b.Fatal(w.Code, w.Body)
		}
		k.Version, k.Base = told.Version, told.Base
	}
	b.ReportMetric(float64((cpu()-before).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
}

// Text that was saved after the page of sending was opened, as by a save that
// was on its way, is shown before it is sent, with what it takes to send it.
func TestSendingShowsWhatWasSavedSince(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	owner := p.accounts["member"]
	a, err := p.site.Acts.Begin(t.Context(), owner, strings.Repeat("0", 31)+"5", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	stale := a.Version
	content := a.Content
	content.Results = "Tallennettu vasta äsken."
	if a, err = p.site.Acts.Edit(t.Context(), owner, a.ID, a.Version, content); err != nil {
		t.Fatal(err)
	}
	send := fmt.Sprintf("/ilmoita-teko/%d/lahetys", int64(a.ID))
	w := p.as("member", send, url.Values{"version": {fmt.Sprint(stale)}})
	body := w.Body.String()
	if w.Code != http.StatusConflict || !strings.Contains(body, "Tallennettu vasta äsken.") || !strings.Contains(body, fmt.Sprintf(`name="version" value="%d"`, a.Version)) {
		t.Fatalf("a page of before: %d", w.Code)
	}
	if w := p.as("member", send, url.Values{"version": {fmt.Sprint(a.Version)}}); w.Code != http.StatusSeeOther {
		t.Errorf("sent from that page: %d", w.Code)
	}
}
