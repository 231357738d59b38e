package campaign_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// letters is the bodies of the mails to somebody with a word in the subject.
func (w *world) letters(to account.Account, word string) []string {
	w.t.Helper()
	posted, err := w.mails.Recent(w.t.Context(), 50)
	if err != nil {
		w.t.Fatal(err)
	}
	var found []string
	for _, m := range posted {
		if m.Recipient == to.Email && strings.Contains(m.Subject, word) {
			found = append(found, m.Body)
		}
	}
	return found
}

// Whoever writes an act hears what it has got, a mention as a mention, and why;
// and what was wrong with that, once.
func TestLettersOfAnAward(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	begin := w.at.Add(time.Hour)
	_, id := w.gala(begin, prize(campaign.ForAct, campaign.ByJury))
	owner, mate, team := accounttest.New(t, w.db), accounttest.New(t, w.db), accounttest.New(t, w.db, account.Team)
	a := w.sent(owner, "0198b1f20000700080000000000000b1", w.at, w.at)
	if err := postgres.Exec(t.Context(), w.db, "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, $3)", a.ID, mate.ID, w.at); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Act: a.Slug, Citation: i18n.Typed("Rohkeasti kokeiltu.", "", ""), Mention: true}); err != nil {
		t.Fatal(err)
	}
	w.at = begin
	if _, err := w.campaigns.Release(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, won, err := w.campaigns.Prize(t.Context(), team, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []account.Account{owner, mate} {
		if got := w.letters(who, "Onnea! Kunniamaininta: Vuoden teko"); len(got) != 1 || !strings.Contains(got[0], "”Rohkeasti kokeiltu.”") || !strings.Contains(got[0], "”"+a.Title+"”") || !strings.Contains(got[0], fmt.Sprintf("/palkitut/kunniakirjat/%d\n", int64(won[0].ID))) {
			t.Errorf("%v reads %q", who.ID, got)
		}
	}
	for range 2 { // sent twice
		if _, err := w.campaigns.Correct(t.Context(), team, won[0].ID, erratumKey, 1, campaign.Correction{Erratum: i18n.T("Teko sai palkinnon.", "Ett pris.", "An award.")}); err != nil {
			t.Fatal(err)
		}
	}
	if got := w.letters(mate, "Oikaisu palkintoon: Vuoden teko"); len(got) != 1 || !strings.Contains(got[0], "Teko sai palkinnon.") {
		t.Errorf("of the correction %v reads %q", mate.ID, got)
	}
}

// The team sees which winners nobody can be told of, as long as they have not
// heard of it for long.
func TestWinnersWithNobodyToWriteTo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	begin := w.at.Add(time.Hour)
	_, id := w.gala(begin, prize(campaign.ForOrganization, campaign.ByJury))
	team := accounttest.New(t, w.db, account.Team)
	towns := w.municipalities(2)
	helper := accounttest.New(t, w.db, account.Coordinator)
	if err := postgres.Exec(t.Context(), w.db, "UPDATE account SET organization_id = $1 WHERE id = $2", towns[0].ID, helper.ID); err != nil {
		t.Fatal(err)
	}
	for _, town := range towns {
		if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Organization: town.Name.To(i18n.FI)}); err != nil {
			t.Fatal(err)
		}
	}
	helsinki := func(year int, month time.Month, day, hour int) time.Time {
		return time.Date(year, month, day, hour, 59, 0, 0, i18n.Helsinki()).UTC()
	}
	var won []campaign.Award
	for _, stage := range []struct {
		at   time.Time
		told bool
	}{{w.at, true}, {begin, true}, {helsinki(2027, time.December, 31, 23), true}, {helsinki(2028, time.January, 1, 0), false}} {
		w.at = stage.at
		if _, err := w.campaigns.Release(t.Context()); err != nil {
			t.Fatal(err)
		}
		var err error
		if _, won, err = w.campaigns.Prize(t.Context(), team, id); err != nil || len(won) != 2 {
			t.Fatal(won, err)
		}
		none, err := w.campaigns.Unreached(t.Context(), team, won)
		if err != nil || none[won[0].ID] || none[won[1].ID] != stage.told {
			t.Errorf("at %v without a letter: %v, %v", stage.at, none, err)
		}
	}
	if _, err := w.campaigns.Unreached(t.Context(), accounttest.New(t, w.db, account.Moderator), won); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a moderator sees it: %v", err)
	}
}
