package peoplepage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// opened is an invitation as whoever has its link sees it.
type opened struct {
	people.Letter
	Token    string
	SignedIn bool
	Right    bool // the viewer is the one who was invited
}

func (o opened) title() i18n.Text {
	if o.AsOwner {
		return offeredT
	}
	return invitedT
}

func (o opened) name(ctx context.Context) string {
	if o.Act.Title == "" {
		return untitled.In(ctx)
	}
	return o.Act.Title
}

func (o opened) lead(ctx context.Context) string {
	if o.AsOwner {
		return offeredLead.In(ctx, o.Inviter.CallName())
	}
	return invitedLead.In(ctx, o.Inviter.CallName())
}

func (o opened) accept() i18n.Text {
	if o.AsOwner {
		return takeB
	}
	return acceptB
}

// standing is how an invitation is, in words.
func (v circleView) standing(ctx context.Context, x people.Invitation) string {
	words := invitedUntil
	switch {
	case !v.Now.Before(x.ExpiresAt):
		words = invitedExpired
	case x.AsOwner:
		words = offeredUntil
	}
	return words.In(ctx, i18n.Date(ctx, x.ExpiresAt))
}

// Invite invites somebody to write the act.
func (p Pages) Invite(w http.ResponseWriter, r *http.Request) error {
	return p.inviting(w, r, r.PostFormValue("email"), false)
}

// HandOver offers the act to another owner.
func (p Pages) HandOver(w http.ResponseWriter, r *http.Request) error {
	return p.inviting(w, r, r.PostFormValue("new_owner"), true)
}

func (p Pages) inviting(w http.ResponseWriter, r *http.Request, email string, asOwner bool) error {
	word := invitedIt
	if asOwner {
		word = offeredIt
	}
	return p.deed(w, r, word, func(ctx context.Context, by account.Account, id act.ID) error {
		return p.People.Invite(ctx, by, id, email, asOwner, i18n.From(ctx))
	})
}

// Cancel takes an invitation back.
func (p Pages) Cancel(w http.ResponseWriter, r *http.Request) error {
	invitation, err := page.ID[people.InvitationID](r, "invitation")
	if err != nil {
		return err
	}
	return p.deed(w, r, cancelledIt, func(ctx context.Context, by account.Account, id act.ID) error {
		return p.People.Cancel(ctx, by, id, invitation)
	})
}

// InvitationForm is what the link in an invitation opens.
func (p Pages) InvitationForm(w http.ResponseWriter, r *http.Request) error {
	token, viewer := r.PathValue("token"), page.Viewer(r)
	l, err := p.People.Peek(r.Context(), token)
	if errors.Is(err, fault.NotFound) {
		return page.Render(w, r, http.StatusNotFound, over(overT, overLead))
	}
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, invitation(opened{l, token, viewer.SignedIn(), viewer.SignedIn() && viewer.Email == l.Email}))
}

// AnswerInvitation says yes or no. A yes takes signing in with the address
// that was invited; anything else shows the invitation again.
func (p Pages) AnswerInvitation(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	switch r.PostFormValue("answer") {
	case "no":
		err := p.People.Decline(r.Context(), token)
		if err != nil && !errors.Is(err, fault.NotFound) {
			return err
		}
		return page.Render(w, r, http.StatusOK, over(declinedT, declinedLead))
	case "yes":
		_, err := p.People.Accept(r.Context(), page.Viewer(r), token)
		switch {
		case errors.Is(err, fault.NotFound):
			return page.Render(w, r, http.StatusNotFound, over(overT, overLead))
		case errors.Is(err, fault.Forbidden):
			return page.Redirect(w, r, "/kutsut/"+token)
		case err != nil:
			return err
		}
		return p.thank(w, r, mine, acceptedIt)
	}
	return page.Redirect(w, r, "/kutsut/"+token)
}
