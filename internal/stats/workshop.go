package stats

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// Held is the basis of what is counted of workshops.
const Held = "held"

// A WorkshopSeries is what there is to count of one series of workshops.
type WorkshopSeries struct {
	Slug        string
	Name        i18n.Text
	SignUpUntil time.Time // the last day
	Planned     int       // about how many workshops the programme meant to hold
	Held        Figure    // interviews and workshops
	With        Figure    // organisations
	Kinds       Table
	Months      Table
}

// WorkshopSeries is every series, the newest first.
func (s *Service) WorkshopSeries(ctx context.Context) ([]WorkshopSeries, error) {
	type stored struct {
		ID                             int64
		Slug, NameFi, NameSv, NameEn   string
		SignUpUntil                    time.Time
		Planned, Interviews, Workshops int
		Organizations                  int
		Months                         []int
	}
	rows, err := postgres.All[stored](ctx, s.db, `
		SELECT s.id::bigint AS id, s.slug, s.name_fi, s.name_sv, s.name_en, s.sign_up_until, s.planned::int AS planned,
		       (count(*) FILTER (WHERE w.kind = 'interview'))::int AS interviews, (count(*) FILTER (WHERE w.kind = 'workshop'))::int AS workshops,
		       count(DISTINCT w.organization_id)::int AS organizations,
		       coalesce(array_agg((12 * extract(year FROM w.held_on) + extract(month FROM w.held_on) - 1)::int ORDER BY w.held_on) FILTER (WHERE w.id IS NOT NULL), '{}') AS months
		FROM workshop_series s LEFT JOIN workshop w ON w.series_id = s.id
		GROUP BY s.id ORDER BY s.sign_up_until DESC, s.id DESC`)
	if err != nil {
		return nil, fmt.Errorf("count the workshops: %w", err)
	}
	var all []WorkshopSeries
	for _, r := range rows {
		of := WorkshopSeries{Slug: r.Slug, Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), SignUpUntil: r.SignUpUntil, Planned: r.Planned}
		of.Held.Value, of.With.Value = r.Interviews+r.Workshops, r.Organizations
		of.Kinds = Table{Total: of.Held.Value, Rows: []Count{{Value: interviewRow, Count: r.Interviews}, {Value: workshopRow, Count: r.Workshops}}}
		of.Months = monthTable(r.Months)
		of.define()
		all = append(all, of)
	}
	return all, nil
}

// monthTable counts months, which come in their order, as monthValue has them.
func monthTable(months []int) Table {
	t := Table{Total: len(months)}
	for i, m := range months {
		if i > 0 && months[i-1] == m {
			t.Rows[len(t.Rows)-1].Count++
			continue
		}
		t.Rows = append(t.Rows, Count{Value: monthValue(m), Count: 1})
	}
	return t
}

func (w *WorkshopSeries) define() {
	rule := func(key string, rule i18n.Text) Definition {
		return Definition{Key: key, Basis: Held, Window: allHeld, Rule: inEach(func(l i18n.Lang) string { return fmt.Sprintf(rule.To(l), w.Name.To(l)) })}
	}
	w.Held.Definition = rule("workshops_held", heldRule)
	w.With.Definition = rule("workshop_organizations", heldWithRule)
	w.Kinds.Definition = rule("workshops_by_kind", heldRule)
	w.Months.Definition = rule("workshops_by_month", heldMonthRule)
}

// Totals is the numbers that are no tables, each as a table of one row.
func (w WorkshopSeries) Totals() []Named {
	one := func(f Figure, name i18n.Text) Named {
		return Named{Table{Definition: f.Definition, Total: f.Value, Rows: []Count{{Value: Value{Code: w.Slug, Label: name}, Count: f.Value}}}, name}
	}
	return []Named{one(w.Held, heldName), one(w.With, coachedName)}
}

// Tables is the tables, in the order in which they are shown.
func (w WorkshopSeries) Tables() []Named {
	return []Named{{w.Kinds, kindsTitle}, {w.Months, heldMonthsTitle}}
}

var (
	heldRule = i18n.T(
		"Sarjan ”%s” pidetyt haastattelut ja työpajat, kukin kerran.",
		"Intervjuer och verkstäder som har hållits i serien ”%s”, var och en en gång.",
		"Interviews and workshops of the series “%s” that have been held, each once.")
	heldWithRule = i18n.T(
		"Organisaatiot, joissa on pidetty ainakin yksi sarjan ”%s” haastattelu tai työpaja, kukin kerran.",
		"Organisationer där minst en intervju eller verkstad i serien ”%s” har hållits, var och en en gång.",
		"Organisations with at least one interview or workshop of the series “%s”, each once.")
	heldMonthRule = i18n.T(
		"Sarjan ”%s” haastattelut ja työpajat pitokuukausittain.",
		"Intervjuer och verkstäder i serien ”%s” per månad då de hölls.",
		"Interviews and workshops of the series “%s” by the month in which they were held.")
	allHeld         = i18n.T("Koko aika, pitopäivän mukaan", "Hela tiden, enligt dagen då de hölls", "All time, by the day on which they were held")
	heldName        = i18n.T("Haastattelut ja työpajat", "Intervjuer och verkstäder", "Interviews and workshops")
	kindsTitle      = i18n.T("Haastattelut ja työpajat erikseen", "Intervjuer och verkstäder var för sig", "Interviews and workshops apart")
	heldMonthsTitle = i18n.T("Kuukausittain", "Per månad", "By month")
	interviewRow    = Value{Code: "interview", Slug: "haastattelu", Label: i18n.T("Haastattelut", "Intervjuer", "Interviews")}
	workshopRow     = Value{Code: "workshop", Slug: "tyopaja", Label: i18n.T("Työpajat", "Verkstäder", "Workshops")}
)
