package account

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
)

// A Recorder writes who did what into the audit log. It is audit.Record, which
// this package cannot know: the log comes after the accounts.
type Recorder func(ctx context.Context, q postgres.Querier, by Account, action, subject, detail string) error

// Service finds, signs in and changes accounts.
type Service struct {
	db      *postgres.DB
	mails   *mail.Outbox
	now     func() time.Time
	hashing chan struct{} // a place for each password that is being hashed
	record  Recorder
	sealer  *session.Sealer // of the secrets of second factors
}

// New is the Service on a database.
func New(db *postgres.DB, mails *mail.Outbox, now func() time.Time) *Service {
	return &Service{
		db: db, mails: mails, now: now, hashing: make(chan struct{}, hashingPlaces),
		record: func(context.Context, postgres.Querier, Account, string, string, string) error { return nil },
	}
}

// Recording is s that tells record of every change of roles, passwords and
// doors closed.
func (s *Service) Recording(record Recorder) *Service {
	s.record = record
	return s
}

// Find is the account with the id.
func (s *Service) Find(ctx context.Context, id ID) (Account, error) {
	return repository{s.db}.find(ctx, id)
}

// FindByEmail is the account with the address.
func (s *Service) FindByEmail(ctx context.Context, email string) (Account, error) {
	return repository{s.db}.findByEmail(ctx, normal(email))
}

// Create adds an account and is that account. It is a fault.Conflict when the
// address has one.
func (s *Service) Create(ctx context.Context, a Account) (Account, error) {
	if err := a.check(); err != nil {
		return Account{}, err
	}
	a.Email = normal(a.Email)
	return repository{s.db}.insert(ctx, a, s.now())
}

// EnsureTx is the account with the address of a, or a itself as a new one.
func (s *Service) EnsureTx(ctx context.Context, tx pgx.Tx, a Account) (Account, error) {
	if err := a.check(); err != nil {
		return Account{}, err
	}
	a.Email = normal(a.Email)
	return repository{tx}.ensure(ctx, a, s.now())
}

// SetProfile changes what by tells of themself.
func (s *Service) SetProfile(ctx context.Context, by Account, p Profile) (Account, error) {
	if !by.SignedIn() {
		return Account{}, fault.Forbidden
	}
	p = p.tidy()
	if err := p.Check(); err != nil {
		return Account{}, err
	}
	return repository{s.db}.updateProfile(ctx, by.ID, p)
}

// SetOrganization tells where an account works, for an administrator. People
// can only leave: who belongs to an organisation is for its coordinators to
// say, and where a coordinator belongs for an administrator.
func (s *Service) SetOrganization(ctx context.Context, by Account, id ID, organization int64) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := s.LockTx(ctx, tx, id)
		if err != nil {
			return err
		}
		leaves := by.SignedIn() && by.ID == id && organization == 0
		if !leaves && !by.Administers() {
			return fmt.Errorf("organization of %v: %w", id, fault.Forbidden)
		}
		return s.MoveTx(ctx, tx, by, a, organization)
	})
}

// LockTx is an account that nobody changes until the transaction ends.
func (s *Service) LockTx(ctx context.Context, tx pgx.Tx, id ID) (Account, error) {
	return repository{tx}.lock(ctx, id)
}

// MoveTx makes a locked account a member of an organisation, with 0 of none.
// Callers see to it that by may; but nobody except administrators moves a
// coordinator, who sees what is the organisation's.
func (s *Service) MoveTx(ctx context.Context, tx pgx.Tx, by, a Account, organization int64) error {
	if a.has(Coordinator) && !by.Administers() {
		return fmt.Errorf("move %v, who coordinates: %w", a.ID, fault.Forbidden)
	}
	if err := (repository{tx}).setOrganization(ctx, a.ID, organization); err != nil {
		return err
	}
	return s.record(ctx, tx, by, "organization", a.ID.String(), fmt.Sprintf("%d to %d", a.OrganizationID, organization))
}

// Left is the organisation whose membership of an account was ended last, if
// the account belongs to none since; 0: none was.
func (s *Service) Left(ctx context.Context, id ID) (int64, error) {
	return repository{s.db}.left(ctx, id)
}

// Of is the members of an organisation, by name, with those whose accounts are
// closed left out. Callers see to it that the reader may know them.
func (s *Service) Of(ctx context.Context, organization int64) ([]Account, error) {
	all, err := postgres.All[Account](ctx, s.db, `
		SELECT `+columns+` FROM account WHERE organization_id = $1 AND disabled_at IS NULL
		ORDER BY coalesce(nullif(name, ''), email) COLLATE "fi-x-icu", id`, organization)
	return all, wrap("list", "members", err)
}

// change locks an account, changes it and records that.
func (s *Service) change(ctx context.Context, by Account, id ID, action string, fn func(pgx.Tx, Account) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		a, err := repository{tx}.lock(ctx, id)
		if err != nil {
			return err
		}
		if err := fn(tx, a); err != nil {
			return err
		}
		return s.record(ctx, tx, by, action, id.String(), "")
	})
}

// Sweep deletes what has had its time: links, failed attempts, stashed forms,
// invitations that ended long ago.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	if err := (invitations{s.db}).sweep(ctx, now.Add(-keepInvitations)); err != nil {
		return err
	}
	return repository{s.db}.sweep(ctx, now, now.Add(-24*time.Hour))
}

// normal is an address as it is stored.
func normal(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// isAddress reports whether an address can have an account. Letters beyond
// ASCII do not: they look alike, and few mail servers take them.
func isAddress(email string) bool {
	notASCII := func(r rune) bool { return r > '~' }
	return validate.IsEmail(email) && !strings.ContainsFunc(email, notASCII)
}

// address is email as it is stored, or the problem with it.
func address(email string) (string, error) {
	email = normal(email)
	var p validate.Problems
	if email == "" {
		p.Add("email", validate.Required, 0)
	} else if !isAddress(email) {
		p.Add("email", validate.Email, 0)
	}
	return email, p.Err()
}

func notFound(err error) bool { return errors.Is(err, fault.NotFound) }
