package campaign

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// Service knows the campaigns and keeps them at hand.
type Service struct {
	Parts
	db     *postgres.DB
	now    func() time.Time
	kept   atomic.Pointer[[]Campaign]
	errata atomic.Pointer[[]Erratum]
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts          *act.Service
	Accounts      *account.Service // whom the letters go to
	Mails         *mail.Outbox
	Organizations *organization.Service
	Stats         *stats.Service // who has the most acts
	Terms         *taxonomy.Service
	Pictures      *attachment.Service // who draws them anew
	Blobs         *blob.Store
}

// New is a Service; call Refresh before All.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// All is every campaign, the newest first, as last read.
func (s *Service) All() []Campaign {
	if all := s.kept.Load(); all != nil {
		return *all
	}
	return nil
}

// Public is the campaigns that everyone may see, the newest first.
func (s *Service) Public() []Campaign {
	var some []Campaign
	for _, c := range s.All() {
		if c.Public {
			some = append(some, c)
		}
	}
	return some
}

// BySlug is the campaign at an address.
func (s *Service) BySlug(slug string) (Campaign, bool) {
	for _, c := range s.All() {
		if c.Slug == slug {
			return c, true
		}
	}
	return Campaign{}, false
}

// Find is the campaign with the id.
func (s *Service) Find(id ID) (Campaign, bool) {
	for _, c := range s.All() {
		if c.ID == id {
			return c, true
		}
	}
	return Campaign{}, false
}

// OpenAt is the campaign that is open at t.
func (s *Service) OpenAt(t time.Time) (Campaign, bool) {
	for _, c := range s.All() {
		if c.OpenAt(t) {
			return c, true
		}
	}
	return Campaign{}, false
}

// Taking is the campaigns that take the act now.
func (s *Service) Taking(a act.Act) []Campaign {
	var some []Campaign
	for _, c := range s.All() {
		if s.takes(c, a) {
			some = append(some, c)
		}
	}
	return some
}

// Refusing is the campaigns that would take the act now, were it of another
// sector.
func (s *Service) Refusing(a act.Act) []Campaign {
	var some []Campaign
	for _, c := range s.All() {
		if c.Takes(a, s.now()) && !s.takes(c, a) {
			some = append(some, c)
		}
	}
	return some
}

// takes reports whether c takes the act now, by its day and by its sectors.
func (s *Service) takes(c Campaign, a act.Act) bool {
	if len(c.Sectors) == 0 {
		return c.Takes(a, s.now())
	}
	var sectors []string
	for _, id := range a.SectorIDs {
		sectors = append(sectors, s.Terms.Lists().Current(id).Code)
	}
	return c.Takes(a, s.now()) && c.Suits(sectors)
}

// check is what keeps a campaign from being written.
func (s *Service) check(c Campaign) error {
	var p validate.Problems
	err := c.Check()
	if err != nil && !errors.As(err, &p) {
		return err
	}
	for _, code := range c.Sectors {
		if !slices.ContainsFunc(s.Terms.Lists().Sectors(), func(t taxonomy.Term) bool { return t.Code == code }) {
			p.Add("sectors", validate.Unknown, 0)
			break
		}
	}
	return p.Err()
}

// Refresh reads the campaigns again, as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	list, err := all(ctx, s.db)
	if err == nil {
		err = complete(ctx, s.db, list)
	}
	if err != nil {
		return fmt.Errorf("read the campaigns: %w", err)
	}
	wrong, err := errata(ctx, s.db)
	if err != nil {
		return fmt.Errorf("read the errata: %w", err)
	}
	s.kept.Store(&list)
	s.errata.Store(&wrong)
	return nil
}

// EnsureTx adds the campaign unless there is one with its slug, and is its id.
func (s *Service) EnsureTx(ctx context.Context, tx pgx.Tx, c Campaign) (ID, error) {
	there, _, err := insert(ctx, tx, "", c)
	if err != nil {
		return 0, fmt.Errorf("store the campaign %s: %w", c.Slug, err)
	}
	_, err = version.BumpTx(ctx, tx)
	return there.ID, err
}

// Create makes a campaign. Its address is made of the Finnish name and stays.
// The same form makes one, however often it is sent.
func (s *Service) Create(ctx context.Context, by account.Account, key string, c Campaign) (Campaign, error) {
	if !by.RunsProgramme() {
		return Campaign{}, fmt.Errorf("create a campaign: %w", fault.Forbidden)
	}
	if err := s.check(c); err != nil {
		return Campaign{}, err
	}
	err := s.db.TxRetry(ctx, func(tx pgx.Tx) (err error) {
		if c.Slug, err = slug.Free(ctx, tx, "SELECT slug FROM campaign WHERE slug LIKE $1", slug.Make(c.Name.To("fi"))); err != nil {
			return err
		}
		made, fresh, err := insert(ctx, tx, key, c)
		if err != nil || !fresh {
			c = made
			return err
		}
		c = made
		return s.changedTx(ctx, tx, by, "create", c.ID)
	})
	if err != nil {
		return Campaign{}, fmt.Errorf("create a campaign: %w", err)
	}
	return c, s.Refresh(ctx) // the next page shows it already
}

// Change writes what the team has changed. Version is the one that they saw.
func (s *Service) Change(ctx context.Context, by account.Account, id ID, v int, c Campaign) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("change %v: %w", id, fault.Forbidden)
	}
	if err := s.check(c); err != nil {
		return err
	}
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		changed, err := update(ctx, tx, id, v, c)
		if err != nil {
			return fmt.Errorf("change %v: %w", id, err)
		}
		if len(changed) == 0 {
			return fmt.Errorf("change %v, which is not at version %d: %w", id, v, fault.Conflict)
		}
		return s.changedTx(ctx, tx, by, "change", id)
	})
	if err != nil {
		return err
	}
	return s.Refresh(ctx)
}

// changedTx records a deed on a campaign and has its acts counted anew: its
// rules may have changed.
func (s *Service) changedTx(ctx context.Context, tx pgx.Tx, by account.Account, verb string, id ID) error {
	acts, err := entered(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := s.Acts.TouchTx(ctx, tx, acts...); err != nil {
		return err
	}
	if _, err := s.releaseTx(ctx, tx); err != nil { // the gala may have been told only now
		return err
	}
	return audit.Record(ctx, tx, by, verb, id.String(), "")
}
