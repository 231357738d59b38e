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
	huma.Get(h, "/api/v1/acts", a.list)
	huma.Get(h, "/api/v1/acts/{slug}", a.act)
	huma.Get(h, "/api/v1/statistics", a.statistics)
	huma.Get(h, "/api/v1/organizations", a.organizations)
	huma.Get(h, "/api/v1/taxonomy", a.taxonomy)
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
	Q                string   `query:"q" maxLength:"10000" doc:"words to look for, in Finnish, Swedish or English"`
	Sector           []string `query:"sector,explode" doc:"codes of /api/v1/taxonomy"`
	Theme            []string `query:"theme,explode" doc:"codes of /api/v1/taxonomy"`
	Organization     []string `query:"organization,explode" doc:"slugs of /api/v1/organizations"`
	OrganizationType []string `query:"organization_type,explode"`
	Region           []string `query:"region,explode" doc:"slugs or codes of regions"`
	Year             []string `query:"year,explode" doc:"of the first publication, in Finnish time"`
	Stage            []string `query:"stage,explode"`
	Language         []string `query:"language,explode"`
	Campaign         []string `query:"campaign,explode" doc:"slug"`
	Awarded          string   `query:"awarded" enum:"true,false,1,0," doc:"true or 1: awarded acts only"`
	Municipality     []string `query:"municipality,explode" maxItems:"400" doc:"codes of municipalities, dissolved ones too"`
	WellbeingCounty  []string `query:"wellbeing_county,explode" maxItems:"400" doc:"codes of wellbeing services counties"`
	From             string   `query:"from" doc:"first published on this day or later, YYYY-MM-DD"`
	Until            string   `query:"until" doc:"first published on this day or earlier, YYYY-MM-DD"`
	Archived         string   `query:"archived" enum:"true,false," doc:"true: archived acts too"`
	Lang             string   `query:"lang" enum:"fi,sv,en," doc:"which language q is in; Finnish unless told"`
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
	Slug string `path:"slug" maxLength:"200"`
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
	return &actOutput{out}, nil
}
