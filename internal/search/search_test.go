package search_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/fi/fitest"
)

var day = time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)

// lexicon is the dictionary, or nil when it is not installed.
func lexicon(tb testing.TB) *fi.Lexicon {
	tb.Helper()
	l, err := fi.Open(fitest.Dictionary)
	if err != nil {
		tb.Log("no dictionary, so in fallback mode: ", err)
		return nil
	}
	return l
}

func newIndex(tb testing.TB, l *fi.Lexicon) (*search.Index, *postgres.DB) {
	tb.Helper()
	db := pgtest.New(tb)
	return search.New(db, l, func() time.Time { return day }), db
}

func put(tb testing.TB, db *postgres.DB, x *search.Index, docs ...search.Document) {
	tb.Helper()
	if err := db.Tx(tb.Context(), func(tx pgx.Tx) error { return x.PutTx(tb.Context(), tx, docs...) }); err != nil {
		tb.Fatal(err)
	}
}

func reload(tb testing.TB, x *search.Index) {
	tb.Helper()
	if err := x.Reload(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

// find asks the database and the copy in memory: both must say the same.
func find(tb testing.TB, x *search.Index, text string) search.Result {
	tb.Helper()
	r := findOnce(tb, x, text)
	if err := x.Refresh(tb.Context()); err != nil {
		tb.Fatal(err)
	}
	if diff := cmp.Diff(r, findOnce(tb, x, text), cmpopts.EquateEmpty()); diff != "" {
		tb.Errorf("%q: the database says otherwise than the copy (-database +copy):\n%s", text, diff)
	}
	x.Forget()
	return r
}

func findOnce(tb testing.TB, x *search.Index, text string) search.Result {
	tb.Helper()
	r, err := x.Find(tb.Context(), search.Query{Text: text, Lang: "fi"})
	if err != nil {
		tb.Fatalf("%q: %v", text, err)
	}
	return r
}
