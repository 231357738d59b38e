package actpage

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// collectionView is the acts that have one thing in common.
type collectionView struct {
	JSONLD     string
	Index      index     // the page above it
	Eyebrow    i18n.Text // what kind of thing it is
	Name       string
	Path       string
	Note       string
	Region     ui.Chip // of an organisation
	Stats      []ui.Stat
	Total      int
	ListURL    string
	NumbersURL string // the statistics of the same acts
	FollowURL  string
	Cards      []ui.Card
	Top        []ui.Bar // what else they have in common
	TopName    i18n.Text
	TopTitle   i18n.Text
	Awards     []campaign.Award
	Errata     []campaign.Erratum // of the awards
}

// newestCards is how many acts a collection shows before its list.
const newestCards = 12

// Sector is the acts of a sector.
func (p Pages) Sector(w http.ResponseWriter, r *http.Request) error {
	return p.term(w, r, taxonomy.Sector, stats.Sector, collectionView{Eyebrow: sectorPage, Path: "/toimialat/"})
}

// Theme is the acts of a theme.
func (p Pages) Theme(w http.ResponseWriter, r *http.Request) error {
	return p.term(w, r, taxonomy.Theme, stats.Theme, collectionView{Eyebrow: themePage, Path: "/teemat/"})
}

func (p Pages) term(w http.ResponseWriter, r *http.Request, k taxonomy.Kind, d stats.Dimension, v collectionView) error {
	slug := r.PathValue("slug")
	t, ok := p.Terms.Lists().Find(k, slug)
	if !ok {
		return fmt.Errorf("%s %q: %w", k, slug, fault.NotFound)
	}
	if t.Slug != slug { // called by its code or by an older name
		return page.Moved(w, r, v.Path+t.Slug)
	}
	v.Name, v.Path = t.Name.In(r.Context()), v.Path+t.Slug
	return p.collection(w, r, v, d, t.Code, stats.Organization)
}

// Region is the acts of a region.
func (p Pages) Region(w http.ResponseWriter, r *http.Request) error {
	region, ok := p.Organizations.Directory().RegionBySlug(r.PathValue("slug"))
	if !ok {
		return fmt.Errorf("region %q: %w", r.PathValue("slug"), fault.NotFound)
	}
	v := collectionView{Eyebrow: regionPage, Name: region.Name.In(r.Context()), Path: "/maakunnat/" + region.Slug}
	return p.collection(w, r, v, stats.Region, region.Slug, stats.Organization)
}

// Organization is the acts that an organisation has done, alone or with others.
func (p Pages) Organization(w http.ResponseWriter, r *http.Request) error {
	ctx, dir := r.Context(), p.Organizations.Directory()
	o, ok := dir.BySlug(r.PathValue("slug"))
	if !ok {
		return fmt.Errorf("organization %q: %w", r.PathValue("slug"), fault.NotFound)
	}
	v := collectionView{Eyebrow: orgPages[o.Type], Name: o.Name.In(ctx), Path: "/organisaatiot/" + o.Slug}
	if place, ok := dir.Place(o.MunicipalityCode); ok {
		region := dir.Region(place.RegionCode)
		v.Region = ui.Chip{Label: region.Name.In(ctx), URL: i18n.Path(ctx, "/maakunnat/"+region.Slug)}
	}
	if !o.ValidTo.IsZero() && o.SuccessorID != 0 {
		v.Note = dissolvedT.In(ctx, day(ctx, o.ValidTo), dir.Name(ctx, o.SuccessorID))
	}
	var err error
	if v.Awards, err = p.Campaigns.AwardsOfOrganization(ctx, o.ID); err != nil {
		return err
	}
	v.Errata = p.Campaigns.ErrataOfOrganization(o.ID)
	return p.collection(w, r, v, stats.Organization, o.Slug, stats.Sector)
}

// numbers is how many acts there are, by how many organisations, and how many
// of them have an award.
func numbers(s *stats.Selection, d stats.Dimension) []ui.Stat {
	out := []ui.Stat{{Count: s.Total(), Label: counted(actsWord, actWord, s.Total())}}
	if d != stats.Organization {
		n := taken(s, stats.Organization)
		out = append(out, ui.Stat{Count: n, Label: counted(places, placeWord, n)})
	}
	for _, v := range s.Facet(stats.Awarded) {
		if v.Count > 0 {
			out = append(out, ui.Stat{Count: v.Count, Label: counted(awardedWord, awardWord, v.Count)})
		}
	}
	return out
}

// taken is how many values of a dimension the acts have.
func taken(s *stats.Selection, d stats.Dimension) int {
	n := 0
	for _, v := range s.Facet(d) {
		if v.Count > 0 {
			n++
		}
	}
	return n
}

// counted is the word that stands below a number.
func counted(many, one i18n.Text, n int) i18n.Text {
	if n == 1 {
		return one
	}
	return many
}

// colorOf is the colour of a bar: sectors have their own.
func colorOf(d stats.Dimension, code string) string {
	if d == stats.Sector {
		return ui.ColorOf(code)
	}
	return ""
}

// day is a day without a time of day.
func day(ctx context.Context, t time.Time) string { return i18n.Date(ctx, t.Add(12*time.Hour)) }

// topValues is how many of what the acts have in common are shown.
const topValues = 8

func (p Pages) collection(w http.ResponseWriter, r *http.Request, v collectionView, d stats.Dimension, code string, top stats.Dimension) error {
	ctx, catalogue := r.Context(), p.Stats.Catalogue()
	q := Query{Page: 1}.with(d, code)
	s := catalogue.Select(q.Filter)
	v.Total, v.ListURL, v.FollowURL, v.TopName, v.TopTitle = s.Total(), i18n.Path(ctx, q.URL()), q.followURL(ctx), titles[top], topTitles[top]
	numbersOf := url.Values{}
	deck.WriteNarrowing(q.Filter, numbersOf)
	v.NumbersURL = i18n.Path(ctx, "/tilastot?"+numbersOf.Encode())
	for _, n := range s.Facet(top) {
		if n.Count > 0 {
			v.Top = append(v.Top, ui.Bar{Label: n.Label.In(ctx), Count: n.Count, Color: colorOf(top, n.Code), URL: i18n.Path(ctx, q.with(top, n.Code).URL())})
		}
	}
	v.Top = v.Top[:min(len(v.Top), topValues)]
	v.Stats, v.Index = numbers(s, d), indexOf(d)
	var err error
	if v.Cards, err = p.Cards(ctx, s.Page(stats.Newest, 0, newestCards)); err != nil {
		return err
	}
	v.JSONLD = p.collectionThings(ctx, v, d)
	return page.Render(w, r, http.StatusOK, collection(v))
}
