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

// knowledge is what is known. Where somebody reads it again, which takes a
// second when the synonyms have changed, the others go on with what was known.
func (x *Index) knowledge(ctx context.Context) (knowledge, error) {
	known := x.known.Load()
	if known != nil && x.now().Sub(known.read) < rereadAfter {
		return *known, nil
	}
	if known != nil && !x.reading.TryAcquire(1) {
		return *known, nil
	}
	if known == nil {
		if err := x.reading.Acquire(ctx, 1); err != nil {
			return knowledge{}, fmt.Errorf("wait for what the search knows: %w", err)
		}
	}
	defer x.reading.Release(1)
	if now := x.known.Load(); now != known { // somebody was faster
		return *now, nil
	}
	return x.reread(ctx)
}

// Prepare reads what searches need to know. Whoever calls it before the first
// search spares that one a second.
func (x *Index) Prepare(ctx context.Context) error {
	_, err := x.knowledge(ctx)
	return err
}

// Reload reads the synonyms again, after a change of them: when it returns, all
// searches know it. Before the first search there is nothing to read again.
func (x *Index) Reload(ctx context.Context) error {
	if err := x.reading.Acquire(ctx, 1); err != nil {
		return fmt.Errorf("wait for what the search knows: %w", err)
	}
	defer x.reading.Release(1)
	if x.known.Load() == nil {
		return nil
	}
	_, err := x.reread(ctx)
	return err
}

// reread is knowledge as the database has it; reading is held.
func (x *Index) reread(ctx context.Context) (knowledge, error) {
	now := x.now()
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
	var known knowledge
	if was := x.known.Load(); was != nil {
		known = *was
	}
	learned := x.learn(&known, stored.Lemmas, stored.Models)
	if known.synonyms == nil || known.lines != stored.Lines || learned {
		known.synonyms, known.lines = x.synonyms(stored.On, stored.Off, known.taught), stored.Lines
	}
	known.acts, known.read = stored.Acts, now
	x.known.Store(&known)
	return known, nil
}

// learn teaches the analyzer what admins have taught, and reports whether that
// is another than before.
func (x *Index) learn(known *knowledge, lemmas, models []string) bool {
	taught := make([]fi.Analogy, len(lemmas))
	for i := range lemmas {
		taught[i] = fi.Analogy{Lemma: lemmas[i], Model: models[i]}
	}
	if slices.Equal(taught, known.taught) {
		return false
	}
	x.analyzer.Teach(taught)
	known.taught = taught
	return true
}

// builtin is the set of the built-in groups alone, by the lexicon that has read
// them, which takes a second. A program has one, its tests two.
var builtin sync.Map

// synonyms is the set of the groups in use.
func (x *Index) synonyms(on, off []string, taught []fi.Analogy) *synonym.Set {
	read := sync.OnceValue(func() *synonym.Set { return synonym.NewSet(x.analyzer, effective(on, off)) })
	if len(on)+len(off)+len(taught) > 0 {
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
