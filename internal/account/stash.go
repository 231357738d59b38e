package account

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// A form that arrives when its session has ended is kept for a day. Anybody can
// send one without a session, so there is an end to how many.
const (
	stashLife  = 24 * time.Hour
	maxStash   = 512 << 10 // bytes
	maxStashes = 2000      // a gigabyte at the worst
)

// A Stashed form waits for its writer to sign in again.
type Stashed struct {
	Path string // where it was posted
	Form url.Values
}

// Stash keeps a form that was posted to path, and is the token to get it back
// with. When there is no more room it is a fault.TooMany.
func (s *Service) Stash(ctx context.Context, path string, form url.Values) (string, error) {
	kept, err := json.Marshal(form)
	if err != nil {
		return "", wrap("stash", "form", err)
	}
	if len(kept) > maxStash {
		return "", fmt.Errorf("stash a form of %d bytes: %w", len(kept), fault.TooLarge)
	}
	token, now := secret.New(), s.now()
	stored, err := postgres.Values[[]byte](ctx, s.db, `
		INSERT INTO stashed_form (token_hash, path, form, created_at, expires_at)
		SELECT $1::bytea, $2::text, $3::jsonb, $4::timestamptz, $5::timestamptz
		WHERE (SELECT count(*) FROM stashed_form) < $6::bigint
		RETURNING token_hash`, secret.Digest(token), path, kept, now, now.Add(stashLife), maxStashes)
	if err == nil && len(stored) == 0 {
		err = fault.TooMany
	}
	return token, wrap("stash", "form", err)
}

// ReadStash is a form that was kept. It stays, so that nothing is lost if the
// page that shows it does not arrive.
func (s *Service) ReadStash(ctx context.Context, token string) (Stashed, error) {
	kept, err := postgres.One[Stashed](ctx, s.db, `
		SELECT path, form FROM stashed_form WHERE token_hash = $1 AND expires_at > $2`, secret.Digest(token), s.now())
	return kept, wrap("read", "stashed form", err)
}

// TakeStash is ReadStash for the last time: of two that take the same form
// one gets it, and the other a fault.NotFound.
func (s *Service) TakeStash(ctx context.Context, token string) (Stashed, error) {
	kept, err := postgres.One[Stashed](ctx, s.db, `
		DELETE FROM stashed_form WHERE token_hash = $1 AND expires_at > $2 RETURNING path, form`, secret.Digest(token), s.now())
	return kept, wrap("take", "stashed form", err)
}
