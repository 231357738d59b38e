package moderation_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/fault"
)

// TestMovesOfAnyLifePlayBack leads acts through whatever comes to anybody's
// mind: what they may do and what they may not, also with updates of what is
// out. The log gives the status of each, no refused deed leaves a move, and the
// queue in memory is that of the database.
func TestMovesOfAnyLifePlayBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, into := accounttest.New(t, d.db, account.Admin), act.ID(0)
	ctx, made, done := t.Context(), 0, map[string]int{}
	deeds := map[string]func(id act.ID, who account.Account) error{
		"submit":   func(id act.ID, who account.Account) error { _, err := d.acts.Submit(ctx, who, id, 0); return err },
		"withdraw": func(id act.ID, who account.Account) error { _, err := d.acts.Withdraw(ctx, who, id, 0); return err },
		"archive":  func(id act.ID, who account.Account) error { _, err := d.acts.Archive(ctx, who, id, 0); return err },
		"revise":   func(id act.ID, who account.Account) error { _, err := d.acts.Revise(ctx, who, id); return err },
		"take":     func(id act.ID, who account.Account) error { return d.mods.Take(ctx, who, id, 0) },
		"approve":  func(id act.ID, who account.Account) error { return d.mods.Approve(ctx, who, id, 0, nil) },
		"schedule": func(id act.ID, who account.Account) error {
			return d.mods.Schedule(ctx, who, id, 0, time.Now().Add(time.Hour))
		},
		"publish": func(id act.ID, who account.Account) error { return d.mods.Publish(ctx, who, id, 0) },
		"return":  func(id act.ID, who account.Account) error { return d.mods.Return(ctx, who, id, 0, "Lisää.") },
		"reject":  func(id act.ID, who account.Account) error { return d.mods.Reject(ctx, who, id, 0, "Ei.") },
		"hide":    func(id act.ID, who account.Account) error { return d.mods.Hide(ctx, who, id, 0, "Virhe.") },
		"show":    func(id act.ID, who account.Account) error { return d.mods.Show(ctx, who, id, 0) },
		"reopen":  func(id act.ID, who account.Account) error { return d.mods.Reopen(ctx, who, id, 0) },
		"merge":   func(id act.ID, who account.Account) error { return d.mods.Merge(ctx, who, id, 0, into) },
	}
	people := []account.Account{d.author, d.maija, d.olli, admin}
	proper := map[string]account.Account{"submit": d.author, "withdraw": d.author, "revise": d.author, "reopen": admin}
	begin := func() act.ID {
		made++
		a, err := d.acts.Begin(ctx, d.author, fmt.Sprintf("0198b1f2-0000-7000-9000-%012d", made), acttest.Content())
		if err != nil {
			t.Fatal(err)
		}
		return a.ID
	}
	into = begin()
	for _, step := range []error{deeds["submit"](into, d.author), deeds["take"](into, d.maija), deeds["approve"](into, d.maija)} {
		if step != nil {
			t.Fatal(step)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		id := begin()
		for _, deed := range rapid.SliceOfN(rapid.SampledFrom(lively), 10, 60).Draw(rt, "deeds") {
			who := rapid.SampledFrom(people).Draw(rt, "who")
			if by, ok := proper[deed]; ok && rapid.IntRange(0, 4).Draw(rt, "astray") > 0 {
				who = by
			}
			err := deeds[deed](id, who)
			switch {
			case err == nil:
				done[deed]++
				if odd, err := d.asRead(); err != nil || odd != "" {
					rt.Fatalf("the queue after %s: %v\n%s", deed, err, odd)
				}
			case !errors.Is(err, fault.Conflict) && !errors.Is(err, fault.Forbidden) && !errors.Is(err, fault.NotFound):
				rt.Fatalf("%s: %v", deed, err)
			}
		}
		if n, odd, err := d.acts.Replay(ctx); n != made || len(odd) > 0 || err != nil {
			rt.Fatalf("%d of %d acts, odd: %+v, %v", n, made, odd, err)
		}
	})
	if len(done) < len(deeds)/2 {
		t.Errorf("these lives came to no more than %v", done)
	}
	t.Log(done)
}

// lively is the deeds, the usual ones more often, so that lives get somewhere.
var lively = []string{
	"submit", "submit", "submit", "take", "take", "take", "take", "approve", "approve", "approve", "approve", "publish", "publish", "schedule", "return", "return",
	"hide", "hide", "show", "show", "revise", "revise", "revise", "archive", "withdraw", "reject", "reopen", "reopen", "merge",
}
