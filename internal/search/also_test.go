package search_test

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

// TestAlso: what was looked for as well is neither the query itself nor what
// the reader does not want.
func TestAlso(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, fitest.Open(t))
	put(t, db, x,
		doc(1, "Uusi työntekijä ja uudet työntekijät", "Perehdytys alkaa heti."),
		doc(2, "Ruotsin kieli", "Toinen kotimainen sujuu."),
		doc(3, "Kirjasto", "Kirjastoauto ja lähikirjasto."),
		search.Document{ActID: 4, Lang: "en", Title: "Nurse shortage", Body: []string{"The nursing shortage is over. Hybrid work and remote work."}, PublishedAt: day})
	for _, tt := range []struct{ lang, text, told, untold string }{
		{"fi", "uusi työntekijä", "aloittava työntekijä", "uusi työntekijä"},
		{"fi", "Uusille työntekijöille", "aloittava työntekijä", "uudet työntekijät"},
		{"fi", "ruotsin kieli", "toinen kotimainen", "ruotsin kieli"},
		{"fi", "kirjasto", "kirjastoauto", "kirjasto"},
		{"fi", "kirjasto -kirjastoauto", "lähikirjasto", "kirjastoauto"},
		{"fi", `kirjasto -"oma kirjastoauto"`, "kirjastoauto", "kirjasto"},
		{"en", "nurse shortage", "hoitajapula", "nurse shortage"},
		{"en", "hybrid work", "remote work", "hybrid work"},
	} {
		r, err := x.Find(t.Context(), search.Query{Text: tt.text, Lang: tt.lang})
		if err != nil || !slices.Contains(r.Also, tt.told) || slices.Contains(r.Also, tt.untold) {
			t.Errorf("%s: %q, %v", tt.text, r.Also, err)
		}
	}
}
