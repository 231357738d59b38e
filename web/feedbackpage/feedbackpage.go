// Package feedbackpage is where people say what they think of the portal, and
// where moderators see what waits for an answer.
package feedbackpage

import (
	"errors"
	"net/http"
	"net/url"
	"time"

	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /palaute and /moderointi/palautteet.
type Pages struct {
	Feedback *feedback.Service
	Now      func() time.Time
}

// view is the form as typed.
type view struct {
	feedback.Feedback
	FormKey  string
	Problems validate.Problems
}

// Form asks for feedback. It knows which page the reader comes from.
func (p Pages) Form(w http.ResponseWriter, r *http.Request) error {
	v := view{FormKey: page.NewKey()}
	v.Topic, v.Email, v.Page = feedback.Portal, page.Viewer(r).Email, before(r)
	if t := feedback.Topic(r.URL.Query().Get("aihe")); t == feedback.Accessibility {
		v.Topic = t
	}
	return page.Render(w, r, http.StatusOK, form(v))
}

// before is the page of ours that led to the form; "" if none did.
func before(r *http.Request) string {
	u, err := url.Parse(r.Referer())
	if err != nil || u.Host != r.Host || u.Path == i18n.Path(r.Context(), r.URL.Path) || len(u.RequestURI()) > feedback.MaxPage {
		return ""
	}
	return u.RequestURI()
}

// Send stores what was written.
func (p Pages) Send(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := view{FormKey: key, Feedback: feedback.Feedback{
		Topic: feedback.Topic(r.PostFormValue("topic")), Message: r.PostFormValue("message"), Page: r.PostFormValue("page"),
		Email: r.PostFormValue("email"), Language: string(i18n.From(r.Context())),
	}}
	_, err = p.Feedback.Send(r.Context(), key, v.Feedback)
	if errors.As(err, &v.Problems) {
		return page.Render(w, r, http.StatusUnprocessableEntity, form(v))
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, "/palaute/kiitos")
}

// Thanks tells that the words have arrived.
func (p Pages) Thanks(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, thanks())
}

// Open is what waits for an answer.
func (p Pages) Open(w http.ResponseWriter, r *http.Request) error {
	waiting, err := p.Feedback.Open(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, open(waiting, p.Now()))
}

// Answer marks one as answered.
func (p Pages) Answer(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[feedback.ID](r, "id")
	if err != nil {
		return err
	}
	if err := p.Feedback.Answer(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, "/moderointi/palautteet")
}
