package moderation_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// chosen is acts as they stand.
func (d *desk) chosen(t *testing.T, ids ...act.ID) []moderation.Chosen {
	t.Helper()
	var all []moderation.Chosen
	for _, id := range ids {
		a, err := d.acts.Working(t.Context(), d.maija, id)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, moderation.Chosen{ID: id, Version: a.Version})
	}
	return all
}

func (d *desk) statuses(t *testing.T) map[act.Status]int {
	t.Helper()
	rows, err := postgres.All[struct {
		Status act.Status
		N      int
	}](t.Context(), d.db, "SELECT status, count(*) AS n FROM act GROUP BY status")
	if err != nil {
		t.Fatal(err)
	}
	all := map[act.Status]int{}
	for _, r := range rows {
		all[r.Status] = r.N
	}
	return all
}

// Many acts go through their lives at once: given to a moderator, sorted anew,
// approved for a time, and after they have come out, archived.
func TestBulkDeeds(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ids := []act.ID{d.submitted(t, d.author).ID, d.submitted(t, d.author).ID, d.submitted(t, d.author).ID}
	do := func(b moderation.Bulk) {
		t.Helper()
		if err := d.mods.Do(t.Context(), d.maija, b, d.chosen(t, ids...)); err != nil {
			t.Fatalf("%s: %v", b.Deed, err)
		}
	}
	do(moderation.Bulk{Deed: moderation.Assign, To: d.olli})
	do(moderation.Bulk{Deed: moderation.Sort, SectorID: 3, ThemeID: 18})
	at := time.Now().Add(time.Hour)
	do(moderation.Bulk{Deed: moderation.OutAt, At: at})
	do(moderation.Bulk{Deed: moderation.OutAt, At: at.Add(time.Hour)})
	a, err := d.acts.Find(t.Context(), d.maija, ids[2])
	if err != nil || a.Status != act.Approved || !a.PublishAt.Truncate(time.Second).Equal(at.Add(time.Hour).Truncate(time.Second)) {
		t.Errorf("%s, to come out %v, %v", a.Status, a.PublishAt, err)
	}
	if diff := cmp.Diff([][]taxonomy.ID{{3}, {18}}, [][]taxonomy.ID{a.SectorIDs, a.ThemeIDs}); diff != "" {
		t.Errorf("sorted: %s", diff)
	}
	if r, err := d.mods.ReviewOf(t.Context(), ids[0]); err != nil || r.ModeratorID != d.olli.ID {
		t.Errorf("with %v, %v", r.ModeratorID, err)
	}
	if err := postgres.Exec(t.Context(), d.db, "UPDATE act SET publish_at = now() - interval '1 hour'"); err != nil {
		t.Fatal(err)
	}
	if n, err := d.acts.PublishDue(t.Context()); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	do(moderation.Bulk{Deed: moderation.Archive})
	if diff := cmp.Diff(map[act.Status]int{act.Archived: 3}, d.statuses(t)); diff != "" {
		t.Error(diff)
	}
	logged, err := postgres.Values[string](t.Context(), d.db, "SELECT action || ' ' || count(*) FROM audit_entry WHERE detail LIKE 'with others%' AND account_id = $1 GROUP BY action ORDER BY 1", d.maija.ID)
	if diff := cmp.Diff([]string{"approve 6", "archive 3", "assign 3", "sort 3"}, logged); diff != "" || err != nil {
		t.Errorf("the log: %v %s", err, diff)
	}
	if _, odd, err := d.acts.Replay(t.Context()); len(odd) > 0 || err != nil {
		t.Errorf("odd: %v, %v", odd, err)
	}
}

// Who gets an act that somebody had has to answer by the day that was told; one
// that has just been sent, again too, has a day of its own.
func TestGivingKeepsTheDayOfTheAnswer(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	had, sent := d.submitted(t, d.author).ID, d.submitted(t, d.author).ID
	give := func(to account.Account, ids ...act.ID) {
		t.Helper()
		if err := d.mods.Do(t.Context(), d.maija, moderation.Bulk{Deed: moderation.Assign, To: to}, d.chosen(t, ids...)); err != nil {
			t.Fatal(err)
		}
	}
	give(d.olli, had)
	if err := postgres.Exec(t.Context(), d.db, `
		INSERT INTO review (act_id, moderator_id, taken_at, due_on) VALUES ($1, $3, now(), '2020-01-02'), ($2, $3, now(), '2020-01-02')
		ON CONFLICT (act_id) DO UPDATE SET due_on = excluded.due_on`, had, sent, d.olli.ID); err != nil {
		t.Fatal(err)
	}
	give(d.maija, had, sent)
	kept, err := postgres.Values[act.ID](t.Context(), d.db, "SELECT act_id FROM review WHERE due_on = '2020-01-02' AND moderator_id = $1", d.maija.ID)
	if diff := cmp.Diff([]act.ID{had}, kept); diff != "" || err != nil {
		t.Errorf("the days that are kept: %v %s", err, diff)
	}
}

// One act that has changed, is somebody's own or elsewhere in its life keeps
// all the others as they are, and Weigh tells so beforehand.
func TestBulkIsAllOrNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	free, own, olli := d.submitted(t, d.author).ID, d.submitted(t, d.maija).ID, d.submitted(t, d.olli).ID
	begun, err := d.acts.Begin(t.Context(), d.author, "0198b1f2-0000-7000-8000-00000000ffff", act.Content{Language: "fi"})
	if err != nil {
		t.Fatal(err)
	}
	draft := begun.ID
	give := moderation.Bulk{Deed: moderation.Assign, To: d.olli}
	weighed, err := d.mods.Weigh(t.Context(), d.maija, give, []act.ID{own, free, olli, draft, 9999})
	if err != nil {
		t.Fatal(err)
	}
	got := map[act.ID]moderation.Obstacle{}
	for _, w := range weighed {
		got[w.ID] = w.Why
	}
	if diff := cmp.Diff(map[act.ID]moderation.Obstacle{own: moderation.Own, free: "", olli: moderation.TheirOwn}, got); diff != "" {
		t.Error(diff)
	}
	before := d.statuses(t)
	stale := d.chosen(t, free)
	stale[0].Version--
	for name, tt := range map[string]struct {
		by     account.Account
		b      moderation.Bulk
		chosen []moderation.Chosen
		want   error
	}{
		"own":     {d.maija, give, d.chosen(t, free, own), fault.Conflict},
		"theirs":  {d.maija, give, d.chosen(t, free, olli), fault.Conflict},
		"draft":   {d.maija, give, append(d.chosen(t, free), moderation.Chosen{ID: draft, Version: begun.Version}), fault.Conflict},
		"stale":   {d.maija, give, append(d.chosen(t, olli)[:0], stale...), fault.Conflict},
		"gone":    {d.maija, give, append(d.chosen(t, free), moderation.Chosen{ID: 9999, Version: 1}), fault.NotFound},
		"twice":   {d.maija, give, append(d.chosen(t, free), d.chosen(t, free)...), fault.BadRequest},
		"none":    {d.maija, give, nil, fault.BadRequest},
		"archive": {d.maija, moderation.Bulk{Deed: moderation.Archive}, d.chosen(t, free), fault.Conflict},
		"unknown": {d.maija, moderation.Bulk{Deed: "x"}, d.chosen(t, free), fault.BadRequest},
		"member":  {d.author, give, d.chosen(t, free), fault.Forbidden},
		"team":    {accounttest.New(t, d.db, account.Team), give, d.chosen(t, free), fault.Forbidden},
	} {
		if err := d.mods.Do(t.Context(), tt.by, tt.b, tt.chosen); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
		if diff := cmp.Diff(before, d.statuses(t)); diff != "" {
			t.Fatalf("%s has changed something: %s", name, diff)
		}
	}
	if n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*) FROM review"); n != 0 || err != nil {
		t.Errorf("%d reviews, %v", n, err)
	}
}

// Two moderators give the same acts away at the same moment: one of them does,
// the other is told.
func TestBulkDeedsDoNotMix(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	var ids []act.ID
	for range 12 {
		ids = append(ids, d.submitted(t, d.author).ID)
	}
	chosen := d.chosen(t, ids...)
	results := make(chan error)
	for _, by := range []account.Account{d.maija, d.olli} {
		go func() {
			results <- d.mods.Do(t.Context(), by, moderation.Bulk{Deed: moderation.Assign, To: by}, chosen)
		}()
	}
	first, second := <-results, <-results
	if second == nil {
		first, second = second, first
	}
	if first != nil || !errors.Is(second, fault.Conflict) {
		t.Errorf("%v and %v", first, second)
	}
	holders, err := postgres.Values[string](t.Context(), d.db, "SELECT count(*) || ' with ' || count(DISTINCT moderator_id) FROM review")
	if diff := cmp.Diff([]string{"12 with 1"}, holders); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

// Three hundred at once are done before the page has had to wait too long.
func TestBulkOfThreeHundred(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if err := postgres.Exec(t.Context(), d.db, `
		INSERT INTO act (ref, slug, owner_id, status, title, lead, stage, organization_id, submitted_at, revision)
		SELECT 'm-' || i, 'm-' || i, $1, 'submitted', 'Teko ' || i, '', 'in_use', 9, now(), 1 FROM generate_series(1, $2::int) i`, d.author.ID, moderation.MaxBulk); err != nil {
		t.Fatal(err)
	}
	ids, err := postgres.Values[act.ID](t.Context(), d.db, "SELECT id FROM act ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []moderation.Bulk{{Deed: moderation.Assign, To: d.olli}, {Deed: moderation.OutAt, At: time.Now().Add(time.Hour)}} {
		weighed, err := d.mods.Weigh(t.Context(), d.maija, b, ids)
		if err != nil || len(weighed) != moderation.MaxBulk {
			t.Fatal(len(weighed), err)
		}
		var chosen []moderation.Chosen
		for _, w := range weighed {
			chosen = append(chosen, moderation.Chosen{ID: w.ID, Version: w.Version})
		}
		begun := time.Now()
		if err := d.mods.Do(t.Context(), d.maija, b, chosen); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v", b.Deed, time.Since(begun).Round(time.Millisecond))
	}
	if diff := cmp.Diff(map[act.Status]int{act.Approved: moderation.MaxBulk}, d.statuses(t)); diff != "" {
		t.Error(diff)
	}
}
