package account

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the table account. Its methods run one statement
// each, decide nothing and begin no transaction.
type repository struct{ q postgres.Querier }

const columns = `id, email, name, title, phone, language, roles,
	coalesce(organization_id, 0) AS organization_id, disabled_at IS NOT NULL AS disabled,
	EXISTS (SELECT FROM totp WHERE account_id = account.id AND confirmed_at IS NOT NULL) AS second_factor`

func (r repository) find(ctx context.Context, id ID) (Account, error) {
	a, err := postgres.One[Account](ctx, r.q, `
		SELECT `+columns+` FROM account WHERE id = $1`, id)
	return a, wrap("find", id, err)
}

func (r repository) findByEmail(ctx context.Context, email string) (Account, error) {
	a, err := postgres.One[Account](ctx, r.q, `
		SELECT `+columns+` FROM account WHERE email = $1`, email)
	return a, wrap("find", "by e-mail", err)
}

// lock is find that holds the row until the transaction ends.
func (r repository) lock(ctx context.Context, id ID) (Account, error) {
	a, err := postgres.One[Account](ctx, r.q, `
		SELECT `+columns+` FROM account WHERE id = $1 FOR UPDATE`, id)
	return a, wrap("lock", id, err)
}

func (r repository) insert(ctx context.Context, a Account, now time.Time) (Account, error) {
	made, err := postgres.One[Account](ctx, r.q, insertInto+` RETURNING `+columns, values(a, now))
	return made, wrap("insert", "account", err)
}

const insertInto = `
	INSERT INTO account (email, name, title, phone, language, roles, organization_id, created_at)
	VALUES (@Email, @Name, @Title, @Phone, coalesce(nullif(@Language, ''), 'fi'), @Roles, nullif(@OrganizationID::bigint, 0), @now)`

// ensure is the account with the address, stored now if it was not.
func (r repository) ensure(ctx context.Context, a Account, now time.Time) (Account, error) {
	made, err := postgres.One[Account](ctx, r.q, insertInto+`
		ON CONFLICT (email) DO UPDATE SET email = excluded.email
		RETURNING `+columns, values(a, now))
	return made, wrap("ensure", "account", err)
}

func values(a Account, now time.Time) pgx.StrictNamedArgs {
	return pgx.StrictNamedArgs{
		"Email": a.Email, "Name": a.Name, "Title": a.Title, "Phone": a.Phone, "Language": a.Language,
		"Roles": append([]Role{}, a.Roles...), "OrganizationID": a.OrganizationID, "now": now,
	}
}

func (r repository) updateProfile(ctx context.Context, id ID, p Profile) (Account, error) {
	a, err := postgres.One[Account](ctx, r.q, `
		UPDATE account
		SET name = @Name, title = @Title, phone = @Phone, language = @Language, version = version + 1
		WHERE id = @id
		RETURNING `+columns, postgres.Args(p, pgx.NamedArgs{"id": id}))
	return a, wrap("update", id, err)
}

func (r repository) setOrganization(ctx context.Context, id ID, organization int64) error {
	return wrap("update", id, postgres.Exec(ctx, r.q, `
		UPDATE account
		SET organization_id = nullif($2::bigint, 0), left_organization_id = CASE WHEN $2 = 0 THEN organization_id END, version = version + 1
		WHERE id = $1`, id, organization))
}

// left is where somebody belonged whose membership was ended; 0: nowhere.
func (r repository) left(ctx context.Context, id ID) (int64, error) {
	o, err := postgres.Value[int64](ctx, r.q, "SELECT coalesce(left_organization_id, 0) FROM account WHERE id = $1", id)
	return o, wrap("find what was left by", id, err)
}

func (r repository) setRoles(ctx context.Context, id ID, roles []Role) error {
	return wrap("update", id, postgres.Exec(ctx, r.q, `
		UPDATE account SET roles = $2, version = version + 1 WHERE id = $1`, id, append([]Role{}, roles...)))
}

// setDisabled closes an account at a time, or opens it with nil.
func (r repository) setDisabled(ctx context.Context, id ID, at *time.Time) error {
	return wrap("update", id, postgres.Exec(ctx, r.q, `
		UPDATE account SET disabled_at = $2, version = version + 1 WHERE id = $1`, id, at))
}

// confirm notes that the address is its owner's.
func (r repository) confirm(ctx context.Context, id ID, now time.Time) error {
	return wrap("confirm", id, postgres.Exec(ctx, r.q, `
		UPDATE account SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL`, id, now))
}

func (r repository) passwordHash(ctx context.Context, email string) (string, error) {
	hash, err := postgres.Value[string](ctx, r.q, "SELECT password_hash FROM account WHERE email = $1", email)
	return hash, wrap("password of", "account", err)
}

func (r repository) setPasswordHash(ctx context.Context, id ID, hash string) error {
	return wrap("update", id, postgres.Exec(ctx, r.q, `
		UPDATE account SET password_hash = $2, version = version + 1 WHERE id = $1`, id, hash))
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
