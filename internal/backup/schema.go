package backup

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// tables is every table that is kept, with its columns and how many rows it has.
func tables(ctx context.Context, tx pgx.Tx) ([]Table, error) {
	all, err := postgres.All[Table](ctx, tx, `
		SELECT c.relname::text AS name, 0::bigint AS rows,
		       array_agg(a.attname::text ORDER BY a.attnum) AS columns
		FROM pg_class c
		JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
		WHERE c.relkind = 'r'
		GROUP BY c.relname
		ORDER BY c.relname`)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(t Table) bool { return slices.Contains(ephemeral, t.Name) })
	for i := range all {
		if all[i].Rows, err = postgres.Value[int64](ctx, tx, "SELECT count(*) FROM "+quoted(all[i].Name)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func sequences(ctx context.Context, tx pgx.Tx) ([]Sequence, error) {
	names, err := postgres.Values[string](ctx, tx, "SELECT sequencename::text FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")
	if err != nil {
		return nil, err
	}
	all := make([]Sequence, len(names))
	for i, name := range names {
		all[i], err = postgres.One[Sequence](ctx, tx, "SELECT $1::text AS name, last_value AS last, is_called AS called FROM "+quoted(name), name)
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// A key is a foreign key, with what makes it again.
type key struct{ TableName, Name, Definition string }

func foreignKeys(ctx context.Context, tx pgx.Tx) ([]key, error) {
	return postgres.All[key](ctx, tx, `
		SELECT r.relname::text AS table_name, c.conname::text AS name, pg_get_constraintdef(c.oid) AS definition
		FROM pg_constraint c
		JOIN pg_class r ON r.oid = c.conrelid
		JOIN pg_namespace n ON n.oid = r.relnamespace AND n.nspname = 'public'
		WHERE c.contype = 'f' AND r.relkind = 'r'
		ORDER BY 1, 2`)
}

// quoted is a name of the schema as SQL takes it.
func quoted(name string) string { return pgx.Identifier{name}.Sanitize() }

func quotedAll(names []string) string {
	list := ""
	for i, name := range names {
		if i > 0 {
			list += ", "
		}
		list += quoted(name)
	}
	return list
}
