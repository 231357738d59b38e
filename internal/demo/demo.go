// Package demo fills an empty database with what every screen needs to show:
// the campaign of 2022 row by row, acts of other years and in every status,
// and a person in every role. Its people and contacts are invented.
package demo

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/curation"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/reading"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/workshop"
)

// The acts in the very format that tori import acts reads, and beside them
// what no file of acts tells: awards, owners, months and reasons.
//
//go:embed data
var files embed.FS

// Service loads the demo data.
type Service struct {
	DB            *postgres.DB
	Accounts      *account.Service
	Acts          *act.Service
	Organizations *organization.Service
	Members       *membership.Service
	Adoptions     *adoption.Service
	Follows       *follow.Service
	Campaigns     *campaign.Service
	Coachings     *coaching.Service
	Workshops     *workshop.Service
	Juries        *jury.Service
	Transfer      *transfer.Service
	Attachments   *attachment.Service
	Moderation    *moderation.Service
	Readings      *reading.Service
	Curation      *curation.Service
	Redirects     *redirect.Service
	Index         *search.Index
	Now           func() time.Time
	Refresh       func(ctx context.Context) error // reads again what is kept in memory
}

// Load fills the database if it has no act yet and reports whether it did.
// All demo people get the password.
func (s *Service) Load(ctx context.Context, password string) (bool, error) {
	empty, err := postgres.Value[bool](ctx, s.DB, "SELECT NOT EXISTS (SELECT FROM act)")
	if err != nil || !empty {
		return false, err
	}
	if err := s.people(ctx, password); err != nil {
		return false, fmt.Errorf("demo people: %w", err)
	}
	acts, err := fs.Glob(files, "data/acts-*.jsonl")
	if err != nil {
		return false, err
	}
	for _, name := range acts {
		if err := s.importFile(ctx, name); err != nil {
			return false, fmt.Errorf("demo acts of %s: %w", name, err)
		}
		if err := s.Refresh(ctx); err != nil {
			return false, err
		}
	}
	if err := s.extras(ctx); err != nil {
		return false, fmt.Errorf("demo awards and owners: %w", err)
	}
	if err := s.openCampaign(ctx); err != nil {
		return false, fmt.Errorf("demo campaign: %w", err)
	}
	if err := s.registers(ctx); err != nil {
		return false, fmt.Errorf("demo coachings and workshops: %w", err)
	}
	if err := s.readings(ctx); err != nil {
		return false, fmt.Errorf("demo readings: %w", err)
	}
	if err := s.asked(ctx); err != nil {
		return false, fmt.Errorf("demo searches and old addresses: %w", err)
	}
	return true, s.Refresh(ctx)
}

// File is a file of the demo's data.
func File(name string) transfer.File {
	return transfer.File{Name: name, Open: func() (io.ReadCloser, error) { return files.Open(name) }}
}

func (s *Service) importFile(ctx context.Context, name string) error {
	var bad []string
	_, err := s.Transfer.Import(ctx, File(name), transfer.Options{Bad: func(b transfer.BadRow, _ transfer.Row) { bad = append(bad, b.Error()) }})
	if len(bad) > 0 {
		return fmt.Errorf("%w:\n%s", err, strings.Join(bad, "\n"))
	}
	return err
}
