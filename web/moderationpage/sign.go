package moderationpage

import (
	"context"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/personal"
)

// A sign is what looks personal in a section of an act.
type sign struct {
	section moderation.Section
	found   []personal.Finding
}

// signs is what looks personal in what readers will see of an act. Contacts
// have agreed to be named in their own place; anywhere else nobody has.
func (v reviewView) signs() []sign {
	files := make([]string, 0, 2*len(v.Files))
	for _, f := range v.Files {
		files = append(files, f.Name, f.Alt)
	}
	var all []sign
	for _, s := range moderation.Sections() {
		text := map[moderation.Section]string{
			"title": v.Act.Title, "lead": v.Act.Lead, "need": v.Act.Need, "approach": v.Act.Approach, "results": v.Act.Results, "lessons": v.Act.Lessons,
			"organization": v.Act.Unit + "\n" + v.Act.Locality, "tags": strings.Join(v.Act.Tags, "\n"), "files": strings.Join(files, "\n"),
		}[s]
		if found := personal.Find(text); len(found) > 0 {
			all = append(all, sign{s, found})
		}
	}
	return all
}

// words is what has been found in the section.
func (s sign) words(ctx context.Context) string {
	var said []string
	for _, f := range s.found {
		said = append(said, kindNames[f.Kind].In(ctx, f.Text))
	}
	return strings.Join(said, ", ")
}

var (
	signsT = i18n.T("Tekstissä voi olla henkilötietoja", "Texten kan innehålla personuppgifter", "The text may hold personal data")
	signsH = i18n.T("Varmista ennen julkaisua, ettei ketään voi tunnistaa ilman hänen lupaansa.",
		"Kontrollera före publiceringen att ingen kan kännas igen utan sitt samtycke.",
		"Before you publish, make sure that nobody can be recognised who has not agreed.")
	kindNames = map[personal.Kind]i18n.Text{
		personal.IdentityCode: i18n.T("henkilötunnus %s", "personbeteckning %s", "personal identity code %s"),
		personal.Phone:        i18n.T("puhelinnumero %s", "telefonnummer %s", "phone number %s"),
		personal.Email:        i18n.T("sähköpostiosoite %s", "e-postadress %s", "e-mail address %s"),
		personal.Patient:      i18n.T("sana ”%s”", "ordet ”%s”", "the word “%s”"),
	}
)
