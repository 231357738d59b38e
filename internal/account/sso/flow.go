package sso

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/jackc/pgx/v5"
	"golang.org/x/oauth2"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/secret"
)

// What may go wrong on the way, as people are told.
var (
	Stale   = errors.New("the attempt is over, or another browser’s")
	Denied  = errors.New("the provider let nobody in")
	Away    = errors.New("the provider does not answer as it should")
	Address = errors.New("no verified address of the organisation’s own")
	Closed  = errors.New("the account is closed")
)

const (
	attemptLife = 10 * time.Minute
	patience    = 4 * time.Second // with each answer of a provider
	maxAnswer   = 1 << 20         // bytes
	maxNext     = 2000            // bytes
)

// A Start is where to send a browser, and what it has to keep meanwhile.
type Start struct{ URL, Browser string }

// An Answer is what a browser brings back.
type Answer struct {
	Code, State string
	Issuer      string // "": the provider does not tell
	Trouble     string // why there is no code
	Browser     string // what it has kept
}

// newClient talks with providers: not for long, not much, and only where it
// was told.
func newClient() *http.Client {
	return &http.Client{
		Timeout: patience, Transport: short{http.DefaultTransport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// short reads no endless answers.
type short struct{ http.RoundTripper }

func (t short) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := t.RoundTripper.RoundTrip(r)
	if err == nil {
		answer.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(answer.Body, maxAnswer), answer.Body}
	}
	return answer, err
}

func (s *Service) discover(ctx context.Context, issuer string) (*oidc.Provider, error) {
	p, err := oidc.NewProvider(oidc.ClientContext(ctx, s.client), issuer)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", Away, err)
	}
	return p, nil
}

// config is how to talk with the provider of a connection.
func (s *Service) config(ctx context.Context, c Connection, p *oidc.Provider) (*oauth2.Config, error) {
	sealed, err := repository{s.db}.secret(ctx, c.OrganizationID)
	if err != nil {
		return nil, err
	}
	open, _, err := s.Sealer.Open(sealed, name(c.OrganizationID))
	if err != nil {
		return nil, wrap("open secret of", err)
	}
	return &oauth2.Config{
		ClientID: c.ClientID, ClientSecret: string(open), Endpoint: p.Endpoint(), RedirectURL: s.Callback(c.OrganizationID),
		Scopes: []string{oidc.ScopeOpenID, "email", "profile"},
	}, nil
}

// Begin sends somebody to the provider of an organisation. One without a
// connection in use is a fault.NotFound.
func (s *Service) Begin(ctx context.Context, organization int64, next string) (Start, error) {
	c, err := repository{s.db}.find(ctx, organization)
	if err != nil {
		return Start{}, err
	}
	p, err := s.discover(ctx, c.Issuer)
	if err != nil {
		return Start{}, err
	}
	config, err := s.config(ctx, c, p)
	if err != nil {
		return Start{}, err
	}
	if len(next) > maxNext {
		next = ""
	}
	state, browser := secret.New(), secret.New()
	a := attempt{organization, secret.New(), oauth2.GenerateVerifier(), next}
	url := config.AuthCodeURL(state, oidc.Nonce(a.Nonce), oauth2.S256ChallengeOption(a.Verifier))
	return Start{url, browser}, repository{s.db}.begin(ctx, state, browser, a, s.now())
}

// Finish is who has come back, and where they go on to.
func (s *Service) Finish(ctx context.Context, organization int64, answer Answer) (account.Account, string, error) {
	a, err := repository{s.db}.take(ctx, answer.State, answer.Browser, organization, s.now())
	if errors.Is(err, fault.NotFound) {
		err = Stale
	}
	if err != nil {
		return account.Account{}, "", err
	}
	c, err := repository{s.db}.find(ctx, organization)
	if err != nil {
		return account.Account{}, "", err
	}
	switch {
	case answer.Issuer != "" && answer.Issuer != c.Issuer:
		return account.Account{}, "", fmt.Errorf("%w: the answer is of %q", Away, answer.Issuer)
	case answer.Trouble != "" || answer.Code == "":
		return account.Account{}, "", fmt.Errorf("%w: %q", Denied, answer.Trouble)
	}
	who, err := s.exchange(ctx, c, a, answer.Code)
	if err != nil {
		return account.Account{}, "", err
	}
	if !who.vouched() || !slices.Contains(c.Domains, domainOf(who.Email)) {
		return account.Account{}, "", Address
	}
	arrived, err := s.arrive(ctx, c, who)
	return arrived, a.Next, err
}

func (s *Service) arrive(ctx context.Context, c Connection, who claims) (a account.Account, err error) {
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		if a, err = s.Accounts.ArriveTx(ctx, tx, account.Arrival{Email: who.Email, Name: who.Name, OrganizationID: c.OrganizationID}); err != nil {
			return err
		}
		return s.Record(ctx, tx, a, "signed in by organisation", a.ID.String(), c.Issuer)
	})
	if errors.Is(err, fault.Forbidden) {
		err = Closed
	}
	return a, err
}

// claims is what is believed of a token. No role, no group is read.
type claims struct {
	Email    string `json:"email"`
	Name     string `json:"name"`
	Verified truth  `json:"email_verified"`
	Owned    truth  `json:"xms_edov"` // Entra ID: the domain of the address is the tenant's own
}

func (c claims) vouched() bool { return c.Email != "" && bool(c.Verified || c.Owned) }

// truth is a boolean, as some providers write it.
type truth bool

// UnmarshalJSON takes true, "true", 1 and "1"; all else is false.
func (t *truth) UnmarshalJSON(b []byte) error {
	*t = truth(slices.Contains([]string{"true", "1"}, strings.Trim(string(b), `"`)))
	return nil
}

// exchange gives the code for a token, and is what the token says. Who is
// asked for their address too says it of the same person.
func (s *Service) exchange(ctx context.Context, c Connection, a attempt, code string) (claims, error) {
	ctx = oidc.ClientContext(ctx, s.client)
	p, err := s.discover(ctx, c.Issuer)
	if err != nil {
		return claims{}, err
	}
	config, err := s.config(ctx, c, p)
	if err != nil {
		return claims{}, err
	}
	tokens, err := config.Exchange(ctx, code, oauth2.VerifierOption(a.Verifier))
	if err != nil {
		return claims{}, fmt.Errorf("%w: %w", Away, err)
	}
	raw, _ := tokens.Extra("id_token").(string)
	id, err := p.VerifierContext(ctx, &oidc.Config{ClientID: c.ClientID, Now: s.now}).Verify(ctx, raw)
	if err == nil && id.Nonce != a.Nonce {
		err = errors.New("another nonce")
	}
	if err != nil {
		return claims{}, fmt.Errorf("%w: the token is not ours: %w", Away, err)
	}
	var who claims
	if err := id.Claims(&who); err != nil || who.Email != "" {
		return who, err
	}
	return asked(ctx, p, id.Subject, oauth2.StaticTokenSource(tokens))
}

func asked(ctx context.Context, p *oidc.Provider, subject string, tokens oauth2.TokenSource) (claims, error) {
	info, err := p.UserInfo(ctx, tokens)
	if err == nil && info.Subject != subject {
		err = errors.New("it tells of another person")
	}
	var who claims
	if err == nil {
		err = info.Claims(&who)
	}
	if err != nil {
		return claims{}, fmt.Errorf("%w: %w", Away, err)
	}
	return who, nil
}
