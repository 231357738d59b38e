package session

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// row is a stored session.
type row struct {
	AccountID int64
	Data      []byte
	CreatedAt time.Time
	ExpiresAt time.Time
	SeenAt    time.Time
}

func (s *Store) find(ctx context.Context, token string) (row, bool, error) {
	kept, err := postgres.One[row](ctx, s.db, `
		SELECT account_id, data, created_at, expires_at, coalesce(seen_at, created_at) AS seen_at
		FROM session
		WHERE token_hash = $1 AND expires_at > $2`, secret.Digest(token), s.now())
	if errors.Is(err, fault.NotFound) {
		return row{}, false, nil
	}
	return kept, err == nil, wrap("find", err)
}

// insert stores a session that begins now.
func (s *Store) insert(ctx context.Context, token string, kept row, staff bool, d Device) error {
	now := s.now()
	return wrap("insert", postgres.Exec(ctx, s.db, `
		INSERT INTO session (token_hash, account_id, data, created_at, expires_at, browser, system, seen_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $4)`,
		secret.Digest(token), kept.AccountID, kept.Data, now, now.Add(min(idle, limit(staff))), d.Browser, d.System))
}

func (s *Store) update(ctx context.Context, token string, data []byte) error {
	return wrap("update", postgres.Exec(ctx, s.db, "UPDATE session SET data = $2 WHERE token_hash = $1", secret.Digest(token), data))
}

// see notes that somebody is here now, and until when they may be.
func (s *Store) see(ctx context.Context, token string, until time.Time) error {
	return wrap("extend", postgres.Exec(ctx, s.db, "UPDATE session SET expires_at = $2, seen_at = $3 WHERE token_hash = $1", secret.Digest(token), until, s.now()))
}

func (s *Store) delete(ctx context.Context, token string) error {
	if token == "" {
		return nil
	}
	return wrap("delete", postgres.Exec(ctx, s.db, "DELETE FROM session WHERE token_hash = $1", secret.Digest(token)))
}

// EndAll signs an account out everywhere. In the transaction of another
// change, such as a new password, it holds from the same moment.
func EndAll(ctx context.Context, q postgres.Querier, account int64) error {
	return wrap("end all", postgres.Exec(ctx, q, "DELETE FROM session WHERE account_id = $1", account))
}

// Sweep deletes the sessions that have ended.
func (s *Store) Sweep(ctx context.Context) error {
	return wrap("sweep", postgres.Exec(ctx, s.db, "DELETE FROM session WHERE expires_at <= $1", s.now()))
}

func wrap(verb string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s session: %w", verb, err)
}
