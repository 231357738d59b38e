package account

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
)

// ForgetTx takes everything off an account that tells of a person, for good:
// what is left is a number that acts and logs point at. Nobody signs in with
// it. The last administrator cannot go: that is a fault.Conflict.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, by Account) error {
	a, err := repository{tx}.lock(ctx, by.ID)
	if err != nil {
		return err
	}
	if err := keepAnAdminTx(ctx, tx, a); err != nil {
		return err
	}
	if err := s.endAllTx(ctx, tx, a); err != nil {
		return err
	}
	for _, forget := range []func(context.Context, Account) error{(tries{tx}).forget, (repository{tx}).forgetForms, (factors{tx}).forget, (invitations{tx}).forget} {
		if err := forget(ctx, a); err != nil {
			return err
		}
	}
	if err := (repository{tx}).forget(ctx, a, s.now()); err != nil {
		return err
	}
	return s.record(ctx, tx, by, "forgotten", a.ID.String(), "")
}

// LastAdmin reports whether nobody but a administers the portal.
func (s *Service) LastAdmin(ctx context.Context, a Account) (bool, error) {
	others, err := otherAdmins(ctx, s.db, a)
	return a.Administers() && others == 0, err
}

// keepAnAdminTx is a fault.Conflict when a is the last administrator. Of two
// who go at the same moment the second waits here until the first has gone.
func keepAnAdminTx(ctx context.Context, tx pgx.Tx, a Account) error {
	if !a.Administers() {
		return nil
	}
	if err := postgres.Exec(ctx, tx, "SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))"); err != nil {
		return err
	}
	others, err := otherAdmins(ctx, tx, a)
	if err == nil && others == 0 {
		err = fmt.Errorf("%v is the last administrator: %w", a.ID, fault.Conflict)
	}
	return err
}

func otherAdmins(ctx context.Context, q postgres.Querier, a Account) (int, error) {
	return postgres.Value[int](ctx, q, `
		SELECT count(*) FROM account WHERE 'admin' = ANY(roles) AND disabled_at IS NULL AND id <> $1`, a.ID)
}

// forget leaves an account that nobody knows again. The address is none that a
// mail can reach, and frees the old one for a new account.
func (r repository) forget(ctx context.Context, a Account, now time.Time) error {
	return wrap("forget", a.ID, postgres.Exec(ctx, r.q, `
		UPDATE account
		SET email = $2, name = '', title = '', phone = '', language = 'fi', roles = '{}', password_hash = '',
		    organization_id = NULL, left_organization_id = NULL, confirmed_at = NULL, disabled_at = $3, forgotten_at = $3, version = version + 1
		WHERE id = $1`, a.ID, fmt.Sprintf("%d@%s", int64(a.ID), mail.Nowhere), now))
}

// forgetForms takes a out of the forms that wait for their writers, who may be
// others: the rest of what they wrote stays.
func (r repository) forgetForms(ctx context.Context, a Account) error {
	pattern := regexp.QuoteMeta(a.Email)
	if name := a.FullName(); name != "" {
		var kept strings.Builder // as the database writes it
		e := json.NewEncoder(&kept)
		e.SetEscapeHTML(false)
		if err := e.Encode(name); err != nil {
			return wrap("forget forms of", a.ID, err)
		}
		pattern += "|" + regexp.QuoteMeta(strings.Trim(kept.String(), "\"\n"))
	}
	return wrap("forget forms of", a.ID, postgres.Exec(ctx, r.q, `
		UPDATE stashed_form SET form = regexp_replace(form::text, $1, '', 'gi')::jsonb WHERE form::text ~* $1`, pattern))
}

func (r tries) forget(ctx context.Context, a Account) error {
	return wrap("forget sign-ins of", a.ID, postgres.Exec(ctx, r.q, `
		WITH links AS (DELETE FROM sign_in_link WHERE email = $1)
		DELETE FROM sign_in_failure WHERE email = $1`, a.Email))
}
