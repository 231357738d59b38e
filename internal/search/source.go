package search

import (
	"context"
	"encoding/binary"
	"slices"
	"sync"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/search/posting"
	"tekojentori.fi/tori/internal/search/query"
)

// A source tells which acts match. While one query is answered each act has
// the same number, the place of its hit.
type source interface {
	// find is the numbers of the acts that match each expression, until done.
	find(ctx context.Context, exprs []*query.Expr) ([]posting.Set, error)
	// view calls fn with the hits of all numbers, negative for acts that are
	// gone, and the numbers with the newest act first.
	view(fn func(hits []int64, recent []int32))
	// done ends the query: what was found is gone.
	done()
}

// source is the index in memory when it is there, else the database.
func (x *Index) source() source {
	if m := x.memory.Load(); m != nil {
		return inMemory{m, rooms.Get().(*posting.Room)}
	}
	return &inDatabase{index: x, numbers: map[int64]int32{}}
}

type inMemory struct {
	*posting.Index
	room *posting.Room
}

// rooms are used in turn.
var rooms = sync.Pool{New: func() any { return new(posting.Room) }}

func (m inMemory) done() {
	m.room.Clear()
	rooms.Put(m.room)
}

func (m inMemory) find(_ context.Context, exprs []*query.Expr) ([]posting.Set, error) {
	found := make([]posting.Set, len(exprs))
	m.View(func(v posting.View) {
		for i, e := range exprs {
			found[i] = v.Find(e, m.room)
		}
	})
	return found, nil
}

func (m inMemory) view(fn func(hits []int64, recent []int32)) {
	m.View(func(v posting.View) { fn(v.Hits(), v.Recent()) })
}

// inDatabase asks PostgreSQL, and numbers the acts as they come.
type inDatabase struct {
	index   *Index
	numbers map[int64]int32
	hits    []int64
}

func (d *inDatabase) done() {}

func (d *inDatabase) view(fn func(hits []int64, recent []int32)) {
	recent := make([]int32, len(d.hits))
	for i := range recent {
		recent[i] = int32(i)
	}
	slices.SortFunc(recent, func(a, b int32) int {
		if d.hits[a] > d.hits[b] {
			return -1
		}
		return 1
	})
	fn(d.hits, recent)
}

// find takes one round trip after the BEGIN. A sequential scan would read
// every act_search.tsv from the TOAST, which the planner takes for free, so it
// is off. The acts come as one string of bytes for each tsquery: nothing else
// is as cheap to make and to read.
func (d *inDatabase) find(ctx context.Context, exprs []*query.Expr) ([]posting.Set, error) {
	queries := make([]string, len(exprs))
	for i, e := range exprs {
		queries[i] = e.TSQuery()
	}
	found := make([][]int32, len(queries))
	b := &pgx.Batch{}
	b.Queue("SELECT set_config('enable_seqscan', 'off', true)")
	b.Queue(`
		SELECT q.n, (SELECT string_agg(int8send(a.hit), ''::bytea) FROM act_search a WHERE a.tsv @@ q.query::tsquery)
		FROM unnest($1::text[]) WITH ORDINALITY AS q (query, n)`, queries).Query(func(rows pgx.Rows) error {
		var n int64
		var packed []byte
		_, err := pgx.ForEachRow(rows, []any{&n, &packed}, func() error {
			found[n-1] = d.unpack(packed)
			return nil
		})
		return err
	})
	if err := d.index.db.Tx(ctx, func(tx pgx.Tx) error { return tx.SendBatch(ctx, b).Close() }); err != nil {
		return nil, err
	}
	sets := make([]posting.Set, len(found))
	for i, docs := range found {
		sets[i] = posting.NewSet(len(d.hits))
		for _, doc := range docs {
			sets[i].Add(doc)
		}
	}
	return sets, nil
}

// unpack is the numbers of packed hits.
func (d *inDatabase) unpack(packed []byte) []int32 {
	docs := make([]int32, 0, len(packed)/8)
	for ; len(packed) >= 8; packed = packed[8:] {
		hit := int64(binary.BigEndian.Uint64(packed)) // as int8send packs it
		doc, ok := d.numbers[hit]
		if !ok {
			doc = int32(len(d.hits))
			d.numbers[hit], d.hits = doc, append(d.hits, hit)
		}
		docs = append(docs, doc)
	}
	return docs
}
