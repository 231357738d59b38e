package actpage

import (
	"context"
	"time"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/gallery"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/markdown"
	"tekojentori.fi/tori/web/ui"
)

// actView is what the page of an act shows.
type actView struct {
	act.Act
	Contacts     []act.Contact // those that the viewer may see
	Awards       []campaign.Award
	Errata       []campaign.Erratum // of its awards
	Similar      []ui.Card
	Spread       spread
	Gallery      gallery.Gallery
	Merged       []credit // acts that were merged into this one
	Organization ui.Chip  // name and address
	Partners     []ui.Chip
	Sectors      []ui.Chip
	Themes       []ui.Chip
	Region       ui.Chip
	Place        string
	StageName    string
	Color        string
	JSONLD       string
	CanEdit      bool
	CanReview    bool
	IsPartner    bool // the organisation that the viewer coordinates
	CanPutAway   bool // as its coordinator; others have a page for it
	Bookmarked   bool
	Followed     bool
}

// describeAct adds the names of what the act points to, with their addresses.
func (p Pages) describeAct(ctx context.Context, v *actView) {
	dir, terms := p.Organizations.Directory(), p.Terms.Lists()
	organizationLink := func(id organization.ID) ui.Chip {
		o := dir.Get(id)
		return ui.Chip{Label: o.Name.In(ctx), URL: i18n.Path(ctx, "/organisaatiot/"+o.Slug)}
	}
	v.Organization = organizationLink(v.OrganizationID)
	for _, id := range v.PartnerIDs {
		v.Partners = append(v.Partners, organizationLink(id))
	}
	for i, id := range v.SectorIDs {
		t := terms.Current(id)
		if i == 0 {
			v.Color = ui.ColorOf(t.Code)
		}
		v.Sectors = append(v.Sectors, ui.Chip{Label: t.Name.In(ctx), URL: i18n.Path(ctx, "/toimialat/"+t.Slug)})
	}
	for _, id := range v.ThemeIDs {
		t := terms.Current(id)
		v.Themes = append(v.Themes, ui.Chip{Label: t.Name.In(ctx), URL: i18n.Path(ctx, "/teemat/"+t.Slug)})
	}
	code := v.MunicipalityCode
	if code == "" {
		code = dir.Get(v.OrganizationID).MunicipalityCode
	}
	if place, ok := dir.Place(code); ok {
		region := dir.Region(place.RegionCode)
		v.Region = ui.Chip{Label: region.Name.In(ctx), URL: i18n.Path(ctx, "/maakunnat/"+region.Slug)}
		v.Place = place.Name.In(ctx)
	}
	if v.Locality != "" {
		v.Place = v.Locality
	}
	if s, ok := p.Stats.Catalogue().Value(stats.Stage, string(v.Stage)); ok {
		v.StageName = s.Label.In(ctx)
	}
	v.JSONLD = p.actThings(ctx, v)
}

func (v actView) head() layout.Head {
	h := layout.Head{Title: v.Title, Description: v.Lead, Section: listPath, JSONLD: v.JSONLD, Wide: true}
	if v.Status.Public() {
		h.Path = "/katso/" + v.Slug
	}
	return h
}

// tellsOfAdoptions is whether the page has something to say of who has copied
// the act: an archived one that nobody has is nothing to begin with.
func (v actView) tellsOfAdoptions() bool {
	return v.Status == act.Published || v.Status.Public() && len(v.Spread.Adopters) > 0
}

// A section is one part of the text of an act.
type section struct {
	id    string
	icon  string
	title i18n.Text
	body  templ.Component
}

// sections is the parts that have been written.
func (v actView) sections() []section {
	var out []section
	for _, s := range []struct {
		id, icon string
		title    i18n.Text
		text     string
	}{
		{"tarve", "target", needTitle, v.Need},
		{"ratkaisu", "lightbulb", approachTitle, v.Approach},
		{"tulokset", "chart-column", resultsTitle, v.Results},
		{"vinkit", "hand-heart", lessonsTitle, v.Lessons},
	} {
		if s.text != "" {
			out = append(out, section{id: s.id, icon: s.icon, title: s.title, body: markdown.HTML(s.text)})
		}
	}
	return out
}

// period is when the work was done.
func (v actView) period(ctx context.Context) string {
	switch {
	case v.Started != "" && v.Ended != "":
		return monthOf(ctx, v.Started) + "–" + monthOf(ctx, v.Ended)
	case v.Started != "":
		return monthOf(ctx, v.Started) + "–"
	}
	return ""
}

func monthOf(ctx context.Context, s string) string {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return s
	}
	return i18n.Month(ctx, t)
}

// A credit is an act that was merged into another, and whose it was.
type credit struct {
	Title, Language string
	Organization    ui.Chip
}

// credits is the acts that were merged into one.
func (p Pages) credits(ctx context.Context, a act.Act) ([]credit, error) {
	if !a.Absorbs {
		return nil, nil
	}
	merged, err := p.Acts.MergedInto(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	var all []credit
	for _, m := range merged {
		org := p.Organizations.Directory().Get(m.OrganizationID)
		all = append(all, credit{m.Title, m.Language, ui.Chip{Label: org.Name.In(ctx), URL: i18n.Path(ctx, "/organisaatiot/"+org.Slug)}})
	}
	return all, nil
}
