package feedback_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/validate"
)

const key = "0198b1f2-0000-7000-8000-000000000001"

func sample() feedback.Feedback {
	return feedback.Feedback{Topic: feedback.Accessibility, Message: "Kartan pisteitä ei voi valita näppäimistöllä.", Page: "/tilastot", Email: "lukija@example.fi", Language: "fi"}
}

// A fault that is told late in the evening is due on the fourteenth day after
// it in Finland, and overdue on the day after that.
func TestTwoWeeksToAnswer(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	came := time.Date(2026, 11, 25, 22, 30, 0, 0, time.UTC) // the 26th in Finland
	now := func() time.Time { return came }
	s := feedback.New(db, accounttest.Service(t, db, now), accounttest.Outbox(t, db, now), now)
	if _, err := s.Send(t.Context(), key, sample()); err != nil {
		t.Fatal(err)
	}
	moderator := accounttest.New(t, db, account.Moderator)
	open, err := s.Open(t.Context(), moderator)
	if err != nil || len(open) != 1 {
		t.Fatalf("%d open, %v", len(open), err)
	}
	if got := open[0].DueOn.Format(time.DateOnly); got != "2026-12-10" {
		t.Errorf("due on %s, want 2026-12-10", got)
	}
	for at, want := range map[string]bool{"2026-12-10T21:59:00Z": false, "2026-12-10T22:01:00Z": true} {
		when, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := open[0].Overdue(when); got != want {
			t.Errorf("at %s overdue is %t, want %t", at, got, want)
		}
	}
}

// One form is one piece of feedback and one mail to each who answers; an
// answer is given once, by who may.
func TestFeedbackIsToldAndAnsweredOnce(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	mails := accounttest.Outbox(t, db, time.Now)
	s := feedback.New(db, accounttest.Service(t, db, time.Now), mails, time.Now)
	moderator, both, member := accounttest.New(t, db, account.Moderator), accounttest.New(t, db, account.Moderator, account.Admin), accounttest.New(t, db)
	for range 2 {
		if _, err := s.Send(t.Context(), key, sample()); err != nil {
			t.Fatal(err)
		}
	}
	open, err := s.Open(t.Context(), moderator)
	if err != nil || len(open) != 1 {
		t.Fatalf("%d open, %v", len(open), err)
	}
	posted, err := mails.Recent(t.Context(), 10)
	if err != nil || len(posted) != 2 {
		t.Fatalf("%d mails, %v; want one to each of two people", len(posted), err)
	}
	if !strings.Contains(posted[0].Body, sample().Message) {
		t.Errorf("the mail lacks the message: %s", posted[0].Body)
	}
	if _, err := s.Open(t.Context(), member); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member reads the feedback: %v", err)
	}
	if err := s.Answer(t.Context(), member, open[0].ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member answers: %v", err)
	}
	if err := s.Answer(t.Context(), moderator, open[0].ID); err != nil {
		t.Error(err)
	}
	if err := s.Answer(t.Context(), both, open[0].ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("answered twice: %v", err)
	}
	if open, err := s.Open(t.Context(), moderator); err != nil || len(open) != 0 {
		t.Errorf("%d still open, %v", len(open), err)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	f := feedback.Feedback{Topic: "x", Message: strings.Repeat("ä", feedback.MaxMessage+1), Email: "lukija"}
	want := validate.Problems{
		{Field: "topic", Rule: validate.Unknown},
		{Field: "message", Rule: validate.TooLong, Limit: feedback.MaxMessage},
		{Field: "email", Rule: validate.Email},
	}
	if diff := cmp.Diff(error(want), f.Check()); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestAnsweredIsForgottenInTime(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	at := time.Now()
	now := func() time.Time { return at }
	s := feedback.New(db, accounttest.Service(t, db, now), accounttest.Outbox(t, db, now), now)
	moderator := accounttest.New(t, db, account.Moderator)
	for i, k := range []string{key, "0198b1f2-0000-7000-8000-000000000002"} {
		f, err := s.Send(t.Context(), k, sample())
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if err := s.Answer(t.Context(), moderator, f.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	at = at.AddDate(3, 0, 0)
	if err := s.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, err := db.Query(t.Context(), "SELECT 1 FROM feedback")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	if n != 1 {
		t.Errorf("%d left, want the one that waits for its answer", n)
	}
}
