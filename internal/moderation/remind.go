package moderation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// reminderHour is when moderators are told of the day's late acts.
const reminderHour = 7

var (
	lateS = i18n.P(
		i18n.T("%d teko odottaa vastausta yli määräpäivän", "%d gärning väntar på svar över utsatt dag", "%d act waits for an answer past its day"),
		i18n.T("%d tekoa odottaa vastausta yli määräpäivän", "%d gärningar väntar på svar över utsatt dag", "%d acts wait for an answer past their day"))
	lateB = i18n.T("Hei!\n\nLupasimme vastata viidessä työpäivässä. Näiden tekojen määräpäivä on mennyt:\n\n%[1]s\n\nKaikki myöhässä olevat:\n%[2]s\n\nTerveisin\nTekojen torin väki\n",
		"Hej!\n\nVi har lovat svara inom fem arbetsdagar. För de här gärningarna har dagen gått ut:\n\n%[1]s\n\nAlla försenade:\n%[2]s\n\nVänliga hälsningar\nFramstegsarenan\n",
		"Hello,\n\nWe have promised an answer within five working days. The day of these acts has passed:\n\n%[1]s\n\nAll that are late:\n%[2]s\n\nBest regards,\nTekojen tori\n")
	yourTable = i18n.T("sinulla käsittelyssä", "på ditt bord", "on your table")
	noTable   = i18n.T("ei vielä kenelläkään", "hos ingen ännu", "nobody has it yet")
)

// Remind tells the moderators in the morning of acts whose day has passed: who
// has an act on the table, else all who may take it. Each of them is told once
// of each act and day; the mail and the note of it are one transaction.
func (s *Service) Remind(ctx context.Context) error {
	if s.now().In(i18n.Helsinki()).Hour() < reminderHour {
		return nil
	}
	q, err := s.Queue(ctx, account.Account{})
	if err != nil {
		return err
	}
	all, err := q.Items(ctx, Filter{View: Late}, 0, len(q.acts))
	if err != nil || len(all) == 0 {
		return err
	}
	moderators, err := s.acts.Accounts.WithRole(ctx, s.db, account.Moderator)
	if err != nil {
		return err
	}
	for _, to := range moderators {
		if err := s.remind(ctx, to, theirs(to, moderators, all)); err != nil {
			return err
		}
	}
	return nil
}

// theirs is the late acts that a moderator is told of: their own table, and
// what no moderator has. Nobody decides on an act of their own.
func theirs(to account.Account, moderators []account.Account, all []Item) []Item {
	var some []Item
	for _, l := range all {
		if l.WrittenBy(to) {
			continue
		}
		if !slices.ContainsFunc(moderators, func(m account.Account) bool { return m.ID == l.ModeratorID }) {
			l.ModeratorID = 0 // free, or with somebody who moderates no more
		}
		if l.ModeratorID == 0 || l.ModeratorID == to.ID {
			some = append(some, l)
		}
	}
	return some
}

func (s *Service) remind(ctx context.Context, to account.Account, some []Item) error {
	if len(some) == 0 {
		return nil
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		var fresh []Item
		for _, l := range some {
			noted, err := postgres.Values[act.ID](ctx, tx, `
				INSERT INTO review_reminder (act_id, moderator_id, due_on, sent_at) VALUES ($1, $2, $3, $4)
				ON CONFLICT DO NOTHING
				RETURNING act_id`, l.ID, to.ID, l.DueOn, s.now())
			if err != nil {
				return fmt.Errorf("note that %v is late: %w", l.ID, err)
			}
			if len(noted) > 0 {
				fresh = append(fresh, l)
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		return s.acts.Mails.PostTx(ctx, tx, s.lateLetter(ctx, to, fresh))
	})
}

func (s *Service) lateLetter(ctx context.Context, to account.Account, fresh []Item) mail.Message {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	lines := make([]string, len(fresh))
	for i, l := range fresh {
		where := noTable
		if l.ModeratorID != 0 {
			where = yourTable
		}
		lines[i] = fmt.Sprintf("%s\n%s, %s\n%s", l.Title, i18n.Date(in, noon(l.DueOn)), where.In(in), s.acts.Mails.Link(lang, fmt.Sprintf("/moderointi/teot/%d", int64(l.ID))))
	}
	return mail.Message{
		To: to.Email, Subject: lateS.In(in, len(fresh)),
		Body: lateB.In(in, strings.Join(lines, "\n\n"), s.acts.Mails.Link(lang, "/moderointi?rajaus=myohassa")),
		Key:  fmt.Sprintf("late %v of %s to %v", fresh[0].ID, fresh[0].DueOn.Format(time.DateOnly), to.ID),
	}
}
