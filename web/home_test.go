package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/organization"
)

// A coordinator sees what is told of the own organisation until it is
// confirmed, and nothing of others.
func TestACoordinatorConfirmsAdoptions(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	if body := p.as("coordinator", "/oma/organisaatio", nil).Body.String(); !strings.Contains(body, "Sinua ei ole vielä liitetty") {
		t.Error("a coordinator of nothing is not told so")
	}
	const own = organization.ID(9)
	if _, err := p.db.Exec(t.Context(), "UPDATE account SET organization_id = $1 WHERE id = $2", own, p.accounts["coordinator"].ID); err != nil {
		t.Fatal(err)
	}
	a, other := p.published(2, func(c *act.Content) { c.Title = "Meillä kokeiltu teko" }), p.published(3, func(c *act.Content) { c.Title = "Muualla kokeiltu teko" })
	x, err := p.site.Adoptions.Tell(t.Context(), belonging(p.accounts["member"], own), a.ID, adoption.Telling{State: adoption.InUse})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.site.Adoptions.Tell(t.Context(), belonging(p.accounts["member"], 8), other.ID, adoption.Telling{State: adoption.InUse}); err != nil {
		t.Fatal(err)
	}
	confirm := "/kayttoonotot/" + itoa(int(x.ID)) + "/vahvistus"
	body := p.as("coordinator", "/oma/organisaatio", nil).Body.String()
	if !strings.Contains(body, "Meillä kokeiltu teko") || !strings.Contains(body, confirm) || strings.Contains(body, "Muualla kokeiltu") {
		t.Errorf("to confirm are other adoptions than those of the organisation:\n%s", body)
	}
	if w := p.as("coordinator", confirm, url.Values{}); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	if body := p.as("coordinator", "/oma/organisaatio", nil).Body.String(); !strings.Contains(body, "Kaikki on vahvistettu") {
		t.Error("what is confirmed is still to be confirmed")
	}
	if w := p.as("member", "/oma/organisaatio", nil); w.Code == http.StatusOK {
		t.Error("a member sees the page of the coordinators")
	}
}
