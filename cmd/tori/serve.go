package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/demo"
	"tekojentori.fi/tori/internal/embedpg"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web"
)

func serveCommand() *cobra.Command {
	var withDemo bool
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "Serve the portal",
		Example: "  tori serve\n  tori serve --demo\n  ADDR=0.0.0.0:80 DATABASE_URL=postgres://… tori serve",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return serve(cmd.Context(), withDemo) },
	}
	cmd.Flags().BoolVar(&withDemo, "demo", false, "fill an empty database with demo data, in development")
	cmd.Long = "Serve the portal. Settings come from the environment:\n\n" + settings()
	return cmd
}

// The server cuts off who is slow, so that slow readers hold nobody up.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 20 * time.Second
	writeTimeout  = 60 * time.Second // exports are streamed
	idleTimeout   = time.Minute
	drainTimeout  = 20 * time.Second
)

func serve(ctx context.Context, withDemo bool) error {
	tidy()
	p, err := openPortal(ctx, postgres.StatementTimeout(5*time.Second))
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.prepare(ctx, withDemo); err != nil {
		return err
	}
	listener, err := listen(p.config.Addr)
	if err != nil {
		return err
	}
	metrics, err := p.listenMetrics()
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: p.parting(p.site()), ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: 64 << 10, ConnContext: web.Connected, ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelDebug),
	}
	background, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	p.watcher.OnChange(func(ctx context.Context, _ int64) error { return p.index.Refresh(ctx) })
	go p.warm(background)
	go keepTidy(background)
	go p.watcher.Run(background)
	go p.writeDown(background)
	p.jobs.Named(claimName(p.config.DataDir, p.config.Addr))
	if err := p.jobs.Start(background); err != nil {
		return err
	}
	failed := make(chan error, 2)
	go func() { failed <- server.Serve(listener) }()
	if metrics != nil {
		go func() { failed <- fmt.Errorf("metrics: %w", p.serveMetrics(metrics)) }()
	}
	p.announce(withDemo)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return p.drain(server, errors.Is(context.Cause(ctx), errTerminated))
}

// prepare reads what the first request needs.
func (p *portal) prepare(ctx context.Context, withDemo bool) error {
	prepared := make(chan error, 1)
	go func() { prepared <- p.index.Prepare(ctx) }() // the synonyms, which take a second
	if withDemo && !p.config.Production() {
		if err := loadDemo(ctx, p); err != nil {
			return err
		}
	}
	return errors.Join(p.watcher.Look(ctx), <-prepared)
}

// warm copies the search index into memory; until it is there, searches ask
// the database.
func (p *portal) warm(ctx context.Context) {
	if err := p.index.Refresh(ctx); err != nil && ctx.Err() == nil {
		slog.WarnContext(ctx, "the search index is not in memory yet", "error", err)
	}
}

// listen opens the address, or says what to do when it is taken.
func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("%w; choose another address with ADDR", err)
	}
	return bounded(l, maxConnections), nil
}

// noticeTime is how long readiness is red before the doors close, so that a
// balancer has seen it.
const noticeTime = 2 * time.Second

// drain lets the open requests finish: readiness goes red first, so that a
// balancer sends nobody here any more. Who stops it at the terminal does not
// wait for a balancer.
func (p *portal) drain(server *http.Server, notice bool) error {
	p.leaving.Store(true)
	if notice {
		slog.Info("on the way out: not ready any more, finishing what is open")
		time.Sleep(noticeTime)
	}
	ctx, cancel := context.WithTimeout(context.Background(), drainTimeout)
	defer cancel()
	err := server.Shutdown(ctx)
	p.flush(ctx)
	return errors.Join(err, p.jobs.Stop(ctx))
}

// parting asks clients to use no connection again once we are on the way out,
// so that none of them meets a closed one.
func (p *portal) parting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.leaving.Load() {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// announce tells the person at the terminal where to go.
func (p *portal) announce(withDemo bool) {
	out := func(format string, args ...any) { fmt.Fprintf(os.Stdout, format+"\n", args...) }
	out("")
	out("Tekojen tori   %s", p.config.BaseURL)
	if p.private != nil {
		out("Data           %s (private PostgreSQL %s)", p.config.DataDir, describe(p.private))
	}
	if p.config.SMTPURL == "" && !p.config.Production() {
		out("Mails          %s/dev/posti", p.config.BaseURL)
	}
	if withDemo && !p.config.Production() {
		out("Sign in        %s/kirjaudu with the password %s as", p.config.BaseURL, p.config.DemoPassword)
		for _, person := range demo.People() {
			role := "member"
			if len(person.Roles) > 0 {
				role = string(person.Roles[0])
			}
			out("               %-26s %s", person.Email, role)
		}
	}
	out("")
}

func describe(s *embedpg.Server) string { return "in " + s.Dir() }

func demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "demo",
		Short:   "Fill an empty database with demo data, in development",
		Example: "  tori demo",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			return loadDemo(cmd.Context(), p)
		},
	}
}

func loadDemo(ctx context.Context, p *portal) error {
	if p.config.Production() {
		return errors.New("demo data is for development: TORI_ENV is production")
	}
	loaded, err := (&demo.Service{
		DB: p.db, Accounts: p.accounts, Acts: p.acts, Attachments: p.attachments, Organizations: p.organizations, Members: p.members, Adoptions: p.adoptions, Follows: p.follows, Campaigns: p.campaigns, Juries: p.juries,
		Coachings: p.coachings(), Workshops: p.workshops(),
		Transfer: p.transfer(), Moderation: p.moderation, Readings: p.readings, Curation: p.curation, Redirects: p.redirects, Index: p.index, Now: time.Now, Refresh: p.watcher.Look,
	}).Load(ctx, p.config.DemoPassword)
	if err == nil && loaded {
		slog.InfoContext(ctx, "demo data loaded", "acts", p.stats.Catalogue().Len())
	}
	return err
}
