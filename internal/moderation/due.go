package moderation

import (
	"context"
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// WorkingDaysAfter is the day n working days after t: weekends and Finnish
// holidays do not count.
func WorkingDaysAfter(t time.Time, n int) time.Time {
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if isWorkingDay(t) {
			n--
		}
	}
	return t
}

// Day is the day of t in Finland, as midnight UTC: as the database gives days.
func Day(t time.Time) time.Time {
	y, m, d := t.In(i18n.Helsinki()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// AnswerBy is the day by which the author of an act that was sent at t has
// been promised an answer, as long as nobody has taken it.
func AnswerBy(t time.Time) time.Time { return WorkingDaysAfter(Day(t), ReviewDays) }

// lateSince is the first moment that is not late to have been sent at, on the
// day today: whatever was sent before it should have been answered.
func lateSince(today time.Time) time.Time {
	d := today
	for !AnswerBy(noon(d)).Before(today) {
		d = d.AddDate(0, 0, -1)
	}
	y, m, n := d.AddDate(0, 0, 1).Date()
	return time.Date(y, m, n, 0, 0, 0, 0, i18n.Helsinki())
}

// noon is a moment that is on the day d wherever one asks.
func noon(d time.Time) time.Time { return d.Add(12 * time.Hour) }

// Due is by when those of some acts, or their updates, that a moderator has on
// the table are to be answered. Callers see to it that the reader writes them.
func (s *Service) Due(ctx context.Context, acts []act.Act) (map[act.ID]time.Time, error) {
	ids, due := make([]act.ID, len(acts)), map[act.ID]time.Time{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	rows, err := postgres.All[struct {
		ActID act.ID
		DueOn time.Time
	}](ctx, s.db, "SELECT act_id, due_on FROM review WHERE act_id = ANY($1)", ids)
	for _, r := range rows {
		due[r.ActID] = r.DueOn
	}
	if err != nil {
		return nil, fmt.Errorf("find by when acts are due: %w", err)
	}
	return due, nil
}
