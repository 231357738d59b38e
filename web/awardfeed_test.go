package web_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/postgres"
)

// Whoever waits for awards reads first of the act that was awarded last,
// however old it is; in an order that somebody has chosen it stands as in the
// list.
func TestAwardedActsAreFedByTheirAwards(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	var acts []string
	for n := range 3 {
		acts = append(acts, p.published(n, func(*act.Content) {}).Slug)
	}
	for n, slug := range []string{acts[1], acts[0], acts[2], acts[1]} { // the last one wins again
		of, id, _ := p.addPrize(n, campaign.ForAct, campaign.ByJury)
		if err := p.site.Campaigns.Grant(t.Context(), p.accounts["team"], id, campaign.Winner{Act: slug}); err != nil {
			t.Fatal(err)
		}
		p.gala(of)
	}
	for query, want := range map[string][]string{"": {acts[1], acts[2], acts[0]}, "&jarjestys=uusimmat": {acts[2], acts[1], acts[0]}} {
		if diff := cmp.Diff(want, slugs(p.as("visitor", "/syote/teot.atom?palkittu=true"+query, nil).Body.String())); diff != "" {
			t.Errorf("%q: %s", query, diff)
		}
	}
	if err := postgres.Exec(t.Context(), p.db, "UPDATE act SET updated_at = updated_at - interval '1 day'"); err != nil {
		t.Fatal(err)
	}
	p.changed()
	awarded, all := p.updates("/syote/teot.atom?palkittu=true"), p.updates("/syote/teot.atom")
	if len(awarded) != 3 {
		t.Errorf("%d awarded acts tell when they changed", len(awarded))
	}
	if diff := cmp.Diff(all, awarded); diff != "" {
		t.Errorf("an act has changed at another time in the feed of awards (-all +awarded):\n%s", diff)
	}
}

var entryOf = regexp.MustCompile(`(?s)<entry.*?</entry>`)

// updates is when each act of a feed has changed.
func (p *portal) updates(feed string) map[string]time.Time {
	p.t.Helper()
	all := map[string]time.Time{}
	for _, e := range entryOf.FindAllString(p.as("visitor", feed, nil).Body.String(), -1) {
		_, updated, _ := strings.Cut(e, "<updated>")
		updated, _, _ = strings.Cut(updated, "</updated>")
		at, err := time.Parse(time.RFC3339, updated)
		if err != nil {
			p.t.Fatal(err)
		}
		all[slugs(e)[0]] = at
	}
	return all
}
