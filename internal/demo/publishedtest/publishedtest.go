// Package publishedtest has the figures that the programme has published, and
// rows from which every one of them that is of acts is counted. The demo leaves
// most of these rows out (decision 0013): nothing is known of their acts but how
// many there were. Sparrings and workshops it has itself.
package publishedtest

import (
	_ "embed"
	"encoding/json"
	"testing"
)

//go:embed published-figures.json
var published []byte

// Figures is what has been published.
type Figures struct {
	Totals       []Total      `json:"totals"`
	Campaign2022 Campaign2022 `json:"campaign_2022"`
	Coaching     Coaching     `json:"coaching_2021_2022"`
	Workshops    Workshops    `json:"workshops_2020_2021"`
}

// A Total is what has been published of one day or month. What was not told is
// 0.
type Total struct {
	At                      string `json:"at"` // a day, or a month
	Acts                    int    `json:"acts"`
	Solutions               int    `json:"solutions"`
	ActsInYear              int    `json:"acts_in_year"`
	OrganizationsAbout      int    `json:"organizations_about"`
	ActsInCampaign          int    `json:"acts_in_campaign"`
	OrganizationsInCampaign int    `json:"organizations_in_campaign"`
}

// Campaign2022 is what has been published of the campaign of 2022.
type Campaign2022 struct {
	Goal           int    `json:"goal"`
	Acts           int    `json:"acts"`
	Organizations  int    `json:"organizations"`
	AwardedActs    int    `json:"awarded_acts"`
	MostInventive  string `json:"most_inventive_municipality"`
	BySectorInRows []Line `json:"by_sector"`
}

// Coaching is what has been published of the sparrings of 2021 and 2022. Those
// that are in no line of a sector concerned a whole organisation.
type Coaching struct {
	Applications   int     `json:"approved_applications"`
	Organizations  int     `json:"organizations"`
	Days           int     `json:"coaching_days"`
	Participants   int     `json:"participants"`
	Providers      int     `json:"providers"`
	Coaches        int     `json:"coaches"`
	FeedbackMean   float64 `json:"feedback_mean"`
	BySectorInRows []Line  `json:"by_sector"`
	ByThemeInRows  []Line  `json:"by_theme"`
}

// Workshops is what has been published of the workshops of 2020 and 2021.
type Workshops struct {
	Name         string `json:"name"`
	SignUpUntil  string `json:"sign_up_deadline"`
	PlannedAbout int    `json:"planned_workshops_about"`
	Held         int    `json:"interviews_and_workshops_held"`
}

// BySector is the published table of sparrings by sector.
func (c Coaching) BySector() map[string]int { return counts(c.BySectorInRows) }

// ByTheme is the published table of sparrings by theme.
func (c Coaching) ByTheme() map[string]int { return counts(c.ByThemeInRows) }

// A Line is one line of a published table.
type Line struct {
	Label string
	Count int
}

// UnmarshalJSON reads a label and its count, which stand side by side.
func (l *Line) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, &[]any{&l.Label, &l.Count}) }

// Read is the published figures.
func Read(t testing.TB) Figures {
	t.Helper()
	var f Figures
	if err := json.Unmarshal(published, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// Total is the figures that were published of a day or month.
func (f Figures) Total(t testing.TB, at string) Total {
	t.Helper()
	for _, total := range f.Totals {
		if total.At == at {
			return total
		}
	}
	t.Fatalf("nothing was published of %s", at)
	return Total{}
}

// BySector is the published table of the campaign of 2022.
func (f Figures) BySector() map[string]int { return counts(f.Campaign2022.BySectorInRows) }

func counts(lines []Line) map[string]int {
	by := map[string]int{}
	for _, l := range lines {
		by[l.Label] = l.Count
	}
	return by
}
