package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// A moderator finds the other act by a word or by its address, reads both, and
// merges them: the old address leads on for good, the other page names both.
func TestActsAreMerged(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	twin := p.published(1, func(c *act.Content) { c.Title = "Palaverit kävellen" })
	other := p.published(2, func(c *act.Content) { c.Title = "Kävelykokoukset <koko> kunnassa"; c.OrganizationID = 9 })
	path := fmt.Sprintf("/moderointi/teot/%d", int64(twin.ID))
	beside := fmt.Sprintf("%s/rinnalla/%d", path, int64(other.ID))
	for _, asked := range []string{"kävelykokoukset", "http://tori.example/katso/" + other.Slug + "?x=1"} {
		if body := p.as("moderator", path+"/yhdistys?haku="+url.QueryEscape(asked), nil).Body.String(); !strings.Contains(body, `href="`+beside+`"`) {
			t.Errorf("%q does not find the other act", asked)
		}
	}
	if body := p.as("moderator", beside, nil).Body.String(); !strings.Contains(body, beside+"/yhdistys") {
		t.Fatal("the two cannot be merged where they are read")
	}
	form := url.Values{"version": {fmt.Sprint(twin.Version)}}
	if w := p.as("moderator", beside+"/yhdistys", form); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	p.look()
	if w := p.as("visitor", "/katso/"+twin.Slug, nil); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/katso/"+other.Slug {
		t.Errorf("the old address: %d to %s", w.Code, w.Header().Get("Location"))
	}
	if body := p.as("visitor", "/katso/"+other.Slug, nil).Body.String(); !strings.Contains(body, "Tähän on yhdistetty") || !strings.Contains(body, "Palaverit kävellen") {
		t.Error("the other act does not name the one that was merged into it")
	}
	if n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM mail_message WHERE subject LIKE 'Tekosi on yhdistetty%'"); n != 1 || err != nil {
		t.Errorf("%d letters, %v", n, err)
	}
	if w := p.as("moderator", beside+"/yhdistys", form); w.Code != http.StatusConflict {
		t.Errorf("again: %d", w.Code)
	}
	back := fmt.Sprintf("/moderointi/teot/%d/rinnalla/%d/yhdistys", int64(other.ID), int64(twin.ID))
	if w := p.as("moderator", back, url.Values{"version": {fmt.Sprint(other.Version)}}); w.Code != http.StatusConflict {
		t.Errorf("back into what was merged: %d", w.Code)
	}
}
