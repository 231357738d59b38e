package demo

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
)

// A court is a prize that a jury decides, as far as it is in the demo.
type court struct {
	campaign string
	prize    campaign.Prize
	rules    bool
	closed   bool
	nominees []candidate
}

// A candidate is a nominee, and what the juror of the demo gives it.
type candidate struct {
	ref, person, reason string
	points              []int // none: not yet
}

func courts() []court {
	return []court{
		{
			campaign: "hyva-kiertamaan-2026", rules: true,
			prize: campaign.Prize{Key: "oivallus", Kind: campaign.ForAct, DecidedBy: campaign.ByJury, Name: i18n.T("Vuoden oivallus", "Årets insikt", "Insight of the year")},
			nominees: []candidate{
				{"2026-003", "", "Ohje on niin lyhyt, että sen lukee jokainen.", []int{4, 5}},
				{"2026-006", "", "Yksi avain muutti monen työmatkat.", nil},
			},
		},
		{
			campaign: "hyva-kiertamaan-2026",
			prize:    campaign.Prize{Key: "kehittaja", Kind: campaign.ForPerson, DecidedBy: campaign.ByJury, Name: i18n.T("Vuoden kehittäjä", "Årets utvecklare", "Developer of the year")},
			nominees: []candidate{{"2026-003", "Pinja Postikortti", "Kokosi ohjeen yhdessä koko talon kanssa.", nil}},
		},
		{
			campaign: "hyva-kiertamaan-2025", rules: true, closed: true,
			prize: campaign.Prize{Key: "kokeilu", Kind: campaign.ForAct, DecidedBy: campaign.ByJury, Name: i18n.T("Rohkein kokeilu", "Modigaste försöket", "Boldest experiment")},
			nominees: []candidate{
				{"2025-001", "", "Kaksi työpaikkaa, yksi kahvipöytä.", []int{3, 4}},
				{"2025-004", "", "Hälytykset vähenivät ilman uutta laitetta.", []int{5, 4}},
				{"2025-005", "", "Virheestä puhutaan ääneen joka viikko.", []int{5, 4}},
				{"2025-007", "", "Kolme kieltä näkyy arjessa.", nil},
			},
		},
	}
}

// juries lets the demo people nominate and score.
func (s *Service) juries(ctx context.Context, ids map[string]act.ID) error {
	team, err := s.Accounts.FindByEmail(ctx, "ohjelma@example.fi")
	if err != nil {
		return err
	}
	juror, err := s.Accounts.FindByEmail(ctx, "raati@example.fi")
	if err != nil {
		return err
	}
	for i, c := range courts() {
		var id campaign.PrizeID
		err := s.DB.Tx(ctx, func(tx pgx.Tx) (err error) {
			of, _ := s.Campaigns.BySlug(c.campaign)
			id, err = s.Campaigns.EnsurePrizeTx(ctx, tx, of.ID, c.prize)
			return err
		})
		if err == nil {
			err = s.court(ctx, team, juror, id, c, ids, i)
		}
		if err != nil {
			return fmt.Errorf("the jury of %s: %w", c.prize.Key, err)
		}
	}
	return nil
}

func (s *Service) court(ctx context.Context, team, juror account.Account, id campaign.PrizeID, c court, ids map[string]act.ID, nth int) error {
	for i, n := range c.nominees {
		a, err := s.Acts.Find(ctx, team, ids[n.ref])
		if err != nil {
			return err
		}
		key := fmt.Sprintf("%024d%08d", nth+1, i+1)
		if err := s.Juries.Nominate(ctx, team, id, key, jury.Nomination{Act: a.Slug, Person: n.person, Reason: n.reason}); err != nil {
			return err
		}
	}
	if !c.rules {
		return nil
	}
	rules := jury.Rules{Scale: jury.Five, Criteria: []jury.Criterion{
		{Name: i18n.T("Rohkeus ja uutuus", "Mod och nyhetsvärde", "Courage and novelty"), Weight: 60},
		{Name: i18n.T("Hyöty arjessa", "Nytta i vardagen", "Use in everyday work"), Weight: 40},
	}}
	if err := s.Juries.SetRules(ctx, team, id, fmt.Sprintf("%032d", nth+1), 0, rules); err != nil {
		return err
	}
	if err := s.Juries.AddMember(ctx, team, id, juror.Email); err != nil {
		return err
	}
	if err := s.scores(ctx, juror, id, c); err != nil || !c.closed {
		return err
	}
	return s.Juries.Close(ctx, team, id)
}

func (s *Service) scores(ctx context.Context, juror account.Account, id campaign.PrizeID, c court) error {
	b, err := s.Juries.Bench(ctx, juror, id)
	if err != nil {
		return err
	}
	for i, n := range c.nominees {
		if n.points == nil {
			continue
		}
		points := jury.Points{}
		for j, cr := range b.Jury.Criteria {
			points[cr.ID] = n.points[j]
		}
		if _, err := s.Juries.Score(ctx, juror, b.Cases[i].ID, jury.Ballot{Points: points}); err != nil {
			return err
		}
	}
	return nil
}
