package campaign_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// The rules that the page states: which day decides, and the days of grace.
func TestWhatACampaignTakes(t *testing.T) {
	t.Parallel()
	at := func(s string) *time.Time { d := day(s).Add(9 * time.Hour); return &d }
	for name, tt := range map[string]struct {
		change func(*campaign.Campaign)
		act    act.Act
		now    string
		want   bool
	}{
		"a draft while it is open":          {nil, act.Act{Status: act.Draft}, "2026-10-31", true},
		"a draft a day late":                {nil, act.Act{Status: act.Draft}, "2026-11-01", false},
		"a draft in the days of grace":      {func(c *campaign.Campaign) { c.LateDays = 2 }, act.Act{Status: act.Draft}, "2026-11-02", true},
		"a draft after them":                {func(c *campaign.Campaign) { c.LateDays = 2 }, act.Act{Status: act.Draft}, "2026-11-03", false},
		"sent before it opened":             {nil, act.Act{Status: act.Published, SubmittedAt: at("2026-08-31"), FirstPublishedAt: at("2026-09-05")}, "2026-10-01", false},
		"published in it, which decides":    {func(c *campaign.Campaign) { c.Basis = campaign.Published }, act.Act{Status: act.Published, SubmittedAt: at("2026-08-31"), FirstPublishedAt: at("2026-09-05")}, "2026-10-01", true},
		"published before, which decides":   {func(c *campaign.Campaign) { c.Basis = campaign.Published }, act.Act{Status: act.Published, SubmittedAt: at("2026-09-02"), FirstPublishedAt: at("2026-08-31")}, "2026-10-01", false},
		"withdrawn":                         {nil, act.Act{Status: act.Withdrawn, SubmittedAt: at("2026-09-02")}, "2026-10-01", false},
		"rejected":                          {nil, act.Act{Status: act.Rejected, SubmittedAt: at("2026-09-02")}, "2026-10-01", false},
		"into one that is not public yet":   {func(c *campaign.Campaign) { c.Public = false }, act.Act{Status: act.Draft}, "2026-10-01", false},
		"the last evening, Finnish time":    {nil, act.Act{Status: act.Draft}, "2026-10-31", true},
		"returned, so that it is sent anew": {nil, act.Act{Status: act.ChangesRequested, SubmittedAt: at("2026-08-01")}, "2026-10-01", true},
	} {
		c := sample()
		if tt.change != nil {
			tt.change(&c)
		}
		if got := c.Takes(tt.act, day(tt.now).Add(9*time.Hour)); got != tt.want {
			t.Errorf("%s: taken %t", name, got)
		}
	}
}

// A campaign is over when the last day, of grace if there are some, has ended
// where the programme is.
func TestOver(t *testing.T) {
	t.Parallel()
	c := campaign.Campaign{ClosesOn: day("2026-10-31"), LateDays: 2}
	for at, want := range map[string]bool{"2026-11-02T21:59:59Z": false, "2026-11-02T22:00:00Z": true, "2026-09-01T12:00:00Z": false} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.OverAt(moment); got != want {
			t.Errorf("over at %s: %t", at, got)
		}
	}
}

// An own act is entered and left with a click, counted at once when it is
// public, and stays where it is once the campaign is over.
func TestEnterAndLeave(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.create(sample())
	owner := accounttest.New(t, w.db)
	a := w.sent(owner, "0198b1f20000700080000000000000b1", w.at, w.at)
	if err := w.campaigns.Enter(t.Context(), accounttest.New(t, w.db, account.Moderator), a.ID, c.Slug); !errors.Is(err, fault.Forbidden) {
		t.Errorf("another enters it: %v", err)
	}
	for range 2 { // a second click changes nothing
		if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.counted(c); n != 1 {
		t.Errorf("%d acts are counted, want 1", n)
	}
	if err := w.campaigns.Leave(t.Context(), owner, a.ID); err != nil {
		t.Fatal(err)
	}
	if n := w.counted(c); n != 0 {
		t.Errorf("%d acts are counted after it was left", n)
	}
	if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); err != nil {
		t.Fatal(err)
	}
	w.at = day("2026-11-01").Add(9 * time.Hour)
	if err := w.campaigns.Leave(t.Context(), owner, a.ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("left after the last day: %v", err)
	}
	late := w.sent(owner, "0198b1f20000700080000000000000b2", w.at, time.Time{})
	if err := w.campaigns.Enter(t.Context(), owner, late.ID, c.Slug); !errors.Is(err, fault.Conflict) {
		t.Errorf("entered after the last day: %v", err)
	}
	if n := w.counted(c); n != 1 {
		t.Errorf("%d acts are counted at the end, want 1", n)
	}
}

// Sending an act and entering it is one: a draft that is not ready is not
// entered, and what a campaign does not take is not sent.
func TestSendingEntersOrDoesNeither(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.create(sample())
	owner := accounttest.New(t, w.db)
	for key, content := range map[string]act.Content{"0198b1f20000700080000000000000c1": {Language: "fi"}, "0198b1f20000700080000000000000c2": acttest.Content()} {
		a, err := w.acts.Begin(t.Context(), owner, key, content)
		if err != nil {
			t.Fatal(err)
		}
		slug, ready := c.Slug, content.Title != ""
		if ready {
			if err := w.campaigns.Submit(t.Context(), owner, a.ID, a.Version, "olematon"); !errors.Is(err, fault.Conflict) {
				t.Errorf("sent to a campaign that is not there: %v", err)
			}
		}
		err = w.campaigns.Submit(t.Context(), owner, a.ID, a.Version, slug)
		entry, err2 := w.campaigns.EntryOf(t.Context(), a.ID)
		if err2 != nil {
			t.Fatal(err2)
		}
		if (err == nil) != ready || (entry == c.ID) != ready {
			t.Errorf("ready %t: sent with %v, entered in %v", ready, err, entry)
		}
	}
}

// When the day of publication decides, what came out late does not count, and
// does as soon as the team grants days of grace. A hidden act falls out.
func TestTheRulesAreCountedBy(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := sample()
	c.Basis = campaign.Published
	c = w.create(c)
	owner, moderator := accounttest.New(t, w.db), accounttest.New(t, w.db, account.Moderator)
	a := w.sent(owner, "0198b1f20000700080000000000000b1", w.at, time.Time{})
	if err := w.campaigns.Enter(t.Context(), owner, a.ID, c.Slug); err != nil {
		t.Fatal(err)
	}
	change := func(fn func(*act.Act) error) {
		t.Helper()
		tx, err := w.db.Begin(t.Context())
		if err == nil {
			_, err = w.acts.ChangeTx(t.Context(), tx, a.ID, 0, fn)
		}
		if err == nil {
			err = tx.Commit(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	late := day("2026-11-02").Add(9 * time.Hour)
	change(func(a *act.Act) error {
		return errors.Join(a.Take(moderator, late), a.Approve(moderator, nil, late), a.Publish(moderator, late))
	})
	if n := w.counted(c); n != 0 {
		t.Errorf("published late: %d are counted", n)
	}
	c.LateDays = 2
	if err := w.campaigns.Change(t.Context(), accounttest.New(t, w.db, account.Team), c.ID, c.Version, c); err != nil {
		t.Fatal(err)
	}
	if n := w.counted(c); n != 1 {
		t.Errorf("with two days of grace %d are counted", n)
	}
	change(func(a *act.Act) error { return a.Hide(moderator, "x", late) })
	if n := w.counted(c); n != 0 {
		t.Errorf("hidden: %d are counted", n)
	}
}

// When the day of sending decides, an act that an import enters does not count
// if it was sent on another day, and does if that day is not known; one that is
// returned and sent again afterwards stays.
func TestWhatWasSentLateDoesNotCount(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c := w.create(sample())
	owner := accounttest.New(t, w.db)
	early, late := c.OpensOn.Add(-9*time.Hour), c.ClosesOn.Add(33*time.Hour)
	for i, tt := range []struct {
		sent    time.Time
		unknown bool
		again   time.Time
		want    int
	}{{sent: w.at, want: 1}, {sent: early}, {sent: late}, {sent: late, unknown: true, want: 1}, {sent: w.at, again: late, want: 1}} {
		a := w.sent(owner, fmt.Sprintf("0198b1f20000700080000000000%05d", i), tt.sent, late)
		err := postgres.Exec(t.Context(), w.db, "UPDATE act SET submitted_at = CASE WHEN $2 THEN NULL ELSE coalesce($3, submitted_at) END WHERE id = $1", a.ID, tt.unknown, nullable(tt.again))
		before := w.counted(c)
		if err == nil {
			err = w.db.Tx(t.Context(), func(tx pgx.Tx) error {
				return errors.Join(w.campaigns.EnterTx(t.Context(), tx, a.ID, c.ID), w.acts.TouchTx(t.Context(), tx, a.ID))
			})
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := w.counted(c) - before; n != tt.want {
			t.Errorf("sent on %v and again on %v, known %t: %d are counted, want %d", tt.sent, tt.again, !tt.unknown, n, tt.want)
		}
	}
}

func nullable(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
