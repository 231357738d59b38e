package membership

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// An Answer is what is said to somebody who asks.
type Answer struct {
	Yes    bool
	Reason string // of a no
}

func (a Answer) check() error {
	var p validate.Problems
	if a.Yes {
		p.Length("reason", a.Reason, MaxReason)
	} else {
		p.Text("reason", a.Reason, MaxReason)
	}
	return p.Err()
}

// Waiting is who waits for an answer that viewer may give, the longest waiting
// first: a coordinator's own organisation, an administrator's all.
func (s *Service) Waiting(ctx context.Context, viewer account.Account) ([]Asking, error) {
	o := organization.ID(viewer.OrganizationID)
	switch {
	case viewer.Administers():
		o = 0
	case !viewer.Coordinates(viewer.OrganizationID):
		return nil, fmt.Errorf("list who asks to join %v: %w", o, fault.Forbidden)
	}
	return s.askings(ctx, o)
}

// WaitingFor is Waiting of one organisation.
func (s *Service) WaitingFor(ctx context.Context, viewer account.Account, o organization.ID) ([]Asking, error) {
	if o == 0 || !CanAnswer(viewer, o) {
		return nil, fmt.Errorf("list who asks to join %v: %w", o, fault.Forbidden)
	}
	return s.askings(ctx, o)
}

func (s *Service) askings(ctx context.Context, o organization.ID) ([]Asking, error) {
	open, err := repository{s.db}.waiting(ctx, o)
	if err != nil {
		return nil, err
	}
	all := make([]Asking, len(open))
	for i, q := range open {
		all[i].Request = q
	}
	err = account.NameAll(ctx, s.Accounts, all, func(q Asking) account.ID { return q.AccountID }, func(q *Asking, by account.Account) { q.By = by })
	return slices.DeleteFunc(all, func(q Asking) bool { return !q.open(q.By) }), err
}

// Find is a request that waits for an answer of viewer's, or a fault.NotFound.
func (s *Service) Find(ctx context.Context, viewer account.Account, id ID) (Asking, error) {
	q, err := repository{s.db}.find(ctx, id)
	if err != nil {
		return Asking{}, err
	}
	by, err := s.Accounts.Find(ctx, q.AccountID)
	if err != nil {
		return Asking{}, err
	}
	return Asking{q, by}, mayAnswer(viewer, q)
}

func mayAnswer(viewer account.Account, q Request) error {
	if !CanAnswer(viewer, q.OrganizationID) {
		return fmt.Errorf("answer %v: %w", q.ID, fault.NotFound)
	}
	return nil
}

// Answer takes somebody in, or says no with a reason. The same answer twice is
// one; another one is a fault.Conflict.
func (s *Service) Answer(ctx context.Context, by account.Account, id ID, a Answer) (Asking, error) {
	a.Reason = strings.TrimSpace(a.Reason)
	asked, err := s.Find(ctx, by, id)
	if err != nil {
		return asked, err
	}
	if err := a.check(); err != nil {
		return asked, err
	}
	return asked, s.db.Tx(ctx, func(tx pgx.Tx) error {
		who, err := s.Accounts.LockTx(ctx, tx, asked.AccountID) // as all who change their requests do
		if err != nil {
			return err
		}
		q, err := repository{tx}.find(ctx, id)
		if err != nil {
			return err
		}
		outcome := Declined
		if a.Yes {
			outcome = Approved
		}
		switch {
		case q.Outcome == outcome:
			return nil
		case !q.open(who):
			return fmt.Errorf("answer %v, which is over: %w", id, fault.Conflict)
		}
		return s.answerTx(ctx, tx, by, who, q, a, outcome)
	})
}

func (s *Service) answerTx(ctx context.Context, tx pgx.Tx, by, who account.Account, q Request, a Answer, outcome Outcome) error {
	if a.Yes {
		a.Reason = ""
		if err := s.Accounts.MoveTx(ctx, tx, by, who, int64(q.OrganizationID)); err != nil {
			return err
		}
	}
	if err := (repository{tx}).answer(ctx, q.ID, by.ID, outcome, a.Reason, s.now()); err != nil {
		return err
	}
	if err := s.tellAnsweredTx(ctx, tx, who, q, a); err != nil {
		return err
	}
	return audit.Record(ctx, tx, by, "membership "+string(outcome), q.ID.String(), who.ID.String())
}
