package query

import (
	"slices"
	"testing"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/fi/fitest"
	"tekojentori.fi/tori/internal/search/synonym"
)

// asks reports whether a query is looked for by a lexeme, in some way.
func asks(groups []Group, kind Kind, lexeme string) bool {
	for _, g := range groups {
		for _, t := range slices.Concat(g.Tiers, g.Distant, g.Loose) {
			for _, set := range t.Sets {
				if t.Kind == kind && slices.Contains(set, lexeme) {
					return true
				}
			}
		}
	}
	return false
}

func builder(tb testing.TB, groups string) Builder {
	tb.Helper()
	a := analysis.New(fitest.Open(tb))
	return Builder{Analyzer: a, Synonyms: synonym.NewSet(a, synonym.Parse(groups))}
}

func TestBeginningStandsForTheWords(t *testing.T) {
	t.Parallel()
	b := builder(t, "perehdytys | opastus\nviestintä | tiedotus\nkoulu | opinahjo\norganisera | järjestää\norganisaatio | toimielin")
	for typed, want := range map[string]string{"perehd": "opastus", "viestin": "tiedotus", "viesti": "tiedotus", "organis": "toimielin"} {
		if groups := b.Build(typed, "fi").Groups; !asks(groups, Prefix, want) {
			t.Errorf("%s does not ask for %s: %+v", typed, want, groups)
		}
	}
	for typed, not := range map[string]string{"per": "opastus", "koulu": "tiedotus"} {
		if groups := b.Build(typed, "fi").Groups; asks(groups, Prefix, not) {
			t.Errorf("%s asks for %s: %+v", typed, not, groups)
		}
	}
}

func TestCompoundByWhatItsPartsStandFor(t *testing.T) {
	t.Parallel()
	b := builder(t, "siivous | puhtaanapito\ndistans ~ etä\nmöte ~ kokous")
	for typed, want := range map[string]string{"siivousvuoro": "puhtaanapito", "distansmöte": "kokous"} {
		if groups := b.Build(typed, "fi").Groups; !asks(groups, Apart, want) {
			t.Errorf("%s does not ask for %s: %+v", typed, want, groups)
		}
	}
}

// TestDullWords: an act may do without them, unless there are no others.
func TestDullWords(t *testing.T) {
	t.Parallel()
	b := builder(t, "")
	for text, want := range map[string][]string{
		"liian monta kokousta": {"liian", "monta"}, "need computers always": {"need", "always"}, "många möten": {"många"},
		"paljon": nil, "uusi työntekijä": nil,
	} {
		var dull []string
		for _, g := range b.Build(text, "fi").Groups {
			if g.Dull {
				dull = append(dull, g.Typed)
			}
		}
		if !slices.Equal(dull, want) {
			t.Errorf("%s: %q are dull", text, dull)
		}
	}
}

func TestWordsThatAreNoNounsTellLess(t *testing.T) {
	t.Parallel()
	var aside []string
	for _, g := range builder(t, "").Build("palaverit lyhyemmiksi kehittäminen eu liminka", "fi").Groups {
		if g.Aside {
			aside = append(aside, g.Typed)
		}
	}
	if !slices.Equal(aside, []string{"lyhyemmiksi"}) {
		t.Errorf("%q tell less", aside)
	}
}
