package campaign

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
)

// Load stores the campaigns that the programme has held. Those that are there
// stay as they are.
func (s *Service) Load(ctx context.Context) error {
	if err := s.Refresh(ctx); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, c := range s.All() {
		known[c.Slug] = true
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		for _, c := range held() {
			if known[c.Slug] {
				continue
			}
			if _, err := s.EnsureTx(ctx, tx, c); err != nil {
				return err
			}
		}
		return nil
	})
}

// held is the campaigns, the oldest first.
func held() []Campaign {
	var all []Campaign
	for _, c := range []struct {
		year, opens, closes string
		goal                int
	}{
		{"2022", "2022-08-29", "2022-10-31", 100},
		{"2023", "2023-09-01", "2023-10-31", 150},
		{"2024", "2024-09-02", "2024-10-31", 200},
		{"2025", "2025-09-01", "2025-10-31", 250},
		{"2026", "2026-09-01", "2026-12-18", 300},
	} {
		var gala time.Time
		if c.year == "2022" { // the others have had none here
			gala = day("2022-12-08").Add(11 * time.Hour)
		}
		all = append(all, Campaign{
			Slug: "hyva-kiertamaan-" + c.year,
			Name: i18n.T("Hyvä kiertämään "+c.year, "Dela med dig "+c.year, "Pass It On "+c.year),
			Pitch: i18n.T(
				"Teillä on jo tehty jotain, mistä muutkin hyötyisivät. Kerro se muille – vartti riittää.",
				"Ni har redan gjort något som andra också skulle ha nytta av. Berätta om det – en kvart räcker.",
				"You have already done something that others would gain from. Tell them about it – a quarter of an hour is enough."),
			OpensOn: day(c.opens), ClosesOn: day(c.closes), Goal: c.goal, Basis: Submitted, CountedFor: Organization, Public: true, GalaAt: gala,
		})
	}
	return all
}

// day is a day of ours, written down above.
func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}
