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

// An Erratum tells everyone what was wrong with an award that is out.
type Erratum struct {
	Prize          PrizeID
	CampaignID     ID
	PrizeName      i18n.Text
	ActID          act.ID // 0: no act
	OrganizationID organization.ID
	Person         string
	GrantedOn      time.Time
	Text           i18n.Text
	CorrectedOn    time.Time
}

// A Correction is an award as it ought to be.
type Correction struct {
	Person   string // of an award of a person
	Citation i18n.Text
	Mention  bool
	Gone     bool      // the award was given by mistake
	Erratum  i18n.Text // what everyone is told; of an award that is out
}

// check is the problems of a correction, in the order of the form.
func (c Correction) check(a Award) error {
	var p validate.Problems
	if a.Person != "" {
		p.Text("person", c.Person, limit.Name)
	}
	CheckCitation(&p, c.Citation)
	for _, l := range i18n.Langs() {
		if a.Out {
			p.Text("erratum_"+string(l), c.Erratum.To(l), limit.Reason)
		}
	}
	return p.Err()
}

// Errata is what was wrong with awards that are out, the newest first, as last
// read.
func (s *Service) Errata() []Erratum {
	if all := s.errata.Load(); all != nil {
		return *all
	}
	return nil
}

// ErrataOf is the errata of an act.
func (s *Service) ErrataOf(id act.ID) []Erratum {
	var some []Erratum
	for _, e := range s.Errata() {
		if e.ActID == id {
			some = append(some, e)
		}
	}
	return some
}

// ErrataOfOrganization is the errata of prizes that an organisation itself has
// won.
func (s *Service) ErrataOfOrganization(id organization.ID) []Erratum {
	var some []Erratum
	for _, e := range s.Errata() {
		if e.OrganizationID == id && e.Person == "" {
			some = append(some, e)
		}
	}
	return some
}

func errata(ctx context.Context, q postgres.Querier) ([]Erratum, error) {
	rows, err := postgres.All[struct {
		Prize                                          PrizeID
		CampaignID                                     ID
		NameFi, NameSv, NameEn, TextFi, TextSv, TextEn string
		ActID                                          act.ID
		OrganizationID                                 organization.ID
		Person                                         string
		GrantedOn, CorrectedOn                         time.Time
	}](ctx, q, `
		SELECT w.id AS prize, w.campaign_id, w.name_fi, w.name_sv, w.name_en, e.text_fi, e.text_sv, e.text_en, coalesce(e.act_id, 0) AS act_id,
		       coalesce(e.organization_id, 0) AS organization_id, e.person, e.granted_on, e.corrected_on
		FROM award_erratum e JOIN award w ON w.id = e.award_id ORDER BY e.id DESC`)
	all := make([]Erratum, len(rows))
	for i, r := range rows {
		all[i] = Erratum{
			Prize: r.Prize, CampaignID: r.CampaignID, PrizeName: i18n.Name(r.NameFi, r.NameSv, r.NameEn), ActID: r.ActID, OrganizationID: r.OrganizationID,
			Person: r.Person, GrantedOn: r.GrantedOn, Text: i18n.Name(r.TextFi, r.TextSv, r.TextEn), CorrectedOn: r.CorrectedOn,
		}
	}
	return all, err
}

// Award is one award, under embargo too: for the team.
func (s *Service) Award(ctx context.Context, by account.Account, id AwardID) (Award, error) {
	if !by.RunsProgramme() {
		return Award{}, fmt.Errorf("see %v: %w", id, fault.Forbidden)
	}
	return s.awardTx(ctx, s.db, id)
}

func (s *Service) awardTx(ctx context.Context, q postgres.Querier, id AwardID) (Award, error) {
	found, err := awardsTx(ctx, q, awardQuery+"WHERE g.id = $1", int64(id))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("find %v: %w", id, fault.NotFound)
	}
	if err != nil {
		return Award{}, err
	}
	return found[0], nil
}

// AwardsOfCampaign is all that has been given in a campaign, under embargo too:
// for the team. The mentions of a prize come last.
func (s *Service) AwardsOfCampaign(ctx context.Context, by account.Account, id ID) ([]Award, error) {
	if !by.RunsProgramme() {
		return nil, fmt.Errorf("awards of %v: %w", id, fault.Forbidden)
	}
	return s.awards(ctx, awardQuery+"WHERE w.campaign_id = $1 ORDER BY w.kind DESC, w.id, g.mention, g.id", int64(id))
}

// Correct mends an award. Once it is out, everyone is told what was wrong: both
// or neither. Version is that of the award that the team saw; the same form
// mends once.
func (s *Service) Correct(ctx context.Context, by account.Account, id AwardID, key string, v int, c Correction) (PrizeID, error) {
	if !by.RunsProgramme() {
		return 0, fmt.Errorf("correct %v: %w", id, fault.Forbidden)
	}
	var of PrizeID
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		done, err := postgres.Values[PrizeID](ctx, tx, "SELECT award_id FROM award_erratum WHERE form_key = $1::uuid", key)
		if err != nil || len(done) == 1 { // sent twice
			of = append(done, 0)[0]
			return err
		}
		if _, err := postgres.Value[int](ctx, tx, "SELECT version FROM award_grant WHERE id = $1 FOR UPDATE", id); err != nil {
			return fmt.Errorf("correct %v: %w", id, err)
		}
		a, err := s.awardTx(ctx, tx, id)
		if err != nil {
			return err
		}
		of = a.Prize
		if err := c.check(a); err != nil {
			return err
		}
		if err := s.mendTx(ctx, tx, a, v, c); err != nil {
			return err
		}
		if err := s.tellTx(ctx, tx, by, a, key, c); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "correct", id.String(), "")
	})
	if err != nil {
		return of, err
	}
	return of, s.Refresh(ctx)
}

func (s *Service) mendTx(ctx context.Context, tx pgx.Tx, a Award, v int, c Correction) error {
	said := func(l i18n.Lang) string { return strings.TrimSpace(c.Citation.To(l)) }
	var mended []AwardID
	var err error
	if c.Gone {
		mended, err = postgres.Values[AwardID](ctx, tx, "DELETE FROM award_grant WHERE id = $1 AND version = $2 RETURNING id", a.ID, v)
	} else {
		mended, err = postgres.Values[AwardID](ctx, tx, `
			UPDATE award_grant SET citation = $3, citation_sv = $4, citation_en = $5, mention = $6,
				person = CASE WHEN person = '' THEN '' ELSE $7 END, version = version + 1
			WHERE id = $1 AND version = $2 RETURNING id`, a.ID, v, said(i18n.FI), said(i18n.SV), said(i18n.EN), c.Mention, strings.TrimSpace(c.Person))
	}
	if err == nil && len(mended) == 0 {
		err = fmt.Errorf("correct %v, which is not at version %d: %w", a.ID, v, fault.Conflict)
	}
	return err
}

// tellTx tells everyone what was wrong with an award that is out.
func (s *Service) tellTx(ctx context.Context, tx pgx.Tx, by account.Account, a Award, key string, c Correction) error {
	if !a.Out {
		return nil
	}
	said := func(l i18n.Lang) string { return strings.TrimSpace(c.Erratum.To(l)) }
	err := postgres.Exec(ctx, tx, `
		INSERT INTO award_erratum (award_id, act_id, organization_id, person, granted_on, text_fi, text_sv, text_en, corrected_on, by_id, form_key)
		VALUES ($1, nullif($2::bigint, 0), nullif($3::bigint, 0), $4, $5, $6, $7, $8, $9, $10, $11::uuid)`,
		a.Prize, a.ActID, a.OrganizationID, a.Person, a.GrantedOn, said(i18n.FI), said(i18n.SV), said(i18n.EN), s.now().In(i18n.Helsinki()), by.ID, key)
	if err != nil {
		return err
	}
	if err := s.admitTx(ctx, tx, a, key, c.Erratum); err != nil {
		return err
	}
	if a.ActID != 0 {
		return s.Acts.TouchTx(ctx, tx, a.ActID)
	}
	_, err = version.BumpTx(ctx, tx)
	return err
}
