package e2e

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// The team keeps a table and has it mailed each month, opens it from the list,
// and ends the mails.
func ordersAReport(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		name := "Kuukauden kielet"
		if !scripts {
			name = "Kielet ilman komentoja"
		}
		b.carry(site.session(t, team))
		b.visit("/ohjelma/tilastot?rivit=organisaatio&sarakkeet=&" + of2022)
		if first := evaluate[string](b, `document.querySelector('#taulukko tbody tr').innerText`); !strings.HasPrefix(first, "Limingan kunta") {
			t.Errorf("the organisation with the most acts is not first: %s", first)
		}
		b.fill("name", "")
		b.press("Tallenna")
		if b.answered() != http.StatusUnprocessableEntity || !b.summary() {
			t.Errorf("a table without a name: status %d", b.answered())
		}
		b.fill("name", name)
		b.press("Tallenna")
		b.press("Tilaa joka kuukausi sähköpostiin: " + name)
		if !b.has("button", "Lopeta kuukausiraportti: "+name) {
			t.Errorf("the report is not ordered: %.400s", b.text())
		}
		b.follow(name)
		if text := b.text(); !strings.Contains(text, "Yhteensä 183.") {
			t.Errorf("the kept table: %.400s", text)
		}
		b.press("Lopeta kuukausiraportti: " + name)
		if !b.has("button", "Tilaa joka kuukausi sähköpostiin: "+name) {
			t.Errorf("the report still comes: %.400s", b.text())
		}
	})
}

// What a reader opens is counted, in each language and without scripts; what a
// robot, the team and an author open is not.
func countsReadings(t *testing.T, site *portal) {
	const path, table = "/katso/maanantain-halytinkierros", "/ohjelma/tilastot.json?rivit=organisaatio&sarakkeet=&luku=lukukerrat&haku="
	once(t)
	cookies := site.session(t, team)
	read := func() int {
		t.Helper()
		var x struct{ Total int }
		if err := json.Unmarshal(site.getAs(t, cookies, table), &x); err != nil {
			t.Fatal(err)
		}
		return x.Total
	}
	before := read()
	robot, reader, staff := open(t, site, usual), open(t, site, usual), open(t, site, usual).carry(cookies)
	for _, b := range []*tab{reader, staff} { // a headless browser is a robot
		call(b, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"})
	}
	robot.visit(path)
	staff.visit(path)
	reader.visit(path)
	reader.withoutScripts().visit("/sv" + path)
	for range 100 { // they are written down every few seconds, perhaps between the two
		if read() >= before+2 {
			break
		}
		time.Sleep(300 * time.Millisecond)
	}
	if n := read() - before; n != 2 {
		t.Errorf("%d readings are counted, want those of the reader alone", n)
	}
}
