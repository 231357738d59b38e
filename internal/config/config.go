// Package config reads the environment into one struct. A bad value is named.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/caarlos0/env/v11"
)

// Config is every setting of the portal. The tags are the names of the
// variables; the README and tori serve --help print them from here.
type Config struct {
	Addr            string   `env:"ADDR" envDefault:"127.0.0.1:8080" help:"address to listen on"`
	BaseURL         string   `env:"BASE_URL" help:"address that people use, as https://tekojentori.fi; made of ADDR if empty"`
	DatabaseURL     string   `env:"DATABASE_URL" help:"PostgreSQL to use; a private one is started if empty"`
	DatabaseReadURL string   `env:"DATABASE_READ_URL" help:"kept for a standby; today everything is read from DATABASE_URL"`
	DataDir         string   `env:"DATA_DIR" help:"folder of the private database, files and keys; ./data if empty"`
	PrivateDatabase bool     `env:"PRIVATE_DATABASE" help:"allow the private PostgreSQL in production too"`
	SMTPURL         string   `env:"SMTP_URL" help:"mail server, as smtp://user:password@host:587; mails are only shown under /dev/posti if empty"`
	MailFrom        string   `env:"MAIL_FROM" envDefault:"Tekojen tori <tori@example.fi>" help:"sender of the mails"`
	BlobURL         string   `env:"BLOB_URL" help:"where attachments are kept: file:///folder or s3://key:secret@host/bucket?region=…&insecure=1; DATA_DIR/files if empty"`
	ClamdAddr       string   `env:"CLAMD_ADDR" help:"virus scanner, as 127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; attachments wait until it has passed them; none if empty"`
	SecurityContact string   `env:"SECURITY_CONTACT" envDefault:"mailto:tietoturva@example.fi" help:"whom to tell of a weakness: mailto: or https:"`
	MetricsAddr     string   `env:"METRICS_ADDR" help:"address of the metrics for Prometheus; none if empty"`
	TrustedProxies  []string `env:"TRUSTED_PROXIES" help:"networks whose X-Forwarded-For is believed, as 10.0.0.0/8,192.0.2.1/32"`
	SessionKeys     []string `env:"SESSION_KEYS" help:"one or two secrets of 64 hexadecimal digits, the new one first; made and kept in DATA_DIR if empty"`
	SecondFactor    string   `env:"SECOND_FACTOR" help:"required of moderators, the programme team and administrators, or optional; required in production and optional in development if empty"`
	LinkCheck       string   `env:"LINK_CHECK" help:"on or off: whether the links of acts are asked if they still answer; on in production and off in development if empty"`
	LinkCheckAlso   []string `env:"LINK_CHECK_ALSO" help:"addresses that are asked though they are not public, as 127.0.0.1:8090; refused in production; none if empty"`
	LogLevel        string   `env:"LOG_LEVEL" envDefault:"info" help:"debug, info, warn or error"`
	Environment     string   `env:"TORI_ENV" envDefault:"development" help:"development or production"`
	DemoPassword    string   `env:"DEMO_PASSWORD" envDefault:"tori-demo-2026" help:"password of the demo people, in development"`
	FinnishLexicon  string   `env:"FI_LEXICON" envDefault:"/usr/lib/voikko/5/mor-standard/mor.vfst" help:"dictionary of Voikko; search works without it, less well"`
	SearchMemory    int      `env:"SEARCH_MEMORY" envDefault:"0" help:"megabytes that the copy of the search index may take, some 1.3 for 1,000 acts; when it takes more, the database is asked, which is slower; a quarter of the memory of the machine, or of what the portal may use of it, if 0"`
}

// Production reports whether the portal serves real people.
func (c Config) Production() bool { return c.Environment == "production" }

// DemandsSecondFactor reports whether those with much power must have one.
func (c Config) DemandsSecondFactor() bool {
	return c.SecondFactor == "required" || c.SecondFactor == "" && c.Production()
}

// ChecksLinks reports whether the portal asks the links of acts: a demo or a
// test asks nobody outside, unless it is told to.
func (c Config) ChecksLinks() bool {
	return c.LinkCheck == "on" || c.LinkCheck == "" && c.Production()
}

// InsideLinks is which addresses are asked though they are not public. A
// portal that serves real people has none: whoever writes a link must not make
// it look into its own network.
func (c Config) InsideLinks() []netip.AddrPort {
	var some []netip.AddrPort
	for _, a := range c.LinkCheckAlso {
		if p, err := netip.ParseAddrPort(a); err == nil && !c.Production() {
			some = append(some, p)
		}
	}
	return some
}

// Read is the configuration from the environment, checked.
func Read() (Config, error) {
	c, err := env.ParseAs[Config]()
	if err != nil {
		return c, fmt.Errorf("configuration: %w", err)
	}
	if c.DataDir == "" {
		c.DataDir = "data"
	}
	if c.DataDir, err = filepath.Abs(c.DataDir); err != nil {
		return c, fmt.Errorf("configuration: DATA_DIR: %w", err)
	}
	if c.BaseURL == "" {
		c.BaseURL = "http://" + c.Addr
	}
	c.BaseURL = strings.TrimSuffix(c.BaseURL, "/")
	return c, c.check()
}

// check is every setting that is not right, each by its name.
func (c Config) check() error {
	var wrong []error
	bad := func(name, value, want string) {
		wrong = append(wrong, fmt.Errorf("configuration: %s is %q: it must be %s", name, value, want))
	}
	if u, err := url.Parse(c.BaseURL); err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		bad("BASE_URL", c.BaseURL, "an address like https://tekojentori.fi")
	}
	if !strings.HasPrefix(c.SecurityContact, "mailto:") && !strings.HasPrefix(c.SecurityContact, "https://") {
		bad("SECURITY_CONTACT", c.SecurityContact, "an address like mailto:tietoturva@kunta.fi or https://…")
	}
	if c.Environment != "development" && c.Environment != "production" {
		bad("TORI_ENV", c.Environment, "development or production")
	}
	if c.Production() && c.DatabaseURL == "" && !c.PrivateDatabase {
		bad("DATABASE_URL", "", "set in production, or PRIVATE_DATABASE=true for a small single server")
	}
	if c.SecondFactor != "" && c.SecondFactor != "required" && c.SecondFactor != "optional" {
		bad("SECOND_FACTOR", c.SecondFactor, "required or optional")
	}
	if c.LinkCheck != "" && c.LinkCheck != "on" && c.LinkCheck != "off" {
		bad("LINK_CHECK", c.LinkCheck, "on or off")
	}
	for _, a := range c.LinkCheckAlso {
		if _, err := netip.ParseAddrPort(a); err != nil || c.Production() {
			bad("LINK_CHECK_ALSO", a, "addresses like 127.0.0.1:8090, and none in production")
		}
	}
	if _, err := c.Level(); err != nil {
		bad("LOG_LEVEL", c.LogLevel, "debug, info, warn or error")
	}
	for _, p := range c.TrustedProxies {
		if _, err := netip.ParsePrefix(p); err != nil {
			bad("TRUSTED_PROXIES", p, "networks like 10.0.0.0/8")
		}
	}
	for _, k := range c.SessionKeys {
		if len(k) != 64 || strings.Trim(strings.ToLower(k), "0123456789abcdef") != "" {
			bad("SESSION_KEYS", "…", "one or two secrets of 64 hexadecimal digits")
		}
	}
	if _, err := os.Stat(c.DataDir); err != nil && !os.IsNotExist(err) {
		bad("DATA_DIR", c.DataDir, "a folder that can be read")
	}
	return errors.Join(wrong...)
}

// Level is how much is logged.
func (c Config) Level() (slog.Level, error) {
	var l slog.Level
	err := l.UnmarshalText([]byte(c.LogLevel))
	return l, err
}
