// Package peoplepage is where people join an act and see to who writes it.
package peoplepage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /katso/{slug}/mukaan, /omat-teot/{id}/tekijat, /kutsut and
// /yhteyshenkilo.
type Pages struct {
	Acts     *act.Service
	People   *people.Service
	Consents *consent.Service
	Deck     deck.Deck
	Now      func() time.Time
	Flash    func(w http.ResponseWriter, r *http.Request, words string) error
}

const mine = "/omat-teot"

// joining is the page where one asks to be an author.
type joining struct {
	Act          act.Act
	Organization string
	Asked        people.Request // the zero Request: nothing yet
	CanAsk       bool
	Greeting     string
	Problems     validate.Problems
}

// JoinForm is where one asks to be an author of an act that is out.
func (p Pages) JoinForm(w http.ResponseWriter, r *http.Request) error {
	j, err := p.joining(r)
	if err != nil {
		return err
	}
	if j.Act.WrittenBy(page.Viewer(r)) {
		return page.Redirect(w, r, circlePath(j.Act.ID))
	}
	return page.Render(w, r, http.StatusOK, join(j))
}

func (p Pages) joining(r *http.Request) (joining, error) {
	ctx, viewer := r.Context(), page.Viewer(r)
	a, err := p.Acts.BySlug(ctx, viewer, r.PathValue("slug"))
	if err != nil {
		return joining{}, err
	}
	j := joining{Act: a, Organization: p.Deck.Organizations.Directory().Name(ctx, a.OrganizationID), CanAsk: people.CanAsk(a, viewer)}
	j.Asked, err = p.People.Asked(ctx, viewer, a.ID)
	return j, err
}

// Join asks. Who asks twice has asked once.
func (p Pages) Join(w http.ResponseWriter, r *http.Request) error {
	j, err := p.joining(r)
	if err != nil {
		return err
	}
	j.Greeting = r.PostFormValue("greeting")
	err = p.People.Ask(r.Context(), page.Viewer(r), j.Act.ID, j.Greeting)
	if errors.As(err, &j.Problems) {
		return page.Render(w, r, http.StatusUnprocessableEntity, join(j))
	}
	if err != nil {
		return err
	}
	return p.thank(w, r, mine, askedThanks)
}

// Show is the people of an act.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	return p.show(w, r, http.StatusOK, nil)
}

// circleView is the people of an act, and what the viewer may do about them.
type circleView struct {
	people.Circle
	Viewer   account.Account
	Manages  bool
	Problems validate.Problems
	Email    string // as typed
	NewOwner string
	Now      time.Time
}

func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, problems validate.Problems) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	c, err := p.People.Of(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	v := circleView{Circle: c, Viewer: page.Viewer(r), Problems: problems, Email: r.PostFormValue("email"), NewOwner: r.PostFormValue("new_owner"), Now: p.Now()}
	v.Manages = people.CanManage(c.Act, v.Viewer)
	return page.Render(w, r, status, circle(v))
}

// Answer takes somebody who has asked along, or says no.
func (p Pages) Answer(w http.ResponseWriter, r *http.Request) error {
	request, err := page.ID[people.RequestID](r, "request")
	if err != nil {
		return err
	}
	yes := r.PostFormValue("answer") == "yes"
	word := saidNo
	if yes {
		word = saidYes
	}
	return p.deed(w, r, word, func(ctx context.Context, by account.Account, id act.ID) error {
		return p.People.Answer(ctx, by, id, request, yes)
	})
}

// Remove takes an author off an act; oneself, too.
func (p Pages) Remove(w http.ResponseWriter, r *http.Request) error {
	who, err := page.ID[account.ID](r, "author")
	if err != nil {
		return err
	}
	viewer := page.Viewer(r)
	if who == viewer.ID {
		id, err := page.ID[act.ID](r, "id")
		if err != nil {
			return err
		}
		if err := p.People.Leave(r.Context(), viewer, id); err != nil {
			return err
		}
		return p.thank(w, r, mine, leftIt)
	}
	return p.deed(w, r, removedIt, func(ctx context.Context, by account.Account, id act.ID) error {
		return p.People.Remove(ctx, by, id, who)
	})
}

// deed does something to the people of the act of the address, and shows them
// with a word or with what is wrong.
func (p Pages) deed(w http.ResponseWriter, r *http.Request, word i18n.Text, do func(context.Context, account.Account, act.ID) error) error {
	id, err := page.ID[act.ID](r, "id")
	if err != nil {
		return err
	}
	err = do(r.Context(), page.Viewer(r), id)
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.show(w, r, http.StatusUnprocessableEntity, problems)
	}
	if err != nil {
		return err
	}
	return p.thank(w, r, circlePath(id), word)
}

// thank leads on with a word.
func (p Pages) thank(w http.ResponseWriter, r *http.Request, path string, word i18n.Text) error {
	if err := p.Flash(w, r, word.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, path)
}

func circlePath(id act.ID) string { return fmt.Sprintf("%s/%d/tekijat", mine, int64(id)) }
