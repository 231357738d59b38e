package stats_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
)

// comes imports an act that an organisation published years ago, somewhere.
func (w *town) comes(slug, place string) {
	w.t.Helper()
	id, err := postgres.Value[organization.ID](w.t.Context(), w.db, "SELECT id FROM organization WHERE slug = $1", slug)
	w.must(err)
	w.made++
	c, published := acttest.Content(), time.Date(2019, 5, 5, 12, 0, 0, 0, time.UTC)
	c.Title, c.OrganizationID, c.PartnerIDs, c.MunicipalityCode = fmt.Sprintf("Vanha teko %d", w.made), id, nil, place
	w.must(w.db.Tx(w.t.Context(), func(tx pgx.Tx) error {
		im, err := w.acts.ImportTx(w.t.Context(), tx)
		if err != nil {
			return err
		}
		if _, err := im.Put(w.t.Context(), []act.Import{{Ref: fmt.Sprintf("old-%d", w.made), Content: c, Status: act.Published, PublishedAt: &published, SubmittedAt: &published}}); err != nil {
			return err
		}
		_, err = im.Finish(w.t.Context())
		return err
	}))
}

// A municipality that has moved stands in the region of the day: its acts, those
// done there, and those of an organisation whose work it went on with.
func TestRegionsAreThoseOfTheDay(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.exec(`UPDATE organization SET valid_to = '2018-12-31', successor_id = (SELECT id FROM organization WHERE slug = 'isonkyron-kunta') WHERE slug = 'limingan-kunta'`)
	w.comes("isonkyron-kunta", "")
	w.comes("oulun-kaupunki", "152") // done in Isokyrö
	w.comes("limingan-kunta", "")    // Isokyrö went on with its work
	w.comes("limingan-kunta", "005")
	w.refresh()
	got := map[string]map[string]int{}
	for _, day := range []string{"2020-12-31", "2021-01-01"} {
		for _, merged := range []bool{false, true} {
			on, err := time.ParseInLocation(time.DateOnly, day, i18n.Helsinki())
			w.must(err)
			c, err := w.numbers.Through(t.Context(), stats.Lens{On: on, Successors: merged})
			w.must(err)
			by := map[string]int{}
			for _, r := range c.Cross(stats.Filter{}, stats.Region, stats.Nothing, stats.Acts).Rows {
				by[r.Code] = r.Total
			}
			got[fmt.Sprint(day, " ", merged)] = by
		}
	}
	want := map[string]map[string]int{
		"2020-12-31 false": {"pohjanmaa": 2, "pohjois-pohjanmaa": 1, "etela-pohjanmaa": 1}, "2020-12-31 true": {"pohjanmaa": 3, "etela-pohjanmaa": 1},
		"2021-01-01 false": {"etela-pohjanmaa": 3, "pohjois-pohjanmaa": 1}, "2021-01-01 true": {"etela-pohjanmaa": 4},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("acts by region (-want +got):\n%s", diff)
	}
}

// Who asks for an organisation that has ended is shown the one that went on
// with its work, when acts are counted so.
func TestAnEndedOrganizationLeadsToItsHeir(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.exec(`UPDATE organization SET valid_to = '2018-12-31', successor_id = (SELECT id FROM organization WHERE slug = 'isonkyron-kunta') WHERE slug = 'limingan-kunta'`)
	w.comes("isonkyron-kunta", "")
	w.comes("limingan-kunta", "")
	w.comes("oulun-kaupunki", "")
	w.refresh()
	for merged, want := range map[bool]string{false: "limingan-kunta 1", true: "isonkyron-kunta 2"} {
		c, err := w.numbers.Through(t.Context(), stats.Lens{Successors: merged})
		w.must(err)
		f, err := c.Clean(stats.Filter{}.With(stats.Organization, "limingan-kunta"))
		w.must(err)
		x := c.Cross(f, stats.Organization, stats.Nothing, stats.Acts)
		if len(x.Rows) != 1 || fmt.Sprint(x.Rows[0].Code, " ", x.Total) != want {
			t.Errorf("merged %t: %+v, want %s", merged, x.Rows, want)
		}
	}
}
