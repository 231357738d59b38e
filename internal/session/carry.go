package session

import (
	"net/http"
	"time"

	"github.com/gorilla/sessions"
)

// carriedName is the cookie of a browser that is on the way to a provider and
// back, and has not signed in yet.
const carriedName = "-tie"

// Carry has the browser keep a value while it is elsewhere.
func (s *Store) Carry(w http.ResponseWriter, value string, age time.Duration) {
	http.SetCookie(w, sessions.NewCookie(s.name()+carriedName, value, s.options(age)))
}

// Carried is what the browser has kept, "" for nothing, and lets it go.
func (s *Store) Carried(w http.ResponseWriter, r *http.Request) string {
	c, err := r.Cookie(s.name() + carriedName)
	if err != nil {
		return ""
	}
	s.Carry(w, "", -time.Second)
	return c.Value
}
