package account

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
)

// An Arrival is somebody whose organisation vouches for their address.
type Arrival struct {
	Email          string
	Name           string // "": not told
	OrganizationID int64
}

// ArriveTx is the account of somebody who arrives, made if there is none. What
// the organisation tells of them fills what they have not told themselves.
// Roles stay as they are; whose membership was ended asks for it anew. A closed account is a fault.Forbidden.
func (s *Service) ArriveTx(ctx context.Context, tx pgx.Tx, v Arrival) (Account, error) {
	email, err := address(v.Email)
	if err != nil {
		return Account{}, err
	}
	r := repository{tx}
	a, err := r.ensure(ctx, Account{Email: email, Language: string(i18n.From(ctx))}, s.now())
	if err != nil {
		return Account{}, err
	}
	if a, err = r.lock(ctx, a.ID); err != nil {
		return Account{}, err
	}
	if a.Disabled {
		return Account{}, fmt.Errorf("%v is closed: %w", a.ID, fault.Forbidden)
	}
	if err := r.confirm(ctx, a.ID, s.now()); err != nil {
		return Account{}, err
	}
	left, err := r.left(ctx, a.ID)
	if err != nil {
		return Account{}, err
	}
	if a.OrganizationID == 0 && left != v.OrganizationID {
		if err := r.setOrganization(ctx, a.ID, v.OrganizationID); err != nil {
			return Account{}, err
		}
	}
	if name := oneLine(v.Name); a.Name == "" && utf8.RuneCountInString(name) <= MaxName {
		p := a.Profile()
		p.Name = name
		if _, err := r.updateProfile(ctx, a.ID, p); err != nil {
			return Account{}, err
		}
	}
	return r.find(ctx, a.ID)
}
