package web_test

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// What a moderator hides is gone from the list, which was kept, when the
// answer comes: nothing here looks by the clock.
func TestAChangeIsSeenAtOnce(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	lists := func() bool { return strings.Contains(p.get("/tekojen-tori").Body.String(), a.Title) }
	if made := lists(); !made || !lists() { // made, then kept
		t.Fatal("a published act is not in the list")
	}
	w := p.as("moderator", fmt.Sprintf("/moderointi/teot/%d/piilotus", int64(a.ID)), url.Values{"version": {strconv.Itoa(a.Version)}, "reason": {"Virhe."}})
	if w.Code != 303 || lists() {
		t.Errorf("hidden with %d, still in the list: %t", w.Code, lists())
	}
}
