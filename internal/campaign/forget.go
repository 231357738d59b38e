package campaign

import (
	"context"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

// Forgotten stands where the name of somebody was who has been forgotten.
const Forgotten = "N. N."

// ForgetTx takes the name of somebody out of the awards of some acts, and of
// their workplace.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, a account.Account, acts []act.ID) error {
	err := postgres.Exec(ctx, tx, `
		UPDATE award_grant SET citation = replace(citation, $1, $2), citation_sv = replace(citation_sv, $1, $2), citation_en = replace(citation_en, $1, $2),
			person = CASE WHEN lower(person) = lower($1) THEN $2 || ' ' || id ELSE person END, version = version + 1
		WHERE (act_id = ANY($3) OR organization_id = $4 AND lower(person) = lower($1))
		  AND (lower(person) = lower($1) OR strpos(citation || citation_sv || citation_en, $1) > 0)`, a.FullName(), Forgotten, acts, a.OrganizationID)
	if err != nil {
		return err
	}
	err = postgres.Exec(ctx, tx, `
		UPDATE award_erratum SET text_fi = replace(text_fi, $1, $2), text_sv = replace(text_sv, $1, $2), text_en = replace(text_en, $1, $2),
			person = CASE WHEN lower(person) = lower($1) THEN $2 || ' ' || id ELSE person END
		WHERE act_id = ANY($3) OR organization_id = $4 AND lower(person) = lower($1)`, a.FullName(), Forgotten, acts, a.OrganizationID)
	if err != nil {
		return err
	}
	_, err = version.BumpTx(ctx, tx)
	return err
}
