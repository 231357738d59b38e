package campaign_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

const prizeKey = "0198b1f20000700080000000000000c1"

func prize(kind campaign.Kind, by campaign.DecidedBy) campaign.Prize {
	return campaign.Prize{Name: i18n.T("Vuoden teko", "Årets gärning", "Act of the year"), Kind: kind, DecidedBy: by}
}

// gala makes a campaign with a gala at a time, and a prize of it.
func (w *world) gala(at time.Time, p campaign.Prize) (campaign.Campaign, campaign.PrizeID) {
	w.t.Helper()
	c := sample()
	c.GalaAt = at
	c = w.create(c)
	id, err := w.campaigns.AddPrize(w.t.Context(), accounttest.New(w.t, w.db, account.Team), prizeKey, c.ID, p)
	if err != nil {
		w.t.Fatal(err)
	}
	return c, id
}

func (w *world) awarded(a act.Act) bool {
	w.t.Helper()
	w.refresh()
	return w.numbers.Catalogue().IsAwarded(int64(a.ID))
}

// An award is nobody's business until the minute of the gala. Then it is on
// the act, in the numbers and in the list of the year, and the winner has one
// letter, however often the clock strikes.
func TestAwardsComeOutAtTheGala(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	begin := w.at.Add(time.Hour)
	_, id := w.gala(begin, prize(campaign.ForAct, campaign.ByJury))
	owner, team := accounttest.New(t, w.db), accounttest.New(t, w.db, account.Team)
	a := w.sent(owner, "0198b1f20000700080000000000000b1", w.at, w.at)
	for range 2 {
		if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Act: "https://tori.example/katso/" + a.Slug + "/", Citation: i18n.Typed("Rohkea.", "", "")}); err != nil {
			t.Fatal(err)
		}
	}
	if won, err := w.campaigns.AwardsOf(t.Context(), a.ID); err != nil || len(won) > 0 || w.awarded(a) {
		t.Errorf("before the gala: %v, %v", won, err)
	}
	if n, err := w.campaigns.Release(t.Context()); err != nil || n != 0 {
		t.Errorf("before the gala %d come out, %v", n, err)
	}
	if years, err := w.campaigns.AwardYears(t.Context()); err != nil || len(years) > 0 {
		t.Errorf("before the gala there are the years %v, %v", years, err)
	}
	w.at = begin
	for _, want := range []int{1, 0} {
		if n, err := w.campaigns.Release(t.Context()); err != nil || n != want {
			t.Errorf("at the gala %d come out, %v; want %d", n, err, want)
		}
	}
	won, err := w.campaigns.AwardsOf(t.Context(), a.ID)
	if err != nil || len(won) != 1 || won[0].Citation.To(i18n.FI) != "Rohkea." || !w.awarded(a) {
		t.Errorf("after the gala: %v, %v", won, err)
	}
	if won, err := w.campaigns.AwardsOfYear(t.Context(), begin.Year()); err != nil || len(won) != 1 {
		t.Errorf("of the year: %v, %v", won, err)
	}
	posted, err := w.mails.Recent(t.Context(), 50)
	letters := 0
	for _, m := range posted {
		if strings.Contains(m.Subject, "Vuoden teko") {
			letters++
		}
	}
	if err != nil || letters != 1 {
		t.Errorf("%d letters, %v", letters, err)
	}
	if _, err := w.campaigns.Revoke(t.Context(), team, won[0].ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("an award that is out is taken back: %v", err)
	}
}

// Who has the most acts is computed; who is even shares the prize.
func TestTheMostInventiveIsComputed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, id := w.gala(w.at.Add(time.Hour), prize(campaign.ForOrganization, campaign.ByCount))
	owner, team := accounttest.New(t, w.db), accounttest.New(t, w.db, account.Team)
	towns := w.municipalities(3)
	for i, town := range []int{0, 0, 1, 1, 2} {
		content := w.sent(owner, "0198b1f20000700080000000000000d"+string(rune('0'+i)), w.at, w.at)
		tx, err := w.db.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.acts.ChangeTx(t.Context(), tx, content.ID, 0, func(a *act.Act) error { a.OrganizationID = towns[town].ID; return nil })
		if err == nil {
			err = w.campaigns.EnterTx(t.Context(), tx, content.ID, c.ID)
		}
		if err == nil {
			err = w.acts.TouchTx(t.Context(), tx, content.ID)
		}
		if err == nil {
			err = tx.Commit(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w.refresh()
	if err := w.campaigns.GrantComputed(t.Context(), team, id); err != nil {
		t.Fatal(err)
	}
	_, won, err := w.campaigns.Prize(t.Context(), team, id)
	if err != nil || len(won) != 2 {
		t.Fatalf("%d winners, %v; want the two that are even", len(won), err)
	}
	for i, a := range won {
		if a.OrganizationID != towns[i].ID || a.Out {
			t.Errorf("winner %d is %v, out %t", i, a.OrganizationID, a.Out)
		}
	}
	w.at = w.at.Add(2 * time.Hour)
	if n, err := w.campaigns.Release(t.Context()); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if err := w.campaigns.GrantComputed(t.Context(), team, id); !errors.Is(err, fault.Conflict) {
		t.Errorf("what is out is counted anew: %v", err)
	}
}

// A gala that is told only later, even when it is over, is the day of the
// awards, and lets them out at once.
func TestTheGalaIsTheDayOfTheAwards(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, id := w.gala(time.Time{}, prize(campaign.ForOrganization, campaign.ByJury))
	team := accounttest.New(t, w.db, account.Team)
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	c.GalaAt = day("2025-12-01").Add(23 * time.Hour) // already the 2nd in Finland
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, c); err != nil {
		t.Fatal(err)
	}
	won, err := w.campaigns.AwardsOfYear(t.Context(), 2025)
	if err != nil || len(won) != 1 || won[0].GrantedOn.Format(time.DateOnly) != "2025-12-02" {
		t.Errorf("awards of 2025: %v, %v", won, err)
	}
}

func TestWhoMayGiveAwards(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, id := w.gala(time.Time{}, prize(campaign.ForOrganization, campaign.ByJury))
	moderator, team := accounttest.New(t, w.db, account.Moderator), accounttest.New(t, w.db, account.Team)
	for name, err := range map[string]error{
		"adds a prize": func() error {
			_, err := w.campaigns.AddPrize(t.Context(), moderator, prizeKey, c.ID, prize(campaign.ForAct, campaign.ByJury))
			return err
		}(),
		"gives one":     w.campaigns.Grant(t.Context(), moderator, id, campaign.Winner{Organization: "Limingan kunta"}),
		"counts one":    w.campaigns.GrantComputed(t.Context(), moderator, id),
		"takes it back": func() error { _, err := w.campaigns.Revoke(t.Context(), moderator, 1); return err }(),
	} {
		if !errors.Is(err, fault.Forbidden) {
			t.Errorf("a moderator %s: %v", name, err)
		}
	}
	var problems validate.Problems
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: "Ei kunta"}); !errors.As(err, &problems) {
		t.Errorf("an unknown winner: %v", err)
	}
	if err := w.campaigns.GrantComputed(t.Context(), team, id); !errors.Is(err, fault.Conflict) {
		t.Errorf("a prize of a jury is counted: %v", err)
	}
	again, err := w.campaigns.AddPrize(t.Context(), team, prizeKey, c.ID, prize(campaign.ForOrganization, campaign.ByJury))
	if err != nil || again != id {
		t.Errorf("the form sent again makes %v, %v; want %v", again, err, id)
	}
	if err := prize(campaign.ForAct, campaign.ByCount).Check(); err == nil {
		t.Error("acts are decided by count")
	}
}
