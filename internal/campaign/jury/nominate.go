package jury

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
)

// A List is a prize that can be nominated for, and who has been.
type List struct {
	Jury     Jury
	Nominees []Nominee
}

// Lists is the prizes that the viewer can nominate for, the newest first.
func (s *Service) Lists(ctx context.Context, viewer account.Account) ([]List, error) {
	if !viewer.Nominates() {
		return nil, fmt.Errorf("list the nominees: %w", fault.Forbidden)
	}
	var lists []List
	for _, c := range s.Campaigns.All() {
		prizes, err := s.Campaigns.Prizes(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		for _, p := range prizes {
			if p.DecidedBy != campaign.ByJury {
				continue
			}
			l, err := s.list(ctx, p)
			if err != nil {
				return nil, err
			}
			if l.Jury.Open() && (l.Jury.Version > 0 || len(l.Nominees) > 0 || c.GalaAt.IsZero() || s.now().Before(c.GalaAt)) {
				lists = append(lists, l)
			}
		}
	}
	return lists, nil
}

// List is the nominees of a prize, for those who can nominate.
func (s *Service) List(ctx context.Context, viewer account.Account, id campaign.PrizeID) (List, error) {
	if !viewer.Nominates() {
		return List{}, fmt.Errorf("nominees of %v: %w", id, fault.Forbidden)
	}
	p, err := s.prize(ctx, s.db, id)
	if err != nil {
		return List{}, err
	}
	return s.list(ctx, p)
}

func (s *Service) list(ctx context.Context, p campaign.Prize) (l List, err error) {
	r := repository{s.db}
	if l.Jury, err = r.read(ctx, p); err != nil {
		return l, err
	}
	l.Nominees, err = r.nominees(ctx, s.Acts, p.ID)
	return l, err
}

// Nominate adds a nominee of a prize from the acts that are entered in its
// campaign. The same form, and the same nominee, make one.
func (s *Service) Nominate(ctx context.Context, by account.Account, id campaign.PrizeID, key string, n Nomination) error {
	if !by.Nominates() {
		return fmt.Errorf("nominate for %v: %w", id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		p, err := s.prize(ctx, tx, id)
		if err != nil {
			return err
		}
		r := repository{tx}
		j, err := r.hold(ctx, p)
		if err != nil {
			return err
		}
		if !j.Open() {
			return fmt.Errorf("nominate for %v, which is %s: %w", id, j.Phase(), fault.Conflict)
		}
		a, o, err := s.pointsAt(ctx, tx, by, p, n)
		if err != nil {
			return err
		}
		there, err := postgres.Value[int](ctx, tx, "SELECT count(*) FROM nominee WHERE award_id = $1", id)
		if err != nil {
			return err
		}
		if there >= limit.Nominees {
			return validate.Problems{{Field: "winner", Rule: validate.Crowded, Limit: limit.Nominees}}
		}
		person := ""
		if p.Kind == campaign.ForPerson {
			person = trim(n.Person)
		}
		if err := postgres.Exec(ctx, tx, `
			INSERT INTO nominee (award_id, act_id, organization_id, person, reason, by_id, nominated_at, form_key)
			VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4, $5, $6, $7, $8::uuid)
			ON CONFLICT DO NOTHING`, id, a, o, person, trim(n.Reason), by.ID, s.now(), key); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "nominate", id.String(), "")
	})
}

// pointsAt is the act and the organisation that are meant. Nobody nominates an
// act of their own, or themselves.
func (s *Service) pointsAt(ctx context.Context, tx pgx.Tx, by account.Account, p campaign.Prize, n Nomination) (act.ID, organization.ID, error) {
	problems := n.check(p.Kind)
	first := func(rule validate.Rule) {
		problems = append(validate.Problems{{Field: "winner", Rule: rule}}, problems...)
	}
	if p.Kind == campaign.ForOrganization {
		o, ok := s.Organizations.Directory().Find(n.Organization)
		c, _ := s.Campaigns.Find(p.CampaignID)
		takesPart := stats.Filter{Archived: true}.With(stats.Campaign, c.Slug).With(stats.Organization, o.Slug)
		if !ok || s.Stats.Catalogue().Select(takesPart).Total() == 0 {
			first(validate.NotEntered)
		}
		return 0, o.ID, problems.Err()
	}
	a, err := s.Campaigns.PublicAct(ctx, n.Act)
	if err == nil {
		var in campaign.ID
		if in, err = s.Campaigns.EntryTx(ctx, tx, a.ID); err == nil && in != p.CampaignID {
			err = fault.NotFound
		}
	}
	switch {
	case err != nil:
		first(validate.NotEntered)
	case a.WrittenBy(by):
		first(validate.OwnWork)
	}
	if p.Kind == campaign.ForPerson {
		return a.ID, a.OrganizationID, problems.Err()
	}
	return a.ID, 0, problems.Err()
}

// Unnominate takes a nominee back: the team any, others their own. Whoever has
// been scored stays.
func (s *Service) Unnominate(ctx context.Context, by account.Account, id NomineeID) (campaign.PrizeID, error) {
	var of campaign.PrizeID
	return of, s.db.Tx(ctx, func(tx pgx.Tx) error {
		if !by.Nominates() {
			return fmt.Errorf("take back %v: %w", id, fault.Forbidden)
		}
		r := repository{tx}
		n, err := r.nominee(ctx, s.Acts, id)
		if err != nil {
			return err
		}
		of = n.AwardID
		if n.ByID != by.ID && !by.RunsProgramme() {
			return fmt.Errorf("take back %v of another: %w", id, fault.Forbidden)
		}
		p, err := s.prize(ctx, tx, n.AwardID)
		if err != nil {
			return err
		}
		j, err := r.lock(ctx, p)
		if err != nil {
			return err
		}
		scored, err := postgres.Value[bool](ctx, tx, "SELECT EXISTS (SELECT FROM jury_ballot WHERE nominee_id = $1)", id)
		if err != nil {
			return err
		}
		if scored || !j.Open() {
			return fmt.Errorf("take back %v, which has been scored: %w", id, fault.Conflict)
		}
		if err := postgres.Exec(ctx, tx, "DELETE FROM nominee WHERE id = $1", id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "take back nominee", n.AwardID.String(), "")
	})
}
