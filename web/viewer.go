package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/web/accountpage"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/page"
)

// viewer puts the signed-in account and the frame of the page in the context.
func (s Site) viewer(next http.Handler) http.Handler {
	return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
		ctx := r.Context()
		frame := layout.Frame{BaseURL: s.BaseURL, Path: r.URL.RequestURI(), Dev: s.Dev}
		if session.Present(r) {
			id, ok, err := s.Sessions.Account(r)
			if err != nil {
				return err
			}
			if ok {
				if frame.Viewer, err = s.Accounts.Find(ctx, account.ID(id)); err != nil {
					return err
				}
				w.Header().Set("Cache-Control", "no-store")
				if frame.Viewer.Staff() {
					page.Uncount(ctx)
				}
				if frame.Left, err = s.Sessions.Left(r); err != nil {
					return err
				}
				if frame.Flash, err = s.flash(w, r); err != nil {
					return err
				}
			}
		}
		ctx = page.WithViewer(layout.WithFrame(ctx, frame), frame.Viewer)
		if s.Demand && !enrolled(frame.Viewer, r.URL.Path) {
			return s.lead(w, r.WithContext(ctx))
		}
		next.ServeHTTP(w, r.WithContext(ctx))
		return nil
	})
}

// enrolled reports whether a person may be at a path before they have the
// second factor that their power demands.
func enrolled(a account.Account, path string) bool {
	return a.SecondFactor || !a.NeedsSecondFactor() || strings.HasPrefix(path, "/oma/vahvistus") || strings.HasPrefix(path, "/kirjaudu") ||
		path == "/oma/ulos-kaikkialta" || path == "/oma/istunto"
}

// lead leads to the page where one takes a second factor into use.
func (s Site) lead(w http.ResponseWriter, r *http.Request) error {
	if r.Method != http.MethodGet {
		return fmt.Errorf("%v has no second factor: %w", page.Viewer(r).ID, fault.Forbidden)
	}
	return page.Redirect(w, r, "/oma/vahvistus")
}

// flash is the word that a deed has left for the page after it.
func (s Site) flash(w http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method != http.MethodGet {
		return "", nil
	}
	words, err := s.Sessions.Flashes(w, r)
	return strings.Join(words, " "), err
}

// stay keeps somebody signed in who says so, and tells how many seconds there
// are again: reading the session has extended it.
func (s Site) stay(w http.ResponseWriter, r *http.Request) error {
	left, err := s.Sessions.Left(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err = fmt.Fprint(w, int(left.Seconds()))
	return err
}

// require lets through the accounts that allow accepts. Others are asked to
// sign in, and what they had written is kept for them.
func (s Site) require(allow func(account.Account) bool) func(http.Handler) http.Handler {
	stash := accountpage.PerDay(maxStashes)(page.Handle(s.stash))
	return func(next http.Handler) http.Handler {
		return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
			viewer := page.Viewer(r)
			switch {
			case allow(viewer):
				next.ServeHTTP(w, r)
				return nil
			case viewer.SignedIn():
				return fmt.Errorf("%v: %w", viewer.ID, fault.Forbidden)
			case r.Method == http.MethodGet:
				return page.Redirect(w, r, "/kirjaudu?next="+url.QueryEscape(r.URL.RequestURI()))
			case strings.HasSuffix(r.URL.Path, "/tallennus"): // a script, which keeps the text itself
				return fmt.Errorf("a visitor: %w", fault.Forbidden)
			case !strings.HasPrefix(r.URL.Path, "/ilmoita-teko") && !strings.HasPrefix(r.URL.Path, "/katso/"):
				return fmt.Errorf("a visitor: %w", fault.Forbidden)
			}
			stash.ServeHTTP(w, r)
			return nil
		})
	}
}

// maxStashes is how many forms one network may leave in a day.
const maxStashes = 200

// stash keeps a form whose session has ended until its writer has signed in.
func (s Site) stash(w http.ResponseWriter, r *http.Request) error {
	token, err := s.Accounts.Stash(r.Context(), r.URL.Path, r.PostForm)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, "/kirjaudu?next="+url.QueryEscape("/jatka/"+token))
}

// resume gives back a form that was posted after its session had ended.
func (s Site) resume(w http.ResponseWriter, r *http.Request) error {
	if !page.Viewer(r).SignedIn() {
		return page.Redirect(w, r, "/kirjaudu?next="+url.QueryEscape(r.URL.Path))
	}
	stashed, err := s.Accounts.ReadStash(r.Context(), r.PathValue("token"))
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, layout.Resume(stashed.Path, stashed.Form))
}
