package account

import (
	"context"
	"encoding/json"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/session"
)

// A Tell takes in what a feature knows of a person, a row at a time; rows of
// one section come one after another.
type Tell func(section string, row json.RawMessage) error

// In is tell for the rows of a section.
func (tell Tell) In(section string) func(json.RawMessage) error {
	return func(row json.RawMessage) error { return tell(section, row) }
}

// Known tells what is known of a: all but the secrets that the person signs
// in with.
func (s *Service) Known(ctx context.Context, a Account, tell Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(a) - 'password_hash' - 'version' || jsonb_build_object('has_password', a.password_hash <> '')
		FROM account a WHERE id = $1`, tell.In("account"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(t) - 'secret' - 'account_id' - 'last_step' || jsonb_build_object('recovery_codes_left',
			(SELECT count(*) FROM recovery_code c WHERE c.account_id = t.account_id AND used_at IS NULL))
		FROM totp t WHERE account_id = $1`, tell.In("second_factor"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT jsonb_build_object('name', name, 'created_at', created_at, 'used_at', used_at) FROM passkey WHERE account_id = $1 ORDER BY id`,
		tell.In("passkeys"), a.ID); err != nil {
		return err
	}
	if err := session.Known(ctx, s.db, int64(a.ID), tell.In("sessions")); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(l) - 'token_hash' FROM sign_in_link l WHERE email = $1 ORDER BY created_at`,
		tell.In("sign_in_links"), a.Email); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(i) - 'token_hash' - 'form_key' - 'by_id' || jsonb_build_object('by_you', by_id = $2)
		FROM account_invitation i WHERE email = $1 OR by_id = $2 ORDER BY id`, tell.In("account_invitations"), a.Email, a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(f) - 'client' FROM sign_in_failure f WHERE email = $1 ORDER BY failed_at`,
		tell.In("sign_in_failures"), a.Email)
}
