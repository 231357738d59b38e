package session_test

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/session"
)

// living is the sessions that a browser is shown.
func (b *browser) living() (all []session.Living) {
	b.t.Helper()
	b.do(func(_ http.ResponseWriter, r *http.Request) (err error) {
		all, err = b.store.Living(r)
		return err
	})
	return all
}

// on signs in with a User-Agent.
func (b *browser) on(userAgent string, account int64, staff bool) *browser {
	b.t.Helper()
	b.do(func(w http.ResponseWriter, r *http.Request) error {
		r.Header.Set("User-Agent", userAgent)
		return b.store.SignIn(w, r, account, staff)
	})
	return b
}

// Everyone sees where they have signed in and when they were last there, and
// ends what they no longer know, of their own only.
func TestLiving(t *testing.T) {
	t.Parallel()
	db, store, clock, id := setUp(t, false)
	other, err := postgres.Value[int64](t.Context(), db, "INSERT INTO account (email) VALUES ('c@d.example') RETURNING id")
	if err != nil {
		t.Fatal(err)
	}
	begin := clock.at
	phone := (&browser{t: t, store: store}).on("Mozilla/5.0 (iPhone) Version/18.6 Safari/604.1", id, false)
	clock.at = begin.Add(time.Hour)
	desk := (&browser{t: t, store: store}).on("curl/8", id, true)
	stranger := (&browser{t: t, store: store}).on("Firefox/145.0", other, false)
	clock.at = begin.Add(2 * time.Hour)
	if phone.account() != id || desk.account() != id {
		t.Fatal("not signed in")
	}
	clock.at = begin.Add(2*time.Hour + 4*time.Minute) // too soon to be noted
	want := []session.Living{
		{CreatedAt: begin.Add(time.Hour), SeenAt: begin.Add(2 * time.Hour), Here: true},
		{Browser: "Safari", System: "iPhone", CreatedAt: begin, SeenAt: begin.Add(2 * time.Hour)},
	}
	got := desk.living()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(session.Living{}, "Handle"), cmpopts.EquateApproxTime(0)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if n := len((&browser{t: t, store: store}).living()); n != 0 {
		t.Errorf("a visitor sees %d sessions", n)
	}
	for _, no := range []struct {
		account int64
		name    string
	}{{other, got[1].Handle}, {id, stranger.living()[0].Handle}, {id, ""}, {id, "%"}, {id, got[1].Handle[:8]}} {
		if err := session.End(t.Context(), db, no.account, no.name); !errors.Is(err, fault.NotFound) {
			t.Errorf("account %d ends %q: %v, want not found", no.account, no.name, err)
		}
	}
	if err := session.End(t.Context(), db, id, got[1].Handle); err != nil {
		t.Fatal(err)
	}
	if phone.account() != 0 || desk.account() != id || stranger.account() != other {
		t.Error("not the one session alone has ended")
	}
	if len(desk.living()) != 1 {
		t.Error("a session that has ended is still shown")
	}
}

// That staff are here is noted, and keeps them no longer.
func TestSeenStaffLeaveInTime(t *testing.T) {
	t.Parallel()
	db, store, clock, id := setUp(t, false)
	b := (&browser{t: t, store: store}).on("", id, true)
	until := "SELECT expires_at FROM session"
	first, err := postgres.Value[time.Time](t.Context(), db, until)
	if err != nil {
		t.Fatal(err)
	}
	clock.at = clock.at.Add(3 * time.Hour)
	if seen := b.living()[0].SeenAt; !seen.Equal(clock.at) {
		t.Errorf("seen at %v, want %v", seen, clock.at)
	}
	if last, err := postgres.Value[time.Time](t.Context(), db, until); err != nil || !last.Equal(first) {
		t.Errorf("ends at %v, want %v; %v", last, first, err)
	}
}
