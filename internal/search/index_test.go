package search_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

func doc(id int64, title string, body ...string) search.Document {
	return search.Document{ActID: id, Lang: "fi", Title: title, Body: body, PublishedAt: day.AddDate(0, 0, int(id))}
}

func TestHiddenActsAreGone(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x, doc(1, "Kävelykokous"), doc(2, "Kävelykokous metsässä"))
	if diff := cmp.Diff([]int64{2, 1}, find(t, x, "kävelykokoukset").Hits); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return x.RemoveTx(t.Context(), tx, 2) }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{1}, find(t, x, "kävelykokoukset").Hits); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, err := x.Suggest(t.Context(), "mets", "fi", 5); err != nil || len(got) > 0 {
		t.Errorf("a word of a hidden act is suggested: %v %v", got, err)
	}
	if r := find(t, x, "metsössä"); r.Corrected != "" {
		t.Errorf("a word of a hidden act is offered: %q", r.Corrected)
	}
}

// TestVocabularyIsCountedRight: after any changes it is as if only the acts
// that are left had been put.
func TestVocabularyIsCountedRight(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x, doc(1, "Kävelykokous", "Palaverit ulkona"), doc(2, "Kokous", "Ulkona"), doc(3, "Metsä"))
	put(t, db, x, doc(1, "Uusi nimi", "Palaverit sisällä"), doc(1, "Kokous", "Sisällä"))
	if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return x.RemoveTx(t.Context(), tx, 3, 99) }); err != nil {
		t.Fatal(err)
	}
	y, other := newIndex(t, lexicon(t))
	put(t, other, y, doc(1, "Kokous", "Sisällä"), doc(2, "Kokous", "Ulkona"))
	if diff := cmp.Diff(counted(t, other), counted(t, db)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func counted(tb testing.TB, db *postgres.DB) []string {
	tb.Helper()
	words, err := postgres.Values[string](tb.Context(), db, `
		SELECT word || ' ' || language || ' ' || df FROM search_word ORDER BY 1`)
	if err != nil {
		tb.Fatal(err)
	}
	return words
}

func TestRolledBackPublicationLeavesNothing(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	stop := errors.New("stop")
	err := db.Tx(t.Context(), func(tx pgx.Tx) error {
		if err := x.PutTx(t.Context(), tx, doc(1, "Kävelykokous")); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	if r := find(t, x, "kävelykokous"); len(r.Hits) > 0 || len(counted(t, db)) > 0 {
		t.Errorf("found %v", r.Hits)
	}
}

// TestStale: rows of another analysis are known.
func TestStale(t *testing.T) {
	t.Parallel()
	full := fitest.Open(t)
	old, db := newIndex(t, nil)
	put(t, db, old, doc(1, "Kuoppa"), doc(2, "Hävikki"))
	x := search.New(db, full, func() time.Time { return day })
	if ids, err := x.Stale(t.Context(), 10); err != nil || len(ids) != 2 {
		t.Fatalf("stale %v, %v", ids, err)
	}
	put(t, db, x, doc(1, "Kuoppa"))
	s, err := x.State(t.Context())
	if err != nil || s.Acts != 2 || s.Stale != 1 || !s.Dictionary || s.Words == 0 || s.Copied {
		t.Errorf("%+v, %v", s, err)
	}
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s, err := x.State(t.Context()); err != nil || !s.Copied || s.Bytes == 0 {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestSimilar(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x,
		doc(1, "Työvuorot sovelluksella", "Hoitajat toivovat työvuoroja kännykällä."),
		doc(2, "Työvuorojen suunnittelu yhdessä", "Työvuorot tehdään tiimissä."),
		doc(3, "Hävikki kuriin", "Keittiö punnitsee tähteet."),
		doc(4, "Hävikkiruoka myyntiin", "Hävikki annetaan keittiöstä."),
		doc(5, "Kirjasto metsässä"), doc(6, "Museo verkossa"), doc(7, "Uimahalli auki"), doc(8, "Puisto kaikille"),
		doc(9, "Laulua"), doc(10, "Tanssia"), doc(11, "Leikkiä"), doc(12, "Kahvia"))
	got, err := x.Similar(t.Context(), 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].ActID != 2 || len(got[0].Words) == 0 {
		t.Errorf("similar to 1: %+v", got)
	}
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	copied, err := x.Similar(t.Context(), 1, 3)
	if err != nil || len(copied) != 1 || copied[0].ActID != 2 || !slices.Contains(copied[0].Words, "työvuoro") {
		t.Errorf("similar to 1 by the copy: %+v, %v", copied, err)
	}
	got, err = x.SimilarTo(t.Context(), search.Document{Lang: "fi", Title: "Keittiön hävikki"}, 3)
	if err != nil || len(got) != 2 {
		t.Errorf("similar to a draft: %+v, %v", got, err)
	}
	if got, err := x.Similar(t.Context(), 99, 3); err != nil || len(got) > 0 {
		t.Errorf("similar to an act that is not visible: %+v, %v", got, err)
	}
}

// TestSimilarByNoDullWords: numbers and words that stand in any text make no
// acts alike, whoever compares.
func TestSimilarByNoDullWords(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	in := func(id int64, lang, title, name string, body ...string) search.Document {
		return search.Document{ActID: id, Lang: lang, Title: title, Names: []string{name}, Body: body, PublishedAt: day}
	}
	put(t, db, x,
		in(1, "sv", "Lugna promenader", "", "Dessutom kom vi fram fort 2037."),
		in(2, "sv", "Promenader med hund", "", "Dessutom gick det fram fort 2037."),
		in(3, "sv", "Sjukhusets kök", "", "Dessutom gick det fram fort 2037."),
		in(4, "en", "Quiet gardens", "", "Let us never need the next one in 2038."),
		in(5, "en", "Gardens for all", "", "They never need the next one, let alone 2038."),
		in(6, "en", "Hospital kitchen", "", "Never let them need the next in 2038."),
		in(7, "fi", "Hävikki", "Yksikkö 3737", "Punnitus 2039"), in(8, "fi", "Tanssi", "Talo 3737", "Laulu 2039"))
	for range 2 { // by the database, then by the copy
		for id, want := range map[int64][]string{1: {"promenader"}, 4: {"gardens"}, 7: nil} {
			got, err := x.Similar(t.Context(), id, 3)
			var words []string
			for _, s := range got {
				words = append(words, s.Words...)
			}
			if diff := cmp.Diff(want, words); diff != "" || err != nil {
				t.Errorf("similar to %d: %v (-want +got):\n%s", id, err, diff)
			}
		}
		if err := x.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSuggestWhatFindsActs: words that are in no act, but known by the synonyms
// to find one, in the language of the page: library for an act in Finnish. No
// word that finds nothing.
func TestSuggestWhatFindsActs(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x, doc(1, "Kirjaston arki"), search.Document{ActID: 2, Lang: "sv", Title: "Städningens bibliotek", PublishedAt: day})
	if got, err := x.Suggest(t.Context(), "librar", "en", 5); err != nil || len(got) > 0 { // words are tried in the copy in memory alone
		t.Errorf("without the copy: %v, %v", got, err)
	}
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	var cleaning []string
	if x.Full() { // else nothing tells that it is Finnish
		cleaning = []string{"siivous"}
	}
	for _, tt := range []struct {
		lang, typed string
		want        []string
	}{
		{"fi", "siivou", cleaning},
		{"en", "librar", []string{"library"}},
		{"en", "snow", nil},
		{"fi", "librar", nil},
		{"sv", "biblio", []string{"bibliotek"}},
	} {
		got, err := x.Suggest(t.Context(), tt.typed, tt.lang, 5)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, s := range got {
			texts = append(texts, s.Text)
		}
		texts = texts[:min(len(texts), 1)] // words of the first one's family may follow
		if diff := cmp.Diff(tt.want, texts); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", tt.lang, tt.typed, diff)
		}
	}
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x, doc(1, "Päiväkodin arki Limingassa"), doc(2, "Päiväkodin piha", "100 % pihaa, 'lainaus' \\ ja %_"), doc(3, "Päivystys"), doc(4, "Päiväkoti"),
		search.Document{ActID: 5, Lang: "sv", Title: "Bibliotek", Body: []string{"Biblioteket och biblioteken har öppet. Oulun kaupunki hjälpte."}, PublishedAt: day})
	for typed, want := range map[string][]string{
		"päiv": {"päiväkoti", "päivystys"}, "oma päiväk": {"oma päiväkoti"}, "pih": {"piha"}, "Lim": {"Liminka"}, "bibl": {"bibliotek"}, "Oul": {"Oulu"}, `"päiväk`: {`"päiväkoti"`},
		"": {}, "päivä ": {}, "%": {}, "_": {}, "xyz": {}, strings.Repeat("a", 300): {},
	} {
		got, err := x.Suggest(t.Context(), typed, "fi", 5)
		if err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		texts := []string{}
		for _, s := range got {
			texts = append(texts, s.Text)
		}
		if diff := cmp.Diff(want, texts); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}
