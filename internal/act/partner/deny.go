package partner

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// Deny says that the organisation that by coordinates is no partner of an act,
// with a word to those who write it. It is named no longer, anywhere and at
// once. Denying twice denies once.
func (s *Service) Deny(ctx context.Context, by account.Account, id act.ID, note string) error {
	note = strings.TrimSpace(note)
	return s.speaking(ctx, by, id, func(tx pgx.Tx, a act.Act, o organization.ID, denied bool) error {
		var p validate.Problems
		if p.Length("note", note, MaxNote); p.Err() != nil || denied {
			return p.Err()
		}
		d := Denial{ActID: id, OrganizationID: o, Note: note, DeniedAt: s.now()}
		if err := (repository{tx}).deny(ctx, d, by.ID); err != nil {
			return err
		}
		if _, err := s.Acts.ChangeTx(ctx, tx, id, 0, func(a *act.Act) error {
			a.PartnerIDs = slices.DeleteFunc(slices.Clone(a.PartnerIDs), func(p organization.ID) bool { return p == o })
			return nil
		}); err != nil {
			return err
		}
		if err := s.tellDeniedTx(ctx, tx, a, d); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "deny partnership", id.String(), o.String())
	})
}

// Affirm takes back that the organisation is no partner: it is named again.
// There may be nothing to take back.
func (s *Service) Affirm(ctx context.Context, by account.Account, id act.ID) error {
	return s.speaking(ctx, by, id, func(tx pgx.Tx, a act.Act, o organization.ID, denied bool) error {
		if !denied {
			return nil
		}
		if err := (repository{tx}).affirm(ctx, id, o); err != nil {
			return err
		}
		if _, err := s.Acts.ChangeTx(ctx, tx, id, 0, func(a *act.Act) error {
			if o != a.OrganizationID && !slices.Contains(a.PartnerIDs, o) && len(a.PartnerIDs) < act.MaxPartners {
				a.PartnerIDs = append(slices.Clone(a.PartnerIDs), o)
			}
			return nil
		}); err != nil {
			return err
		}
		if err := s.tellAffirmedTx(ctx, tx, a, o); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "affirm partnership", id.String(), o.String())
	})
}

// speaking lets fn say something for the organisation that by coordinates, of an
// act that names it or would, and that nobody changes meanwhile.
func (s *Service) speaking(ctx context.Context, by account.Account, id act.ID, fn func(pgx.Tx, act.Act, organization.ID, bool) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.Acts.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		who, err := s.Accounts.FindTx(ctx, tx, by.ID) // as they are now
		if err != nil {
			return err
		}
		gone, err := s.Acts.Denied(ctx, tx, id)
		if err != nil {
			return err
		}
		o := organization.ID(who.OrganizationID)
		denied := slices.Contains(gone[id], o)
		if !who.Coordinates(int64(o)) || !told(a.Status) || !denied && !slices.Contains(a.PartnerIDs, o) {
			return fmt.Errorf("speak for a partner of %v: %w", id, fault.NotFound)
		}
		return fn(tx, a, o, denied)
	})
}

// Known tells what a person has said of partnerships.
func (s *Service) Known(ctx context.Context, a account.Account, tell account.Tell) error {
	return postgres.Each(ctx, s.db, `
		SELECT to_jsonb(d) - 'by_id' FROM act_partner_denial d WHERE by_id = $1 ORDER BY act_id, organization_id`, tell.In("partner_denials"), a.ID)
}

// ForgetTx forgets the words of a person. That the organisation is no partner
// stays.
func (s *Service) ForgetTx(ctx context.Context, tx pgx.Tx, who account.Account) error {
	return repository{tx}.forget(ctx, who.ID)
}
