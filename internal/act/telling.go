package act

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// letter is what is said of an act, or of an update.
func (a Act) letter(ofAct, ofUpdate mail.Letter) mail.Letter {
	if a.Updating {
		return ofUpdate
	}
	return ofAct
}

// tellTx posts the mails of the moves of an act: what has happened, to whom it
// matters.
func (s *Service) tellTx(ctx context.Context, tx pgx.Tx, a Act) error {
	for _, m := range a.moves {
		if err := s.tellMoveTx(ctx, tx, a, m); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tellMoveTx(ctx context.Context, tx pgx.Tx, a Act, m move) error {
	switch {
	case m.To == Submitted:
		return s.tellSubmittedTx(ctx, tx, a, m)
	case m.To == Published && m.From == Approved:
		return s.tellOutTx(ctx, tx, a, m)
	}
	if l, path := a.said(m); path != "" {
		return s.tellWritersTx(ctx, tx, a, m, l, path)
	}
	return nil
}

// said is what those who write an act are told of a move, and where that leads;
// "": nothing.
func (a Act) said(m move) (l mail.Letter, path string) {
	switch m.To {
	case ChangesRequested:
		return returned, fmt.Sprintf("/ilmoita-teko/%d/tarve", int64(a.ID))
	case Approved:
		if a.Status == Approved && a.PublishAt != nil { // what comes out at once is told then
			return approved, "/omat-teot"
		}
	case Published:
		return shown, "/katso/" + a.Slug
	case Rejected:
		return a.letter(rejected, updateRejected), "/omat-teot"
	case Hidden:
		return hidden, "/omat-teot"
	case Archived:
		return archived, "/katso/" + a.Slug
	case Merged:
		return merged, "/katso/" + a.Slug
	case Withdrawn:
		return a.letter(withdrawn, updateWithdrawn), "/omat-teot"
	case Draft, Submitted, InReview:
	}
	return l, ""
}

func (s *Service) tellSubmittedTx(ctx context.Context, tx pgx.Tx, a Act, m move) error {
	if err := s.tellQueueTx(ctx, tx, a); err != nil {
		return err
	}
	if m.From == Rejected {
		return s.tellWritersTx(ctx, tx, a, m, reopened, "/omat-teot")
	}
	if err := s.submittedTx(ctx, tx, a, m); err != nil {
		return err
	}
	return s.tellOwnerTx(ctx, tx, a, m, receipt, "/omat-teot")
}

func (s *Service) tellOwnerTx(ctx context.Context, tx pgx.Tx, a Act, m move, l mail.Letter, path string) error {
	return s.tellAllTx(ctx, tx, a, m, l, path, a.OwnerID)
}

// tellWritersTx tells everyone who writes the act but who has done it.
func (s *Service) tellWritersTx(ctx context.Context, tx pgx.Tx, a Act, m move, l mail.Letter, path string) error {
	return s.tellAllTx(ctx, tx, a, m, l, path, slices.DeleteFunc(a.Writers(), func(id account.ID) bool { return id == m.By })...)
}

func (s *Service) tellAllTx(ctx context.Context, tx pgx.Tx, a Act, m move, l mail.Letter, path string, ids ...account.ID) error {
	for _, id := range ids {
		if id == 0 { // nobody here owns it
			continue
		}
		to, err := s.Accounts.FindTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := s.postTx(ctx, tx, to, a, m, l, path); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tellQueueTx(ctx context.Context, tx pgx.Tx, a Act) error {
	moderators, err := s.Accounts.WithRole(ctx, tx, account.Moderator)
	if err != nil {
		return err
	}
	for _, to := range moderators {
		if a.WrittenBy(to) {
			continue
		}
		if err := s.postTx(ctx, tx, to, a, move{To: Submitted}, a.letter(arrived, updateArrived), fmt.Sprintf("/moderointi/teot/%d", int64(a.ID))); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, a Act, m move, l mail.Letter, path string) error {
	lang := i18n.Lang(to.Language)
	in, says := i18n.With(ctx, lang), m.Reason
	if m.To == Approved && a.PublishAt != nil {
		says = i18n.DateTime(in, *a.PublishAt)
	}
	key := fmt.Sprintf("%v %s version %s%d to %v", a.ID, m.To, map[bool]string{true: "u"}[a.Updating], a.Version, to.ID)
	return s.Mails.PostTx(ctx, tx, l.Message(in, to.Email, key, a.Title, says, s.Mails.Link(lang, path)))
}
