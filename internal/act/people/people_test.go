package people_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
)

// clock is the time of a test, which moves only when told to.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// square is a database with an act that is out, its owner and a stranger.
type square struct {
	*people.Service
	*clock
	db              *postgres.DB
	acts            *act.Service
	act             act.Act
	owner, stranger account.Account
}

func newSquare(t *testing.T) *square {
	t.Helper()
	db, ctx := referencetest.New(t), t.Context()
	s := &square{db: db, acts: acttest.Service(t, db), owner: accounttest.New(t, db), stranger: accounttest.New(t, db), clock: &clock{at: time.Now()}}
	s.Service = people.New(db, people.Parts{
		Acts: s.acts, Accounts: accounttest.Service(t, db, s.now), Mails: accounttest.Outbox(t, db, s.now),
	}, s.now)
	begun, err := s.acts.Begin(ctx, s.owner, "0198b1f2-0000-7000-8000-000000000001", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	s.act = begun
	s.exec(t, "UPDATE act SET status = 'published', slug = 'kavelykokoukset', first_published_at = now() WHERE id = $1", begun.ID)
	return s
}

func (s *square) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := s.db.Exec(t.Context(), sql, args...); err != nil {
		t.Fatal(err)
	}
}

// mails is the subjects of what somebody has got, the newest first.
func (s *square) mails(t *testing.T, to account.Account) []string {
	t.Helper()
	all, err := postgres.Values[string](t.Context(), s.db, "SELECT subject FROM mail_message WHERE recipient = $1 ORDER BY id DESC", to.Email)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// asked is the request of the stranger.
func (s *square) asked(t *testing.T) people.Request {
	t.Helper()
	if err := s.Ask(t.Context(), s.stranger, s.act.ID, "  Teimme tätä yhdessä. "); err != nil {
		t.Fatal(err)
	}
	q, err := s.Asked(t.Context(), s.stranger, s.act.ID)
	if err != nil || q.ID == 0 || q.Message != "Teimme tätä yhdessä." {
		t.Fatalf("asked %+v, %v", q, err)
	}
	return q
}

func TestAskingTwiceAsksOnce(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if err := s.Ask(t.Context(), s.stranger, s.act.ID, "Mukaan?"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := s.mails(t, s.owner); len(got) != 1 {
		t.Errorf("the owner got %q, want one mail", got)
	}
	c, err := s.Of(t.Context(), s.owner, s.act.ID)
	if err != nil || len(c.Requests) != 1 || c.Requests[0].By.ID != s.stranger.ID {
		t.Errorf("the owner sees %+v, %v", c.Requests, err)
	}
}

func TestWhoIsTakenAlongWritesTheActUntilRemoved(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	q := s.asked(t)
	for range 2 { // the second press changes nothing, and says so
		if err := s.Answer(ctx, s.owner, s.act.ID, q.ID, true); err != nil && !errors.Is(err, fault.Conflict) {
			t.Fatal(err)
		}
	}
	mine, err := s.acts.Mine(ctx, s.stranger)
	if err != nil || len(mine) != 1 || !mine[0].WrittenBy(s.stranger) || mine[0].Owned(s.stranger) {
		t.Fatalf("the acts of the new author: %+v, %v", mine, err)
	}
	if got := s.mails(t, s.stranger); len(got) != 1 || !strings.HasPrefix(got[0], "Olet nyt mukana") {
		t.Errorf("the new author got %q", got)
	}
	s.exec(t, "UPDATE act SET status = 'changes_requested' WHERE id = $1", s.act.ID)
	c := acttest.Content()
	c.Lead = "Toisen tekijän sanoin."
	if _, err := s.acts.Edit(ctx, s.stranger, s.act.ID, 0, c); err != nil {
		t.Errorf("the author edits: %v", err)
	}
	for name, deed := range map[string]func() error{
		"send":     func() error { _, err := s.acts.Submit(ctx, s.stranger, s.act.ID, 0); return err },
		"withdraw": func() error { _, err := s.acts.Withdraw(ctx, s.stranger, s.act.ID, 0); return err },
		"remove":   func() error { return s.Remove(ctx, s.stranger, s.act.ID, s.owner.ID) },
	} {
		if err := deed(); !errors.Is(err, fault.Forbidden) {
			t.Errorf("the author may %s: %v", name, err)
		}
	}
	if err := s.Remove(ctx, s.owner, s.act.ID, s.stranger.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.acts.Edit(ctx, s.stranger, s.act.ID, 0, c); !errors.Is(err, fault.NotFound) {
		t.Errorf("who was removed edits: %v, want not found", err)
	}
	if _, err := s.Of(ctx, s.stranger, s.act.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("who was removed sees the people: %v, want not found", err)
	}
}

func TestAModeratorWhoWritesAnActDoesNotDecideOnIt(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	s.stranger = accounttest.New(t, s.db, account.Moderator)
	q := s.asked(t)
	if err := s.Answer(t.Context(), s.owner, s.act.ID, q.ID, true); err != nil {
		t.Fatal(err)
	}
	a, err := s.acts.Find(t.Context(), s.stranger, s.act.ID)
	if err != nil || a.CanReview(s.stranger) {
		t.Errorf("may review the own act: %t, %v", a.CanReview(s.stranger), err)
	}
}

func TestANoIsRespectedForAMonth(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	q := s.asked(t)
	if err := s.Answer(ctx, s.owner, s.act.ID, q.ID, false); err != nil {
		t.Fatal(err)
	}
	if mine, err := s.acts.Mine(ctx, s.stranger); err != nil || len(mine) != 0 {
		t.Errorf("after a no: %+v, %v", mine, err)
	}
	if err := s.Ask(ctx, s.stranger, s.act.ID, ""); !errors.Is(err, fault.Conflict) {
		t.Errorf("asked again at once: %v, want conflict", err)
	}
	s.pass(31 * 24 * time.Hour)
	if err := s.Ask(ctx, s.stranger, s.act.ID, ""); err != nil {
		t.Errorf("asked again after a month: %v", err)
	}
}

func TestNobodyIsFloodedWithRequests(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	s.exec(t, `INSERT INTO act_join_request (act_id, account_id, asked_at, answered_at, accepted)
		SELECT $1, $2, $3, $3, true FROM generate_series(1, 10)`, s.act.ID, s.stranger.ID, s.now())
	if err := s.Ask(ctx, s.stranger, s.act.ID, ""); !errors.Is(err, fault.TooMany) {
		t.Errorf("the eleventh of a day: %v, want too many", err)
	}
	s.pass(25 * time.Hour)
	if err := s.Ask(ctx, s.stranger, s.act.ID, ""); err != nil {
		t.Errorf("the next day: %v", err)
	}
}

func TestAnActOfNobodyIsGivenByTheModerators(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	moderator := accounttest.New(t, s.db, account.Moderator)
	s.exec(t, "UPDATE act SET owner_id = NULL WHERE id = $1", s.act.ID)
	q := s.asked(t)
	if got := s.mails(t, moderator); len(got) != 1 {
		t.Errorf("the moderator got %q, want one mail", got)
	}
	if err := s.Answer(ctx, s.owner, s.act.ID, q.ID, true); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member answers: %v, want forbidden", err)
	}
	if err := s.Answer(ctx, moderator, s.act.ID, q.ID, true); err != nil {
		t.Fatal(err)
	}
	a, err := s.acts.Find(ctx, s.stranger, s.act.ID)
	if err != nil || !a.Owned(s.stranger) {
		t.Errorf("the act is %v's, %v", a.OwnerID, err)
	}
	if _, err := s.Of(ctx, moderator, s.act.ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the moderator sees the people of an act that has an owner now: %v", err)
	}
}
