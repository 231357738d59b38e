package jury

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/postgres"
)

// Known tells what the juries know of a person: where they sit, what they have
// scored, what they are tied to, whom they have nominated and what they have
// decided.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	for _, part := range []func(context.Context, account.Account, account.Tell) error{s.knownBallots, s.knownTies, s.knownDeeds} {
		if err := part(ctx, a, tell); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) knownBallots(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, "SELECT to_jsonb(m) FROM jury_member m WHERE account_id = $1 ORDER BY award_id", tell.In("juries"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(b) || jsonb_build_object('scores', (
			SELECT coalesce(jsonb_agg(to_jsonb(s) - 'nominee_id' - 'account_id' ORDER BY criterion_id), '[]') FROM jury_score s
			WHERE s.nominee_id = b.nominee_id AND s.account_id = b.account_id))
		FROM jury_ballot b WHERE account_id = $1 ORDER BY nominee_id`, tell.In("jury_ballots"), a.ID)
}

func (s *Service) knownTies(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, "SELECT to_jsonb(c) FROM jury_recusal c WHERE account_id = $1 ORDER BY nominee_id", tell.In("jury_recusals"), a.ID)
}

func (s *Service) knownDeeds(ctx context.Context, a account.Account, tell account.Tell) error {
	if err := postgres.Each(ctx, s.db, "SELECT to_jsonb(n) - 'form_key' FROM nominee n WHERE by_id = $1 ORDER BY id", tell.In("nominations"), a.ID); err != nil {
		return err
	}
	if err := postgres.Each(ctx, s.db, "SELECT to_jsonb(e) - 'form_key' FROM award_erratum e WHERE by_id = $1 ORDER BY id", tell.In("award_errata"), a.ID); err != nil {
		return err
	}
	return postgres.Each(ctx, s.db, "SELECT to_jsonb(j) - 'form_key' FROM jury j WHERE decided_by = $1 ORDER BY award_id", tell.In("jury_decisions"), a.ID)
}

// ForgetTx takes out why somebody was tied to a nominee: it tells of them; and
// their name, where others have nominated or awarded them for what they wrote or
// at their workplace: elsewhere it is another's. What they scored stays, by a
// number that tells of nobody. It comes before their acts are taken from them.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, a account.Account) error {
	if err := postgres.Exec(ctx, tx, "UPDATE jury_recusal SET reason = '' WHERE account_id = $1", a.ID); err != nil {
		return err
	}
	if a.FullName() == "" {
		return nil
	}
	own, err := s.Acts.Mine(ctx, a)
	if err != nil {
		return err
	}
	acts := make([]act.ID, len(own))
	for i, o := range own {
		acts[i] = o.ID
	}
	err = postgres.Exec(ctx, tx, `
		UPDATE nominee SET reason = replace(reason, $1, $2),
			person = CASE WHEN lower(person) = lower($1) THEN $2 || ' ' || id ELSE person END
		WHERE act_id = ANY($3) OR organization_id = $4 AND lower(person) = lower($1)`, a.FullName(), campaign.Forgotten, acts, a.OrganizationID)
	if err != nil {
		return err
	}
	return s.Campaigns.ForgetTx(ctx, tx, a, acts)
}
