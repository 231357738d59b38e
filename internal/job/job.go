// Package job runs work outside of requests: at once after the transaction
// that asked for it, again when it failed, or every so often. The work waits
// in the database, so it survives a crash. That River does it is known only
// here.
package job

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"tekojentori.fi/tori/internal/postgres"
)

// Args is what a job needs to know: a small struct that JSON can hold. The
// kind names the work, and must never change while jobs wait.
type Args interface{ Kind() string }

// A Way is how the jobs of a kind are done.
type Way struct {
	Queue    string                          // a line of their own; "": with all others
	AtATime  int                             // how many of Queue at a time in this process
	Timeout  time.Duration                   // of one attempt; 0: a minute
	Attempts int                             // before the job is given up; 0: 25
	Wait     func(attempt int) time.Duration // after the failed attempt; nil: longer each time, up to days
}

// rescueAfter is when a job whose process has died is taken up again. No
// attempt may take as long.
const rescueAfter = 5 * time.Minute

// Jobs is the work that this program knows how to do.
type Jobs struct {
	db       *postgres.DB
	now      func() time.Time
	inserter *river.Client[pgx.Tx]
	workers  *river.Workers
	ways     map[string]Way // by kind
	rounds   map[string]func(context.Context) error
	periodic []*river.PeriodicJob
	running  *river.Client[pgx.Tx] // nil until Start
	name     string                // of this program, see Named
}

// New is the jobs of a database. Until Start they are only written down.
func New(db *postgres.DB, now func() time.Time) (*Jobs, error) {
	inserter, err := river.NewClient(riverpgxv5.New(db.Pool), &river.Config{})
	if err != nil {
		return nil, fmt.Errorf("jobs: %w", err)
	}
	j := &Jobs{
		db: db, now: now, inserter: inserter, workers: river.NewWorkers(),
		ways: map[string]Way{}, rounds: map[string]func(context.Context) error{},
	}
	Work(j, Way{Attempts: 1}, j.round)
	return j, nil
}

// Work tells how the jobs of kind A are done. Call it before Start.
func Work[A Args](j *Jobs, way Way, do func(ctx context.Context, args A) error) {
	if way.Queue == "" {
		way.Queue = river.QueueDefault
	}
	if way.Timeout == 0 {
		way.Timeout = time.Minute
	}
	if way.Attempts == 0 {
		way.Attempts = river.MaxAttemptsDefault
	}
	var args A
	j.ways[args.Kind()] = way
	river.AddWorker(j.workers, worker[A]{way: way, do: do, now: j.now})
}

// InsertTx writes down a job that is done once tx has been committed, and
// never if it is rolled back.
func (j *Jobs) InsertTx(ctx context.Context, tx pgx.Tx, args Args) error {
	way, ok := j.ways[args.Kind()]
	if !ok {
		return fmt.Errorf("insert job: nobody knows how to do %q", args.Kind())
	}
	_, err := j.inserter.InsertTx(ctx, tx, args, &river.InsertOpts{Queue: way.Queue, MaxAttempts: way.Attempts})
	if err != nil {
		return fmt.Errorf("insert job %s: %w", args.Kind(), err)
	}
	return nil
}

// Named gives this program a name that no other living program has, and that
// it has again after a crash. Jobs that a program of this name had begun are
// then taken up by Start at once; without a name they wait for rescueAfter.
func (j *Jobs) Named(name string) { j.name = name }

// Start begins to do the jobs that wait. It goes on when ctx ends: end it
// with Stop, so that what has begun is finished.
func (j *Jobs) Start(ctx context.Context) error {
	if err := j.rescue(ctx); err != nil {
		return err
	}
	client, err := river.NewClient(riverpgxv5.New(j.db.Pool), &river.Config{
		ID:                   j.id(),
		Logger:               slog.Default(),
		Queues:               j.queues(),
		Workers:              j.workers,
		PeriodicJobs:         j.periodic,
		FetchCooldown:        25 * time.Millisecond,
		RescueStuckJobsAfter: rescueAfter,
	})
	if err != nil {
		return fmt.Errorf("start jobs: %w", err)
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start jobs: %w", err)
	}
	j.running = client
	return nil
}

// Stop takes up no more jobs and waits for those that have begun, at most
// until ctx ends.
func (j *Jobs) Stop(ctx context.Context) error {
	if j.running == nil {
		return nil
	}
	err := j.running.Stop(ctx)
	if ctx.Err() != nil {
		hard, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		err = j.running.StopAndCancel(hard)
	}
	if err != nil {
		return fmt.Errorf("stop jobs: %w", err)
	}
	return nil
}

func (j *Jobs) queues() map[string]river.QueueConfig {
	queues := map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}}
	for _, way := range j.ways {
		if way.Queue != river.QueueDefault {
			queues[way.Queue] = river.QueueConfig{MaxWorkers: max(way.AtATime, 1)}
		}
	}
	return queues
}

// worker is a Way in the words of River.
type worker[A Args] struct {
	river.WorkerDefaults[A]
	way Way
	do  func(context.Context, A) error
	now func() time.Time
}

// Work does one job.
func (w worker[A]) Work(ctx context.Context, job *river.Job[A]) error { return w.do(ctx, job.Args) }

// Timeout is the longest that one attempt may take.
func (w worker[A]) Timeout(*river.Job[A]) time.Duration { return w.way.Timeout }

// NextRetry is when a job that failed is tried again.
func (w worker[A]) NextRetry(job *river.Job[A]) time.Time {
	if w.way.Wait == nil {
		return time.Time{} // as River sees fit
	}
	return w.now().Add(w.way.Wait(job.Attempt))
}
