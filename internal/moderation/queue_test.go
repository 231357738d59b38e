package moderation_test

import (
	"fmt"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/postgres"
)

// sent moves the submission of an act to another time.
func (d *desk) sent(t *testing.T, a act.Act, at time.Time) {
	t.Helper()
	if err := postgres.Exec(t.Context(), d.db, "UPDATE act SET submitted_at = $2 WHERE id = $1", a.ID, at); err != nil {
		t.Fatal(err)
	}
}

// aQueue is an act in each part of the queue: taken by maija, free, free for
// too long, taken for too long, returned.
func aQueue(t *testing.T) (*desk, map[string]act.Act) {
	t.Helper()
	d, acts := newDesk(t), map[string]act.Act{}
	for i, name := range []string{"taken", "free", "old", "forgotten", "returned"} {
		a := d.submitted(t, d.author)
		acts[name] = a
		d.sent(t, a, time.Now().Add(time.Duration(i-9)*time.Minute))
		if name == "free" || name == "old" {
			continue
		}
		if err := d.mods.Take(t.Context(), d.maija, a.ID, 0); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.mods.Return(t.Context(), d.maija, acts["returned"].ID, 0, "Lisää lukuja."); err != nil {
		t.Fatal(err)
	}
	d.sent(t, acts["old"], time.Now().AddDate(0, 0, -30))
	if err := postgres.Exec(t.Context(), d.db, "UPDATE review SET due_on = now()::date - 3, moderator_id = $2 WHERE act_id = $1", acts["forgotten"].ID, d.olli.ID); err != nil {
		t.Fatal(err)
	}
	return d, acts
}

// queue is what waits now.
func (d *desk) queue(t *testing.T, viewer account.Account) moderation.Queue {
	t.Helper()
	q, err := d.mods.Queue(t.Context(), viewer)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestEveryViewOfTheQueueAgreesWithItsCount(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	q := d.queue(t, d.maija)
	counts := q.Counts()
	for view, names := range map[moderation.View][]string{
		moderation.Everything: {"old", "taken", "free", "forgotten", "returned"},
		moderation.Free:       {"old", "free"},
		moderation.Mine:       {"taken"},
		moderation.Late:       {"old", "forgotten"},
		moderation.Returned:   {"returned"},
		moderation.Approved:   nil,
	} {
		items, err := q.Items(t.Context(), moderation.Filter{View: view}, 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		var got, want []act.ID
		for _, i := range items {
			got = append(got, i.ID)
			if i.Late != (i.ID == acts["old"].ID || i.ID == acts["forgotten"].ID) {
				t.Errorf("%v is late: %t", i.ID, i.Late)
			}
		}
		for _, name := range names {
			want = append(want, acts[name].ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("view %d shows %v, want %v", view, got, want)
		}
		if n := counts.Of(moderation.Filter{View: view}); n != len(items) {
			t.Errorf("view %d counts %d and shows %d", view, n, len(items))
		}
	}
}

// What the moderator looks at keeps its neighbours when it has left the view:
// the way goes on after a decision.
func TestTheWayThroughTheQueueGoesOn(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	free := moderation.Filter{View: moderation.Free}
	for _, step := range []struct {
		filter moderation.Filter
		at     string
		want   moderation.Neighbours
	}{
		{moderation.Filter{}, "free", moderation.Neighbours{Before: 2, Total: 5, In: true, Previous: acts["taken"].ID, Next: acts["forgotten"].ID}},
		{moderation.Filter{}, "old", moderation.Neighbours{Total: 5, In: true, Next: acts["taken"].ID}},
		{free, "old", moderation.Neighbours{Total: 2, In: true, Next: acts["free"].ID}},
		{free, "taken", moderation.Neighbours{Before: 1, Total: 2, Previous: acts["old"].ID, Next: acts["free"].ID}},
	} {
		a, err := d.acts.Find(t.Context(), d.maija, acts[step.at].ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.queue(t, d.maija).Around(step.filter, a.ID, *a.SubmittedAt); got != step.want {
			t.Errorf("around %s in view %d: %+v, want %+v", step.at, step.filter.View, got, step.want)
		}
	}
}

func TestAPageOfTheQueueIsAPartOfIt(t *testing.T) {
	t.Parallel()
	d, _ := aQueue(t)
	var all []act.ID
	for offset := 0; offset < 6; offset += 2 {
		items, err := d.queue(t, d.maija).Items(t.Context(), moderation.Filter{}, offset, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range items {
			all = append(all, i.ID)
		}
	}
	whole, err := d.queue(t, d.maija).Items(t.Context(), moderation.Filter{}, 0, 100)
	if err != nil || len(all) != len(whole) {
		t.Fatalf("%d acts page by page, %d at once, %v", len(all), len(whole), err)
	}
	for i, item := range whole {
		if item.ID != all[i] {
			t.Errorf("place %d has %v on its page, %v in the whole", i, all[i], item.ID)
		}
	}
}

func TestWorkingDaysAfter(t *testing.T) {
	friday := time.Date(2026, 11, 20, 15, 0, 0, 0, time.UTC)
	if got := moderation.WorkingDaysAfter(friday, 5).Format(time.DateOnly); got != "2026-11-27" {
		t.Errorf("five working days after a Friday: %s", got)
	}
}

// A day begins at midnight in Finland, not in Greenwich.
func TestAnswerBy(t *testing.T) {
	for sent, want := range map[string]string{
		"2026-11-20 15:00": "2026-11-27", "2026-11-21 12:00": "2026-11-27", "2026-11-23 00:30": "2026-11-30", "2026-11-22 23:30": "2026-11-27",
		"2026-12-22 09:00": "2026-12-31", "2026-12-29 09:00": "2027-01-07", "2027-03-24 09:00": "2027-04-02",
	} {
		at, err := time.ParseInLocation("2006-01-02 15:04", sent, i18n.Helsinki())
		if err != nil {
			t.Fatal(err)
		}
		if got := moderation.AnswerBy(at).Format(time.DateOnly); got != want {
			t.Errorf("sent %s: %s, want %s", sent, got, want)
		}
	}
}

// What the database calls late is what the page calls late, at every hour.
func TestLateSinceAgreesWithAnswerBy(t *testing.T) {
	for day := range 28 {
		today := time.Date(2026, 3, 20+day, 0, 0, 0, 0, time.UTC) // the clocks go forward on the 29th, Easter is on the 5th
		for hour := range 24 * 14 {
			sent := today.Add(-time.Duration(hour) * time.Hour)
			if late := sent.Before(moderation.LateSince(today)); late != moderation.AnswerBy(sent).Before(today) {
				t.Fatalf("on %s, sent %s: late %t, to be answered by %s", today, sent, late, moderation.AnswerBy(sent))
			}
		}
	}
}

// The views of all moderators are told from one copy, which outlives a day.
func TestEachModeratorAndEachDayHasItsOwnCounts(t *testing.T) {
	t.Parallel()
	d, _ := aQueue(t)
	at := time.Now()
	mods := moderation.New(d.db, d.acts, func() time.Time { return at })
	for _, step := range []struct {
		viewer     account.Account
		days       int
		mine, late int
	}{{d.maija, 0, 1, 2}, {d.olli, 0, 1, 2}, {d.author, 0, 0, 2}, {d.maija, 30, 1, 4}, {d.maija, 0, 1, 2}} {
		at = time.Now().AddDate(0, 0, step.days)
		q, err := mods.Queue(t.Context(), step.viewer)
		if err != nil {
			t.Fatal(err)
		}
		counts := q.Counts()
		for view, want := range map[moderation.View]int{moderation.Everything: 5, moderation.Mine: step.mine, moderation.Late: step.late} {
			items, err := q.Items(t.Context(), moderation.Filter{View: view}, 0, 100)
			if n := counts.Of(moderation.Filter{View: view}); n != want || len(items) != want || err != nil {
				t.Errorf("%v in %d days: view %d counts %d and shows %d (%v), want %d", step.viewer.ID, step.days, view, n, len(items), err, want)
			}
		}
	}
}
