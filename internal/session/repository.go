package session

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// row is a stored session.
type row struct {
	AccountID int64
	Data      []byte
	CreatedAt time.Time
	ExpiresAt time.Time
}

func digest(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

func (s *Store) find(ctx context.Context, token string) (row, bool, error) {
	kept, err := postgres.One[row](ctx, s.db, `
		SELECT account_id, data, created_at, expires_at
		FROM session
		WHERE token_hash = $1 AND expires_at > $2`, digest(token), s.now())
	if errors.Is(err, fault.NotFound) {
		return row{}, false, nil
	}
	return kept, err == nil, wrap("find", err)
}

func (s *Store) insert(ctx context.Context, token string, account int64, data []byte, staff bool) error {
	now := s.now()
	return wrap("insert", postgres.Exec(ctx, s.db, `
		INSERT INTO session (token_hash, account_id, data, created_at, expires_at)
		VALUES ($1, $2, $3, $4, $5)`, digest(token), account, data, now, now.Add(min(idle, limit(staff)))))
}

func (s *Store) update(ctx context.Context, token string, data []byte) error {
	return wrap("update", postgres.Exec(ctx, s.db, "UPDATE session SET data = $2 WHERE token_hash = $1", digest(token), data))
}

func (s *Store) extend(ctx context.Context, token string, until time.Time) error {
	return wrap("extend", postgres.Exec(ctx, s.db, "UPDATE session SET expires_at = $2 WHERE token_hash = $1", digest(token), until))
}

func (s *Store) delete(ctx context.Context, token string) error {
	if token == "" {
		return nil
	}
	return wrap("delete", postgres.Exec(ctx, s.db, "DELETE FROM session WHERE token_hash = $1", digest(token)))
}

// EndAll signs an account out everywhere. In the transaction of another
// change, such as a new password, it holds from the same moment.
func EndAll(ctx context.Context, q postgres.Querier, account int64) error {
	return wrap("end all", postgres.Exec(ctx, q, "DELETE FROM session WHERE account_id = $1", account))
}

// EndAll signs an account out everywhere.
func (s *Store) EndAll(ctx context.Context, account int64) error { return EndAll(ctx, s.db, account) }

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
