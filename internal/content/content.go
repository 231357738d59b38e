// Package content is what editors write. So far it holds the solutions
// (kiinnostavat ratkaisut) that an import brings; their pages come later.
package content

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/slug"
)

// A Solution is an editor's article that is made of acts.
type Solution struct {
	Ref                                                     string
	Title, Lead, Need, Approach, Results, Lessons, Language string
	Status                                                  string // draft, published, hidden or archived
	PublishedAt                                             *time.Time
}

// Statuses is what a solution can be.
func Statuses() []string { return []string{"draft", "published", "hidden", "archived"} }

// Service is what editors do.
type Service struct{ db *postgres.DB }

// New is the Service on a database.
func New(db *postgres.DB) *Service { return &Service{db: db} }

// KnownTx reports whether there is a solution with the reference.
func (s *Service) KnownTx(ctx context.Context, tx pgx.Tx, ref string) (bool, error) {
	known, err := postgres.Value[bool](ctx, tx, "SELECT EXISTS (SELECT FROM solution WHERE ref = $1)", ref)
	if err != nil {
		return false, fmt.Errorf("look up the solution %q: %w", ref, err)
	}
	return known, nil
}

// ImportTx stores a solution by its reference and reports whether anything
// has changed.
func (s *Service) ImportTx(ctx context.Context, tx pgx.Tx, in Solution) (bool, error) {
	known, err := s.KnownTx(ctx, tx, in.Ref)
	if err != nil {
		return false, err
	}
	if !known {
		return true, s.insertTx(ctx, tx, in)
	}
	changed, err := postgres.All[struct{ ID int64 }](ctx, tx, `
		UPDATE solution
		SET title = @Title, lead = @Lead, need = @Need, approach = @Approach, results = @Results, lessons = @Lessons,
		    language = @Language, status = @Status, published_at = coalesce(published_at, @PublishedAt), version = version + 1
		WHERE ref = @Ref
		  AND (title, lead, need, approach, results, lessons, language, status)
		      IS DISTINCT FROM (@Title, @Lead, @Need, @Approach, @Results, @Lessons, @Language, @Status)
		RETURNING id`, postgres.Args(in))
	if err != nil {
		return false, fmt.Errorf("update the solution %q: %w", in.Ref, err)
	}
	return len(changed) > 0, nil
}

func (s *Service) insertTx(ctx context.Context, tx pgx.Tx, in Solution) error {
	address, err := slug.Free(ctx, tx, "SELECT slug FROM solution WHERE slug LIKE $1", slug.Make(in.Title))
	if err != nil {
		return err
	}
	err = postgres.Exec(ctx, tx, `
		INSERT INTO solution (ref, slug, title, lead, need, approach, results, lessons, language, status, published_at)
		VALUES (@Ref, @slug, @Title, @Lead, @Need, @Approach, @Results, @Lessons, @Language, @Status, @PublishedAt)`,
		postgres.Args(in, pgx.NamedArgs{"slug": address}))
	if err != nil {
		return fmt.Errorf("store the solution %q: %w", in.Ref, err)
	}
	return nil
}
