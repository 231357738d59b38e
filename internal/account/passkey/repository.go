package passkey

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// repository is the SQL of passkeys and of what devices have been asked.
type repository struct{ q postgres.Querier }

// An owner is a person as WebAuthn knows them.
type owner struct {
	account.Account
	handle      []byte
	credentials []webauthn.Credential
}

// WebAuthnID is the handle, which tells nothing of the person.
func (o owner) WebAuthnID() []byte { return o.handle }

// WebAuthnName is what the device shows beside the name of the portal.
func (o owner) WebAuthnName() string { return o.Email }

// WebAuthnDisplayName is the name of the person.
func (o owner) WebAuthnDisplayName() string { return o.Name }

// WebAuthnCredentials is the keys that the person has.
func (o owner) WebAuthnCredentials() []webauthn.Credential { return o.credentials }

// A ceremony is what a device has been asked.
type ceremony struct {
	AccountID int64 // 0: somebody signs in
	Handle    []byte
	Asked     json.RawMessage
	Kept      json.RawMessage
	Next      string
}

// session is what the library keeps from the question to the answer.
func (c ceremony) session() (s webauthn.SessionData) {
	_ = json.Unmarshal(c.Kept, &s) // begin has written it
	return s
}

func (r repository) of(ctx context.Context, id account.ID) ([]Passkey, error) {
	all, err := postgres.All[Passkey](ctx, r.q, `
		SELECT id, name, created_at, used_at FROM passkey WHERE account_id = $1 ORDER BY created_at DESC, id DESC`, id)
	return all, wrap("list passkeys of", id, err)
}

// owner is a person with their keys; the handle is made with the first.
func (r repository) owner(ctx context.Context, a account.Account) (owner, error) {
	o := owner{Account: a, handle: []byte(secret.New())}
	rows, err := postgres.All[struct {
		Handle     []byte
		Credential webauthn.Credential
	}](ctx, r.q, "SELECT handle, credential FROM passkey WHERE account_id = $1 ORDER BY id", a.ID)
	for _, row := range rows {
		o.handle, o.credentials = row.Handle, append(o.credentials, row.Credential)
	}
	return o, wrap("read passkeys of", a.ID, err)
}

// whose is the owner of a key that signs in.
func (r repository) whose(ctx context.Context, credential, handle []byte) (owner, error) {
	row, err := postgres.One[struct{ Credential webauthn.Credential }](ctx, r.q,
		"SELECT credential FROM passkey WHERE credential_id = $1 AND handle = $2", credential, handle)
	return owner{handle: handle, credentials: []webauthn.Credential{row.Credential}}, wrap("find", "passkey", err)
}

func (r repository) begin(ctx context.Context, c ceremony, asked, kept any, expires time.Time) (string, error) {
	var err error
	if c.Asked, err = json.Marshal(asked); err != nil {
		return "", wrap("write", "question", err)
	}
	if c.Kept, err = json.Marshal(kept); err != nil {
		return "", wrap("write", "question", err)
	}
	token := secret.New()
	return token, wrap("ask", "a device", postgres.Exec(ctx, r.q, `
		INSERT INTO passkey_ceremony (token_hash, account_id, handle, asked, kept, next, expires_at)
		VALUES ($1, nullif($2, 0), coalesce($3, ''::bytea), $4, $5, $6, $7)`, secret.Digest(token), c.AccountID, c.Handle, c.Asked, c.Kept, c.Next, expires))
}

func (r repository) find(ctx context.Context, token string, now time.Time) (ceremony, error) {
	c, err := postgres.One[ceremony](ctx, r.q, `
		SELECT coalesce(account_id, 0) AS account_id, handle, asked, kept, next FROM passkey_ceremony
		WHERE token_hash = $1 AND expires_at > $2`, secret.Digest(token), now)
	return c, wrap("find", "question", err)
}

// end uses a question up.
func (r repository) end(ctx context.Context, token string, now time.Time) (ceremony, error) {
	c, err := postgres.One[ceremony](ctx, r.q, `
		DELETE FROM passkey_ceremony WHERE token_hash = $1 AND expires_at > $2
		RETURNING coalesce(account_id, 0) AS account_id, handle, asked, kept, next`, secret.Digest(token), now)
	return c, wrap("end", "question", err)
}

func (r repository) insert(ctx context.Context, c ceremony, name string, credential *webauthn.Credential, now time.Time) error {
	return wrap("insert passkey of", c.AccountID, postgres.Exec(ctx, r.q, `
		INSERT INTO passkey (account_id, credential_id, handle, credential, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		c.AccountID, credential.ID, c.Handle, credential, name, now))
}

// use notes what a key has signed, and is whose it is.
func (r repository) use(ctx context.Context, credential *webauthn.Credential, now time.Time) (account.ID, error) {
	id, err := postgres.Value[account.ID](ctx, r.q, `
		UPDATE passkey SET credential = $2, used_at = $3 WHERE credential_id = $1 RETURNING account_id`, credential.ID, credential, now)
	return id, wrap("use", "passkey", err)
}

func (r repository) remove(ctx context.Context, owner account.ID, id int64) error {
	_, err := postgres.Value[int64](ctx, r.q, "DELETE FROM passkey WHERE account_id = $1 AND id = $2 RETURNING id", owner, id)
	return wrap("remove passkey", id, err)
}

func (r repository) sweep(ctx context.Context, now time.Time) error {
	return wrap("sweep", "questions", postgres.Exec(ctx, r.q, "DELETE FROM passkey_ceremony WHERE expires_at < $1", now))
}

func wrap(doing string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", doing, what, err)
}
