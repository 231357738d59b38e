package campaign

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// AwardID names an award.
type AwardID int64

func (id AwardID) String() string { return fmt.Sprintf("award grant %d", int64(id)) }

// A Winner is who gets a prize, and why.
type Winner struct {
	Act          string // its address or the last part of it
	Organization string // its name
	Citation     string
	Mention      bool // an honourable mention
}

// Grant gives a prize to an act or an organisation. It stays under embargo
// until the gala of the campaign. Giving it twice changes nothing.
func (s *Service) Grant(ctx context.Context, by account.Account, id PrizeID, w Winner) error {
	p, _, err := s.Prize(ctx, by, id)
	if err != nil {
		return err
	}
	a, o, err := s.find(ctx, p, w)
	if err != nil {
		return err
	}
	return s.granting(ctx, by, p, func(tx pgx.Tx, on time.Time) error {
		return s.embargoTx(ctx, tx, id, a, o, w, on)
	})
}

// find is the act or the organisation that the team has named.
func (s *Service) find(ctx context.Context, p Prize, w Winner) (act.ID, organization.ID, error) {
	var problems validate.Problems
	problems.Length("citation", w.Citation, limit.Reason)
	if p.Kind == ForOrganization {
		o, ok := s.Organizations.Directory().Find(w.Organization)
		if !ok {
			problems = append(validate.Problems{{Field: "winner", Rule: validate.Unknown}}, problems...)
		}
		return 0, o.ID, problems.Err()
	}
	address := strings.TrimRight(strings.TrimSpace(w.Act), "/")
	a, err := s.Acts.BySlug(ctx, account.Account{}, address[strings.LastIndexByte(address, '/')+1:])
	if err != nil || !a.Status.Public() {
		problems = append(validate.Problems{{Field: "winner", Rule: validate.Unknown}}, problems...)
	}
	return a.ID, 0, problems.Err()
}

// GrantComputed gives a prize that is decided by count to those who have the
// most acts now. Who had it before, under embargo still, loses it.
func (s *Service) GrantComputed(ctx context.Context, by account.Account, id PrizeID) error {
	p, _, err := s.Prize(ctx, by, id)
	if err != nil {
		return err
	}
	c, ok := s.Find(p.CampaignID)
	if !ok || p.DecidedBy != ByCount {
		return fmt.Errorf("compute %v: %w", id, fault.Conflict)
	}
	return s.granting(ctx, by, p, func(tx pgx.Tx, on time.Time) error {
		if err := postgres.Exec(ctx, tx, "DELETE FROM award_grant WHERE award_id = $1 AND published_at IS NULL", id); err != nil {
			return err
		}
		for _, l := range s.MostInventive(c) {
			o, ok := s.Organizations.Directory().BySlug(l.Code)
			if !ok {
				return fmt.Errorf("organisation %q: %w", l.Code, fault.NotFound)
			}
			if err := s.embargoTx(ctx, tx, id, 0, o.ID, Winner{}, on); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) embargoTx(ctx context.Context, tx pgx.Tx, id PrizeID, a act.ID, o organization.ID, w Winner, on time.Time) error {
	return wrapGrant(id, postgres.Exec(ctx, tx, `
		INSERT INTO award_grant (award_id, act_id, organization_id, citation, mention, granted_on)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4, $5, $6)
		ON CONFLICT DO NOTHING`, id, a, o, strings.TrimSpace(w.Citation), w.Mention, on))
}

// granting runs a deed on the winners of a prize. When the gala is over they
// come out at once.
func (s *Service) granting(ctx context.Context, by account.Account, p Prize, fn func(tx pgx.Tx, on time.Time) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		c, err := postgres.One[struct{ GalaAt *time.Time }](ctx, tx, "SELECT gala_at FROM campaign WHERE id = $1 FOR UPDATE", p.CampaignID)
		if err != nil {
			return err
		}
		on := s.now()
		if c.GalaAt != nil {
			on = *c.GalaAt
		}
		if err := fn(tx, on.In(i18n.Helsinki())); err != nil {
			return err
		}
		if err := audit.Record(ctx, tx, by, "grant", p.ID.String(), ""); err != nil {
			return err
		}
		_, err = s.releaseTx(ctx, tx)
		return err
	})
}

// Revoke takes an award back while it is under embargo.
func (s *Service) Revoke(ctx context.Context, by account.Account, id AwardID) (PrizeID, error) {
	if !by.RunsProgramme() {
		return 0, fmt.Errorf("revoke %v: %w", id, fault.Forbidden)
	}
	var prize PrizeID
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		gone, err := postgres.Values[PrizeID](ctx, tx, "DELETE FROM award_grant WHERE id = $1 AND published_at IS NULL RETURNING award_id", id)
		if err != nil {
			return err
		}
		if len(gone) == 0 {
			return fmt.Errorf("revoke %v, which is out or gone: %w", id, fault.Conflict)
		}
		prize = gone[0]
		return audit.Record(ctx, tx, by, "revoke", id.String(), "")
	})
	return prize, err
}

// Release lets out the awards whose gala has begun, all of a campaign at once,
// with a letter to each winner. It is how many.
func (s *Service) Release(ctx context.Context) (int, error) {
	waiting, err := postgres.Value[bool](ctx, s.db, `
		SELECT EXISTS (SELECT FROM award_grant g JOIN award w ON w.id = g.award_id JOIN campaign c ON c.id = w.campaign_id
		               WHERE g.published_at IS NULL AND c.gala_at <= $1)`, s.now())
	if err != nil || !waiting {
		return 0, err
	}
	var n int
	err = s.db.Tx(ctx, func(tx pgx.Tx) (err error) {
		n, err = s.releaseTx(ctx, tx)
		return err
	})
	return n, err
}

func (s *Service) releaseTx(ctx context.Context, tx pgx.Tx) (int, error) {
	out, err := postgres.All[released](ctx, tx, `
		UPDATE award_grant g SET published_at = $1, granted_on = (c.gala_at AT TIME ZONE 'Europe/Helsinki')::date
		FROM award w JOIN campaign c ON c.id = w.campaign_id
		WHERE w.id = g.award_id AND g.published_at IS NULL AND c.gala_at <= $1
		RETURNING g.id, coalesce(g.act_id, 0) AS act_id, coalesce(g.organization_id, 0) AS organization_id, g.granted_on,
		          w.name_fi, w.name_sv, w.name_en`, s.now())
	if err != nil || len(out) == 0 {
		return 0, err
	}
	var acts []act.ID
	for _, r := range out {
		if r.ActID != 0 {
			acts = append(acts, r.ActID)
		}
		if err := s.congratulateTx(ctx, tx, r); err != nil {
			return 0, err
		}
	}
	if len(acts) == 0 {
		_, err = version.BumpTx(ctx, tx)
		return len(out), err
	}
	return len(out), s.Acts.TouchTx(ctx, tx, acts...)
}
