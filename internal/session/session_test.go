package session_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/session"
)

// A browser keeps the cookie of one person.
type browser struct {
	t      *testing.T
	store  *session.Store
	cookie *http.Cookie
}

// do sends a request to fn and takes its cookie.
func (b *browser) do(fn func(w http.ResponseWriter, r *http.Request) error) {
	b.t.Helper()
	r := httptest.NewRequestWithContext(b.t.Context(), http.MethodPost, "/", nil)
	if b.cookie != nil {
		r.AddCookie(b.cookie)
	}
	w := httptest.NewRecorder()
	if err := fn(w, r); err != nil {
		b.t.Fatal(err)
	}
	for _, c := range w.Result().Cookies() {
		b.cookie = c
		if c.MaxAge < 0 {
			b.cookie = nil
		}
	}
}

func (b *browser) signIn(account int64, staff bool) {
	b.t.Helper()
	b.do(func(w http.ResponseWriter, r *http.Request) error { return b.store.SignIn(w, r, account, staff) })
}

// account is who the portal thinks this is, 0 for nobody.
func (b *browser) account() int64 {
	b.t.Helper()
	var account int64
	b.do(func(_ http.ResponseWriter, r *http.Request) error {
		id, ok, err := b.store.Account(r)
		if ok != (id != 0) {
			b.t.Errorf("account %d, %t", id, ok)
		}
		account = id
		return err
	})
	return account
}

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func setUp(t *testing.T, https bool) (*postgres.DB, *session.Store, *clock, int64) {
	t.Helper()
	db := pgtest.New(t)
	c := &clock{time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)}
	id, err := postgres.Value[int64](t.Context(), db, "INSERT INTO account (email) VALUES ('a@b.example') RETURNING id")
	if err != nil {
		t.Fatal(err)
	}
	return db, session.New(db, []session.Key{{1}}, https, c.now), c, id
}

func rows(t *testing.T, db *postgres.DB) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), db, "SELECT count(*) FROM session")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSignInAndOut(t *testing.T) {
	t.Parallel()
	db, store, _, id := setUp(t, true)
	b := &browser{t: t, store: store}
	if b.account() != 0 || b.cookie != nil || rows(t, db) != 0 {
		t.Error("a visitor has a session")
	}
	b.signIn(id, false)
	first := b.cookie
	want := &http.Cookie{Name: "__Host-tori", Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: 30 * 24 * 3600}
	got := *first
	got.Value, got.Raw, got.Expires, got.RawExpires = "", "", time.Time{}, ""
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("cookie (-want +got):\n%s", diff)
	}
	b.signIn(id, false)
	if b.cookie.Value == first.Value || rows(t, db) != 1 {
		t.Error("signing in did not renew the session")
	}
	if old := (&browser{t: t, store: store, cookie: first}); old.account() != 0 {
		t.Error("the session from before still lives")
	}
	kept := b.cookie
	b.do(store.SignOut)
	if b.cookie != nil || rows(t, db) != 0 {
		t.Error("signing out left the session")
	}
	if copied := (&browser{t: t, store: store, cookie: kept}); copied.account() != 0 {
		t.Error("a copied cookie works after signing out")
	}
}

func TestSignOutEverywhere(t *testing.T) {
	t.Parallel()
	db, store, _, id := setUp(t, false)
	phone, desk := &browser{t: t, store: store}, &browser{t: t, store: store}
	phone.signIn(id, false)
	desk.signIn(id, false)
	if phone.account() != id || desk.account() != id || phone.cookie.Name != "tori" {
		t.Fatal("not signed in twice")
	}
	if err := session.EndAll(t.Context(), db, id); err != nil {
		t.Fatal(err)
	}
	if phone.account() != 0 || desk.account() != 0 {
		t.Error("still signed in")
	}
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		staff  bool
		visits time.Duration // between visits
		want   time.Duration // signed in for at least this, and at most a visit longer
	}{
		{"a member who is away", false, 13 * time.Hour, 0},
		{"a member who comes often", false, 11 * time.Hour, 30*24*time.Hour - 11*time.Hour},
		{"staff who come often", true, time.Hour, 11 * time.Hour},
	} {
		db, store, clock, id := setUp(t, false)
		b := &browser{t: t, store: store}
		b.signIn(id, test.staff)
		begin, last := clock.at, clock.at
		for range 24 * 40 {
			clock.at = clock.at.Add(test.visits)
			if b.account() != id {
				break
			}
			last = clock.at
		}
		if got := last.Sub(begin); got < test.want || got > test.want+test.visits {
			t.Errorf("%s: signed in for %v, want %v", test.name, got, test.want)
		}
		if err := store.Sweep(t.Context()); err != nil || rows(t, db) != 0 {
			t.Errorf("%s: the sweep left %d, %v", test.name, rows(t, db), err)
		}
	}
}

func TestFlashIsSaidOnce(t *testing.T) {
	t.Parallel()
	db, store, _, id := setUp(t, false)
	b := &browser{t: t, store: store}
	said := func() (words []string) {
		b.do(func(w http.ResponseWriter, r *http.Request) (err error) {
			words, err = store.Flashes(w, r)
			return err
		})
		return words
	}
	flash := func(w http.ResponseWriter, r *http.Request) error { return store.Flash(w, r, "Tallennettu") }
	b.do(flash)
	if rows(t, db) != 0 {
		t.Error("a visitor's flash made a session")
	}
	b.signIn(id, false)
	b.do(flash)
	if diff := cmp.Diff([]string{"Tallennettu"}, said()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if again := said(); again != nil {
		t.Errorf("said again: %v", again)
	}
}

func TestKeysRotate(t *testing.T) {
	t.Parallel()
	db, _, clock, id := setUp(t, false)
	with := func(keys ...session.Key) *session.Store { return session.New(db, keys, false, clock.now) }
	b := &browser{t: t, store: with(session.Key{1})}
	b.signIn(id, false)
	for _, test := range []struct {
		keys []session.Key
		want int64
	}{{[]session.Key{{2}, {1}}, id}, {[]session.Key{{2}}, 0}} {
		b.store = with(test.keys...)
		if got := b.account(); got != test.want {
			t.Errorf("keys %v: account %d, want %d", test.keys, got, test.want)
		}
	}
	b.cookie.Value = "tampered"
	if b.account() != 0 {
		t.Error("a tampered cookie signs in")
	}
}

func TestKeysAreMadeOnce(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "data")
	first, err := session.Keys(nil, folder)
	if err != nil {
		t.Fatal(err)
	}
	again, err := session.Keys(nil, folder)
	if err != nil || len(first) != 1 || first[0] != again[0] || first[0] == (session.Key{}) {
		t.Errorf("keys %v, then %v, %v", len(first), len(again), err)
	}
	info, err := os.Stat(filepath.Join(folder, "session.keys"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("file %v, %v", info.Mode(), err)
	}
	configured, err := session.Keys([]string{strings.Repeat("ab", 32), strings.Repeat("cd", 32)}, "")
	if err != nil || len(configured) != 2 {
		t.Errorf("configured: %d, %v", len(configured), err)
	}
	if _, err := session.Keys([]string{"salaisuus"}, ""); err == nil || strings.Contains(err.Error(), "salaisuus") {
		t.Errorf("a bad key: %v", err)
	}
}
