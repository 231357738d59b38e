package search_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/KimMachineGun/automemlimit/memlimit"
	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search"
)

// TestCopyFollows: whatever is put and taken out, the copy in memory finds what
// the database finds once it has been refreshed.
func TestCopyFollows(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, lexicon(t))
	docs := synthetic(t, 60)
	r := rand.New(rand.NewPCG(5, 6))
	for range 12 {
		d := docs[r.IntN(len(docs))]
		if r.IntN(3) == 0 {
			if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return x.RemoveTx(t.Context(), tx, d.ActID) }); err != nil {
				t.Fatal(err)
			}
		} else {
			d.Title = fmt.Sprintf("%s versio %d", d.Title, r.IntN(100))
			put(t, db, x, d, docs[r.IntN(len(docs))])
		}
		for _, q := range []string{"työ", "uusi versio", `"versio"`, "vers", "hoitaja -lapsi", "työssä jaksaminen"} {
			find(t, x, q) // compares the two
		}
	}
}

// TestCopyIsOfThePast: until it is refreshed, the copy does not change.
func TestCopyIsOfThePast(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	put(t, db, x, doc(1, "Kävelykokous"))
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	put(t, db, x, doc(2, "Kävelykokous"))
	if diff := cmp.Diff([]int64{1}, findOnce(t, x, "kävelykokous").Hits); diff != "" {
		t.Errorf("before Refresh (-want +got):\n%s", diff)
	}
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{2, 1}, findOnce(t, x, "kävelykokous").Hits); diff != "" {
		t.Errorf("after Refresh (-want +got):\n%s", diff)
	}
}

// TestLargeIndexIsNotCopied: then the database is asked.
func TestLargeIndexIsNotCopied(t *testing.T) {
	t.Parallel()
	x, db := newIndex(t, nil)
	x.Limit(10)
	put(t, db, x, doc(1, "Kävelykokous"))
	if err := x.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	put(t, db, x, doc(2, "Kävelykokous"))
	if r := findOnce(t, x, "kävelykokous"); len(r.Hits) != 2 || x.Bytes() > 0 {
		t.Errorf("%d hits, %d bytes", len(r.Hits), x.Bytes())
	}
}

// Unless somebody says otherwise, the copy may take a share of what the machine
// has, or of what this process may use of it.
func TestTheCopyFollowsTheMachine(t *testing.T) {
	t.Parallel()
	has, err := memlimit.FromCgroup()
	if err != nil { // no group that is bounded
		if has, err = memlimit.FromSystem(); err != nil {
			t.Fatal(err)
		}
	}
	x := search.New(nil, nil, time.Now)
	if got := x.Room(); got != int(has/4) {
		t.Errorf("the copy may take %d bytes of %d, want a quarter", got, has)
	}
	x.Limit(7)
	if got := x.Room(); got != 7 {
		t.Errorf("the copy may take %d bytes, want those that were said", got)
	}
}
