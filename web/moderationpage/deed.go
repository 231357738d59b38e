package moderationpage

import (
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// A deed is a decision on the act of the address, for the version that the
// moderator saw.
func (p Pages) deed(w http.ResponseWriter, r *http.Request, name string, do func(id act.ID, version int) error) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	err = do(id, version)
	var problems validate.Problems
	if errors.As(err, &problems) {
		v, err := p.view(r)
		if err != nil {
			return err
		}
		v.Problems, v.Reason, v.Deed, v.Chosen = problems, r.PostFormValue("reason")+r.PostFormValue("publish_at"), name, r.PostFormValue("canned")
		return page.Render(w, r, http.StatusUnprocessableEntity, review(v))
	}
	if err != nil {
		return err
	}
	return p.back(w, r, id, "")
}

// back leads to the act again, to a place in it, and keeps the way through the
// queue.
func (p Pages) back(w http.ResponseWriter, r *http.Request, id act.ID, anchor string) error {
	some, err := p.selection(r)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, some.act(id)+anchor)
}

// Take puts an act on the viewer's table.
func (p Pages) Take(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "otto", func(id act.ID, version int) error {
		return p.Moderation.Take(r.Context(), page.Viewer(r), id, version)
	})
}

// Publish approves an act and publishes it; one that is approved already
// comes out now.
func (p Pages) Publish(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "julkaisu", func(id act.ID, version int) error {
		a, err := p.Acts.Find(r.Context(), page.Viewer(r), id)
		if err != nil {
			return err
		}
		if a.Status == act.Approved {
			return p.Moderation.Publish(r.Context(), page.Viewer(r), id, version)
		}
		return p.Moderation.Approve(r.Context(), page.Viewer(r), id, version, nil)
	})
}

// Schedule approves an act that comes out at a time to come.
func (p Pages) Schedule(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, scheduleDeed, func(id act.ID, version int) error {
		at, ok := page.Moment(r.PostFormValue("publish_at"))
		if !ok || at.IsZero() {
			return validate.Problems{{Field: "publish_at", Rule: validate.Moment}}
		}
		return p.Moderation.Schedule(r.Context(), page.Viewer(r), id, version, at)
	})
}

// Return gives an act back to its owner.
func (p Pages) Return(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "palautus", func(id act.ID, version int) error {
		return p.withReason(r, id, func(reason string) error {
			return p.Moderation.Return(r.Context(), page.Viewer(r), id, version, reason)
		})
	})
}

// Reject ends the matter.
func (p Pages) Reject(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "hylkays", func(id act.ID, version int) error {
		return p.withReason(r, id, func(reason string) error {
			return p.Moderation.Reject(r.Context(), page.Viewer(r), id, version, reason)
		})
	})
}

// Hide takes a published act down.
func (p Pages) Hide(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "piilotus", func(id act.ID, version int) error {
		return p.withReason(r, id, func(reason string) error { return p.Moderation.Hide(r.Context(), page.Viewer(r), id, version, reason) })
	})
}

// Show puts a hidden act back.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "esiin", func(id act.ID, version int) error {
		return p.Moderation.Show(r.Context(), page.Viewer(r), id, version)
	})
}

// Archive moves a published act out of the list.
func (p Pages) Archive(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "arkistointi", func(id act.ID, version int) error {
		_, err := p.Acts.Archive(r.Context(), page.Viewer(r), id, version)
		return err
	})
}

// Reopen puts a rejected act back in the queue.
func (p Pages) Reopen(w http.ResponseWriter, r *http.Request) error {
	return p.deed(w, r, "avaus", func(id act.ID, version int) error {
		return p.Moderation.Reopen(r.Context(), page.Viewer(r), id, version)
	})
}
