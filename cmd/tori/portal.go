package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/sso"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/act/reminder"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/audit"
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
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
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
	campaigns     *campaign.Service
	juries        *jury.Service
	follows       *follow.Service
	redirects     *redirect.Service
	curation      *curation.Service
	content       *content.Service
	stats         *stats.Service
	index         *search.Index
	watcher       *version.Watcher
	registry      *prometheus.Registry // of the metrics
}

// openPortal opens the database, migrates and makes the services.
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
	for _, load := range []func(context.Context) error{p.terms.Load, p.organizations.Load, p.campaigns.Load} {
		if err := load(ctx); err != nil {
			return err
		}
	}
	return p.watcher.Look(ctx)
}

// services makes the services on the database.
func (p *portal) services(blobs *blob.Store) (err error) {
	if p.jobs, err = job.New(p.db, time.Now); err != nil {
		return err
	}
	p.mails, err = mail.New(p.db, p.jobs, mail.Options{
		BaseURL: p.config.BaseURL, From: p.config.MailFrom, SMTPURL: p.config.SMTPURL, Now: time.Now,
	})
	if err != nil {
		return err
	}
	keys, err := session.Keys(p.config.SessionKeys, p.config.DataDir)
	if err != nil {
		return err
	}
	p.accounts = account.New(p.db, p.mails, time.Now).Recording(audit.Record).Sealing(session.NewSealer(keys, "second factors"))
	p.signOns = sso.New(p.db, sso.Parts{Accounts: p.accounts, Sealer: session.NewSealer(keys, "single sign-on"), Record: audit.Record, BaseURL: p.config.BaseURL}, time.Now)
	p.sessions = session.New(p.db, keys, strings.HasPrefix(p.config.BaseURL, "https://"), time.Now)
	p.terms, p.organizations = taxonomy.New(p.db), organization.New(p.db)
	p.redirects = redirect.New(p.db, time.Now)
	p.boundaries = boundary.New(p.db, p.organizations)
	p.index = search.New(p.db, p.lexicon(), time.Now)
	p.curation = curation.New(p.db, p.index, time.Now)
	p.acts = act.New(p.db, act.Parts{Accounts: p.accounts, Mails: p.mails, Index: p.index, Organizations: p.organizations}, time.Now)
	p.people = people.New(p.db, people.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.consents = consent.New(p.db, consent.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.reminders = reminder.New(p.db, reminder.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails}, time.Now)
	p.attachments = attachment.New(p.db, attachment.Parts{Acts: p.acts, Blobs: blobs, Jobs: p.jobs, Clamd: p.config.ClamdAddr}, time.Now)
	p.content, p.stats = content.New(p.db), stats.New(p.db, p.terms)
	p.campaigns = campaign.New(p.db, campaign.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, Stats: p.stats}, time.Now)
	p.juries = jury.New(p.db, jury.Parts{Campaigns: p.campaigns, Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, Stats: p.stats}, time.Now)
	p.links = link.New(p.db, link.Careful(), time.Now)
	p.moderation = moderation.New(p.db, p.acts, time.Now)
	p.adoptions = adoption.New(p.db, adoption.Parts{Acts: p.acts, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations}, time.Now)
	p.follows = follow.New(p.db, follow.Parts{
		Acts: p.acts, Adoptions: p.adoptions, Accounts: p.accounts, Mails: p.mails, Organizations: p.organizations, List: p.followed, Seen: p.seen,
	}, time.Now)
	p.feedback = feedback.New(p.db, p.accounts, p.mails, time.Now)
	p.watcher = version.NewWatcher(p.db)
	p.watcher.OnChange(func(ctx context.Context, _ int64) error { return p.refresh(ctx) })
	p.periodic()
	return nil
}

// lexicon is the Finnish dictionary; nil where it is not installed: search
// works without it, less well.
func (p *portal) lexicon() *fi.Lexicon {
	l, err := fi.Open(p.config.FinnishLexicon)
	if err != nil {
		slog.Warn("no Finnish dictionary: search finds less; install voikko-fi or set FI_LEXICON", "error", err)
		return nil
	}
	return l
}

// periodic is the work that is done every so often.
func (p *portal) periodic() {
	p.jobs.Every(time.Minute, "publish acts whose hour has come", func(ctx context.Context) error {
		_, err := p.acts.PublishDue(ctx)
		return err
	})
	p.jobs.Every(time.Minute, "let out the awards whose gala has begun", func(ctx context.Context) error {
		_, err := p.campaigns.Release(ctx)
		return err
	})
	p.jobs.Every(time.Minute, "tell what is new to those who follow it", p.follows.Send)
	p.jobs.Every(time.Hour, "remind the authors", p.reminders.Send)
	p.jobs.Every(time.Hour, "remind the moderators", p.moderation.Remind)
	p.jobs.Every(time.Hour, "ask the contacts of last year", p.consents.Remind)
	p.jobs.Every(24*time.Hour, "sweep attachments", p.attachments.Sweep)
	if p.config.Production() { // a demo or a test asks nobody outside
		p.jobs.Every(10*time.Minute, "ask the links of acts", p.links.Check)
	}
	p.jobs.Every(5*time.Minute, "bring the index up to date", p.reindexStale)
	for name, sweep := range map[string]func(context.Context) error{
		"sweep sessions": p.sessions.Sweep, "sweep accounts": p.accounts.Sweep, "sweep sign-ons": p.signOns.Sweep, "sweep mails": p.mails.Sweep, "sweep feedback": p.feedback.Sweep, "sweep invitations": p.people.Sweep, "sweep what has been followed": p.follows.Sweep,
		"sweep missed addresses": p.redirects.Sweep, "sweep queries": p.curation.Sweep, "key old addresses": p.acts.KeyAddresses,
	} {
		p.jobs.Every(time.Hour, name, sweep)
	}
}

// refresh reads again what is kept in memory.
func (p *portal) refresh(ctx context.Context) error {
	for _, read := range []func(context.Context) error{p.terms.Refresh, p.organizations.Refresh, p.boundaries.Refresh, p.curation.Refresh, p.campaigns.Refresh, p.stats.Refresh} {
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
