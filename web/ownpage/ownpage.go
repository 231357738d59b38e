// Package ownpage is where people get a copy of what the portal knows of them,
// and have it forgotten.
package ownpage

import (
	"bytes"
	"errors"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/owndata"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles the requests under /oma/tiedot.
type Pages struct {
	Data     *owndata.Service
	Sessions *session.Store
	Now      func() time.Time
}

// view is what the page shows.
type view struct {
	owndata.Prospect
	Typed    string
	Problems validate.Problems
}

// Show tells what one can have, and what being forgotten does.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	return p.show(w, r, http.StatusOK, view{})
}

func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, v view) error {
	var err error
	if v.Prospect, err = p.Data.Prospect(r.Context(), page.Viewer(r)); err != nil {
		return err
	}
	return page.Render(w, r, status, own(v))
}

// Copy is the file with everything that the portal knows of the viewer.
func (p Pages) Copy(w http.ResponseWriter, r *http.Request) error {
	out := &late{w: w, begin: func(h http.Header) {
		h.Set("Content-Type", "application/json")
		h.Set("Content-Disposition", `attachment; filename="tekojen-tori-`+p.Now().In(i18n.Helsinki()).Format(time.DateOnly)+`.json"`)
	}}
	err := p.Data.Copy(r.Context(), page.Viewer(r), out)
	if err != nil && out.begun {
		panic(http.ErrAbortHandler) // half a file has been sent: the reader must see that it broke
	}
	if err == nil {
		err = out.flush()
	}
	return err
}

// Forget forgets the viewer.
func (p Pages) Forget(w http.ResponseWriter, r *http.Request) error {
	typed := r.PostFormValue("email")
	err := p.Data.Forget(r.Context(), page.Viewer(r), typed)
	var problems validate.Problems
	switch {
	case errors.As(err, &problems):
		return p.show(w, r, http.StatusUnprocessableEntity, view{Typed: typed, Problems: problems})
	case errors.Is(err, fault.Conflict): // the page tells why
		return p.show(w, r, http.StatusConflict, view{Typed: typed})
	case err != nil:
		return err
	}
	p.Sessions.Forget(w)
	return page.Redirect(w, r, "/kirjaudu/poistettu")
}

// Forgotten tells whoever has been forgotten that it is done.
func (p Pages) Forgotten(w http.ResponseWriter, r *http.Request) error {
	return page.Render(w, r, http.StatusOK, forgotten())
}

// first is how much of a file is held back: a failure before it is a page.
const first = 16 << 10

// late sends a file once it has begun well.
type late struct {
	w     http.ResponseWriter
	begin func(http.Header)
	held  bytes.Buffer
	begun bool
}

func (l *late) Write(b []byte) (int, error) {
	l.held.Write(b)
	if l.held.Len() < first {
		return len(b), nil
	}
	return len(b), l.flush()
}

func (l *late) flush() error {
	if !l.begun {
		l.begin(l.w.Header())
		l.begun = true
	}
	_, err := l.held.WriteTo(l.w)
	return err
}
