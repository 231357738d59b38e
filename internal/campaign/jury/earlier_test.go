package jury_test

import (
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
)

// The juries whose criteria can be taken are those that have any, but the own
// one, the newest first; each with its whole rules, as its own page has them.
func TestEarlierCriteria(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	c.rules()
	first := c.panel(c.team).Jury
	var ids []campaign.PrizeID
	for n := range 3 {
		id, err := c.campaigns.AddPrize(t.Context(), c.team, c.key(), c.campaign.ID, campaign.Prize{Name: i18n.T("Toinen", "Andra", "Second"), Kind: campaign.ForPerson, DecidedBy: campaign.ByJury})
		c.must(err)
		ids = append(ids, id)
		if n == 1 {
			continue // has none
		}
		c.must(c.juries.SetRules(t.Context(), c.team, id, c.key(), 0, jury.Rules{Scale: jury.Ten, Criteria: []jury.Criterion{
			{Name: i18n.T("Ö", "Z", "Z"), Weight: 2}, {Name: i18n.T("A", "A", "A"), Weight: 70}, {Name: i18n.T("K", "K", "K"), Weight: 1},
		}}))
	}
	got, err := c.juries.Earlier(t.Context(), c.team, ids[2])
	c.must(err)
	middle, err := c.juries.Panel(t.Context(), c.team, ids[0])
	c.must(err)
	if len(got) != 2 || got[0].Prize.ID != ids[0] || got[1].Prize.ID != first.Prize.ID || got[0].Prize.Name != middle.Jury.Prize.Name || got[0].Prize.CampaignID != c.campaign.ID {
		t.Fatalf("the juries are %+v", got)
	}
	for n, want := range []jury.Jury{middle.Jury, first} {
		if d := diff.Diff(want.Rules, got[n].Rules, diff.Comparer(func(a, b i18n.Text) bool { return a == b })); d != "" {
			t.Error(d)
		}
	}
}
