// Package web is the site: its routes, in one place, and the middleware
// around them.
package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/klauspost/compress/gzhttp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web/accountpage"
	"tekojentori.fi/tori/web/actpage"
	"tekojentori.fi/tori/web/adminpage"
	"tekojentori.fi/tori/web/api"
	"tekojentori.fi/tori/web/assets"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/devpage"
	"tekojentori.fi/tori/web/exportpage"
	"tekojentori.fi/tori/web/feedbackpage"
	"tekojentori.fi/tori/web/filepage"
	"tekojentori.fi/tori/web/homepage"
	"tekojentori.fi/tori/web/infopage"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/moderationpage"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/statspage"
	"tekojentori.fi/tori/web/submitpage"
)

// Site is everything the pages need.
type Site struct {
	BaseURL       string
	Build         string // of the program
	Dev           bool   // development: mails are shown
	Accounts      *account.Service
	Sessions      *session.Store
	Mails         *mail.Outbox
	Terms         *taxonomy.Service
	Organizations *organization.Service
	Boundaries    *boundary.Service
	Acts          *act.Service
	Attachments   *attachment.Service
	Moderation    *moderation.Service
	Feedback      *feedback.Service
	Adoptions     *adoption.Service
	Campaigns     *campaign.Service
	Redirects     *redirect.Service
	Curation      *curation.Service
	Stats         *stats.Service
	Transfer      *transfer.Service
	Index         *search.Index
	Watcher       *version.Watcher
	Metrics       *Metrics // nil: nothing is counted
	Security      string   // whom to tell of a weakness
	Proxies       []string // networks whose X-Forwarded-For is believed
	Ready         func(context.Context) error
	Now           func() time.Time
}

// Handler serves the whole site.
func (s Site) Handler() http.Handler { return spoken(s.Routes()) }

// Routes is the router behind the languages: every address once.
func (s Site) Routes() chi.Router {
	r := chi.NewRouter()
	cache := newPageCache(s)
	r.Use(middleware.RequestID, s.client(), s.logged, secure(strings.HasPrefix(s.BaseURL, "https://")), s.asked, cache.kept)
	r.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	r.Get("/readyz", s.readyz)
	r.Get(assets.Prefix+"*", assets.Serve)
	r.Group(func(r chi.Router) {
		r.Use(recovered, crossOrigin, clean, limited, s.hurried, s.moved(r))
		s.routes(r, cache)
		r.NotFound(func(w http.ResponseWriter, r *http.Request) { page.Fail(w, r, fault.NotFound) })
		r.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) { page.Fail(w, r, fault.NotFound) })
	})
	s.files(r)
	return r
}

// client notes whom the request comes from, for limits.
func (s Site) client() func(http.Handler) http.Handler {
	if len(s.Proxies) > 0 {
		return middleware.ClientIPFromXFF(s.Proxies...)
	}
	return middleware.ClientIPFromRemoteAddr
}

// routes is every page, grouped by who may enter.
func (s Site) routes(r chi.Router, cache *pageCache) {
	cards := deck.Deck{Acts: s.Acts, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats}
	acts := actpage.Pages{Deck: cards, Campaigns: s.Campaigns, Attachments: s.Attachments, Adoptions: s.Adoptions, Flash: s.Sessions.Flash, Finder: s.finder(), Boundaries: s.Boundaries, BaseURL: s.BaseURL}
	home := homepage.Pages{Deck: cards, Campaigns: s.Campaigns, Now: s.Now}
	opinions := feedbackpage.Pages{Feedback: s.Feedback, Now: s.Now}
	statistics := statspage.Pages{Stats: s.Stats}
	accounts := accountpage.Pages{Accounts: s.Accounts, Sessions: s.Sessions}
	submit := s.submit()
	robots := s.robots()

	// Everyone, the same for all visitors: kept as finished pages.
	r.Group(func(r chi.Router) {
		r.Use(cache.visitors, s.viewer)
		r.Get("/", page.Handle(home.Front))
		r.Get("/tekojen-tori", page.Handle(acts.List))
		r.Get("/tekojen-tori/ehdotukset", page.Handle(acts.Suggest))
		r.Get("/katso/{slug}", page.Handle(acts.Show))
		r.Get("/organisaatiot/{slug}", page.Handle(acts.Organization))
		r.Get("/toimialat/{slug}", page.Handle(acts.Sector))
		r.Get("/teemat/{slug}", page.Handle(acts.Theme))
		r.Get("/maakunnat/{slug}", page.Handle(acts.Region))
		r.Get("/tilastot", page.Handle(statistics.Statistics))
		r.Get("/kartta", page.Handle(acts.Map))
		r.Get("/kartta/rajat.svg", page.Handle(acts.Outlines))
		r.Get("/syote/teot.atom", page.Handle(acts.Feed))
		r.Get("/.well-known/security.txt", page.Handle(robots.Security))
		r.Get("/robots.txt", page.Handle(robots.Robots))
		r.Get("/opensearch.xml", page.Handle(robots.OpenSearch))
		r.Get("/manifest.webmanifest", page.Handle(robots.Manifest))
		for path, show := range infopage.Pages() {
			r.Get(path, page.Handle(show))
		}
	})
	// Robots: too large to be kept, but the same until something changes.
	r.Group(func(r chi.Router) {
		r.Use(cache.validated, compressed)
		r.Get("/sitemap.xml", page.Handle(robots.Sitemap))
		r.Get("/sitemap-{n}.xml", page.Handle(robots.Part))
		r.Get("/favicon.ico", page.Handle(robots.Favicon))
	})
	// Everyone, each for themself.
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed)
		r.Get("/ilmoita-teko", page.Handle(submit.Start))
		r.Get("/kirjaudu", page.Handle(accounts.SignInForm))
		r.Get("/kirjaudu/linkki/{token}", page.Handle(accounts.LinkForm))
		r.Post("/kirjaudu/ulos", page.Handle(accounts.SignOut))
		r.Get("/jatka/{token}", page.Handle(s.resume))
		r.Get("/palaute", page.Handle(opinions.Form))
		r.Get("/palaute/kiitos", page.Handle(opinions.Thanks))
		r.With(accountpage.Limit(10)).Post("/palaute", page.Handle(opinions.Send))
		links := accountpage.Limit(60)
		r.Post("/kirjaudu", accountpage.Door(accountpage.Limit(1200)(page.Handle(accounts.SignIn)), links(page.Handle(accounts.SendLink))))
		r.Group(func(r chi.Router) {
			r.Use(links)
			r.Post("/kirjaudu/linkki", page.Handle(accounts.SendLink))
			r.Post("/kirjaudu/linkki/{token}", page.Handle(accounts.UseLink))
		})
		if s.Dev {
			r.Get("/dev/posti", page.Handle(devpage.Pages{Mails: s.Mails}.Post))
		}
	})
	// Whoever has signed in.
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.SignedIn))
		r.Get("/oma", page.Handle(accounts.Details))
		r.Post("/oma", page.Handle(accounts.SaveDetails))
		r.Post("/oma/ulos-kaikkialta", page.Handle(accounts.SignOutEverywhere))
		r.Post("/ilmoita-teko", page.Handle(submit.Begin))
		r.Get("/ilmoita-teko/{id}/kiitos", page.Handle(submit.Thanks))
		r.Post("/ilmoita-teko/{id}/lahetys", page.Handle(submit.Send))
		r.Get("/ilmoita-teko/{id}/{step}", page.Handle(submit.Step))
		r.Post("/ilmoita-teko/{id}/{step}", page.Handle(submit.Save))
		r.Get("/omat-teot", page.Handle(submit.Mine))
		r.Post("/omat-teot/{id}/peruutus", page.Handle(submit.Withdraw))
		r.Post("/katso/{slug}/kayttoonotto", page.Handle(acts.Adopt))
		r.Post("/kayttoonotot/{id}/vahvistus", page.Handle(acts.ConfirmAdoption))
		r.Post("/kayttoonotot/{id}/poisto", page.Handle(acts.RemoveAdoption))
	})
	// Moderators.
	moderation := moderationpage.Pages{Acts: s.Acts, Attachments: s.Attachments, Moderation: s.Moderation, Organizations: s.Organizations, Terms: s.Terms}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Moderates))
		r.Get("/moderointi", page.Handle(moderation.Queue))
		r.Get("/moderointi/teot/{id}", page.Handle(moderation.Review))
		r.Get("/moderointi/palautteet", page.Handle(opinions.Open))
		r.Post("/moderointi/palautteet/{id}/vastaus", page.Handle(opinions.Answer))
		for deed, do := range map[string]func(http.ResponseWriter, *http.Request) error{
			"otto": moderation.Take, "julkaisu": moderation.Publish, "palautus": moderation.Return, "hylkays": moderation.Reject,
			"piilotus": moderation.Hide, "esiin": moderation.Show, "arkistointi": moderation.Archive, "avaus": moderation.Reopen,
		} {
			r.Post("/moderointi/teot/{id}/"+deed, page.Handle(do))
		}
	})
	// The programme team.
	exports := exportpage.Pages{Acts: s.Acts, Stats: s.Stats, Transfer: s.Transfer, Now: s.Now}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, s.require(account.Account.RunsProgramme))
		r.With(compressed).Get("/ohjelma/viennit", page.Handle(exports.Form))
		r.Post("/ohjelma/viennit", page.Handle(exports.Export))
	})
	// Administrators.
	admin := adminpage.Pages{Acts: s.Acts, Redirects: s.Redirects, Curation: s.Curation, Index: s.Index, BaseURL: s.BaseURL}
	r.Group(func(r chi.Router) {
		r.Use(s.viewer, private, compressed, s.require(account.Account.Administers))
		r.Get("/yllapito", page.Handle(admin.Front))
		r.Get("/yllapito/osoitteet", page.Handle(admin.Addresses))
		r.Post("/yllapito/osoitteet", page.Handle(admin.PointAddress))
		r.Post("/yllapito/osoitteet/poisto", page.Handle(admin.DropAddress))
		r.Post("/yllapito/osoitteet/unohdus", page.Handle(admin.ForgetAddress))
		r.Get("/yllapito/haku", page.Handle(admin.Search))
		r.Post("/yllapito/haku/synonyymit", page.Handle(admin.AddSynonym))
		r.Post("/yllapito/haku/synonyymit/poisto", page.Handle(admin.DropSynonym))
		r.Post("/yllapito/haku/synonyymit/sammutus", page.Handle(admin.SwitchOff))
		r.Post("/yllapito/haku/nostot", page.Handle(admin.Pin))
		r.Post("/yllapito/haku/nostot/poisto", page.Handle(admin.Unpin))
	})
	// Scripts of anyone.
	r.Group(func(r chi.Router) {
		r.Use(cache.everyone, api.Open)
		api.API{Acts: s.Acts, Attachments: s.Attachments, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats, Find: s.find, BaseURL: s.BaseURL}.Mount(r)
	})
}

// files is what takes files and gives them: slow lines have the time and the
// places that they need, and take none from the pages.
func (s Site) files(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(recovered, limitedTo(uploadPlaces), crossOrigin, s.viewer, private, s.received, within(afterUpload), s.require(account.Account.SignedIn), compressed)
		r.Post("/ilmoita-teko/{id}/liitteet", page.Handle(s.submit().Attach))
	})
	r.Group(func(r chi.Router) {
		r.Use(recovered, limitedTo(filePlaces), within(filepage.Time), clean, s.viewer)
		r.Get("/liitteet/{id}/{name}", page.Handle(filepage.Pages{Attachments: s.Attachments, Now: s.Now}.Show))
	})
}

// submit is the guided form.
func (s Site) submit() submitpage.Pages {
	return submitpage.Pages{
		Acts: s.Acts, Attachments: s.Attachments, Organizations: s.Organizations, Terms: s.Terms, Campaigns: s.Campaigns, Now: s.Now,
	}
}

// compressed packs what is made for one reader.
func compressed(next http.Handler) http.Handler { return gzhttp.GzipHandler(next) }

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
				if frame.Flash, err = s.flash(w, r); err != nil {
					return err
				}
			}
		}
		ctx = page.WithViewer(layout.WithFrame(ctx, frame), frame.Viewer)
		next.ServeHTTP(w, r.WithContext(ctx))
		return nil
	})
}

// flash is the word that a deed has left for the page after it.
func (s Site) flash(w http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method != http.MethodGet {
		return "", nil
	}
	words, err := s.Sessions.Flashes(w, r)
	return strings.Join(words, " "), err
}

// require lets through the accounts that allow accepts. Others are asked to
// sign in, and what they had written is kept for them.
func (s Site) require(allow func(account.Account) bool) func(http.Handler) http.Handler {
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
				return page.Redirect(w, r, "/kirjaudu?next="+url.QueryEscape(r.URL.Path))
			case !strings.HasPrefix(r.URL.Path, "/ilmoita-teko") && !strings.HasPrefix(r.URL.Path, "/katso/"):
				return fmt.Errorf("a visitor: %w", fault.Forbidden)
			}
			token, err := s.Accounts.Stash(r.Context(), r.URL.Path, r.PostForm)
			if err != nil {
				return err
			}
			return page.Redirect(w, r, "/kirjaudu?next="+url.QueryEscape("/jatka/"+token))
		})
	}
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

func (s Site) readyz(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.Ready(ctx); err != nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ready\n"))
}
