// Package redirect leads from the addresses of every era of the portal to what
// is there now: to acts by the addresses that came with them, and to where an
// admin has pointed. What nobody knows is counted, so that an admin sees what
// people still ask for.
package redirect

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/address"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/tally"
	"tekojentori.fi/tori/internal/validate"
)

// Service looks old addresses up and lets admins point them somewhere.
type Service struct {
	db      *postgres.DB
	now     func() time.Time
	missed  *tally.Tally[string]
	scripts *tally.Tally[string] // of what was missed, the pages of programs
}

// New is a Service.
func New(db *postgres.DB, now func() time.Time) *Service {
	return &Service{db: db, now: now, missed: tally.New[string](missedAtATime), scripts: tally.New[string](missedAtATime)}
}

// sections is what the parts of the portal are called by hand.
var sections = map[string]string{
	"/tekojentori": "/tekojen-tori", "/teot": "/tekojen-tori", "/kehittamisteot": "/tekojen-tori", "/kehittämisteot": "/tekojen-tori",
	"/tekopankki": "/tekojen-tori", "/etusivu": "/", "/home": "/", "/ilmoita-tekosi": "/ilmoita-teko", "/ilmoita": "/ilmoita-teko",
	"/tilasto": "/tilastot", "/saavutettavuus": "/saavutettavuusseloste", "/tietosuojaseloste": "/tietosuoja",
}

// Find is the path of ours that an address leads to, and false when it leads
// nowhere. Only what everyone may see is found. It asks the database once.
func (s *Service) Find(ctx context.Context, old string) (string, bool, error) {
	return s.find(ctx, address.Keys(old))
}

// FindByQuery is Find of an address that is a page of ours as far as its path
// goes: only what its query asks for can be of another time, as in /?p=12.
func (s *Service) FindByQuery(ctx context.Context, old string) (string, bool, error) {
	keys := address.Keys(old)
	if len(keys) == 1 {
		return "", false, nil
	}
	return s.find(ctx, keys[:1])
}

func (s *Service) find(ctx context.Context, keys []string) (string, bool, error) {
	path := keys[len(keys)-1]
	rows, err := repository{s.db}.find(ctx, keys, strings.TrimPrefix(path, "/katso/"))
	switch {
	case err != nil:
		return "", false, fmt.Errorf("look up an old address: %w", err)
	case len(rows) == 0:
		to, ok := sections[path]
		return to, ok, nil
	case rows[0].Path != "":
		return rows[0].Path, true, nil
	}
	return "/katso/" + rows[0].Slug, true, nil
}

// A Target is where an admin has pointed an address.
type Target struct {
	Key       string
	Path      string // of ours
	CreatedAt time.Time
}

// Targets is where admins have pointed addresses, the newest first.
func (s *Service) Targets(ctx context.Context) ([]Target, error) {
	targets, err := repository{s.db}.targets(ctx)
	if err != nil {
		return nil, fmt.Errorf("list redirects: %w", err)
	}
	return targets, nil
}

// Point leads an old address to a path of ours: to a public act, or a page.
// base is the address of the portal, which the target may begin with.
func (s *Service) Point(ctx context.Context, by account.Account, old, target, base string) error {
	if !by.Administers() {
		return fmt.Errorf("point an address: %w", fault.Forbidden)
	}
	var p validate.Problems
	key, path := address.Key(old), ourPath(target, base)
	if key == "/" {
		p.Add("address", validate.Required, 0)
	}
	if path == "" || path == key {
		p.Add("target", validate.NoSuchPage, 0)
	}
	if err := p.Err(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := (repository{tx}).point(ctx, key, path, by.ID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, by, "point address", key, path)
	})
}

// ourPath is a target as a path of ours; "" when it is none.
func ourPath(target, base string) string {
	target = strings.TrimPrefix(strings.TrimSpace(target), base)
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" || !strings.HasPrefix(u.Path, "/") ||
		strings.HasPrefix(target, "//") || strings.ContainsAny(target, "\\\r\n\t") || len(target) > 500 {
		return ""
	}
	return u.RequestURI()
}

// Drop takes back where an admin has pointed an address.
func (s *Service) Drop(ctx context.Context, by account.Account, key string) error {
	return s.change(ctx, by, "drop redirect", key, repository.drop)
}

// Forget drops the counts of a missed address.
func (s *Service) Forget(ctx context.Context, by account.Account, key string) error {
	return s.change(ctx, by, "forget missed address", key, repository.forget)
}

func (s *Service) change(ctx context.Context, by account.Account, verb, key string, do func(repository, context.Context, string) error) error {
	if !by.Administers() {
		return fmt.Errorf("%s: %w", verb, fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := do(repository{tx}, ctx, key); err != nil {
			return fmt.Errorf("%s: %w", verb, err)
		}
		return audit.Record(ctx, tx, by, verb, key, "")
	})
}
