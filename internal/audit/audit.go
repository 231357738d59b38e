// Package audit keeps the log of who did what. The database refuses to change
// or delete an entry.
package audit

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Record adds an entry: who did what to which thing, and what else is worth
// knowing of it. Pass the transaction of the change itself, so that there is
// never one without the other. The zero Account is the portal itself.
func Record(ctx context.Context, q postgres.Querier, by account.Account, action, subject, detail string) error {
	return postgres.Exec(ctx, q, `
		INSERT INTO audit_entry (account_id, action, subject, detail)
		VALUES (nullif($1::bigint, 0), $2, $3, $4)`, by.ID, action, subject, detail)
}
