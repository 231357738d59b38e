package stats

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// Approved is the basis of what is counted of coachings.
const Approved = "approved"

// Coachings is what there is to count of the sparrings that were approved in
// some time.
type Coachings struct {
	Applications, Organizations, Days, Participants, Providers, Coaches Figure

	Grades  Figure // Value: the sum of all grades, from 1 to 5; Of: how many answers gave one
	Sectors Table  // those that concerned one; Whole are the rest
	Whole   int    // those that concerned a whole organisation
	Themes  Table
	Years   Table
	Answers Table // by grade
}

// Grade is the mean of the grades; 0 when nobody has given one.
func (n Coachings) Grade() float64 {
	return float64(n.Grades.Value) / float64(max(n.Grades.Of, 1))
}

// coached is one approved coaching, as far as it is counted.
type coached struct {
	OrganizationID, CoachID, ProviderID int64
	SectorID, ThemeID                   taxonomy.ID
	Year, Days, Participants            int
	Grades                              []int
}

// Coachings counts the sparrings that were approved from the day of from until
// before that of until; a zero time is an open end. The taxonomies must have
// been refreshed before.
func (s *Service) Coachings(ctx context.Context, from, until time.Time) (Coachings, error) {
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(s.helsinki).Format(time.DateOnly)
	}
	rows, err := postgres.All[coached](ctx, s.db, `
		SELECT c.organization_id, c.coach_id::bigint AS coach_id, k.provider_id::bigint AS provider_id, coalesce(c.sector_id, 0)::smallint AS sector_id, c.theme_id,
		       extract(year FROM c.approved_on)::int AS year, c.days::int AS days, c.participants,
		       ARRAY(SELECT a.grade::int FROM coaching_answer a WHERE a.coaching_id = c.id) AS grades
		FROM coaching c JOIN coach k ON k.id = c.coach_id
		WHERE c.approved_on >= coalesce(nullif($1, '')::date, '-infinity') AND c.approved_on < coalesce(nullif($2, '')::date, 'infinity')`,
		day(from), day(until))
	if err != nil {
		return Coachings{}, fmt.Errorf("count the coachings: %w", err)
	}
	return countCoachings(rows, s.terms.Lists(), approvedIn(from, until)), nil
}

func countCoachings(rows []coached, lists *taxonomy.Lists, window i18n.Text) Coachings {
	orgs, coaches, providers := map[int64]bool{}, map[int64]bool{}, map[int64]bool{}
	sectors, themes, years, grades := map[int]int{}, map[int]int{}, map[int]int{}, map[int]int{}
	var n Coachings
	for _, r := range rows {
		orgs[r.OrganizationID], coaches[r.CoachID], providers[r.ProviderID] = true, true, true
		n.Days.Value += r.Days
		n.Participants.Value += r.Participants
		for _, g := range r.Grades {
			grades[g]++
			n.Grades.Value += g
		}
		n.Grades.Of += len(r.Grades)
		if r.SectorID == 0 {
			n.Whole++
		} else {
			sectors[int(r.SectorID)]++
		}
		themes[int(r.ThemeID)]++
		years[r.Year]++
	}
	n.Applications.Value, n.Organizations.Value, n.Coaches.Value, n.Providers.Value = len(rows), len(orgs), len(coaches), len(providers)
	term := func(id int) Value {
		t := lists.Term(taxonomy.ID(id))
		return Value{Code: t.Code, Slug: t.Slug, Label: t.Name}
	}
	n.Sectors, n.Themes = tableOf(sectors, term), tableOf(themes, term)
	n.Years, n.Answers = tableOf(years, numbered), tableOf(grades, numbered)
	n.define(window)
	return n
}

// numbered is what is called by its own number.
func numbered(n int) Value {
	label := strconv.Itoa(n)
	return Value{Code: label, Slug: label, Label: i18n.Name(label, "", "")}
}

// tableOf is what has been counted by a number, in the order of the numbers.
func tableOf(counts map[int]int, of func(int) Value) Table {
	var t Table
	keys := make([]int, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		t.Rows = append(t.Rows, Count{Value: of(k), Count: counts[k]})
		t.Total += counts[k]
	}
	return t
}

// A Named is a table with what people call it.
type Named struct {
	Table
	Name i18n.Text
}

// Totals is the numbers that are no tables, each as a table of one row.
func (n Coachings) Totals() []Named {
	var all []Named
	for _, f := range []struct {
		Figure
		name i18n.Text
	}{
		{n.Applications, coachingsName},
		{n.Organizations, coachedName},
		{n.Days, coachingDaysName},
		{n.Participants, participantsName},
		{n.Providers, providersName},
		{n.Coaches, coachesName},
	} {
		row := Count{Value: Value{Code: f.Definition.Key, Label: f.name}, Count: f.Value}
		all = append(all, Named{Table{Definition: f.Definition, Total: f.Value, Rows: []Count{row}}, f.name})
	}
	return all
}

// Tables is the tables, in the order in which they are shown.
func (n Coachings) Tables() []Named {
	return []Named{{n.Sectors, coachingSectorsTitle}, {n.Years, coachingYearsTitle}, {n.Themes, coachingThemesTitle}, {n.Answers, coachingGradesTitle}}
}

// define gives each number its rule, and puts the tables in order.
func (n *Coachings) define(window i18n.Text) {
	rule := func(key string, rule i18n.Text) Definition {
		return Definition{Key: key, Rule: rule, Basis: Approved, Window: window}
	}
	n.Applications.Definition = rule("coachings", coachingRule)
	n.Organizations.Definition = rule("coaching_organizations", coachedRule)
	n.Days.Definition = rule("coaching_days", coachingDaysRule)
	n.Participants.Definition = rule("coaching_participants", participantsRule)
	n.Providers.Definition = rule("coaching_providers", providersRule)
	n.Coaches.Definition = rule("coaches", coachesRule)
	n.Grades.Definition = rule("coaching_grade", gradesRule)
	n.Sectors.Definition = rule("coachings_by_sector", inEach(func(l i18n.Lang) string { return fmt.Sprintf(coachingSectorRule.To(l), n.Whole) }))
	n.Themes.Definition = rule("coachings_by_theme", coachingThemeRule)
	n.Years.Definition = rule("coachings_by_year", coachingYearRule)
	n.Answers.Definition = rule("coaching_answers_by_grade", answersRule)
	n.Sectors.order()
	n.Themes.order()
}

// approvedIn is the time in which coachings were approved, in words.
func approvedIn(from, until time.Time) i18n.Text {
	return inEach(func(l i18n.Lang) string {
		if from.IsZero() && until.IsZero() {
			return allApproved.To(l)
		}
		first, last := "", ""
		if !from.IsZero() {
			first = dayIn(l, from.In(i18n.Helsinki()))
		}
		if !until.IsZero() {
			last = dayIn(l, until.In(i18n.Helsinki()).AddDate(0, 0, -1))
		}
		return first + "–" + last + byApproval.To(l)
	})
}
