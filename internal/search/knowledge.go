package search

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/synonym"
)

// knowledge is what searches need of the database besides the acts. It is read
// again every minute, so that all portals hear of a change.
type knowledge struct {
	synonyms *synonym.Set
	lines    string // of which synonyms was made
	taught   []fi.Analogy
	acts     int
	read     time.Time
}

const rereadAfter = time.Minute

func (x *Index) knowledge(ctx context.Context) (knowledge, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	now := x.now()
	if x.known.synonyms != nil && now.Sub(x.known.read) < rereadAfter {
		return x.known, nil
	}
	stored, err := postgres.One[struct {
		Acts           int
		On             []string
		Off            []string
		Lines          string
		Lemmas, Models []string
	}](ctx, x.db, `
		SELECT (SELECT count(*) FROM act_search) AS acts,
		       coalesce(array_agg(line ORDER BY id) FILTER (WHERE NOT off), '{}') AS on,
		       coalesce(array_agg(line) FILTER (WHERE off), '{}') AS off,
		       coalesce(string_agg(line || off, E'\n' ORDER BY id), '') AS lines,
		       (SELECT coalesce(array_agg(lemma ORDER BY id), '{}') FROM analogy) AS lemmas,
		       (SELECT coalesce(array_agg(model ORDER BY id), '{}') FROM analogy) AS models
		FROM synonyms`)
	if err != nil {
		return knowledge{}, fmt.Errorf("read what the search knows: %w", err)
	}
	learned := x.learn(stored.Lemmas, stored.Models)
	if x.known.synonyms == nil || x.known.lines != stored.Lines || learned {
		x.known.synonyms = x.synonyms(stored.On, stored.Off)
		x.known.lines = stored.Lines
	}
	x.known.acts, x.known.read = stored.Acts, now
	return x.known, nil
}

// learn teaches the analyzer what admins have taught, and reports whether that
// is another than before.
func (x *Index) learn(lemmas, models []string) bool {
	taught := make([]fi.Analogy, len(lemmas))
	for i := range lemmas {
		taught[i] = fi.Analogy{Lemma: lemmas[i], Model: models[i]}
	}
	if slices.Equal(taught, x.known.taught) {
		return false
	}
	x.analyzer.Teach(taught)
	x.known.taught = taught
	return true
}

// Reload makes the next search read the synonyms again, after a change of
// them.
func (x *Index) Reload() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.known.read = time.Time{}
}

// builtin is the set of the built-in groups alone, by the lexicon that has read
// them, which takes half a second. A program has one, its tests two.
var builtin sync.Map

// synonyms is the set of the groups in use.
func (x *Index) synonyms(on, off []string) *synonym.Set {
	read := sync.OnceValue(func() *synonym.Set { return synonym.NewSet(x.analyzer, effective(on, off)) })
	if len(on)+len(off)+len(x.known.taught) > 0 {
		return read()
	}
	set, _ := builtin.LoadOrStore(x.lexicon, read)
	return set.(func() *synonym.Set)()
}

// effective is the built-in groups that are not switched off, and the added
// ones.
func effective(on, off []string) []synonym.Group {
	isOff := map[string]bool{}
	for _, line := range off {
		isOff[line] = true
	}
	var groups []synonym.Group
	for _, g := range synonym.Builtin() {
		if !isOff[g.Key()] {
			groups = append(groups, g)
		}
	}
	for _, line := range on {
		groups = append(groups, synonym.Parse(line)...)
	}
	return groups
}
