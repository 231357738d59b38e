package e2e

import (
	"net/http"
	"testing"
)

// headerStands is how many rows the header takes, whether the navigation breaks
// within itself, and how much of the menu of who has signed in is outside of
// the window.
const headerStands = `(() => {
	const boxes = [...document.querySelectorAll('.hdr-row > *')].map(e => e.getBoundingClientRect()).sort((a, b) => a.top - b.top);
	let rows = 0, bottom = -1;
	for (const box of boxes) {
		if (box.top >= bottom) { rows++; bottom = box.bottom; }
		bottom = Math.max(bottom, box.bottom);
	}
	const links = [...document.querySelectorAll('.nav a')].map(a => a.getBoundingClientRect().top);
	const account = document.querySelector('details.account');
	account.open = true;
	const menu = account.querySelector('.menu').getBoundingClientRect();
	account.open = false;
	return {rows, broken: links.some(top => top !== links[0]), outside: Math.max(0, -menu.left, menu.right - innerWidth)};
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
		for _, width := range []int64{1280, 1080, 1000, 768, 390, 320} {
			b.look(view{lang, "light", width})
			got := evaluate[struct {
				Rows    int     `json:"rows"`
				Broken  bool    `json:"broken"`
				Outside float64 `json:"outside"`
			}](b, headerStands)
			if got.Rows > 2 || got.Broken || got.Outside > 0 {
				t.Errorf("%s at %d px: %+v, want two rows at the most, the navigation in one and the menu inside", lang, width, got)
			}
		}
	}
}
