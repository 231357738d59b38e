package search_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi"
)

// A devSet is acts, queries and what an ideal search would find.
type devSet struct {
	docs    []search.Document
	queries []devQuery
	grades  map[string]map[int64]int // by query and act: 2 about it, 1 mentions it, -1 not judged
}

type devQuery struct {
	ID       string
	Category string
	Q        string
}

func lines[T any](tb testing.TB, path string) []T {
	tb.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	var list []T
	for line := range strings.Lines(string(b)) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			tb.Fatalf("%s: %v", path, err)
		}
		list = append(list, v)
	}
	return list
}

// number is the act of a document id such as d007.
func number(tb testing.TB, id string) int64 {
	tb.Helper()
	n, err := strconv.ParseInt(strings.TrimLeft(id, "d"), 10, 64)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func readDevSet(tb testing.TB, dir, file string) devSet {
	tb.Helper()
	s := devSet{queries: lines[devQuery](tb, dir+"/"+file), grades: map[string]map[int64]int{}}
	type doc struct {
		ID, Lang, Org, Place, Sector, Title, Body string
		Year                                      int
	}
	for _, d := range lines[doc](tb, dir+"/docs.jsonl") {
		s.docs = append(s.docs, search.Document{
			ActID: number(tb, d.ID), Lang: d.Lang, Title: d.Title, Names: []string{d.Org, d.Place},
			Body: []string{d.Body, d.Sector}, PublishedAt: day.AddDate(d.Year-2024, 0, 0),
		})
	}
	b, err := os.ReadFile(dir + "/qrels.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		grade, _ := strconv.Atoi(f[2])
		if s.grades[f[0]] == nil {
			s.grades[f[0]] = map[int64]int{}
		}
		s.grades[f[0]][number(tb, f[1])] = grade
	}
	return s
}

// A measure is how good answers are on the average.
type measure struct {
	recall, mrr, ndcg float64
	empty, n          int
}

func (m *measure) add(x measure) {
	m.recall, m.mrr, m.ndcg = m.recall+x.recall, m.mrr+x.mrr, m.ndcg+x.ndcg
	m.empty, m.n = m.empty+x.empty, m.n+x.n
}

func (m measure) String() string {
	n := float64(m.n)
	return fmt.Sprintf("recall@10 %.3f  MRR %.3f  nDCG@10 %.3f  empty %.0f %%", m.recall/n, m.mrr/n, m.ndcg/n, 100*float64(m.empty)/n)
}

func gain(grade int) float64 { return math.Exp2(float64(max(grade, 0))) - 1 }

// judge measures one answer.
func judge(ranking []int64, grades map[int64]int) measure {
	m := measure{n: 1}
	if len(ranking) == 0 {
		m.empty = 1
	}
	ranking = slices.DeleteFunc(slices.Clone(ranking), func(id int64) bool { return grades[id] < 0 })
	ideal, relevant := 0.0, 0
	best := slices.SortedFunc(mapValues(grades), func(a, b int) int { return cmp.Compare(b, a) })
	for i, g := range best[:min(10, len(best))] {
		ideal += gain(g) / math.Log2(float64(i)+2)
		if g > 0 {
			relevant++
		}
	}
	for i, id := range ranking[:min(10, len(ranking))] {
		if grades[id] > 0 {
			m.recall += 1 / float64(relevant)
			m.mrr = max(m.mrr, 1/float64(i+1))
		}
		m.ndcg += gain(grades[id]) / math.Log2(float64(i)+2) / ideal
	}
	return m
}

func mapValues(grades map[int64]int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for _, g := range grades {
			if !yield(g) {
				return
			}
		}
	}
}

// TestDevSet measures the search, with the dictionary and without.
func TestDevSet(t *testing.T) {
	t.Parallel()
	for dir, floors := range map[string]struct{ full, fallback float64 }{"dev": {0.95, 0.93}, "fresh": {0.88, 0.85}, "third": {0.88, 0.8}} {
		set := readDevSet(t, "testdata/"+dir, "queries.jsonl")
		if l := lexicon(t); l != nil {
			measureSet(t, dir+" with the dictionary", set, l, floors.full)
		}
		measureSet(t, dir+" in fallback mode", set, nil, floors.fallback)
	}
}

// TestMoreOfTheDevSets measures the search with queries that say in other words
// what acts are about: none of their words stands in an act as it is typed.
func TestMoreOfTheDevSets(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{"fresh", "third"} {
		if l := lexicon(t); l != nil {
			measureSet(t, "more over the "+dir+" acts with the dictionary", readDevSet(t, "testdata/"+dir, "more.jsonl"), l, 0.7)
			figures(t, readDevSet(t, "testdata/"+dir, "moreheldout.jsonl"), l, nil).log(t, "more held-out over the "+dir+" acts with the dictionary")
		}
	}
}

func measureSet(t *testing.T, name string, set devSet, l *fi.Lexicon, floor float64) {
	t.Helper()
	kinds := figures(t, set, l, func(q devQuery, r search.Result, m measure) {
		if m.ndcg < 0.9 {
			t.Logf("%s %q: nDCG %.2f, found %v corrected %q, want %v", q.ID, q.Q, m.ndcg, r.Hits[:min(10, len(r.Hits))], r.Corrected, set.grades[q.ID])
		}
	})
	kinds.log(t, name)
	if got := kinds[""].ndcg / float64(kinds[""].n); got < floor {
		t.Errorf("%s: nDCG@10 %.3f is under %.2f", name, got, floor)
	}
}

// figures asks all queries, and shows each answer to show.
func figures(t *testing.T, set devSet, l *fi.Lexicon, show func(devQuery, search.Result, measure)) tally {
	t.Helper()
	x, db := newIndex(t, l)
	put(t, db, x, set.docs...)
	kinds := tally{}
	for _, q := range set.queries {
		r := find(t, x, q.Q)
		m := judge(r.Hits, set.grades[q.ID])
		kinds.add(q.Category, m)
		if show != nil {
			show(q, r, m)
		}
	}
	return kinds
}
