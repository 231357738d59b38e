// Package campaign is the campaigns (Hyvä kiertämään), the acts entered in
// them and the awards given. Their own pages come later; the data is here.
package campaign

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

// ID names a campaign.
type ID int64

// A Campaign collects acts in a window of days.
type Campaign struct {
	ID       ID
	Slug     string
	Name     i18n.Text
	Pitch    i18n.Text // why to take part, in a sentence or two
	OpensOn  time.Time // first day
	ClosesOn time.Time // last day
	Goal     int       // acts; 0: none
}

// OpenAt reports whether acts can be entered on the day of t.
func (c Campaign) OpenAt(t time.Time) bool {
	day := t.In(i18n.Helsinki()).Format(time.DateOnly)
	return c.OpensOn.Format(time.DateOnly) <= day && day <= c.ClosesOn.Format(time.DateOnly)
}

// An Award is a prize that an act or an organisation has won.
type Award struct {
	Name           i18n.Text
	CampaignName   i18n.Text
	Citation       string
	GrantedOn      time.Time
	ActID          act.ID          // 0: given to an organisation
	OrganizationID organization.ID // 0: given to an act
}

// Service knows the campaigns and keeps them at hand.
type Service struct {
	db   *postgres.DB
	kept atomic.Pointer[[]Campaign]
}

// New is a Service; call Refresh before All.
func New(db *postgres.DB) *Service { return &Service{db: db} }

// All is every campaign, the newest first, as last read.
func (s *Service) All() []Campaign {
	if all := s.kept.Load(); all != nil {
		return *all
	}
	return nil
}

// OpenAt is the campaign that is open at t.
func (s *Service) OpenAt(t time.Time) (Campaign, bool) {
	for _, c := range s.All() {
		if c.OpenAt(t) {
			return c, true
		}
	}
	return Campaign{}, false
}

// Refresh reads the campaigns again, as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	rows, err := postgres.All[struct {
		ID                                                      ID
		Slug, NameFi, NameSv, NameEn, PitchFi, PitchSv, PitchEn string
		OpensOn, ClosesOn                                       time.Time
		Goal                                                    int
	}](ctx, s.db, `
		SELECT id, slug, name_fi, name_sv, name_en, pitch_fi, pitch_sv, pitch_en, opens_on, closes_on, goal
		FROM campaign
		ORDER BY opens_on DESC, id DESC`)
	if err != nil {
		return fmt.Errorf("read the campaigns: %w", err)
	}
	all := make([]Campaign, len(rows))
	for i, r := range rows {
		all[i] = Campaign{
			ID: r.ID, Slug: r.Slug, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), Pitch: i18n.Name(r.PitchFi, r.PitchSv, r.PitchEn),
			OpensOn: r.OpensOn, ClosesOn: r.ClosesOn, Goal: r.Goal,
		}
	}
	s.kept.Store(&all)
	return nil
}

// EnsureTx adds the campaign unless there is one with its slug, and is its id.
func (s *Service) EnsureTx(ctx context.Context, tx pgx.Tx, c Campaign) (ID, error) {
	id, err := postgres.Value[ID](ctx, tx, `
		INSERT INTO campaign (slug, name_fi, name_sv, name_en, pitch_fi, pitch_sv, pitch_en, opens_on, closes_on, goal)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug
		RETURNING id`,
		c.Slug, c.Name.To(i18n.FI), c.Name.To(i18n.SV), c.Name.To(i18n.EN),
		c.Pitch.To(i18n.FI), c.Pitch.To(i18n.SV), c.Pitch.To(i18n.EN), c.OpensOn, c.ClosesOn, c.Goal)
	if err != nil {
		return 0, fmt.Errorf("store the campaign %s: %w", c.Slug, err)
	}
	_, err = version.BumpTx(ctx, tx)
	return id, err
}

// EnterTx enters an act in a campaign; 0 takes it out of the one it is in.
func (s *Service) EnterTx(ctx context.Context, tx pgx.Tx, id act.ID, c ID) error {
	if c == 0 {
		return postgres.Exec(ctx, tx, "DELETE FROM campaign_entry WHERE act_id = $1", id)
	}
	return postgres.Exec(ctx, tx, `
		INSERT INTO campaign_entry (act_id, campaign_id) VALUES ($1, $2)
		ON CONFLICT (act_id) DO UPDATE SET campaign_id = excluded.campaign_id`, id, c)
}

// Enter enters the viewer's own act in a campaign that is open; a slug of ""
// takes it out.
func (s *Service) Enter(ctx context.Context, by account.Account, a act.Act, slug string, at time.Time) error {
	if !a.Owned(by) {
		return fmt.Errorf("enter %v: %w", a.ID, fault.Forbidden)
	}
	var into ID
	for _, c := range s.All() {
		if c.Slug == slug && c.OpenAt(at) {
			into = c.ID
		}
	}
	if slug != "" && into == 0 {
		return fmt.Errorf("enter %v in %q: %w", a.ID, slug, fault.Conflict)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error { return s.EnterTx(ctx, tx, a.ID, into) })
}

// EntryOf is the campaign that an act is entered in; 0 if none.
func (s *Service) EntryOf(ctx context.Context, id act.ID) (ID, error) {
	return postgres.Value[ID](ctx, s.db, `
		SELECT coalesce((SELECT campaign_id FROM campaign_entry WHERE act_id = $1), 0)`, id)
}

// EntryTx is EntryOf in a transaction.
func (s *Service) EntryTx(ctx context.Context, tx pgx.Tx, id act.ID) (ID, error) {
	return postgres.Value[ID](ctx, tx, `
		SELECT coalesce((SELECT campaign_id FROM campaign_entry WHERE act_id = $1), 0)`, id)
}

// EntriesOf is the campaign slugs of some acts; acts in none are left out.
func (s *Service) EntriesOf(ctx context.Context, ids []act.ID) (map[act.ID]string, error) {
	rows, err := postgres.All[struct {
		ActID act.ID
		Slug  string
	}](ctx, s.db, `
		SELECT e.act_id, c.slug FROM campaign_entry e JOIN campaign c ON c.id = e.campaign_id
		WHERE e.act_id = ANY($1)`, ids)
	entries := make(map[act.ID]string, len(rows))
	for _, r := range rows {
		entries[r.ActID] = r.Slug
	}
	return entries, err
}
