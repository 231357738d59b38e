package reminder_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/reminder"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// square is a database whose time moves only when told to.
type square struct {
	*reminder.Service
	t                *testing.T
	db               *postgres.DB
	acts             *act.Service
	owner, moderator account.Account
	stopper          *pgtest.Stopper
	at               time.Time
}

func newSquare(t *testing.T) *square {
	t.Helper()
	s := &square{t: t, at: time.Now()}
	db, stopper := pgtest.Stoppable(t, referencetest.URL(t))
	s.stopper = stopper
	s.db, s.acts, s.owner, s.moderator = db, acttest.Service(t, db), accounttest.New(t, db), accounttest.New(t, db, account.Moderator)
	now := func() time.Time { return s.at }
	s.Service = reminder.New(db, reminder.Parts{Acts: s.acts, Accounts: accounttest.Service(t, db, now), Mails: accounttest.Outbox(t, db, now)}, now)
	return s
}

func (s *square) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// draft is an act that nobody has sent.
func (s *square) draft(key string) act.Act {
	s.t.Helper()
	a, err := s.acts.Begin(s.t.Context(), s.owner, "0198b1f2-0000-7000-8000-00000000000"+key, acttest.Content())
	s.must(err)
	return a
}

// giveBack sends an act and gives it back to its owner.
func (s *square) giveBack(id act.ID) {
	s.t.Helper()
	s.must(s.db.Tx(s.t.Context(), func(tx pgx.Tx) error {
		_, err := s.acts.ChangeTx(s.t.Context(), tx, id, 0, func(a *act.Act) error {
			return errors.Join(a.Submit(s.owner, s.at), a.Take(s.moderator, s.at), a.RequestChanges(s.moderator, "Lisää.", s.at))
		})
		return err
	}))
}

// mails is how many the owner has got with some words in the subject.
func (s *square) mails(words string) int {
	s.t.Helper()
	n, err := postgres.Value[int](s.t.Context(), s.db, "SELECT count(*)::int FROM mail_message WHERE recipient = $1 AND strpos(subject, $2) > 0", s.owner.Email, words)
	s.must(err)
	return n
}

// days lets time pass, one day at a time, and the reminders leave.
func (s *square) days(n int) {
	s.t.Helper()
	for range n {
		s.at = s.at.AddDate(0, 0, 1)
		s.must(s.Send(s.t.Context()))
	}
}

const (
	firstTime  = "odottaa täydennystä"
	secondTime = "Vieläkö jatkat"
	goesSoon   = "poistuu pian"
)

func TestAuthorsAreRemindedAfterAWeekAndAMonth(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	a := s.draft("1")
	s.giveBack(a.ID)
	for _, step := range []struct{ days, first, second int }{{6, 0, 0}, {1, 1, 0}, {22, 1, 0}, {1, 1, 1}, {100, 1, 1}} {
		s.days(step.days)
		if first, second := s.mails(firstTime), s.mails(secondTime); first != step.first || second != step.second {
			t.Errorf("after %d days more: %d and %d, want %d and %d", step.days, first, second, step.first, step.second)
		}
	}
	_, err := s.acts.Submit(t.Context(), s.owner, a.ID, 0)
	s.must(err)
	s.must(s.db.Tx(t.Context(), func(tx pgx.Tx) error { // and back once more
		_, err := s.acts.ChangeTx(t.Context(), tx, a.ID, 0, func(a *act.Act) error {
			return errors.Join(a.Take(s.moderator, s.at), a.RequestChanges(s.moderator, "Vielä.", s.at))
		})
		return err
	}))
	s.days(7)
	if first, second := s.mails(firstTime), s.mails(secondTime); first != 2 || second != 1 {
		t.Errorf("a week after the second time: %d and %d, want 2 and 1", first, second)
	}
}

// The update of an act that is out waits for its author like a new act.
func TestAnUpdateThatCameBackIsRemindedOf(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.draft("1")
	s.must(s.db.Tx(ctx, func(tx pgx.Tx) error {
		_, err := s.acts.ChangeTx(ctx, tx, a.ID, 0, func(a *act.Act) error {
			return errors.Join(a.Submit(s.owner, s.at), a.Take(s.moderator, s.at), a.Approve(s.moderator, nil, s.at), a.Publish(s.moderator, s.at))
		})
		return err
	}))
	_, err := s.acts.Revise(ctx, s.owner, a.ID)
	s.must(err)
	for _, by := range []account.Account{s.owner, s.moderator} {
		s.must(s.db.Tx(ctx, func(tx pgx.Tx) error {
			_, err := s.acts.WorkTx(ctx, tx, by, a.ID, 0, func(a *act.Act) error {
				if by.ID == s.owner.ID {
					return a.Submit(by, s.at)
				}
				return errors.Join(a.Take(by, s.at), a.RequestChanges(by, "Lisää.", s.at))
			})
			return err
		}))
	}
	s.days(8)
	if got := s.mails(firstTime); got != 1 {
		t.Errorf("%d reminders, want 1", got)
	}
}

// A draft goes a year after its last change, never without a month of warning;
// whoever touches it keeps it for another year.
func TestOldDraftsGoAfterAWarning(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	left, kept := s.draft("1"), s.draft("2")
	exists := func(a act.Act) bool {
		_, err := s.acts.Find(ctx, s.owner, a.ID)
		return err == nil
	}
	s.at = s.at.AddDate(0, 12, -31)
	s.must(s.Send(ctx))
	if got := s.mails(goesSoon); got != 0 {
		t.Errorf("%d warnings too early", got)
	}
	s.days(2)
	if got := s.mails(goesSoon); got != 2 {
		t.Errorf("%d warnings, want 2", got)
	}
	_, err := s.acts.Edit(ctx, s.owner, kept.ID, 0, acttest.Content())
	s.must(err)
	_, err = s.db.Exec(ctx, "UPDATE act SET updated_at = $1 WHERE id = $2", s.at, kept.ID)
	s.must(err)
	s.days(28)
	if !exists(left) {
		t.Error("the draft went before its day")
	}
	s.days(3)
	if exists(left) || !exists(kept) || s.mails(goesSoon) != 2 {
		t.Errorf("the draft is there: %t, the touched one: %t, warnings: %d", exists(left), exists(kept), s.mails(goesSoon))
	}
	if body, err := postgres.Value[string](ctx, s.db, "SELECT body FROM mail_message WHERE strpos(subject, $1) > 0 LIMIT 1", goesSoon); err != nil || !strings.Contains(body, "12 kuukauteen") {
		t.Errorf("the warning says %q, %v", body, err)
	}
}

// When the portal was away for a year and a half, a draft is not deleted without
// a warning either.
func TestADraftIsNeverDeletedUnwarned(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.draft("1")
	s.at = s.at.AddDate(0, 18, 0)
	s.must(s.Send(ctx))
	s.days(29)
	if _, err := s.acts.Find(ctx, s.owner, a.ID); err != nil {
		t.Errorf("after 29 days of warning: %v", err)
	}
	s.days(1)
	if _, err := s.acts.Find(ctx, s.owner, a.ID); err == nil {
		t.Error("the draft is still there a month after the warning")
	}
}

// Stopped at each statement in turn, run twice and by two programs at once,
// each mail leaves once.
func TestStoppedAnywhereEachReminderLeavesOnce(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	back, old := s.draft("1"), s.draft("2")
	s.giveBack(back.ID)
	_, err := s.db.Exec(ctx, "UPDATE act SET updated_at = $1 WHERE id = $2", s.at.AddDate(-1, 0, 0), old.ID)
	s.must(err)
	s.at = s.at.AddDate(0, 0, 8)
	stops := s.stopper.Everywhere(func() error { return s.Send(ctx) })
	if stops < 8 {
		t.Errorf("it could be stopped at %d statements only", stops)
	}
	s.at = s.at.AddDate(0, 0, 30)
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if err := s.Send(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	for words, want := range map[string]int{firstTime: 1, secondTime: 1, goesSoon: 1} {
		if got := s.mails(words); got != want {
			t.Errorf("%q left %d times, want %d", words, got, want)
		}
	}
	if n, err := postgres.Value[int](ctx, s.db, "SELECT count(*)::int FROM audit_entry WHERE action = 'delete draft'"); err != nil || n != 1 {
		t.Errorf("the draft was deleted %d times, %v", n, err)
	}
}
