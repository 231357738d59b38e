package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/act/reminder"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/boundary"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/config"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/embedpg"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
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
	"tekojentori.fi/tori/migrations"
)

// A portal is the database and every service on it.
type portal struct {
	config        config.Config
	private       *embedpg.Server // nil: DATABASE_URL is used
	url           string
	db            *postgres.DB
	jobs          *job.Jobs
	mails         *mail.Outbox
	accounts      *account.Service
	sessions      *session.Store
	signOns       *sso.Service
	passkeys      *passkey.Service
	leaving       atomic.Bool // SIGTERM has come
	terms         *taxonomy.Service
	organizations *organization.Service
	boundaries    *boundary.Service
	acts          *act.Service
	people        *people.Service
	consents      *consent.Service
	reminders     *reminder.Service
	attachments   *attachment.Service
	feedback      *feedback.Service
	moderation    *moderation.Service
	links         *link.Service
	adoptions     *adoption.Service
	members       *membership.Service
	openings      *opening.Service
	partners      *partner.Service
	campaigns     *campaign.Service
	juries        *jury.Service
	follows       *follow.Service
	readings      *reading.Service
	errands       *errand.Service
	reports       *report.Service
	redirects     *redirect.Service
	curation      *curation.Service
	content       *content.Service
	stats         *stats.Service
	index         *search.Index
	watcher       *version.Watcher
	registry      *prometheus.Registry // of the metrics
}

// openPortal opens the database, migrates and makes the services. Acts are not
// counted yet: who counts has the watcher look.
func openPortal(ctx context.Context, options ...postgres.Option) (*portal, error) {
	p, err := openDatabase(ctx, options...)
	if err != nil {
		return nil, err
	}
	if err := p.open(ctx); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// openDatabase reads the configuration, starts the private PostgreSQL if there
// is no other, and opens the database as it is.
func openDatabase(ctx context.Context, options ...postgres.Option) (*portal, error) {
	c, err := config.Read()
	if err != nil {
		return nil, err
	}
	level, err := c.Level()
	if err != nil {
		return nil, err
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})))
	p := &portal{config: c, url: c.DatabaseURL, registry: prometheus.NewRegistry()}
	if p.url == "" {
		if p.private, err = embedpg.Start(ctx, embedpg.Options{Dir: filepath.Join(c.DataDir, "postgres"), Log: slog.Default()}); err != nil {
			return nil, err
		}
		p.url = p.private.URL()
	}
	if p.db, err = postgres.Open(ctx, p.url, options...); err == nil {
		err = postgres.Check(ctx, p.db)
	}
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

func (p *portal) open(ctx context.Context) error {
	for _, migrate := range []func() error{
		func() error { return postgres.Migrate(ctx, p.url, migrations.FS) },
		func() error { return job.Migrate(ctx, p.url) },
	} {
		if err := migrate(); err != nil {
			return err
		}
	}
	blobs, err := blob.Open(ctx, p.config.BlobURL, filepath.Join(p.config.DataDir, "files"))
	if err != nil {
		return err
	}
	if err := p.services(blobs); err != nil {
		return err
	}
	for _, load := range []func(context.Context) error{p.terms.Load, p.organizations.Load, p.campaigns.Load, p.workshops().Load} {
		if err := load(ctx); err != nil {
			return err
		}
	}
	return p.refreshNames(ctx)
}

// refresh reads again what is kept in memory.
func (p *portal) refresh(ctx context.Context) error {
	if err := p.refreshNames(ctx); err != nil {
		return err
	}
	if err := p.stats.Refresh(ctx); err != nil {
		return err
	}
	return p.curation.Refresh(ctx) // last, for at the start it waits for the synonyms
}

// refreshNames reads again what acts are named and sorted by: it is small,
// however many acts there are.
func (p *portal) refreshNames(ctx context.Context) error {
	for _, read := range []func(context.Context) error{p.terms.Refresh, p.organizations.Refresh, p.boundaries.Refresh, p.campaigns.Refresh} {
		if err := read(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (p *portal) transfer() *transfer.Service {
	return &transfer.Service{
		DB: p.db, Acts: p.acts, Organizations: p.organizations, Terms: p.terms,
		Campaigns: p.campaigns, Content: p.content, Now: time.Now,
	}
}

func (p *portal) close() {
	if p.db != nil {
		p.db.Close()
	}
	if p.private != nil {
		p.private.Stop()
	}
}
