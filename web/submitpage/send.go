package submitpage

import (
	"errors"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/web/page"
)

// Send submits an act. Pressing twice sends once: who is thanked has sent.
func (p Pages) Send(w http.ResponseWriter, r *http.Request) error {
	a, err := p.mine(r)
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	if !a.Owned(page.Viewer(r)) {
		return fmt.Errorf("send %v: %w", a.ID, fault.Forbidden)
	}
	if a.Status.Waiting() && a.Status != act.ChangesRequested { // sent by the press before this one
		return page.Redirect(w, r, fmt.Sprintf("/ilmoita-teko/%d/kiitos", int64(a.ID)))
	}
	if slug := r.PostFormValue("campaign"); slug != "" && !a.Updating {
		err = p.Campaigns.Submit(r.Context(), page.Viewer(r), a.ID, version, slug)
	} else {
		_, err = p.Acts.Submit(r.Context(), page.Viewer(r), a.ID, version)
	}
	if errors.Is(err, fault.Conflict) {
		if now, again := p.mine(r); again == nil {
			switch {
			case now.Status == act.Submitted: // two presses at once: the other one has sent it
				err = nil
			case now.Version != version:
				return p.lastStep(w, r, http.StatusConflict, view{Act: now, Changed: true})
			case r.PostFormValue("campaign") != "" && now.CanSubmit(page.Viewer(r)): // its rules have changed meanwhile
				return p.lastStep(w, r, http.StatusConflict, view{Act: now, Refused: true})
			}
		}
	}
	if wrong(err) != nil {
		return p.lastStep(w, r, http.StatusUnprocessableEntity, view{Act: a})
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, fmt.Sprintf("/ilmoita-teko/%d/kiitos", int64(a.ID)))
}

// lastStep shows the step of sending again, as the act is now.
func (p Pages) lastStep(w http.ResponseWriter, r *http.Request, status int, v view) error {
	v.Step, v.Pages = len(v.way())-1, p
	if err := p.filesOf(r, &v); err != nil {
		return err
	}
	if err := p.campaignsOf(r.Context(), &v); err != nil {
		return err
	}
	v.Problems = v.All
	return p.show(w, r, status, v)
}
