package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"
)

// One reads exactly one row into a T by column name.
func One[T any](ctx context.Context, q Querier, sql string, args ...any) (T, error) {
	return query(ctx, q, sql, args, func(rows pgx.Rows) (T, error) {
		return pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[T])
	})
}

// All reads every row into a T by column name.
func All[T any](ctx context.Context, q Querier, sql string, args ...any) ([]T, error) {
	return query(ctx, q, sql, args, func(rows pgx.Rows) ([]T, error) {
		return pgx.CollectRows(rows, pgx.RowToStructByName[T])
	})
}

// Value reads one column of exactly one row.
func Value[T any](ctx context.Context, q Querier, sql string, args ...any) (T, error) {
	return query(ctx, q, sql, args, func(rows pgx.Rows) (T, error) {
		return pgx.CollectExactlyOneRow(rows, pgx.RowTo[T])
	})
}

// Values reads one column of every row.
func Values[T any](ctx context.Context, q Querier, sql string, args ...any) ([]T, error) {
	return query(ctx, q, sql, args, func(rows pgx.Rows) ([]T, error) {
		return pgx.CollectRows(rows, pgx.RowTo[T])
	})
}

// Each gives fn one column of every row, as it arrives: memory does not grow
// with their number.
func Each[T any](ctx context.Context, q Querier, sql string, fn func(T) error, args ...any) error {
	rows, _ := q.Query(ctx, sql, args...) // the error comes back from ForEachRow
	var v T
	_, err := pgx.ForEachRow(rows, []any{&v}, func() error { return fn(v) })
	return kind(err)
}

// Exec runs a statement that returns no rows.
func Exec(ctx context.Context, q Querier, sql string, args ...any) error {
	_, err := q.Exec(ctx, sql, args...)
	return kind(err)
}

// query runs a statement and reads its rows. A SELECT outside a transaction
// that meets a connection broken by a restart of the database runs once more
// on a fresh one, so that a reader does not notice the restart.
func query[T any](ctx context.Context, q Querier, sql string, args []any, read func(pgx.Rows) (T, error)) (T, error) {
	run := func() (T, error) {
		rows, _ := q.Query(ctx, sql, args...) // the error comes back from read
		return read(rows)
	}
	v, err := run()
	if db, ok := q.(*DB); ok && broken(err) && ctx.Err() == nil && isSelect(sql) {
		db.Reset()
		v, err = run()
	}
	return v, kind(err)
}

func isSelect(sql string) bool {
	return strings.HasPrefix(strings.TrimSpace(sql), "SELECT")
}
