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

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/highlight"
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

func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkFind prints how fast the index is built and how long queries take.
func BenchmarkFind(b *testing.B) {
	x, db := newIndex(b, lexicon(b))
	docs := synthetic(b, size())
	begin := time.Now()
	for part := range slices.Chunk(docs, 5_000) {
		put(b, db, x, part...)
	}
	b.Logf("%d acts built in %v, %.0f acts/s", len(docs), time.Since(begin), float64(len(docs))/time.Since(begin).Seconds())
	if _, err := db.Exec(b.Context(), "ANALYZE act_search, search_word"); err != nil {
		b.Fatal(err)
	}
	for _, q := range []string{"esihenkilö", "työ", "varhaiskasvatuksen kehittäminen", "uuden opettajan tukeminen", "kirjatso", "Naantali", "biblioteket", `"uuden opettajan"`, "kehityskesk"} {
		b.Run(q, func(b *testing.B) {
			var hits int
			for b.Loop() {
				r, err := x.Find(b.Context(), search.Query{Text: q, Lang: "fi"})
				if err != nil {
					b.Fatal(err)
				}
				hits = len(r.Hits)
			}
			b.ReportMetric(float64(hits), "hits")
		})
	}
	b.Run("similar", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.Similar(b.Context(), 7, 5); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("suggest", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.Suggest(b.Context(), "ke", "fi", 8); err != nil {
				b.Fatal(err)
			}
		}
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

var _ = highlight.Segment{}
var _ pgx.Tx
var _ = cpu
