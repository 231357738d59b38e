package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// An administrator finds people and gives them roles; a form made before
// another administrator's change is refused, and nobody changes their own.
func TestAdministratorsTendPeople(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	member, admin := p.accounts["member"], p.accounts["admin"]
	list := p.as("admin", "/yllapito/henkilot?haku="+url.QueryEscape(strings.ToUpper(member.Email)), nil).Body.String()
	at := fmt.Sprintf("/yllapito/henkilot/%d", int64(member.ID))
	if !strings.Contains(list, `href="`+at+`"`) || strings.Contains(list, admin.Email) {
		t.Error("the search does not find the member alone")
	}
	if found := p.as("admin", "/yllapito/henkilot?haku=%25", nil).Body.String(); strings.Contains(found, member.Email) {
		t.Error("a sign of the database finds everyone")
	}
	roles := url.Values{"roles": {"moderator", "coach"}}
	if w := p.as("admin", at+"/roolit", roles); w.Code != http.StatusSeeOther {
		t.Fatalf("roles: %d", w.Code)
	}
	if w := p.as("admin", at+"/roolit", url.Values{"roles": {"juror"}}); w.Code != http.StatusConflict {
		t.Errorf("a form of earlier roles: %d", w.Code)
	}
	got, err := p.site.Accounts.Find(t.Context(), member.ID)
	if err != nil || len(got.Roles) != 2 || !got.Moderates() {
		t.Errorf("the roles are %v, %v", got.Roles, err)
	}
	if only := p.as("admin", "/yllapito/henkilot?rooli=coach", nil).Body.String(); !strings.Contains(only, member.Email) {
		t.Error("the role does not find its people")
	}
	if w := p.as("admin", fmt.Sprintf("/yllapito/henkilot/%d/roolit", int64(admin.ID)), url.Values{"had": {"admin"}}); w.Code != http.StatusForbidden {
		t.Errorf("one's own roles: %d", w.Code)
	}
	for _, deed := range []struct {
		path   string
		closed bool
	}{{"/sulkeminen", true}, {"/avaus", false}} {
		if w := p.as("admin", at+deed.path, url.Values{}); w.Code != http.StatusSeeOther {
			t.Errorf("%s: %d", deed.path, w.Code)
		}
		if got, err = p.site.Accounts.Find(t.Context(), member.ID); err != nil || got.Disabled != deed.closed {
			t.Errorf("after %s closed %t, %v", deed.path, got.Disabled, err)
		}
	}
}
