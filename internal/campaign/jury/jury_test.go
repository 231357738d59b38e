package jury_test

import (
	"errors"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// A prize from its nominees to the gala: jurors score, the result is computed,
// the team decides, and everything comes out at once.
func TestAPrizeFromNomineesToTheGala(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	owner := accounttest.New(t, c.db)
	first, second, third := c.nominated(owner, nothing), c.nominated(owner, nothing), c.nominated(owner, nothing)
	c.rules()
	one, two := c.juror(), c.juror()
	for _, s := range []struct {
		by     account.Account
		id     jury.NomineeID
		points []int
	}{{one, first, []int{5, 5}}, {two, first, []int{3, 5}}, {one, second, []int{2, 2}}, {two, second, []int{5}}, {one, third, []int{4, 4}}, {two, third, []int{4, 4}}} {
		c.must(c.score(s.by, s.id, s.points...))
	}
	far := c.panel(c.team)
	if far.Result != nil || far.Progress[0].Done != 3 || far.Progress[1].Done != 2 {
		t.Errorf("while it scores: %+v, result %v", far.Progress, far.Result)
	}
	c.must(c.juries.Close(t.Context(), c.team, c.prize))
	if err := c.score(two, second, 5, 5); !errors.Is(err, fault.Conflict) {
		t.Errorf("scored after the end: %v", err)
	}
	p := c.panel(c.team)
	if r := p.Result; r[0].Nominee != first || r[0].Mean != 4.25 || r[0].Spread != 0.75 || r[0].Scores != 2 || r[1].Nominee != third || r[2].Scores != 1 {
		t.Fatalf("result %+v", r)
	}
	citation := i18n.Typed("Rohkea.", "Modig.", "")
	choices := []jury.Choice{{Nominee: first, Citation: citation}, {Nominee: third, Mention: true}}
	if err := c.juries.Decide(t.Context(), c.team, c.prize, p.Jury.Version+1, choices); !errors.Is(err, fault.Conflict) {
		t.Errorf("decided at another version: %v", err)
	}
	c.must(c.juries.Decide(t.Context(), c.team, c.prize, p.Jury.Version, choices))
	if err := c.juries.Decide(t.Context(), c.team, c.prize, p.Jury.Version, choices); !errors.Is(err, fault.Conflict) {
		t.Errorf("decided twice: %v", err)
	}
	won, err := c.campaigns.AwardsOf(t.Context(), p.Nominees[0].ActID)
	if err != nil || len(won) > 0 {
		t.Errorf("before the gala: %v, %v", won, err)
	}
	c.at = c.campaign.GalaAt
	if n, err := c.campaigns.Release(t.Context()); err != nil || n != 2 {
		t.Errorf("%d come out, %v", n, err)
	}
	won, err = c.campaigns.AwardsOf(t.Context(), p.Nominees[0].ActID)
	if err != nil || len(won) != 1 || won[0].Citation != citation || won[0].Mention {
		t.Errorf("after the gala: %v, %v", won, err)
	}
	if err := c.juries.Undo(t.Context(), c.team, c.prize); !errors.Is(err, fault.Conflict) {
		t.Errorf("taken back after the gala: %v", err)
	}
}

// Whoever is tied to a nominee does not score it, and what they scored before
// counts no more.
func TestWhoIsTiedDoesNotScore(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	owner := accounttest.New(t, c.db)
	c.rules()
	j := c.juror()
	c.must(c.moves(j, 1))
	j.OrganizationID = 1
	for name, tt := range map[string]struct {
		change func(*act.Act)
		want   jury.Conflict
	}{
		"led by the own organisation": {nothing, jury.OwnOrganization},
		"a partner of it": {func(a *act.Act) {
			a.OrganizationID, a.PartnerIDs = 9, []organization.ID{1}
		}, jury.OwnOrganization},
		"a contact of it": {func(a *act.Act) {
			a.OrganizationID, a.Contacts[0].Email = 9, j.Email
		}, jury.OwnAct},
		"of others": {func(a *act.Act) { a.OrganizationID = 9 }, ""},
	} {
		id := c.nominated(owner, tt.change)
		_, at, err := c.juries.Case(t.Context(), j, id)
		if err != nil || at.Conflict != tt.want {
			t.Errorf("%s: %q, %v; want %q", name, at.Conflict, err, tt.want)
		}
		if err := c.score(j, id, 5, 5); (err == nil) != (tt.want == "") || err != nil && !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s: scored with %v", name, err)
		}
	}
	own := c.nominated(j, func(a *act.Act) { a.OrganizationID = 9 })
	if _, at, err := c.juries.Case(t.Context(), j, own); err != nil || at.Conflict != jury.OwnAct {
		t.Errorf("an own act: %q, %v", at.Conflict, err)
	}
	of := c.nominated(owner, func(a *act.Act) { a.OrganizationID = 9 })
	c.must(c.score(j, of, 5, 5))
	var problems validate.Problems
	if err := c.juries.Recuse(t.Context(), j, of, " "); !errors.As(err, &problems) {
		t.Errorf("recused without a reason: %v", err)
	}
	c.must(c.juries.Recuse(t.Context(), j, of, "Siskoni työskentelee siellä."))
	if err := c.score(j, of, 4, 4); !errors.Is(err, fault.Forbidden) {
		t.Errorf("scored after a declaration: %v", err)
	}
	c.must(c.juries.Close(t.Context(), c.team, c.prize))
	for _, s := range c.panel(c.team).Result {
		if s.Nominee == of && s.Scores != 0 {
			t.Errorf("a recused score counts: %+v", s)
		}
	}
}

// moves gives somebody a place of work.
func (c *court) moves(who account.Account, to int64) error {
	_, err := c.db.Exec(c.t.Context(), "UPDATE account SET organization_id = $1 WHERE id = $2", to, who.ID)
	return err
}

// A juror who changes to the organisation of a nominee later is recused too.
func TestATieThatComesLaterCounts(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	id := c.nominated(accounttest.New(t, c.db), nothing)
	c.rules()
	j, other := c.juror(), c.juror()
	c.must(c.score(j, id, 5, 5))
	c.must(c.score(other, id, 1, 1))
	c.must(c.moves(j, 1))
	c.must(c.juries.Close(t.Context(), c.team, c.prize))
	if r := c.panel(c.team).Result[0]; r.Scores != 1 || r.Mean != 1 {
		t.Errorf("result %+v, want the other's alone", r)
	}
}
