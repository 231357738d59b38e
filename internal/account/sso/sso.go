// Package sso signs people in at the OpenID provider of their own
// organisation, such as Entra ID or Keycloak. A provider vouches for addresses
// of its organisation's own domains, and for nothing else: roles never come
// out of a token.
//
//	begin ─ state, nonce, PKCE, a cookie ─▶ provider ─ code, state ─▶ finish
package sso

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
)

// A Connection is the provider of one organisation.
type Connection struct {
	OrganizationID int64
	Issuer         string
	ClientID       string
	Domains        []string
	Enabled        bool
	Version        int
}

// Setup is what an administrator tells of a Connection.
type Setup struct {
	Connection
	Secret string // "": the one that is kept
}

// Parts is what the Service works with.
type Parts struct {
	Accounts *account.Service
	Sealer   *session.Sealer // of the secrets of the clients
	Record   account.Recorder
	BaseURL  string
}

// Service keeps the connections and leads people through them.
type Service struct {
	Parts
	db     *postgres.DB
	client *http.Client
	now    func() time.Time
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, client: newClient(), now: now}
}

// Callback is the address that a provider sends people back to. Each has its
// own, so that the answer of one is never taken for that of another.
func (s *Service) Callback(organization int64) string {
	return fmt.Sprintf("%s/kirjaudu/organisaatio/%d/paluu", s.BaseURL, organization)
}

// All is every connection, for an administrator.
func (s *Service) All(ctx context.Context, by account.Account) ([]Connection, error) {
	if !by.Administers() {
		return nil, fmt.Errorf("list connections: %w", fault.Forbidden)
	}
	return repository{s.db}.all(ctx)
}

// For is the connection that vouches for an address, if there is one in use.
func (s *Service) For(ctx context.Context, email string) (Connection, bool, error) {
	c, err := repository{s.db}.byDomain(ctx, domainOf(email))
	if errors.Is(err, fault.NotFound) {
		return Connection{}, false, nil
	}
	return c, err == nil, err
}

// Save makes or changes the connection of an organisation, once its provider
// has answered.
func (s *Service) Save(ctx context.Context, by account.Account, v Setup) error {
	if !by.Administers() {
		return fmt.Errorf("save connection: %w", fault.Forbidden)
	}
	v = v.tidy()
	if err := s.check(v); err != nil {
		return err
	}
	if _, err := s.discover(ctx, v.Issuer); err != nil {
		return validate.Problems{{Field: "issuer", Rule: validate.NoAnswer}}
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r := repository{tx}
		if err := r.save(ctx, v.Connection, s.sealed(v)); err != nil {
			return err
		}
		taken, err := r.setDomains(ctx, v.OrganizationID, v.Domains)
		if err == nil && taken {
			err = validate.Problems{{Field: "domains", Rule: validate.TakenDomain}}
		}
		if err != nil {
			return err
		}
		return s.Record(ctx, tx, by, "sign-on saved", name(v.OrganizationID), v.Issuer+" "+strings.Join(v.Domains, " "))
	})
}

// Remove takes away the connection of an organisation. Its people sign in as
// before they had it.
func (s *Service) Remove(ctx context.Context, by account.Account, organization int64) error {
	if !by.Administers() {
		return fmt.Errorf("remove connection: %w", fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := (repository{tx}).remove(ctx, organization); err != nil {
			return err
		}
		return s.Record(ctx, tx, by, "sign-on removed", name(organization), "")
	})
}

// Sweep forgets who never came back.
func (s *Service) Sweep(ctx context.Context) error { return repository{s.db}.sweep(ctx, s.now()) }

func name(organization int64) string { return fmt.Sprintf("organization %d", organization) }

func (v Setup) tidy() Setup {
	v.Issuer, v.ClientID, v.Secret = strings.TrimSpace(v.Issuer), strings.TrimSpace(v.ClientID), strings.TrimSpace(v.Secret)
	for i, d := range v.Domains {
		v.Domains[i] = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(d), "@"))
	}
	slices.Sort(v.Domains)
	v.Domains = slices.DeleteFunc(slices.Compact(v.Domains), func(d string) bool { return d == "" })
	return v
}

var isDomain = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$`)

func (s *Service) check(v Setup) error {
	var p validate.Problems
	if v.OrganizationID == 0 {
		p.Add("organization", validate.Required, 0)
	}
	p.Text("issuer", v.Issuer, limit.Link)
	if p.Only("issuer").Err() == nil && !s.speaks(v.Issuer) {
		p.Add("issuer", validate.Web, 0)
	}
	p.Text("client_id", v.ClientID, limit.Link)
	if v.Version == 0 {
		p.Text("client_secret", v.Secret, limit.Link)
	}
	p.Length("client_secret", v.Secret, limit.Link)
	switch {
	case len(v.Domains) == 0:
		p.Add("domains", validate.Required, 0)
	case len(v.Domains) > limit.Domains:
		p.Add("domains", validate.TooMany, limit.Domains)
	case slices.ContainsFunc(v.Domains, func(d string) bool { return !isDomain.MatchString(d) || len(d) > limit.Email }):
		p.Add("domains", validate.Domain, 0)
	}
	return p.Err()
}

// speaks reports whether an issuer is one to talk with: over https, or where
// the portal itself goes without.
func (s *Service) speaks(issuer string) bool {
	u, err := url.Parse(issuer)
	secure := err == nil && (u.Scheme == "https" || u.Scheme == "http" && strings.HasPrefix(s.BaseURL, "http://"))
	return secure && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == ""
}

// sealed is the secret as it is stored; nil keeps the old one.
func (s *Service) sealed(v Setup) []byte {
	if v.Secret == "" {
		return nil
	}
	return s.Sealer.Seal([]byte(v.Secret), name(v.OrganizationID))
}

// domainOf is what follows the @ of an address.
func domainOf(email string) string {
	_, domain, _ := strings.Cut(strings.ToLower(strings.TrimSpace(email)), "@")
	return domain
}
