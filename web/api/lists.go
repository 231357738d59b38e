package api

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
)

// An Item is an act in a list.
type Item struct {
	Ref          string     `json:"ref"`
	Slug         string     `json:"slug"`
	URL          string     `json:"url"`
	Title        string     `json:"title"`
	Lead         string     `json:"lead"`
	Organization string     `json:"organization"`
	Sectors      []string   `json:"sectors"`
	Themes       []string   `json:"themes"`
	Stage        string     `json:"stage"`
	Language     string     `json:"language"`
	PublishedAt  *time.Time `json:"published_at"`
	Adopted      int        `json:"adopted" doc:"how many other organisations use it now"`
}

// An Act is a whole act. Contacts are people, and not open data.
type Act struct {
	Item
	Need             string    `json:"need"`
	Approach         string    `json:"approach"`
	Results          string    `json:"results"`
	Lessons          string    `json:"lessons"`
	OrganizationType string    `json:"organization_type"`
	Partners         []string  `json:"partners"`
	Unit             string    `json:"unit"`
	Locality         string    `json:"locality"`
	MunicipalityCode string    `json:"municipality_code"`
	Tags             []string  `json:"tags"`
	Links            []string  `json:"links"`
	Started          string    `json:"started"`
	Ended            string    `json:"ended"`
	Attachments      []File    `json:"attachments"`
	Awards           []Award   `json:"awards" doc:"what it has been awarded, the newest first; awards under embargo are not there"`
	Errata           []Erratum `json:"errata" doc:"what was wrong with its awards, the newest first"`
}

// A File is a picture, in its largest width, or a document of an act.
type File struct {
	URL       string `json:"url"`
	Kind      string `json:"kind" enum:"picture,document"`
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	Alt       string `json:"alt" doc:"what it shows or tells"`
}

// A Count is a value and how many acts have it.
type Count struct {
	Code  string `json:"code"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

type listInput struct {
	Choice
	Sort    string `query:"sort" enum:"newest,oldest,adopted,relevance," doc:"relevance with q, else newest, unless told" example:"newest"`
	Page    int    `query:"page" minimum:"1" maximum:"1000000" default:"1" doc:"which page, from 1" example:"1"`
	PerPage int    `query:"per_page" minimum:"1" maximum:"100" default:"20" doc:"acts a page" example:"5"`
}

type listOutput struct {
	Body struct {
		Total   int                `json:"total"`
		Page    int                `json:"page"`
		PerPage int                `json:"per_page"`
		Items   []Item             `json:"items"`
		Facets  map[string][]Count `json:"facets"`
	}
}

func (a API) list(ctx context.Context, in *listInput) (*listOutput, error) {
	f, err := a.filter(ctx, in.Choice)
	if err != nil {
		return nil, problem(err)
	}
	c := a.Stats.Catalogue()
	s := c.Select(f)
	sort := stats.Sort(in.Sort)
	if sort == "" || sort == stats.Relevance && f.Hits == nil {
		sort = stats.Newest
		if f.Hits != nil {
			sort = stats.Relevance
		}
	}
	cards, err := a.Acts.Cards(ctx, act.IDsOf(s.Page(sort, (in.Page-1)*in.PerPage, in.PerPage)), c.VersionOf)
	if err != nil {
		return nil, problem(err)
	}
	out := &listOutput{}
	out.Body.Total, out.Body.Page, out.Body.PerPage = s.Total(), in.Page, in.PerPage
	out.Body.Items, out.Body.Facets = []Item{}, map[string][]Count{}
	for _, c := range cards {
		out.Body.Items = append(out.Body.Items, a.item(c))
	}
	for _, d := range stats.Dimensions() {
		out.Body.Facets[d.Code()] = counts(s.Facet(d))
	}
	return out, nil
}

func (a API) item(c act.Summary) Item {
	return Item{
		Ref: c.Ref, Slug: c.Slug, URL: a.BaseURL + "/katso/" + c.Slug, Title: c.Title, Lead: c.Lead,
		Organization: a.Organizations.Directory().Get(c.OrganizationID).Name.To(i18n.FI),
		Sectors:      a.codes(c.SectorIDs), Themes: a.codes(c.ThemeIDs),
		Stage: string(c.Stage), Language: c.Language, PublishedAt: c.FirstPublishedAt,
		Adopted: a.Stats.Catalogue().AdoptedBy(int64(c.ID)),
	}
}

func (a API) full(x act.Act) Act {
	dir := a.Organizations.Directory()
	out := Act{
		Item: a.item(act.Summary{
			ID: x.ID, Ref: x.Ref, Slug: x.Slug, Title: x.Title, Lead: x.Lead, OrganizationID: x.OrganizationID, SectorIDs: x.SectorIDs,
			ThemeIDs: x.ThemeIDs, Stage: x.Stage, Language: x.Language, FirstPublishedAt: x.FirstPublishedAt,
		}),
		Need: x.Need, Approach: x.Approach, Results: x.Results, Lessons: x.Lessons,
		OrganizationType: string(dir.Get(x.OrganizationID).Type), Partners: []string{}, Unit: x.Unit, Locality: x.Locality,
		MunicipalityCode: x.MunicipalityCode, Tags: x.Tags, Links: x.Links, Started: x.Started, Ended: x.Ended,
	}
	for _, id := range x.PartnerIDs {
		out.Partners = append(out.Partners, dir.Get(id).Name.To(i18n.FI))
	}
	return out
}

func (a API) codes(ids []taxonomy.ID) []string {
	codes := []string{}
	for _, id := range ids {
		codes = append(codes, a.Terms.Lists().Current(id).Code)
	}
	return codes
}

func counts(all []stats.Count) []Count {
	out := []Count{}
	for _, c := range all {
		out = append(out, Count{c.Code, c.Label.To(i18n.FI), c.Count})
	}
	return out
}

type statisticsInput struct {
	Choice
	By string `query:"by" required:"true" enum:"sector,theme,organization,organization_type,region,year,stage,awarded,language,campaign" doc:"what to count by" example:"sector"`
}

type statisticsOutput struct {
	Body struct {
		Definition struct {
			Key    string `json:"key"`
			Rule   string `json:"rule"`
			Basis  string `json:"basis"`
			Window string `json:"window"`
		} `json:"definition"`
		Total         int     `json:"total"`
		Organizations int     `json:"organizations"`
		Awarded       int     `json:"awarded"`
		Rows          []Count `json:"rows"`
	}
}

func (a API) statistics(ctx context.Context, in *statisticsInput) (*statisticsOutput, error) {
	f, err := a.filter(ctx, in.Choice)
	if err != nil {
		return nil, problem(err)
	}
	by, _ := stats.DimensionByCode(in.By) // huma has checked it
	t := a.Stats.Catalogue().Count(f, by)
	out := &statisticsOutput{}
	d := &out.Body.Definition
	d.Key, d.Rule, d.Basis, d.Window = t.Definition.Key, t.Definition.Rule.To(i18n.FI), t.Definition.Basis, t.Definition.Window.To(i18n.FI)
	out.Body.Total, out.Body.Organizations, out.Body.Awarded, out.Body.Rows = t.Total, t.Organizations, t.Awarded, counts(t.Rows)
	return out, nil
}

type organizationsOutput struct {
	Body struct {
		Total int            `json:"total"`
		Items []Organization `json:"items"`
	}
}

// An Organization is one that has acts or may have them.
type Organization struct {
	Slug   string            `json:"slug"`
	Type   organization.Type `json:"type"`
	NameFi string            `json:"name_fi"`
	NameSv string            `json:"name_sv"`
	NameEn string            `json:"name_en"`
	URL    string            `json:"url"`
}

func (a API) organizations(context.Context, *struct{}) (*organizationsOutput, error) {
	out := &organizationsOutput{}
	for _, o := range a.Organizations.Directory().All() {
		out.Body.Items = append(out.Body.Items, Organization{
			o.Slug, o.Type, o.Name.To(i18n.FI), o.Name.To(i18n.SV), o.Name.To(i18n.EN), a.BaseURL + "/organisaatiot/" + o.Slug,
		})
	}
	out.Body.Total = len(out.Body.Items)
	return out, nil
}

type taxonomyOutput struct {
	Body struct {
		Sectors []Term `json:"sectors"`
		Themes  []Term `json:"themes"`
	}
}

// A Term is a choice of a list.
type Term struct {
	Code   string `json:"code"`
	Slug   string `json:"slug"`
	NameFi string `json:"name_fi"`
	NameSv string `json:"name_sv"`
	NameEn string `json:"name_en"`
}

func (a API) taxonomy(context.Context, *struct{}) (*taxonomyOutput, error) {
	out := &taxonomyOutput{}
	lists := a.Terms.Lists()
	out.Body.Sectors, out.Body.Themes = terms(lists.Sectors()), terms(lists.Themes())
	return out, nil
}

func terms(all []taxonomy.Term) []Term {
	var out []Term
	for _, t := range all {
		out = append(out, Term{t.Code, t.Slug, t.Name.To(i18n.FI), t.Name.To(i18n.SV), t.Name.To(i18n.EN)})
	}
	return out
}
