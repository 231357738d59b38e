package moderation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// A Waiting act is what the queue knows of an act that waits, or of its update,
// whoever looks. What was sent again is free again, whoever had it before.
type Waiting struct {
	ID             act.ID
	Title          string
	Language       string
	Status         act.Status
	Update         bool // of an act that is out
	OwnerID        account.ID
	AuthorIDs      []account.ID
	OrganizationID organization.ID
	SentAt         time.Time
	PublishAt      *time.Time // of an approved act
	ModeratorID    account.ID // 0: nobody has taken it
	ReviewDueOn    *time.Time // nil: nobody has taken it
	CampaignID     int64      // 0: in none
}

const waitingActs = `
	SELECT w.*, ARRAY(SELECT account_id FROM act_author WHERE act_id = w.id) AS author_ids,
	       coalesce(r.moderator_id, 0) AS moderator_id, r.due_on AS review_due_on, coalesce(e.campaign_id, 0) AS campaign_id
	FROM (
		SELECT id, title, language, status, false AS update, coalesce(owner_id, 0) AS owner_id, coalesce(organization_id, 0) AS organization_id,
		       coalesce(submitted_at, created_at) AS sent_at, publish_at
		FROM act
		WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved')
		UNION ALL
		SELECT a.id, coalesce(u.content->>'Title', ''), coalesce(u.content->>'Language', ''), u.status, true, coalesce(a.owner_id, 0), coalesce(a.organization_id, 0),
		       u.submitted_at, NULL
		FROM act_update u
		JOIN act a ON a.id = u.act_id
		WHERE u.status <> 'draft'
	) w
	LEFT JOIN review r ON r.act_id = w.id AND w.status <> 'submitted'
	LEFT JOIN campaign_entry e ON e.act_id = w.id`

// keep is how long a copy lives before all of it is read again: nothing that
// goes past the notes of changes, such as a backup that is restored, is missed
// for longer. The notes are swept after notesKept.
const (
	keep      = time.Minute
	notesKept = time.Hour
)

// A copied queue is everything that waits, the longest waiting first, as it
// was at a moment or after it.
type copied struct {
	acts   []Waiting
	moment string    // a pg_snapshot
	read   time.Time // all of it
	told   atomic.Pointer[standings]
}

// A memory keeps the queue between requests: to order thousands of acts in the
// database for each page costs more than all else on it. Each request asks
// which acts have moved in transactions that the copy has not seen, and reads
// those anew, so that it never shows less than what was committed before it.
type memory struct {
	last    atomic.Pointer[copied]
	reading sync.Mutex // by whoever reads the whole
}

// News is what one moderator is told of the queue, and of what waits beside it.
type news struct {
	Moment   string   // a pg_snapshot, before the acts are read: they may be newer, never older
	Moved    []act.ID // since the moment that was asked for
	Asked    []act.ID // the moderator's opinion is asked for
	Messages int
	Removals int
}

// newsSince is asked in one statement: as five they cost more than the page.
// That the moment is told apart by OFFSET 0, and that a change is looked for
// between two bounds, has PostgreSQL keep its plan: else it guesses that a third
// of the notes are asked for, and plans anew for each page, in three times the
// time that the answer takes.
const newsSince = `
		SELECT pg_current_snapshot()::text AS moment,
		       ARRAY(SELECT DISTINCT act_id FROM queue_change WHERE xid >= pg_snapshot_xmin(o.moment) AND xid < o.ends AND NOT pg_visible_in_snapshot(xid, o.moment)) AS moved,
		       ARRAY(SELECT DISTINCT x.act_id FROM review_opinion x JOIN act a ON a.id = x.act_id
		             WHERE x.answered_at IS NULL AND x.asker_id <> $2 AND coalesce(x.asked_id, $2) = $2
		               AND a.owner_id IS DISTINCT FROM $2 AND NOT EXISTS (SELECT FROM act_author y WHERE y.act_id = a.id AND y.account_id = $2)) AS asked,
		       (SELECT count(DISTINCT m.act_id)` + unanswered + `) AS messages,
		       (SELECT count(*) FROM act_removal WHERE decided_at IS NULL AND act_id IS NOT NULL) AS removals
		FROM (SELECT $1::pg_snapshot AS moment, pg_snapshot_xmax(pg_current_snapshot()) AS ends OFFSET 0) o`

// now is the queue as it is now, and what else the viewer is told.
func (m *memory) now(ctx context.Context, db *postgres.DB, viewer account.ID) (waiting *copied, told news, err error) {
	old, err := m.copy(ctx, db)
	if err != nil {
		return nil, told, err
	}
	told, err = postgres.One[news](ctx, db, newsSince, old.moment, viewer)
	if err != nil {
		return nil, told, fmt.Errorf("ask what has moved in the queue: %w", err)
	}
	if len(told.Moved) == 0 {
		return old, told, nil
	}
	acts, err := postgres.All[Waiting](ctx, db, waitingActs+" WHERE w.id = ANY($1)", told.Moved)
	if err != nil {
		return nil, told, fmt.Errorf("read what has moved in the queue: %w", err)
	}
	for _, w := range old.acts {
		if !slices.Contains(told.Moved, w.ID) {
			acts = append(acts, w)
		}
	}
	return m.put(&copied{acts: acts, moment: told.Moment, read: old.read}), told, nil
}

// copy is the last copy, or the whole anew when that is too old. One reads it:
// thousands of acts for each of many who look at once would take more time and
// memory than all else. The others go on with the old copy, or wait for the first.
func (m *memory) copy(ctx context.Context, db *postgres.DB) (*copied, error) {
	old := m.last.Load()
	switch {
	case old == nil:
		m.reading.Lock()
	case time.Since(old.read) < keep || !m.reading.TryLock():
		return old, nil
	}
	defer m.reading.Unlock()
	if now := m.last.Load(); now != old {
		return now, nil
	}
	moment, err := postgres.Value[string](ctx, db, "SELECT pg_current_snapshot()::text")
	if err != nil {
		return nil, fmt.Errorf("ask for the moment of the queue: %w", err)
	}
	acts, err := postgres.All[Waiting](ctx, db, waitingActs)
	if err != nil {
		return nil, fmt.Errorf("read the queue: %w", err)
	}
	return m.put(&copied{acts: acts, moment: moment, read: time.Now()}), nil
}

// put keeps a copy. Of two at once either may stay: each tells its moment.
func (m *memory) put(c *copied) *copied {
	slices.SortFunc(c.acts, func(a, b Waiting) int { return cmp.Or(a.SentAt.Compare(b.SentAt), cmp.Compare(a.ID, b.ID)) })
	m.last.Store(c)
	return c
}

// SweepQueue forgets the notes of changes that every copy has seen.
func (s *Service) SweepQueue(ctx context.Context) error {
	return postgres.Exec(ctx, s.db, "DELETE FROM queue_change WHERE changed_at < now() - $1::interval", notesKept)
}
