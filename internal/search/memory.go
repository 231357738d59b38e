package search

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/KimMachineGun/automemlimit/memlimit"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search/posting"
)

// A memory is the copy of the index that queries read. It is there once all of
// it has been loaded; until then, and when the index is too large, they ask
// the database.
type memory struct {
	atomic.Pointer[posting.Index]

	loading  sync.Mutex // one loads at a time
	wanted   atomic.Int64
	next     *posting.Index
	changed  int64 // of the last row or removal that was loaded
	limit    int   // bytes
	tooLarge bool
}

const (
	// share is how much of the machine's memory the copy may take if nobody
	// says otherwise: an act takes some 1,150 bytes, and PostgreSQL is often
	// beside.
	share = 0.25
	// unsure is how many bytes it may take when nothing tells how many there
	// are.
	unsure = 160 << 20
)

// memoryLimit is how many bytes the copy may take if nobody says otherwise: it
// follows what the machine has, or what the group of processes that this one
// runs in may use.
func memoryLimit() int {
	has, err := memlimit.ApplyFallback(memlimit.FromCgroup, memlimit.FromSystem)()
	if err != nil || has == 0 {
		return unsure
	}
	return int(share * float64(has)) // far below 2^63
}

// Limit says how many bytes the copy may take. Call it while nobody calls
// Refresh.
func (x *Index) Limit(bytes int) { x.memory.limit, x.memory.tooLarge = bytes, false }

const (
	// loaded is how many acts are read in one statement.
	loaded = 500
	// wasted is how much of the copy may be of acts that are gone before it
	// is made anew.
	wasted = 0.5
)

// Refresh brings the copy of the index in memory up to what has been
// committed; the first call makes it. Whoever changes nothing need not call
// it: without a copy queries ask the database.
func (x *Index) Refresh(ctx context.Context) error {
	m := &x.memory
	m.wanted.Add(1)
	for {
		if !m.loading.TryLock() {
			return nil // who loads looks once more
		}
		wanted := m.wanted.Load()
		err := x.load(ctx)
		m.loading.Unlock()
		if err != nil {
			return fmt.Errorf("load the index: %w", err)
		}
		if m.wanted.Load() == wanted {
			return nil
		}
	}
}

// load reads what has changed.
func (x *Index) load(ctx context.Context) error {
	m := &x.memory
	if m.tooLarge {
		return nil
	}
	if m.next == nil || m.next.Waste() > wasted {
		m.next, m.changed = posting.New(), 0
	}
	for {
		n, err := x.loadSome(ctx)
		if err != nil {
			return err
		}
		if m.next.Bytes() > m.limit {
			m.Store(nil)
			m.next, m.tooLarge = nil, true
			return nil
		}
		if n < loaded {
			break
		}
		m.Store(nil) // far behind: rather the database than what is old
	}
	m.next.Settle()
	if err := x.nameWords(ctx); err != nil {
		return err
	}
	m.Store(m.next)
	return nil
}

// An altered is a row of the index, or the removal of one.
type altered struct {
	ActID   int64
	Hit     int64
	TSV     []byte
	Changed int64
	Terms   []int16 // sectors and themes
}

// loadSome reads the next rows and removals in the order of their commits: the
// lock of the writers sees to it that no smaller number comes later.
func (x *Index) loadSome(ctx context.Context) (int, error) {
	m := &x.memory
	rows, err := postgres.All[altered](ctx, x.db, `
		(SELECT s.act_id, hit, tsvectorsend(tsv) AS tsv, changed,
		        ARRAY(SELECT term_id FROM act_term t WHERE t.act_id = s.act_id) AS terms
		 FROM act_search s WHERE changed > $1 ORDER BY changed LIMIT $2)
		UNION ALL
		(SELECT act_id, -1, NULL, changed, NULL FROM act_search_gone WHERE changed > $1 ORDER BY changed LIMIT $2)
		ORDER BY changed LIMIT $2`, m.changed, loaded)
	if err != nil {
		return 0, err
	}
	var docs []posting.Document
	var removed []int64
	for _, r := range rows {
		if r.TSV == nil {
			removed = append(removed, r.ActID)
		} else {
			docs = append(docs, posting.Document{ActID: r.ActID, Hit: r.Hit, TSV: r.TSV, Terms: r.Terms})
		}
		m.changed = r.Changed
	}
	m.next.Remove(removed...)
	m.next.Put(docs...)
	return len(rows), nil
}

// nameWords finds out how the words are shown by which acts are alike. Base
// forms that come from an uncertain reading are not shown, and tell nothing;
// nor do dull words.
func (x *Index) nameWords(ctx context.Context) error {
	unnamed := x.memory.next.Unnamed()
	if len(unnamed) == 0 {
		return nil
	}
	shown := make(map[string]string, len(unnamed))
	stems, langs := make([]string, len(unnamed)), make([]string, len(unnamed))
	for i, lexeme := range unnamed {
		langs[i], stems[i] = parted(lexeme)
		shown[lexeme] = ""
	}
	rows, err := postgres.All[struct {
		N     int
		Shown string
	}](ctx, x.db, `
		SELECT q.n::integer - 1 AS n, w.shown
		FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS q (stem, language, n)
		JOIN search_word w ON w.word = q.stem AND w.language = q.language
		WHERE w.kind = 1 AND q.language = 'fi'
		UNION ALL
		SELECT q.n - 1, w.shown
		FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS q (stem, language, n)
		CROSS JOIN LATERAL (
			SELECT shown FROM search_word
			WHERE language = q.language AND word >= q.stem AND word < q.stem || U&'\+10FFFF'
			ORDER BY length(word), word LIMIT 1) AS w
		WHERE q.language <> 'fi'`, stems, langs)
	for _, r := range rows {
		if !dullStem(langs[r.N], stems[r.N]) {
			shown[unnamed[r.N]] = r.Shown
		}
	}
	x.memory.next.Name(shown)
	return err
}

// parted is the language of a lexeme and the rest of it: sv and möt of sv/möt.
func parted(lexeme string) (lang, stem string) {
	if lang, stem, ok := strings.Cut(lexeme, "/"); ok {
		return lang, stem
	}
	return "fi", lexeme
}
