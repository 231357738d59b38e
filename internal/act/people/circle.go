package people

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
)

// Of is the people around an act, for those who write it or decide on them.
func (s *Service) Of(ctx context.Context, viewer account.Account, id act.ID) (Circle, error) {
	a, err := s.Acts.Find(ctx, viewer, id)
	if err != nil {
		return Circle{}, err
	}
	if !a.WrittenBy(viewer) && !CanManage(a, viewer) {
		return Circle{}, fmt.Errorf("see the people of %v: %w", id, fault.Forbidden)
	}
	c := Circle{Act: a}
	if a.OwnerID != 0 {
		if c.Owner, err = s.Accounts.Find(ctx, a.OwnerID); err != nil {
			return c, err
		}
	}
	if err := s.addAuthors(ctx, &c); err != nil || !CanManage(a, viewer) {
		return c, err
	}
	if c.Invited, err = (repository{s.db}).openInvitations(ctx, id); err != nil {
		return c, err
	}
	return c, s.addRequests(ctx, &c)
}

func (s *Service) addAuthors(ctx context.Context, c *Circle) error {
	authors, err := repository{s.db}.authors(ctx, c.Act.ID)
	if err != nil {
		return err
	}
	for _, w := range authors {
		who, err := s.Accounts.Find(ctx, w.AccountID)
		if err != nil {
			return err
		}
		c.Authors = append(c.Authors, Person{who, w.Since})
	}
	return nil
}

func (s *Service) addRequests(ctx context.Context, c *Circle) error {
	open, err := repository{s.db}.openRequests(ctx, c.Act.ID)
	if err != nil {
		return err
	}
	for _, q := range open {
		who, err := s.Accounts.Find(ctx, q.AccountID)
		if err != nil {
			return err
		}
		c.Requests = append(c.Requests, Asking{q, who})
	}
	return nil
}

// Remove takes an author off an act. Removing twice removes once.
func (s *Service) Remove(ctx context.Context, by account.Account, id act.ID, who account.ID) error {
	return s.managing(ctx, by, id, func(tx pgx.Tx, _ act.Act) (string, error) {
		return "remove an author", repository{tx}.removeAuthor(ctx, id, who)
	})
}

// Leave takes by off the authors of an act.
func (s *Service) Leave(ctx context.Context, by account.Account, id act.ID) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case !a.CanSee(by):
			return fmt.Errorf("leave %v: %w", id, fault.NotFound)
		case !a.WrittenBy(by) || a.Owned(by):
			return fmt.Errorf("leave %v: %w", id, fault.Forbidden)
		}
		if err := (repository{tx}).removeAuthor(ctx, id, by.ID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "leave as an author", id.String(), "")
	})
}

func isMissing(err error) bool { return errors.Is(err, fault.NotFound) }
