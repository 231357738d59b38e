package stats

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// crowd is a catalogue of n acts with as many choices as the portal has.
func crowd(n int) *Catalogue {
	c := &Catalogue{version: 1}
	sizes := [dimensions]int{Sector: 15, Theme: 12, Organization: 500, OrganizationType: 5, Region: 19, Year: 12, Stage: 5, Awarded: 1, Language: 3, Campaign: 8}
	for d, size := range sizes {
		for i := range size {
			code := fmt.Sprintf("%s-%d", Dimension(d).Code(), i)
			c.values[d].add(Value{Code: code, Label: i18n.Name(code, "", "")})
		}
	}
	for i := range sizes[Organization] {
		c.orgs = append(c.orgs, org{head: int32(i)}) // 500
	}
	r := rand.New(rand.NewPCG(1, 2))
	c.rows = make([]row, n)
	for i := range c.rows {
		one := row{id: int64(i + 1), primary: [2]int8{-1, -1}, orgs: []int32{int32(r.IntN(sizes[Organization]))}, place: strconv.Itoa(r.IntN(309)), archived: r.IntN(10) == 0}
		one.publish(time.UnixMicro(r.Int64N(3e14) + 14e14))
		for d, size := range sizes {
			switch d := Dimension(d); {
			case d <= Theme:
				one.wide[d] = 1 << r.IntN(size)
			case d != Organization && (d != Awarded || r.IntN(40) == 0):
				one.set(d, r.IntN(size))
			}
		}
		c.rows[i] = one
	}
	slices.SortFunc(c.rows, newestFirst)
	c.settle()
	return c
}

// BenchmarkLists prints how long lists and the numbers of their facets take:
// BENCH_ACTS acts, 2,000 unless set.
func BenchmarkLists(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("BENCH_ACTS"))
	if err != nil {
		n = 2_000
	}
	c := crowd(n)
	hits := make([]int64, n/2)
	for i := range hits {
		hits[i] = int64(2*i + 1)
	}
	year, three := Filter{}.With(Year, "year-3"), Filter{}.With(Year, "year-3").With(Sector, "sector-1").With(Theme, "theme-2")
	facets := func(s *Selection) {
		for d := range dimensions {
			s.Facet(d)
		}
	}
	fmt.Printf("\n%d acts in the catalogue, in ms %16s %8s %8s\n", n, "p50", "p95", "p99")
	for _, k := range []struct {
		name string
		do   func()
	}{
		{"facets of all", func() { facets(c.Select(Filter{})) }},
		{"facets of a year, the first time", func() { facets(c.selects(year)) }},
		{"facets of a year, kept", func() { facets(c.Select(year)) }},
		{"facets of three choices, the first time", func() { facets(c.selects(three)) }},
		{"facets of a search that finds half", func() { facets(c.selects(Filter{Hits: hits})) }},
		{"list by date, first page", func() { c.Select(Filter{}).Page(Newest, 0, 20) }},
		{"list by date, last page", func() { c.Select(Filter{}).Page(Newest, c.Select(Filter{}).Total()-20, 20) }},
		{"list by date of a year, kept", func() { c.Select(year).Page(Newest, 200, 20) }},
	} {
		times := make([]time.Duration, 200)
		for i := range times {
			begun := time.Now()
			k.do()
			times[i] = time.Since(begun)
		}
		slices.Sort(times)
		at := func(part int) float64 { return times[len(times)*part/100].Seconds() * 1000 }
		fmt.Printf("%-42s %8.3f %8.3f %8.3f\n", k.name, at(50), at(95), at(99))
	}
	runtime.KeepAlive(c)
}

// BenchmarkStatistics prints what the counts of the statistics page take, and
// what the sums ahead of it do: BENCH_ACTS acts, 2,000 unless set.
func BenchmarkStatistics(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("BENCH_ACTS"))
	if err != nil {
		n = 2_000
	}
	c := crowd(n)
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	reads := &readings{total: 1, since: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), acts: map[int64]actReadings{}}
	for i := range n / 10 { // a tenth of them in three months
		for month := range 3 {
			reads.last = 2026*12 + month
			reads.acts[int64(10*i+1)] = reads.acts[int64(10*i+1)].with(reads.last, 1+i%97)
		}
	}
	c.reads.Store(reads)
	before, begun := heap(), time.Now()
	c.ledger()
	fmt.Printf("\n%d acts: %d MB, sums made in %v, %d kB more\n", n, before>>20, time.Since(begun), (heap()-before)>>10)
	page := func(f Filter) {
		for d := range dimensions {
			c.Count(f, d)
		}
		c.Months(f, time.Time{}, 12)
		c.Eras(f)
		c.Coverage(f)
		c.Wait(f)
		c.Adoptions(f)
		c.MostRead(f, 10)
		c.ReadingsByMonth(f, 12)
	}
	for _, k := range []struct {
		name string
		f    func(i int) Filter
	}{
		{"all", func(int) Filter { return Filter{} }},
		{"a period", func(i int) Filter {
			return Filter{From: time.Unix(1.45e9+int64(i)*86400, 0), Until: time.Unix(1.65e9, 0)}
		}},
		{"a campaign in a period", func(i int) Filter {
			return Filter{From: time.Unix(1.45e9+int64(i)*86400, 0), Until: time.Unix(1.65e9, 0)}.With(Campaign, "campaign-2")
		}},
	} {
		times := make([]time.Duration, 50)
		for i := range times {
			begun := time.Now()
			page(k.f(i))
			times[i] = time.Since(begun)
		}
		slices.Sort(times)
		fmt.Printf("%-42s p50 %v, p99 %v\n", k.name, times[25], times[49])
	}
	runtime.KeepAlive(c)
}
