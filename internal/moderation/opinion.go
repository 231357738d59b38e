package moderation

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// An OpinionID names an opinion.
type OpinionID int64

func (id OpinionID) String() string { return fmt.Sprintf("opinion %d", int64(id)) }

// A Verdict is what an opinion comes to.
type Verdict string

// The verdicts.
const (
	Supports Verdict = "support"
	Opposes  Verdict = "oppose"
	Neither  Verdict = "neither" // but has something to say
)

// Verdicts is every verdict, in the order in which they are offered.
func Verdicts() []Verdict { return []Verdict{Supports, Opposes, Neither} }

// An Opinion is what one moderator asks another one about an act, and the
// answer. It decides nothing, and its author never sees it.
type Opinion struct {
	ID         OpinionID
	ActID      act.ID
	Revision   int
	Question   string
	AskerID    account.ID
	AskerName  string
	AskedID    account.ID // 0: whoever comes first
	AskedName  string
	AskedAt    time.Time
	Verdict    Verdict // "": it waits for an answer
	Answer     string
	AnswerName string
	AnsweredAt *time.Time
}

// Waits reports whether nobody has answered.
func (o Opinion) Waits() bool { return o.Verdict == "" }

// CanAnswer reports whether it is viewer who is asked. Callers see to it that
// viewer may decide on the act.
func (o Opinion) CanAnswer(viewer account.Account) bool {
	return o.Waits() && viewer.Moderates() && o.AskerID != viewer.ID && (o.AskedID == 0 || o.AskedID == viewer.ID)
}

// CanAskOpinion reports whether viewer may ask another moderator about a.
func CanAskOpinion(a act.Act, viewer account.Account) bool {
	return a.CanReview(viewer) && onTable(a.Status)
}

// onTable reports whether the moderators are to decide on an act now.
func onTable(s act.Status) bool { return s == act.Submitted || s == act.InReview }

const opinionColumns = `
	o.id, o.act_id, o.revision, o.question, o.asker_id, coalesce(nullif(a.name, ''), a.email) AS asker_name,
	coalesce(o.asked_id, 0) AS asked_id, coalesce(nullif(b.name, ''), b.email, '') AS asked_name, o.asked_at,
	coalesce(o.verdict, '') AS verdict, o.answer, coalesce(nullif(c.name, ''), c.email, '') AS answer_name, o.answered_at
	FROM review_opinion o
	JOIN account a ON a.id = o.asker_id
	LEFT JOIN account b ON b.id = o.asked_id
	LEFT JOIN account c ON c.id = o.answered_by`

// AskOpinion asks another moderator about an act; to is 0 for whoever comes
// first. The same form asks once.
func (s *Service) AskOpinion(ctx context.Context, by account.Account, id act.ID, formKey string, to account.ID, question string) error {
	var p validate.Problems
	p.Text("question", question, limit.Reason)
	return s.writing(ctx, by, id, nil, func(tx pgx.Tx, a act.Act) error {
		if !CanAskOpinion(a, by) {
			return fmt.Errorf("ask about %v, which is %s: %w", id, a.Status, fault.Conflict)
		}
		asked, err := s.advisersTx(ctx, tx, a, by, to)
		if err != nil {
			return err
		}
		if len(asked) == 0 {
			p = append(validate.Problems{{Field: "adviser", Rule: validate.Unknown}}, p...)
		}
		if p.Err() != nil {
			return p.Err()
		}
		made, err := postgres.Values[OpinionID](ctx, tx, `
			INSERT INTO review_opinion (act_id, revision, question, asker_id, asked_id, asked_at, form_key)
			VALUES ($1, $2, $3, $4, nullif($5::bigint, 0), $6, $7::uuid)
			ON CONFLICT (form_key) DO NOTHING
			RETURNING id`, id, a.Revision, question, by.ID, to, s.now(), formKey)
		if err != nil || len(made) == 0 { // by the press before this one
			return err
		}
		for _, m := range asked {
			if err := s.opinionLetterTx(ctx, tx, m, opinionAsked, a, fmt.Sprintf("%v to %v", made[0], m.ID), by.CallName(), question); err != nil {
				return err
			}
		}
		return audit.Record(ctx, tx, by, "ask an opinion", id.String(), "")
	})
}

// GiveOpinion answers. Of two at the same moment the second is told that it has
// been answered. It is the act that was asked about.
func (s *Service) GiveOpinion(ctx context.Context, by account.Account, id OpinionID, verdict Verdict, answer string) (act.ID, error) {
	var p validate.Problems
	if !slices.Contains(Verdicts(), verdict) {
		p.Add("verdict", validate.Required, 0)
	}
	if verdict == Supports {
		p.Length("answer", answer, limit.Reason)
	} else {
		p.Text("answer", answer, limit.Reason)
	}
	return s.onOpinion(ctx, by, id, func(tx pgx.Tx, a act.Act, o Opinion) error {
		switch {
		case o.AskerID == by.ID, o.AskedID != 0 && o.AskedID != by.ID:
			return fmt.Errorf("answer %v, asked of another: %w", id, fault.Forbidden)
		case !o.Waits() || !a.Status.Waiting():
			return fmt.Errorf("answer %v, which waits no more: %w", id, fault.Conflict)
		case p.Err() != nil:
			return p.Err()
		}
		if err := postgres.Exec(ctx, tx, `
			UPDATE review_opinion SET verdict = $2, answer = $3, answered_by = $4, answered_at = $5 WHERE id = $1`,
			id, verdict, answer, by.ID, s.now()); err != nil {
			return err
		}
		asker, err := s.acts.Accounts.FindTx(ctx, tx, o.AskerID)
		if err != nil {
			return err
		}
		if a.CanReview(asker) { // may have ceased to moderate
			if err := s.opinionLetterTx(ctx, tx, asker, opinionGiven[verdict], a, fmt.Sprintf("answer to %v", id), by.CallName(), answer); err != nil {
				return err
			}
		}
		return audit.Record(ctx, tx, by, "give an opinion", o.ActID.String(), string(verdict))
	})
}

// DropOpinion takes back a question of one's own that nobody has answered. It
// is the act that was asked about.
func (s *Service) DropOpinion(ctx context.Context, by account.Account, id OpinionID) (act.ID, error) {
	return s.onOpinion(ctx, by, id, func(tx pgx.Tx, _ act.Act, o Opinion) error {
		switch {
		case o.AskerID != by.ID:
			return fmt.Errorf("take back %v of another: %w", id, fault.Forbidden)
		case !o.Waits():
			return fmt.Errorf("take back %v, which has been answered: %w", id, fault.Conflict)
		}
		if err := postgres.Exec(ctx, tx, "DELETE FROM review_opinion WHERE id = $1", id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "take back a question", o.ActID.String(), "")
	})
}

// onOpinion lets fn write about an opinion on an act that nobody changes
// meanwhile, nor answers.
func (s *Service) onOpinion(ctx context.Context, by account.Account, id OpinionID, fn func(tx pgx.Tx, a act.Act, o Opinion) error) (act.ID, error) {
	o, err := postgres.One[Opinion](ctx, s.db, "SELECT "+opinionColumns+" WHERE o.id = $1", id)
	if err != nil {
		return 0, fmt.Errorf("find %v: %w", id, err)
	}
	return o.ActID, s.writing(ctx, by, o.ActID, nil, func(tx pgx.Tx, a act.Act) error {
		o, err := postgres.One[Opinion](ctx, tx, "SELECT "+opinionColumns+" WHERE o.id = $1 FOR UPDATE OF o", id)
		if err != nil {
			return fmt.Errorf("find %v: %w", id, err)
		}
		return fn(tx, a, o)
	})
}

// Opinions is what has been asked and said of an act among moderators, the
// oldest first; nothing for whom may not decide on it.
func (s *Service) Opinions(ctx context.Context, viewer account.Account, a act.Act) ([]Opinion, error) {
	if !a.CanReview(viewer) || !a.CanSee(viewer) {
		return nil, nil
	}
	all, err := postgres.All[Opinion](ctx, s.db, "SELECT "+opinionColumns+" WHERE o.act_id = $1 ORDER BY o.id", a.ID)
	if err != nil {
		return nil, fmt.Errorf("read the opinions of %v: %w", a.ID, err)
	}
	return all, nil
}
