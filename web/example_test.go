package web_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// questionHelp is what helps to answer each question of the form: a piece of
// its opened example, or of the hint that has the example in it.
var questionHelp = map[string]string{
	"organization": "Ala kirjoittaa ja valitse listasta", "partners": "Tampereen kaupunki\n", "unit": "Kirkonkylän päiväkoti", "locality": "Missä työtä tehtiin",
	"title": "Palaveri lähtee lenkille", "lead": "Kokous lyheni puoleen", "need": "Samat kolme ihmistä puhuivat", "sectors": "Meillä kävelee koko virasto",
	"themes": "koska istuminen väsytti", "language": "samalla kielellä", "approach": "kävellään ensimmäiset 30 minuuttia", "stage": "kävelemme joka viikko",
	"started": "2026-03", "ended": "2026-03", "results": "ennen 90", "lessons": "Aloittakaa yhdestä", "tags": "kokoukset, kävely",
	"contact_name": "Maija Meikäläinen", "contact_title": "palveluesihenkilö",
	"contact_organization": "Jos se on muu", "contact_consent": "kysymme häneltä luvan",
	"links": "https://esimerkki.fi/video", "files": "vaikkapa kuva taulusta",
}

// plainQuestions need no help: their names say it, and alt is asked of files.
var plainQuestions = []string{"contact_email", "contact_phone", "contact_visible_to", "alt"}

// Every question of every form that is in use has help, most of them an
// example that one opens.
func TestEveryQuestionHasHelp(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	for _, form := range act.Forms() {
		if _, err := p.db.Exec(t.Context(), "UPDATE act SET form_version = $2 WHERE id = $1", p.content(k).ID, form.Version); err != nil {
			t.Fatal(err)
		}
		for _, step := range form.Steps {
			body := html.UnescapeString(p.as("member", k.step(step.Slug), nil).Body.String())
			for _, f := range step.Fields {
				if slices.Contains(plainQuestions, f.Name) {
					continue
				}
				if help, ok := questionHelp[f.Name]; !ok || !strings.Contains(body, help) {
					t.Errorf("form %d asks %s without %q", form.Version, f.Name, help)
				}
			}
		}
	}
}

// What an example says one might choose can be chosen, in each language.
func TestExamplesNameWhatCanBeChosen(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	k := p.draftOf()
	example := regexp.MustCompile(`(?s)<details class="disclose"><summary>(?:Esimerkki|Exempel|Example)<span[^>]*>[^<]*</span></summary><p class="words">([^<]*)</p>`)
	quoted := regexp.MustCompile(`[”“]([^”]+)”`)
	for _, lang := range []string{"", "/sv", "/en"} {
		named := 0
		for _, slug := range []string{"tarve", "ratkaisu"} {
			body := html.UnescapeString(p.as("member", lang+k.step(slug), nil).Body.String())
			for _, e := range example.FindAllStringSubmatch(body, -1) {
				for _, name := range quoted.FindAllStringSubmatch(e[1], -1) {
					named++
					if !strings.Contains(body, ">"+name[1]+"<") {
						t.Errorf("%s%s: nobody can choose %q", lang, slug, name[1])
					}
				}
			}
		}
		if named != 8 {
			t.Errorf("%q: the examples name %d choices, want 8", lang, named)
		}
	}
}
