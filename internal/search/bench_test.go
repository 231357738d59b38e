package search_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// A demoAct is an act of the demo, as far as it is searched.
type demoAct struct {
	Ref, Title, Lead, Need, Approach, Results, Lessons string
	Language, Organization, Unit, Locality             string
	Tags                                               []string
}

// demoActs is the acts of the demo.
func demoActs(tb testing.TB) []demoAct {
	tb.Helper()
	files, err := filepath.Glob("../demo/data/acts-*.jsonl")
	if err != nil || len(files) == 0 {
		tb.Fatal("no demo acts: ", err)
	}
	var acts []demoAct
	for _, f := range files {
		acts = append(acts, lines[demoAct](tb, f)...)
	}
	return acts
}

// synthetic is n acts: each part is of another demo act, and the title ends in
// a word of its own.
func synthetic(tb testing.TB, n int) []search.Document {
	tb.Helper()
	acts := demoActs(tb)
	acts = slices.DeleteFunc(acts, func(a demoAct) bool { return a.Need == "" || a.Language != "fi" })
	r := rand.New(rand.NewPCG(1, 2))
	pick := func() demoAct { return acts[r.IntN(len(acts))] }
	docs := make([]search.Document, n)
	for i := range docs {
		place := pick()
		docs[i] = search.Document{
			ActID: int64(i + 1), Lang: "fi", Title: fmt.Sprintf("%s %s %d", pick().Title, place.Locality, i),
			Names:       []string{place.Organization, place.Unit, place.Locality},
			Brief:       append([]string{pick().Lead}, pick().Tags...),
			Body:        []string{pick().Need, pick().Approach, pick().Results, pick().Lessons},
			PublishedAt: day.AddDate(0, 0, -r.IntN(3000)),
		}
	}
	return docs
}

// size is how many acts the benchmarks build: BENCH_ACTS, 2,000 unless set.
func size() int {
	n, err := strconv.Atoi(os.Getenv("BENCH_ACTS"))
	if err != nil {
		return 2_000
	}
	return n
}

// cpu is the processor time that this process and its connections to the
// database have used, as far as the system tells.
func cpu(tb testing.TB, db *postgres.DB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	used := time.Duration(u.Utime.Nano() + u.Stime.Nano())
	pids, err := postgres.Values[int](tb.Context(), db, "SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
	if err != nil {
		tb.Fatal(err)
	}
	for _, pid := range pids {
		b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid)) // "nanoseconds on a processor, …"
		on, _, _ := strings.Cut(string(b), " ")
		n, _ := strconv.ParseInt(on, 10, 64)
		used += time.Duration(n)
	}
	return used
}

// words is words of titles and leads of the demo, one or two at a time, as
// inflected as they stand there.
func words(tb testing.TB, n int) []string {
	tb.Helper()
	var all []string
	for _, a := range demoActs(tb) {
		all = append(all, strings.FieldsFunc(a.Title+" "+a.Lead, func(r rune) bool { return strings.ContainsRune(" .,:;!?”()–", r) })...)
	}
	r := rand.New(rand.NewPCG(3, 4))
	list := make([]string, n)
	for i := range list {
		list[i] = all[r.IntN(len(all))]
		if i%2 == 1 {
			list[i] += " " + all[r.IntN(len(all))]
		}
	}
	return list
}

// kinds is a query of each kind; "" is words of the demo in turn.
var kinds = []struct{ name, query string }{
	{"mixed", ""},
	{"word", "esihenkilö"},
	{"common", "työ"},
	{"compound", "työhyvinvointi"},
	{"two", "varhaiskasvatuksen kehittäminen"},
	{"three", "uuden opettajan tukeminen"},
	{"typo", "kirjatso"},
	{"nothing", "qwxzqwxz"},
	{"place", "Naantali"},
	{"swedish", "biblioteket"},
	{"phrase", `"uuden opettajan"`},
	{"prefix", "kehityskesk"},
}

// BenchmarkFind prints how fast the index is built, how large it is, and how
// long queries of each kind take: by what PostgreSQL brings along, by our
// index in the database, and by its copy in memory.
func BenchmarkFind(b *testing.B) {
	x, db := newIndex(b, lexicon(b))
	docs := synthetic(b, size())
	build(b, x, db, docs)
	queries := words(b, 400)
	ours := func(b *testing.B, text string) int {
		r, err := x.Find(b.Context(), search.Query{Text: text, Lang: "fi"})
		if err != nil {
			b.Fatal(err)
		}
		return len(r.Hits)
	}
	stock := stockIndex(b, db, docs)
	for _, k := range kinds {
		b.Run("stock/"+k.name, func(b *testing.B) { timed(b, db, k.query, queries, stock) })
	}
	for _, k := range kinds {
		b.Run("database/"+k.name, func(b *testing.B) { timed(b, db, k.query, queries, ours) })
	}
	begin := time.Now()
	if err := x.Refresh(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.Logf("copied into memory in %v, %d kB", time.Since(begin), x.Bytes()/1024)
	for _, k := range kinds {
		b.Run("memory/"+k.name, func(b *testing.B) { timed(b, db, k.query, queries, ours) })
	}
	b.Run("memory/similar", func(b *testing.B) {
		timed(b, db, "", []string{""}, func(b *testing.B, _ string) int {
			found, err := x.Similar(b.Context(), 1+rand.Int64N(int64(len(docs))), 5)
			if err != nil {
				b.Fatal(err)
			}
			return len(found)
		})
	})
	b.Run("suggest", func(b *testing.B) {
		timed(b, db, "ke", nil, func(b *testing.B, text string) int {
			found, err := x.Suggest(b.Context(), text, "fi", 8)
			if err != nil {
				b.Fatal(err)
			}
			return len(found)
		})
	})
}

// build writes the index, and says how fast and how large.
func build(b *testing.B, x *search.Index, db *postgres.DB, docs []search.Document) {
	b.Helper()
	begin, used := time.Now(), cpu(b, db)
	for part := range slices.Chunk(docs, 5_000) {
		put(b, db, x, part...)
	}
	took := time.Since(begin)
	if _, err := db.Exec(b.Context(), "ANALYZE act_search, search_word"); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d acts built in %v, %v of processor time: %.0f acts/s, index %d MB", len(docs), took, cpu(b, db)-used,
		float64(len(docs))/took.Seconds(), megabytes(b, db, "act_search")+megabytes(b, db, "search_word"))
}

func megabytes(b *testing.B, db *postgres.DB, table string) int {
	b.Helper()
	n, err := postgres.Value[int](b.Context(), db, "SELECT (pg_total_relation_size($1::regclass) / 1048576)::integer", table)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// timed asks a query again and again, or queries in turn, and reports how long
// the slow ones took.
func timed(b *testing.B, db *postgres.DB, query string, queries []string, ask func(*testing.B, string) int) {
	b.Helper()
	var hits int
	var times []time.Duration
	used := cpu(b, db)
	for b.Loop() {
		text := query
		if query == "" {
			text = queries[len(times)%len(queries)]
		}
		begin := time.Now()
		hits += ask(b, text)
		times = append(times, time.Since(begin))
	}
	slices.Sort(times)
	for name, part := range map[string]int{"p50-ms": 50, "p95-ms": 95, "p99-ms": 99} {
		b.ReportMetric(times[len(times)*part/100].Seconds()*1000, name)
	}
	b.ReportMetric(float64(hits)/float64(len(times)), "hits")
	b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(len(times)), "cpu-ms/op")
}

// BenchmarkAnalysis is how fast acts are analysed with a warm cache.
func BenchmarkAnalysis(b *testing.B) {
	x, _ := newIndex(b, lexicon(b))
	docs := synthetic(b, 500)
	for b.Loop() {
		for _, d := range docs {
			x.Analyze(d)
		}
	}
	b.ReportMetric(float64(500*b.N)/b.Elapsed().Seconds(), "acts/s")
}
