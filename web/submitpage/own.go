package submitpage

import (
	"context"
	"net/http"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/web/page"
)

// Mine is every act of the viewer.
func (p Pages) Mine(w http.ResponseWriter, r *http.Request) error {
	acts, err := p.Acts.Mine(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	reasons, updateReasons, err := p.Acts.LastWords(r.Context(), acts)
	if err != nil {
		return err
	}
	e, err := p.entering(r.Context(), acts)
	if err != nil {
		return err
	}
	updates, err := p.Acts.Updates(r.Context(), acts)
	if err != nil {
		return err
	}
	comments := map[act.ID][]moderation.Comment{}
	for _, a := range acts {
		if u, begun := updates[a.ID]; begun {
			a = u
		}
		if comments[a.ID], err = p.Moderation.Comments(r.Context(), page.Viewer(r), a); err != nil {
			return err
		}
	}
	due, err := p.Moderation.Due(r.Context(), acts)
	if err != nil {
		return err
	}
	uses, err := p.Adoptions.InUse(r.Context(), acts)
	if err != nil {
		return err
	}
	mended, err := p.Acts.Reworded(r.Context(), acts)
	if err != nil {
		return err
	}
	wishes, err := p.People.Wishes(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	open, err := p.Openings.ByAct(r.Context(), acts)
	if err != nil {
		return err
	}
	spoken, err := p.Moderation.Spoken(r.Context(), acts)
	if err != nil {
		return err
	}
	denials, err := p.Partners.Denials(r.Context(), acts)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, mine(own{
		Openings: open, Denials: denials, Spoken: spoken, Organizations: p.Organizations.Directory(), Due: due, Now: p.Now(),
		Wishes: wishes, Mended: mended,
		Acts: acts, Updates: updates, Reasons: reasons, UpdateReasons: updateReasons, Comments: comments, Uses: uses, Readings: p.Deck.Stats.Catalogue().ReadingsOf, Entering: e, Viewer: page.Viewer(r), Saved: r.URL.Query().Get("tallennettu") != "",
	}))
}

// own is the acts of the viewer, and what has become of them.
type own struct {
	Acts    []act.Act
	Updates map[act.ID]act.Act
	Reasons map[act.ID]string // the last words of a moderator

	UpdateReasons map[act.ID]string               // of its update
	Comments      map[act.ID][]moderation.Comment // with which it, or its update, was returned
	Wishes        []people.Wish                   // to write acts of others
	Uses          map[act.ID]int                  // how many organisations have copied it
	Mended        map[act.ID]int                  // how often moderators have mended its language
	Readings      func(act int64) int             // how many times it has been read
	Entering      entering
	Openings      map[act.ID]opening.Opening
	Denials       map[act.ID][]partner.Denial // of those whom it named as partners
	Organizations *organization.Directory
	Spoken        map[act.ID]int       // how much has been written about each with the moderators
	Due           map[act.ID]time.Time // by when who has it on the table answers
	Now           time.Time
	Viewer        account.Account
	Saved         bool
}

// anyPublic reports whether readers see any of the acts.
func (o own) anyPublic() bool {
	return slices.ContainsFunc(o.Acts, func(a act.Act) bool { return a.Status.Public() })
}

// consentsOf is which contacts of an act are not shown, and why.
func consentsOf(ctx context.Context, a act.Act) []string {
	var lines []string
	for _, c := range a.Contacts {
		switch words := consentAsked; a.ConsentOf(c) {
		case act.Asked:
			if c.Email == "" {
				words = consentMute
			}
			lines = append(lines, words.In(ctx, c.Name))
		case act.TakenBack:
			lines = append(lines, consentNo.In(ctx, c.Name))
		case act.NotAsked, act.Given:
		}
	}
	return lines
}

// Revise begins an update of an act that is out, or goes on with it.
func (p Pages) Revise(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	if _, err := p.Acts.Revise(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, address(id, "tarve"))
}

// Archive moves an act of one's own out of the list.
func (p Pages) Archive(w http.ResponseWriter, r *http.Request) error {
	return after(w, r, p.Acts.Archive)
}

// Withdraw takes an act back, or drops a draft.
func (p Pages) Withdraw(w http.ResponseWriter, r *http.Request) error {
	return after(w, r, p.Acts.Withdraw)
}

// after does a deed to the act of one's own that the form was made for.
func after(w http.ResponseWriter, r *http.Request, deed func(context.Context, account.Account, act.ID, int) (act.Act, error)) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	a, err := deed(r.Context(), page.Viewer(r), id, version)
	if err != nil {
		return err
	}
	if !a.WrittenBy(page.Viewer(r)) { // its coordinator has come from its page
		return page.Redirect(w, r, "/katso/"+a.Slug)
	}
	return page.Redirect(w, r, "/omat-teot")
}
