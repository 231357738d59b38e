package job

import (
	"context"
	"fmt"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// roundArgs is one round of what is done every so often.
type roundArgs struct {
	Name string `json:"name" river:"unique"`
}

// Kind is the kind of all rounds.
func (roundArgs) Kind() string { return "round" }

// A beat is rounds at whole intervals of the clock: what is to happen on the
// minute does.
type beat time.Duration

// Next is the round after a time.
func (b beat) Next(at time.Time) time.Time {
	return at.Truncate(time.Duration(b)).Add(time.Duration(b))
}

// Every does work when the program starts and then once in every interval, when
// a whole one begins by the clock, in one process of those that share the database. A round that failed is left
// to the next one. Call it before Start.
func (j *Jobs) Every(interval time.Duration, name string, do func(ctx context.Context) error) {
	j.rounds[name] = do
	j.periodic = append(j.periodic, river.NewPeriodicJob(
		beat(interval),
		func() (river.JobArgs, *river.InsertOpts) {
			return roundArgs{name}, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{
				ByArgs: true, // a slow round is not joined by the next one
				ByState: []rivertype.JobState{
					rivertype.JobStateAvailable, rivertype.JobStatePending,
					rivertype.JobStateRunning, rivertype.JobStateScheduled,
				},
			}}
		},
		&river.PeriodicJobOpts{RunOnStart: true}))
}

func (j *Jobs) round(ctx context.Context, args roundArgs) error {
	do, ok := j.rounds[args.Name]
	if !ok {
		return nil // of another release that shares the database
	}
	if err := do(ctx); err != nil {
		return fmt.Errorf("round %s: %w", args.Name, err)
	}
	return nil
}
