package moderation_test

import (
	"errors"
	"testing"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// What a moderator mends is out once the act is, and its author is told once
// and sees the words, by whom and when.
func TestTheAuthorSeesWhatHasBeenMended(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	words := a.Wording().Set("need", "Kokouksissa istuttiin liikaa.")
	if err := d.acts.Reword(t.Context(), d.author, a.ID, a.Version, words); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the author rewords under review: %v", err)
	}
	if err := d.acts.Reword(t.Context(), d.olli, a.ID, a.Version, words.Set("title", "Yksi")); kindOf(err) != "title" {
		t.Errorf("a title of one word: %v", err)
	}
	if err := d.acts.Reword(t.Context(), d.olli, a.ID, a.Version, words); err != nil {
		t.Fatal(err)
	}
	if err := d.acts.Reword(t.Context(), d.maija, a.ID, a.Version, words.Set("lead", "Vanhalta sivulta.")); !errors.Is(err, fault.Conflict) {
		t.Errorf("from a page that is stale: %v", err)
	}
	now := d.now(t, d.maija, a.ID)
	if err := d.acts.Reword(t.Context(), d.maija, a.ID, now.Version, words); err != nil { // nothing to mend
		t.Fatal(err)
	}
	if again := d.now(t, d.maija, a.ID); again.Version != now.Version || again.Need != words.Need || again.Status != act.InReview || again.Revision != a.Revision {
		t.Errorf("%+v", again)
	}
	for range 2 { // come out, and come out again with an update
		if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := d.acts.Revise(t.Context(), d.author, a.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := d.acts.Submit(t.Context(), d.author, a.ID, 0); err != nil {
			t.Fatal(err)
		}
		if err := d.mods.Take(t.Context(), d.maija, a.ID, 0); err != nil {
			t.Fatal(err)
		}
	}
	if n := d.letters(t, d.author, "/korjaukset"); n != 1 {
		t.Errorf("the author is told %d times", n)
	}
	_, all, err := d.acts.Rewordings(t.Context(), d.author, a.ID)
	if err != nil || len(all) != 1 || all[0].ByID != d.olli.ID || all[0].Before != a.Wording() || all[0].After != words || all[0].At.IsZero() {
		t.Errorf("%+v, %v", all, err)
	}
	if changes := all[0].Before.Changes(all[0].After); len(changes) != 1 || changes[0].Field != "need" {
		t.Errorf("%+v", changes)
	}
	if _, _, err := d.acts.Rewordings(t.Context(), accounttest.New(t, d.db), a.ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a stranger reads what has been mended: %v", err)
	}
}

// The words of an update are mended in the update: the act that is out stays.
func TestAnUpdateIsMended(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	for _, step := range []func() error{
		func() error { _, err := d.acts.Revise(t.Context(), d.author, a.ID); return err },
		func() error { _, err := d.acts.Submit(t.Context(), d.author, a.ID, 0); return err },
		func() error { return d.mods.Take(t.Context(), d.maija, a.ID, 0) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	u := d.now(t, d.maija, a.ID)
	if err := d.acts.Reword(t.Context(), d.maija, a.ID, u.Version, u.Wording().Set("lead", "Palaverit pidetään ulkona.")); err != nil {
		t.Fatal(err)
	}
	live, err := d.acts.Find(t.Context(), d.maija, a.ID)
	if err != nil || live.Lead != a.Lead {
		t.Errorf("the act that is out says %q, %v", live.Lead, err)
	}
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	if live, err = d.acts.Find(t.Context(), d.maija, a.ID); err != nil || live.Lead != "Palaverit pidetään ulkona." {
		t.Errorf("once approved it says %q, %v", live.Lead, err)
	}
	if ofUpdate, err := postgres.Value[bool](t.Context(), d.db, "SELECT of_update FROM act_rewording"); err != nil || !ofUpdate {
		t.Errorf("of the update: %t, %v", ofUpdate, err)
	}
}
