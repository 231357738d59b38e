package demo

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// Acts can be entered in a campaign of the demo on whatever day it is loaded:
// in that which the programme holds, when it is over in one of the next year,
// and later in one of the year.
func TestACampaignIsOpen(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	all := campaign.New(db, campaign.Parts{}, time.Now)
	if err := all.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, day := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(2026, 12, 18, 21, 0, 0, 0, time.UTC), "Hyvä kiertämään 2026"},
		{time.Date(2026, 12, 18, 22, 0, 0, 0, time.UTC), "Hyvä kiertämään 2027"},
		{time.Date(2027, 12, 31, 21, 0, 0, 0, time.UTC), "Hyvä kiertämään 2027"},
		{time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC), "Hyvä kiertämään 2029"},
	} {
		if err := all.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		s := Service{DB: db, Campaigns: all, Now: func() time.Time { return day.at }}
		if err := s.openCampaign(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := all.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		if c, open := all.OpenAt(day.at); !open || c.Name.To(i18n.FI) != day.want {
			t.Errorf("at %v the campaign %q is open: %t, want %q", day.at, c.Name.To(i18n.FI), open, day.want)
		}
	}
}
