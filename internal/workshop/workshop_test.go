package workshop_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/workshop"
)

func register(t *testing.T) (*workshop.Service, *postgres.DB) {
	t.Helper()
	db := pgtest.New(t)
	orgs := organization.New(db)
	s := workshop.New(db, orgs)
	for _, err := range []error{orgs.Load(t.Context()), orgs.Refresh(t.Context()), s.Load(t.Context()), s.Load(t.Context())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return s, db
}

func kept(t *testing.T, db *postgres.DB) []string {
	t.Helper()
	rows, err := postgres.Values[string](t.Context(), db, `
		SELECT concat_ws(' ', w.ref, s.slug, o.name_fi, w.kind, w.held_on)
		FROM workshop w JOIN workshop_series s ON s.id = w.series_id JOIN organization o ON o.id = w.organization_id ORDER BY w.ref`)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

const header = "ref;series;organization;kind;held_on\n"

// The same file twice changes nothing, and a changed row updates.
func TestTheRegisterIsWhatTheFileSays(t *testing.T) {
	t.Parallel()
	s, db := register(t)
	for _, tt := range []struct {
		file    string
		created int
		want    []string
	}{
		{"w-1;kekseliaat-kehittajat;Limingan kunta;interview;2021-02-01\nw-2;kekseliaat-kehittajat;Oulun kaupunki;workshop;3.3.2021\n", 2, []string{"w-1 kekseliaat-kehittajat Limingan kunta interview 2021-02-01", "w-2 kekseliaat-kehittajat Oulun kaupunki workshop 2021-03-03"}},
		{"w-1;kekseliaat-kehittajat;Limingan kunta;workshop;2021-02-02\n", 0, []string{"w-1 kekseliaat-kehittajat Limingan kunta workshop 2021-02-02", "w-2 kekseliaat-kehittajat Oulun kaupunki workshop 2021-03-03"}},
	} {
		for again := range 2 {
			report, err := s.Import(t.Context(), strings.NewReader(header+tt.file))
			if err != nil || len(report.Problems) > 0 || again == 0 && report.Created != tt.created || again == 1 && report.Created != 0 {
				t.Fatalf("%+v, %v", report, err)
			}
			if diff := cmp.Diff(tt.want, kept(t, db)); diff != "" {
				t.Errorf("after %q:\n%s", tt.file, diff)
			}
		}
	}
}

// Every bad cell is told with its line and column, and nothing is stored.
func TestBadRowsStopTheImport(t *testing.T) {
	t.Parallel()
	s, db := register(t)
	for column, row := range map[string]string{
		"ref":          "w-1;kekseliaat-kehittajat;Limingan kunta;workshop;2021-02-02",
		"series":       "w-2;toinen;Limingan kunta;workshop;2021-02-02",
		"organization": "w-2;kekseliaat-kehittajat;Ei Ole Oy;workshop;2021-02-02",
		"kind":         "w-2;kekseliaat-kehittajat;Limingan kunta;webinar;2021-02-02",
		"held_on":      "w-2;kekseliaat-kehittajat;Limingan kunta;workshop;helmikuu",
	} {
		report, err := s.Import(t.Context(), strings.NewReader(header+"w-1;kekseliaat-kehittajat;Limingan kunta;interview;2021-02-01\n"+row+"\n"))
		if err != nil || len(report.Problems) != 1 || report.Problems[0].Line != 3 || report.Problems[0].Column != column {
			t.Errorf("%s: %+v, %v", column, report, err)
		}
	}
	if got := kept(t, db); len(got) > 0 {
		t.Errorf("stored: %q", got)
	}
}
