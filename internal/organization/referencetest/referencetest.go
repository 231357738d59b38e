// Package referencetest gives each test its own database with the reference
// data: the terms, the municipalities and the organisations. They are loaded
// once for a test binary and cloned, for loading takes longer than most tests.
package referencetest

import (
	"context"
	"errors"
	"testing"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/taxonomy"
)

var loaded = pgtest.Fill(func(url string) error {
	ctx := context.Background()
	db, err := postgres.Open(ctx, url, postgres.MaxConns(1))
	if err != nil {
		return err
	}
	defer db.Close()
	return errors.Join(taxonomy.New(db).Load(ctx), organization.New(db).Load(ctx))
})

// New is pgtest.New with the reference data.
func New(tb testing.TB) *postgres.DB {
	tb.Helper()
	return pgtest.Open(tb, URL(tb))
}

// URL is pgtest.URL with the reference data.
func URL(tb testing.TB) string {
	tb.Helper()
	return loaded.URL(tb)
}
