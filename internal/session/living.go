package session

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// A Living session is what its owner is shown of it.
type Living struct {
	Handle    string // names it to its owner; nobody signs in with it
	Browser   string
	System    string
	CreatedAt time.Time
	SeenAt    time.Time // to some minutes
	Here      bool      // it is that of the request
}

// mostListed is how many sessions are shown. Who has more is helped by the
// button that ends them all.
const mostListed = 50

// handle is the beginning of the digest of a session's token.
const handle = "encode(substring(token_hash FOR 8), 'hex')"

// Living is the sessions of whoever sends the request, the newest first.
func (s *Store) Living(r *http.Request) ([]Living, error) {
	account, ok, err := s.Account(r)
	if err != nil || !ok {
		return nil, err
	}
	sess, err := s.Get(r, s.name())
	if err != nil {
		return nil, err
	}
	all, err := postgres.All[Living](r.Context(), s.db, `
		SELECT `+handle+` AS handle, browser, system, created_at, coalesce(seen_at, created_at) AS seen_at, token_hash = $2 AS here
		FROM session
		WHERE account_id = $1 AND expires_at > $3
		ORDER BY here DESC, seen_at DESC, created_at DESC LIMIT $4`, account, secret.Digest(sess.ID), s.now(), mostListed)
	return all, wrap("list", err)
}

// End ends one session of an account, or is a fault.NotFound: others' sessions
// are as unknown as those that never were.
func End(ctx context.Context, q postgres.Querier, account int64, name string) error {
	if b, err := hex.DecodeString(name); err != nil || len(b) != 8 {
		return fmt.Errorf("session %q: %w", name, fault.NotFound)
	}
	ended, err := postgres.Values[[]byte](ctx, q, `
		DELETE FROM session WHERE account_id = $1 AND `+handle+` = $2 RETURNING token_hash`, account, name)
	if err == nil && len(ended) == 0 {
		err = fault.NotFound
	}
	return wrap("end", err)
}

// Known tells what is kept of the sessions of an account, but their secrets.
func Known(ctx context.Context, q postgres.Querier, account int64, tell func(json.RawMessage) error) error {
	return wrap("tell of", postgres.Each(ctx, q, `
		SELECT to_jsonb(s) - 'token_hash' - 'data' - 'account_id' FROM session s WHERE account_id = $1 ORDER BY created_at`, tell, account))
}

// EndOthers ends the sessions of an account but the one with a name.
func EndOthers(ctx context.Context, q postgres.Querier, account int64, here string) error {
	return wrap("end others", postgres.Exec(ctx, q, "DELETE FROM session WHERE account_id = $1 AND "+handle+" <> $2", account, here))
}

// Here is the name of the session of a request, "" for none.
func (s *Store) Here(r *http.Request) (string, error) {
	sess, err := s.Get(r, s.name())
	if err != nil || sess.ID == "" {
		return "", err
	}
	return hex.EncodeToString(secret.Digest(sess.ID)[:8]), nil
}
