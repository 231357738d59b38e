package e2e

import (
	"net/http"
	"testing"
)

// headerStands is how many rows the header takes, whether something stands in
// one of them alone, whether the navigation breaks within itself, and how much
// of the menu of who has signed in is outside of the window.
const headerStands = `(() => {
	const boxes = [...document.querySelectorAll('.hdr-row > *')].map(e => e.getBoundingClientRect()).sort((a, b) => a.top - b.top);
	const rows = [];
	let bottom = -1;
	for (const box of boxes) {
		if (box.top >= bottom) rows.push(0);
		rows[rows.length - 1]++;
		bottom = Math.max(bottom, box.bottom);
	}
	const links = [...document.querySelectorAll('.nav a')].map(a => a.getBoundingClientRect().top);
	const account = document.querySelector('details.account');
	account.open = true;
	const menu = account.querySelector('.menu').getBoundingClientRect();
	account.open = false;
	return {rows: rows.length, alone: rows.includes(1), broken: links.some(top => top !== links[0]), outside: Math.max(0, -menu.left, menu.right - innerWidth)};
})()`

// The header takes two rows at the most, at every width and in every language,
// and its menu lies within the window.
func keepsItsHeader(t *testing.T, site *portal) {
	once(t)
	b := open(t, site, usual).carry(site.session(t, "moderoija@example.fi"))
	for _, lang := range []string{"fi", "sv", "en"} {
		b.look(view{lang, "light", 1280})
		if status := b.visit("/tilastot"); status != http.StatusOK {
			t.Fatalf("status %d", status)
		}
		for _, width := range []int64{1280, 1080, 1040, 1000, 768, 390, 320} {
			b.look(view{lang, "light", width})
			got := evaluate[struct {
				Rows    int     `json:"rows"`
				Alone   bool    `json:"alone"`
				Broken  bool    `json:"broken"`
				Outside float64 `json:"outside"`
			}](b, headerStands)
			if got.Rows > 2 || got.Alone || got.Broken || got.Outside > 0 {
				t.Errorf("%s at %d px: %+v, want two rows at the most, nothing alone in one, the navigation in one and the menu inside", lang, width, got)
			}
		}
	}
}
