package postgres_test

import (
	"net/url"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// Of several hosts the one that takes writes is found, beside one that is
// away and one that only reads.
func TestSeveralHosts(t *testing.T) {
	t.Parallel()
	u, err := url.Parse(pgtest.URL(t))
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	if q.Get("host") == "" {
		t.Skip("TEST_DATABASE_URL names a server that is not on a socket; the one of withpg is")
	}
	q.Set("host", "/nowhere,"+q.Get("host"))
	q.Set("port", q.Get("port")+","+q.Get("port"))
	for attrs, works := range map[string]bool{"read-write": true, "primary": true, "prefer-standby": true, "standby": false} {
		q.Set("target_session_attrs", attrs)
		u.RawQuery = q.Encode()
		db, err := postgres.Open(t.Context(), u.String())
		if (err == nil) != works {
			t.Errorf("%s: %v, want it to work %t", attrs, err, works)
		}
		if err == nil {
			db.Close()
		}
	}
}
