package act

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells what the acts know of a person: those they own, as they are and
// as they were sent, what the person has done to acts, and where others' acts
// name them as a contact.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	for _, part := range []func(context.Context, account.Account, account.Tell) error{s.knownActs, s.knownTexts, s.knownMoves, s.knownContacts, s.knownConsents} {
		if err := part(ctx, a, tell); err != nil {
			return wrap("tell what the acts know of", a.ID, err)
		}
	}
	return nil
}

func (s *Service) knownActs(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(a) - 'form_key' - 'site_version' || jsonb_build_object(
			'contacts', (SELECT coalesce(jsonb_agg(to_jsonb(c) - 'act_id' - 'position' ORDER BY position), '[]') FROM act_contact c WHERE act_id = a.id),
			'links', (SELECT coalesce(jsonb_agg(url ORDER BY position), '[]') FROM act_link WHERE act_id = a.id),
			'tags', (SELECT coalesce(jsonb_agg(t.name ORDER BY position), '[]') FROM act_tag JOIN tag t ON t.id = tag_id WHERE act_id = a.id))
		FROM act a WHERE owner_id = $1 ORDER BY id`, tell.In("acts"), a.ID)
}

func (s *Service) knownTexts(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(r) FROM act_revision r
		WHERE created_by = $1 OR act_id IN (SELECT id FROM act WHERE owner_id = $1)
		ORDER BY act_id, number`, tell.In("act_revisions"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(w) - 'told' FROM act_rewording w
		WHERE by_id = $1 OR act_id IN (SELECT id FROM act WHERE owner_id = $1)
		ORDER BY id`, tell.In("act_rewordings"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(r) FROM act_removal r WHERE $1 IN (by_id, decided_by) ORDER BY id`, tell.In("act_removals"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(u) FROM act_update u WHERE act_id IN (SELECT id FROM act WHERE owner_id = $1) ORDER BY act_id`,
		tell.In("act_updates"), a.ID)
}

func (s *Service) knownConsents(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(k) - 'digest' FROM contact_consent k WHERE email = $1 ORDER BY id`, tell.In("contact_consents"), a.Email)
}

func (s *Service) knownMoves(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(t) - 'id' FROM act_transition t
		WHERE by_id = $1 OR act_id IN (SELECT id FROM act WHERE owner_id = $1)
		ORDER BY t.id`, tell.In("act_transitions"), a.ID)
}

func (s *Service) knownContacts(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(c) - 'position' || jsonb_build_object('act', a.title)
		FROM act_contact c JOIN act a ON a.id = c.act_id
		WHERE lower(c.email) = $1 AND a.owner_id IS DISTINCT FROM $2
		ORDER BY a.id, position`, tell.In("contact_of"), a.Email, a.ID)
}
