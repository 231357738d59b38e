package stats_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
)

// What is counted of random sparrings, of all time and of periods, is what SQL
// counts by itself.
func TestCoachingsAgainstSQL(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	random := rand.New(rand.NewPCG(5, 2021))
	file := strings.Join(coaching.Header(), ";") + "\n"
	for i := range 120 {
		sector := ""
		if random.IntN(4) > 0 {
			sector = pick(random.IntN, w.terms.Lists().CoachingSectors()).Code
		}
		grades := strings.TrimSuffix(strings.Repeat(fmt.Sprintf("%d|", 1+random.IntN(5)), random.IntN(4)), "|")
		file += fmt.Sprintf("s-%d;%s;%s;%s;%d-%02d-%02d;P%d;C%d;%d;%d;%s\n", i, pick(random.IntN, w.orgs.Directory().Active()).Name.To(i18n.FI), sector,
			pick(random.IntN, w.terms.Lists().Themes()).Code, 2021+random.IntN(3), 1+random.IntN(12), 1+14*random.IntN(2), random.IntN(4), random.IntN(3), random.IntN(4), random.IntN(40), grades)
	}
	report, err := coaching.New(w.db, w.orgs, w.terms).Import(t.Context(), strings.NewReader(file))
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%v, %v", report.Problems, err)
	}
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, i18n.Helsinki()) }
	for _, period := range [][2]time.Time{{}, {day(2022, 1, 1), {}}, {{}, day(2022, 7, 1)}, {day(2021, 6, 15), day(2022, 3, 15)}, {day(2022, 5, 1), day(2022, 5, 2)}, {day(2030, 1, 1), {}}} {
		n, err := w.numbers.Coachings(t.Context(), period[0], period[1])
		w.must(err)
		if diff := cmp.Diff(w.coachingsBySQL(period[0], period[1]), figuresOf(n)); diff != "" {
			t.Errorf("%v (-SQL +counted):\n%s", period, diff)
		}
		if n.Sectors.Total+n.Whole != n.Applications.Value || n.Themes.Total != n.Applications.Value || n.Years.Total != n.Applications.Value || n.Answers.Total != n.Grades.Of {
			t.Errorf("%v: the tables do not add up: %+v", period, n)
		}
	}
}

// figuresOf is every number by its name.
func figuresOf(n stats.Coachings) map[string]int {
	all := map[string]int{"grades": n.Grades.Value, "answers": n.Grades.Of, "whole": n.Whole}
	for _, t := range n.Totals() {
		all[t.Definition.Key] = t.Total
	}
	for _, t := range n.Tables() {
		for _, r := range t.Rows {
			all[t.Definition.Key+" "+r.Code] = r.Count
		}
	}
	return all
}

func (w *town) coachingsBySQL(from, until time.Time) map[string]int {
	w.t.Helper()
	if until.IsZero() {
		until = time.Date(2999, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	type line struct {
		Key   string
		Count int
	}
	rows, err := postgres.All[line](w.t.Context(), w.db, `
		WITH chosen AS (SELECT * FROM coaching WHERE approved_on BETWEEN $1::date AND $2::date - 1),
		     said AS (SELECT a.* FROM coaching_answer a JOIN chosen s ON s.id = a.coaching_id)
		SELECT 'coachings' AS key, count(*)::int AS count FROM chosen
		UNION ALL SELECT 'coaching_organizations', count(DISTINCT organization_id)::int FROM chosen
		UNION ALL SELECT 'coaching_days', coalesce(sum(days), 0)::int FROM chosen
		UNION ALL SELECT 'coaching_participants', coalesce(sum(participants), 0)::int FROM chosen
		UNION ALL SELECT 'coaching_providers', count(DISTINCT provider_id)::int FROM coach WHERE id IN (SELECT coach_id FROM chosen)
		UNION ALL SELECT 'coaches', count(DISTINCT coach_id)::int FROM chosen
		UNION ALL SELECT 'whole', count(*)::int FROM chosen WHERE sector_id IS NULL
		UNION ALL SELECT 'answers', count(*)::int FROM said
		UNION ALL SELECT 'grades', coalesce(sum(grade), 0)::int FROM said
		UNION ALL SELECT 'coachings_by_sector ' || t.code, count(*)::int FROM chosen JOIN term t ON t.id = sector_id GROUP BY t.code
		UNION ALL SELECT 'coachings_by_theme ' || t.code, count(*)::int FROM chosen JOIN term t ON t.id = theme_id GROUP BY t.code
		UNION ALL SELECT 'coachings_by_year ' || to_char(approved_on, 'YYYY'), count(*)::int FROM chosen GROUP BY to_char(approved_on, 'YYYY')
		UNION ALL SELECT 'coaching_answers_by_grade ' || grade, count(*)::int FROM said GROUP BY grade`, from.Format(time.DateOnly), until.Format(time.DateOnly))
	w.must(err)
	all := map[string]int{}
	for _, r := range rows {
		all[r.Key] = r.Count
	}
	return all
}

// The rule, the basis and the days stand with every number, in each language.
func TestCoachingsTellTheirRules(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	n, err := w.numbers.Coachings(t.Context(), time.Date(2021, 1, 1, 0, 0, 0, 0, i18n.Helsinki()), time.Date(2023, 1, 1, 0, 0, 0, 0, i18n.Helsinki()))
	w.must(err)
	for _, of := range append(n.Totals(), n.Tables()...) {
		d := of.Definition
		if d.Key == "" || d.Basis != stats.Approved || d.Window.To(i18n.FI) != "1.1.2021–31.12.2022, hyväksymispäivän mukaan" || d.Window.To(i18n.EN) != "1 January 2021–31 December 2022, by the day of approval" {
			t.Errorf("%+v", d)
		}
		for _, l := range []i18n.Lang{i18n.SV, i18n.EN} {
			if d.Rule.To(l) == "" || d.Rule.To(l) == d.Rule.To(i18n.FI) || of.Name.To(l) == of.Name.To(i18n.FI) {
				t.Errorf("%s: not in %s", d.Key, l)
			}
		}
	}
}
