package transfer

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// checker knows what the cells of a row may be.
type checker struct {
	terms     *taxonomy.Lists
	places    *organization.Directory
	campaigns map[string]bool
	now       time.Time
}

// A cell that is wrong: which column, and what.
type wrong struct{ column, what string }

func (w wrong) Error() string { return w.column + ": " + w.what }

// parse turns a row into an act to be stored. It leaves out the organisations,
// which may have to be made first.
func (c *checker) parse(r *Row) (act.Import, []wrong) {
	p := parsing{checker: c, row: r}
	in := act.Import{
		Ref:    p.required("ref", r.Ref, act.MaxShort),
		Status: act.Status(p.choice("status", r.Status, string(act.Published), names(act.Statuses()))),
		Content: act.Content{
			Title: p.required("title", r.Title, act.MaxTitle), Lead: p.text("lead", r.Lead, act.MaxLead),
			Need: p.text("need", r.Need, act.MaxText), Approach: p.text("approach", r.Approach, act.MaxText),
			Results: p.text("results", r.Results, act.MaxText), Lessons: p.text("lessons", r.Lessons, act.MaxText),
			Stage:    act.Stage(p.choice("stage", r.Stage, "", names(act.Stages()))),
			Language: p.choice("language", r.Language, string(i18n.FI), names(i18n.Langs())),
			Unit:     p.text("unit", r.Unit, act.MaxShort), Locality: p.text("locality", r.Locality, act.MaxShort),
			MunicipalityCode: p.place(r.MunicipalityCode),
			SectorIDs:        p.terms(taxonomy.Sector, "sectors", r.Sectors, act.MaxSectors),
			ThemeIDs:         p.terms(taxonomy.Theme, "themes", r.Themes, act.MaxThemes),
			Tags:             p.tags(r.Tags), Links: p.links(r.Links), Contacts: p.contacts(),
		},
		LegacyURLs: r.LegacyURLs, KeepContacts: !r.given["contact_name"],
	}
	p.required("organization", r.Organization, organization.MaxName)
	p.partners(r.Partners)
	p.choice("organization_type", r.OrganizationType, "", names(organization.Types()))
	p.choice("kind", r.Kind, "act", []string{"act", "solution"})
	p.campaign(r.Campaign)
	p.dates(&in)
	return in, p.wrong
}

// parsing collects what is wrong with one row.
type parsing struct {
	*checker
	row   *Row
	wrong []wrong
}

func (p *parsing) bad(column, format string, args ...any) {
	p.wrong = append(p.wrong, wrong{column, fmt.Sprintf(format, args...)})
}

func (p *parsing) required(column, value string, limit int) string {
	if value == "" {
		p.bad(column, "is empty; it is required")
	}
	return p.text(column, value, limit)
}

func (p *parsing) text(column, value string, limit int) string {
	if n := utf8.RuneCountInString(value); n > limit {
		p.bad(column, "has %d characters; at most %d are allowed", n, limit)
	}
	if strings.ContainsRune(value, 0) {
		p.bad(column, "has a NUL character")
	}
	return strings.ReplaceAll(value, "\r\n", "\n")
}

func (p *parsing) choice(column, value, none string, allowed []string) string {
	if value == "" {
		return none
	}
	if !slices.Contains(allowed, value) {
		p.bad(column, "%q is unknown; allowed: %s", value, strings.Join(allowed, ", "))
	}
	return value
}

func (p *parsing) place(code string) string {
	if code == "" {
		return ""
	}
	for len(code) < 3 { // a spreadsheet has taken the zeros in front
		code = "0" + code
	}
	if _, ok := p.places.Place(code); !ok {
		p.bad("municipality_code", "%q is no municipality; allowed: the codes of Statistics Finland, as 425", code)
		return ""
	}
	return code
}

func (p *parsing) terms(k taxonomy.Kind, column string, values []string, limit int) []taxonomy.ID {
	ids := []taxonomy.ID{}
	for _, v := range values {
		t, ok := p.checker.terms.Find(k, v)
		if !ok {
			p.bad(column, "%q is unknown; allowed: %s", v, termNames(p.checker.terms.Of(k)))
			continue
		}
		if !slices.Contains(ids, t.ID) {
			ids = append(ids, t.ID)
		}
	}
	if len(ids) > limit {
		p.bad(column, "has %d; at most %d are allowed", len(ids), limit)
	}
	return ids
}

func (p *parsing) tags(values []string) []string {
	tags := []string{}
	for _, v := range values {
		v = strings.ToLower(p.text("tags", v, act.MaxTag))
		if !slices.Contains(tags, v) {
			tags = append(tags, v)
		}
	}
	if len(tags) > act.MaxTags {
		p.bad("tags", "has %d; at most %d are allowed", len(tags), act.MaxTags)
	}
	return tags
}

// partners looks at the names of the partners, which may have to be made first.
func (p *parsing) partners(names []string) {
	for _, n := range names {
		p.text("partners", n, organization.MaxName)
	}
	if len(names) > act.MaxPartners {
		p.bad("partners", "has %d; at most %d are allowed", len(names), act.MaxPartners)
	}
}

func (p *parsing) links(values []string) []string {
	links := []string{}
	for _, v := range values {
		var problems validate.Problems
		if problems.Web("links", v); len(problems) > 0 {
			p.bad("links", "%q is not a web address; allowed: addresses like https://example.fi/page", v)
		}
		links = append(links, p.text("links", v, act.MaxLink))
	}
	if len(links) > act.MaxLinks {
		p.bad("links", "has %d; at most %d are allowed", len(links), act.MaxLinks)
	}
	return links
}

// contacts is the contact of the row. A file cannot tell that the person has
// agreed to be shown, so only the moderators see an imported one.
func (p *parsing) contacts() []act.Contact {
	r := p.row
	if r.ContactName == "" && r.ContactEmail == "" {
		if r.ContactTitle != "" {
			p.bad("contact_title", "is given, but contact_name is empty")
		}
		return []act.Contact{}
	}
	if r.ContactEmail != "" && !validate.IsEmail(r.ContactEmail) {
		p.bad("contact_email", "%q is not an e-mail address", r.ContactEmail)
	}
	return []act.Contact{{
		Name: p.text("contact_name", r.ContactName, act.MaxShort), Title: p.text("contact_title", r.ContactTitle, act.MaxShort),
		Email: r.ContactEmail, VisibleTo: act.Nobody,
	}}
}

func (p *parsing) campaign(slug string) {
	if slug != "" && !p.campaigns[slug] {
		all := make([]string, 0, len(p.campaigns))
		for s := range p.campaigns {
			all = append(all, s)
		}
		slices.Sort(all)
		p.bad("campaign", "%q is unknown; allowed: %s", slug, strings.Join(all, ", "))
	}
}

func names[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = string(x)
	}
	return out
}

func termNames(terms []taxonomy.Term) string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = fmt.Sprintf("%s (%s)", t.Code, t.Name.To(i18n.FI))
	}
	return strings.Join(out, ", ")
}
