package coaching_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// register is an empty register in a database of its own.
func register(t *testing.T) (*coaching.Service, *postgres.DB) {
	t.Helper()
	db := referencetest.New(t)
	orgs, terms := organization.New(db), taxonomy.New(db)
	for _, err := range []error{terms.Refresh(t.Context()), orgs.Refresh(t.Context())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return coaching.New(db, orgs, terms), db
}

// kept is the register as it is kept, a coaching a line.
func kept(t *testing.T, db *postgres.DB) []string {
	t.Helper()
	rows, err := postgres.Values[string](t.Context(), db, `
		SELECT concat_ws(' ', c.ref, o.name_fi, coalesce(s.list || '/' || s.code, '-'), h.code, c.approved_on, p.name, k.sign, c.days, c.participants,
		       (SELECT string_agg(a.grade::text, '|' ORDER BY a.number) FROM coaching_answer a WHERE a.coaching_id = c.id))
		FROM coaching c JOIN organization o ON o.id = c.organization_id LEFT JOIN term s ON s.id = c.sector_id JOIN term h ON h.id = c.theme_id
		JOIN coach k ON k.id = c.coach_id JOIN coaching_provider p ON p.id = k.provider_id ORDER BY c.ref`)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

const header = "ref;organization;sector;theme;approved_on;provider;coach;days;participants;grades\n"

// The same file twice changes nothing, and a changed row updates what it
// names, its answers too.
func TestTheRegisterIsWhatTheFileSays(t *testing.T) {
	t.Parallel()
	s, db := register(t)
	for _, tt := range []struct {
		file    string
		created int
		want    []string
	}{
		{header + "s-1;Limingan kunta;Liikenne;leadership;2021-03-31;Malli Oy;A;2;14;5|4|5\ns-2;Oulun kaupunki;;digitalisation;1.4.2022;Malli Oy;B;1;8;\n", 2, []string{
			"s-1 Limingan kunta sector-coaching/transport leadership 2021-03-31 Malli Oy A 2 14 5|4|5", "s-2 Oulun kaupunki - digitalisation 2022-04-01 Malli Oy B 1 8",
		}},
		{header + "s-1;Limingan kunta;transport;leadership;2021-03-31;Malli Oy;A;2;14;5|4|5\n", 0, []string{
			"s-1 Limingan kunta sector-coaching/transport leadership 2021-03-31 Malli Oy A 2 14 5|4|5", "s-2 Oulun kaupunki - digitalisation 2022-04-01 Malli Oy B 1 8",
		}},
		{"\ufeff" + strings.ReplaceAll(header, ";", ",") + "s-1,Oulun kaupunki,,leadership,2021-04-01,Toinen Oy,A,3,15,1\n", 0, []string{
			"s-1 Oulun kaupunki - leadership 2021-04-01 Toinen Oy A 3 15 1", "s-2 Oulun kaupunki - digitalisation 2022-04-01 Malli Oy B 1 8",
		}},
	} {
		report, err := s.Import(t.Context(), strings.NewReader(tt.file))
		if err != nil || len(report.Problems) > 0 || report.Created != tt.created {
			t.Fatalf("%+v, %v", report, err)
		}
		if diff := cmp.Diff(tt.want, kept(t, db)); diff != "" {
			t.Errorf("after %q:\n%s", tt.file, diff)
		}
	}
}

// Every bad cell is told with its line and column, and nothing is stored.
func TestBadRowsStopTheImport(t *testing.T) {
	t.Parallel()
	s, db := register(t)
	const good = "s-%d;Limingan kunta;transport;leadership;2021-03-31;Malli Oy;A;2;14;5"
	for column, tt := range map[string]struct{ row, says string }{
		"ref":          {"s-1;Limingan kunta;;leadership;2021-03-31;Malli Oy;A;2;14;5", `"s-1" stands on line 2 already`},
		"organization": {"s-2;Ei Ole Oy;;leadership;2021-03-31;Malli Oy;A;2;14;5", `"Ei Ole Oy" is not known`},
		"sector":       {"s-2;Limingan kunta;technical-services;leadership;2021-03-31;Malli Oy;A;2;14;5", "is not one of social-and-health-care"},
		"theme":        {"s-2;Limingan kunta;;;2021-03-31;Malli Oy;A;2;14;5", `"" is not one of work-community-and-culture`},
		"approved_on":  {"s-2;Limingan kunta;;leadership;31.2.2021;Malli Oy;A;2;14;5", `"31.2.2021" is not a day`},
		"provider":     {"s-2;Limingan kunta;;leadership;2021-03-31;;A;2;14;5", "is empty"},
		"coach":        {"s-2;Limingan kunta;;leadership;2021-03-31;Malli Oy;" + strings.Repeat("å", 201) + ";2;14;5", "has 201 characters; at most 200"},
		"days":         {"s-2;Limingan kunta;;leadership;2021-03-31;Malli Oy;A;1,5;14;5", `"1,5" is not a whole number from 0 to 100`},
		"participants": {"s-2;Limingan kunta;;leadership;2021-03-31;Malli Oy;A;2;-1;5", `"-1" is not a whole number`},
		"grades":       {"s-2;Limingan kunta;;leadership;2021-03-31;Malli Oy;A;2;14;5|6", `"6" is not a whole number from 1 to 5`},
	} {
		report, err := s.Import(t.Context(), strings.NewReader(header+fmt.Sprintf(good, 1)+"\n"+tt.row+"\n"+fmt.Sprintf(good, 3)+"\n"))
		if err != nil || len(report.Problems) != 1 || report.Problems[0].Line != 3 || report.Problems[0].Column != column || !strings.Contains(report.Problems[0].What, tt.says) {
			t.Errorf("%s: %+v, %v", column, report, err)
		}
	}
	for name, file := range map[string]string{
		"no column": "ref;organization\ns-1;Limingan kunta\n", "no header": "", "Latin-1": header + "s-1;Sein\xe4joki\n", "a cell too many": header + fmt.Sprintf(good, 1) + ";9\n",
	} {
		if _, err := s.Import(t.Context(), strings.NewReader(file)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if got := kept(t, db); len(got) > 0 {
		t.Errorf("stored: %q", got)
	}
}
