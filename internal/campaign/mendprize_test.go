package campaign_test

import (
	"errors"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

var betterName = i18n.T("Vuoden kunta", "Årets kommun", "Municipality of the year")

// A name can be mended until the prize is out, by one at a time; then it stands
// in letters and on certificates.
func TestAPrizeIsRenamedUntilItIsOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, id := w.gala(w.at.Add(time.Hour), prize(campaign.ForOrganization, campaign.ByJury))
	team := accounttest.New(t, w.db, account.Team)
	if err := w.campaigns.Rename(t.Context(), accounttest.New(t, w.db, account.Moderator), id, 1, betterName); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a moderator: %v", err)
	}
	var problems validate.Problems
	if err := w.campaigns.Rename(t.Context(), team, id, 1, i18n.Typed("", "x", "x")); !errors.As(err, &problems) {
		t.Errorf("without a name: %v", err)
	}
	if err := w.campaigns.Rename(t.Context(), team, id, 1, betterName); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.Rename(t.Context(), team, id, 1, i18n.T("a", "b", "c")); !errors.Is(err, fault.Conflict) {
		t.Errorf("from a stale page: %v", err)
	}
	p, _, err := w.campaigns.Prize(t.Context(), team, id)
	if err != nil || p.Name != betterName || p.Version != 2 {
		t.Errorf("the prize is %+v, %v", p, err)
	}
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	w.at = w.at.Add(2 * time.Hour)
	if _, err := w.campaigns.Release(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.Rename(t.Context(), team, id, 2, i18n.T("a", "b", "c")); !errors.Is(err, fault.Conflict) {
		t.Errorf("once it is out: %v", err)
	}
}

// A prize that nobody has won or been nominated for goes; another one stays.
func TestAPrizeThatNobodyMissesIsRemoved(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, id := w.gala(time.Time{}, prize(campaign.ForOrganization, campaign.ByJury))
	team := accounttest.New(t, w.db, account.Team)
	if err := w.campaigns.RemovePrize(t.Context(), accounttest.New(t, w.db, account.Moderator), id); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a moderator: %v", err)
	}
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.RemovePrize(t.Context(), team, id); !errors.Is(err, fault.Conflict) {
		t.Errorf("with a winner: %v", err)
	}
	_, won, err := w.campaigns.Prize(t.Context(), team, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.campaigns.Revoke(t.Context(), team, won[0].ID); err != nil {
		t.Fatal(err)
	}
	if used, err := w.campaigns.Used(t.Context(), id); err != nil || used {
		t.Errorf("in use: %t, %v", used, err)
	}
	if err := w.campaigns.RemovePrize(t.Context(), team, id); err != nil {
		t.Fatal(err)
	}
	if left, err := w.campaigns.Prizes(t.Context(), c.ID); err != nil || len(left) > 0 {
		t.Errorf("%d prizes are left, %v", len(left), err)
	}
	if err := w.campaigns.RemovePrize(t.Context(), team, id); !errors.Is(err, fault.NotFound) {
		t.Errorf("again: %v", err)
	}
}

// Until it is out the day of an award is that of the gala, also when the gala
// moves: certificates are printed before it.
func TestTheDayOfAnAwardMovesWithTheGala(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, id := w.gala(w.at.AddDate(0, 0, 3), prize(campaign.ForOrganization, campaign.ByJury))
	team := accounttest.New(t, w.db, account.Team)
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: "Limingan kunta"}); err != nil {
		t.Fatal(err)
	}
	c.GalaAt = w.at.AddDate(0, 0, 10)
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, c); err != nil {
		t.Fatal(err)
	}
	_, won, err := w.campaigns.Prize(t.Context(), team, id)
	if want := c.GalaAt.In(i18n.Helsinki()).Format(time.DateOnly); err != nil || won[0].GrantedOn.Format(time.DateOnly) != want {
		t.Errorf("the award is of %v, %v; want %s", won[0].GrantedOn, err, want)
	}
}
