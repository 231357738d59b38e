package act

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// Denied is the organisations that have said of each of some acts that they are
// no partners of it: see package partner. Callers see to it that the reader may
// know.
func (s *Service) Denied(ctx context.Context, q postgres.Querier, ids ...ID) (map[ID][]organization.ID, error) {
	return repository{q}.denied(ctx, ids...)
}

func (r repository) denied(ctx context.Context, ids ...ID) (map[ID][]organization.ID, error) {
	rows, err := postgres.All[struct {
		ActID          ID
		OrganizationID organization.ID
	}](ctx, r.q, "SELECT act_id, organization_id FROM act_partner_denial WHERE act_id = ANY($1) ORDER BY organization_id", ids)
	all := map[ID][]organization.ID{}
	for _, x := range rows {
		all[x.ActID] = append(all[x.ActID], x.OrganizationID)
	}
	return all, wrap("find who denies to be a partner of", ids, err)
}

// dropDenied takes from an act that others see the partners that have said that
// they are none: an update or a page of before may still name them. Whoever
// writes is told when the act is sent.
func (r repository) dropDenied(ctx context.Context, a *Act) error {
	if a.editable() || len(a.PartnerIDs) == 0 {
		return nil
	}
	denied, err := r.denied(ctx, a.ID)
	a.PartnerIDs = without(a.PartnerIDs, denied[a.ID])
	return err
}

// without is all but some.
func without(all, some []organization.ID) []organization.ID {
	return slices.DeleteFunc(slices.Clone(all), func(o organization.ID) bool { return slices.Contains(some, o) })
}
