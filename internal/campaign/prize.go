package campaign

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
)

// PrizeID names a prize.
type PrizeID int64

func (id PrizeID) String() string { return fmt.Sprintf("award %d", int64(id)) }

// A Kind is what a prize is given to.
type Kind string

// The kinds.
const (
	ForAct          Kind = "act"
	ForOrganization Kind = "organization"
	ForPerson       Kind = "person"
)

// Kinds is every kind.
func Kinds() []Kind { return []Kind{ForAct, ForOrganization, ForPerson} }

// DecidedBy is how the winner of a prize is found.
type DecidedBy string

// The ways.
const (
	ByJury  DecidedBy = "jury"  // a jury or the team chooses
	ByCount DecidedBy = "count" // the municipality with the most acts in the campaign; ties share it
)

// A Prize is what can be won in a campaign.
type Prize struct {
	ID         PrizeID
	CampaignID ID
	Key        string // within its campaign
	Kind       Kind
	DecidedBy  DecidedBy
	Name       i18n.Text
	Version    int
}

// Check is the problems of what the team has typed, in the order of the form.
func (p Prize) Check() error {
	var problems validate.Problems
	for _, l := range i18n.Langs() {
		problems.Text("name_"+string(l), p.Name.To(l), limit.CampaignName)
	}
	if !slices.Contains(Kinds(), p.Kind) {
		problems.Add("kind", validate.Unknown, 0)
	}
	switch {
	case p.DecidedBy != ByJury && p.DecidedBy != ByCount:
		problems.Add("decided_by", validate.Unknown, 0)
	case p.DecidedBy == ByCount && p.Kind != ForOrganization:
		problems.Add("decided_by", validate.NotCounted, 0)
	}
	return problems.Err()
}

// EnsurePrizeTx adds a prize to a campaign unless it is there, and is its id.
func (s *Service) EnsurePrizeTx(ctx context.Context, tx pgx.Tx, c ID, p Prize) (PrizeID, error) {
	return s.insertPrize(ctx, tx, "", c, p)
}

func (s *Service) insertPrize(ctx context.Context, tx pgx.Tx, key string, c ID, p Prize) (PrizeID, error) {
	id, err := postgres.Value[PrizeID](ctx, tx, `
		INSERT INTO award (campaign_id, key, kind, decided_by, name_fi, name_sv, name_en, form_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, '')::uuid)
		ON CONFLICT (campaign_id, key) DO UPDATE SET key = excluded.key
		RETURNING id`, c, p.Key, p.Kind, p.DecidedBy, p.Name.To(i18n.FI), p.Name.To(i18n.SV), p.Name.To(i18n.EN), key)
	if err != nil {
		return 0, fmt.Errorf("store the prize %s: %w", p.Key, err)
	}
	return id, nil
}

// AddPrize makes a prize of a campaign. The same form makes one, however often
// it is sent.
func (s *Service) AddPrize(ctx context.Context, by account.Account, key string, c ID, p Prize) (PrizeID, error) {
	if !by.RunsProgramme() {
		return 0, fmt.Errorf("add a prize to %v: %w", c, fault.Forbidden)
	}
	if err := p.Check(); err != nil {
		return 0, err
	}
	var id PrizeID
	err := s.db.TxRetry(ctx, func(tx pgx.Tx) error {
		made, err := postgres.Values[PrizeID](ctx, tx, "SELECT id FROM award WHERE form_key = $1::uuid", key)
		if err != nil || len(made) == 1 {
			if len(made) == 1 {
				id = made[0]
			}
			return err
		}
		if p.Key, err = slug.Free(ctx, tx, "SELECT key AS slug FROM award WHERE key LIKE $1", slug.Make(p.Name.To(i18n.FI))); err != nil {
			return err
		}
		if id, err = s.insertPrize(ctx, tx, key, c, p); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "create", id.String(), p.Key)
	})
	return id, err
}

const prizeColumns = "SELECT id, campaign_id, key, kind, decided_by, name_fi, name_sv, name_en, version FROM award "

type storedPrize struct {
	ID                          PrizeID
	CampaignID                  ID
	Key, NameFi, NameSv, NameEn string
	Kind                        Kind
	DecidedBy                   DecidedBy
	Version                     int
}

func (r storedPrize) prize() Prize {
	return Prize{r.ID, r.CampaignID, r.Key, r.Kind, r.DecidedBy, i18n.Name(r.NameFi, r.NameSv, r.NameEn), r.Version}
}

// Prizes is what can be won in a campaign.
func (s *Service) Prizes(ctx context.Context, c ID) ([]Prize, error) {
	rows, err := postgres.All[storedPrize](ctx, s.db, prizeColumns+"WHERE campaign_id = $1 ORDER BY id", c)
	list := make([]Prize, len(rows))
	for i, r := range rows {
		list[i] = r.prize()
	}
	return list, err
}

// Prize is a prize with who has won it, under embargo too: for the team.
func (s *Service) Prize(ctx context.Context, by account.Account, id PrizeID) (Prize, []Award, error) {
	if !by.RunsProgramme() {
		return Prize{}, nil, fmt.Errorf("see %v: %w", id, fault.Forbidden)
	}
	p, err := s.PrizeTx(ctx, s.db, id)
	if err != nil {
		return Prize{}, nil, err
	}
	won, err := s.awardsOfPrize(ctx, id)
	return p, won, err
}

// PrizeTx is a prize, in a transaction of whoever knows who may see it.
func (s *Service) PrizeTx(ctx context.Context, q postgres.Querier, id PrizeID) (Prize, error) {
	r, err := postgres.One[storedPrize](ctx, q, prizeColumns+"WHERE id = $1", id)
	return r.prize(), err
}

// MostInventive is the municipalities with the most acts in a campaign, as it
// counts them: more than one when they share the first place.
func (s *Service) MostInventive(c Campaign) []stats.Leader {
	board := s.Stats.Catalogue().Leaders(stats.Filter{}.With(stats.Campaign, c.Slug), c.CountedFor == Group)
	return board.Municipalities().First()
}
