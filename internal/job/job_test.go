package job_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

type greet struct{ Name string }

func (greet) Kind() string { return "greet" }

func newJobs(t *testing.T) (*job.Jobs, *postgres.DB) {
	t.Helper()
	url := pgtest.URL(t)
	for range 2 { // the second time there is nothing to do
		if err := job.Migrate(t.Context(), url); err != nil {
			t.Fatal(err)
		}
	}
	db, err := postgres.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	jobs, err := job.New(db, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return jobs, db
}

func start(t *testing.T, jobs *job.Jobs) {
	t.Helper()
	if err := jobs.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := jobs.Stop(ctx); err != nil {
			t.Error(err)
		}
	})
}

func TestJobsAreDoneAgainUntilTheySucceed(t *testing.T) {
	t.Parallel()
	jobs, db := newJobs(t)
	var attempts atomic.Int32
	done := make(chan string, 10)
	job.Work(jobs, job.Way{Wait: func(int) time.Duration { return 0 }}, func(_ context.Context, a greet) error {
		if attempts.Add(1) < 3 {
			return errors.New("not yet")
		}
		done <- a.Name
		return nil
	})
	insert := func(name string, end error) {
		err := db.Tx(t.Context(), func(tx pgx.Tx) error {
			if err := jobs.InsertTx(t.Context(), tx, greet{name}); err != nil {
				t.Error(err)
			}
			return end
		})
		if !errors.Is(err, end) {
			t.Fatal(err)
		}
	}
	insert("never", errors.New("rolled back"))
	insert("Aino", nil)
	start(t, jobs)
	select {
	case name := <-done:
		if name != "Aino" || attempts.Load() != 3 {
			t.Errorf("greeted %s at attempt %d", name, attempts.Load())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("nobody was greeted")
	}
}

func TestEveryRunsAtStart(t *testing.T) {
	t.Parallel()
	jobs, _ := newJobs(t)
	ran := make(chan struct{}, 10)
	jobs.Every(time.Hour, "sweep", func(context.Context) error { ran <- struct{}{}; return nil })
	start(t, jobs)
	select {
	case <-ran:
	case <-time.After(30 * time.Second):
		t.Fatal("the round never came")
	}
}

type unknown struct{}

func (unknown) Kind() string { return "unknown" }

func TestUnknownWorkIsRefused(t *testing.T) {
	t.Parallel()
	jobs, _ := newJobs(t)
	if err := jobs.InsertTx(t.Context(), nil, unknown{}); err == nil {
		t.Error("a job was written down that nobody knows how to do")
	}
}
