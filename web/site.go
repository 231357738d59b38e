// Package web is the site: its routes, in one place, and the middleware
// around them.
package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/owndata"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web/api"
	"tekojentori.fi/tori/web/assets"
	"tekojentori.fi/tori/web/page"
)

// Site is everything the pages need.
type Site struct {
	BaseURL       string
	Build         string // of the program
	Dev           bool   // development: mails are shown
	Accounts      *account.Service
	Sessions      *session.Store
	SignOns       *sso.Service
	Passkeys      *passkey.Service
	Mails         *mail.Outbox
	Terms         *taxonomy.Service
	Organizations *organization.Service
	Members       *membership.Service
	Boundaries    *boundary.Service
	Acts          *act.Service
	People        *people.Service
	Openings      *opening.Service
	Partners      *partner.Service
	Consents      *consent.Service
	Attachments   *attachment.Service
	Moderation    *moderation.Service
	Links         *link.Service
	Feedback      *feedback.Service
	Adoptions     *adoption.Service
	Campaigns     *campaign.Service
	Juries        *jury.Service
	Follows       *follow.Service
	OwnData       *owndata.Service
	Readings      *reading.Service // nil: nothing is counted
	Redirects     *redirect.Service
	Curation      *curation.Service
	Reports       *report.Service
	Stats         *stats.Service
	Transfer      *transfer.Service
	Errands       *errand.Service
	AuditLog      *audit.Log
	Index         *search.Index
	Watcher       *version.Watcher
	Metrics       *Metrics // nil: nothing is counted
	Demand        bool     // who has much power must have a second factor
	Security      string   // whom to tell of a weakness
	Proxies       []string // networks whose X-Forwarded-For is believed
	Ready         func(context.Context) error
	Now           func() time.Time
}

// Handler serves the whole site.
func (s Site) Handler() http.Handler {
	cache := newPageCache(s)
	return s.asked(cache.kept(spoken(s.router(cache))))
}

// Routes is the router behind the languages: every address once.
func (s Site) Routes() chi.Router { return s.router(newPageCache(s)) }

func (s Site) router(cache *pageCache) chi.Router {
	r := chi.NewRouter()
	r.Use(middleware.RequestID, s.client(), s.logged, secure(strings.HasPrefix(s.BaseURL, "https://")))
	r.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	r.Get("/readyz", s.readyz)
	r.Get(assets.Prefix+"*", assets.Serve)
	r.Group(func(r chi.Router) {
		r.Use(recovered, crossOrigin, clean, limited, s.hurried, s.looked, s.moved(r))
		s.routes(r, cache)
		r.NotFound(func(w http.ResponseWriter, r *http.Request) { page.Fail(w, r, fault.NotFound) })
		r.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) {
			if page.ForPrograms(r) {
				api.OnlyReads(w, r)
				return
			}
			page.Fail(w, r, fault.NotFound)
		})
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
