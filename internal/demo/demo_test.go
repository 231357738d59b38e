package demo_test

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/demo"
	"tekojentori.fi/tori/internal/demo/publishedtest"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/workshop"
)

// TestDemo loads the demo once, for that takes longer than looking at it.
func TestDemo(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	numbers := load(t, db)
	t.Run("the published figures", func(t *testing.T) { publishedFigures(t, numbers) })
	t.Run("every screen has something to show", func(t *testing.T) { somethingToShow(t, db) })
	t.Run("people talk and work together", func(t *testing.T) { talkAndWorkTogether(t, db) })
	t.Run("the year has readings", func(t *testing.T) { yearOfReadings(t, numbers.Catalogue()) })
	t.Run("readers have asked", func(t *testing.T) { readersHaveAsked(t, db) })
}

// The demo rows, counted, are the very table that the programme has published
// of its campaign of 2022, and what it has published of its sparrings and
// workshops.
func publishedFigures(t *testing.T, numbers *stats.Service) {
	t.Helper()
	table := numbers.Catalogue().Count(stats.Filter{}.With(stats.Campaign, "hyva-kiertamaan-2022"), stats.Sector)
	got := map[string]int{}
	for _, r := range table.Rows {
		got[r.Label.To(i18n.FI)] = r.Count
	}
	f := publishedtest.Read(t)
	if diff := cmp.Diff(f.BySector(), got); diff != "" {
		t.Errorf("by sector (-published +counted):\n%s", diff)
	}
	if of := f.Campaign2022; table.Total != of.Acts || table.Organizations != of.Organizations || table.Awarded != of.AwardedActs {
		t.Errorf("%d acts of %d organisations, %d awarded; published: %d, %d, %d", table.Total, table.Organizations, table.Awarded, of.Acts, of.Organizations, of.AwardedActs)
	}
	most := numbers.Catalogue().Count(stats.Filter{}.With(stats.Campaign, "hyva-kiertamaan-2022"), stats.Organization).Rows
	if most[0].Label.To(i18n.FI) != f.Campaign2022.MostInventive || most[0].Count == most[1].Count {
		t.Errorf("the most inventive municipality is %s with %d, then %s with %d", most[0].Code, most[0].Count, most[1].Code, most[1].Count)
	}
	publishedCoachings(t, numbers)
	publishedWorkshops(t, numbers)
}

// publishedCoachings finds what the programme has published of its sparrings of
// 2021 and 2022.
func publishedCoachings(t *testing.T, numbers *stats.Service) {
	t.Helper()
	n, err := numbers.Coachings(t.Context(), time.Date(2021, 1, 1, 0, 0, 0, 0, i18n.Helsinki()), time.Date(2023, 1, 1, 0, 0, 0, 0, i18n.Helsinki()))
	if err != nil {
		t.Fatal(err)
	}
	want := publishedtest.Read(t).Coaching
	lines := func(of stats.Table) map[string]int {
		by := map[string]int{}
		for _, r := range of.Rows {
			by[r.Label.To(i18n.FI)] = r.Count
		}
		return by
	}
	if diff := cmp.Diff(want.BySector(), lines(n.Sectors)); diff != "" {
		t.Errorf("by sector (-published +counted):\n%s", diff)
	}
	if diff := cmp.Diff(want.ByTheme(), lines(n.Themes)); diff != "" {
		t.Errorf("by theme (-published +counted):\n%s", diff)
	}
	got := publishedtest.Coaching{
		Applications: n.Applications.Value, Organizations: n.Organizations.Value, Days: n.Days.Value, Participants: n.Participants.Value,
		Providers: n.Providers.Value, Coaches: n.Coaches.Value, FeedbackMean: math.Round(10*n.Grade()) / 10,
		BySectorInRows: want.BySectorInRows, ByThemeInRows: want.ByThemeInRows,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-published +counted):\n%s", diff)
	}
	if n.Sectors.Total+n.Whole != want.Applications || n.Themes.Total != want.Applications || n.Years.Total != want.Applications {
		t.Errorf("%d of a sector and %d of none, %d by theme, %d by year; published: %d", n.Sectors.Total, n.Whole, n.Themes.Total, n.Years.Total, want.Applications)
	}
}

// publishedWorkshops finds what the programme has published of its workshops of
// 2020 and 2021.
func publishedWorkshops(t *testing.T, numbers *stats.Service) {
	t.Helper()
	all, err := numbers.WorkshopSeries(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %d series", err, len(all))
	}
	got := publishedtest.Workshops{Name: all[0].Name.To(i18n.FI), SignUpUntil: all[0].SignUpUntil.Format(time.DateOnly), PlannedAbout: all[0].Planned, Held: all[0].Held.Value}
	if diff := cmp.Diff(publishedtest.Read(t).Workshops, got); diff != "" {
		t.Errorf("(-published +counted):\n%s", diff)
	}
}

// There is an act of every status that a screen shows.
func somethingToShow(t *testing.T, db *postgres.DB) {
	t.Helper()
	rows, err := postgres.All[struct {
		Status act.Status
		N      int
	}](t.Context(), db, "SELECT status, count(*) AS n FROM act GROUP BY status")
	if err != nil {
		t.Fatal(err)
	}
	has := map[act.Status]int{}
	for _, r := range rows {
		has[r.Status] = r.N
	}
	for _, s := range act.Statuses() {
		if has[s] == 0 {
			t.Errorf("no act is %s", s)
		}
	}
	ready, err := postgres.Value[int](t.Context(), db, "SELECT count(*) FROM attachment WHERE state = 'ready' AND alt <> ''")
	if err != nil || ready != 6 {
		t.Errorf("%d attachments are ready, %v", ready, err)
	}
	doubled, err := postgres.All[struct{ Title string }](t.Context(), db, "SELECT title FROM act GROUP BY title HAVING count(*) > 1")
	if err != nil || len(doubled) > 0 {
		t.Errorf("titles that stand twice: %v, %v", doubled, err)
	}
}

// There are messages that wait for an answer and one that has it, and a joint
// act on either side of the coordinator's own organisation.
func talkAndWorkTogether(t *testing.T, db *postgres.DB) {
	t.Helper()
	for what, query := range map[string]string{
		"message that waits":                    "SELECT count(*) FROM review_message WHERE from_author AND settled_at IS NULL",
		"message that has its answer":           "SELECT count(*) FROM review_message WHERE from_author AND settled_at IS NOT NULL",
		"joint act that the coordinator leads":  "SELECT count(DISTINCT a.id) FROM act a JOIN act_partner p ON p.act_id = a.id JOIN account c ON c.organization_id = a.organization_id WHERE c.email = 'koordinaattori@example.fi'",
		"joint act that names the organisation": "SELECT count(*) FROM act_partner p JOIN account c ON c.organization_id = p.organization_id WHERE c.email = 'koordinaattori@example.fi'",
	} {
		if n, err := postgres.Value[int](t.Context(), db, query); err != nil || n == 0 {
			t.Errorf("no %s: %v", what, err)
		}
	}
}

// There are readings in every month of the last year, most in the autumn, and
// some acts are read far more than others.
func yearOfReadings(t *testing.T, c *stats.Catalogue) {
	t.Helper()
	months := c.ReadingsByMonth(stats.Filter{}, 12).Rows
	by := map[string]int{}
	for _, m := range months {
		by[m.Code[5:]] = m.Count
	}
	if len(months) != 12 || slices.ContainsFunc(months[:11], func(m stats.Count) bool { return m.Count == 0 }) || by["10"] < 3*by["07"] {
		t.Errorf("readings by month: %v", by)
	}
	most, all := c.MostRead(stats.Filter{}, 10)
	if len(most) != 10 || all.Of < 200 || most[0].Count < 5*all.Value/all.Of || all.Value != c.Cross(stats.Filter{}, stats.Sector, stats.Year, stats.Readings).Total {
		t.Errorf("%d readings of %d acts, the most read: %v", all.Value, all.Of, most)
	}
}

// The administrator sees what readers look for, of some of which there is no
// act, and old addresses that lead nowhere, and one that leads to an act.
func readersHaveAsked(t *testing.T, db *postgres.DB) {
	t.Helper()
	redirects, searches := redirect.New(db, time.Now), curation.New(db, search.New(db, nil, time.Now), time.Now)
	missed, err := redirects.Missed(t.Context())
	if err != nil || len(missed) < 3 || missed[0].Hits <= missed[2].Hits {
		t.Errorf("old addresses asked for in vain: %v, %v", missed, err)
	}
	if path, found, err := redirects.Find(t.Context(), "/kunteko/teot/palaverit-ulkona"); err != nil || !found {
		t.Errorf("the old address of an act leads to %q: %t, %v", path, found, err)
	}
	for _, vain := range []bool{true, false} {
		if asked, err := searches.Queries(t.Context(), vain); err != nil || len(asked) == 0 {
			t.Errorf("searches in vain (%t): %v, %v", vain, asked, err)
		}
	}
}

// load fills a database with the demo data and is its numbers.
func load(t *testing.T, db *postgres.DB) *stats.Service {
	t.Helper()
	terms, orgs := taxonomy.New(db), organization.New(db)
	acts := acttest.ServiceOf(t, db, orgs)
	numbers, index := stats.New(db, terms, time.Now), search.New(db, nil, time.Now)
	campaigns := campaign.New(db, campaign.Parts{Acts: acts, Organizations: orgs, Stats: numbers}, time.Now)
	refresh := func(ctx context.Context) error {
		for _, read := range []func(context.Context) error{terms.Refresh, orgs.Refresh, campaigns.Refresh, numbers.Refresh} {
			if err := read(ctx); err != nil {
				return err
			}
		}
		return nil
	}
	workshops := workshop.New(db, orgs)
	for _, step := range []func(context.Context) error{terms.Load, orgs.Load, campaigns.Load, workshops.Load, refresh} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	adoptions := adoption.New(db, adoption.Parts{
		Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs,
	}, time.Now)
	service := demo.Service{
		DB: db, Accounts: accounttest.Service(t, db, time.Now), Acts: acts, Organizations: orgs, Campaigns: campaigns, Coachings: coaching.New(db, orgs, terms), Workshops: workshops,
		Members: membership.New(db, membership.Parts{Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs}, time.Now),
		Juries: jury.New(db, jury.Parts{
			Campaigns: campaigns, Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs, Stats: numbers,
		}, time.Now),
		Adoptions: adoptions, Follows: follow.New(db, follow.Parts{Acts: acts, Adoptions: adoptions}, time.Now),
		Attachments: attachmenttest.Service(t, db, acts), Moderation: moderation.New(db, acts, time.Now), Refresh: refresh,
		Readings: reading.New(db, time.Now), Curation: curation.New(db, index, time.Now), Redirects: redirect.New(db, time.Now), Index: index, Now: func() time.Time { return time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) },
		Transfer: &transfer.Service{
			DB: db, Acts: acts, Organizations: orgs, Terms: terms, Campaigns: campaigns, Content: content.New(db), Now: time.Now,
		},
	}
	if loaded, err := service.Load(t.Context(), "tori-demo-2026"); err != nil || !loaded {
		t.Fatalf("loaded %t, %v", loaded, err)
	}
	return numbers
}
