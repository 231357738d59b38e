package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
)

// A network may leave so many forms in a day, and then it is told so; others
// may still.
func TestFormsWithoutSessionHaveAnEnd(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	send := func(from string) int {
		return p.post("/ilmoita-teko/1/tarve", url.Values{"title": {"x"}}, func(r *http.Request) { r.RemoteAddr = from }).Code
	}
	for n := range 200 {
		if code := send("192.0.2.1:1"); code != http.StatusSeeOther {
			t.Fatalf("form %d: %d", n+1, code)
		}
	}
	if code := send("192.0.2.1:2"); code != http.StatusTooManyRequests {
		t.Errorf("one more: %d, want 429", code)
	}
	if code := send("192.0.2.2:1"); code != http.StatusSeeOther {
		t.Errorf("from another network: %d", code)
	}
	if n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM stashed_form"); n != 201 || err != nil {
		t.Errorf("%d forms are kept, %v", n, err)
	}
}
