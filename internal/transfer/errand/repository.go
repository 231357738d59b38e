package errand

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
)

// repository is the SQL of the table export_errand.
type repository struct{ q postgres.Querier }

const columns = `id, account_id, format, comma, columns, personal, blob, coalesce(array_length(act_ids, 1), 0) AS total, done, ordered_at, ready_at, size, failed_at`

// add is the new errand; none when the form has been sent before.
func (r repository) add(ctx context.Context, by account.ID, formKey string, o transfer.Order, at time.Time) ([]ID, error) {
	ids := make([]int64, len(o.IDs))
	for i, id := range o.IDs {
		ids[i] = int64(id)
	}
	return postgres.Values[ID](ctx, r.q, `
		INSERT INTO export_errand (form_key, account_id, act_ids, format, comma, columns, personal, blob, ordered_at)
		VALUES (@key::uuid, @by, @ids, @format, @comma, @columns, @personal, @blob, @at)
		ON CONFLICT (form_key) DO NOTHING RETURNING id`, pgx.StrictNamedArgs{
		"key": formKey, "by": by, "ids": ids, "format": string(o.Format), "comma": o.Comma, "columns": append([]string{}, o.Columns...),
		"personal": o.Personal, "blob": blob.Exports + blob.NewKey(), "at": at,
	})
}

func (r repository) byKey(ctx context.Context, by account.ID, formKey string) (ID, error) {
	return postgres.Value[ID](ctx, r.q, "SELECT id FROM export_errand WHERE form_key = $1::uuid AND account_id = $2", formKey, by)
}

func (r repository) of(ctx context.Context, id account.ID) ([]Errand, error) {
	return postgres.All[Errand](ctx, r.q, `SELECT `+columns+` FROM export_errand WHERE account_id = $1 ORDER BY id DESC LIMIT 20`, id)
}

func (r repository) find(ctx context.Context, id ID) (Errand, error) {
	return postgres.One[Errand](ctx, r.q, `SELECT `+columns+` FROM export_errand WHERE id = $1`, id)
}

func (r repository) acts(ctx context.Context, id ID) ([]int64, error) {
	return postgres.Value[[]int64](ctx, r.q, "SELECT act_ids FROM export_errand WHERE id = $1", id)
}

func (r repository) progress(ctx context.Context, id ID, done int) error {
	return postgres.Exec(ctx, r.q, "UPDATE export_errand SET done = $2 WHERE id = $1", id, done)
}

// finish reports whether the errand was still to be finished.
func (r repository) finish(ctx context.Context, id ID, size int64, at time.Time) (bool, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		UPDATE export_errand SET ready_at = $2, size = $3, done = coalesce(array_length(act_ids, 1), 0)
		WHERE id = $1 AND ready_at IS NULL AND failed_at IS NULL RETURNING id`, id, at, size)
	return len(ids) > 0, err
}

func (r repository) fail(ctx context.Context, id ID, at time.Time) error {
	return postgres.Exec(ctx, r.q, "UPDATE export_errand SET failed_at = $2 WHERE id = $1 AND ready_at IS NULL", id, at)
}

func (r repository) failedOnce(ctx context.Context, id ID, most int, at time.Time) error {
	return postgres.Exec(ctx, r.q, `
		UPDATE export_errand SET tries = tries + 1, failed_at = CASE WHEN tries + 1 >= $2 THEN $3::timestamptz END
		WHERE id = $1 AND ready_at IS NULL AND failed_at IS NULL`, id, most, at)
}

func (r repository) delete(ctx context.Context, id ID) error {
	return postgres.Exec(ctx, r.q, "DELETE FROM export_errand WHERE id = $1", id)
}

func (r repository) before(ctx context.Context, at time.Time) ([]Errand, error) {
	return postgres.All[Errand](ctx, r.q, `SELECT `+columns+` FROM export_errand WHERE coalesce(ready_at, ordered_at) <= $1 ORDER BY id`, at)
}

func (r repository) known(ctx context.Context, key string) (bool, error) {
	return postgres.Value[bool](ctx, r.q, "SELECT EXISTS (SELECT FROM export_errand WHERE blob = $1)", key)
}
