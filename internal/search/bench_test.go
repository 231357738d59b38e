package search_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
)

// synthetic is n acts of some 200 words each, mixed from the sentences of the
// dev set, with rare words of their own.
func synthetic(tb testing.TB, n int) []search.Document {
	tb.Helper()
	set := readDevSet(tb, "testdata/dev")
	r := rand.New(rand.NewPCG(1, 2))
	var sentences []string
	for _, d := range set.docs {
		sentences = append(sentences, strings.SplitAfter(d.Body[0], ". ")...)
	}
	docs := make([]search.Document, n)
	for i := range docs {
		base := set.docs[r.IntN(len(set.docs))]
		var body strings.Builder
		for range 20 {
			words := strings.Fields(sentences[r.IntN(len(sentences))])
			r.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
			body.WriteString(strings.Join(words, " ") + " ")
		}
		fmt.Fprintf(&body, "hanke%d ", r.IntN(n))
		docs[i] = search.Document{
			ActID: int64(i + 1), Lang: base.Lang, Title: base.Title + " " + set.docs[r.IntN(len(set.docs))].Title,
			Names: base.Names, Body: []string{body.String()}, PublishedAt: day.AddDate(0, 0, -r.IntN(3000)),
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
	for _, q := range []string{"esihenkilö", "työ", "varhaiskasvatuksen kehittäminen", "uuden opettajan tukeminen", "kirjatso", "Naantali", "biblioteket", `"uuden opettajan"`, "kehityskesk"} {
		b.Run(q, func(b *testing.B) {
			var hits int
			used := cpu(b, db)
			for b.Loop() {
				r, err := x.Find(b.Context(), search.Query{Text: q, Lang: "fi"})
				if err != nil {
					b.Fatal(err)
				}
				hits = len(r.Hits)
			}
			b.ReportMetric(float64(hits), "hits")
			b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(b.N), "cpu-ms/op")
		})
	}
	b.Run("similar", func(b *testing.B) {
		used := cpu(b, db)
		for b.Loop() {
			if _, err := x.Similar(b.Context(), 7, 5); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric((cpu(b, db)-used).Seconds()*1000/float64(b.N), "cpu-ms/op")
	})
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
