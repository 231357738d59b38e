package consent

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of the consents. Its methods run one statement each.
type repository struct{ q postgres.Querier }

const columns = "k.id, k.act_id, k.email, k.digest, k.contact, k.state, k.asked_at"

// insert is no row when the same has been asked before.
func (r repository) insert(ctx context.Context, k Consent) ([]ID, error) {
	text, err := json.Marshal(k.Contact)
	if err != nil {
		return nil, wrap("ask the contact of", k.ActID, err)
	}
	ids, err := postgres.Values[ID](ctx, r.q, `
		INSERT INTO contact_consent (act_id, email, digest, contact, state, asked_at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT DO NOTHING
		RETURNING id`, k.ActID, k.Email, k.Digest, text, k.State, k.AskedAt)
	return ids, wrap("ask the contact of", k.ActID, err)
}

// agree stores the consent of whoever names themself.
func (r repository) agree(ctx context.Context, k Consent) error {
	text, err := json.Marshal(k.Contact)
	if err != nil {
		return wrap("agree to", k.ActID, err)
	}
	if err := postgres.Exec(ctx, r.q, `
		DELETE FROM contact_consent WHERE act_id = $1 AND email = $2 AND state = 'withdrawn'`, k.ActID, k.Email); err != nil {
		return wrap("agree again to", k.ActID, err)
	}
	return wrap("agree to", k.ActID, postgres.Exec(ctx, r.q, `
		INSERT INTO contact_consent (act_id, email, digest, contact, state, asked_at, answered_at, confirmed_at) VALUES ($1, $2, $3, $4, 'given', $5, $5, $5)
		ON CONFLICT (act_id, email, digest) DO UPDATE SET state = 'given', answered_at = excluded.answered_at, confirmed_at = excluded.confirmed_at`,
		k.ActID, k.Email, k.Digest, text, k.AskedAt))
}

// takeIn stores a contact that was shown before anybody was asked.
func (r repository) takeIn(ctx context.Context, k Consent) error {
	text, err := json.Marshal(k.Contact)
	if err != nil {
		return wrap("take in the contact of", k.ActID, err)
	}
	return wrap("take in the contact of", k.ActID, postgres.Exec(ctx, r.q, `
		INSERT INTO contact_consent (act_id, email, digest, contact, state, asked_at, confirmed_at) VALUES ($1, $2, $3, $4, 'given', $5, $5)
		ON CONFLICT DO NOTHING`, k.ActID, k.Email, k.Digest, text, k.AskedAt))
}

func (r repository) byToken(ctx context.Context, hash []byte) (Consent, error) {
	k, err := postgres.One[Consent](ctx, r.q, `
		SELECT `+columns+` FROM contact_link l JOIN contact_consent k ON k.id = l.consent_id WHERE l.token_hash = $1`, hash)
	return k, wrap("find", "consent", err)
}

func (r repository) insertLink(ctx context.Context, hash []byte, id ID, at time.Time) error {
	return wrap("make a link of", id, postgres.Exec(ctx, r.q, `
		INSERT INTO contact_link (token_hash, consent_id, created_at) VALUES ($1, $2, $3)`, hash, id, at))
}

// give says yes to one question, and with it that the person is a contact.
func (r repository) give(ctx context.Context, k Consent, at time.Time) error {
	return wrap("give", k.ID, postgres.Exec(ctx, r.q, `
		UPDATE contact_consent
		SET state = CASE WHEN id = $3 THEN 'given' ELSE 'asked' END, answered_at = $4, confirmed_at = CASE WHEN id = $3 THEN $4::timestamptz END
		WHERE act_id = $1 AND email = $2 AND (id = $3 OR state = 'withdrawn')`, k.ActID, k.Email, k.ID, at))
}

// withdraw says no to everything that the person has been asked of the act.
func (r repository) withdraw(ctx context.Context, k Consent, at time.Time) error {
	return wrap("withdraw", k.ID, postgres.Exec(ctx, r.q, `
		UPDATE contact_consent SET state = 'withdrawn', answered_at = $3 WHERE act_id = $1 AND email = $2`, k.ActID, k.Email, at))
}

// yearOld is the consents that nobody has confirmed, nor been asked to, since.
func (r repository) yearOld(ctx context.Context, since time.Time, n int) ([]Consent, error) {
	all, err := postgres.All[Consent](ctx, r.q, `
		SELECT `+columns+` FROM contact_consent k
		WHERE k.state = 'given' AND k.email <> '' AND greatest(k.confirmed_at, k.reminded_at) <= $1
		ORDER BY greatest(k.confirmed_at, k.reminded_at), k.id LIMIT $2`, since, n)
	return all, wrap("list", "the consents of last year", err)
}

// remind notes the yearly mail; no row when another program has.
func (r repository) remind(ctx context.Context, id ID, since, at time.Time) ([]ID, error) {
	ids, err := postgres.Values[ID](ctx, r.q, `
		UPDATE contact_consent SET reminded_at = $3
		WHERE id = $1 AND state = 'given' AND greatest(confirmed_at, reminded_at) <= $2
		RETURNING id`, id, since, at)
	return ids, wrap("remind", id, err)
}

// unasked is public acts with contacts that came with a file, or before the
// portal asked.
func (r repository) unasked(ctx context.Context, n int) ([]act.ID, error) {
	ids, err := postgres.Values[act.ID](ctx, r.q, `
		SELECT DISTINCT c.act_id FROM act_contact c JOIN act a ON a.id = c.act_id
		WHERE a.status IN ('published', 'archived') AND c.consent AND c.visible_to <> 'nobody' AND c.email <> ''
		  AND NOT EXISTS (SELECT FROM contact_consent k WHERE k.act_id = c.act_id AND k.email = lower(trim(c.email)))
		ORDER BY 1 LIMIT $1`, n)
	return ids, wrap("list", "contacts who were never asked", err)
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
