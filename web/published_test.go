package web_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/demo/publishedtest"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// TestEveryPublishedTotal puts the acts of every year in by the real import and
// finds each total that the programme has published of acts: in the counting
// module, on the pages, in the files and in the API.
func TestEveryPublishedTotal(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	publishedtest.Import(t, p.site.Transfer, func() {
		if err := p.site.Watcher.Look(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
	f := publishedtest.Read(t)
	for day, at := range map[string]string{
		publishedtest.January2018: "2018-01", publishedtest.November2020: publishedtest.November2020,
		publishedtest.December2021: "2021-12", publishedtest.December2022: "2022-12",
	} {
		p.findsTheDay(day, f.Total(t, at))
	}
	p.findsTheCampaign("2024", f.Total(t, "2024-12-03"))
	p.findsTheCampaign("2025", f.Total(t, "2025-12-02"))
	p.findsTheYear("2021", f.Total(t, "2021-12").ActsInYear)
	p.findsTheYear("2022", f.Total(t, "2022-12").ActsInYear)
	p.findsTheTableOf2022(f)
	solutions := f.Total(t, "2018-01").Solutions
	p.says("visitor", "/tilastot?asti="+publishedtest.January2018, fmt.Sprintf("Kiinnostavia ratkaisuja on julkaistu: %d.", solutions))
	p.says("visitor", "/avoin-data/tilastot.csv?asti="+publishedtest.January2018, fmt.Sprintf("solutions;solutions;Kiinnostavat ratkaisut;%d;%d;", solutions, solutions))
	for _, query := range []string{"alkaen=2019-01-01", "asti=2014-12-31", "kampanja=hyva-kiertamaan-2022"} {
		if strings.Contains(p.as("visitor", "/tilastot?"+query, nil).Body.String(), "Kiinnostavia ratkaisuja") {
			t.Errorf("%s has solutions", query)
		}
	}
}

// findsTheDay finds the acts and organisations of a day: as the acts stood then,
// on the page and in the file of the team, and among what was published by then,
// on the page and in the API for everyone.
func (p *portal) findsTheDay(day string, want publishedtest.Total) {
	p.t.Helper()
	on, _ := time.ParseInLocation(time.DateOnly, day, i18n.Helsinki())
	then, err := p.site.Stats.Through(p.t.Context(), stats.Lens{On: on})
	if err != nil {
		p.t.Fatal(err)
	}
	table := then.Count(stats.Filter{}, stats.Year)
	until := p.site.Stats.Catalogue().Count(stats.Filter{Until: on.AddDate(0, 0, 1)}, stats.Year)
	for what, n := range map[string]int{"as on the day": table.Total, "until the day": until.Total} {
		if n != want.Acts {
			p.t.Errorf("%s, %s: %d acts; published: %d", day, what, n, want.Acts)
		}
	}
	if n := table.Organizations; want.OrganizationsAbout != 0 && n != want.OrganizationsAbout {
		p.t.Errorf("%s: %d organisations; published: about %d", day, n, want.OrganizationsAbout)
	}
	cross := "tilanne=" + day + "&rivit=vuosi&sarakkeet="
	p.says("team", "/ohjelma/tilastot?"+cross, fmt.Sprintf(">%s</a></td></tr></tfoot>", spaced(want.Acts)))
	p.says("team", "/ohjelma/tilastot.csv?"+cross, fmt.Sprintf("Yhteensä;%d\r\n", want.Acts))
	p.says("visitor", "/tilastot?asti="+day, stat(want.Acts, "kehittämistekoa"))
	if n := p.table("by=year&until=" + day); n.Total != want.Acts {
		p.t.Errorf("the API of %s: %d acts; published: %d", day, n.Total, want.Acts)
	}
	if want.OrganizationsAbout != 0 {
		p.says("team", "/ohjelma/tilastot?"+cross+"&luku=organisaatiot", fmt.Sprintf(">%d</a></td></tr></tfoot>", want.OrganizationsAbout))
		p.says("visitor", "/tilastot?asti="+day, stat(want.OrganizationsAbout, "organisaatiota mukana"))
	}
}

// findsTheCampaign finds the acts and organisations of a campaign.
func (p *portal) findsTheCampaign(year string, want publishedtest.Total) {
	p.t.Helper()
	slug, acts, orgs := "hyva-kiertamaan-"+year, want.ActsInCampaign, want.OrganizationsInCampaign
	table := p.site.Stats.Catalogue().Count(stats.Filter{}.With(stats.Campaign, slug), stats.Sector)
	n := p.table("by=sector&campaign=" + slug)
	if got, want := []int{table.Total, table.Organizations, n.Total, n.Organizations}, []int{acts, orgs, acts, orgs}; !slices.Equal(got, want) {
		p.t.Errorf("%s: %v; published: %v", slug, got, want)
	}
	p.says("visitor", "/tilastot?kampanja="+slug, stat(acts, "kehittämistekoa"))
	p.says("visitor", "/tilastot?kampanja="+slug, stat(orgs, "organisaatiota mukana"))
	p.says("visitor", "/kampanjat/"+slug, fmt.Sprintf("Organisaatioita on mukana %d.", orgs))
	p.says("visitor", "/kampanjat/"+slug, fmt.Sprintf(">%d<", acts))
	p.says("visitor", "/tekojen-tori?kampanja="+slug, fmt.Sprintf("%d tekoa", acts))
}

// findsTheYear finds the acts of a year in the tables by year.
func (p *portal) findsTheYear(year string, want int) {
	p.t.Helper()
	rows := p.site.Stats.Catalogue().Count(stats.Filter{}, stats.Year).Rows
	if i := slices.IndexFunc(rows, func(r stats.Count) bool { return r.Code == year }); i < 0 || rows[i].Count != want {
		p.t.Errorf("%s: %v; published: %d", year, rows, want)
	}
	lines := p.table("by=year").Rows
	if !slices.ContainsFunc(lines, func(r apiLine) bool { return r.Code == year && r.Count == want }) {
		p.t.Errorf("the API of %s: %v; published: %d", year, lines, want)
	}
	p.says("visitor", "/tilastot?alkaen="+year+"-01-01&asti="+year+"-12-31", stat(want, "kehittämistekoa"))
	p.says("visitor", "/tekojen-tori?vuosi="+year, fmt.Sprintf("%d tekoa", want))
}

// findsTheTableOf2022 finds the table by sector among the acts of all years.
func (p *portal) findsTheTableOf2022(f publishedtest.Figures) {
	p.t.Helper()
	n, got := p.table("by=sector&campaign=hyva-kiertamaan-2022"), map[string]int{}
	for _, r := range n.Rows {
		got[r.Label] = r.Count
	}
	if diff := cmp.Diff(f.BySector(), got); diff != "" || n.Total != f.Campaign2022.Acts || n.Organizations != f.Campaign2022.Organizations {
		p.t.Errorf("%d acts of %d organisations (-published +counted):\n%s", n.Total, n.Organizations, diff)
	}
}

type apiLine struct {
	Code, Label string
	Count       int
}

type apiTable struct {
	Total, Organizations int
	Rows                 []apiLine
}

// table is a table of the API.
func (p *portal) table(query string) apiTable {
	p.t.Helper()
	var n apiTable
	if err := json.Unmarshal(p.as("visitor", "/api/v1/statistics?"+query, nil).Body.Bytes(), &n); err != nil {
		p.t.Fatal(query, err)
	}
	return n
}

// says finds words on a page or in a file.
func (p *portal) says(who, path, words string) {
	p.t.Helper()
	w := p.as(who, path, nil)
	if body := tight.ReplaceAllString(w.Body.String(), "><"); !strings.Contains(body, words) {
		p.t.Errorf("%s: %d does not say %q", path, w.Code, words)
	}
}

// spaced is a number as the pages write it.
func spaced(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d\u00a0%03d", n/1000, n%1000)
}

// stat is a large number with its words.
func stat(n int, words string) string { return "<dt>" + words + "</dt><dd>" + spaced(n) + "</dd>" }
