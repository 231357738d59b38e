package act

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// Coming is the acts of an organisation that have been sent and are not out
// yet, what was sent last first, for its coordinators: what they are called and
// where they stand, and not what they say. Drafts are their writers' alone.
func (s *Service) Coming(ctx context.Context, viewer account.Account, o organization.ID) ([]Summary, error) {
	if !viewer.Coordinates(int64(o)) {
		return nil, fmt.Errorf("list what is coming of %v: %w", o, fault.Forbidden)
	}
	acts, err := postgres.All[Summary](ctx, s.db, `
		SELECT `+summaryColumns+` FROM act a
		WHERE a.organization_id = $1 AND a.status IN ('submitted', 'in_review', 'changes_requested', 'approved')
		ORDER BY a.submitted_at DESC, a.id DESC`, o)
	return acts, wrap("list what is coming of", o, err)
}

// close takes back the consent to coordinators with what it was given for:
// another organisation, another owner, or an act that is out or over, has not
// been opened to anybody.
func (r repository) close(ctx context.Context, before, after Act) error {
	same := before.OrganizationID == after.OrganizationID && before.OwnerID == after.OwnerID
	if same && (after.Status == before.Status || after.editable() || after.Status == Submitted || after.Status == InReview) {
		return nil
	}
	return wrap("close", after.ID, postgres.Exec(ctx, r.q, "DELETE FROM act_opening WHERE act_id = $1", after.ID))
}
