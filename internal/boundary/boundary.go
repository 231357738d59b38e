// Package boundary keeps the outlines of municipalities for maps. The program
// comes without any: an operator adds a file that they have the right to use.
package boundary

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

// Outlines is the outlines of one moment. They do not change.
type Outlines struct {
	Paths map[string]string // of SVG, by the code of the municipality
	Hash  string            // names this edition
}

// Service reads and changes the outlines, and keeps them at hand.
type Service struct {
	db            *postgres.DB
	organizations *organization.Service
	kept          atomic.Pointer[Outlines]
}

// New is a Service; call Refresh before Outlines.
func New(db *postgres.DB, organizations *organization.Service) *Service {
	s := &Service{db: db, organizations: organizations}
	s.kept.Store(&Outlines{})
	return s
}

// Outlines is the outlines as last read; empty when nobody has added any.
func (s *Service) Outlines() *Outlines { return s.kept.Load() }

// Refresh reads the outlines again, as when the site has a new version.
func (s *Service) Refresh(ctx context.Context) error {
	rows, err := postgres.All[struct{ MunicipalityCode, Path string }](ctx, s.db, `
		SELECT municipality_code, path FROM boundary ORDER BY municipality_code`)
	if err != nil {
		return fmt.Errorf("read the boundaries: %w", err)
	}
	o, h := &Outlines{Paths: make(map[string]string, len(rows))}, sha256.New()
	for _, r := range rows {
		o.Paths[r.MunicipalityCode] = r.Path
		fmt.Fprintln(h, r.MunicipalityCode, r.Path)
	}
	o.Hash = hex.EncodeToString(h.Sum(nil))[:10]
	s.kept.Store(o)
	return nil
}

// ErrNoMunicipalities says that a file has nothing that we could draw.
var ErrNoMunicipalities = errors.New("no area in the file has the code of a municipality (three digits, as its id or a property)")

// Import replaces the outlines by those of a GeoJSON or TopoJSON file in
// EPSG:3067 or WGS84. It is how many municipalities there are now.
func (s *Service) Import(ctx context.Context, file io.Reader) (int, error) {
	layers, err := read(file)
	if err != nil {
		return 0, fmt.Errorf("read the boundaries: %w", err)
	}
	dir := s.organizations.Directory()
	paths := pathsOf(layers, func(code string) (string, bool) {
		today, ok := dir.Today(code)
		return today.Code, ok
	})
	if len(paths) == 0 {
		return 0, ErrNoMunicipalities
	}
	return len(paths), s.replace(ctx, paths)
}

func (s *Service) replace(ctx context.Context, paths map[string]string) error {
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		if err := postgres.Exec(ctx, tx, "DELETE FROM boundary"); err != nil {
			return err
		}
		var b pgx.Batch
		for code, path := range paths {
			b.Queue("INSERT INTO boundary (municipality_code, path) VALUES ($1, $2)", code, path)
		}
		if err := tx.SendBatch(ctx, &b).Close(); err != nil {
			return err
		}
		_, err := version.BumpTx(ctx, tx)
		return err
	})
	if err != nil {
		return fmt.Errorf("store the boundaries: %w", err)
	}
	return nil
}
