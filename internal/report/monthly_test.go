package report_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/report"
)

// A report comes once a month, to who has ordered it and still may see it:
// however many portals send, and also when one stops in the middle.
func TestAReportComesOnceAMonth(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	stops := true
	parts := report.Parts{
		Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now),
		Count: func(context.Context, string) (report.Counted, error) {
			if stops {
				return report.Counted{}, errors.New("the portal stops here")
			}
			return report.Counted{Heading: "Teot", Lines: []report.Line{{Label: "Kulttuuri", Count: 1234}}, Total: 1234, Rule: "Sääntö."}, nil
		},
	}
	s := report.New(db, parts, func() time.Time { return now })
	one, other, stranger := accounttest.New(t, db, account.Team), accounttest.New(t, db, account.Team), accounttest.New(t, db)
	if err := s.Keep(t.Context(), one, "0198b1f2-0000-7000-8000-000000000001", report.Report{Name: "Toimialat", Query: "rivit=toimiala", Shared: true}); err != nil {
		t.Fatal(err)
	}
	all, err := s.For(t.Context(), one)
	if err != nil || len(all) != 1 || all[0].Monthly {
		t.Fatalf("%+v, %v", all, err)
	}
	for who, want := range map[*account.Account]error{&one: nil, &other: nil, &stranger: fault.Forbidden} {
		for range 2 {
			if err := s.Subscribe(t.Context(), *who, all[0].ID); !errors.Is(err, want) {
				t.Fatalf("%v orders: %v, want %v", who.Roles, err, want)
			}
		}
	}
	if mine, err := s.For(t.Context(), other); err != nil || !mine[0].Monthly {
		t.Errorf("ordered, and not seen: %+v, %v", mine, err)
	}
	mails := func() []string {
		t.Helper()
		bodies, err := postgres.Values[string](t.Context(), db, "SELECT body FROM mail_message")
		if err != nil {
			t.Fatal(err)
		}
		return bodies
	}
	if err := s.Send(t.Context()); err != nil || len(mails()) != 0 {
		t.Errorf("in the month of the order: %v, %d mails", err, len(mails()))
	}
	now = time.Date(2026, 12, 1, 4, 59, 0, 0, time.UTC) // before seven in Finland
	if err := s.Send(t.Context()); err != nil || len(mails()) != 0 {
		t.Errorf("at night: %v, %d mails", err, len(mails()))
	}
	now = now.Add(2 * time.Minute)
	if err := s.Send(t.Context()); err == nil || len(mails()) != 0 {
		t.Errorf("a portal that stops: %v, %d mails", err, len(mails()))
	}
	stops = false
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if err := s.Send(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	sent := mails()
	if len(sent) != 2 || !strings.Contains(sent[0], "Kulttuuri: 1\u00a0234\nYhteensä: 1\u00a0234") || !strings.Contains(sent[0], "/ohjelma/tilastot?rivit=toimiala") {
		t.Fatalf("in December: %d mails, %q", len(sent), sent)
	}
	if err := s.Unsubscribe(t.Context(), other, all[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Exec(t.Context(), db, "UPDATE account SET roles = '{}' WHERE id = $1", one.ID); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 1, 5)
	if err := s.Send(t.Context()); err != nil || len(mails()) != 2 {
		t.Errorf("in January nobody wants or may: %v, %d mails", err, len(mails()))
	}
}
