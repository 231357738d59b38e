package search_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

// market is an index of a few acts.
func market(t *testing.T) *search.Index {
	t.Helper()
	x, db := newIndex(t, fitest.Open(t))
	put(t, db, x,
		search.Document{ActID: 1, Lang: "fi", Title: "Työvuorotoiveet sovelluksella", Names: []string{"Limingan kunta", "Liminka"}, Body: []string{"Hoitajat toivovat itse. Yhdessä kehittäminen kannatti."}, PublishedAt: day},
		search.Document{ActID: 2, Lang: "fi", Title: "Varhaiskasvatuksen metsäretki", Names: []string{"Tampereen kaupunki", "Tampere"}, Body: []string{"Lapset kehittivät yhdessä leikin Limingan mallilla."}, PublishedAt: day},
		search.Document{ActID: 3, Lang: "sv", Title: "Promenadmöten på biblioteket", Names: []string{"Vasa stad", "Vasa"}, Body: []string{"Små möten utomhus."}, PublishedAt: day},
		search.Document{ActID: 4, Lang: "en", Title: "Walking meetings", Names: []string{"Oulun kaupunki"}, Body: []string{"The employees walked."}, PublishedAt: day},
		search.Document{ActID: 5, Lang: "fi", Title: "Hävikki", Names: []string{"Pirkanmaan hyvinvointialue"}, Body: []string{"Työ ja hyvinvointi paranivat, veto- ja pitovoima kasvoi. O'Brien \\ auttoi."}, PublishedAt: day})
	return x
}

func TestFind(t *testing.T) {
	t.Parallel()
	x := market(t)
	for q, want := range map[string][]int64{
		"liminka":                {1, 2}, // the organisation before the mention
		"limingassa":             {1, 2},
		"kasvatus":               {2},
		"Tammerfors":             {2},
		"työ vuoro toive":        {1},
		"työvuoro-toive":         {1},
		"möte":                   {3, 4}, // first as it is, then in another language
		"bibliotek":              {3},
		"meeting":                {4, 3},
		"walk":                   {4},
		"pirha":                  {5},
		"pitovoima":              {5},
		`"yhdessä kehittäminen"`: {1},
		`”kehittäminen yhdessä”`: {},
		"liminka -tampere":       {1},
		"-tampere":               {},
		"varhaiskasv":            {2},
		"työvuorotiove":          {1},
		"o'brien":                {5},
		"lapset JA leikki":       {2},
		"xyzzyq":                 {},
	} {
		if diff := cmp.Diff(want, find(t, x, q).Hits); diff != "" {
			t.Errorf("%s (-want +got):\n%s", q, diff)
		}
	}
}

func TestPartial(t *testing.T) {
	t.Parallel()
	x := market(t)
	r := find(t, x, "hävikki metsäretki")
	if !r.Partial || r.Whole != 0 || len(r.Hits) != 2 {
		t.Errorf("%+v", r)
	}
	r = find(t, x, "lapset metsäretkellä")
	if r.Whole != 1 || r.Hits[0] != 2 {
		t.Errorf("%+v", r)
	}
}

func TestCorrected(t *testing.T) {
	t.Parallel()
	x := market(t)
	if r := find(t, x, "Kiva Varhaiskasvtaus"); r.Corrected != "Kiva varhaiskasvatus" {
		t.Errorf("corrected %q", r.Corrected)
	}
	if r := find(t, x, "pirha"); !slices.Contains(r.Also, "Pirkanmaan hyvinvointialue") {
		t.Errorf("also %q", r.Also)
	}
	if r := find(t, x, "hävikki"); r.Corrected != "" || len(r.Also) > 0 {
		t.Errorf("a plain query: %+v", r)
	}
}

// Beside the word that was likely meant no other form of it is offered, and none
// that is far less likely: perehdyt.
func TestOnlyLikelyWordsAreOffered(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	put(t, db, x, doc(1, "Perehdytys"), doc(2, "Perehdytys ruudulla"), doc(3, "Perehdytyksen polku"), doc(4, "Perehtyä"), doc(5, "Perheet"))
	if r := find(t, x, "perehdyts"); r.Corrected != "perehdytys" || len(r.Suggestions) > 0 {
		t.Errorf("corrected %q, offered %q", r.Corrected, r.Suggestions)
	}
	if r := find(t, x, "perhdytys"); r.Corrected != "perehdytys" || len(r.Suggestions) > 0 {
		t.Errorf("corrected %q, offered %q", r.Corrected, r.Suggestions)
	}
}

// The word that looks most like a mistyped one may be known by the synonyms
// alone, and be in no act: then the next one is looked for, if need be by what
// is only distantly related to it.
func TestCorrectedToAWordThatFindsSomething(t *testing.T) {
	t.Parallel()
	for _, groups := range [][]string{
		{"kaamelisto | pikapaalu", "kaamelitto | hävikki"},
		{"kaamelisto | pikapaalu", "kaamelitto | välipaalu", "välipaalu ~ hävikki"},
	} {
		x, db := newIndex(t, nil)
		put(t, db, x, doc(1, "Hävikki"))
		for _, g := range groups {
			if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return x.AddSynonymTx(t.Context(), tx, g) }); err != nil {
				t.Fatal(err)
			}
		}
		reload(t, x)
		if r := find(t, x, "kaamelipto"); len(r.Hits) != 1 || r.Corrected != "kaamelitto" || !slices.Contains(r.Suggestions, "kaamelisto") {
			t.Errorf("%q: %+v", groups, r)
		}
		if r := find(t, x, "kaamelixxo"); r.Corrected != "" && len(r.Hits) == 0 {
			t.Errorf("%q: corrected %q without finding anything", groups, r.Corrected)
		}
	}
}

// Without the dictionary nothing tells that hylje is hylkeen.
func TestTheOtherGradeIsTheLastResort(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	put(t, db, x, doc(1, "Hylkeiden laskenta"), doc(2, "Reiät paikattiin"), doc(3, "Puvun lainaus"), doc(4, "Sairaala"))
	for word, want := range map[string]int64{"hylje": 1, "reikä": 2, "pukuja": 3} {
		if r := find(t, x, word); len(r.Hits) != 1 || r.Hits[0] != want {
			t.Errorf("%s: %+v", word, r)
		}
	}
}

func TestSynonymsOfAdmins(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	put(t, db, x, doc(1, "Hävikki"))
	change := func(deed func(tx pgx.Tx) error) {
		t.Helper()
		if err := db.Tx(t.Context(), deed); err != nil {
			t.Fatal(err)
		}
		reload(t, x)
	}
	if r := find(t, x, "hömppä"); len(r.Hits) > 0 {
		t.Fatalf("%+v", r)
	}
	change(func(tx pgx.Tx) error { return x.AddSynonymTx(t.Context(), tx, "hömppä | hävikki") })
	if r := find(t, x, "hömppä"); len(r.Hits) != 1 {
		t.Errorf("the new synonym is not used: %+v", r)
	}
	rows, err := x.Synonyms(t.Context())
	if err != nil || len(rows) != 1 {
		t.Fatalf("%v, %v", rows, err)
	}
	change(func(tx pgx.Tx) error { return x.DropSynonymTx(t.Context(), tx, rows[0].ID) })
	if r := find(t, x, "hömppä"); len(r.Hits) > 0 {
		t.Errorf("the dropped synonym is used: %+v", r)
	}
	if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return x.AddSynonymTx(t.Context(), tx, "alone") }); err == nil {
		t.Error("a group of one is accepted")
	}
}

// A word that admins teach is found in its other forms, once the acts are read
// anew, and is no word of its own again when it is forgotten.
func TestTaughtWords(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	docs := []search.Document{doc(1, "Hoppuloinnin alku"), doc(2, "Hävikki")}
	put(t, db, x, docs...)
	change := func(deed func(tx pgx.Tx) error) (stale int) {
		t.Helper()
		if err := db.Tx(t.Context(), deed); err != nil {
			t.Fatal(err)
		}
		reload(t, x)
		ids, err := x.Stale(t.Context(), 10)
		if err != nil {
			t.Fatal(err)
		}
		put(t, db, x, docs...)
		return len(ids)
	}
	if r := find(t, x, "hoppulointia"); len(r.Hits) > 0 && r.Corrected == "" {
		t.Fatalf("found before: %+v", r)
	}
	if x.CanLearn("hoppulointi", "qwxz") || x.CanLearn("arviointi", "toiminta") || x.CanLearn("hoppulointi", "talo") || x.CanLearn("höppöläinti", "arviointi") {
		t.Error("what cannot be taught can")
	}
	learned, err := x.PreviewAnalogy(t.Context(), "hoppulointi", "arviointi")
	if err != nil || len(learned) != 1 || learned[0].Acts != 1 {
		t.Errorf("preview: %+v, %v", learned, err)
	}
	if n := change(func(tx pgx.Tx) error { return x.AddAnalogyTx(t.Context(), tx, "hoppulointi", "arviointi") }); n != 2 {
		t.Errorf("%d acts are to be read anew, want 2", n)
	}
	if r := find(t, x, "hoppulointia"); len(r.Hits) != 1 || r.Corrected != "" {
		t.Errorf("once taught: %+v", r)
	}
	rows, err := x.Analogies(t.Context())
	if err != nil || len(rows) != 1 {
		t.Fatalf("%v, %v", rows, err)
	}
	if n := change(func(tx pgx.Tx) error { return x.DropAnalogyTx(t.Context(), tx, rows[0].ID) }); n != 2 {
		t.Errorf("forgotten: %d acts are to be read anew, want 2", n)
	}
	if r := find(t, x, "hoppulointia"); len(r.Hits) > 0 && r.Corrected == "" {
		t.Errorf("once forgotten: %+v", r)
	}
}

// TestOddQueries: whatever is typed, there is an answer.
func TestOddQueries(t *testing.T) {
	t.Parallel()
	x := market(t)
	for _, q := range []string{
		"", " ", "'", `"`, `""`, `"""`, "-", "--", "- -", "&", "|", "!", "<->", ":*", "a:*", "'; DROP TABLE act_search; --",
		`\`, `\\'`, "a & b | !c", "(", "työ:A", "\x00", "\xff\xfe", "\u202e", "%", "_", "*", "+työ", "~työ", "^työ", "sv/", "en/",
		"ja", "ja tai että", "se", "-ja", `"ja"`, `"ja tai"`, `-"ja tai"`, "1", "100 %", "ä", "🙂", "a-b-c-d", ":::", "’’", "e:n",
		strings.Repeat("a", 10_000), strings.Repeat("työ ", 3_000), strings.Repeat(`"`, 999), strings.Repeat("ä-", 400),
		strings.Repeat("- ", 400), strings.Repeat("'\\", 400),
	} {
		for _, lang := range []string{"fi", "sv", "en", "xx"} {
			if _, err := x.Find(t.Context(), search.Query{Text: q, Lang: lang}); err != nil {
				t.Errorf("%.40q: %v", q, err)
			}
		}
	}
	if r := find(t, x, "hävikki "+strings.Repeat("ja ", 5_000)); !r.Cut || len(r.Hits) == 0 {
		t.Errorf("a long query: cut %t, %d hits", r.Cut, len(r.Hits))
	}
}

func FuzzFind(f *testing.F) {
	f.Add(`työ "yhdessä kehittäminen" -liminka`)
	f.Add(`'\:*&|!<->()`)
	x, _ := newIndex(f, lexicon(f))
	f.Fuzz(func(t *testing.T, q string) {
		if _, err := x.Find(t.Context(), search.Query{Text: q, Lang: "fi"}); err != nil {
			t.Fatal(err)
		}
	})
}

// Of a compound that was found its parts are not marked wherever they stand.
func TestPiecesAreMarkedOnlyForWantOfBetter(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, fitest.Open(t))
	put(t, db, x, search.Document{ActID: 1, Lang: "fi", Title: "Työvuorot tehdään yhdessä", PublishedAt: day},
		search.Document{ActID: 2, Lang: "fi", Title: "Pihan työ ja talkoiden kalenteri", PublishedAt: day})
	if marks := find(t, x, "työvuoro").Marks.Lexemes; slices.Contains(marks, "työ") || !slices.Contains(marks, "työvuoro") {
		t.Errorf("of työvuoro %q are marked", marks)
	}
	if marks := find(t, x, "pihakalenteri").Marks.Lexemes; !slices.Contains(marks, "kalenteri") {
		t.Errorf("of pihakalenteri %q are marked", marks)
	}
}
