package stats_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
)

// cubeSQL counts a cross table straight from the tables, as the contract of
// the figures tells: published and archived acts, each in every row and column
// that it belongs to and once in totals. It knows nothing of how the portal
// counts.
const cubeSQL = `
WITH RECURSIVE chain AS ( -- who goes on with the work of whom
	SELECT id, id AS head, 0 AS step FROM organization
	UNION ALL
	SELECT c.id, o.successor_id, c.step + 1
	FROM chain c JOIN organization o ON o.id = c.head
	WHERE @merged AND o.successor_id IS NOT NULL AND (o.valid_to IS NULL OR o.valid_to < @day::date) AND c.step < 50
), heir AS (
	SELECT DISTINCT ON (id) id, head FROM chain ORDER BY id, step DESC
), doer AS ( -- lead and partners, each once
	SELECT a.id AS act_id, h.head FROM act a JOIN heir h ON h.id = a.organization_id
	UNION
	SELECT p.act_id, h.head FROM act_partner p JOIN heir h ON h.id = p.organization_id
), out AS (
	SELECT a.id, a.stage, a.language, a.submitted_at, a.first_published_at, o.type, coalesce(a.municipality_code, o.municipality_code) AS place,
	       EXISTS (SELECT FROM award_grant g WHERE g.act_id = a.id AND g.published_at IS NOT NULL) AS awarded,
	       (SELECT count(*) FROM adoption x WHERE x.act_id = a.id AND x.state = 'in_use') AS adopted,
	       coalesce((SELECT sum(r.hits) FROM page_reading r WHERE r.page = '/katso/' || a.slug), 0) AS readings,
	       (SELECT min(d.head) FROM doer d WHERE d.act_id = a.id) AS one
	FROM act a JOIN heir h ON h.id = a.organization_id JOIN organization o ON o.id = h.head
	WHERE a.status IN ('published', 'archived')
), sorted AS ( -- the terms of an act in the list that is asked for
	SELECT t.act_id, t.kind, n.code
	FROM act_term t JOIN term g ON g.id = t.term_id
	JOIN term n ON n.list = CASE WHEN t.kind = 'theme' THEN 'theme-2022' WHEN @old THEN 'sector-2020' ELSE 'sector-2022' END
	 AND (n.id = g.id
	      OR EXISTS (SELECT FROM term_mapping m WHERE m.from_term = g.id AND m.to_term = n.id)
	      OR g.list = 'sector-2022' AND EXISTS (SELECT FROM term_mapping m WHERE m.to_term = g.id AND m.from_term = n.id))
), has AS ( -- what each act is counted by
	SELECT act_id, kind AS dimension, code FROM sorted
	UNION SELECT d.act_id, 'organization', o.slug FROM doer d JOIN organization o ON o.id = d.head
	UNION SELECT id, 'organization_type', type FROM out
	UNION SELECT out.id, 'region', r.slug FROM out JOIN municipality m ON m.code = out.place JOIN region r ON r.code = m.region_code
	UNION SELECT id, 'year', extract(year FROM first_published_at AT TIME ZONE 'Europe/Helsinki')::text FROM out
	UNION SELECT id, 'stage', stage FROM out WHERE stage IS NOT NULL
	UNION SELECT id, 'language', language FROM out
	UNION SELECT id, 'awarded', 'true' FROM out WHERE awarded
	UNION SELECT out.id, 'campaign', k.slug
	      FROM out JOIN campaign_entry e ON e.act_id = out.id JOIN campaign k ON k.id = e.campaign_id
	      WHERE (CASE k.basis WHEN 'submitted' THEN coalesce(out.submitted_at, k.opens_on::timestamp AT TIME ZONE 'Europe/Helsinki') ELSE out.first_published_at END
	             AT TIME ZONE 'Europe/Helsinki')::date BETWEEN k.opens_on AND k.closes_on + k.late_days
), chosen AS (
	SELECT out.* FROM out
	WHERE (@since::timestamptz IS NULL OR first_published_at >= @since) AND (@until::timestamptz IS NULL OR first_published_at < @until)
	  AND NOT EXISTS (SELECT FROM unnest(@dimensions::text[]) AS d (name) WHERE NOT EXISTS (
	        SELECT FROM unnest(@names::text[], @codes::text[]) AS f (name, code)
	        JOIN has ON has.act_id = out.id AND has.dimension = f.name AND has.code = f.code WHERE f.name = d.name))
), line AS ( -- the rows and columns of each act; of a dimension that is narrowed, what was chosen
	SELECT c.id, x.name, coalesce(h.code, 'none') AS code
	FROM chosen c CROSS JOIN (VALUES (@row), (@column)) AS x (name)
	LEFT JOIN has h ON h.act_id = c.id AND h.dimension = x.name
	WHERE x.name <> '' AND (NOT x.name = ANY(@dimensions) OR EXISTS (
	      SELECT FROM unnest(@names::text[], @codes::text[]) AS f (name, code) WHERE f.name = x.name AND f.code = h.code))
), place AS ( -- of every cell, row, column and the whole, which acts
	SELECT r.code AS y, k.code AS x, r.id FROM line r JOIN line k ON k.id = r.id AND k.name = @column WHERE r.name = @row
	UNION ALL SELECT r.code, '', r.id FROM line r WHERE r.name = @row
	UNION ALL SELECT '', k.code, k.id FROM line k WHERE k.name = @column
	UNION ALL SELECT '', '', id FROM chosen
), number AS (
SELECT p.y, p.x,
       CASE @measure
       WHEN 'acts' THEN count(DISTINCT p.id)
       WHEN 'organizations' THEN count(DISTINCT d.head)
       WHEN 'awarded' THEN count(DISTINCT p.id) FILTER (WHERE c.awarded)
       WHEN 'adoptions' THEN coalesce(sum(c.adopted) FILTER (WHERE d.head = c.one), 0)
       ELSE coalesce(sum(c.readings) FILTER (WHERE d.head = c.one), 0) END::integer AS n,
       array_agg(DISTINCT p.id) FILTER (WHERE @measure NOT IN ('awarded', 'adoptions') OR c.awarded AND @measure = 'awarded' OR c.adopted > 0 AND @measure = 'adoptions') AS acts
FROM place p JOIN chosen c ON c.id = p.id JOIN doer d ON d.act_id = p.id
GROUP BY p.y, p.x
)
SELECT n.y AS row, n.x AS column, n.n, n.acts, coalesce(round(100.0 * n.n / nullif(w.n, 0))::text || '%', '') AS percent
FROM number n
LEFT JOIN number w ON w.y = CASE @share WHEN 'row' THEN n.y WHEN '' THEN 'none of them' ELSE '' END
                  AND w.x = CASE @share WHEN 'column' THEN n.x ELSE '' END`

// shadowed is the tables that the figures are counted from.
var shadowed = []string{
	"act", "act_term", "act_partner", "organization", "municipality", "region", "term", "term_mapping", "campaign", "campaign_entry", "award_grant",
	"adoption", "page_reading",
}

// shadow copies the tables as they are when a day ends: the proof of that day.
func (w *town) shadow(schema string) {
	w.t.Helper()
	w.exec("CREATE SCHEMA " + schema)
	for _, table := range shadowed {
		w.exec("CREATE TABLE " + schema + "." + table + " AS TABLE public." + table)
	}
}

// A spot is what a cross table has in a cell; "" is the total.
type spot struct{ Row, Column string }

type behind struct {
	N       int
	Acts    []int64
	Percent string // as an English reader sees it; "" when there is nothing to take it of
}

// bySQL counts a cube from the tables of a schema.
func (w *town) bySQL(t *rapid.T, schema string, q cube) map[spot]behind {
	args := pgx.StrictNamedArgs{
		"merged": q.lens.Successors, "old": q.lens.Sectors2020, "day": w.at.Format(time.DateOnly), "row": q.rows.Code(), "column": "", "measure": string(q.measure), "share": string(q.share),
		"since": moment(q.filter.From), "until": moment(q.filter.Until),
	}
	if !q.lens.On.IsZero() {
		args["day"] = q.lens.On.Format(time.DateOnly)
	}
	if q.columns != stats.Nothing {
		args["column"] = q.columns.Code()
	}
	dimensions, names, codes := []string{}, []string{}, []string{}
	for _, d := range stats.Dimensions() {
		for i, code := range q.filter.Codes[d] {
			if i == 0 {
				dimensions = append(dimensions, d.Code())
			}
			names, codes = append(names, d.Code()), append(codes, code)
		}
	}
	args["dimensions"], args["names"], args["codes"] = dimensions, names, codes
	out := map[spot]behind{}
	err := w.db.Tx(w.t.Context(), func(tx pgx.Tx) error {
		if err := postgres.Exec(w.t.Context(), tx, "SET LOCAL jit = off; SET LOCAL search_path = "+schema); err != nil {
			return err
		}
		rows, err := postgres.All[struct {
			Row, Column string
			N           int
			Acts        []int64
			Percent     string
		}](w.t.Context(), tx, cubeSQL, args)
		for _, r := range rows {
			slices.Sort(r.Acts)
			out[spot{r.Row, r.Column}] = behind{r.N, r.Acts, r.Percent}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func moment(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	return &at
}

// byPortal is what the portal counts, and the acts that it shows behind each
// number. An empty cell is in no answer of the database, nor here.
func (w *town) byPortal(t *rapid.T, q cube) map[spot]behind {
	c := w.through(t, q.lens)
	x := c.Cross(q.filter, q.rows, q.columns, q.measure)
	out := map[spot]behind{}
	english := i18n.With(w.t.Context(), i18n.EN)
	put := func(row, column string, i, j int) {
		n, percent := x.At(i, j), ""
		if whole := x.Whole(q.share, i, j); whole > 0 {
			percent = i18n.Percent(english, n, whole)
		}
		acts, ok := c.Behind(q.filter, q.rows, q.columns, q.measure, row, column)
		if !ok {
			t.Fatalf("%v: nothing is known of %q and %q", q, row, column)
		}
		slices.Sort(acts)
		if every, _ := c.Behind(q.filter, q.rows, q.columns, stats.Acts, row, column); n != 0 || len(every) > 0 {
			out[spot{row, column}] = behind{n, acts, percent}
		}
	}
	put("", "", stats.Sum, stats.Sum)
	for j, k := range x.Columns {
		put("", k.Code, stats.Sum, j)
	}
	for i, r := range x.Rows {
		put(r.Code, "", i, stats.Sum)
		for j, k := range x.Columns {
			put(r.Code, k.Code, i, j)
		}
	}
	return out
}

// TestCubesAreWhatTheTablesSay counts whatever may be asked of the cross table
// twice: as the portal does, and straight from the tables, those of now and those
// of the days that went by.
func TestCubesAreWhatTheTablesSay(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	seed := rand.Uint64()
	t.Logf("the town lived by %d", seed)
	choose := rand.New(rand.NewPCG(seed, 1)).IntN
	days := map[time.Time]string{{}: "public"}
	for n := range 6 {
		for range 40 {
			w.deed(choose)
		}
		day := time.Date(w.at.Year(), w.at.Month(), w.at.Day(), 0, 0, 0, 0, i18n.Helsinki())
		days[day] = fmt.Sprintf("day%d", n)
		w.shadow(days[day])
		w.at = day.AddDate(0, 0, 1).Add(time.Hour)
	}
	w.refresh()
	cells, asked := 0, slices.SortedFunc(maps.Keys(days), time.Time.Compare)
	check := func(rt *rapid.T) {
		q := w.randomCube(rt, stats.Lens{
			Sectors2020: rapid.Bool().Draw(rt, "2020"), Successors: rapid.Bool().Draw(rt, "successors"), On: rapid.SampledFrom(asked).Draw(rt, "day"),
		})
		want, got := w.bySQL(rt, days[q.lens.On], q), w.byPortal(rt, q)
		if len(want) == 0 { // no act at all: the database has no row to say so in
			want = map[spot]behind{}
			got = maps.Clone(got)
			maps.DeleteFunc(got, func(_ spot, b behind) bool { return b.N == 0 })
		}
		if d := cmp.Diff(want, got, cmp.Comparer(slices.Equal[[]int64])); d != "" {
			rt.Fatalf("%v: the tables say −, the portal +\n%s", q, strings.ReplaceAll(d, "\u00a0", " "))
		}
		cells += len(want)
	}
	const rounds = 5 // some draw narrow filters alone
	for n := 0; n < rounds && cells < 500; n++ {
		rapid.Check(t, check)
	}
	if cells < 500 {
		t.Errorf("only %d numbers were compared", cells)
	}
}
