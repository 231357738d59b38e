package mail

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
)

// Known tells of the mails to an address.
func (o *Outbox) Known(ctx context.Context, to string, tell func(json.RawMessage) error) error {
	err := postgres.Each(ctx, o.db, `
		SELECT to_jsonb(m) - 'id' - 'message_id' FROM mail_message m WHERE recipient = $1 ORDER BY id`, tell, to)
	if err != nil {
		return fmt.Errorf("tell of mails: %w", err)
	}
	return nil
}

// ForgetTx drops the mails to an address, also those that have not left, and
// those to others that name it or the person and have had their time.
func (o *Outbox) ForgetTx(ctx context.Context, tx pgx.Tx, to, name string) error {
	err := postgres.Exec(ctx, tx, `
		DELETE FROM mail_message
		WHERE recipient = $1
		   OR (sent_at IS NOT NULL OR NOT $3)
		      AND (strpos(lower(subject || ' ' || body), lower($1)) > 0
		           OR $2 <> '' AND strpos(lower(subject || ' ' || body), lower($2)) > 0)`, to, name, o.Sends())
	if err != nil {
		return fmt.Errorf("forget mails: %w", err)
	}
	return nil
}
