package jury

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
)

// Service is the juries.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Campaigns     *campaign.Service
	Acts          *act.Service
	Accounts      *account.Service
	Mails         *mail.Outbox
	Organizations *organization.Service
	Stats         *stats.Service // which organisations take part in a campaign
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// prize is a prize that a jury decides; others have none.
func (s *Service) prize(ctx context.Context, q postgres.Querier, id campaign.PrizeID) (campaign.Prize, error) {
	p, err := s.Campaigns.PrizeTx(ctx, q, id)
	if err == nil && p.DecidedBy != campaign.ByJury {
		err = fmt.Errorf("the jury of %v, which is counted: %w", id, fault.NotFound)
	}
	return p, err
}

// team runs a deed of the programme team on a jury, and records it.
func (s *Service) team(ctx context.Context, by account.Account, id campaign.PrizeID, verb string, fn func(tx pgx.Tx, j Jury) error) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("%s the jury of %v: %w", verb, id, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		p, err := s.prize(ctx, tx, id)
		if err != nil {
			return err
		}
		j, err := repository{tx}.lock(ctx, p)
		if err != nil {
			return err
		}
		if err := fn(tx, j); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, verb, id.String(), "jury")
	})
}

// SetRules writes what a jury scores by. Version is that which the team saw; 0
// is a jury of which nothing was set. Once somebody has scored, the rules stand.
func (s *Service) SetRules(ctx context.Context, by account.Account, id campaign.PrizeID, key string, version int, rules Rules) error {
	return s.team(ctx, by, id, "set rules", func(tx pgx.Tx, j Jury) error {
		r := repository{tx}
		if sent, err := r.sentBy(ctx, id, key); err != nil || sent {
			return err
		}
		if err := rules.Check(); err != nil {
			return err
		}
		begun, err := r.begun(ctx, id)
		if err != nil {
			return err
		}
		set := false
		if !begun && j.Open() {
			set, err = r.setRules(ctx, id, key, version, rules)
		}
		if err == nil && !set {
			err = fmt.Errorf("rules of the jury of %v at version %d: %w", id, version, fault.Conflict)
		}
		return err
	})
}

// AddMember puts somebody who has the role of a juror on a jury, with a letter:
// nobody of the programme team. Adding somebody twice changes nothing.
func (s *Service) AddMember(ctx context.Context, by account.Account, id campaign.PrizeID, email string) error {
	return s.team(ctx, by, id, "add juror", func(tx pgx.Tx, j Jury) error {
		if j.Phase() != Scoring {
			return fmt.Errorf("add to the jury of %v, which is %s: %w", id, j.Phase(), fault.Conflict)
		}
		who, err := s.Accounts.ByEmailTx(ctx, tx, email)
		if err != nil || !who.Judges() || who.RunsProgramme() { // the team sees results
			return validate.Problems{{Field: "email", Rule: validate.NoSuchJuror}}
		}
		there, err := repository{tx}.members(ctx, id)
		if err != nil {
			return err
		}
		if len(there) >= limit.Jurors {
			return validate.Problems{{Field: "email", Rule: validate.Crowded, Limit: limit.Jurors}}
		}
		added, err := postgres.Values[account.ID](ctx, tx, `
			INSERT INTO jury_member (award_id, account_id, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING account_id`, id, who.ID, s.now())
		if err != nil || len(added) == 0 {
			return err
		}
		return s.inviteTx(ctx, tx, j.Prize, who)
	})
}

// RemoveMember takes somebody off a jury. What they have scored counts no more,
// and counts again when they come back.
func (s *Service) RemoveMember(ctx context.Context, by account.Account, id campaign.PrizeID, who account.ID) error {
	return s.team(ctx, by, id, "remove juror", func(tx pgx.Tx, j Jury) error {
		if j.Phase() != Scoring {
			return fmt.Errorf("take off the jury of %v, which is %s: %w", id, j.Phase(), fault.Conflict)
		}
		return postgres.Exec(ctx, tx, "DELETE FROM jury_member WHERE award_id = $1 AND account_id = $2", id, who)
	})
}
