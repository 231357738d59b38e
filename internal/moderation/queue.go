package moderation

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// A View is a part of the queue.
type View string

// The views.
const (
	Everything View = ""         // whatever waits
	Free       View = "free"     // sent, and taken by nobody
	Mine       View = "mine"     // on the viewer's table
	Late       View = "late"     // the day of the answer has passed
	Returned   View = "returned" // back with its author
	Approved   View = "approved" // waits for its hour
	Asked      View = "asked"    // the viewer's opinion is asked for
)

// Views is every view, in the order in which they are offered.
func Views() []View { return []View{Everything, Free, Mine, Late, Returned, Approved, Asked} }

// A Filter narrows the queue; the zero Filter is everything that waits.
type Filter struct {
	View       View
	CampaignID int64 // 0: in any campaign or none
}

// An Item is an act in the queue.
type Item struct {
	act.Summary
	Place
	Own bool // the viewer's own act: somebody else decides on it
}

// A Place is what the queue knows of an act itself.
type Place struct {
	ActID         act.ID
	SentAt        time.Time
	ModeratorID   account.ID // 0: nobody has taken it
	ModeratorName string
	DueOn         time.Time  // the day of the answer; zero where it is not the moderators' turn
	Late          bool       // that day has passed
	PublishAt     *time.Time // of an approved act
	Asked         bool       // the viewer's opinion is asked for
}

// Counts is how many acts wait, by campaign (0 is none) and by view.
type Counts map[int64]map[View]int

// Of is how many acts a filter keeps.
func (c Counts) Of(f Filter) int {
	n := 0
	for id, views := range c {
		if f.CampaignID == 0 || f.CampaignID == id {
			n += views[f.View]
		}
	}
	return n
}

// queued is everything that waits, and all by which it is narrowed. What was
// sent again is free again, whoever had it before.
const queued = `
	SELECT w.id, w.status, w.sent_at, w.publish_at, r.moderator_id, r.due_on, coalesce(e.campaign_id, 0) AS campaign_id,
	       w.status = 'submitted' AS free,
	       coalesce(w.status = 'in_review' AND r.moderator_id = @viewer, false) AS mine,
	       w.status = 'submitted' AND w.sent_at < @late_since OR coalesce(w.status = 'in_review' AND r.due_on < @today, false) AS late,
	       w.status = 'changes_requested' AS returned, w.status = 'approved' AS approved, o.act_id IS NOT NULL AS asked
	FROM (
		SELECT id, status, coalesce(submitted_at, created_at) AS sent_at, publish_at FROM act
		WHERE status IN ('submitted', 'in_review', 'changes_requested', 'approved')
		UNION ALL
		SELECT act_id, status, submitted_at, NULL FROM act_update WHERE status <> 'draft'
	) w
	LEFT JOIN review r ON r.act_id = w.id AND w.status <> 'submitted'
	LEFT JOIN campaign_entry e ON e.act_id = w.id
	LEFT JOIN (
		SELECT DISTINCT x.act_id FROM review_opinion x JOIN act a ON a.id = x.act_id
		WHERE x.answered_at IS NULL AND x.asker_id <> @viewer AND coalesce(x.asked_id, @viewer) = @viewer
		  AND a.owner_id IS DISTINCT FROM @viewer AND NOT EXISTS (SELECT FROM act_author y WHERE y.act_id = a.id AND y.account_id = @viewer)
	) o ON o.act_id = w.id`

// narrowed is the part of queued that a filter keeps.
const narrowed = `
	WITH q AS (` + queued + `), n AS (
		SELECT * FROM q
		WHERE (@campaign = 0 OR campaign_id = @campaign)
		  AND CASE @view WHEN '' THEN true WHEN 'free' THEN free WHEN 'mine' THEN mine WHEN 'late' THEN late
		                 WHEN 'returned' THEN returned WHEN 'asked' THEN asked ELSE approved END
	)`

// Counts is how many acts wait in each view and campaign.
func (s *Service) Counts(ctx context.Context, viewer account.Account) (Counts, error) {
	rows, err := postgres.All[struct {
		CampaignID                                int64
		Everything                                int
		Free, Mine, Late, Returned, ApprovedCount int
		Asked                                     int
	}](ctx, s.db, `
		SELECT campaign_id, count(*) AS everything, count(*) FILTER (WHERE free) AS free, count(*) FILTER (WHERE mine) AS mine,
		       count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE returned) AS returned, count(*) FILTER (WHERE approved) AS approved_count,
		       count(*) FILTER (WHERE asked) AS asked
		FROM (`+queued+`) q
		GROUP BY campaign_id`, s.args(viewer, nil))
	counts := Counts{}
	for _, r := range rows {
		counts[r.CampaignID] = map[View]int{
			Everything: r.Everything, Free: r.Free, Mine: r.Mine, Late: r.Late, Returned: r.Returned, Approved: r.ApprovedCount, Asked: r.Asked,
		}
	}
	if err != nil {
		return nil, fmt.Errorf("count the queue: %w", err)
	}
	return counts, nil
}

// Queue is the acts that a filter keeps, the longest waiting first: limit of
// them from offset on.
func (s *Service) Queue(ctx context.Context, viewer account.Account, f Filter, offset, limit int) ([]Item, error) {
	places, err := postgres.All[Place](ctx, s.db, narrowed+`
		SELECT n.id AS act_id, n.sent_at, coalesce(n.moderator_id, 0) AS moderator_id, coalesce(nullif(a.name, ''), a.email, '') AS moderator_name,
		       CASE n.status WHEN 'in_review' THEN n.due_on ELSE '0001-01-01' END AS due_on, n.late, n.publish_at, n.asked
		FROM (SELECT * FROM n ORDER BY sent_at, id OFFSET @offset LIMIT @limit) n
		LEFT JOIN account a ON a.id = n.moderator_id
		ORDER BY n.sent_at, n.id`, s.args(viewer, pgx.NamedArgs{
		"view": f.View, "campaign": f.CampaignID, "offset": offset, "limit": limit,
	}))
	if err != nil {
		return nil, fmt.Errorf("read the queue: %w", err)
	}
	return s.items(ctx, viewer, places)
}

// args is the parameters of queued, and those of the statement around it.
func (s *Service) args(viewer account.Account, more pgx.NamedArgs) pgx.StrictNamedArgs {
	today := Day(s.now())
	return postgres.Args(pgx.NamedArgs{"viewer": viewer.ID, "today": today, "late_since": lateSince(today)}, more)
}

// items is the acts at the places.
func (s *Service) items(ctx context.Context, viewer account.Account, places []Place) ([]Item, error) {
	ids := make([]act.ID, len(places))
	for i, p := range places {
		ids[i] = p.ActID
	}
	acts, err := s.acts.Waiting(ctx, ids)
	if err != nil {
		return nil, err
	}
	items := make([]Item, 0, len(places))
	for _, p := range places {
		a, waits := acts[p.ActID]
		if !waits { // decided meanwhile
			continue
		}
		if a.Status == act.Submitted {
			p.DueOn = AnswerBy(p.SentAt)
		}
		items = append(items, Item{Summary: a, Place: p, Own: act.Act{OwnerID: a.OwnerID, AuthorIDs: a.AuthorIDs}.WrittenBy(viewer)})
	}
	return items, nil
}
