package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A person takes a copy of what the portal knows, is told what being forgotten
// does, and is forgotten: their session ends and their name is nowhere.
func TestOwnDataIsCopiedAndForgotten(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.accounts["member"]
	w := p.as("member", "/oma/tiedot.json", nil)
	var told map[string][]map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || told["account"][0]["email"] != a.Email {
		t.Fatalf("%d, %v: %s", w.Code, err, w.Body)
	}
	if h := w.Header(); h.Get("Cache-Control") != "no-store" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment; ") || h.Get("Content-Type") != "application/json" {
		t.Errorf("the copy has the headers %v", h)
	}
	w = p.as("member", "/oma/tiedot", url.Values{"email": {"toinen@kunta.example"}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `href="#email"`) {
		t.Errorf("confirmed with another address: %d", w.Code)
	}
	w = p.as("member", "/oma/tiedot", url.Values{"email": {strings.ToUpper(a.Email)}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/kirjaudu/poistettu" {
		t.Fatalf("forget: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if c := w.Result().Cookies(); len(c) != 1 || c[0].MaxAge >= 0 {
		t.Errorf("the cookie is not dropped: %v", c)
	}
	if w = p.as("member", "/oma", nil); !strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu") {
		t.Errorf("forgotten, and still signed in: %d", w.Code)
	}
	if got, err := p.site.Accounts.Find(t.Context(), a.ID); err != nil || got.Name != "" || got.Email == a.Email || got.SignedIn() {
		t.Errorf("what is left is %+v, %v", got, err)
	}
}

// The last administrator is told why they cannot go, and stays.
func TestLastAdminStays(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	if body := p.as("admin", "/oma/tiedot", nil).Body.String(); !strings.Contains(body, "ainoa ylläpitäjä") || strings.Contains(body, `name="email"`) {
		t.Error("the page does not tell the last administrator that they cannot go")
	}
	if w := p.as("admin", "/oma/tiedot", url.Values{"email": {p.accounts["admin"].Email}}); w.Code != http.StatusConflict {
		t.Errorf("the last administrator is forgotten: %d", w.Code)
	}
	if w := p.as("admin", "/yllapito", nil); w.Code != http.StatusOK {
		t.Errorf("the administrator is no longer one: %d", w.Code)
	}
}
