package moderation_test

import (
	"errors"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// An act that is approved for a time stays hidden until then, and comes out
// once, by itself.
func TestAScheduledActComesOutAtItsTime(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	var p validate.Problems
	if err := d.mods.Schedule(t.Context(), d.maija, a.ID, 0, time.Now().Add(-time.Minute)); !errors.As(err, &p) {
		t.Errorf("scheduled for the past: %v", err)
	}
	at := time.Now().Add(time.Hour).Truncate(time.Second)
	if err := d.mods.Schedule(t.Context(), d.maija, a.ID, a.Version, at); err != nil {
		t.Fatal(err)
	}
	if _, err := d.acts.BySlug(t.Context(), account.Account{}, a.Slug); !errors.Is(err, fault.NotFound) {
		t.Errorf("a visitor reads it before its time: %v", err)
	}
	if n, err := d.acts.PublishDue(t.Context()); err != nil || n != 0 {
		t.Errorf("%d came out too early, %v", n, err)
	}
	if err := postgres.Exec(t.Context(), d.db, "UPDATE act SET publish_at = now() - interval '1 second' WHERE id = $1", a.ID); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} {
		if n, err := d.acts.PublishDue(t.Context()); err != nil || n != want {
			t.Errorf("%d came out, want %d, %v", n, want, err)
		}
	}
	if got, err := d.acts.BySlug(t.Context(), account.Account{}, a.Slug); err != nil || got.Status != act.Published {
		t.Errorf("after its time a visitor reads %s, %v", got.Status, err)
	}
}
