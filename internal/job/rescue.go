package job

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"

	"tekojentori.fi/tori/internal/postgres"
)

// id is what River calls this process: begun anew each time, so that what the
// process before it had begun can be told apart.
func (j *Jobs) id() string {
	if j.name == "" {
		return "" // River makes one
	}
	return j.name + "/" + rand.Text()
}

// rescue lets the jobs that died with the last process of this name be done at
// once. The attempt that was cut short does not count.
func (j *Jobs) rescue(ctx context.Context) error {
	if j.name == "" {
		return nil
	}
	kinds, err := postgres.Values[string](ctx, j.db, `
		UPDATE river_job
		SET state = 'available', scheduled_at = now(), attempt = greatest(attempt - 1, 0)
		WHERE state = 'running' AND starts_with(attempted_by[array_upper(attempted_by, 1)], $1 || '/')
		RETURNING kind`, j.name)
	if err != nil {
		return fmt.Errorf("rescue jobs: %w", err)
	}
	if len(kinds) > 0 {
		slog.InfoContext(ctx, "jobs that the last process left half done begin anew", "jobs", kinds)
	}
	return nil
}
