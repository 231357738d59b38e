package account_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// Of two administrators who take the power from each other at the same moment
// one keeps it, whichever way they do it.
func TestAnAdministratorIsAlwaysLeft(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	s := accounttest.Service(t, db, time.Now)
	for name, take := range map[string]func(context.Context, account.Account, account.ID) error{
		"roles": func(ctx context.Context, by account.Account, id account.ID) error {
			return s.SetRoles(ctx, by, id, nil)
		},
		"disable": s.Disable,
	} {
		a, b := accounttest.New(t, db, account.Admin), accounttest.New(t, db, account.Admin)
		results := make(chan error)
		for by, of := range map[account.ID]account.ID{a.ID: b.ID, b.ID: a.ID} {
			go func() {
				results <- take(context.WithoutCancel(t.Context()), account.Account{ID: by, Roles: []account.Role{account.Admin}}, of)
			}()
		}
		first, second := <-results, <-results
		if second == nil {
			first, second = second, first
		}
		if first != nil || !errors.Is(second, fault.Conflict) {
			t.Errorf("%s: %v and %v, want one done and one conflict", name, first, second)
		}
		left, err := s.WithRole(t.Context(), db, account.Admin)
		if err != nil || len(left) != 1 {
			t.Fatalf("%s: %d administrators are left, %v", name, len(left), err)
		}
		if err := s.GrantRoles(t.Context(), left[0].ID, nil); err != nil { // the operator may
			t.Errorf("%s: the operator: %v", name, err)
		}
	}
}
