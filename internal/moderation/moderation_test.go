package moderation_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/depth"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// desk is a database with an author, two moderators and the services.
type desk struct {
	db                  *postgres.DB
	acts                *act.Service
	mods                *moderation.Service
	author, maija, olli account.Account
	made                int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return newDeskOn(t, referencetest.New(t))
}

func newDeskOn(t *testing.T, db *postgres.DB) *desk {
	t.Helper()
	acts := acttest.Service(t, db)
	return &desk{
		db: db, acts: acts, mods: moderation.New(db, acts, time.Now), author: accounttest.New(t, db),
		maija: accounttest.New(t, db, account.Moderator), olli: accounttest.New(t, db, account.Moderator),
	}
}

// draft is a new act that its owner has not sent.
func (d *desk) draft(t *testing.T, owner account.Account) act.Act {
	t.Helper()
	d.made++
	a, err := d.acts.Begin(t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", d.made), acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// submitted is a new act of the owner that waits for a moderator.
func (d *desk) submitted(t *testing.T, owner account.Account) act.Act {
	t.Helper()
	a := d.draft(t, owner)
	a, err := d.acts.Submit(t.Context(), owner, a.ID, a.Version)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFromSubmissionToPublication(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.submitted(t, d.author)
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); !errors.Is(err, fault.Conflict) {
		t.Errorf("approve before taking: %v, want a conflict", err)
	}
	if err := d.mods.Take(t.Context(), d.maija, a.ID, a.Version); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.Approve(t.Context(), d.author, a.ID, 0, nil); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the author approves: %v, want forbidden", err)
	}
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	got, err := d.acts.BySlug(t.Context(), account.Account{}, a.Slug)
	if err != nil || got.Status != act.Published || got.FirstPublishedAt == nil {
		t.Errorf("a visitor reads %s, %v", got.Status, err)
	}
	steps, err := d.acts.Life(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	status := act.Draft
	for _, s := range steps {
		if s.FromStatus != status {
			t.Errorf("the log goes from %s, but the act was %s", s.FromStatus, status)
		}
		status = s.ToStatus
	}
	if status != got.Status {
		t.Errorf("the log replays to %s, the act is %s", status, got.Status)
	}
}

func TestNobodyApprovesAnOwnAct(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.submitted(t, d.maija)
	if err := d.mods.Take(t.Context(), d.maija, a.ID, a.Version); !errors.Is(err, fault.Forbidden) {
		t.Errorf("take an own act: %v, want forbidden", err)
	}
	if err := d.mods.Take(t.Context(), d.olli, a.ID, a.Version); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); !errors.Is(err, fault.Forbidden) {
		t.Errorf("approve an own act: %v, want forbidden", err)
	}
}

// TestOfTwoModeratorsOneWins lets two press the same button at once, again
// and again.
func TestOfTwoModeratorsOneWins(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for range depth.Size(25, 500) {
		a := d.submitted(t, d.author)
		var won, told atomic.Int32
		var wg sync.WaitGroup
		for _, m := range []account.Account{d.maija, d.olli} {
			wg.Go(func() {
				err := d.mods.Take(context.WithoutCancel(t.Context()), m, a.ID, a.Version)
				switch {
				case err == nil:
					won.Add(1)
				case errors.Is(err, fault.Conflict):
					told.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if won.Load() != 1 || told.Load() != 1 {
			t.Fatalf("%d won, %d were told", won.Load(), told.Load())
		}
	}
}

func TestDecisionsNeedAReason(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.submitted(t, d.author)
	if err := d.mods.Take(t.Context(), d.maija, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	var problems validate.Problems
	if err := d.mods.Return(t.Context(), d.maija, a.ID, 0, " "); !errors.As(err, &problems) {
		t.Errorf("return without a reason: %v", err)
	}
	if err := d.mods.Return(t.Context(), d.maija, a.ID, 0, "Kerro, mitä muuttui."); err != nil {
		t.Fatal(err)
	}
	back, err := d.acts.Find(t.Context(), d.author, a.ID)
	if err != nil || !back.CanEdit(d.author) {
		t.Errorf("the author cannot mend it: %s, %v", back.Status, err)
	}
}

func TestTheAuthorIsToldOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.submitted(t, d.author)
	if err := d.mods.Take(t.Context(), d.maija, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.Return(t.Context(), d.maija, a.ID, 0, "Kerro, mitä muuttui."); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.Return(t.Context(), d.olli, a.ID, 0, "Toinen syy."); !errors.Is(err, fault.Conflict) {
		t.Errorf("a second return: %v", err)
	}
	mails, err := postgres.All[struct{ Recipient, Subject, Body string }](t.Context(), d.db, `
		SELECT recipient, subject, body FROM mail_message ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	var toAuthor, toQueue int
	for _, m := range mails {
		if strings.Contains(m.Subject+m.Body, "%!") || !strings.Contains(m.Body, "Kävelykokoukset virastossa") {
			t.Errorf("a mail is badly worded:\n%s\n%s", m.Subject, m.Body)
		}
		switch m.Recipient {
		case d.author.Email:
			toAuthor++
		case d.maija.Email, d.olli.Email:
			toQueue++
		}
	}
	if toAuthor != 2 || toQueue != 2 || !strings.Contains(mails[len(mails)-1].Body, "Kerro, mitä muuttui.") {
		t.Errorf("%d mails to the author, %d to the queue: %+v", toAuthor, toQueue, mails)
	}
}
