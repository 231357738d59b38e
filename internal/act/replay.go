package act

import (
	"context"

	"tekojentori.fi/tori/internal/postgres"
)

// An Oddity is an act whose moves, played back, do not give its status.
type Oddity struct {
	ID     ID
	Status Status // as it stands
	Played Status // as its moves give it
	Broken bool   // a move begins elsewhere than the one before it has ended
}

// Replay plays back the moves of every act, and is how many acts there are and
// which of them are odd. The moves of updates are none of an act's own life.
func (s *Service) Replay(ctx context.Context) (int, []Oddity, error) {
	rows, err := postgres.All[struct {
		ID       ID
		Status   Status
		From, To []Status
	}](ctx, s.db, `
		SELECT a.id, a.status,
		       coalesce(array_agg(t.from_status ORDER BY t.id) FILTER (WHERE t.id IS NOT NULL), '{}') AS from,
		       coalesce(array_agg(t.to_status ORDER BY t.id) FILTER (WHERE t.id IS NOT NULL), '{}') AS to
		FROM act a
		LEFT JOIN act_transition t ON t.act_id = a.id AND NOT t.of_update
		GROUP BY a.id
		ORDER BY a.id`)
	if err != nil {
		return 0, nil, wrap("replay", "the moves", err)
	}
	var odd []Oddity
	for _, r := range rows {
		o := Oddity{ID: r.ID, Status: r.Status, Played: Draft}
		for i, from := range r.From {
			begins := i == 0 && from == "" // it came from a file
			o.Broken = o.Broken || from != o.Played && !begins
			o.Played = r.To[i]
		}
		if o.Broken || o.Played != o.Status {
			odd = append(odd, o)
		}
	}
	return len(rows), odd, nil
}
