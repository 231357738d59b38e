package exportpage

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/web/page"
)

// order has a file made in the background, and shows how far it is.
func (p Pages) order(w http.ResponseWriter, r *http.Request, o transfer.Order) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	id, err := p.Errands.Order(r.Context(), page.Viewer(r), key, o)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, path(id))
}

func path(id errand.ID) string { return "/ohjelma/viennit/" + strconv.FormatInt(int64(id), 10) }

// errandView is one export and when it is looked at.
type errandView struct {
	errand.Errand
	Now time.Time
}

// Errand is how far an export in the background is.
func (p Pages) Errand(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[errand.ID](r, "id")
	if err != nil {
		return err
	}
	e, err := p.Errands.Find(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, progress(errandView{e, p.Now()}))
}

// Drop takes an export in the background away.
func (p Pages) Drop(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[errand.ID](r, "id")
	if err != nil {
		return err
	}
	if err := p.Errands.Drop(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, "/ohjelma/viennit")
}

// Time is the longest that somebody may take to fetch a file.
const Time = 10 * time.Minute

// File is the file of an export in the background.
func (p Pages) File(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[errand.ID](r, "id")
	if err != nil {
		return err
	}
	e, file, err := p.Errands.Open(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	defer file.Close()
	h := w.Header()
	h.Set("Content-Type", e.Format.ContentType())
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, e.Name()))
	_ = http.NewResponseController(w).SetWriteDeadline(p.Now().Add(Time)) // a recorder of tests has none
	http.ServeContent(w, r, "", time.Time{}, file)
	return nil
}

var (
	laterB     = i18n.T("Tee taustalla ja lähetä linkki", "Gör i bakgrunden och skicka en länk", "Make in the background and send a link")
	laterH     = i18n.T("Yli %s teon tiedosto tehdään aina taustalla. Saat siitä linkin sähköpostiisi.", "En fil med fler än %s gärningar görs alltid i bakgrunden. Du får en länk per e-post.", "A file of more than %s acts is always made in the background. You get a link by e-mail.")
	errandsT   = i18n.T("Taustalla tehdyt viennit", "Exporter i bakgrunden", "Exports in the background")
	errandT    = i18n.T("Vienti taustalla", "Export i bakgrunden", "Export in the background")
	waitingT   = i18n.T("Tiedostoa tehdään: %s tekoa %s teosta on valmiina.", "Filen görs: %s av %s gärningar är klara.", "The file is being made: %s of %s acts are done.")
	waitingH   = i18n.T("Voit sulkea sivun: lähetämme linkin sähköpostiisi, kun tiedosto on valmis.", "Du kan stänga sidan: vi skickar en länk per e-post när filen är klar.", "You can close the page: we send you a link by e-mail when the file is ready.")
	againB     = i18n.T("Katso, miten pitkällä ollaan", "Se hur långt det har kommit", "See how far it is")
	readyT     = i18n.T("Tiedosto on valmis: %s tekoa, %s.", "Filen är klar: %s gärningar, %s.", "The file is ready: %s acts, %s.")
	readyH     = i18n.T("Se on tallessa %s asti. Vain sinä voit hakea sen.", "Den sparas till %s. Bara du kan hämta den.", "It is kept until %s. Only you can fetch it.")
	personalT  = i18n.T("Tiedostossa on henkilötietoja. Poista se, kun et enää tarvitse sitä.", "Filen innehåller personuppgifter. Ta bort den när du inte längre behöver den.", "The file has personal data. Remove it when you do not need it any more.")
	fetchB     = i18n.T("Hae tiedosto", "Hämta filen", "Fetch the file")
	failedT    = i18n.T("Tiedostoa ei saatu tehtyä. Tilaa se uudelleen.", "Filen kunde inte göras. Beställ den på nytt.", "The file could not be made. Order it again.")
	goneT      = i18n.T("Tiedosto on poistunut viikon kuluttua valmistumisestaan. Tilaa se uudelleen.", "Filen har tagits bort en vecka efter att den blev klar. Beställ den på nytt.", "The file is gone, a week after it was ready. Order it again.")
	dropB      = i18n.T("Poista tiedosto", "Ta bort filen", "Remove the file")
	backT      = i18n.T("Takaisin vienteihin", "Tillbaka till exporterna", "Back to the exports")
	orderedT   = i18n.T("tilattu %s", "beställd %s", "ordered %s")
	stateNames = map[string]i18n.Text{
		"waiting": i18n.T("tekeillä", "görs", "being made"),
		"ready":   i18n.T("valmis", "klar", "ready"),
		"failed":  i18n.T("ei onnistunut", "misslyckades", "failed"),
		"gone":    i18n.T("poistunut", "borta", "gone"),
	}
)

// state is how far an export is, as stateNames has it.
func (v errandView) state() string {
	switch {
	case v.Waiting():
		return "waiting"
	case v.FailedAt != nil:
		return "failed"
	case v.Ready(v.Now):
		return "ready"
	}
	return "gone"
}
