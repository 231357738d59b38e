package stats_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/workshop"
)

// What is counted of random workshops of two series is what SQL counts by
// itself, and the tables add up.
func TestWorkshopsAgainstSQL(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.exec("INSERT INTO workshop_series (slug, name_fi, name_sv, name_en, sign_up_until, planned) VALUES ('uusi', 'Uusi', 'Ny', 'New', '2030-01-31', 5), ('vanha', 'Vanha', 'Gammal', 'Old', '2020-01-31', 50)")
	random := rand.New(rand.NewPCG(30, 50))
	file := strings.Join(workshop.Header(), ",") + "\n"
	for i := range 60 {
		file += fmt.Sprintf("w-%d,vanha,%s,%s,%d-%02d-%02d\n", i, pick(random.IntN, w.orgs.Directory().Active()[:40]).Name.To(i18n.FI),
			pick(random.IntN, []string{"interview", "workshop", "workshop"}), 2020+random.IntN(2), 1+random.IntN(12), 1+random.IntN(28))
	}
	report, err := workshop.New(w.db, w.orgs).Import(t.Context(), strings.NewReader(file))
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%v, %v", report.Problems, err)
	}
	all, err := w.numbers.WorkshopSeries(t.Context())
	w.must(err)
	if len(all) != 2 || all[0].Slug != "uusi" || all[0].Held.Value != 0 || all[0].Months.Total != 0 || all[0].With.Value != 0 || all[0].Planned != 5 {
		t.Fatalf("%+v", all)
	}
	count := func(what, where string) int {
		n, err := postgres.Value[int](t.Context(), w.db, "SELECT count("+what+")::int FROM workshop WHERE "+where)
		w.must(err)
		return n
	}
	old := all[1]
	for what, n := range map[string][2]int{
		"held": {old.Held.Value, 60}, "organisations": {old.With.Value, count("DISTINCT organization_id", "true")},
		"interviews": {old.Kinds.Rows[0].Count, count("*", "kind = 'interview'")}, "workshops": {old.Kinds.Rows[1].Count, count("*", "kind = 'workshop'")},
		"kinds": {old.Kinds.Total, 60}, "months": {old.Months.Total, 60}, "different months": {len(old.Months.Rows), count("DISTINCT to_char(held_on, 'YYYY-MM')", "true")},
	} {
		if n[0] != n[1] {
			t.Errorf("%s: %d, by SQL %d", what, n[0], n[1])
		}
	}
	for i, r := range old.Months.Rows {
		if want := count("*", "to_char(held_on, 'YYYY-MM') = '"+r.Code+"'"); r.Count != want || i > 0 && old.Months.Rows[i-1].Code >= r.Code {
			t.Errorf("%s: %d, by SQL %d", r.Code, r.Count, want)
		}
	}
	for _, of := range append(old.Totals(), old.Tables()...) {
		d := of.Definition
		if d.Key == "" || d.Basis != stats.Held || !strings.Contains(d.Rule.To(i18n.SV), "Gammal") || d.Window.To(i18n.EN) == d.Window.To(i18n.FI) || of.Name.To(i18n.EN) == of.Name.To(i18n.FI) {
			t.Errorf("%+v", d)
		}
	}
}
