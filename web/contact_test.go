package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
)

// The form keeps every contact that an act may have, with its organisation,
// and has room for one more until there are as many as may be.
func TestEveryContactIsKept(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	path := fmt.Sprintf("/ilmoita-teko/%d/yhteystiedot", int64(a.ID))
	for n := 1; n <= act.MaxContacts; n++ {
		form := url.Values{"action": {"next"}, "version": {strconv.Itoa(a.Version)}}
		for i := 1; i <= n; i++ {
			form.Set(act.ContactField("contact_name", i), fmt.Sprintf("Henkilö %d", i))
			form.Set(act.ContactField("contact_organization", i), fmt.Sprintf("Virasto %d", i))
			form.Set(act.ContactField("contact_email", i), fmt.Sprintf("h%d@kunta.example", i))
			form.Set(act.ContactField("contact_visible_to", i), "everyone")
			form.Set(act.ContactField("contact_consent", i), "true")
		}
		if w := p.as("member", path, form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d contacts: %d", n, w.Code)
		}
		a = p.find(a)
		page := p.as("member", path, nil).Body.String()
		for i, c := range a.Contacts {
			if c.Organization != fmt.Sprintf("Virasto %d", i+1) || !strings.Contains(page, `value="`+c.Organization+`"`) {
				t.Errorf("contact %d of %d is of %q, or its field is empty", i+1, n, c.Organization)
			}
		}
		room := strings.Contains(page, fmt.Sprintf(`name="%s"`, act.ContactField("contact_name", n+1)))
		if len(a.Contacts) != n || room != (n < act.MaxContacts) {
			t.Errorf("%d of %d contacts are kept, room for one more: %t", len(a.Contacts), n, room)
		}
	}
}
