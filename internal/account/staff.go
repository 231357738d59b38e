package account

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/validate"
)

// SetRoles gives an account exactly these roles, at once. Who loses one is
// signed out everywhere. Admins do it to others; nobody changes their own
// roles, and the last administrator stays one: that is a fault.Conflict.
func (s *Service) SetRoles(ctx context.Context, by Account, id ID, roles []Role) error {
	if !by.Administers() || by.ID == id {
		return fmt.Errorf("roles of %v: %w", id, fault.Forbidden)
	}
	return s.setRoles(ctx, by, id, roles)
}

// GrantRoles is SetRoles by the operator, at the command line of the server.
func (s *Service) GrantRoles(ctx context.Context, id ID, roles []Role) error {
	return s.setRoles(ctx, Account{}, id, roles)
}

func (s *Service) setRoles(ctx context.Context, by Account, id ID, roles []Role) error {
	if !known(roles) {
		return validate.Problems{{Field: "roles", Rule: validate.Unknown}}
	}
	roles = slices.Compact(slices.Sorted(slices.Values(roles)))
	return s.change(ctx, by, id, "roles "+list(roles), func(tx pgx.Tx, a Account) error {
		if by.ID != 0 && !slices.Contains(roles, Admin) { // the operator may make a new beginning
			if err := keepAnAdminTx(ctx, tx, a); err != nil {
				return err
			}
		}
		if err := (repository{tx}).setRoles(ctx, id, roles); err != nil {
			return err
		}
		after := a
		after.Roles = roles
		lost := slices.ContainsFunc(a.Roles, func(r Role) bool { return !slices.Contains(roles, r) })
		if lost || after.Staff() && !a.Staff() { // a link by e-mail began the session of a new one
			return s.endAllTx(ctx, tx, a)
		}
		return nil
	})
}

func list(roles []Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, ",")
}

// Disable closes an account: its sessions end at once, and nothing signs it
// in again.
func (s *Service) Disable(ctx context.Context, by Account, id ID) error {
	if !by.Administers() || by.ID == id {
		return fmt.Errorf("disable %v: %w", id, fault.Forbidden)
	}
	return s.change(ctx, by, id, "disable", func(tx pgx.Tx, a Account) error {
		if err := keepAnAdminTx(ctx, tx, a); err != nil {
			return err
		}
		now := s.now()
		if err := (repository{tx}).setDisabled(ctx, id, &now); err != nil {
			return err
		}
		return s.endAllTx(ctx, tx, a)
	})
}

// Enable opens an account again.
func (s *Service) Enable(ctx context.Context, by Account, id ID) error {
	if !by.Administers() {
		return fmt.Errorf("enable %v: %w", id, fault.Forbidden)
	}
	return s.change(ctx, by, id, "enable", func(tx pgx.Tx, _ Account) error {
		return repository{tx}.setDisabled(ctx, id, nil)
	})
}
