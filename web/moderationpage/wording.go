package moderationpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// wordingDeed is where the words of an act are mended.
const wordingDeed = "kieli"

// wordingView is the words of an act, as typed.
type wordingView struct {
	reviewView
	Words act.Wording
	Stale bool // the act has changed since the form was opened
}

// changes is what the form would change.
func (v wordingView) changes() []act.Change { return v.Act.Wording().Changes(v.Words) }

func (v wordingView) field(name string) ui.Field {
	f := ui.Field{Name: name, Label: ui.TextNames[name], Value: v.Words.Of(name), Rows: 8, Limit: limit.Text, Problems: v.Problems}
	switch name {
	case "title":
		f.Rows, f.Limit = 0, limit.Title
	case "lead":
		f.Rows, f.Limit = 3, limit.Lead
	}
	f.Optional = name == "lead" || name == "lessons"
	return f
}

// WordingForm is the words of an act to be mended.
func (p Pages) WordingForm(w http.ResponseWriter, r *http.Request) error {
	v, err := p.wording(r)
	if err != nil {
		return err
	}
	v.Words = v.Act.Wording()
	return page.Render(w, r, http.StatusOK, wordingForm(v))
}

// wording is the act of the address, while its words can be mended.
func (p Pages) wording(r *http.Request) (v wordingView, err error) {
	if v.reviewView, err = p.view(r); err != nil {
		return v, err
	}
	if !v.Act.CanReview(v.Viewer) {
		return v, fmt.Errorf("reword %v: %w", v.Act.ID, fault.Forbidden)
	}
	if !v.Act.CanReword(v.Viewer) {
		return v, fmt.Errorf("reword %v, which is %s: %w", v.Act.ID, v.Act.Status, fault.Conflict)
	}
	return v, nil
}

// Reword mends the words. What was typed is shown again when the act has
// changed meanwhile, beside what it says by now.
func (p Pages) Reword(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	var words act.Wording
	for _, f := range act.WordingFields() {
		words = words.Set(f, page.Typed(r, f))
	}
	err = p.Acts.Reword(r.Context(), page.Viewer(r), id, version, words)
	var problems validate.Problems
	status := http.StatusConflict
	switch {
	case errors.As(err, &problems):
		status = http.StatusUnprocessableEntity
	case err == nil:
		return p.back(w, r, id, "#"+wordingDeed)
	case !errors.Is(err, fault.Conflict):
		return err
	}
	v, err := p.wording(r)
	if err != nil {
		return err
	}
	v.Words, v.Problems, v.Stale = words, problems, status == http.StatusConflict
	return page.Render(w, r, status, wordingForm(v))
}

var (
	wordingT     = i18n.T("Korjaa kieltä", "Rätta språket", "Mend the language")
	wordingH     = i18n.T("Korjaa vain kirjoitusvirheitä ja kömpelöitä kohtia, älä asiaa. Tekijä näkee sanalleen, mitä muutit, ja saa siitä tiedon, kun teko julkaistaan.", "Rätta bara skrivfel och klumpiga ställen, inte sakinnehållet. Upphovspersonen ser ord för ord vad du har ändrat och får veta det när gärningen publiceras.", "Mend slips and clumsy passages only, not the matter. The author sees word by word what you changed, and is told when the act comes out.")
	wordingB     = i18n.T("Tallenna korjaukset", "Spara rättelserna", "Save what is mended")
	wordingStale = i18n.T("Teko on muuttunut, kun kirjoitit. Mitään ei ole tallennettu. Näin tekstisi eroaa siitä, mitä teossa nyt lukee. Tarkista ja tallenna uudelleen.", "Gärningen har ändrats medan du skrev. Ingenting har sparats. Så här skiljer sig din text från gärningen nu. Kontrollera och spara på nytt.", "The act has changed while you were writing. Nothing has been saved. This is how your text differs from what the act says now. Check it and save again.")
	wordingsT    = i18n.T("Kielikorjaukset", "Språkrättelser", "What has been mended")
	someone      = i18n.T("Moderoija", "En moderator", "A moderator")
)
