package submitpage

import (
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// showText shows the text of an act that its author cannot change now: what the
// moderators have, or what has been turned down or withdrawn.
func (p Pages) showText(w http.ResponseWriter, r *http.Request, a act.Act, at int) error {
	v := view{Act: a, Step: at, Pages: p}
	if err := p.filesOf(r, &v); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, reading(v))
}

// readsAlone reports whether viewer reads a only among the own acts: nobody
// else may, and it is not theirs to write now.
func readsAlone(a act.Act, viewer account.Account) bool {
	return !a.CanEdit(viewer) && !a.Status.Public() && a.Status != act.Merged
}

var (
	readingT = i18n.T("Teon teksti", "Gärningens text", "The text of the act")
	readText = i18n.T("Lue teksti", "Läs texten", "Read the text")
)
