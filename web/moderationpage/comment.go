package moderationpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// The deeds beside an act, and the one section that stands for the facts: its
// form has a choice of them.
const (
	commentDeed  = "huomio"
	noteDeed     = "muistiinpano"
	scheduleDeed = "ajastus"
	factsPart    = moderation.Section("")
)

// A saying is a form to say something beside the decisions; open, when it waits
// to be said.
type saying struct {
	deed, path          string
	label, hint, button i18n.Text
	open                bool
}

// texts is the sections that are read as texts, each with a form of its own.
var textSections = []moderation.Section{"need", "approach", "results", "lessons"}

// sectionNames is what the sections are called.
var sectionNames = map[moderation.Section]i18n.Text{
	"organization": organizationT, "title": titleT, "lead": leadT, "need": need, "sectors": sectorsT, "themes": themesT, "language": languageT,
	"approach": approach, "stage": stageT, "results": results, "lessons": lessons, "tags": tagsT, "contact_name": contacts, "links": linksT, "files": filesT,
}

// mayComment reports whether the viewer may say something to the author now.
func (v reviewView) mayComment() bool {
	return v.Act.Status == act.InReview && v.Act.CanReview(v.Viewer)
}

// deedOf names the form of a section among those of the page.
func deedOf(s moderation.Section) string { return commentDeed + "-" + string(s) }

// commentsOn is what has been said of a section; of the facts, all that is on
// no text.
func (v reviewView) commentsOn(s moderation.Section) []moderation.Comment {
	var some []moderation.Comment
	for _, c := range v.Comments {
		if c.Section == s || s == factsPart && !isText(c.Section) {
			some = append(some, c)
		}
	}
	return some
}

func isText(s moderation.Section) bool {
	for _, t := range textSections {
		if s == t {
			return true
		}
	}
	return false
}

// choices is the sections that the form beside the facts is for.
func (v reviewView) choices(ctx context.Context) []ui.Option {
	var some []ui.Option
	for _, s := range moderation.Sections() {
		if !isText(s) {
			some = append(some, ui.Option{Value: string(s), Label: sectionNames[s].In(ctx), Chosen: v.Section == s})
		}
	}
	return some
}

// mine reports whether the viewer can still take a comment back.
func (v reviewView) mine(c moderation.Comment) bool {
	return v.mayComment() && c.ModeratorID == v.Viewer.ID && c.Revision == v.Act.Revision
}

// Comment says something of a section to the author.
func (p Pages) Comment(w http.ResponseWriter, r *http.Request) error {
	section := moderation.Section(r.PostFormValue("section"))
	deed := deedOf(factsPart)
	if isText(section) {
		deed = deedOf(section)
	}
	return p.beside(w, r, deed, func(id act.ID, key, body string) error {
		return p.Moderation.Comment(r.Context(), page.Viewer(r), id, key, section, body)
	})
}

// Uncomment takes a comment back.
func (p Pages) Uncomment(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[moderation.CommentID](r, "id")
	if err != nil {
		return err
	}
	of, err := p.Moderation.Uncomment(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return p.back(w, r, of, "")
}

// Note writes a note for the other moderators.
func (p Pages) Note(w http.ResponseWriter, r *http.Request) error {
	return p.beside(w, r, noteDeed, func(id act.ID, key, body string) error {
		return p.Moderation.Note(r.Context(), page.Viewer(r), id, key, body)
	})
}

// Unnote removes a note.
func (p Pages) Unnote(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[moderation.NoteID](r, "id")
	if err != nil {
		return err
	}
	of, err := p.Moderation.Unnote(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return p.back(w, r, of, "#"+noteDeed)
}

// beside writes something beside the act of the address, and leads back to
// where it stands.
func (p Pages) beside(w http.ResponseWriter, r *http.Request, deed string, write func(id act.ID, key, body string) error) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	err = write(id, key, page.Typed(r, "body"))
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.again(w, r, id, problems, deed)
	}
	if err != nil {
		return err
	}
	return p.back(w, r, id, "#"+deed)
}

// again shows the act with what was typed beside it, and what is wrong with
// that: the forms beside an act have one text each.
func (p Pages) again(w http.ResponseWriter, r *http.Request, id act.ID, problems validate.Problems, deed string) error {
	v, err := p.viewOf(r, id)
	if err != nil {
		return err
	}
	v.Problems, v.Deed, v.Section = problems, deed, moderation.Section(r.PostFormValue("section"))
	v.Reason = r.PostFormValue("body") + r.PostFormValue("question") + r.PostFormValue("answer")
	v.AdviserID, v.Verdict = r.PostFormValue("adviser"), r.PostFormValue("verdict")
	return page.Render(w, r, http.StatusUnprocessableEntity, review(v))
}

// withdrawal is where a comment or a note is taken back.
func (v reviewView) withdrawal(what string, id int64) string {
	return fmt.Sprintf("/moderointi/%s/%d/poisto%s", what, id, v.Part.at(1).query())
}

var (
	organizationT = i18n.T("Organisaatio", "Organisation", "Organisation")
	sectionT      = i18n.T("Kohta", "Avsnitt", "Section")
	commentB      = i18n.T("Huomauta", "Kommentera", "Comment")
	commentFacts  = i18n.T("Huomauta muusta kohdasta", "Kommentera ett annat avsnitt", "Comment on another section")
	commentL      = i18n.T("Huomautus tekijälle", "Kommentar till upphovspersonen", "Comment, for the author")
	commentH      = i18n.T("Tekijä näkee tämän lomakkeessa kohdan vieressä, kun palautat teon täydennettäväksi.",
		"Upphovspersonen ser det här vid avsnittet i formuläret när du returnerar gärningen för komplettering.",
		"The author sees this beside the section in the form once you return the act for completion.")
	commentSave  = i18n.T("Tallenna huomautus", "Spara kommentaren", "Save the comment")
	takenBack    = i18n.T("Poista", "Ta bort", "Remove")
	ofRevision   = i18n.T("versiosta %d", "om version %d", "on version %d")
	notesT       = i18n.T("Muistiinpanot", "Anteckningar", "Notes")
	notesH       = i18n.T("Vain muut moderoijat näkevät nämä, tekijä ei koskaan.", "Bara andra moderatorer ser de här, aldrig upphovspersonen.", "Only the other moderators see these, the author never does.")
	noteL        = i18n.T("Uusi muistiinpano", "Ny anteckning", "New note")
	noteSave     = i18n.T("Tallenna muistiinpano", "Spara anteckningen", "Save the note")
	commentsWait = i18n.P(i18n.T("%d huomautus lähtee tekijälle palautuksen mukana.", "%d kommentar skickas till upphovspersonen när gärningen returneras.", "%d comment goes to the author with the return."),
		i18n.T("%d huomautusta lähtee tekijälle palautuksen mukana.", "%d kommentarer skickas till upphovspersonen när gärningen returneras.", "%d comments go to the author with the return."))
)

// waiting is how many comments go with the next return.
func (v reviewView) waiting() int {
	n := 0
	for _, c := range v.Comments {
		if c.Revision == v.Act.Revision {
			n++
		}
	}
	return n
}
