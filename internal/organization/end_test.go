package organization

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// edition is the reference data with more in it, as another year may have.
func edition(t *testing.T, change map[string]record, more ...record) []record {
	t.Helper()
	rows, err := records("organizations")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for name, value := range change[r["key"]] {
			r[name] = value
		}
	}
	return append(rows, more...)
}

// A later edition tells of mergers: who goes on is known then, also of an
// organisation that is new in it, and what was known before is kept once.
func TestALaterEditionTellsOfMergers(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	s := New(db)
	if err := s.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows := edition(t, map[string]record{
		"municipality-005": {"valid_to": "2027-12-31", "successor_key": "municipality-010"},
		"municipality-009": {"valid_to": "2027-12-31", "successor_key": "new"},
		"municipality-099": {"successor_key": "municipality-005", "valid_to": "2019-01-01"}, // known already: what is known stays
	}, record{"key": "new", "type": "municipality", "name_fi": "Uudenkaupunginlahden kunta", "name_sv": "Nybyns kommun", "name_en": "New"})
	for range 2 { // the same again changes nothing
		if err := db.Tx(t.Context(), func(tx pgx.Tx) error { return loadNewOrganizations(t.Context(), tx, rows) }); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := s.Directory()
	got := map[string][2]string{}
	for _, name := range []string{"Alajärvi", "Alavieska", "Honkajoki", "Asikkala"} {
		o, _ := dir.Find(name)
		day := ""
		if !o.ValidTo.IsZero() {
			day = o.ValidTo.Format(time.DateOnly)
		}
		got[name] = [2]string{day, dir.Get(o.SuccessorID).Slug}
	}
	want := map[string][2]string{
		"Alajärvi": {"2027-12-31", "alavuden-kaupunki"}, "Alavieska": {"2027-12-31", "uudenkaupunginlahden-kunta"}, "Honkajoki": {"2020-12-31", "kankaanpaan-kaupunki"}, "Asikkala": {},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("who goes on (-want +got):\n%s", diff)
	}
	before, err := postgres.Values[string](t.Context(), db, `
		SELECT o.slug || coalesce(b.valid_to::text, '') || coalesce(b.successor_id::text, '') FROM organization_before b JOIN organization o ON o.id = b.organization_id ORDER BY 1`)
	if err != nil || !slices.Equal(before, []string{"alajarven-kaupunki", "alavieskan-kunta"}) {
		t.Errorf("known before: %v, %v", before, err)
	}
}
