package moderation_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// reminders is the mails of late acts to a moderator, the oldest first.
func (d *desk) reminders(t *testing.T, to account.Account) []string {
	t.Helper()
	all, err := postgres.Values[string](t.Context(), d.db, "SELECT subject || E'\n' || body FROM mail_message WHERE recipient = $1 AND strpos(body, 'rajaus=myohassa') > 0 ORDER BY id", to.Email)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tells reports whether a mail leads to an act.
func tells(mail string, a act.Act) bool {
	return strings.Contains(mail, "/moderointi/teot/"+strings.TrimPrefix(a.ID.String(), "act ")+"\n")
}

// morning is today at the hour of the reminders.
func morning() time.Time {
	y, m, d := time.Now().In(i18n.Helsinki()).Date()
	return time.Date(y, m, d, 7, 30, 0, 0, i18n.Helsinki())
}

// Who has a late act on the table is told of it, all are told of one that
// nobody has, in the morning, and each of them once.
func TestModeratorsAreToldOfLateActs(t *testing.T) {
	t.Parallel()
	d, acts := aQueue(t)
	own := d.submitted(t, d.maija) // maija does not decide on it
	d.sent(t, own, time.Now().AddDate(0, 0, -40))
	at := morning().Add(-time.Hour)
	mods := moderation.New(d.db, d.acts, func() time.Time { return at })
	remind := func() {
		t.Helper()
		if err := mods.Remind(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	remind()
	if early := d.reminders(t, d.olli); len(early) != 0 {
		t.Errorf("told at half past six: %v", early)
	}
	at = morning()
	remind()
	remind()
	at = at.AddDate(0, 0, 1)
	remind()
	maijas, ollis := d.reminders(t, d.maija), d.reminders(t, d.olli)
	if len(maijas) != 1 || len(ollis) != 1 {
		t.Fatalf("%d mails to maija and %d to olli, want one each", len(maijas), len(ollis))
	}
	for name, want := range map[string][2]bool{"old": {true, true}, "forgotten": {false, true}, "taken": {false, false}, "free": {false, false}, "returned": {false, false}} {
		if m, o := tells(maijas[0], acts[name]), tells(ollis[0], acts[name]); m != want[0] || o != want[1] {
			t.Errorf("%s: maija is told %t and olli %t, want %v", name, m, o, want)
		}
	}
	if tells(maijas[0], own) || !tells(ollis[0], own) {
		t.Error("maija is told of her own act, or olli is not")
	}
	if err := mods.Take(t.Context(), d.maija, acts["old"].ID, 0); err != nil {
		t.Fatal(err)
	}
	at = at.AddDate(0, 0, 14) // and again late
	remind()
	if again := d.reminders(t, d.maija); len(again) != 2 || !tells(again[1], acts["old"]) {
		t.Errorf("after two weeks on the table maija has got %d mails", len(again))
	}
}

// Stopped at each statement in turn, run again and by two programs at once,
// each moderator is told once.
func TestStoppedAnywhereModeratorsAreToldOnce(t *testing.T) {
	t.Parallel()
	db, stopper := pgtest.Stoppable(t, referencetest.URL(t))
	d := newDeskOn(t, db)
	third := accounttest.New(t, db, account.Moderator)
	a := d.submitted(t, d.author)
	d.sent(t, a, time.Now().AddDate(0, 0, -30))
	mods := moderation.New(db, d.acts, morning)
	if stops := stopper.Everywhere(func() error { return mods.Remind(t.Context()) }); stops < 10 {
		t.Errorf("it could be stopped at %d statements only", stops)
	}
	b := d.submitted(t, d.author)
	d.sent(t, b, time.Now().AddDate(0, 0, -29))
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if err := mods.Remind(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	for _, who := range []account.Account{d.maija, d.olli, third} {
		all := strings.Join(d.reminders(t, who), "\n")
		for _, late := range []act.Act{a, b} {
			if n := strings.Count(all, "/moderointi/teot/"+strings.TrimPrefix(late.ID.String(), "act ")+"\n"); n != 1 {
				t.Errorf("%v is told of %v %d times", who.ID, late.ID, n)
			}
		}
	}
}
