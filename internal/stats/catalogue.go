package stats

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// A row is one public act in numbers.
type row struct {
	id           int64
	version      int64            // of the site, when the act changed last
	published    int64            // first, in microseconds of Unix time
	wide         [2]uint64        // the bits of its sectors and themes
	single       [dimensions]int8 // in the other dimensions but Organization its bit and one more, 0: none
	primary      [2]int8          // the bit of the primary sector and theme, -1: none
	month        int32            // of the first publication, as monthOf numbers them
	orgs         []int32          // the lead organisation first; places in the values of Organization
	place        string           // code of the municipality, "": not known
	older        uint64           // its sectors in the list of 2020, as a mask
	adopted      int32            // by so many other organisations, now
	wait         int32            // days from the first sending to the publication; unknownWait
	olderPrimary int8             // the bit of the primary sector of 2020, -1: none
	told         bool             // some organisation has told how far it is with the act
	archived     bool
	ownPlace     bool // the act itself tells the place, not its organisation
	files        bool // some attachment can be seen, or will be
}

// mask is the bits of what r has in a dimension but Organization.
func (r *row) mask(d Dimension) uint64 {
	if d <= Theme {
		return r.wide[d]
	}
	if r.single[d] == 0 {
		return 0
	}
	return 1 << (r.single[d] - 1)
}

// set gives r the one bit that it has in a dimension.
func (r *row) set(d Dimension, bit int) { r.single[d] = int8(bit + 1) } // there are 64 at the most

// awarded reports whether r has won an award.
func (r *row) awarded() bool { return r.single[Awarded] != 0 }

// publish notes when the act first was.
func (r *row) publish(at time.Time) {
	r.published, r.month = at.UnixMicro(), int32(monthOf(at))
}

// A Catalogue is every public act as of one version of the site. It does not
// change: a newer one takes its place.
type Catalogue struct {
	version   int64
	rows      []row // newest first
	values    [dimensions]values
	orgByID   map[int64]int32
	orgs      []org // by their places in the values of Organization
	bits      bitIndex
	places    places
	columns   columns
	whole     *Selection // without any choice
	shelf     shelf[Selection]
	sums      shelf[sums]
	reading   shelf[readSums]
	crosses   shelf[Cross]
	once      sync.Once // for kept
	kept      *ledger   // what periods are counted from
	totals    Totals
	reads     atomic.Pointer[readings] // renewed between two versions; nil: none are known
	opening   sync.Mutex               // for opened
	opened    *openings                // the acts that have been read, as of reads; nil: not asked for
	sectors   sectorLists
	contests  []contest             // the rules of the campaigns, by their bits
	told      atomic.Pointer[stint] // the period that was asked for last
	lens      Lens                  // what it is seen through
	solutions []time.Time           // when each came out, the oldest first
	exact     time.Time             // the first day of which all that was counted is kept
}

// IsAwarded reports whether the public act with the id has won an award.
func (c *Catalogue) IsAwarded(id int64) bool {
	n, ok := c.places.of(id)
	return ok && c.rows[n].awarded()
}

// AdoptedBy is how many other organisations use the public act with the id.
func (c *Catalogue) AdoptedBy(id int64) int {
	n, ok := c.places.of(id)
	if !ok {
		return 0
	}
	return int(c.rows[n].adopted)
}

// MayHaveFiles reports whether the act with the id may have attachments that
// the public sees. It is false only of a public act that is known to have none.
func (c *Catalogue) MayHaveFiles(id int64) bool {
	n, ok := c.places.of(id)
	return !ok || c.rows[n].files
}

// HasAdoptions reports whether some organisation has told how far it is with
// the public act with the id, be it in use there or not.
func (c *Catalogue) HasAdoptions(id int64) bool {
	n, ok := c.places.of(id)
	return ok && c.rows[n].told
}

// VersionOf is the version of the site in which the public act with the id
// changed last: what is remembered of the act under it is true. 0: no such act.
func (c *Catalogue) VersionOf(id int64) int64 {
	n, ok := c.places.of(id)
	if !ok {
		return 0
	}
	return c.rows[n].version
}

// settle notes what many pages ask for, once the rows are there.
func (c *Catalogue) settle() {
	c.places, c.columns = placesOf(c.rows), columnsOf(c)
	c.totals = c.count()
	c.whole = c.selects(Filter{})
}

// Version is the version of the site that c shows.
func (c *Catalogue) Version() int64 { return c.version }

// Len is how many acts c has, archived ones too.
func (c *Catalogue) Len() int { return len(c.rows) }

// Value is the choice of a dimension that is called code, by code or slug.
func (c *Catalogue) Value(d Dimension, code string) (Value, bool) {
	n, ok := c.values[d].index[code]
	if !ok {
		return Value{}, false
	}
	return c.values[d].list[n], true
}

// Values is every choice of a dimension.
func (c *Catalogue) Values(d Dimension) []Value { return c.values[d].list }

// bitIndex finds the bit of what the database has by id.
type bitIndex struct {
	term     map[int16]int    // the current term, whichever version it was given in
	older    map[int16]uint64 // the sectors of 2020 that a term is, whichever version it is of
	region   map[string]int
	campaign map[int64]int
}

// newestFirst orders rows as the list shows them.
func newestFirst(a, b row) int {
	return cmp.Or(cmp.Compare(b.published, a.published), cmp.Compare(b.id, a.id))
}

// with is c's rows with some replaced by their new selves: those in changed,
// and gone ones taken away.
func (c *Catalogue) with(changed []row, gone map[int64]bool) []row {
	slices.SortFunc(changed, newestFirst)
	out := make([]row, 0, len(c.rows)+len(changed))
	for _, r := range c.rows {
		if gone[r.id] {
			continue
		}
		for len(changed) > 0 && newestFirst(changed[0], r) < 0 {
			out, changed = append(out, changed[0]), changed[1:]
		}
		out = append(out, r)
	}
	return append(out, changed...)
}
