package partner

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of denials.
type repository struct{ q postgres.Querier }

func (r repository) joint(ctx context.Context, o organization.ID) ([]Joint, error) {
	all, err := postgres.All[Joint](ctx, r.q, `
		SELECT a.id, coalesce(a.slug, '') AS slug, a.title, a.language, a.status, coalesce(a.organization_id, 0) AS organization_id, a.submitted_at, d.denied_at
		FROM (SELECT act_id FROM act_partner WHERE organization_id = $1 UNION SELECT act_id FROM act_partner_denial WHERE organization_id = $1) x
		JOIN act a ON a.id = x.act_id
		LEFT JOIN act_partner_denial d ON d.act_id = a.id AND d.organization_id = $1
		WHERE a.status IN ('submitted', 'in_review', 'changes_requested', 'approved', 'published', 'archived')
		ORDER BY coalesce(a.submitted_at, a.first_published_at, a.created_at) DESC, a.id DESC`, o)
	return all, wrap("list the joint acts of", o, err)
}

func (r repository) denials(ctx context.Context, ids []act.ID) ([]Denial, error) {
	all, err := postgres.All[Denial](ctx, r.q, `
		SELECT act_id, organization_id, note, denied_at FROM act_partner_denial WHERE act_id = ANY($1) ORDER BY act_id, denied_at, organization_id`, ids)
	return all, wrap("list who denies to be a partner of", ids, err)
}

func (r repository) deny(ctx context.Context, d Denial, by account.ID) error {
	return wrap("deny", d.ActID, postgres.Exec(ctx, r.q, `
		INSERT INTO act_partner_denial (act_id, organization_id, by_id, note, denied_at) VALUES ($1, $2, $3, $4, $5)`, d.ActID, d.OrganizationID, by, d.Note, d.DeniedAt))
}

func (r repository) affirm(ctx context.Context, id act.ID, o organization.ID) error {
	return wrap("affirm", id, postgres.Exec(ctx, r.q, "DELETE FROM act_partner_denial WHERE act_id = $1 AND organization_id = $2", id, o))
}

func (r repository) forget(ctx context.Context, who account.ID) error {
	return wrap("forget the words of", who, postgres.Exec(ctx, r.q, "UPDATE act_partner_denial SET note = '' WHERE by_id = $1", who))
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
