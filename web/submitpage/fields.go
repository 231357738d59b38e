package submitpage

import (
	"context"
	"slices"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/ui"
)

// labels is what each field is called, for the summary of problems.
var labels = map[string]i18n.Text{
	"organization": organizationL, "partners": partnersL, "unit": unitL, "locality": localityL, "title": titleL, "lead": leadL,
	"need": needL, "sectors": sectorL, "themes": themesL, "language": languageL, "approach": approachL, "stage": stageL,
	"started": startedL, "ended": endedL, "results": resultsL, "lessons": lessonsL, "tags": tagsL, "contact_name": nameL,
	"contact_title": jobL, "contact_email": emailL, "contact_phone": phoneL, "contact_organization": contactOrganizationL, "contact_consent": consentL, "links": linksL,
	"files": filesT, "alt": altShort,
	"before": askBefore, "wish": askWish, "deed": askDeed, "how": askHow, "change": askChange, "tip": askTip,
}

func (v view) current() step { return v.way().pages()[v.Step] }

// organizationName is the name that stands in the field.
func (v view) organizationName(ctx context.Context) string {
	return v.Pages.Organizations.Directory().Name(ctx, v.Act.OrganizationID)
}

func (v view) partners(ctx context.Context) string {
	var names []string
	for _, id := range v.Act.PartnerIDs {
		names = append(names, v.Pages.Organizations.Directory().Name(ctx, id))
	}
	return strings.Join(names, "\n")
}

// primarySector is the options of the first sector.
func (v view) primarySector(ctx context.Context) []ui.Option {
	options := []ui.Option{{Label: choose.In(ctx)}}
	for _, t := range v.Pages.Terms.Lists().Sectors() {
		options = append(options, ui.Option{Value: t.Code, Label: t.Name.In(ctx), Chosen: len(v.Act.SectorIDs) > 0 && v.today(v.Act.SectorIDs[0]) == t.ID})
	}
	return options
}

// today is the term of today that a term maps to.
func (v view) today(id taxonomy.ID) taxonomy.ID { return v.Pages.Terms.Lists().Current(id).ID }

func (v view) moreSectors(ctx context.Context) []ui.Option {
	var rest []taxonomy.ID
	if len(v.Act.SectorIDs) > 1 {
		rest = v.Act.SectorIDs[1:]
	}
	return options(ctx, v.Pages.Terms.Lists().Sectors(), rest)
}

func (v view) themes(ctx context.Context) []ui.Option {
	return options(ctx, v.Pages.Terms.Lists().Themes(), v.Act.ThemeIDs)
}

func options(ctx context.Context, terms []taxonomy.Term, chosen []taxonomy.ID) []ui.Option {
	var out []ui.Option
	for _, t := range terms {
		out = append(out, ui.Option{Value: t.Code, Label: t.Name.In(ctx), Chosen: slices.Contains(chosen, t.ID)})
	}
	return out
}

func (v view) languages() []ui.Option {
	var out []ui.Option
	for _, l := range i18n.Langs() {
		out = append(out, ui.Option{Value: string(l), Label: l.Name(), Chosen: v.Act.Language == string(l)})
	}
	return out
}

func (v view) stages(ctx context.Context) []ui.Option {
	var out []ui.Option
	for _, s := range stats.StageNames() {
		out = append(out, ui.Option{Value: s.Code, Label: s.Label.In(ctx), Chosen: string(v.Act.Stage) == s.Code})
	}
	return out
}

// contact is the n-th contact, from 1; an empty one beyond the last.
// contactsShown is how many contacts the form has room for now: those that
// there are and one more, two at least.
func (v view) contactsShown() int { return min(max(len(v.Act.Contacts)+1, 2), act.MaxContacts) }

func contactTitle(ctx context.Context, n int) string {
	switch n {
	case 1:
		return contactTitle1.In(ctx)
	case 2:
		return contactTitle2.In(ctx)
	}
	return contactTitleN.In(ctx, n)
}

func (v view) contact(n int) act.Contact {
	if n <= len(v.Act.Contacts) {
		return v.Act.Contacts[n-1]
	}
	return act.Contact{VisibleTo: act.Everyone}
}

func visibilities(ctx context.Context, c act.Contact) []ui.Option {
	return []ui.Option{
		{Value: string(act.Everyone), Label: everyoneO.In(ctx), Chosen: c.VisibleTo == act.Everyone},
		{Value: string(act.SignedIn), Label: signedInO.In(ctx), Chosen: c.VisibleTo == act.SignedIn},
		{Value: string(act.Nobody), Label: nobodyO.In(ctx), Chosen: c.VisibleTo == act.Nobody},
	}
}

// people is the contacts, each with the address that they answer at.
func (v view) people(ctx context.Context) string {
	var people []string
	for _, c := range v.Act.Contacts {
		words := []string{c.Name}
		for _, w := range []string{c.Title, c.Organization, c.Email, c.Phone} {
			if w != "" {
				words = append(words, w)
			}
		}
		for _, o := range visibilities(ctx, c) {
			if o.Chosen {
				words = append(words, o.Label)
			}
		}
		people = append(people, strings.Join(words, ", "))
	}
	return strings.Join(people, "; ")
}

// monthOf is a month as people write it; what is none stays as it was typed.
func monthOf(ctx context.Context, s string) string {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return s
	}
	return i18n.Month(ctx, t)
}

func (v view) names(ctx context.Context, ids []taxonomy.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, v.Pages.Terms.Lists().Current(id).Name.In(ctx))
	}
	return strings.Join(names, " · ")
}

func (v view) stageName(ctx context.Context) string {
	for _, s := range v.stages(ctx) {
		if s.Chosen {
			return s.Label
		}
	}
	return ""
}
