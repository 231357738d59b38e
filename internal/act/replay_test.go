package act_test

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/postgres"
)

// TestMovesPlayBackToTheStatus leads an act and its update through much of a
// life, and then has the log tell otherwise.
func TestMovesPlayBackToTheStatus(t *testing.T) {
	t.Parallel()
	acts, db := newService(t)
	author, moderator, now := accounttest.New(t, db), accounttest.New(t, db, account.Moderator), time.Now
	a, err := acts.Begin(t.Context(), author, formKey, acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	lead := func(deeds ...func(*act.Act) error) {
		t.Helper()
		tx, err := db.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, deed := range deeds {
			if _, err := acts.WorkTx(t.Context(), tx, author, a.ID, 0, deed); err != nil {
				t.Fatal(err)
			}
		}
		if err := tx.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	submit := func(a *act.Act) error { return a.Submit(author, now()) }
	take := func(a *act.Act) error { return a.Take(moderator, now()) }
	lead(submit, take, func(a *act.Act) error { return a.RequestChanges(moderator, "Lisää.", now()) }, submit, take,
		func(a *act.Act) error { return a.Approve(moderator, nil, now()) }, func(a *act.Act) error { return a.Publish(moderator, now()) })
	if _, err := acts.Revise(t.Context(), author, a.ID); err != nil {
		t.Fatal(err)
	}
	lead(submit, take)
	if n, odd, err := acts.Replay(t.Context()); n != 1 || len(odd) > 0 || err != nil {
		t.Errorf("%d acts, odd: %+v, %v", n, odd, err)
	}
	for _, lies := range [][]string{
		{"UPDATE act SET status = 'archived'"},
		{"UPDATE act SET status = 'published'", "UPDATE act_transition SET from_status = 'approved' WHERE id = (SELECT min(id) FROM act_transition)"},
	} {
		for _, lie := range lies {
			if err := postgres.Exec(t.Context(), db, lie); err != nil {
				t.Fatal(err)
			}
		}
		if _, odd, err := acts.Replay(t.Context()); len(odd) != 1 || err != nil {
			t.Errorf("after %q: odd are %+v, %v", lies, odd, err)
		}
	}
}
