package report_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/report"
)

// Each gets a report in their own language, numbers and link too; who ends it
// ends it for themselves alone.
func TestAReportIsItsReadersOwn(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	s := report.New(db, report.Parts{
		Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now),
		Count: func(ctx context.Context, _ string) (report.Counted, error) {
			return report.Counted{Heading: "Counted in " + string(i18n.From(ctx)), Total: 7, Rule: "."}, nil
		},
	}, func() time.Time { return now })
	finn, swede := accounttest.New(t, db, account.Team), accounttest.New(t, db, account.Team)
	if err := postgres.Exec(t.Context(), db, "UPDATE account SET language = 'sv' WHERE id = $1", swede.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(t.Context(), finn, "0198b1f2-0000-7000-8000-000000000001", report.Report{Name: "Toimialat", Query: "rivit=toimiala", Shared: true}); err != nil {
		t.Fatal(err)
	}
	all, err := s.For(t.Context(), finn)
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []account.Account{finn, swede} {
		if err := s.Subscribe(t.Context(), who, all[0].ID); err != nil {
			t.Fatal(err)
		}
	}
	got := func(who account.Account) string {
		t.Helper()
		if err := s.Send(t.Context()); err != nil {
			t.Fatal(err)
		}
		mails, err := postgres.Values[string](t.Context(), db, "SELECT subject || E'\n' || body FROM mail_message WHERE recipient = $1 ORDER BY created_at", who.Email)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(mails, "\n")
	}
	now = now.AddDate(0, 1, 0)
	for who, want := range map[*account.Account][]string{&finn: {"Kuukausiraportti: Toimialat", "Counted in fi", "/ohjelma/tilastot?rivit"}, &swede: {"Månadsrapport: Toimialat", "Counted in sv", "/sv/ohjelma/tilastot?rivit"}} {
		mail := got(*who)
		for _, words := range want {
			if !strings.Contains(mail, words) {
				t.Errorf("the mail does not say %q: %s", words, mail)
			}
		}
	}
	if err := s.Unsubscribe(t.Context(), finn, all[0].ID); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 1, 0)
	if n := strings.Count(got(finn), "Kuukausiraportti"); n != 1 {
		t.Errorf("after it was ended %d mails have come, want 1", n)
	}
	if n := strings.Count(got(swede), "Månadsrapport"); n != 2 {
		t.Errorf("after another has ended it %d mails have come, want 2", n)
	}
}
