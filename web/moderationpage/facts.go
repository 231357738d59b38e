package moderationpage

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
)

// imported is the reason of the first step of an act that came from a file;
// it is no word of a person.
const imported = "import"

// A fact is one thing about an act beside its text.
type fact struct {
	title  i18n.Text
	values []string
	lang   string // of the values; "" is that of the page
}

// facts is what a moderator checks beside the text.
func (v reviewView) facts(ctx context.Context) []fact {
	var partners []string
	for _, id := range v.Act.PartnerIDs {
		partners = append(partners, v.Pages.Organizations.Directory().Name(ctx, id))
	}
	var stage, language []string
	for _, s := range stats.StageNames() {
		if s.Code == string(v.Act.Stage) {
			stage = append(stage, s.Label.In(ctx))
		}
	}
	if l := i18n.Lang(v.Act.Language); l.Known() {
		language = append(language, l.Name())
	}
	return []fact{
		{title: partnersT, values: partners},
		{title: unitT, values: told(v.Act.Unit), lang: v.Act.Language},
		{title: localityT, values: told(v.Act.Locality)},
		{title: sectorsT, values: v.terms(ctx, v.Act.SectorIDs)},
		{title: themesT, values: v.terms(ctx, v.Act.ThemeIDs)},
		{title: tagsT, values: v.Act.Tags, lang: v.Act.Language},
		{title: stageT, values: stage},
		{title: languageT, values: language, lang: v.Act.Language},
		{title: linksT, values: v.Act.Links},
	}
}

func (v reviewView) terms(ctx context.Context, ids []taxonomy.ID) []string {
	var names []string
	for _, id := range ids {
		names = append(names, v.Pages.Terms.Lists().Current(id).Name.In(ctx))
	}
	return names
}

func told(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
