package web_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	circles "tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/owndata"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand/errandtest"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web"
)

// portal is the whole program on a fresh database.
type portal struct {
	t        testing.TB
	db       *postgres.DB
	site     web.Site
	handler  http.Handler
	accounts map[string]account.Account
	cookies  map[string]*http.Cookie
	places   int // that odd requests have come from
	sweep    func(n int) bool
	many     bool // acts are being published that the site looks at together
}

// people is everyone who may come: a visitor, a member, and each role.
func people() []string {
	all := []string{"visitor", "member"}
	for _, r := range account.Roles() {
		all = append(all, string(r))
	}
	return all
}

func newPortal(t testing.TB) *portal {
	t.Helper()
	db := referencetest.New(t)
	keys, err := session.Keys(nil, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	terms, orgs := taxonomy.New(db), organization.New(db)
	acts := acttest.ServiceOf(t, db, orgs)
	numbers, watcher := stats.New(db, terms, time.Now), version.NewWatcher(db)
	files := attachmenttest.Service(t, db, acts)
	campaigns := campaign.New(db, campaign.Parts{
		Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs, Stats: numbers, Terms: terms, Pictures: files, Blobs: files.Blobs,
	}, time.Now)
	for _, read := range []func(context.Context) error{terms.Refresh, orgs.Refresh, campaigns.Refresh, numbers.Refresh} {
		watcher.OnChange(func(ctx context.Context, _ int64) error { return read(ctx) })
	}
	index := search.New(db, nil, time.Now)
	tended := curation.New(db, index, time.Now)
	watcher.OnChange(func(ctx context.Context, _ int64) error { return tended.Refresh(ctx) })
	p := &portal{t: t, db: db, accounts: map[string]account.Account{}, cookies: map[string]*http.Cookie{}, site: web.Site{
		BaseURL: "http://tori.example", Build: "test", Dev: true, Security: "mailto:turva@tori.example", Accounts: accounttest.Service(t, db, time.Now),
		Passkeys: accounttest.Passkeys(t, db, accounttest.Service(t, db, time.Now), audit.Record),
		SignOns:  sso.New(db, sso.Parts{Accounts: accounttest.Service(t, db, time.Now), Sealer: session.NewSealer(keys, "single sign-on"), Record: audit.Record, BaseURL: "http://tori.example"}, time.Now),
		Sessions: session.New(db, keys, false, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Terms: terms, Organizations: orgs, Boundaries: boundary.New(db, orgs),
		Feedback: feedback.New(db, accounttest.Service(t, db, time.Now), accounttest.Outbox(t, db, time.Now), time.Now),
		Acts:     acts, People: circles.New(db, circles.Parts{Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now)}, time.Now), Consents: consent.New(db, consent.Parts{Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now)}, time.Now), Attachments: files, Moderation: moderation.New(db, acts, time.Now), Campaigns: campaigns, Redirects: redirect.New(db, time.Now), Readings: reading.New(db, time.Now), Curation: tended, Reports: report.New(db, report.Parts{}, time.Now), Stats: numbers, Adoptions: adoption.New(db, adoption.Parts{
			Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs,
		}, time.Now),
		Links: link.New(db, link.Careful(), time.Now), Index: index, Watcher: watcher, AuditLog: audit.New(db, accounttest.Service(t, db, time.Now)), Now: time.Now,
		Ready: func(ctx context.Context) error { _, err := version.Now(ctx, db); return err },
		Transfer: &transfer.Service{
			DB: db, Acts: acts, Organizations: orgs, Terms: terms, Campaigns: campaigns, Content: content.New(db), Now: time.Now,
		},
	}}
	p.site.Errands = errandtest.Service(t, db, p.site.Transfer, time.Now)
	p.site.Follows = follow.New(db, follow.Parts{
		Acts: acts, Adoptions: p.site.Adoptions, Accounts: p.site.Accounts, Mails: p.site.Mails, Organizations: orgs, List: func(ctx context.Context, q string) (follow.List, error) { return p.site.Saved(ctx, q) },
		Seen: func(ctx context.Context) (int64, error) {
			err := watcher.Look(ctx)
			v, _ := watcher.Version()
			return v, err
		},
	}, time.Now)
	p.site.Juries = jury.New(db, jury.Parts{
		Campaigns: campaigns, Acts: acts, Accounts: p.site.Accounts, Mails: p.site.Mails, Organizations: orgs, Stats: numbers,
	}, time.Now)
	p.site.Members = membership.New(db, membership.Parts{Accounts: p.site.Accounts, Mails: p.site.Mails, Organizations: orgs}, time.Now)
	p.site.Openings = opening.New(db, opening.Parts{Acts: acts, Accounts: p.site.Accounts, Mails: p.site.Mails}, time.Now)
	p.site.Partners = partner.New(db, partner.Parts{Acts: acts, Accounts: p.site.Accounts, Mails: p.site.Mails, Organizations: orgs}, time.Now)
	p.site.OwnData = owndata.New(db, owndata.Parts{
		Accounts: p.site.Accounts, Mails: p.site.Mails, Acts: acts, People: p.site.People, Attachments: p.site.Attachments, Moderation: p.site.Moderation, Adoptions: p.site.Adoptions,
		Feedback: p.site.Feedback, Redirects: p.site.Redirects, Reports: p.site.Reports, Errands: p.site.Errands, Juries: p.site.Juries, Follows: p.site.Follows, Organizations: orgs, Members: p.site.Members, Openings: p.site.Openings, Partners: p.site.Partners,
	}, time.Now)
	for _, step := range []func(context.Context) error{campaigns.Load, watcher.Look} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p.handler = p.site.Handler()
	for _, who := range people()[1:] {
		p.signIn(who)
	}
	return p
}

// signIn makes an account with the role and a session for it.
func (p *portal) signIn(who string) {
	p.t.Helper()
	var roles []account.Role
	if who != "member" {
		roles = []account.Role{account.Role(who)}
	}
	a := accounttest.New(p.t, p.db, roles...)
	w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)
	if err := p.site.Sessions.SignIn(w, r, int64(a.ID), a.Staff()); err != nil {
		p.t.Fatal(err)
	}
	p.accounts[who], p.cookies[who] = a, w.Result().Cookies()[0]
}

// as sends a request: form nil for GET.
func (p *portal) as(who, path string, form url.Values) *httptest.ResponseRecorder {
	p.t.Helper()
	method, body := "GET", io.Reader(nil)
	if form != nil {
		method, body = "POST", strings.NewReader(form.Encode())
	}
	r := httptest.NewRequest(method, path, body)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if c := p.cookies[who]; c != nil {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// live leads an act through deeds, each written as it would be.
func (p *portal) live(id act.ID, deeds func(*act.Act) []error) act.Act {
	p.t.Helper()
	var a act.Act
	tx, err := p.db.Begin(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	a, err = p.site.Acts.ChangeTx(p.t.Context(), tx, id, 0, func(a *act.Act) error {
		for _, err := range deeds(a) {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = tx.Commit(p.t.Context())
	}
	if err != nil {
		p.t.Fatal(err)
	}
	if !p.many {
		p.look()
	}
	return a
}

// look has the site notice what is new.
func (p *portal) look() {
	p.t.Helper()
	if err := p.site.Watcher.Look(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
}

// atOnce has the site look once at all that is published meanwhile.
func (p *portal) atOnce(publish func()) {
	p.t.Helper()
	p.many = true
	publish()
	p.many = false
	p.look()
}
