// Package session remembers who has signed in. A random token lies in a signed
// and encrypted cookie, its row in the database; whoever reads the table
// cannot sign in with it. Visitors who have not signed in have neither cookie
// nor row.
//
// A member is signed out after 12 hours without a visit, and after 30 days in
// any case; staff, who can do more harm, 12 hours after signing in.
package session

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// How long a session lasts.
const (
	idle        = 12 * time.Hour
	memberLimit = 30 * 24 * time.Hour
	staffLimit  = 12 * time.Hour
	touchAfter  = 5 * time.Minute // between two notes that somebody is still here
)

// The names of the cookie. Browsers accept the first only over https, for the
// whole site and from no other host.
const (
	secureName = "__Host-tori"
	plainName  = "tori"
)

// What a session knows.
const (
	accountKey = "account" // int64
	staffKey   = "staff"   // bool: the short limit holds
)

// Store keeps the sessions. It is a sessions.Store of gorilla on PostgreSQL,
// and the few deeds that pages need.
type Store struct {
	db     *postgres.DB
	codecs []securecookie.Codec
	https  bool
	now    func() time.Time
}

// New is the sessions of a database. Cookies are made with the first key and
// understood with any of them. Https tells that people use the portal so.
func New(db *postgres.DB, keys []Key, https bool, now func() time.Time) *Store {
	return &Store{db: db, codecs: codecs(keys), https: https, now: now}
}

// Present reports whether a request carries a session's cookie, living or not.
func Present(r *http.Request) bool {
	for _, name := range []string{secureName, plainName} {
		if _, err := r.Cookie(name); err == nil {
			return true
		}
	}
	return false
}

// Account is the number of the account that has signed in, and whether there
// is one.
func (s *Store) Account(r *http.Request) (int64, bool, error) {
	if !Present(r) {
		return 0, false, nil
	}
	sess, err := s.Get(r, s.name())
	if err != nil {
		return 0, false, err
	}
	account, ok := sess.Values[accountKey].(int64)
	return account, ok, nil
}

// Left is how long the session of a request lasts if nobody comes any more.
func (s *Store) Left(r *http.Request) (time.Duration, error) {
	sess, err := s.Get(r, s.name())
	if err != nil || sess.IsNew {
		return 0, err
	}
	return time.Duration(sess.Options.MaxAge) * time.Second, nil
}

// SignIn begins a session with a new token and ends the one before. Staff
// are signed out sooner than members.
func (s *Store) SignIn(w http.ResponseWriter, r *http.Request, account int64, staff bool) error {
	sess, err := s.Get(r, s.name())
	if err != nil {
		return err
	}
	if err := s.delete(r.Context(), sess.ID); err != nil {
		return err
	}
	sess.ID, sess.IsNew = "", true
	sess.Values = map[any]any{accountKey: account, staffKey: staff}
	sess.Options = s.options(limit(staff))
	return s.Save(r, w, sess)
}

// SignOut ends the session of a request.
func (s *Store) SignOut(w http.ResponseWriter, r *http.Request) error {
	sess, err := s.Get(r, s.name())
	if err != nil {
		return err
	}
	sess.Options = s.options(-time.Second)
	return s.Save(r, w, sess)
}

// Forget asks the browser to drop a cookie whose session has ended.
func (s *Store) Forget(w http.ResponseWriter) {
	http.SetCookie(w, sessions.NewCookie(s.name(), "", s.options(-time.Second)))
}

// Get is the session of a request, read once.
func (s *Store) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New reads the session that the cookie names. A cookie that is none of ours,
// or whose session has ended, gives an empty one.
func (s *Store) New(r *http.Request, name string) (*sessions.Session, error) {
	sess := sessions.NewSession(s, name)
	sess.IsNew, sess.Options = true, s.options(0)
	c, err := r.Cookie(name)
	if err != nil {
		return sess, nil
	}
	var token string
	if securecookie.DecodeMulti(name, c.Value, &token, s.codecs...) != nil {
		return sess, nil
	}
	kept, found, err := s.find(r.Context(), token)
	if err != nil || !found {
		return sess, err
	}
	if err := (securecookie.GobEncoder{}).Deserialize(kept.Data, &sess.Values); err != nil {
		return sess, fmt.Errorf("read session: %w", err)
	}
	sess.ID, sess.IsNew = token, false
	sess.Values[accountKey] = kept.AccountID
	until := s.touch(r.Context(), token, kept, sess.Values[staffKey] == true)
	sess.Options.MaxAge = int(until.Sub(s.now()).Seconds())
	return sess, nil
}

// Save writes a session, and its cookie when the session begins or ends. A
// session that somebody else has ended meanwhile does not come back.
func (s *Store) Save(r *http.Request, w http.ResponseWriter, sess *sessions.Session) error {
	ctx := r.Context()
	if sess.Options.MaxAge < 0 {
		http.SetCookie(w, sessions.NewCookie(sess.Name(), "", sess.Options))
		err := s.delete(ctx, sess.ID)
		sess.ID, sess.IsNew, sess.Values = "", true, map[any]any{}
		return err
	}
	data, err := (securecookie.GobEncoder{}).Serialize(sess.Values)
	if err != nil {
		return fmt.Errorf("write session: %w", err)
	}
	if sess.ID != "" {
		return s.update(ctx, sess.ID, data)
	}
	token := secret.New()
	account, _ := sess.Values[accountKey].(int64)
	begun := row{AccountID: account, Data: data}
	if err := s.insert(ctx, token, begun, sess.Values[staffKey] == true, DeviceOf(r.UserAgent())); err != nil {
		return err
	}
	value, err := securecookie.EncodeMulti(sess.Name(), token, s.codecs...)
	if err != nil {
		return fmt.Errorf("write session: %w", err)
	}
	sess.ID, sess.IsNew = token, false
	http.SetCookie(w, sessions.NewCookie(sess.Name(), value, sess.Options))
	return nil
}

// touch notes now and then that somebody is still here, and tells when the
// session ends: for staff the same as ever. It is no reason to fail a page.
func (s *Store) touch(ctx context.Context, token string, kept row, staff bool) time.Time {
	until := s.now().Add(idle)
	if last := kept.CreatedAt.Add(limit(staff)); until.After(last) {
		until = last
	}
	if s.now().Sub(kept.SeenAt) < touchAfter {
		return kept.ExpiresAt
	}
	if err := s.see(ctx, token, until); err != nil {
		slog.WarnContext(ctx, "session not extended", "error", err)
		return kept.ExpiresAt
	}
	return until
}

func limit(staff bool) time.Duration {
	if staff {
		return staffLimit
	}
	return memberLimit
}

func (s *Store) name() string {
	if s.https {
		return secureName
	}
	return plainName
}

func (s *Store) options(age time.Duration) *sessions.Options {
	return &sessions.Options{
		Path: "/", MaxAge: int(age.Seconds()), Secure: s.https, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	}
}
