package people

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/validate"
)

// Ask tells the owner of an act that by would like to write it too. Asking
// twice asks once.
func (s *Service) Ask(ctx context.Context, by account.Account, id act.ID, greeting string) error {
	greeting = strings.TrimSpace(greeting)
	var p validate.Problems
	p.Length("greeting", greeting, MaxGreeting)
	if p.Err() != nil {
		return p.Err()
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := s.mayAskTx(ctx, tx, a, by); err != nil {
			return err
		}
		asked, err := repository{tx}.insertRequest(ctx, Request{ActID: id, AccountID: by.ID, Message: greeting, AskedAt: s.now()})
		if err != nil || len(asked) == 0 {
			return err
		}
		if err := s.tellAskedTx(ctx, tx, a, by, asked[0], greeting); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "ask to join", id.String(), "")
	})
}

func (s *Service) mayAskTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account) error {
	switch {
	case !a.CanSee(by):
		return fmt.Errorf("ask to join %v: %w", a.ID, fault.NotFound)
	case !by.SignedIn(), a.WrittenBy(by):
		return fmt.Errorf("ask to join %v: %w", a.ID, fault.Forbidden)
	case !CanAsk(a, by):
		return fmt.Errorf("ask to join %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	last, err := repository{tx}.lastRequest(ctx, a.ID, by.ID)
	if err != nil {
		return err
	}
	if len(last) > 0 && last[0].refused() && s.now().Sub(*last[0].AnsweredAt) < askAgain {
		return fmt.Errorf("ask to join %v soon after a no: %w", a.ID, fault.Conflict)
	}
	today, err := repository{tx}.askedSince(ctx, by.ID, s.now().Add(-dayOfLimits))
	if err == nil && today >= asksPerDay {
		return fmt.Errorf("ask to join a %dth act in a day: %w", today+1, fault.TooMany)
	}
	return err
}

func (q Request) refused() bool { return q.AnsweredAt != nil && !q.Accepted }

// Asked is what by asked last of an act; the zero Request if nothing.
func (s *Service) Asked(ctx context.Context, by account.Account, id act.ID) (Request, error) {
	last, err := repository{s.db}.lastRequest(ctx, id, by.ID)
	if err != nil || len(last) == 0 {
		return Request{}, err
	}
	return last[0], nil
}

// A Wish is a request that waits for its answer, and the act that it is about.
type Wish struct {
	Request
	Act act.Act
}

// Wishes is what viewer waits for an answer to, about acts that are out.
func (s *Service) Wishes(ctx context.Context, viewer account.Account) ([]Wish, error) {
	open, err := repository{s.db}.requestsBy(ctx, viewer.ID)
	if err != nil {
		return nil, err
	}
	var wishes []Wish
	for _, q := range open {
		a, err := s.Acts.Find(ctx, viewer, q.ActID)
		if err != nil {
			if isMissing(err) { // hidden since
				continue
			}
			return nil, err
		}
		wishes = append(wishes, Wish{q, a})
	}
	return wishes, nil
}

// Answer takes somebody who has asked along, or says no. An act that nobody
// here owned becomes theirs. Answering twice is a fault.Conflict.
func (s *Service) Answer(ctx context.Context, by account.Account, id act.ID, request RequestID, yes bool) error {
	return s.managing(ctx, by, id, func(tx pgx.Tx, a act.Act) (string, error) {
		q, err := repository{tx}.findRequest(ctx, request)
		if err != nil {
			return "", err
		}
		switch {
		case q.ActID != id:
			return "", fmt.Errorf("answer %v of %v: %w", request, q.ActID, fault.NotFound)
		case q.AnsweredAt != nil:
			return "", fmt.Errorf("answer %v again: %w", request, fault.Conflict)
		}
		if err := (repository{tx}).answerRequest(ctx, request, by.ID, yes, s.now()); err != nil {
			return "", err
		}
		asker, err := s.Accounts.FindTx(ctx, tx, q.AccountID)
		if err != nil {
			return "", err
		}
		if yes && !asker.Disabled {
			if err := s.takeAlongTx(ctx, tx, a, asker.ID); err != nil {
				return "", err
			}
		}
		return "answer who asked to join", s.tellAnsweredTx(ctx, tx, a, asker, q, yes)
	})
}

// takeAlongTx makes somebody an author of an act, or its owner if nobody here
// owns it.
func (s *Service) takeAlongTx(ctx context.Context, tx pgx.Tx, a act.Act, who account.ID) error {
	if a.OwnerID == 0 {
		_, err := s.Acts.ChangeTx(ctx, tx, a.ID, 0, func(a *act.Act) error { a.OwnerID = who; return nil })
		return err
	}
	if len(a.AuthorIDs) >= MaxAuthors {
		var p validate.Problems
		p.Add("authors", validate.Crowded, MaxAuthors)
		return p.Err()
	}
	return repository{tx}.addAuthor(ctx, a.ID, who, s.now())
}

// managing does a deed to the people of an act that by may decide on, and
// records it under the name that the deed gives.
func (s *Service) managing(ctx context.Context, by account.Account, id act.ID, deed func(tx pgx.Tx, a act.Act) (string, error)) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		switch {
		case !a.CanSee(by):
			return fmt.Errorf("manage the people of %v: %w", id, fault.NotFound)
		case !CanManage(a, by):
			return fmt.Errorf("manage the people of %v: %w", id, fault.Forbidden)
		}
		done, err := deed(tx, a)
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, done, id.String(), "")
	})
}
