package moderation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// A waiting act is what the queue knows of an act that waits, whoever looks.
// What was sent again is free again, whoever had it before.
type waiting struct {
	ID          act.ID
	Status      act.Status
	SentAt      time.Time
	PublishAt   *time.Time
	ModeratorID account.ID // 0: nobody has taken it
	DueOn       *time.Time // nil: nobody has taken it
	CampaignID  int64      // 0: in none
}

const waitingActs = `
	SELECT w.id, w.status, w.sent_at, w.publish_at, coalesce(r.moderator_id, 0) AS moderator_id, r.due_on, coalesce(e.campaign_id, 0) AS campaign_id
	FROM (
		SELECT id, status, coalesce(submitted_at, created_at) AS sent_at, publish_at FROM act
		WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved')
		UNION ALL
		SELECT act_id, status, submitted_at, NULL FROM act_update WHERE status <> 'draft'
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
	acts   []waiting
	moment string    // a pg_snapshot
	read   time.Time // all of it
}

// A memory keeps the queue between requests: to order thousands of acts in the
// database for each page costs more than all else on it. Each request asks
// which acts have moved in transactions that the copy has not seen, and reads
// those anew, so that it never shows less than what was committed before it.
type memory struct{ last atomic.Pointer[copied] }

// now is the queue as it is now.
func (m *memory) now(ctx context.Context, db *postgres.DB) ([]waiting, error) {
	old := m.last.Load()
	if old == nil || time.Since(old.read) > keep {
		return m.whole(ctx, db)
	}
	news, err := postgres.One[struct {
		Moment string
		Moved  []act.ID
	}](ctx, db, `
		SELECT pg_current_snapshot()::text AS moment,
		       ARRAY(SELECT DISTINCT act_id FROM queue_change
		             WHERE xid >= pg_snapshot_xmin($1::text::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::text::pg_snapshot)) AS moved`, old.moment)
	if err != nil {
		return nil, fmt.Errorf("ask what has moved in the queue: %w", err)
	}
	if len(news.Moved) == 0 {
		return old.acts, nil
	}
	fresh, err := postgres.All[waiting](ctx, db, waitingActs+" WHERE w.id = ANY($1)", news.Moved)
	if err != nil {
		return nil, fmt.Errorf("read what has moved in the queue: %w", err)
	}
	moved := make(map[act.ID]bool, len(news.Moved))
	for _, id := range news.Moved {
		moved[id] = true
	}
	for _, w := range old.acts {
		if !moved[w.ID] {
			fresh = append(fresh, w)
		}
	}
	return m.put(copied{fresh, news.Moment, old.read}), nil
}

func (m *memory) whole(ctx context.Context, db *postgres.DB) ([]waiting, error) {
	read := time.Now()
	moment, err := postgres.Value[string](ctx, db, "SELECT pg_current_snapshot()::text") // before the acts: they may be newer, never older
	if err != nil {
		return nil, fmt.Errorf("ask for the moment of the queue: %w", err)
	}
	acts, err := postgres.All[waiting](ctx, db, waitingActs)
	if err != nil {
		return nil, fmt.Errorf("read the queue: %w", err)
	}
	return m.put(copied{acts, moment, read}), nil
}

// put keeps a copy. Of two at once either may stay: each tells its moment.
func (m *memory) put(c copied) []waiting {
	slices.SortFunc(c.acts, func(a, b waiting) int { return cmp.Or(a.SentAt.Compare(b.SentAt), cmp.Compare(a.ID, b.ID)) })
	m.last.Store(&c)
	return c.acts
}

// SweepQueue forgets the notes of changes that every copy has seen.
func (s *Service) SweepQueue(ctx context.Context) error {
	return postgres.Exec(ctx, s.db, "DELETE FROM queue_change WHERE changed_at < now() - $1::interval", notesKept)
}
