package moderation

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells which acts a person reviews, and what they have said of them.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(r) FROM review r WHERE moderator_id = $1 ORDER BY act_id`, tell.In("reviews"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(n) FROM review_note n WHERE moderator_id = $1 ORDER BY id`, tell.In("review_notes"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(m) FROM review_reminder m WHERE moderator_id = $1 ORDER BY act_id, due_on`, tell.In("review_reminders"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(o) - 'form_key' FROM review_opinion o WHERE $1 IN (asker_id, asked_id, answered_by) ORDER BY id`, tell.In("review_opinions"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, `
		SELECT to_jsonb(m) - 'form_key' FROM review_message m
		WHERE by_id = $1 OR act_id IN (SELECT id FROM act WHERE owner_id = $1) ORDER BY id`, tell.In("review_messages"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(c) FROM review_comment c WHERE moderator_id = $1 ORDER BY id`, tell.In("review_comments"), a.ID)
}
