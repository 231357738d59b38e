package search_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// demoSet is the demo acts with our own queries over them, of one file: see
// testdata/README.md.
func demoSet(tb testing.TB, file string) devSet {
	tb.Helper()
	s := devSet{grades: map[string]map[int64]int{}}
	byRef := map[string]int64{}
	for i, a := range demoActs(tb) {
		byRef[a.Ref] = int64(i + 1)
		year, _ := strconv.Atoi(a.Ref[:4])
		s.docs = append(s.docs, search.Document{
			ActID: int64(i + 1), Lang: a.Language, Title: a.Title, Names: []string{a.Organization, a.Unit, a.Locality},
			Brief: append([]string{a.Lead}, a.Tags...), Body: []string{a.Need, a.Approach, a.Results, a.Lessons},
			PublishedAt: time.Date(year, 6, 1, 12, 0, 0, 0, time.UTC),
		})
	}
	b, err := os.ReadFile("testdata/demo/" + file)
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		text, refs, _ := strings.Cut(rest, "\t")
		grades := map[int64]int{}
		for _, f := range strings.Fields(refs) {
			ref, grade, graded := strings.Cut(f, ":")
			if byRef[ref] == 0 {
				tb.Fatalf("%s: no act %s", text, ref)
			}
			grades[byRef[ref]] = 2
			if graded {
				grades[byRef[ref]], _ = strconv.Atoi(grade)
			}
		}
		id := kind + " " + text
		s.queries = append(s.queries, devQuery{ID: id, Category: kind, Q: text})
		s.grades[id] = grades
	}
	return s
}

// TestDemoSet measures the search over the demo acts.
func TestDemoSet(t *testing.T) {
	t.Parallel()
	set := demoSet(t, "queries.tsv")
	if len(set.queries) < 100 {
		t.Errorf("%d queries", len(set.queries))
	}
	if l := lexicon(t); l != nil {
		measureSet(t, "demo acts with the dictionary", set, l, 0.9)
	}
	measureSet(t, "demo acts in fallback mode", set, nil, 0.86)
}

// TestHeldOutSet measures the search with queries that nobody tunes it by: that
// it is worse here than over the others shows how much of them it has learnt by
// heart. So no floor, and no list of what went wrong.
func TestHeldOutSet(t *testing.T) {
	t.Parallel()
	for name, set := range heldOut(t) {
		if len(set.queries) < 45 {
			t.Errorf("%s: %d queries", name, len(set.queries))
		}
		if l := lexicon(t); l != nil {
			figures(t, set, l, nil).log(t, name+" with the dictionary")
		}
		figures(t, set, nil, nil).log(t, name+" in fallback mode")
	}
}

// heldOut is the queries that nobody tunes the search by.
func heldOut(tb testing.TB) map[string]devSet {
	return map[string]devSet{
		"held-out queries over the demo acts":  demoSet(tb, "heldout.tsv"),
		"held-out queries over the fresh acts": readDevSet(tb, "testdata/fresh", "heldout.jsonl"),
		"held-out queries of a second writer":  readDevSet(tb, "testdata/second", "heldout.jsonl"),
		"held-out queries of a third writer":   readDevSet(tb, "testdata/third", "heldout.jsonl"),
		"held-out queries of a fourth writer":  readDevSet(tb, "testdata/fourth", "heldout.jsonl"),
	}
}

// TestStockPostgres measures what PostgreSQL finds by itself, to compare.
func TestStockPostgres(t *testing.T) {
	t.Parallel()
	_, db := newIndex(t, nil)
	sets := heldOut(t)
	sets["dev"], sets["demo acts"] = readDevSet(t, "testdata/dev", "queries.jsonl"), demoSet(t, "queries.tsv")
	for name, set := range sets {
		if err := postgres.Exec(t.Context(), db, "CREATE TABLE IF NOT EXISTS stock (id bigint, tsv tsvector); TRUNCATE stock"); err != nil {
			t.Fatal(err)
		}
		for _, d := range set.docs {
			if err := postgres.Exec(t.Context(), db, `
				INSERT INTO stock VALUES ($1, setweight(to_tsvector('finnish', $2), 'A') || setweight(to_tsvector('finnish', $3), 'B') || to_tsvector('finnish', $4))`,
				d.ActID, d.Title, strings.Join(d.Names, " "), strings.Join(d.Body, " ")); err != nil {
				t.Fatal(err)
			}
		}
		kinds := tally{}
		for _, q := range set.queries {
			found, err := postgres.Values[int64](t.Context(), db, `
				SELECT id FROM stock, websearch_to_tsquery('finnish', $1) AS q WHERE tsv @@ q ORDER BY ts_rank(tsv, q) DESC, id LIMIT 10`, q.Q)
			if err != nil {
				t.Fatal(err)
			}
			kinds.add(q.Category, judge(slices.Clone(found), set.grades[q.ID]))
		}
		kinds.log(t, name+" by stock PostgreSQL")
	}
}

// A tally is the measures by kind of query; "" is all.
type tally map[string]*measure

func (k tally) add(kind string, m measure) {
	for _, name := range []string{"", kind} {
		if k[name] == nil {
			k[name] = &measure{}
		}
		k[name].add(m)
	}
}

func (k tally) log(t *testing.T, name string) {
	t.Helper()
	t.Logf("%s: %v", name, k[""])
	for _, kind := range []string{"infl", "grad", "comp", "syn", "typo", "multi", "name", "sv", "prefix"} {
		if m := k[kind]; m != nil {
			t.Logf("  %-8s %v", kind, m)
		}
	}
}
