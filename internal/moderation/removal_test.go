package moderation_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// toBeDeleted is an act of the author that is published, and the request to delete it.
func (d *desk) toBeDeleted(t *testing.T) (act.Act, act.RemovalID) {
	t.Helper()
	a := d.onTheTable(t, d.author)
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 { // asking twice asks once
		if err := d.acts.AskRemoval(t.Context(), d.author, a.ID, "Olemme lopettaneet."); err != nil {
			t.Fatal(err)
		}
	}
	open, err := d.acts.Removals(t.Context(), d.maija)
	if err != nil || len(open) != 1 || open[0].Reason != "Olemme lopettaneet." {
		t.Fatalf("%+v, %v", open, err)
	}
	d.removalsWait(t, 1)
	return d.now(t, d.maija, a.ID), open[0].ID
}

// removalsWait checks what the queue tells of requests to delete.
func (d *desk) removalsWait(t *testing.T, want int) {
	t.Helper()
	if q, err := d.mods.Queue(t.Context(), d.maija); err != nil || q.Removals != want {
		t.Errorf("%d removals wait, want %d, %v", q.Removals, want, err)
	}
}

// Of many who decide at once one deletes the act; its address is gone, and no
// other act ever gets it.
func TestAnActIsDeletedOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a, id := d.toBeDeleted(t)
	if n := d.letters(t, d.maija, "pyydetään poistamaan"); n != 1 {
		t.Errorf("a moderator is told %d times", n)
	}
	if err := d.acts.DecideRemoval(t.Context(), d.author, id, true, ""); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the author decides: %v", err)
	}
	var done atomic.Int32
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			switch err := d.acts.DecideRemoval(t.Context(), d.maija, id, true, ""); {
			case err == nil:
				done.Add(1)
			case !errors.Is(err, fault.Conflict):
				t.Error(err)
			}
		})
	}
	all.Wait()
	if done.Load() != 1 || d.letters(t, d.author, "Teko on poistettu") != 1 {
		t.Errorf("deleted %d times, %d letters", done.Load(), d.letters(t, d.author, "Teko on poistettu"))
	}
	d.removalsWait(t, 0)
	if _, err := d.acts.BySlug(t.Context(), account.Account{}, a.Slug); !errors.Is(err, fault.Gone) {
		t.Errorf("its address: %v", err)
	}
	if left, err := postgres.Value[int](t.Context(), d.db, "SELECT (SELECT count(*) FROM act WHERE id = $1) + (SELECT count(*) FROM act_revision WHERE act_id = $1) + (SELECT count(*) FROM act_search WHERE act_id = $1)", a.ID); err != nil || left != 0 {
		t.Errorf("%d rows are left, %v", left, err)
	}
	if next := d.now(t, d.maija, d.submitted(t, d.author).ID); next.Slug == a.Slug {
		t.Error("another act has got its address")
	}
}

// A refusal has a reason, and the owner may ask again. What another act leads
// to is not deleted.
func TestARemovalIsRefused(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a, id := d.toBeDeleted(t)
	if err := d.acts.DecideRemoval(t.Context(), d.maija, id, false, ""); kindOf(err) != "answer" {
		t.Errorf("refused without a reason: %v", err)
	}
	other := d.onTheTable(t, d.author)
	if err := d.mods.Approve(t.Context(), d.maija, other.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.Merge(t.Context(), d.maija, other.ID, 0, a.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.acts.DecideRemoval(t.Context(), d.maija, id, true, ""); kindOf(err) != "answer" {
		t.Errorf("deleted although another act leads to it: %v", err)
	}
	if err := d.acts.DecideRemoval(t.Context(), d.maija, id, false, "Siihen on yhdistetty toinen."); err != nil {
		t.Fatal(err)
	}
	if err := d.acts.DecideRemoval(t.Context(), d.olli, id, true, ""); !errors.Is(err, fault.Conflict) {
		t.Errorf("decided again: %v", err)
	}
	if _, last, err := d.acts.LastRemoval(t.Context(), d.author, a.ID); err != nil || last.Answer != "Siihen on yhdistetty toinen." || d.letters(t, d.author, last.Answer) != 1 {
		t.Errorf("%+v, %v", last, err)
	}
}
