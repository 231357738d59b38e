package web_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
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
}
