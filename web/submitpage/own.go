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

// Mine is every act of the viewer, or those of which the same is expected.
func (p Pages) Mine(w http.ResponseWriter, r *http.Request) error {
	only, err := groupAsked(r)
	if err != nil {
		return err
	}
	acts, err := p.Acts.Mine(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	o := own{
		Acts: acts, Only: only, Viewer: page.Viewer(r), Now: p.Now(), Organizations: p.Organizations.Directory(),
		Readings: p.Deck.Stats.Catalogue().ReadingsOf, Saved: r.URL.Query().Get("tallennettu") != "",
	}
	if err := p.review(r.Context(), &o); err != nil {
		return err
	}
	if err := p.surroundings(r.Context(), &o); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, mine(o))
}

// review looks up what moderators have done with one's acts.
func (p Pages) review(ctx context.Context, o *own) (err error) {
	if o.Reasons, o.UpdateReasons, err = p.Acts.LastWords(ctx, o.Acts); err != nil {
		return err
	}
	if o.Updates, err = p.Acts.Updates(ctx, o.Acts); err != nil {
		return err
	}
	o.Comments = map[act.ID][]moderation.Comment{}
	for _, a := range o.Acts {
		if u, begun := o.Updates[a.ID]; begun {
			a = u
		}
		if o.Comments[a.ID], err = p.Moderation.Comments(ctx, o.Viewer, a); err != nil {
			return err
		}
	}
	if o.Due, err = p.Moderation.Due(ctx, o.Acts); err != nil {
		return err
	}
	if o.Mended, err = p.Acts.Reworded(ctx, o.Acts); err != nil {
		return err
	}
	o.Spoken, err = p.Moderation.Spoken(ctx, o.Acts)
	return err
}

// surroundings looks up what others have to do with one's acts.
func (p Pages) surroundings(ctx context.Context, o *own) (err error) {
	if o.Entering, err = p.entering(ctx, o.Acts); err != nil {
		return err
	}
	if o.Uses, err = p.Adoptions.InUse(ctx, o.Acts); err != nil {
		return err
	}
	if o.Wishes, err = p.People.Wishes(ctx, o.Viewer); err != nil {
		return err
	}
	if o.Openings, err = p.Openings.ByAct(ctx, o.Acts); err != nil {
		return err
	}
	o.Denials, err = p.Partners.Denials(ctx, o.Acts)
	return err
}

// own is the acts of the viewer, and what has become of them.
type own struct {
	Acts    []act.Act
	Only    string // the group that is shown; all, if none
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

// anyPublic reports whether readers see any of the acts that are shown.
func (o own) anyPublic() bool {
	return slices.ContainsFunc(o.Acts, func(a act.Act) bool { return a.Status.Public() && (o.Only == "" || o.Only == o.groupOf(a)) })
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
	return page.Redirect(w, r, ownPath(id))
}
