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

// TestAlsoInTheReadersLanguage: what the reader can read comes first.
func TestAlsoInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, fitest.Open(t))
	put(t, db, x, doc(1, "Kokous ja palaveri"))
	for _, tt := range []struct{ lang, text, first string }{
		{"fi", "meeting", "kokous"}, {"fi", "möte", "palaveri"}, {"en", "kokous", "meeting"}, {"sv", "kokous", "möte"},
	} {
		r, err := x.Find(t.Context(), search.Query{Text: tt.text, Lang: tt.lang})
		finnish := func(text string) bool { return x.Analyzer().Word("fi", text).Known }
		if err != nil || !slices.Contains(r.Also, tt.first) || finnish(r.Also[0]) != (tt.lang == "fi") {
			t.Errorf("%s %s: %q, %v", tt.lang, tt.text, r.Also, err)
		}
		others := slices.IndexFunc(r.Also, func(text string) bool { return finnish(text) != (tt.lang == "fi") })
		if others >= 0 && slices.ContainsFunc(r.Also[others:], func(text string) bool { return finnish(text) == (tt.lang == "fi") }) {
			t.Errorf("%s %s: %q", tt.lang, tt.text, r.Also)
		}
	}
}
