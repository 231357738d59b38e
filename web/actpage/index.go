package actpage

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// An index is the way to every collection of one kind.
type index struct {
	dimension stats.Dimension
	path      string
	title     i18n.Text
	lead      i18n.Text
	rule      i18n.Text
	word      func(n int) i18n.Text // below the number of names
}

// indexes is every index, in the order of their tabs.
func indexes() []index {
	return []index{
		{stats.Organization, "/organisaatiot", orgsIndex, orgsLead, jointRule, func(n int) i18n.Text { return counted(places, placeWord, n) }},
		{stats.Sector, "/toimialat", sectorsIndex, sectorsLead, severalRule, func(n int) i18n.Text { return counted(sectorsWord, sectorWord, n) }},
		{stats.Theme, "/teemat", themesIndex, themesLead, severalRule, func(n int) i18n.Text { return counted(themesWord, themeWord, n) }},
		{stats.Region, "/maakunnat", regionsIndex, regionsLead, placeRule, func(n int) i18n.Text { return counted(regionsWord, regionWord, n) }},
	}
}

// indexOf is the index above the collections of a dimension.
func indexOf(d stats.Dimension) index {
	all := indexes()
	return all[slices.IndexFunc(all, func(x index) bool { return x.dimension == d })]
}

// indexView is one page of an index.
type indexView struct {
	index
	JSONLD     string
	Stats      []ui.Stat
	Bars       []ui.Bar // of the kinds that fit in one picture
	Letters    []letter // of the organisations
	Shown      []letter // those of this page
	Page, Last int
}

// A letter is the organisations whose names begin with it.
type letter struct {
	Initial string
	Page    int
	Names   []name
}

// A name is one collection, and how many acts it has.
type name struct {
	Code, Label, URL string
	Count            int
}

// OrganizationNames is every organisation that has an act, by name.
func (p Pages) OrganizationNames(w http.ResponseWriter, r *http.Request) error {
	return p.index(w, r, stats.Organization)
}

// SectorNames is every sector with the number of its acts.
func (p Pages) SectorNames(w http.ResponseWriter, r *http.Request) error {
	return p.index(w, r, stats.Sector)
}

// ThemeNames is every theme with the number of its acts.
func (p Pages) ThemeNames(w http.ResponseWriter, r *http.Request) error {
	return p.index(w, r, stats.Theme)
}

// RegionNames is every region with the number of its acts.
func (p Pages) RegionNames(w http.ResponseWriter, r *http.Request) error {
	return p.index(w, r, stats.Region)
}

func (p Pages) index(w http.ResponseWriter, r *http.Request, d stats.Dimension) error {
	ctx, c := r.Context(), p.Stats.Catalogue()
	s := c.Select(stats.Filter{})
	v := indexView{index: indexOf(d), Page: 1, Last: 1}
	n := taken(s, d)
	v.Stats = []ui.Stat{{Count: s.Total(), Label: counted(actsWord, actWord, s.Total())}, {Count: n, Label: v.word(n)}}
	names := namesOf(ctx, c, s, v.index)
	if d == stats.Organization {
		v.divide(names)
		if err := v.turn(r.URL.Query().Get("sivu")); err != nil {
			return err
		}
		v.show()
	} else {
		v.Bars = barsOf(names, d)
	}
	v.JSONLD = graph(thing{"@type": "CollectionPage", "name": v.title.In(ctx), "description": v.lead.In(ctx), "url": p.address(ctx, v.path)}, p.crumbs(ctx, v.title.In(ctx), v.path))
	return page.Render(w, r, http.StatusOK, indexPage(v))
}

// namesOf is the values of a dimension with the acts of the list that each has,
// in the order of their names; organisations without any are left out.
func namesOf(ctx context.Context, c *stats.Catalogue, s *stats.Selection, x index) []name {
	counts := map[string]int{}
	for _, v := range s.Facet(x.dimension) {
		counts[v.Code] = v.Count
	}
	var all []name
	for _, v := range c.Values(x.dimension) {
		if counts[v.Code] == 0 && x.dimension == stats.Organization {
			continue
		}
		slug := v.Code
		if x.dimension == stats.Sector || x.dimension == stats.Theme {
			slug = v.Slug
		}
		all = append(all, name{v.Code, v.Label.In(ctx), i18n.Path(ctx, x.path+"/"+slug), counts[v.Code]})
	}
	i18n.Sort(ctx, all, func(n name) string { return n.Label })
	return all
}

// barsOf draws names, those with the most acts first.
func barsOf(names []name, d stats.Dimension) []ui.Bar {
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(b.Count, a.Count) })
	bars := make([]ui.Bar, 0, len(names))
	for _, n := range names {
		bars = append(bars, ui.Bar{Label: n.Label, URL: n.URL, Count: n.Count, Color: colorOf(d, n.Code)})
	}
	return bars
}

// namesOnPage is how many organisations stand on one page, but for the rest of
// a letter.
const namesOnPage = 240

// divide puts names under their letters, and these on pages.
func (v *indexView) divide(names []name) {
	on := 0
	for _, n := range names {
		initial, _ := utf8.DecodeRuneInString(n.Label)
		key := strings.ToUpper(string(initial))
		at := slices.IndexFunc(v.Letters, func(l letter) bool { return l.Initial == key })
		if at < 0 {
			if on >= namesOnPage {
				v.Last, on = v.Last+1, 0
			}
			v.Letters, at = append(v.Letters, letter{Initial: key, Page: v.Last}), len(v.Letters)
		}
		v.Letters[at].Names = append(v.Letters[at].Names, n)
		on++
	}
}

// turn opens the page that an address asks for.
func (v *indexView) turn(asked string) error {
	if asked == "" {
		return nil
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		return fmt.Errorf("page %q: %w", asked, fault.BadRequest)
	}
	if n > v.Last {
		return fmt.Errorf("page %d of %d: %w", n, v.Last, fault.NotFound)
	}
	v.Page = n
	return nil
}

// show picks the letters of the page.
func (v *indexView) show() {
	for _, l := range v.Letters {
		if l.Page == v.Page {
			v.Shown = append(v.Shown, l)
		}
	}
}

// address is the nth page of the index, without the prefix of the language.
func (v indexView) address(n int) string {
	if n == 1 {
		return v.path
	}
	return v.path + "?sivu=" + strconv.Itoa(n)
}

// anchor leads to a letter, which may stand on another page.
func (v indexView) anchor(l letter, prefix string) string {
	if l.Page == v.Page {
		return "#" + l.id()
	}
	return prefix + "#" + l.id()
}

// id is what a letter is called in an address.
func (l letter) id() string { return "alku-" + strings.ToLower(l.Initial) }
