// Package api is the public JSON API under /api/v1: the published acts, their
// numbers and the lists that they are sorted by. It is described by itself in
// /api/v1/openapi.json.
package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
)

// API answers what is public, to anyone.
type API struct {
	Acts          *act.Service
	Attachments   *attachment.Service
	Campaigns     *campaign.Service
	Organizations *organization.Service
	Terms         *taxonomy.Service
	Stats         *stats.Service
	Find          func(ctx context.Context, text string, l i18n.Lang) ([]int64, error)
	BaseURL       string
}

// Mount adds the API to a router.
func (a API) Mount(r chi.Router) {
	config := huma.DefaultConfig("Tekojen tori", "1")
	config.DocsPath, config.SchemasPath = "", "" // the docs page would load scripts of others
	config.OpenAPIPath = "/api/v1/openapi"
	config.CreateHooks = nil // no $schema in the answers
	config.Info.Description = "Published development acts of Finnish municipalities and wellbeing services counties. CC BY 4.0."
	h := humachi.New(r, config)
	huma.Get(h, "/api/v1/acts", a.list, told("List acts", "The published acts, in the very order of the list on the site, with a count for each value of each facet. Parameters narrow it; those that may repeat mean any of their values."))
	huma.Get(h, "/api/v1/acts/{slug}", a.act, told("Read one act", "The whole text of a published or archived act, with what it has been awarded."))
	huma.Get(h, "/api/v1/statistics", a.statistics, told("Count acts", "How many acts there are of each value of a dimension, with the rule that they are counted by. Archived acts are counted; the parameters are those of the list."))
	huma.Get(h, "/api/v1/organizations", a.organizations, told("List organisations", "Every organisation with its slug, type and names, whether it takes part or not."))
	huma.Get(h, "/api/v1/taxonomy", a.taxonomy, told("List sectors and themes", "The current sectors and themes with their codes and names."))
}

// told is what a reader of the description learns of an operation.
func told(summary, description string) func(*huma.Operation) {
	return func(o *huma.Operation) { o.Summary, o.Description = summary, description }
}

// problem is the answer that an error stands for, as RFC 9457 has it.
func problem(err error) error {
	var already huma.StatusError
	if errors.As(err, &already) {
		return err
	}
	status := page.Status(err)
	answer := huma.NewError(status, http.StatusText(status))
	if status == http.StatusServiceUnavailable {
		return huma.ErrorWithHeaders(answer, http.Header{"Retry-After": {page.RetryAfter}})
	}
	return answer
}

// A Choice narrows a list; the same parameters serve acts and statistics.
type Choice struct {
	Q                string   `query:"q" maxLength:"10000" doc:"words to look for, in Finnish, Swedish or English" example:"palaverit"`
	Sector           []string `query:"sector,explode" doc:"codes of /api/v1/taxonomy" example:"education-and-upbringing"`
	Theme            []string `query:"theme,explode" doc:"codes of /api/v1/taxonomy" example:"safety"`
	Organization     []string `query:"organization,explode" doc:"slugs of /api/v1/organizations" example:"limingan-kunta"`
	OrganizationType []string `query:"organization_type,explode" doc:"municipality, joint_authority, wellbeing_county, owned_company or other" example:"municipality"`
	Region           []string `query:"region,explode" doc:"slugs or codes of regions" example:"pohjois-pohjanmaa"`
	Year             []string `query:"year,explode" doc:"of the first publication, in Finnish time" example:"2022"`
	Stage            []string `query:"stage,explode" doc:"planned, ongoing, in_use, completed or ended" example:"in_use"`
	Language         []string `query:"language,explode" doc:"that the act is written in: fi, sv or en" example:"fi"`
	Campaign         []string `query:"campaign,explode" doc:"slug" example:"hyva-kiertamaan-2022"`
	Awarded          string   `query:"awarded" enum:"true,false,1,0," doc:"true or 1: awarded acts only" example:"true"`
	Municipality     []string `query:"municipality,explode" maxItems:"400" doc:"codes of municipalities, dissolved ones too" example:"425"`
	WellbeingCounty  []string `query:"wellbeing_county,explode" maxItems:"400" doc:"codes of wellbeing services counties" example:"17"`
	From             string   `query:"from" doc:"first published on this day or later, YYYY-MM-DD" example:"2022-01-01"`
	Until            string   `query:"until" doc:"first published on this day or earlier, YYYY-MM-DD" example:"2022-12-31"`
	Archived         string   `query:"archived" enum:"true,false," doc:"true: archived acts too" example:"true"`
	Lang             string   `query:"lang" enum:"fi,sv,en," doc:"which language q is in; Finnish unless told" example:"fi"`
}

// filter is the choice as the counting module takes it.
func (a API) filter(ctx context.Context, c Choice) (stats.Filter, error) {
	var f stats.Filter
	for d, codes := range map[stats.Dimension][]string{
		stats.Sector: c.Sector, stats.Theme: c.Theme, stats.Organization: c.Organization, stats.OrganizationType: c.OrganizationType,
		stats.Region: c.Region, stats.Year: c.Year, stats.Stage: c.Stage, stats.Language: c.Language, stats.Campaign: c.Campaign,
	} {
		for _, code := range codes {
			if code != "" {
				f = f.With(d, code)
			}
		}
	}
	if c.Awarded == "true" || c.Awarded == "1" {
		f = f.With(stats.Awarded, "true")
	}
	f, err := a.Stats.Catalogue().Clean(f)
	if err != nil {
		return f, huma.Error422UnprocessableEntity("unknown code", err)
	}
	return a.narrow(ctx, c, f)
}

// narrow adds what is no dimension: places, days, archived acts and words, each
// as the list reads it.
func (a API) narrow(ctx context.Context, c Choice, f stats.Filter) (stats.Filter, error) {
	var err error
	named := func(codes []string) []string {
		return slices.DeleteFunc(codes, func(code string) bool { return code == "" })
	}
	if f.Places, err = a.Organizations.Directory().Within(named(c.Municipality), named(c.WellbeingCounty)); err != nil {
		return f, huma.Error422UnprocessableEntity("unknown code", err)
	}
	days, err := deck.ReadPeriod(url.Values{deck.FromParam: {c.From}, deck.UntilParam: {c.Until}})
	if err != nil {
		return f, huma.Error422UnprocessableEntity("no period", err)
	}
	f = days.Narrow(f)
	f.Archived = c.Archived == "true"
	lang := i18n.FI
	if c.Lang != "" {
		lang = i18n.Lang(c.Lang)
	}
	if words, _ := deck.Words(c.Q); words != "" {
		f.Hits, err = a.Find(ctx, words, lang)
	}
	return f, err
}

type actInput struct {
	Slug string `path:"slug" maxLength:"200" doc:"the last part of the address of the act" example:"kalustekierto-tyhjensi-kellarit"`
}

type actOutput struct{ Body Act }

func (a API) act(ctx context.Context, in *actInput) (*actOutput, error) {
	found, err := a.Acts.BySlug(ctx, account.Account{}, in.Slug)
	if err == nil && !found.Status.Public() {
		err = fault.NotFound
	}
	if err != nil {
		return nil, problem(err)
	}
	out := a.full(found)
	if out.Attachments, err = a.files(ctx, found); err != nil {
		return nil, problem(err)
	}
	if out.Awards, err = a.awards(ctx, found.ID); err != nil {
		return nil, problem(err)
	}
	out.Errata = errata(a.Campaigns.ErrataOf(found.ID))
	return &actOutput{out}, nil
}
