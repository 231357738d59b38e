package stats_test

import (
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// Whatever is counted of one campaign says so: which acts, by which day, of
// which time. What is counted of all acts does not.
func TestACampaignsFiguresTellItsRule(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, err := w.campaigns.Create(t.Context(), w.team, "0198b1f20000700080000000000000a2", campaign.Campaign{
		Name: i18n.T("Lähetetyt", "Skickade", "Sent"), Pitch: i18n.T("Tule.", "Kom.", "Come."),
		OpensOn: time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC), ClosesOn: time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC), Basis: campaign.Submitted, CountedFor: campaign.Group,
	})
	w.must(err)
	w.refresh()
	c := w.numbers.Catalogue()
	period := stats.Filter{From: time.Date(2026, 11, 1, 0, 0, 0, 0, i18n.Helsinki())}
	for slug, want := range map[string]struct{ basis, says, window string }{
		"":           {stats.FirstPublished, "", "Koko aika"},
		"hyva-koe":   {stats.FirstPublished, "”Hyvä koe” ja julkaistu", "1.9.2026–31.1.2027, ensimmäisen julkaisupäivän mukaan"},
		"lahetetyt":  {stats.Submitted, "”Lähetetyt” ja lähetetty", "1.10.2026–31.12.2026, lähetyspäivän mukaan"},
		"lahetetyt+": {stats.Submitted, "”Lähetetyt” ja lähetetty", "1.10.2026–31.12.2026, lähetyspäivän mukaan; 1.11.2026–"},
	} {
		f := stats.Filter{}
		if strings.HasSuffix(slug, "+") {
			f = period
		}
		if slug != "" {
			f = f.With(stats.Campaign, strings.TrimSuffix(slug, "+"))
		}
		rule, _ := c.Coverage(f)
		for _, d := range []stats.Definition{
			c.Count(f, stats.Sector).Definition, c.Count(f, stats.Organization).Definition, c.Leaders(f, true).Definition, c.Wait(f).Definition, c.Adoptions(f).Definition,
			c.Months(f, time.Time{}, 12).Definition, c.Eras(f).Definition, c.Reach(f).Definition, c.Cross(f, stats.Sector, stats.Year, stats.Acts).Definition, rule,
		} {
			if fi := d.Rule.To(i18n.FI); d.Basis != want.basis || !strings.HasPrefix(d.Window.To(i18n.FI), want.window) || want.says != "" && !strings.Contains(fi, want.says) || want.says == "" && strings.Contains(fi, "kampanjaan") {
				t.Errorf("%q, %s: %s, %s; %s", slug, d.Key, d.Basis, d.Window.To(i18n.FI), fi)
			}
			if d.Rule.To(i18n.SV) == d.Rule.To(i18n.FI) || d.Window.To(i18n.EN) == d.Window.To(i18n.FI) {
				t.Errorf("%q, %s: the rule is not in every language", slug, d.Key)
			}
		}
	}
}

// Two periods in turn tell each its own days.
func TestPeriodsTellTheirDays(t *testing.T) {
	t.Parallel()
	c := newTown(t).numbers.Catalogue()
	day := func(n int) time.Time { return time.Date(2026, 11, n, 0, 0, 0, 0, i18n.Helsinki()) }
	for _, tt := range []struct {
		f    stats.Filter
		want string
	}{
		{stats.Filter{From: day(1), Until: day(11)}, "1.11.2026–10.11.2026, ensimmäisen julkaisupäivän mukaan"},
		{stats.Filter{From: day(1), Until: day(21)}, "1.11.2026–20.11.2026, ensimmäisen julkaisupäivän mukaan"},
		{stats.Filter{From: day(2), Until: day(21)}, "2.11.2026–20.11.2026, ensimmäisen julkaisupäivän mukaan"},
		{stats.Filter{}, "Koko aika, ensimmäisen julkaisupäivän mukaan"},
	} {
		for range 2 {
			if got := c.Eras(tt.f).Definition.Window.To(i18n.FI); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		}
	}
}
