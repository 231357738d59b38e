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
			Body:        append([]string{pick().Lead, pick().Need, pick().Approach, pick().Results, pick().Lessons}, pick().Tags...),
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

// BenchmarkFind prints how fast the index is built and how long queries take.
func BenchmarkFind(b *testing.B) {
	x, db := newIndex(b, lexicon(b))
	docs := synthetic(b, size())
	begin, used := time.Now(), cpu(b, db)
	for part := range slices.Chunk(docs, 5_000) {
		put(b, db, x, part...)
	}
	b.Logf("%d acts built in %v, %v of processor time", len(docs), time.Since(begin), cpu(b, db)-used)
	if _, err := db.Exec(b.Context(), "ANALYZE act_search, search_word"); err != nil {
		b.Fatal(err)
	}
	queries := words(b, 400)
	for _, way := range []string{"database", "memory"} {
		if way == "memory" {
			begin := time.Now()
			if err := x.Refresh(b.Context()); err != nil {
				b.Fatal(err)
			}
			b.Logf("copied into memory in %v, %d kB", time.Since(begin), x.Bytes()/1024)
		}
		for _, q := range []string{"", "esihenkilö", "työ", "työhyvinvointi", "varhaiskasvatuksen kehittäminen", "uuden opettajan tukeminen", "kirjatso", "Naantali", "biblioteket", `"uuden opettajan"`, "kehityskesk"} {
			b.Run(way+"/"+q, func(b *testing.B) {
				var hits int
				used := cpu(b, db)
				for i := 0; b.Loop(); i++ {
					text := q
					if q == "" {
						text = queries[i%len(queries)]
					}
					r, err := x.Find(b.Context(), search.Query{Text: text, Lang: "fi"})
					if err != nil {
						b.Fatal(err)
					}
					hits += len(r.Hits)
				}
				b.ReportMetric(float64(hits)/float64(b.N), "hits")
				b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(b.N), "cpu-ms/op")
			})
		}
		b.Run(way+"/similar", func(b *testing.B) {
			used := cpu(b, db)
			for i := int64(0); b.Loop(); i++ {
				if _, err := x.Similar(b.Context(), 1+i%int64(len(docs)), 5); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
	b.Run("suggest", func(b *testing.B) {
		used := cpu(b, db)
		for b.Loop() {
			if _, err := x.Suggest(b.Context(), "ke", "fi", 8); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(b.N), "cpu-ms/op")
	})
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
