package adoption

import (
	"context"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
)

// A Step is what an organisation told of an act one day.
type Step struct {
	OrganizationID organization.ID
	State          State
	At             time.Time
}

// Timeline is how an act has spread, the oldest step first: each time that an
// organisation told another state than before. What has been removed is not
// told of.
func (s *Service) Timeline(ctx context.Context, id act.ID) ([]Step, error) {
	all, err := repository{s.db}.steps(ctx, id)
	return changes(all), err
}

// changes leaves out what was removed afterwards, and what changed nothing.
func changes(all []Step) []Step {
	var out []Step
	last := map[organization.ID]State{}
	for _, s := range all {
		switch {
		case s.State == "removed":
			out = slices.DeleteFunc(out, func(o Step) bool { return o.OrganizationID == s.OrganizationID })
			delete(last, s.OrganizationID)
		case slices.Contains(States(), s.State) && last[s.OrganizationID] != s.State:
			out = append(out, s)
			last[s.OrganizationID] = s.State
		}
	}
	return out
}

// InUseAt is how many organisations used the act at a time, by its timeline.
func InUseAt(timeline []Step, at time.Time) int {
	last := map[organization.ID]State{}
	for _, s := range timeline {
		if s.At.Before(at) {
			last[s.OrganizationID] = s.State
		}
	}
	n := 0
	for _, state := range last {
		if state == InUse {
			n++
		}
	}
	return n
}
