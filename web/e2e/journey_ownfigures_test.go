package e2e

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A reader prints the figures: each chart keeps its table, its sentence and its
// rule, what only leads on is left out, and nothing runs over an A4 sheet.
func printsTheFigures(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, view{"fi", "light", 700}) // points between the margins
	b.visit("/tilastot")
	shown := func(what string) int {
		return evaluate[int](b, `[...document.querySelectorAll('`+what+`')].filter(e => e.checkVisibility({contentVisibilityAuto: true})).length`)
	}
	tables := evaluate[int](b, `document.querySelectorAll('main table').length`)
	if shown("main table") == tables || shown(".nav, .facets, .ftr nav") == 0 {
		t.Fatal("on the screen nothing differs from paper: the check sees nothing")
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if got := shown("main table"); got != tables || tables < 8 {
		t.Errorf("on paper %d of %d tables are shown", got, tables)
	}
	if got := shown(".nav, .facets, .ftr nav, .cta, main form button"); got != 0 {
		t.Errorf("on paper %d things are shown that only lead on", got)
	}
	if out := evaluate[[]string](b, wide); len(out) > 0 {
		t.Errorf("runs over the sheet: %q", out)
	}
	for _, words := range []string{"Teot kuukausittain", "Opetus ja kasvatus", "Yhteinen teko lasketaan kerran."} {
		if !strings.Contains(b.text(), words) {
			t.Errorf("on paper %q is missing", words)
		}
	}
}

// A coordinator reads how many acts the own organisation has out: the same
// number on its page, in the list, on the public page, in the API and in the file. The tables of
// the programme team are not theirs.
func countsTheOwn(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		cookies := site.session(t, coordinator)
		b.carry(cookies)
		b.visit("/oma/organisaatio")
		number := evaluate[string](b, `document.querySelector('main .stats a').innerText.trim()`)
		if n, err := strconv.Atoi(number); err != nil || n < 2 {
			t.Fatalf("the page tells of %q acts", number)
		}
		b.visit(evaluate[string](b, `(a => a.pathname + a.search)(document.querySelector('main .stats a'))`))
		if !strings.Contains(b.text(), number+" tekoa") {
			t.Errorf("%s does not list %s acts:\n%.500s", b.address(), number, b.text())
		}
		_, query, _ := strings.Cut(b.address(), "?")
		var list struct{ Total int }
		if _, body := site.get(t.Context(), "/api/v1/acts?"+strings.Replace(query, "organisaatio", "organization", 1)); json.Unmarshal(body, &list) != nil || strconv.Itoa(list.Total) != number {
			t.Errorf("the API has %d acts, the page of the organisation %s", list.Total, number)
		}
		b.visit("/organisaatiot/limingan-kunta")
		if !strings.Contains(b.text(), number+" tekoa") {
			t.Errorf("the public page does not tell of %s acts:\n%.600s", number, b.text())
		}
		b.visit("/oma/organisaatio")
		b.soundInAll("coordinated")
		file := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(site.getAs(t, cookies, "/oma/organisaatio/teot.csv")), "\ufeff")))
		file.Comma = ';'
		lines, err := file.ReadAll()
		published := 0
		for _, line := range lines {
			if slices.Contains(line, "published") {
				published++
			}
		}
		if err != nil || strconv.Itoa(published) != number {
			t.Errorf("the file has %d published acts of %d, %v: %q", published, len(lines), err, lines[:2])
		}
		if b.visit("/ohjelma/tilastot"); b.answered() != http.StatusForbidden {
			t.Errorf("the tables of the team answer a coordinator with %d", b.answered())
		}
	})
}

// A reader goes from the page of an organisation to its figures, narrows them
// to a sector, reads as many acts in the list, and takes the organisation away.
func narrowsTheFigures(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, _ bool) {
		b.visit("/organisaatiot/limingan-kunta")
		b.follow("Katso tilastot")
		all := b.acts()
		b.visit(b.address() + "&toimiala=opetus-ja-kasvatus")
		some, text := b.acts(), b.text()
		if some == 0 || some >= all || !strings.Contains(text, "Rajaus: Opetus ja kasvatus; Limingan kunta.") {
			t.Errorf("of %d acts %d are left:\n%.600s", all, some, text)
		}
		b.soundInAll("statistics-narrowed")
		b.follow("Katso nämä teot listana")
		if got := b.total(); got != some {
			t.Errorf("%d acts in the list, %d in the figures", got, some)
		}
		b.visit("/tilastot?organisaatio=limingan-kunta&toimiala=opetus-ja-kasvatus")
		b.follow("Poista rajaus: Limingan kunta")
		if got := b.acts(); got <= some || strings.Contains(b.text(), "Limingan kunta") {
			t.Errorf("%d acts of everyone, %d of the municipality", got, some)
		}
	})
}

// acts is the large number of acts.
func (b *tab) acts() int {
	b.t.Helper()
	return number(evaluate[string](b, `document.querySelector('main .stats dd').innerText`))
}
