package submitpage

import (
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/web/page"
)

// Mine is every act of the viewer.
func (p Pages) Mine(w http.ResponseWriter, r *http.Request) error {
	acts, err := p.Acts.Mine(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	reasons := map[act.ID]string{}
	for _, a := range acts {
		steps, err := p.Acts.Life(r.Context(), a.ID)
		if err != nil {
			return err
		}
		if n := len(steps); n > 0 {
			reasons[a.ID] = steps[n-1].Reason
		}
	}
	e, err := p.entering(r.Context(), acts)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, mine(acts, reasons, e, r.URL.Query().Get("tallennettu") != ""))
}

// Withdraw takes an act back, or drops a draft.
func (p Pages) Withdraw(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	if _, err := p.Acts.Withdraw(r.Context(), page.Viewer(r), id, version); err != nil {
		return err
	}
	return page.Redirect(w, r, "/omat-teot")
}
