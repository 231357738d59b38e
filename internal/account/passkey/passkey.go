// Package passkey lets people in by their device: a fingerprint, a face or a
// PIN opens a key that never leaves it (WebAuthn). A passkey stands for the
// password and the code together, so it is for those who have two-step sign-in
// already, and goes when that goes.
//
//	ask ─ challenge ─▶ browser ─▶ device ─ signed answer ─▶ Add or SignIn
package passkey

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// Refused is the answer to a device whose answer does not hold. Another may be
// given as long as the question stands.
var Refused = errors.New("passkey refused")

// Enough is the answer to one who has as many passkeys as anybody may.
var Enough = errors.New("enough passkeys")

const (
	// life is how long a device may take to answer.
	life = 5 * time.Minute
	// most is how many passkeys one may have.
	most = 10
	// maxNext is the longest path to go on to, in bytes.
	maxNext = 1000
)

// A Passkey is one device, or one keychain, of a person.
type Passkey struct {
	ID        int64
	Name      string
	CreatedAt time.Time
	UsedAt    *time.Time
}

// Parts is what the Service works with.
type Parts struct {
	Accounts *account.Service
	Record   account.Recorder
	BaseURL  string
}

// Service keeps the passkeys.
type Service struct {
	Parts
	db  *postgres.DB
	web *webauthn.WebAuthn // nil: the portal has no name, only a number
	now func() time.Time
}

// New is the Service on a database. Browsers give passkeys to names alone: of a
// portal whose address is a number none are Available.
func New(db *postgres.DB, parts Parts, now func() time.Time) (*Service, error) {
	s := &Service{Parts: parts, db: db, now: now}
	base, err := url.Parse(parts.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("passkeys: %w", err)
	}
	if net.ParseIP(base.Hostname()) != nil || base.Hostname() == "" {
		return s, nil
	}
	s.web, err = webauthn.New(&webauthn.Config{
		RPID: base.Hostname(), RPDisplayName: "Tekojen tori", RPOrigins: []string{base.Scheme + "://" + base.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys of %s: %w", parts.BaseURL, err)
	}
	return s, nil
}

// Available reports whether browsers make passkeys for the portal.
func (s *Service) Available() bool { return s.web != nil }

// Of is the passkeys of a person, the newest first.
func (s *Service) Of(ctx context.Context, a account.Account) ([]Passkey, error) {
	return repository{s.db}.of(ctx, a.ID)
}

// BeginAdding asks a device of by for a new passkey: the token says where it
// answers. It takes a code, for whoever finds a session open must not get a key
// of their own.
func (s *Service) BeginAdding(ctx context.Context, by account.Account, code string) (token string, err error) {
	if !s.Available() {
		return "", fmt.Errorf("passkeys are not available: %w", fault.NotFound)
	}
	err = s.Accounts.WithCode(ctx, by, code, func(tx pgx.Tx) error {
		r := repository{tx}
		owner, err := r.owner(ctx, by)
		if err != nil {
			return err
		}
		if len(owner.credentials) >= most {
			return fmt.Errorf("%v has %d: %w", by.ID, most, Enough)
		}
		exclude := webauthn.WithExclusions(webauthn.Credentials(owner.credentials).CredentialDescriptors())
		asked, kept, err := s.web.BeginRegistration(owner, exclude)
		if err != nil {
			return fmt.Errorf("ask for a passkey of %v: %w", by.ID, err)
		}
		token, err = r.begin(ctx, ceremony{AccountID: int64(by.ID), Handle: owner.handle}, asked.Response, kept, s.now().Add(life))
		return err
	})
	return token, err
}

// Asked is what the browser is to hand to the device, as JSON; a
// fault.NotFound once it is answered or too late. Who adds a passkey is whom it
// was asked of; who signs in is the zero account.
func (s *Service) Asked(ctx context.Context, of account.ID, token string) (options string, err error) {
	c, err := repository{s.db}.find(ctx, token, s.now())
	if err == nil && c.AccountID != int64(of) {
		err = fmt.Errorf("question to another: %w", fault.NotFound)
	}
	return string(c.Asked), err
}

// Add takes the answer of the device and keeps the passkey under a name. A name
// that is none or too long is told by validate.Problems.
func (s *Service) Add(ctx context.Context, by account.Account, token, name, answer string) error {
	var problems validate.Problems
	problems.Text("name", name, limit.Passkey)
	if err := problems.Err(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		r := repository{tx}
		c, err := r.end(ctx, token, s.now())
		if err != nil {
			return err
		}
		if c.AccountID == 0 || c.AccountID != int64(by.ID) {
			return fmt.Errorf("passkey of another: %w", fault.NotFound)
		}
		parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(answer))
		if err != nil {
			return refused(err)
		}
		credential, err := s.web.CreateCredential(owner{Account: by, handle: c.Handle}, c.session(), parsed)
		if err != nil {
			return refused(err)
		}
		if err := r.insert(ctx, c, strings.TrimSpace(name), credential, s.now()); err != nil {
			return err
		}
		return s.Record(ctx, tx, by, "passkey added", by.ID.String(), "")
	})
}

// Remove takes a passkey of by away.
func (s *Service) Remove(ctx context.Context, by account.Account, id int64) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := (repository{tx}).remove(ctx, by.ID, id); err != nil {
			return err
		}
		return s.Record(ctx, tx, by, "passkey removed", by.ID.String(), "")
	})
}

// Sweep forgets what was never answered.
func (s *Service) Sweep(ctx context.Context) error { return repository{s.db}.sweep(ctx, s.now()) }

// refused is an answer that does not hold, with the reason for the log.
func refused(why error) error { return fmt.Errorf("%w: %w", Refused, why) }
