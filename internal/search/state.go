package search

import (
	"context"
	"fmt"

	"tekojentori.fi/tori/internal/postgres"
)

// A State is how the index is: for those who look after it.
type State struct {
	Dictionary bool   // the Finnish dictionary is in use, else words are only stemmed
	Version    string // of the analysis
	Acts       int    // in the index
	Stale      int    // of them, written by another analysis
	Words      int    // of the vocabulary
	Copied     bool   // this portal answers from memory
	Bytes      int    // that the copy takes, about
}

// State asks how the index is.
func (x *Index) State(ctx context.Context) (State, error) {
	s, err := postgres.One[struct{ Acts, Stale, Words int }](ctx, x.db, `
		SELECT count(*) AS acts, count(*) FILTER (WHERE analyzer_version <> $1) AS stale,
		       (SELECT count(*) FROM search_word) AS words
		FROM act_search`, x.analyzer.Version())
	if err != nil {
		return State{}, fmt.Errorf("state of the index: %w", err)
	}
	state := State{Dictionary: x.Full(), Version: x.analyzer.Version(), Acts: s.Acts, Stale: s.Stale, Words: s.Words}
	if m := x.memory.Load(); m != nil {
		state.Copied, state.Bytes = true, m.Bytes()
	}
	return state, nil
}
