package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// sendHour is when reports leave on the first day of a month, in Finland.
const sendHour = 7

// maxLines is how many rows of a table a mail has; the rest is a link away.
const maxLines = 60

// Parts is what the monthly mails need.
type Parts struct {
	Accounts *account.Service
	Mails    *mail.Outbox
	Count    func(ctx context.Context, query string) (Counted, error) // in the language of ctx
}

// Counted is what a kept table counts now.
type Counted struct {
	Heading string
	Lines   []Line
	Total   int
	Rule    string
}

// A Line is a row of a table with its total.
type Line struct {
	Label string
	Count int
}

// Subscribe has a report mailed to by every month, from the next one on.
func (s *Service) Subscribe(ctx context.Context, by account.Account, id ID) error {
	return s.change(ctx, by, id, "order report", func(tx pgx.Tx) ([]ID, error) {
		return postgres.Values[ID](ctx, tx, `
			INSERT INTO report_order (report_id, account_id, sent_for) VALUES ($1, $2, $3::date)
			ON CONFLICT DO NOTHING RETURNING report_id`, id, by.ID, month(s.now()))
	})
}

// Unsubscribe ends the monthly mails of a report to by.
func (s *Service) Unsubscribe(ctx context.Context, by account.Account, id ID) error {
	return s.change(ctx, by, id, "end report", func(tx pgx.Tx) ([]ID, error) {
		return postgres.Values[ID](ctx, tx, "DELETE FROM report_order WHERE report_id = $1 AND account_id = $2 RETURNING report_id", id, by.ID)
	})
}

// change does something about a report that by sees; what changed nothing,
// and returns no id, is not logged.
func (s *Service) change(ctx context.Context, by account.Account, id ID, verb string, do func(pgx.Tx) ([]ID, error)) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("%s %d: %w", verb, id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		name, err := postgres.Value[string](ctx, tx, "SELECT name FROM report WHERE id = $1 AND (shared OR owner_id = $2) FOR SHARE", id, by.ID)
		if err != nil {
			return fmt.Errorf("%s %d: %w", verb, id, err)
		}
		if done, err := do(tx); err != nil || len(done) == 0 {
			return err
		}
		return audit.Record(ctx, tx, by, verb, id.String(), name)
	})
}

// month is the first day of the month in Finland.
func month(at time.Time) string {
	at = at.In(i18n.Helsinki())
	return time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// An order is a report that somebody gets every month.
type order struct {
	Report
	AccountID account.ID
}

// Send mails the reports of the month to those who have not got them. The mail
// and the note of it are one transaction, so that each goes out once, however
// many portals send and wherever they stop.
func (s *Service) Send(ctx context.Context) error {
	now := s.now()
	if now.In(i18n.Helsinki()).Day() == 1 && now.In(i18n.Helsinki()).Hour() < sendHour {
		return nil
	}
	due, err := postgres.All[order](ctx, s.db, `
		SELECT r.id, r.owner_id, r.name, r.query, r.shared, r.created_at, true AS monthly, o.account_id
		FROM report_order o JOIN report r ON r.id = o.report_id
		WHERE o.sent_for < $1::date
		ORDER BY r.id, o.account_id`, month(now))
	if err != nil {
		return fmt.Errorf("list the reports of the month: %w", err)
	}
	for _, o := range due {
		if err := s.send(ctx, o, now); err != nil {
			return fmt.Errorf("send %v to %v: %w", o.ID, o.AccountID, err)
		}
	}
	return nil
}

// send mails a report to one person; who no longer runs the programme, or no
// longer sees it, gets none.
func (s *Service) send(ctx context.Context, o order, now time.Time) error {
	to, err := s.Accounts.Find(ctx, o.AccountID)
	if err != nil {
		return err
	}
	if !to.RunsProgramme() || !o.Shared && o.OwnerID != to.ID {
		return postgres.Exec(ctx, s.db, "DELETE FROM report_order WHERE report_id = $1 AND account_id = $2", o.ID, o.AccountID)
	}
	ctx = i18n.With(ctx, i18n.Lang(to.Language))
	counted, err := s.Count(ctx, o.Query)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		mine, err := postgres.Values[ID](ctx, tx, `
			UPDATE report_order SET sent_for = $3::date
			WHERE report_id = $1 AND account_id = $2 AND sent_for < $3::date RETURNING report_id`, o.ID, o.AccountID, month(now))
		if err != nil || len(mine) == 0 { // another portal was first
			return err
		}
		return s.Mails.PostTx(ctx, tx, s.letter(ctx, to, o, counted, now))
	})
}

var (
	monthlyLetter = mail.Letter{
		Subject: i18n.T("Kuukausiraportti: %s", "Månadsrapport: %s", "Monthly report: %s"),
		Body: i18n.T(
			"Hei!\n\nTilaamasi taulukko ”%[1]s” näyttää %[2]s tältä:\n\n%[3]s\n\n%[4]s\n\nKoko taulukko ja tiedostot:\n%[5]s\n\nVoit lopettaa kuukausiraportin samalla sivulla.",
			"Hej!\n\nTabellen ”%[1]s” som du har beställt ser den %[2]s ut så här:\n\n%[3]s\n\n%[4]s\n\nHela tabellen och filerna:\n%[5]s\n\nDu kan avsluta månadsrapporten på samma sida.",
			"Hello,\n\nThis is the table “%[1]s” that you have ordered, on %[2]s:\n\n%[3]s\n\n%[4]s\n\nThe whole table and its files:\n%[5]s\n\nYou can end the monthly report on the same page."),
	}
	totalT = i18n.T("Yhteensä", "Totalt", "Total")
	moreT  = i18n.T("… ja %d riviä lisää", "… och %d rader till", "… and %d more rows")
)

func (s *Service) letter(ctx context.Context, to account.Account, o order, c Counted, now time.Time) mail.Message {
	lines := []string{c.Heading}
	for _, l := range c.Lines[:min(len(c.Lines), maxLines)] {
		lines = append(lines, l.Label+": "+i18n.Number(ctx, l.Count))
	}
	if rest := len(c.Lines) - maxLines; rest > 0 {
		lines = append(lines, moreT.In(ctx, rest))
	}
	lines = append(lines, totalT.In(ctx)+": "+i18n.Number(ctx, c.Total))
	key := fmt.Sprintf("report-%d-%d-%s", int64(o.ID), int64(to.ID), month(now))
	return monthlyLetter.Message(ctx, to.Email, key, o.Name, i18n.Date(ctx, now), strings.Join(lines, "\n"), c.Rule,
		s.Mails.Link(i18n.From(ctx), "/ohjelma/tilastot?"+o.Query))
}
