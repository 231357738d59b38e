package search_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

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
	{"place", "Limingan"},
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
	fmt.Printf("\n%d acts on %d processors, load %s\n", len(docs), runtime.GOMAXPROCS(0), load())
	build(b, x, db, docs)
	queries := words(b, 400)
	stock := measured(b, db, queries, stockIndex(b, db, docs))
	ours := func(text string) (int, error) {
		r, err := x.Find(b.Context(), search.Query{Text: text, Lang: "fi"})
		return len(r.Hits), err
	}
	asking := measured(b, db, queries, ours)
	copied(b, x)
	inMemory := measured(b, db, queries, ours)
	fmt.Printf("%-10s %45s %54s %54s\n", "in ms", "PostgreSQL's own search", "our index in the database", "its copy in memory")
	head := fmt.Sprintf("%8s %8s %8s %8s %9s", "p50", "p95", "p99", "CPU", "hits")
	fmt.Printf("%-10s %s %s %8s %s %8s\n", "query", head, head, "ratio", head, "ratio")
	for i, k := range kinds {
		fmt.Printf("%-10s %s %s %8s %s %8s\n", k.name, stock[i], asking[i], asking[i].to(stock[i]), inMemory[i], inMemory[i].to(stock[i]))
	}
	besides(b, x, db, len(docs))
	fmt.Println("load at the end:", load())
}

// measured is the figure of each kind.
func measured(b *testing.B, db *postgres.DB, queries []string, ask ask) []figure {
	b.Helper()
	all := make([]figure, len(kinds))
	for i, k := range kinds {
		all[i] = timed(b, db, k.query, queries, ask)
	}
	return all
}

// build writes the index, and says how fast and how large.
func build(b *testing.B, x *search.Index, db *postgres.DB, docs []search.Document) {
	b.Helper()
	some := docs[:min(len(docs), 500)]
	analyze(x, some)
	begun := time.Now()
	analyze(x, some)
	fmt.Printf("analysis   %.0f acts/s with warm words\n", float64(len(some))/time.Since(begun).Seconds())
	begun, used := time.Now(), cpu(b, db)
	for part := range slices.Chunk(docs, 5_000) {
		put(b, db, x, part...)
	}
	took := time.Since(begun)
	patiently(b, db, "ANALYZE act_search, search_word")
	fmt.Printf("index      %d MB, built in %.0f s, %.0f s of processor time: %.0f acts/s\n",
		megabytes(b, db, "act_search")+megabytes(b, db, "search_word"), took.Seconds(), (cpu(b, db) - used).Seconds(), float64(len(docs))/took.Seconds())
}

// analyze analyses documents on all processors, as a Writer does.
func analyze(x *search.Index, docs []search.Document) {
	var done sync.WaitGroup
	for part := range slices.Chunk(docs, (len(docs)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0)) {
		done.Go(func() {
			for _, d := range part {
				x.Analyze(d)
			}
		})
	}
	done.Wait()
}

// patiently runs a statement that takes as long as it takes.
func patiently(b *testing.B, db *postgres.DB, sql string, args ...any) {
	b.Helper()
	err := db.Patiently(b.Context(), func(tx pgx.Tx) error { return postgres.Exec(b.Context(), tx, sql, args...) })
	if err != nil {
		b.Fatal(err)
	}
}

// copied makes the copy in memory, however large, and says whether a portal
// would have it.
func copied(b *testing.B, x *search.Index) {
	b.Helper()
	refresh := func() {
		if err := x.Refresh(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	before, begun := heap(), time.Now()
	refresh()
	kept := "portals answer from it"
	if x.Bytes() == 0 {
		x.Limit(math.MaxInt)
		kept, begun = "portals answer from the database", time.Now()
		refresh()
	}
	fmt.Printf("copy       %d MB in memory, %d MB by its own count, made in %.1f s: %s\n", heap()-before, x.Bytes()>>20, time.Since(begun).Seconds(), kept)
}

// besides prints what is asked besides searches, from memory.
func besides(b *testing.B, x *search.Index, db *postgres.DB, acts int) {
	b.Helper()
	beginnings := []string{"ke", "työ", "kehit", "työhyv", "uuden opett", "kirja"}
	for _, k := range []struct {
		name  string
		texts []string
		ask   ask
	}{
		{"similar", []string{""}, func(string) (int, error) {
			found, err := x.Similar(b.Context(), 1+rand.Int64N(int64(acts)), 5)
			return len(found), err
		}},
		{"suggest", beginnings, func(text string) (int, error) {
			found, err := x.Suggest(b.Context(), text, "fi", 5)
			return len(found), err
		}},
		{"typing", beginnings, func(text string) (int, error) {
			r, err := x.Find(b.Context(), search.Query{Text: text, Lang: "fi", Typing: true})
			return len(r.Hits), err
		}},
	} {
		fmt.Printf("%-10s %s\n", k.name, timed(b, db, "", k.texts, k.ask))
	}
}
