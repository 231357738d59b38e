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

const erratumKey = "0198b1f20000700080000000000000e1"

// Under embargo an award is mended quietly. Once it is out, whoever mends it
// tells everyone, once and for all its readers.
func TestCorrections(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	begin := w.at.Add(time.Hour)
	_, id := w.gala(begin, prize(campaign.ForAct, campaign.ByJury))
	owner, team := accounttest.New(t, w.db), accounttest.New(t, w.db, account.Team)
	a := w.sent(owner, "0198b1f20000700080000000000000b1", w.at, w.at)
	if err := w.campaigns.Grant(t.Context(), team, id, campaign.Winner{Act: a.Slug, Citation: i18n.Typed("Rohkee.", "", "")}); err != nil {
		t.Fatal(err)
	}
	_, won, err := w.campaigns.Prize(t.Context(), team, id)
	if err != nil {
		t.Fatal(err)
	}
	correct := func(by account.Account, key string, version int, c campaign.Correction) error {
		_, err := w.campaigns.Correct(t.Context(), by, won[0].ID, key, version, c)
		return err
	}
	quietly := campaign.Correction{Citation: i18n.Typed("Rohkea.", "Modig.", "Brave.")}
	if err := correct(accounttest.New(t, w.db, account.Moderator), erratumKey, 1, quietly); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a moderator corrects: %v", err)
	}
	if err := correct(team, erratumKey, 1, quietly); err != nil || len(w.campaigns.Errata()) > 0 {
		t.Errorf("under embargo: %v, errata %v", err, w.campaigns.Errata())
	}
	w.at = begin
	if _, err := w.campaigns.Release(t.Context()); err != nil {
		t.Fatal(err)
	}
	var problems validate.Problems
	if err := correct(team, erratumKey, 2, quietly); !errors.As(err, &problems) {
		t.Errorf("corrected in silence once it is out: %v", err)
	}
	loud := quietly
	loud.Mention, loud.Erratum = true, i18n.Typed("Teko sai kunniamaininnan.", "Hedersomnämnande.", "A mention.")
	if err := correct(team, erratumKey, 1, loud); !errors.Is(err, fault.Conflict) {
		t.Errorf("corrected as it was before: %v", err)
	}
	for range 2 { // sent twice
		if err := correct(team, erratumKey, 2, loud); err != nil {
			t.Fatal(err)
		}
	}
	now, err := w.campaigns.AwardsOf(t.Context(), a.ID)
	told := w.campaigns.ErrataOf(a.ID)
	if err != nil || len(now) != 1 || !now[0].Mention || len(told) != 1 || told[0].Text != loud.Erratum || told[0].CorrectedOn.Format(time.DateOnly) != "2026-10-01" {
		t.Errorf("corrected: %+v, errata %+v, %v", now, told, err)
	}
	loud.Gone = true
	if err := correct(team, "0198b1f20000700080000000000000e2", 3, loud); err != nil {
		t.Fatal(err)
	}
	if now, err := w.campaigns.AwardsOf(t.Context(), a.ID); err != nil || len(now) != 0 || w.awarded(a) || len(w.campaigns.ErrataOf(a.ID)) != 2 {
		t.Errorf("given by mistake, and still there: %+v, %v, %v", now, w.campaigns.ErrataOf(a.ID), err)
	}
}
