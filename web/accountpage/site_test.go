package accountpage_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/web/accountpage"
	"tekojentori.fi/tori/web/devpage"
	"tekojentori.fi/tori/web/page"
)

const password = "hyvä pitkä salasana"

// site is the pages of signing in on a fresh database.
type site struct {
	t             *testing.T
	db            *postgres.DB
	accounts      *account.Service
	sessions      *session.Store
	mails         *mail.Outbox
	organizations *organization.Service
	signOns       *sso.Service
	handler       http.Handler
}

func newSite(t *testing.T, perMinute int) *site {
	t.Helper()
	s := &site{t: t, db: pgtest.New(t)}
	s.mails = accounttest.Outbox(t, s.db, time.Now)
	s.accounts = account.New(s.db, s.mails, time.Now).Recording(audit.Record).Sealing(session.NewSealer([]session.Key{{1}}, "test"))
	s.sessions = session.New(s.db, []session.Key{{1}}, false, time.Now)
	s.organizations = organization.New(s.db)
	if err := s.organizations.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.signOns = sso.New(s.db, sso.Parts{
		Accounts: s.accounts, Sealer: session.NewSealer([]session.Key{{1}}, "single sign-on"), Record: audit.Record, BaseURL: "http://tori.example",
	}, time.Now)
	p, dev := accountpage.Pages{Accounts: s.accounts, Sessions: s.sessions, Organizations: s.organizations, Members: membership.New(s.db, membership.Parts{Accounts: s.accounts, Mails: s.mails, Organizations: s.organizations}, time.Now), SignOns: s.signOns, Passkeys: accounttest.Passkeys(t, s.db, s.accounts, audit.Record)}, devpage.Pages{Mails: s.mails}
	r := chi.NewRouter()
	r.Use(s.viewed)
	r.Get("/kirjaudu", page.Handle(p.SignInForm))
	r.Get("/kirjaudu/linkki/{token}", page.Handle(p.LinkForm))
	r.Post("/kirjaudu/ulos", page.Handle(p.SignOut))
	r.Get("/kirjaudu/salasana/{token}", page.Handle(p.NewPasswordForm))
	r.Post("/kirjaudu/salasana", page.Handle(p.SendPasswordLink))
	r.Post("/kirjaudu/salasana/{token}", page.Handle(p.NewPassword))
	r.Get("/kirjaudu/kutsu/{token}", page.Handle(p.InvitationForm))
	r.Post("/kirjaudu/kutsu/{token}", page.Handle(p.AcceptInvitation))
	r.Get("/kirjaudu/organisaatio/{id}", page.Handle(p.SignOn))
	r.Get("/kirjaudu/organisaatio/{id}/paluu", page.Handle(p.FinishSignOn))
	r.Get("/oma/salasana", page.Handle(p.Password))
	r.Post("/oma/salasana", page.Handle(p.ChangePassword))
	r.Get("/oma", page.Handle(p.Details))
	r.Post("/oma", page.Handle(p.SaveDetails))
	r.Get("/kirjaudu/vahvistus/{token}", page.Handle(p.StepForm))
	r.Post("/kirjaudu/vahvistus/{token}", page.Handle(p.FinishStep))
	r.Get("/oma/vahvistus", page.Handle(p.Factor))
	r.Post("/oma/vahvistus", page.Handle(p.BeginFactor))
	r.Post("/oma/vahvistus/koodi", page.Handle(p.ConfirmFactor))
	r.Post("/oma/vahvistus/varakoodit", page.Handle(p.RenewCodes))
	r.Post("/oma/vahvistus/poisto", page.Handle(p.RemoveFactor))
	r.Post("/oma/vahvistus/avaimet", page.Handle(p.BeginKey))
	r.Get("/oma/vahvistus/avaimet/{token}", page.Handle(p.KeyForm))
	r.Post("/oma/vahvistus/avaimet/{token}", page.Handle(p.AddKey))
	r.Post("/oma/avaimet/{id}/poisto", page.Handle(p.RemoveKey))
	r.Post("/kirjaudu/avain", page.Handle(p.BeginKeySignIn))
	r.Get("/kirjaudu/avain/{token}", page.Handle(p.KeySignInForm))
	r.Post("/kirjaudu/avain/{token}", page.Handle(p.KeySignIn))
	r.Post("/oma/istunnot/{name}/lopetus", page.Handle(p.EndSession))
	r.Post("/oma/ulos-kaikkialta", page.Handle(p.SignOutEverywhere))
	r.Get("/dev/posti", page.Handle(dev.Post))
	r.Group(func(r chi.Router) {
		r.Use(accountpage.Limit(perMinute))
		r.Post("/kirjaudu", page.Handle(p.SignIn))
		r.Post("/kirjaudu/linkki", page.Handle(p.SendLink))
		r.Post("/kirjaudu/linkki/{token}", page.Handle(p.UseLink))
	})
	s.handler = r
	return s
}

// viewed does what the portal does before every page: it reads the form, the
// language and who looks.
func (s *site) viewed(next http.Handler) http.Handler {
	return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
		if err := r.ParseForm(); err != nil {
			return err
		}
		id, ok, err := s.sessions.Account(r)
		if err != nil {
			return err
		}
		ctx := i18n.With(r.Context(), i18n.Lang(r.Header.Get("X-Lang")))
		if ok {
			a, err := s.accounts.Find(ctx, account.ID(id))
			if err != nil {
				return err
			}
			ctx = page.WithViewer(ctx, a)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
		return nil
	})
}

// A browser keeps the cookie of one person.
type browser struct {
	*site
	lang   i18n.Lang
	agent  string // what the browser tells of itself
	cookie *http.Cookie
}

func (s *site) browser() *browser { return &browser{site: s, lang: i18n.FI} }

// send sends a request: form nil for GET.
func (b *browser) send(path string, form url.Values) *httptest.ResponseRecorder {
	b.t.Helper()
	r := httptest.NewRequestWithContext(b.t.Context(), http.MethodGet, path, nil)
	if form != nil {
		r = httptest.NewRequestWithContext(b.t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("X-Lang", string(b.lang))
	r.Header.Set("User-Agent", b.agent)
	if b.cookie != nil {
		r.AddCookie(b.cookie)
	}
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		b.cookie = c
		if c.MaxAge < 0 {
			b.cookie = nil
		}
	}
	return w
}

// want checks the status and, of a redirect, where to.
func want(t *testing.T, what string, w *httptest.ResponseRecorder, status int, location string) {
	t.Helper()
	if got := w.Header().Get("Location"); w.Code != status || got != location {
		t.Errorf("%s: status %d to %q, want %d to %q", what, w.Code, got, status, location)
	}
}

var token = regexp.MustCompile(`https://tori\.example((?:/sv|/en)?/kirjaudu/linkki/[A-Z0-9]+)`)

// link is the path of the link in the newest mail.
func (s *site) link() string {
	s.t.Helper()
	mails, err := s.mails.Recent(s.t.Context(), 1)
	if err != nil || len(mails) == 0 {
		s.t.Fatalf("no mail: %v", err)
	}
	m := token.FindStringSubmatch(mails[0].Body)
	if m == nil {
		s.t.Fatalf("no link in %q", mails[0].Body)
	}
	return m[1]
}

// did is what the log tells of an account, the newest last.
func (s *site) did(a account.Account) string {
	s.t.Helper()
	all, err := postgres.Values[string](s.t.Context(), s.db, `
		SELECT coalesce(account_id, 0) || ' ' || action FROM audit_entry WHERE subject = $1 ORDER BY id`, a.ID.String())
	if err != nil {
		s.t.Fatal(err)
	}
	return strings.ReplaceAll(strings.Join(all, ", "), fmt.Sprint(int64(a.ID)), "self")
}

// staff is a moderator who has a password.
func (s *site) staff() account.Account {
	s.t.Helper()
	a := accounttest.New(s.t, s.db, account.Moderator)
	if err := s.accounts.SetPassword(s.t.Context(), a.ID, password); err != nil {
		s.t.Fatal(err)
	}
	return a
}
