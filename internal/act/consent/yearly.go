package consent

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
)

// inARound is how many mails leave in a round, so that a year of an autumn
// campaign does not leave in one minute.
const inARound = 100

// Remind asks the contacts whom nobody has asked for a year whether they still
// are. The mail and the note of it are one transaction, so each of them gets
// one mail, whatever happens meanwhile.
func (s *Service) Remind(ctx context.Context) error {
	if err := s.takeIn(ctx); err != nil {
		return err
	}
	since := s.now().AddDate(-1, 0, 0)
	old, err := repository{s.db}.yearOld(ctx, since, inARound)
	if err != nil {
		return err
	}
	for _, k := range old {
		err := s.db.Tx(ctx, func(tx pgx.Tx) error {
			a, err := s.Acts.LockTx(ctx, tx, k.ActID)
			if err != nil {
				return err
			}
			noted, err := repository{tx}.remind(ctx, k.ID, since, s.now())
			if err != nil || len(noted) == 0 || !isShown(a, k) {
				return err
			}
			return s.mailTx(ctx, tx, a, k, yearly, fmt.Sprintf("%v reminded %s", k.ID, s.now().Format("2006-01-02")))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// isShown reports whether readers of an act see the contact that k is about.
func isShown(a act.Act, k Consent) bool {
	return a.Status.Public() && slices.ContainsFunc(a.Contacts, func(c act.Contact) bool { return a.Shows(c) && c.Digest() == k.Digest })
}

// takeIn begins the year of contacts that came with a file, or before the
// portal asked: they are shown as they were, and asked in a year.
func (s *Service) takeIn(ctx context.Context) error {
	ids, err := repository{s.db}.unasked(ctx, inARound)
	if err != nil {
		return err
	}
	for _, id := range ids {
		a, err := s.Acts.Find(ctx, account.Account{}, id)
		if errors.Is(err, fault.NotFound) { // hidden meanwhile
			continue
		}
		if err != nil {
			return err
		}
		for _, c := range a.Contacts {
			if a.Shows(c) && a.ConsentOf(c) == act.NotAsked && address(c) != "" {
				k := Consent{ActID: id, Email: address(c), Digest: c.Digest(), Contact: c, AskedAt: s.now()}
				if err := (repository{s.db}).takeIn(ctx, k); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
