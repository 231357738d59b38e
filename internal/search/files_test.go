package search_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// attach gives acts documents with words, as package attachment does.
func attach(tb testing.TB, db *postgres.DB, bodies map[int64]string) {
	tb.Helper()
	for id, body := range bodies {
		err := postgres.Exec(tb.Context(), db, `
			WITH act AS (INSERT INTO act (id, form_key, ref, status) OVERRIDING SYSTEM VALUE VALUES ($1, gen_random_uuid(), 'ref-' || $1::bigint, 'draft') RETURNING id),
			file AS (
				INSERT INTO attachment (act_id, position, kind, name, media_type, size, digest, state, blob)
				SELECT id, 1, 'document', 'liite.pdf', 'application/pdf', 1, '', 'ready', 'blob-' || id FROM act RETURNING id)
			INSERT INTO attachment_text (attachment_id, reader, outcome, body) SELECT id, 1, 'whole', $2 FROM file`, id, body)
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// Words of documents count least, are found in any form and in the document's
// own language, and mislead nobody who has mistyped.
func TestFiles(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	attach(t, db, map[int64]string{1: "Ohje: kävelykokoukset ja perehdytys.", 2: "Det här är en bilaga om mötena på svenska och för alla. Xyzzyt."})
	put(t, db, x, doc(1, "Varhaiset aamut", "Ryhmät siirtyivät."), doc(2, "Kaksikielinen opas", "Teksti."), doc(3, "Muuta", "Kävelykokous pidetään metsässä."))
	for text, want := range map[string][]int64{
		"kävelykokous": {3, 1}, "perehdytyksen": {1}, "bilagorna": {2}, `"kävelykokoukset ja perehdytys"`: {1}, "xyzzyt": {2}, "aamu -metsä": {1},
	} {
		r := find(t, x, text)
		if diff := cmp.Diff(want, r.Hits); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		for _, id := range r.Hits {
			if r.Filed[id] != (id == 2 || id == 1 && text != "aamu -metsä") {
				t.Errorf("%s: act %d is said to be found by its document alone: %t", text, id, r.Filed[id])
			}
		}
	}
	if r := find(t, x, "kävelykokuos"); r.Corrected != "kävelykokous" {
		t.Errorf("corrected %q", r.Corrected)
	}
}

// The longest documents that there can be still fit.
func TestLongFiles(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	var body strings.Builder
	for n := range 30_000 {
		body.WriteString(strings.Repeat(string(rune('a'+n%26)), 60+n%50) + string(rune('a'+n/26%26)) + string(rune('a'+n/676%26)) + string(rune('a'+n/17576)) + " ")
	}
	attach(t, db, map[int64]string{1: "alkusana " + body.String()})
	put(t, db, x, doc(1, "Pitkä liite"))
	if got, err := x.Find(t.Context(), search.Query{Text: "alkusana", Lang: "fi"}); err != nil || len(got.Hits) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}
