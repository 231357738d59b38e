package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// Oldest is the oldest major version of PostgreSQL that the portal runs on.
const Oldest = 15

const advice = `create the database anew with
	CREATE DATABASE tori TEMPLATE template0 ENCODING 'UTF8'
		LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'fi-FI'`

// errRollback ends the transaction of Check, which leaves nothing behind.
var errRollback = errors.New("rollback")

// Check refuses a database that the portal would not work on, and says what
// to do: one that is too old, or whose locale does not know ä and ö, so that
// searches would quietly miss words. It changes nothing, and is meant to run
// before the migrations.
func Check(ctx context.Context, db *DB) error {
	err := db.Tx(ctx, func(tx pgx.Tx) error {
		if err := checkServer(ctx, tx); err != nil {
			return err
		}
		if err := needTrigrams(ctx, tx); err != nil {
			return err
		}
		letters, err := Value[bool](ctx, tx, `SELECT 'ö' ~* 'Ö' AND show_trgm('ö')::text <> '{}'`)
		if err != nil {
			return err
		}
		if !letters {
			return fmt.Errorf("the locale of the database does not know the letters ä and ö; %s", advice)
		}
		return errRollback
	})
	if errors.Is(err, errRollback) {
		return nil
	}
	return fmt.Errorf("check database: %w", err)
}

// checkServer checks what the server itself must have.
func checkServer(ctx context.Context, q Querier) error {
	server, err := One[struct {
		Version  int
		Encoding string
		Finnish  bool
	}](ctx, q, `
		SELECT current_setting('server_version_num')::int / 10000 AS version,
		       current_setting('server_encoding') AS encoding,
		       EXISTS (SELECT FROM pg_collation WHERE collname = 'fi-x-icu') AS finnish`)
	switch {
	case err != nil:
		return err
	case server.Version < Oldest:
		return fmt.Errorf("this is PostgreSQL %d; the portal needs %d or newer", server.Version, Oldest)
	case server.Encoding != "UTF8":
		return fmt.Errorf("the encoding of the database is %s, not UTF8; %s", server.Encoding, advice)
	case !server.Finnish:
		return errors.New(`the server has no collation "fi-x-icu": use a PostgreSQL that is built with ICU, as the packages of Debian, Fedora and Docker are`)
	}
	return nil
}

// needTrigrams makes sure that the extension pg_trgm is there for the rest of
// the transaction.
func needTrigrams(ctx context.Context, q Querier) error {
	there, err := Value[bool](ctx, q, `SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')`)
	if err != nil || there {
		return err
	}
	if err := Exec(ctx, q, "CREATE EXTENSION pg_trgm"); err != nil {
		return fmt.Errorf("the extension pg_trgm is missing and cannot be created: install postgresql-contrib "+
			"and let the administrator of the database run CREATE EXTENSION pg_trgm: %w", err)
	}
	return nil
}
