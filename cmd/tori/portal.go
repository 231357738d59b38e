package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/config"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/embedpg"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
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
	terms         *taxonomy.Service
	organizations *organization.Service
	acts          *act.Service
	moderation    *moderation.Service
	campaigns     *campaign.Service
	content       *content.Service
	stats         *stats.Service
	watcher       *version.Watcher
}

// openPortal reads the configuration, starts the private PostgreSQL if there
// is no other, migrates and makes the services.
func openPortal(ctx context.Context, options ...postgres.Option) (*portal, error) {
	c, err := config.Read()
	if err != nil {
		return nil, err
	}
	level, err := c.Level()
	if err != nil {
		return nil, err
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})))
	p := &portal{config: c, url: c.DatabaseURL}
	if p.url == "" {
		if p.private, err = embedpg.Start(ctx, embedpg.Options{Dir: filepath.Join(c.DataDir, "postgres"), Log: slog.Default()}); err != nil {
			return nil, err
		}
		p.url = p.private.URL()
	}
	if err := p.open(ctx, options); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

func (p *portal) open(ctx context.Context, options []postgres.Option) error {
	if err := postgres.Migrate(ctx, p.url, migrations.FS); err != nil {
		return err
	}
	db, err := postgres.Open(ctx, p.url, options...)
	if err != nil {
		return err
	}
	p.db = db
	p.terms, p.organizations, p.campaigns = taxonomy.New(db), organization.New(db), campaign.New(db)
	p.acts, p.content, p.stats = act.New(db, time.Now), content.New(db), stats.New(db, p.terms)
	p.moderation = moderation.New(db, p.acts, time.Now)
	p.watcher = version.NewWatcher(db)
	p.watcher.OnChange(func(ctx context.Context, _ int64) error { return p.refresh(ctx) })
	for _, load := range []func(context.Context) error{p.terms.Load, p.organizations.Load, p.campaigns.Load} {
		if err := load(ctx); err != nil {
			return err
		}
	}
	return p.watcher.Look(ctx)
}

// refresh reads again what is kept in memory.
func (p *portal) refresh(ctx context.Context) error {
	for _, read := range []func(context.Context) error{p.terms.Refresh, p.organizations.Refresh, p.campaigns.Refresh, p.stats.Refresh} {
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
