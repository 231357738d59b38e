package stats

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// readings is how many times the pages of acts have been opened. It does not
// change: a newer one takes its place.
type readings struct {
	total int64     // of all pages, as the portals have written it down
	since time.Time // the day on which counting began
	last  int       // the newest month with readings, see monthOf
	acts  map[int64]actReadings
}

// actReadings is the readings of one act.
type actReadings struct {
	total  int
	months []monthReadings // in no order
}

type monthReadings struct{ month, hits int }

var readingRule = i18n.T(
	"Kuinka monta kertaa julkaistujen tekojen sivut on avattu. Sama lukija lasketaan joka kerralla: emme tiedä, kuka lukee. Mukana eivät ole hakurobotit, esilataukset eivätkä kirjautuneet ylläpitäjät ja teon omat tekijät.",
	"Hur många gånger de publicerade gärningarnas sidor har öppnats. Samma läsare räknas varje gång: vi vet inte vem som läser. Sökrobotar, förhandshämtningar samt inloggade administratörer och de som själva har gjort gärningen räknas inte.",
	"How many times the pages of published acts have been opened. A reader counts each time: we do not know who reads. Robots, prefetching, and signed-in staff and the act’s own authors are left out.")

// ReadingRule says in words how readings are counted.
func ReadingRule() i18n.Text { return readingRule }

// RefreshReadings reads what has been read since the last time. It leaves the
// version as it is: what people read changes no page but those that tell it.
func (s *Service) RefreshReadings(ctx context.Context) error {
	s.refresh.Lock()
	defer s.refresh.Unlock()
	old := s.kept.Load()
	fresh, err := s.readReadings(ctx, old.read())
	if err == nil {
		old.reads.Store(&fresh)
	}
	return err
}

// read is what c knows of readings.
func (c *Catalogue) read() readings { return *c.readings() }

// readings is what c knows of them; two that are the same pointer are the same.
func (c *Catalogue) readings() *readings {
	if r := c.reads.Load(); r != nil {
		return r
	}
	return &unread
}

// unread is the readings of a portal that nobody has read.
var unread readings

// readingsSince reads the months of acts that have been read since a total.
const readingsSince = `
		WITH fresh AS (SELECT DISTINCT page, date_trunc('month', day)::date AS month FROM page_reading WHERE changed > $1)
		SELECT a.id, f.month, sum(r.hits) AS hits
		FROM fresh f
		JOIN act a ON a.slug = substr(f.page, length('/katso/') + 1)
		JOIN page_reading r ON r.page = f.page AND r.day >= f.month AND r.day < f.month + interval '1 month'
		WHERE starts_with(f.page, '/katso/')
		GROUP BY a.id, f.month`

// A monthOfAct is how many times an act was read in a month.
type monthOfAct struct {
	ID, Hits int64
	Month    time.Time
}

// readReadings is old and what has been written since. The total is read
// first: what is written in between is read now and once more next time.
func (s *Service) readReadings(ctx context.Context, old readings) (readings, error) {
	state, err := postgres.One[struct {
		Hits  int64
		Since time.Time
	}](ctx, s.db, "SELECT hits, since FROM reading_total")
	if err != nil || state.Hits == old.total {
		return old, wrapped(err)
	}
	var rows []monthOfAct
	err = s.db.Patiently(ctx, func(tx pgx.Tx) error { // all of them at the start
		rows, err = postgres.All[monthOfAct](ctx, tx, readingsSince, old.total)
		return err
	})
	fresh := readings{total: state.Hits, since: state.Since, last: old.last, acts: maps.Clone(old.acts)}
	if fresh.acts == nil {
		fresh.acts = map[int64]actReadings{}
	}
	for _, r := range rows {
		month := r.Month.Year()*12 + int(r.Month.Month()) - 1
		fresh.acts[r.ID] = fresh.acts[r.ID].with(month, int(r.Hits))
		fresh.last = max(fresh.last, month)
	}
	return fresh, wrapped(err)
}

func wrapped(err error) error {
	if err != nil {
		return fmt.Errorf("refresh the readings: %w", err)
	}
	return nil
}

// with is a with another count of a month.
func (a actReadings) with(month, hits int) actReadings {
	months := slices.DeleteFunc(slices.Clone(a.months), func(m monthReadings) bool { return m.month == month })
	out := actReadings{months: append(months, monthReadings{month, hits})}
	for _, m := range out.months {
		out.total += m.hits
	}
	return out
}

// ReadingState names what c knows of readings: pages that tell of them are
// good for one state.
func (c *Catalogue) ReadingState() int64 { return c.read().total }

// ReadingsOf is how many times the page of a public act has been opened.
func (c *Catalogue) ReadingsOf(id int64) int {
	if _, ok := c.places.of(id); !ok {
		return 0
	}
	return c.read().acts[id].total
}

func (c *Catalogue) readingDefinition(key string, f Filter) Definition {
	return Definition{Key: key, Rule: c.narrowed(readingRule, f), Basis: Opened, Window: c.readingWindow(f)}
}

// readingWindow is the time that readings are counted from, and which acts.
func (c *Catalogue) readingWindow(f Filter) i18n.Text {
	since := c.read().since
	fi, sv, en := "", "", ""
	if !f.From.IsZero() || !f.Until.IsZero() {
		w := f.window()
		fi, sv, en = "; teot: "+w.To(i18n.FI), "; gärningar: "+w.To(i18n.SV), "; acts: "+w.To(i18n.EN)
	}
	return i18n.T(
		"Laskettu "+since.Format("2.1.2006")+" alkaen, avaamispäivän mukaan"+fi,
		"Räknat från "+since.Format("2.1.2006")+", enligt dagen då sidan öppnades"+sv,
		"Counted from "+since.Format("2 January 2006")+", by the day of opening"+en)
}

// monthValue is a month as a row of a table.
func monthValue(m int) Value {
	name := strconv.Itoa(m%12+1) + "/" + strconv.Itoa(m/12)
	return Value{Code: strconv.Itoa(m/12) + "-" + strconv.Itoa(m%12 + 101)[1:], Label: i18n.Name(name, "", "")}
}
