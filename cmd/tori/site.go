package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/owndata"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/version"
	"tekojentori.fi/tori/web"
)

// site is the portal's pages.
func (p *portal) site() http.Handler {
	return web.Site{
		BaseURL: p.config.BaseURL, Build: build(), Dev: !p.config.Production(), Accounts: p.accounts, Sessions: p.sessions, SignOns: p.signOns, Passkeys: p.passkeys,
		Mails: p.mails, Terms: p.terms, Organizations: p.organizations, Members: p.members, Boundaries: p.boundaries, Acts: p.acts, People: p.people, Openings: p.openings, Partners: p.partners, Consents: p.consents, Attachments: p.attachments, Moderation: p.moderation, Links: p.links,
		Feedback: p.feedback, Adoptions: p.adoptions, Campaigns: p.campaigns, Juries: p.juries, Follows: p.follows, OwnData: p.ownData(), Redirects: p.redirects, Readings: p.readings, Curation: p.curation, Reports: p.reports, Stats: p.stats, Transfer: p.transfer(), Errands: p.errands, AuditLog: audit.New(p.db, p.accounts), Index: p.index, Watcher: p.watcher,
		Demand: p.config.DemandsSecondFactor(), Metrics: web.NewMetrics(p.registry), Security: p.config.SecurityContact,
		Proxies: p.config.TrustedProxies, Ready: p.ready, Now: time.Now,
	}.Handler()
}

func (p *portal) ownData() *owndata.Service {
	return owndata.New(p.db, owndata.Parts{
		Accounts: p.accounts, Mails: p.mails, Acts: p.acts, People: p.people, Attachments: p.attachments, Moderation: p.moderation, Adoptions: p.adoptions, Juries: p.juries,
		Feedback: p.feedback, Redirects: p.redirects, Reports: p.reports, Errands: p.errands, Follows: p.follows, Organizations: p.organizations, Members: p.members, Openings: p.openings, Partners: p.partners,
	}, time.Now)
}

// followed is the acts of a list that somebody follows, as its page shows them.
func (p *portal) followed(ctx context.Context, query string) (follow.List, error) {
	return web.Site{Acts: p.acts, Organizations: p.organizations, Terms: p.terms, Stats: p.stats, Index: p.index, Curation: p.curation}.Saved(ctx, query)
}

// counted is what a kept table counts now, as its page shows it.
func (p *portal) counted(ctx context.Context, query string) (report.Counted, error) {
	return web.Site{Stats: p.stats, Now: time.Now}.Counted(ctx, query)
}

// seen is the version that the lists and the search know, brought up to now.
func (p *portal) seen(ctx context.Context) (int64, error) {
	err := p.watcher.Look(ctx)
	v, _ := p.watcher.Version()
	return v, err
}

// ready is nil when the portal can serve: while its pages are copies it is not
// ready, though the database has just answered again.
func (p *portal) ready(ctx context.Context) error {
	if p.leaving.Load() {
		return errors.New("on its way out")
	}
	if _, err := version.Now(ctx, p.db); err != nil {
		return err
	}
	if _, up := p.watcher.Version(); !up {
		return errors.New("pages are still copies")
	}
	return nil
}
