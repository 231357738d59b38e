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
)

// AwardID names an award.
type AwardID int64

func (id AwardID) String() string { return fmt.Sprintf("award grant %d", int64(id)) }

// A Winner is who gets a prize, and why, as the team types it.
type Winner struct {
	Act          string // its address or the last part of it
	Organization string // its name; of a person: where they work
	Person       string
	Citation     i18n.Text // a language may be empty
	Mention      bool      // an honourable mention
}

// A Chosen is a winner that has been found.
type Chosen struct {
	Act          act.ID          // 0: no act
	Organization organization.ID // 0: an act
	Person       string
	Citation     i18n.Text
	Mention      bool
}

// Grant gives a prize to an act or an organisation. It stays under embargo
// until the gala of the campaign. Giving it twice changes nothing.
func (s *Service) Grant(ctx context.Context, by account.Account, id PrizeID, w Winner) error {
	p, _, err := s.Prize(ctx, by, id)
	if err != nil {
		return err
	}
	c, err := s.find(ctx, p, w)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		judged, err := s.JudgedTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if judged {
			return fmt.Errorf("give %v, which its jury is scoring: %w", id, fault.Conflict)
		}
		return s.AwardTx(ctx, tx, by, p, c)
	})
}

// JudgedTx reports whether a jury is still to decide who wins a prize.
func (s *Service) JudgedTx(ctx context.Context, q postgres.Querier, id PrizeID) (bool, error) {
	return postgres.Value[bool](ctx, q, "SELECT EXISTS (SELECT FROM jury WHERE award_id = $1 AND decided_at IS NULL)", id)
}

// Judged is JudgedTx outside a transaction.
func (s *Service) Judged(ctx context.Context, id PrizeID) (bool, error) {
	return s.JudgedTx(ctx, s.db, id)
}

// AwardTx gives a prize to winners, under embargo until the gala.
func (s *Service) AwardTx(ctx context.Context, tx pgx.Tx, by account.Account, p Prize, winners ...Chosen) error {
	return s.grantingTx(ctx, tx, by, p, func(on time.Time) error {
		for _, c := range winners {
			if err := s.embargoTx(ctx, tx, p.ID, c, on); err != nil {
				return err
			}
		}
		return nil
	})
}

// find is the act or the organisation that the team has named.
func (s *Service) find(ctx context.Context, p Prize, w Winner) (Chosen, error) {
	var problems validate.Problems
	c := Chosen{Person: strings.TrimSpace(w.Person), Citation: w.Citation, Mention: w.Mention}
	switch p.Kind {
	case ForAct:
		a, err := s.PublicAct(ctx, w.Act)
		if err != nil {
			problems.Add("winner", validate.NoSuchAct, 0)
		}
		c.Act, c.Person = a.ID, ""
	case ForOrganization, ForPerson:
		field := "winner"
		if p.Kind == ForPerson {
			problems.Text("winner", c.Person, limit.Name)
			field = "organization"
		} else {
			c.Person = ""
		}
		o, ok := s.Organizations.Directory().Find(w.Organization)
		if !ok {
			problems.Add(field, validate.NoSuchOrganization, 0)
		}
		c.Organization = o.ID
	}
	CheckCitation(&problems, w.Citation)
	return c, problems.Err()
}

// CheckCitation adds the problems of a citation, in the order of the form.
func CheckCitation(problems *validate.Problems, citation i18n.Text) {
	for _, l := range i18n.Langs() {
		problems.Length("citation_"+string(l), citation.To(l), limit.Reason)
	}
}

// PublicAct is the act at an address, or at the last part of one, when
// everyone may read it.
func (s *Service) PublicAct(ctx context.Context, address string) (act.Act, error) {
	address = strings.TrimRight(strings.TrimSpace(address), "/")
	a, err := s.Acts.BySlug(ctx, account.Account{}, address[strings.LastIndexByte(address, '/')+1:])
	if err == nil && !a.Status.Public() {
		err = fault.NotFound
	}
	return a, err
}

// GrantComputed gives a prize that is decided by count to those who have the
// most acts now. Who had it before, under embargo still, loses it; what is out
// is corrected, not counted anew: that is a fault.Conflict.
func (s *Service) GrantComputed(ctx context.Context, by account.Account, id PrizeID) error {
	p, _, err := s.Prize(ctx, by, id)
	if err != nil {
		return err
	}
	c, ok := s.Find(p.CampaignID)
	if !ok || p.DecidedBy != ByCount {
		return fmt.Errorf("compute %v: %w", id, fault.Conflict)
	}
	var winners []Chosen
	for _, l := range s.MostInventive(c) {
		o, ok := s.Organizations.Directory().BySlug(l.Code)
		if !ok {
			return fmt.Errorf("organisation %q: %w", l.Code, fault.NotFound)
		}
		winners = append(winners, Chosen{Organization: o.ID})
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := clearTx(ctx, tx, id); err != nil {
			return err
		}
		return s.AwardTx(ctx, tx, by, p, winners...)
	})
}

func (s *Service) embargoTx(ctx context.Context, tx pgx.Tx, id PrizeID, c Chosen, on time.Time) error {
	said := func(l i18n.Lang) string { return strings.TrimSpace(c.Citation.To(l)) }
	return wrapGrant(id, postgres.Exec(ctx, tx, `
		INSERT INTO award_grant (award_id, act_id, organization_id, person, citation, citation_sv, citation_en, mention, granted_on)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4, $5, $6, $7, $8, $9)
		ON CONFLICT DO NOTHING`, id, c.Act, c.Organization, c.Person, said(i18n.FI), said(i18n.SV), said(i18n.EN), c.Mention, on))
}

// grantingTx runs a deed on the winners of a prize. When the gala is over they
// come out at once.
func (s *Service) grantingTx(ctx context.Context, tx pgx.Tx, by account.Account, p Prize, fn func(on time.Time) error) error {
	c, err := postgres.One[struct{ GalaAt *time.Time }](ctx, tx, "SELECT gala_at FROM campaign WHERE id = $1 FOR UPDATE", p.CampaignID)
	if err != nil {
		return err
	}
	on := s.now()
	if c.GalaAt != nil {
		on = *c.GalaAt
	}
	if err := fn(on.In(i18n.Helsinki())); err != nil {
		return err
	}
	if err := audit.Record(ctx, tx, by, "grant", p.ID.String(), ""); err != nil {
		return err
	}
	_, err = s.releaseTx(ctx, tx)
	return err
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

// RevokeAllTx takes back everyone who has been given a prize. What is out
// stays out: that is a fault.Conflict.
func (s *Service) RevokeAllTx(ctx context.Context, tx pgx.Tx, by account.Account, id PrizeID) error {
	if err := clearTx(ctx, tx, id); err != nil {
		return err
	}
	return audit.Record(ctx, tx, by, "revoke", id.String(), "")
}

// clearTx takes away who has a prize under embargo.
func clearTx(ctx context.Context, tx pgx.Tx, id PrizeID) error {
	if err := postgres.Exec(ctx, tx, "DELETE FROM award_grant WHERE award_id = $1 AND published_at IS NULL", id); err != nil {
		return err
	}
	out, err := postgres.Value[bool](ctx, tx, "SELECT EXISTS (SELECT FROM award_grant WHERE award_id = $1)", id)
	if err != nil {
		return err
	}
	if out {
		return fmt.Errorf("take back %v, which is out: %w", id, fault.Conflict)
	}
	return nil
}
