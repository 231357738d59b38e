package moderationpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// cannedPath is where moderators tend the canned texts.
const cannedPath = "/moderointi/tekstit"

// cannedView is one canned text, as typed.
type cannedView struct {
	moderation.Canned
	FormKey  string
	Problems validate.Problems
}

func (v cannedView) path() string {
	if v.ID == 0 {
		return cannedPath + "/uusi"
	}
	return cannedPath + "/" + strconv.FormatInt(int64(v.ID), 10)
}

// CannedTexts is the texts that reasons begin with.
func (p Pages) CannedTexts(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Moderation.CannedTexts(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, cannedTexts(all))
}

// NewCanned is the form of a new one.
func (p Pages) NewCanned(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, cannedForm(cannedView{FormKey: page.NewKey()}))
}

// AddCanned makes it.
func (p Pages) AddCanned(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	c := typedCanned(r)
	return p.tendedCanned(w, r, cannedView{Canned: c, FormKey: key}, p.Moderation.AddCanned(r.Context(), page.Viewer(r), key, c))
}

// EditCanned is the form of one of them.
func (p Pages) EditCanned(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[moderation.CannedID](r, "id")
	if err != nil {
		return err
	}
	c, err := p.Moderation.CannedText(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, cannedForm(cannedView{Canned: c}))
}

// ChangeCanned changes it.
func (p Pages) ChangeCanned(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[moderation.CannedID](r, "id")
	if err != nil {
		return err
	}
	c := typedCanned(r)
	c.ID = id
	if c.Version, err = page.Version(r); err != nil {
		return err
	}
	return p.tendedCanned(w, r, cannedView{Canned: c}, p.Moderation.ChangeCanned(r.Context(), page.Viewer(r), c))
}

// DropCanned removes it.
func (p Pages) DropCanned(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[moderation.CannedID](r, "id")
	if err != nil {
		return err
	}
	if err := p.Moderation.DropCanned(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, cannedPath)
}

func typedCanned(r *http.Request) moderation.Canned {
	return moderation.Canned{Name: r.PostFormValue("name"), BodyFi: r.PostFormValue("body_fi"), BodySv: r.PostFormValue("body_sv"), BodyEn: r.PostFormValue("body_en")}
}

func (p Pages) tendedCanned(w http.ResponseWriter, r *http.Request, v cannedView, err error) error {
	if errors.As(err, &v.Problems) {
		return page.Render(w, r, http.StatusUnprocessableEntity, cannedForm(v))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, cannedPath)
}

// withReason does a deed with its reason.
func (p Pages) withReason(r *http.Request, id act.ID, do func(reason string) error) error {
	reason, err := p.reason(r, id)
	if err != nil {
		return err
	}
	return do(reason)
}

// reason is what the author reads: the canned text that was chosen, in the
// language of the act, and what was typed after it.
func (p Pages) reason(r *http.Request, id act.ID) (string, error) {
	typed, chosen := strings.TrimSpace(r.PostFormValue("reason")), r.PostFormValue("canned")
	if chosen == "" {
		return typed, nil
	}
	n, err := strconv.ParseInt(chosen, 10, 64)
	if err != nil {
		return "", fmt.Errorf("canned text %q: %w", chosen, fault.BadRequest)
	}
	c, err := p.Moderation.CannedText(r.Context(), page.Viewer(r), moderation.CannedID(n))
	if errors.Is(err, fault.NotFound) { // another moderator has dropped it meanwhile
		return "", fmt.Errorf("begin a reason: %w", fault.Conflict)
	}
	if err != nil {
		return "", err
	}
	a, err := p.Acts.Working(r.Context(), page.Viewer(r), id)
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(c.Body(a.Language) + "\n\n" + typed), nil
}

// shownTo is what a contact of the act has said, and so whether it is shown.
func (v reviewView) shownTo(ctx context.Context, c act.Contact) string {
	words := notAsked
	switch state := v.Act.ConsentOf(c); {
	case c.VisibleTo == act.Nobody:
		words = hiddenContact
	case state == act.Given:
		words = consented
	case state == act.Asked:
		words = askedContact
	case state == act.TakenBack:
		words = refusedContact
	case c.Consent:
		words = toldByWriter
	}
	return words.In(ctx)
}

var (
	hiddenContact  = i18n.T("ei näytetä kenellekään", "visas inte för någon", "shown to nobody")
	askedContact   = i18n.T("lupaa on kysytty, vastausta ei vielä ole: ei näytetä", "har tillfrågats men inte svarat: visas inte", "has been asked and has not answered: not shown")
	refusedContact = i18n.T("on kieltänyt: ei näytetä", "har sagt nej: visas inte", "has said no: not shown")
	toldByWriter   = i18n.T("kirjoittajan mukaan lupa on", "har gett lov enligt skribenten", "has agreed, says the writer")

	cannedT      = i18n.T("Valmiit tekstit", "Färdiga texter", "Canned texts")
	cannedLead   = i18n.T("Perustelun voi aloittaa valmiilla tekstillä. Tekijä saa sen teon kielellä. Tekstejä voivat muuttaa kaikki moderoijat.", "En motivering kan börja med en färdig text. Upphovspersonen får den på gärningens språk. Alla moderatorer kan ändra texterna.", "A reason can begin with a canned text. Its author gets it in the language of the act. All moderators can change the texts.")
	cannedNone   = i18n.T("Valmiita tekstejä ei ole.", "Det finns inga färdiga texter.", "There are no canned texts.")
	cannedNew    = i18n.T("Uusi teksti", "Ny text", "New text")
	cannedEdit   = i18n.T("Muokkaa", "Redigera", "Edit")
	cannedSave   = i18n.T("Tallenna teksti", "Spara texten", "Save the text")
	cannedDrop   = i18n.T("Poista teksti", "Ta bort texten", "Delete the text")
	cannedNameL  = i18n.T("Nimi", "Namn", "Name")
	cannedNameH  = i18n.T("Näkyy vain moderoijille.", "Syns bara för moderatorerna.", "Seen by moderators alone.")
	cannedBodyFi = i18n.T("Teksti suomeksi", "Texten på finska", "The text in Finnish")
	cannedBodySv = i18n.T("Teksti ruotsiksi", "Texten på svenska", "The text in Swedish")
	cannedBodyEn = i18n.T("Teksti englanniksi", "Texten på engelska", "The text in English")
	cannedL      = i18n.T("Valmis teksti", "Färdig text", "Canned text")
	cannedNo     = i18n.T("Ei valmista tekstiä", "Ingen färdig text", "No canned text")
	cannedTend   = i18n.T("Muokkaa valmiita tekstejä", "Redigera de färdiga texterna", "Edit the canned texts")
	toQueue      = i18n.T("Moderointi", "Moderering", "Moderation")
)

var cannedLabels = map[string]i18n.Text{"name": cannedNameL, "body_fi": cannedBodyFi, "body_sv": cannedBodySv, "body_en": cannedBodyEn}
