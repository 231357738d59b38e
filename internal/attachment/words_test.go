package attachment_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// finds reports whether the act is found by some words, only through a document.
func (b *bench) finds(words string) bool {
	b.t.Helper()
	r, err := b.acts.Index.Find(b.t.Context(), search.Query{Text: words, Lang: "fi"})
	if err != nil {
		b.t.Fatal(err)
	}
	return slices.Contains(r.Hits, int64(b.act.ID)) && r.Filed[int64(b.act.ID)]
}

func (b *bench) outcome(id attachment.ID) string {
	b.t.Helper()
	o, err := postgres.Value[string](b.t.Context(), b.db, "SELECT coalesce((SELECT outcome FROM attachment_text WHERE attachment_id = $1), 'unread')", id)
	if err != nil {
		b.t.Fatal(err)
	}
	return o
}

// becomes changes the act as its moderator or the clock does.
func (b *bench) becomes(change ...func(a *act.Act) error) {
	b.t.Helper()
	for _, f := range change {
		err := b.db.Tx(b.t.Context(), func(tx pgx.Tx) (err error) {
			b.act, err = b.acts.ChangeTx(b.t.Context(), tx, b.act.ID, 0, f)
			return err
		})
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// The words of a document are found while everyone may open it, and not a
// moment longer; a document that cannot be read is noted.
func TestWordsOfDocuments(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	by, now := accounttest.New(t, b.db, "moderator"), time.Now()
	for name, doc := range map[string][]byte{
		"ohje.pdf": attachmenttest.PDF("Karhuryhmien nukkumalista"), "rikki.pdf": attachmenttest.PDF("Sateenvarjo")[:150],
	} {
		if err := b.add(name, doc); err != nil {
			t.Fatal(err)
		}
	}
	b.removeByJobs()
	for _, a := range b.all() {
		if want := map[string]string{"ohje.pdf": "whole", "rikki.pdf": "damaged"}[a.Name]; b.outcome(a.ID) != want {
			t.Errorf("%s is %s, want %s", a.Name, b.outcome(a.ID), want)
		}
	}
	if b.finds("karhuryhmä") {
		t.Error("a draft is found")
	}
	b.becomes(func(a *act.Act) error { return a.Submit(b.owner, now) }, func(a *act.Act) error { return a.Take(by, now) },
		func(a *act.Act) error { return a.Approve(by, nil, now) }, func(a *act.Act) error { return a.Publish(by, now) })
	for _, words := range []string{"karhuryhmien", `"karhuryhmien nukkumalista"`} {
		if !b.finds(words) {
			t.Errorf("%s is not found", words)
		}
	}
	if b.finds("sateenvarjo") {
		t.Error("a broken document is found")
	}
	b.becomes(func(a *act.Act) error { return a.Hide(by, "tarkistetaan", now) })
	if b.finds("karhuryhmien") {
		t.Error("a hidden act is found")
	}
}

// What an update does to the documents is found once it is out.
func TestWordsOfAnUpdate(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	by, now := accounttest.New(t, b.db, "moderator"), time.Now()
	if err := b.add("vanha.pdf", attachmenttest.PDF("Karhuryhmien nukkumalista")); err != nil {
		t.Fatal(err)
	}
	b.removeByJobs()
	old := b.all()[0]
	review := []func(a *act.Act) error{
		func(a *act.Act) error { return a.Submit(b.owner, now) }, func(a *act.Act) error { return a.Take(by, now) },
		func(a *act.Act) error { return errors.Join(a.Approve(by, nil, now), a.Publish(by, now)) },
	}
	b.becomes(review...)
	if _, err := b.acts.Revise(t.Context(), b.owner, b.act.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.files.Remove(t.Context(), b.owner, b.act.ID, old.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.add("uusi.pdf", attachmenttest.PDF("Sateenvarjojen lainaamo")); err != nil {
		t.Fatal(err)
	}
	b.removeByJobs()
	if !b.finds("karhuryhmien") || b.finds("sateenvarjojen") {
		t.Error("the update is found before it is out")
	}
	for _, f := range review {
		err := b.db.Tx(t.Context(), func(tx pgx.Tx) error {
			_, err := b.acts.WorkTx(t.Context(), tx, b.owner, b.act.ID, 0, f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if b.finds("karhuryhmien") || !b.finds("sateenvarjojen") {
		t.Error("the update is not found though it is out")
	}
}

// Documents of before, and those that another reader has read, are taken up.
func TestOldDocumentsAreRead(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if err := b.add("ohje.pdf", attachmenttest.PDF("Karhuryhmien nukkumalista")); err != nil {
		t.Fatal(err)
	}
	id := b.all()[0].ID
	for _, before := range []string{"DELETE FROM river_job", "UPDATE attachment_text SET reader = reader - 1, outcome = 'damaged', body = ''"} {
		if err := postgres.Exec(t.Context(), b.db, before); err != nil {
			t.Fatal(err)
		}
		if err := b.files.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		b.removeByJobs()
		if got := b.outcome(id); got != "whole" {
			t.Errorf("after %q: %s", before, got)
		}
	}
}
