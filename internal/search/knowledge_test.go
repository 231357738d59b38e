package search_test

import (
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/search"
)

// While one search reads the synonyms again, the others answer by those that
// were known.
func TestSearchesDoNotWaitForWhoReadsAgain(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := day
	x := search.New(db, nil, func() time.Time { return now })
	put(t, db, x, doc(1, "Hävikki"))
	if r := findOnce(t, x, "hävikki"); len(r.Hits) != 1 {
		t.Fatalf("before: %+v", r)
	}
	now = now.Add(time.Hour)
	again := make(chan error, 1)
	err := db.Tx(t.Context(), func(tx pgx.Tx) error {
		if err := postgres.Exec(t.Context(), tx, "LOCK TABLE synonyms"); err != nil {
			return err
		}
		go func() { again <- x.Prepare(t.Context()) }()
		for waits := false; !waits; time.Sleep(time.Millisecond) {
			var err error
			if waits, err = postgres.Value[bool](t.Context(), tx, "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'synonyms'::regclass AND NOT granted)"); err != nil {
				return err
			}
		}
		if r := findOnce(t, x, "hävikki"); len(r.Hits) != 1 {
			t.Errorf("meanwhile: %+v", r)
		}
		return nil
	})
	if err = errors.Join(err, <-again); err != nil {
		t.Error(err)
	}
}
