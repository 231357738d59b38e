package e2e

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestActs is the life of acts, on one portal.
func TestActs(t *testing.T) {
	t.Parallel()
	together(t, map[string]journey{"from the first word to a row": fromFirstWordToRow, "two moderators on one": twoModerators})
}

// From the first word to a published page and out as a row.
func fromFirstWordToRow(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		title := fmt.Sprintf("Aamuvuoro vaihtuu kävellen %t", scripts)
		b.carry(site.session(t, member))
		b.write(title)
		if site.lists(t, title) {
			t.Error("an act that only waits is in the list")
		}
		first := open(t, site, usual).carry(site.session(t, moderator))
		first.visit("/moderointi")
		first.follow(title)
		first.press("Ota käsittelyyn")
		first.sound("review-taken")
		first.press("Hyväksy ja julkaise")
		if wrong := first.seen.wrong(); len(wrong) > 0 {
			t.Errorf("publishing: %v", wrong)
		}
		reader := open(t, site, usual)
		reader.visit("/tekojen-tori")
		reader.follow(title)
		if text := reader.text(); !strings.Contains(text, "Hoitajat kävelevät") {
			t.Errorf("the page of the act lacks its text:\n%s", text)
		}
		b.consents(title, reader)
		reader.sound("act-published")
		if row := site.export(t); !strings.Contains(row, title) || strings.Contains(row, "testi.tekija@example.fi") {
			t.Error("want the act in the export, and its contact not")
		}
	})
}

// consents is the contact of an act, named by another: not shown until they
// agree by the link in the mail, and gone when they take it back.
func (b *tab) consents(title string, reader *tab) {
	b.t.Helper()
	shown := func() bool {
		reader.visit(reader.address())
		return strings.Contains(reader.text(), "Testi Tekijä")
	}
	if shown() {
		b.t.Error("a contact is shown who has not agreed")
	}
	b.visit("/omat-teot")
	if !strings.Contains(b.text(), "Testi Tekijä: kysyimme luvan") {
		b.t.Error("the owner is not told that the contact has been asked")
	}
	person := open(b.t, b.site, usual)
	_, token, _ := strings.Cut(person.mailed(title, "/yhteyshenkilo/"), "/yhteyshenkilo/")
	for _, v := range threeTongues {
		person.look(v)
		person.visit("/yhteyshenkilo/" + token)
		person.sound("contact-asked")
	}
	person.press("Annan luvan")
	person.sound("contact-given")
	reader.until("the contact", shown)
	person.press("Tiedot pitävät paikkansa") // as each year
	if !strings.Contains(person.text(), "Olet yhteyshenkilö") || !shown() {
		b.t.Error("who confirms the details is not shown any more")
	}
	person.press("Poista tietoni näkyvistä")
	person.sound("contact-withdrawn")
	reader.until("the page without the contact", func() bool { return !shown() })
	if status := person.visit("/yhteyshenkilo/EIOLE"); status != http.StatusNotFound {
		b.t.Errorf("a wrong link answers %d, want 404", status)
	}
	person.soundInAll("contact-dead-link")
}

// write goes through the guided form, first wrongly in each step, and sends.
func (b *tab) write(title string) {
	b.t.Helper()
	b.visit("/ilmoita-teko")
	b.fill("organization", "")
	b.press("Tallenna ja jatka")
	b.soundInAll("submit-workplace-errors")
	b.fill("organization", "Limingan kunta")
	b.fill("unit", "Palvelutalo")
	b.press("Tallenna ja jatka")
	b.writeRest(title)
}

// writeRest goes on from the first step, and sends.
func (b *tab) writeRest(title string) {
	b.t.Helper()
	b.fill("title", title)
	b.press("Tallenna ja jatka")
	if got := b.value("title"); got != title || !b.summary() {
		b.t.Errorf("after an error the title is %q, and a summary of problems is there: %t", got, b.summary())
	}
	b.soundInAll("submit-need-errors")
	b.fill("need", "Vuoron vaihtuessa tieto jäi paperille & ruudulle <b>.")
	b.choose("sectors", "social-and-health-services")
	b.choose("themes", "developing-together")
	b.press("Tallenna ja jatka")
	b.sound("submit-approach")
	b.fill("approach", "Hoitajat kävelevät kierroksen yhdessä.")
	b.choose("stage", "in_use")
	b.press("Tallenna ja jatka")
	b.fill("results", "Unohtuneet asiat vähenivät puoleen.")
	b.press("Tallenna ja jatka")
	b.fill("contact_name", "Testi Tekijä")
	b.fill("contact_email", "testi.tekija@example.fi")
	b.choose("contact_visible_to", "everyone")
	b.choose("contact_consent", "true")
	b.press("Tallenna ja jatka")
	b.sound("submit-check")
	b.press("Lähetä julkaistavaksi")
	b.sound("submit-thanks")
	if !strings.Contains(b.text(), title) {
		b.t.Errorf("%s does not thank for “%s”", b.address(), title)
	}
}

// summary reports whether the page sums up its problems, with links to them.
func (b *tab) summary() bool {
	b.t.Helper()
	return evaluate[bool](b, `[...document.querySelectorAll('main a[href^="#"]')].some(a => document.querySelector(a.hash)?.matches('input, textarea, select, fieldset'))`)
}

// Two moderators decide on one act: one wins, the other is told.
func twoModerators(t *testing.T, site *portal) {
	once(t)
	open(t, site, usual).carry(site.session(t, member)).write("Yksi teko kahdelle")
	first := open(t, site, usual).carry(site.session(t, moderator))
	second := open(t, site, usual).carry(site.session(t, moderator2))
	for _, b := range []*tab{first, second} {
		b.visit("/moderointi")
		b.follow("Yksi teko kahdelle")
	}
	first.press("Ota käsittelyyn")
	second.press("Ota käsittelyyn")
	if got := second.answered(); got != http.StatusConflict {
		t.Errorf("the second moderator gets status %d, want 409", got)
	}
	second.soundInAll("conflict")
}

// lists reports whether visitors find an act by its title.
func (p *portal) lists(t *testing.T, title string) bool {
	t.Helper()
	_, page := p.get(t.Context(), "/tekojen-tori")
	_, found := p.get(t.Context(), "/tekojen-tori?haku="+url.QueryEscape(title))
	heading := []byte(">" + title + "<")
	return bytes.Contains(page, heading) || bytes.Contains(found, heading)
}

// export is all acts as CSV, as the programme team gets them.
func (p *portal) export(t *testing.T) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.url()+"/ohjelma/viennit", strings.NewReader(url.Values{"format": {"csv"}}.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range p.session(t, team) {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	rows, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("export: status %d, %v", resp.StatusCode, err)
	}
	return string(rows)
}
