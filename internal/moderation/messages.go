package moderation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// An Unanswered act is one whose authors wait for an answer.
type Unanswered struct {
	ActID           act.ID
	Title, Language string
	Count           int    // of their messages
	Last            string // of their words
	LastAt          time.Time
	ByName          string     // whose they are
	HolderID        account.ID // who has the act, or its update, on the table; 0: nobody
	HolderName      string
}

// unanswered is those that somebody ($2) may answer: nobody answers themself.
const unanswered = `
	FROM review_message m JOIN act a ON a.id = m.act_id
	WHERE m.from_author AND m.settled_at IS NULL
	  AND a.owner_id IS DISTINCT FROM $2 AND NOT EXISTS (SELECT FROM act_author y WHERE y.act_id = a.id AND y.account_id = $2)`

// mostUnanswered is how many are listed at a time.
const mostUnanswered = 200

// Unanswered is the acts whose authors wait for an answer, the longest waiting
// first.
func (s *Service) Unanswered(ctx context.Context, viewer account.Account) ([]Unanswered, error) {
	if !viewer.Moderates() {
		return nil, fmt.Errorf("list unanswered messages: %w", fault.Forbidden)
	}
	all, err := postgres.All[Unanswered](ctx, s.db, `
		SELECT w.act_id, w.title, w.language, w.count, m.body AS last, m.said_at AS last_at, coalesce(nullif(y.name, ''), y.email) AS by_name,
		       coalesce(h.id, 0) AS holder_id, coalesce(nullif(h.name, ''), h.email, '') AS holder_name
		FROM (
			SELECT a.id AS act_id, a.title, a.language, a.status, count(*) AS count, min(m.said_at) AS since, max(m.id) AS last`+unanswered+`
			GROUP BY a.id ORDER BY since, a.id LIMIT $1
		) w
		JOIN review_message m ON m.id = w.last
		JOIN account y ON y.id = m.by_id
		LEFT JOIN act_update u ON u.act_id = w.act_id
		LEFT JOIN review r ON r.act_id = w.act_id AND coalesce(u.status, w.status) IN ('in_review', 'changes_requested')
		LEFT JOIN account h ON h.id = r.moderator_id
		ORDER BY w.since, w.act_id`, mostUnanswered, viewer.ID)
	if err != nil {
		return nil, fmt.Errorf("list unanswered messages: %w", err)
	}
	return all, nil
}

// The letters of messages take the title, what is said and a link; that to
// moderators begins with who says it.
var (
	toModerators = mail.Letter{
		Subject: i18n.T("Viesti teosta: %s", "Meddelande om gärningen: %s", "Message about an act: %s"),
		Body: i18n.T("Hei!\n\n%[2]s kirjoittaa teosta ”%[1]s”:\n\n%[3]s\n\nVastaa täällä:\n\n%[4]s",
			"Hej!\n\n%[2]s skriver om gärningen ”%[1]s”:\n\n%[3]s\n\nSvara här:\n\n%[4]s",
			"Hello,\n\n%[2]s writes about the act “%[1]s”:\n\n%[3]s\n\nAnswer here:\n\n%[4]s"),
	}
	toAuthors = mail.Letter{
		Subject: i18n.T("Moderoija kirjoitti teostasi: %s", "En moderator skrev om din gärning: %s", "A moderator wrote about your act: %s"),
		Body: i18n.T("Hei!\n\nModeroija kirjoittaa teosta ”%[1]s”:\n\n%[2]s\n\nVastaa täällä:\n\n%[3]s",
			"Hej!\n\nEn moderator skriver om gärningen ”%[1]s”:\n\n%[2]s\n\nSvara här:\n\n%[3]s",
			"Hello,\n\nA moderator writes about the act “%[1]s”:\n\n%[2]s\n\nAnswer here:\n\n%[3]s"),
	}
)

// MessagesPath is where the authors of an act read and write messages.
func MessagesPath(id act.ID) string { return fmt.Sprintf("/omat-teot/%d/viestit", int64(id)) }

func (s *Service) tellAuthorsTx(ctx context.Context, tx pgx.Tx, a act.Act, id MessageID, body string) error {
	for _, one := range a.Writers() {
		to, err := s.acts.Accounts.FindTx(ctx, tx, one)
		if err != nil {
			return err
		}
		lang := i18n.Lang(to.Language)
		m := toAuthors.Message(i18n.With(ctx, lang), to.Email, fmt.Sprintf("%v to %v", id, to.ID), a.Title, body, s.acts.Mails.Link(lang, MessagesPath(a.ID)))
		if err := s.acts.Mails.PostTx(ctx, tx, m); err != nil {
			return err
		}
	}
	return nil
}

// tellModeratorsTx tells who has the act on the table, else all moderators.
func (s *Service) tellModeratorsTx(ctx context.Context, tx pgx.Tx, a act.Act, id MessageID, by account.Account, body string) error {
	all, err := s.answeringTx(ctx, tx, a)
	if err != nil {
		return err
	}
	for _, to := range all {
		if err := s.opinionLetterTx(ctx, tx, to, toModerators, a, fmt.Sprintf("%v to %v", id, to.ID), by.CallName(), body); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) answeringTx(ctx context.Context, tx pgx.Tx, a act.Act) ([]account.Account, error) {
	if a.Status == act.InReview || a.Status == act.ChangesRequested {
		holder, err := postgres.Value[account.ID](ctx, tx, "SELECT moderator_id FROM review WHERE act_id = $1", a.ID)
		if err == nil {
			to, err := s.acts.Accounts.FindTx(ctx, tx, holder)
			if err != nil || a.CanReview(to) {
				return []account.Account{to}, err
			}
		} else if !errors.Is(err, fault.NotFound) {
			return nil, err
		}
	}
	for _, role := range []account.Role{account.Moderator, account.Admin} {
		all, err := s.acts.Accounts.WithRole(ctx, tx, role)
		if all = slices.DeleteFunc(all, func(m account.Account) bool { return !a.CanReview(m) }); err != nil || len(all) > 0 {
			return all, err
		}
	}
	return nil, nil
}
