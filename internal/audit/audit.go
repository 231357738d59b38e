// Package audit keeps the log of who did what. The database refuses to change
// or delete an entry.
package audit

import (
	"context"
	"fmt"

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

// RecordEach adds an entry for each of many things to which the same was done,
// in their order.
func RecordEach[ID fmt.Stringer](ctx context.Context, q postgres.Querier, by account.Account, action string, ids []ID, detail string) error {
	subjects := make([]string, len(ids))
	for i, id := range ids {
		subjects[i] = id.String()
	}
	return postgres.Exec(ctx, q, `
		INSERT INTO audit_entry (account_id, action, subject, detail)
		SELECT nullif($1::bigint, 0), $2, subject, $4
		FROM unnest($3::text[]) WITH ORDINALITY AS each (subject, place) ORDER BY place`, by.ID, action, subjects, detail)
}

// Known tells what the log has of a person: what they did, and what was done
// to their account.
func Known(ctx context.Context, q postgres.Querier, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, q, `
		SELECT to_jsonb(e) - 'account_id' || jsonb_build_object('by_you', e.account_id IS NOT DISTINCT FROM $1)
		FROM audit_entry e WHERE account_id = $1 OR subject = $2 ORDER BY id`, tell.In("log"), a.ID, a.ID.String())
}
