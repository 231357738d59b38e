package act

import (
	"context"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// Ties is whose an act is: what makes somebody no fair judge of it.
type Ties struct {
	ID             ID
	Slug           string
	Title          string
	Lead           string
	Language       string
	Status         Status
	OwnerID        account.ID // 0: nobody here owns it
	AuthorIDs      []account.ID
	OrganizationID organization.ID
	PartnerIDs     []organization.ID
	Emails, Names  []string // of its contacts, in lower case
}

// Involves reports whether somebody writes the act or is a contact of it.
func (t Ties) Involves(who account.Account) bool {
	name := strings.ToLower(who.FullName())
	return who.ID != 0 && (t.OwnerID == who.ID || slices.Contains(t.AuthorIDs, who.ID)) ||
		slices.Contains(t.Emails, who.Email) || name != "" && slices.Contains(t.Names, name)
}

// TiesOf is the ties of some acts. Callers see to it that nobody reads of an
// act what they may not.
func (s *Service) TiesOf(ctx context.Context, q postgres.Querier, ids []ID) (map[ID]Ties, error) {
	rows, err := postgres.All[Ties](ctx, q, `
		SELECT a.id, coalesce(a.slug, '') AS slug, a.title, a.lead, a.language, a.status, coalesce(a.owner_id, 0) AS owner_id,
		       ARRAY(SELECT account_id FROM act_author WHERE act_id = a.id) AS author_ids, coalesce(a.organization_id, 0) AS organization_id,
		       ARRAY(SELECT organization_id FROM act_partner WHERE act_id = a.id) AS partner_ids,
		       ARRAY(SELECT lower(trim(email)) FROM act_contact WHERE act_id = a.id AND email <> '') AS emails,
		       ARRAY(SELECT lower(trim(name)) FROM act_contact WHERE act_id = a.id AND name <> '') AS names
		FROM act a WHERE a.id = ANY($1)`, ids)
	ties := make(map[ID]Ties, len(rows))
	for _, r := range rows {
		ties[r.ID] = r
	}
	return ties, wrap("read the ties of", ids, err)
}
