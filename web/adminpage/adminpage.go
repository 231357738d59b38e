// Package adminpage is where administrators tend the portal: people, the log,
// old addresses and the search.
package adminpage

import (
	"errors"
	"net/http"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// Pages handles the requests under /yllapito.
type Pages struct {
	Accounts      *account.Service
	SignOn        *sso.Service
	Organizations *organization.Service
	Members       *membership.Service
	Acts          *act.Service
	AuditLog      *audit.Log
	Redirects     *redirect.Service
	Curation      *curation.Service
	Index         *search.Index
	BaseURL       string
}

type frontView struct {
	Missed, Vain int
	Waiting      int // people for an answer of an organisation
	Engine       engine
}

// engine is how the search reads words.
type engine struct {
	Full    bool   // with the Finnish dictionary
	Version string // of the analysis
	Stale   int    // acts of another analysis, at most staleShown
}

// staleShown is how many stale acts are counted.
const staleShown = 10_000

func (p Pages) engine(r *http.Request) (engine, error) {
	stale, err := p.Index.Stale(r.Context(), staleShown)
	return engine{Full: p.Index.Full(), Version: p.Index.Analyzer().Version(), Stale: len(stale)}, err
}

// Front is what there is to tend.
func (p Pages) Front(w http.ResponseWriter, r *http.Request) error {
	missed, err := p.Redirects.Missed(r.Context())
	if err != nil {
		return err
	}
	vain, err := p.Curation.Queries(r.Context(), true)
	if err != nil {
		return err
	}
	v := frontView{Missed: len(missed), Vain: len(vain)}
	waiting, err := p.Members.Waiting(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	v.Waiting = len(waiting)
	if v.Engine, err = p.engine(r); err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, front(v))
}

type addressView struct {
	Missed          []redirect.Missed
	Targets         []redirect.Target
	Address, Target string
	Problems        validate.Problems
}

// Addresses is the old addresses that people still ask for in vain, and where
// others have been pointed.
func (p Pages) Addresses(w http.ResponseWriter, r *http.Request) error {
	return p.addresses(w, r, http.StatusOK, addressView{Address: r.URL.Query().Get("osoite")})
}

func (p Pages) addresses(w http.ResponseWriter, r *http.Request, status int, v addressView) error {
	var err error
	if v.Missed, err = p.Redirects.Missed(r.Context()); err != nil {
		return err
	}
	if v.Targets, err = p.Redirects.Targets(r.Context()); err != nil {
		return err
	}
	return page.Render(w, r, status, addresses(v))
}

// PointAddress leads an old address to an act or a page.
func (p Pages) PointAddress(w http.ResponseWriter, r *http.Request) error {
	v := addressView{Address: r.PostFormValue("address"), Target: r.PostFormValue("target")}
	err := p.Redirects.Point(r.Context(), page.Viewer(r), v.Address, v.Target, p.BaseURL)
	switch {
	case errors.Is(err, fault.NotFound): // no public act
		v.Problems = validate.Problems{{Field: "target", Rule: validate.NoSuchPage}}
	case !errors.As(err, &v.Problems) && err != nil:
		return err
	}
	if len(v.Problems) > 0 {
		return p.addresses(w, r, http.StatusUnprocessableEntity, v)
	}
	return page.Redirect(w, r, "/yllapito/osoitteet")
}

// DropAddress takes back where an address was pointed.
func (p Pages) DropAddress(w http.ResponseWriter, r *http.Request) error {
	if err := p.Redirects.Drop(r.Context(), page.Viewer(r), r.PostFormValue("key")); err != nil {
		return err
	}
	return page.Redirect(w, r, "/yllapito/osoitteet")
}

// ForgetAddress drops the counts of an address.
func (p Pages) ForgetAddress(w http.ResponseWriter, r *http.Request) error {
	if err := p.Redirects.Forget(r.Context(), page.Viewer(r), r.PostFormValue("key")); err != nil {
		return err
	}
	return page.Redirect(w, r, "/yllapito/osoitteet")
}

// slugOf is the act that a writer means: its address, whole or in part.
func slugOf(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), "/")
	text, _, _ = strings.Cut(text, "?")
	return text[strings.LastIndexByte(text, '/')+1:]
}
