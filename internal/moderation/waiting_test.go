package moderation_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/postgres"
)

// told is what a queue shows maija: of every act its place, and the counts.
func (d *desk) told(mods *moderation.Service) (string, error) {
	ctx := context.Background()
	q, err := mods.Queue(ctx, d.maija)
	if err != nil {
		return "", err
	}
	items, err := q.Items(ctx, moderation.Filter{}, 0, 10_000)
	var b strings.Builder
	for _, i := range items {
		fmt.Fprintf(&b, "%v %s %s %s %t %v %v %v %s %v %s %t", i.ID, i.Status, i.Title, i.Language, i.Update, i.OwnerID, i.AuthorIDs, i.OrganizationID, i.SentAt, i.ModeratorID, i.DueOn, i.Late)
		if i.PublishAt != nil {
			fmt.Fprint(&b, i.PublishAt)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintln(&b, q.Counts())
	return b.String(), err
}

// asRead tells how the copy in memory differs from what is read anew, "" if it
// does not.
func (d *desk) asRead() (string, error) {
	kept, err := d.told(d.mods)
	if err != nil {
		return "", err
	}
	read, err := d.told(moderation.New(d.db, d.acts, time.Now))
	if err != nil || kept == read {
		return "", err
	}
	return "in memory:\n" + kept + "in the database:\n" + read, nil
}

func (d *desk) wantAsRead(t *testing.T, after string) {
	t.Helper()
	if odd, err := d.asRead(); err != nil || odd != "" {
		t.Fatalf("after %s: %v\n%s", after, err, odd)
	}
}

// Whatever moves an act in the queue, and whoever does it, is in the copy at
// the next look.
func TestTheQueueInMemoryIsThatOfTheDatabase(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	d.wantAsRead(t, "the beginning")
	campaign, err := postgres.Value[int64](t.Context(), d.db, `
		INSERT INTO campaign (slug, name_fi, name_sv, name_en, opens_on, closes_on) VALUES ('syksy', 'Syksy', 'Höst', 'Autumn', now(), now()) RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	args := pgx.NamedArgs{"campaign": campaign}
	for name, a := range acts {
		args[name] = a.ID
	}
	d.wantMoves(t, args, "UPDATE act SET submitted_at = submitted_at - interval '40 days' WHERE id = @free",
		"UPDATE act SET status = 'approved', publish_at = now() + interval '1 day' WHERE id = @taken",
		"UPDATE act SET publish_at = now() + interval '2 days' WHERE id = @taken",
		"UPDATE act SET status = 'published', first_published_at = now() WHERE id = @taken")
	if _, err := d.acts.Revise(t.Context(), d.author, acts["taken"].ID); err != nil {
		t.Fatal(err)
	}
	d.wantMoves(t, args, "UPDATE act_update SET status = 'submitted', submitted_at = now() WHERE act_id = @taken",
		"UPDATE act_update SET content = content || '{\"Title\": \"Toinen\"}' WHERE act_id = @taken",
		"UPDATE act SET owner_id = NULL WHERE id = @taken",
		"UPDATE act_update SET submitted_at = submitted_at - interval '1 hour' WHERE act_id = @taken",
		"DELETE FROM act_update WHERE act_id = @taken",
		"UPDATE review SET moderator_id = (SELECT moderator_id FROM review WHERE act_id = @returned) WHERE act_id = @forgotten",
		"UPDATE review SET due_on = due_on - 1 WHERE act_id = @forgotten",
		"DELETE FROM review WHERE act_id = @forgotten",
		"UPDATE act SET title = 'Toinen' WHERE id = @old",
		"INSERT INTO act_author (act_id, account_id, since) SELECT @old, min(id), now() FROM account",
		"DELETE FROM act_author WHERE act_id = @old",
		"INSERT INTO campaign_entry (act_id, campaign_id) VALUES (@old, @campaign)",
		"DELETE FROM campaign_entry WHERE act_id = @old",
		"UPDATE act SET status = 'withdrawn' WHERE id = @old",
		"INSERT INTO act OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(a, '{\"id\": 900, \"ref\": \"KT-2026-900\", \"slug\": \"toinen\", \"form_key\": null}')).* FROM act a WHERE id = @free",
		"DELETE FROM act WHERE id = @free")
}

// wantMoves does each of some things to the queue, and fails unless they are
// seen.
func (d *desk) wantMoves(t *testing.T, args pgx.NamedArgs, deeds ...string) {
	t.Helper()
	for _, sql := range deeds {
		before, err := d.told(d.mods)
		if err != nil {
			t.Fatal(err)
		}
		if err := postgres.Exec(t.Context(), d.db, sql, args); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		d.wantAsRead(t, sql)
		if after, err := d.told(d.mods); err != nil || after == before {
			t.Errorf("nothing moved by %s, %v", sql, err)
		}
	}
}

// A transaction that began before a look and ended after it is in the next,
// also when others ended in between.
func TestTheQueueInMemoryMissesNoLongTransaction(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	err := d.db.Tx(t.Context(), func(tx pgx.Tx) error {
		if err := postgres.Exec(t.Context(), tx, "UPDATE act SET status = 'withdrawn' WHERE id = $1", acts["free"].ID); err != nil {
			return err
		}
		d.wantAsRead(t, "a change that nobody sees yet")
		d.submitted(t, d.author)
		d.wantAsRead(t, "another act beside it")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	d.wantAsRead(t, "the end of the long transaction")
	if n := len(d.everything(t)); n != 5 {
		t.Errorf("%d acts, want 5: one is gone and one has come", n)
	}
}

func (d *desk) everything(t *testing.T) []moderation.Item {
	t.Helper()
	items, err := d.queue(t, d.maija).Items(t.Context(), moderation.Filter{}, 0, 1_000)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

// Whoever has sent an act sees it in the queue at once, however many send and
// look at the same time.
func TestTheQueueInMemoryIsNeverBehind(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	drafts := make(chan act.Act, 60)
	for range cap(drafts) {
		drafts <- d.draft(t, d.author)
	}
	close(drafts)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for a := range drafts {
				if _, err := d.acts.Submit(t.Context(), d.author, a.ID, a.Version); err != nil {
					t.Error(err)
					return
				}
				if q, err := d.mods.Queue(t.Context(), d.olli); err != nil || !q.Around(moderation.Filter{}, a.ID, time.Now()).In {
					t.Errorf("%v was sent and is not in the queue, %v", a.ID, err)
				}
			}
		})
	}
	wg.Wait()
	d.wantAsRead(t, "all of them")
}

func TestOldNotesOfTheQueueAreSwept(t *testing.T) {
	t.Parallel()
	d, _ := aQueue(t)
	notes := func() int {
		n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*) FROM queue_change")
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := notes()
	if err := postgres.Exec(t.Context(), d.db, "INSERT INTO queue_change (act_id, changed_at) VALUES (1000, now() - interval '61 minutes')"); err != nil {
		t.Fatal(err)
	}
	if err := d.mods.SweepQueue(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := notes(); before == 0 || after != before {
		t.Errorf("%d notes, %d after the sweep", before, after)
	}
}

// Thousands of acts are read by one, not by each of many who look at the same
// time; the others see no less for it.
func TestWhileOneReadsTheQueueOthersLook(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	d.wantAsRead(t, "the beginning")
	done := d.mods.AnotherReads()
	looked := make(chan string)
	go func() {
		if err := postgres.Exec(context.Background(), d.db, "UPDATE act SET title = 'Toinen' WHERE id = $1", acts["old"].ID); err != nil {
			looked <- err.Error()
			return
		}
		odd, err := d.asRead()
		looked <- fmt.Sprint(odd, err)
	}()
	select {
	case odd := <-looked:
		if odd != fmt.Sprint("", error(nil)) {
			t.Error(odd)
		}
		done()
	case <-time.After(time.Minute):
		done()
		t.Errorf("a look waited for another reader: %s", <-looked)
	}
	d.wantAsRead(t, "the other reader has left")
}
