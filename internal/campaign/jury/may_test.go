package jury_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

func kindOf(err error) string {
	var problems validate.Problems
	for name, is := range map[string]bool{
		"not found": errors.Is(err, fault.NotFound), "forbidden": errors.Is(err, fault.Forbidden), "conflict": errors.Is(err, fault.Conflict), "problems": errors.As(err, &problems),
	} {
		if is {
			return name
		}
	}
	if err != nil {
		return err.Error()
	}
	return "done"
}

// Who may do what: everyone in each role, jurors of this jury and of another.
// A jury that one does not sit on is unknown to jurors.
func TestWhoMay(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	id := c.nominated(accounttest.New(t, c.db), func(a *act.Act) { a.OrganizationID = 9 })
	c.rules()
	people := map[string]account.Account{"visitor": {}, "member": accounttest.New(t, c.db), "the juror": c.juror()}
	for _, r := range account.Roles() {
		people[string(r)] = accounttest.New(t, c.db, r)
	}
	ctx := t.Context()
	for _, deed := range []struct {
		name  string
		may   string // who; others get what follows
		other string
		do    func(by account.Account) error
	}{
		{"sees the juries", "juror, the juror", "forbidden", func(by account.Account) error { _, err := c.juries.Benches(ctx, by); return err }},
		{"sees the bench", "the juror", "not found", func(by account.Account) error { _, err := c.juries.Bench(ctx, by, c.prize); return err }},
		{"sees the case", "the juror", "not found", func(by account.Account) error { _, _, err := c.juries.Case(ctx, by, id); return err }},
		{"scores", "the juror", "not found", func(by account.Account) error { return c.score(by, id, 3, 3) }},
		{"recuses", "the juror", "not found", func(by account.Account) error { return c.juries.Recuse(ctx, by, id, "Syy") }},
		{"takes it back", "the juror", "not found", func(by account.Account) error { return c.juries.Unrecuse(ctx, by, id) }},
		{"sees the panel", "team, admin", "forbidden", func(by account.Account) error { _, err := c.juries.Panel(ctx, by, c.prize); return err }},
		{"adds a juror", "team, admin", "forbidden", func(by account.Account) error {
			return c.juries.AddMember(ctx, by, c.prize, people["juror"].Email)
		}},
		{"removes a juror", "team, admin", "forbidden", func(by account.Account) error {
			return c.juries.RemoveMember(ctx, by, c.prize, people["juror"].ID)
		}},
		{"sees the nominees", "moderator, team, admin", "forbidden", func(by account.Account) error { _, err := c.juries.List(ctx, by, c.prize); return err }},
		{"lists the prizes", "moderator, team, admin", "forbidden", func(by account.Account) error { _, err := c.juries.Lists(ctx, by); return err }},
		{"nominates", "moderator, team, admin", "forbidden", func(by account.Account) error {
			a := c.panel(c.team).Nominees[0].Act
			return c.juries.Nominate(ctx, by, c.prize, c.key(), jury.Nomination{Act: a.Slug, Reason: "Syy"})
		}},
		{"closes and opens", "team, admin", "forbidden", func(by account.Account) error {
			if err := c.juries.Close(ctx, by, c.prize); err != nil {
				return err
			}
			return c.juries.Reopen(ctx, by, c.prize)
		}},
		{"sets the rules", "", "forbidden", func(by account.Account) error {
			if by.RunsProgramme() { // they stand by now
				return fault.Forbidden
			}
			return c.juries.SetRules(ctx, by, c.prize, c.key(), 1, jury.Rules{})
		}},
		{"decides", "", "forbidden", func(by account.Account) error {
			if by.RunsProgramme() {
				return fault.Forbidden
			}
			return errors.Join(c.juries.Decide(ctx, by, c.prize, 1, nil), c.juries.Undo(ctx, by, c.prize))
		}},
	} {
		for name, by := range people {
			want := deed.other
			if slices.Contains(strings.Split(deed.may, ", "), name) {
				want = "done"
			}
			if got := kindOf(deed.do(by)); got != want {
				t.Errorf("%s %s: %s, want %s", name, deed.name, got, want)
			}
		}
	}
}

// A juror is told nothing of what others have given, and a juror who runs the
// programme by now sees no result and closes nothing.
func TestJurorsAreBlind(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	id := c.nominated(accounttest.New(t, c.db), func(a *act.Act) { a.OrganizationID = 9 })
	c.rules()
	one, two := c.juror(), c.juror()
	c.must(c.score(one, id, 5, 4))
	b, at, err := c.juries.Case(t.Context(), two, id)
	if err != nil || len(at.Ballot.Points) > 0 || at.Ballot.Version != 0 || b.Done() != 0 {
		t.Errorf("the other sees %+v, %v", at.Ballot, err)
	}
	if err := c.juries.AddMember(t.Context(), c.team, c.prize, c.team.Email); kindOf(err) != "problems" {
		t.Errorf("the team sits on the jury: %v", err)
	}
	two.Roles = append(two.Roles, account.Team)
	if err := c.juries.Close(t.Context(), two, c.prize); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a juror closes: %v", err)
	}
	c.must(c.juries.Close(t.Context(), c.team, c.prize))
	if p := c.panel(two); p.Result != nil || !p.Sits {
		t.Errorf("a juror of the team sees %v", p.Result)
	}
	if err := c.juries.Decide(t.Context(), two, c.prize, c.panel(c.team).Jury.Version, []jury.Choice{{Nominee: id, Citation: i18n.Typed("x", "", "")}}); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a juror decides: %v", err)
	}
}

// Two windows never overwrite each other, and a form sent twice is one.
func TestTwoWindows(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForAct)
	id := c.nominated(accounttest.New(t, c.db), func(a *act.Act) { a.OrganizationID = 9 })
	criteria := c.rules()
	j := c.juror()
	said := jury.Ballot{Points: jury.Points{criteria[0].ID: 2}, Note: "Alku."}
	for range 2 {
		got, err := c.juries.Score(t.Context(), j, id, said)
		if err != nil || got.Version != 1 {
			t.Fatalf("version %d, %v", got.Version, err)
		}
	}
	said.Points = jury.Points{criteria[0].ID: 5}
	if _, err := c.juries.Score(t.Context(), j, id, said); !errors.Is(err, fault.Conflict) {
		t.Errorf("an older window writes: %v", err)
	}
	said.Version = 1
	for field, points := range map[string]int{"below": 0, "above": 6} {
		said.Points = jury.Points{criteria[0].ID: points}
		if _, err := c.juries.Score(t.Context(), j, id, said); kindOf(err) != "problems" {
			t.Errorf("points %s the scale: %v", field, err)
		}
	}
	said.Points = jury.Points{criteria[0].ID: 3, 999: 5}
	if got, err := c.juries.Score(t.Context(), j, id, said); err != nil || len(got.Points) != 1 {
		t.Errorf("points of no criterion: %v, %v", got.Points, err)
	}
	rules := jury.Rules{Scale: jury.Ten, Criteria: criteria}
	if err := c.juries.SetRules(t.Context(), c.team, c.prize, c.key(), 1, rules); !errors.Is(err, fault.Conflict) {
		t.Errorf("the rules change under the scores: %v", err)
	}
	if _, err := c.juries.Unnominate(t.Context(), c.team, id); !errors.Is(err, fault.Conflict) {
		t.Errorf("a scored nominee is taken back: %v", err)
	}
	c.must(c.juries.RemoveMember(t.Context(), c.team, c.prize, j.ID))
	if _, err := c.juries.Score(t.Context(), j, id, said); !errors.Is(err, fault.NotFound) {
		t.Errorf("whoever is off the jury scores: %v", err)
	}
}

// Nominees are public acts of the campaign, organisations that take part, and
// people who have done such an act; the same one stands once.
func TestNominees(t *testing.T) {
	t.Parallel()
	for _, kind := range campaign.Kinds() {
		c := newCourt(t, kind)
		owner := accounttest.New(t, c.db, account.Moderator)
		a := c.act(owner, func(*act.Act) {})
		org := c.orgs.Directory().Get(a.OrganizationID).Name.To(i18n.FI)
		good := jury.Nomination{Act: "https://tori.example/katso/" + a.Slug, Organization: org, Person: "Kaisa Kehittäjä", Reason: "Hyvä."}
		for range 2 {
			c.must(c.juries.Nominate(t.Context(), c.moderator, c.prize, c.key(), good))
		}
		l, err := c.juries.List(t.Context(), c.moderator, c.prize)
		if err != nil || len(l.Nominees) != 1 {
			t.Fatalf("%s: %d nominees, %v", kind, len(l.Nominees), err)
		}
		for name, spoil := range map[string]func(*jury.Nomination){
			"no reason": func(n *jury.Nomination) { n.Reason = " " },
			"nothing that takes part": func(n *jury.Nomination) {
				n.Act, n.Organization = "ei-ole", c.orgs.Directory().Get(9).Name.To(i18n.FI)
			},
		} {
			bad := good
			spoil(&bad)
			if err := c.juries.Nominate(t.Context(), c.moderator, c.prize, c.key(), bad); kindOf(err) != "problems" {
				t.Errorf("%s, %s: %v", kind, name, err)
			}
		}
		if err := c.juries.Nominate(t.Context(), owner, c.prize, c.key(), good); (kindOf(err) == "problems") != (kind != campaign.ForOrganization) {
			t.Errorf("%s: an own act: %v", kind, err)
		}
		if _, err := c.juries.Unnominate(t.Context(), owner, l.Nominees[0].ID); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s: taken back by another: %v", kind, err)
		}
		if _, err := c.juries.Unnominate(t.Context(), c.moderator, l.Nominees[0].ID); err != nil {
			t.Errorf("%s: taken back: %v", kind, err)
		}
	}
}

// A person wins with a name and a place of work, not their act.
func TestAPersonWins(t *testing.T) {
	t.Parallel()
	c := newCourt(t, campaign.ForPerson)
	a := c.act(accounttest.New(t, c.db), func(a *act.Act) { a.OrganizationID = 9 })
	c.must(c.juries.Nominate(t.Context(), c.team, c.prize, c.key(), jury.Nomination{Act: a.Slug, Person: "Kaisa Kehittäjä", Reason: "Hyvä."}))
	c.rules()
	j := c.juror()
	if _, err := c.db.Exec(t.Context(), "UPDATE account SET name = 'kaisa kehittäjä' WHERE id = $1", j.ID); err != nil {
		t.Fatal(err)
	}
	j.Name = "kaisa kehittäjä"
	p := c.panel(c.team)
	id := p.Nominees[0].ID
	if _, at, err := c.juries.Case(t.Context(), j, id); err != nil || at.Conflict != jury.Oneself {
		t.Errorf("judges herself: %q, %v", at.Conflict, err)
	}
	if err := c.campaigns.Grant(t.Context(), c.team, c.prize, campaign.Winner{Person: "Joku Muu", Organization: "Limingan kunta"}); !errors.Is(err, fault.Conflict) {
		t.Errorf("given past the jury: %v", err)
	}
	c.must(c.juries.Close(t.Context(), c.team, c.prize))
	version := c.panel(c.team).Jury.Version
	if err := c.juries.Decide(t.Context(), c.team, c.prize, version, []jury.Choice{{Nominee: id}}); kindOf(err) != "problems" {
		t.Errorf("decided without a citation: %v", err)
	}
	c.must(c.juries.Decide(t.Context(), c.team, c.prize, version, []jury.Choice{{Nominee: id, Citation: i18n.Typed("Innostaa.", "", "")}}))
	_, won, err := c.campaigns.Prize(t.Context(), c.team, c.prize)
	if err != nil || len(won) != 1 || won[0].Person != "Kaisa Kehittäjä" || won[0].ActID != 0 || won[0].OrganizationID != 9 || won[0].Out {
		t.Errorf("won: %+v, %v", won, err)
	}
	c.must(c.juries.Undo(t.Context(), c.team, c.prize))
	if _, won, err = c.campaigns.Prize(t.Context(), c.team, c.prize); err != nil || len(won) != 0 || c.panel(c.team).Jury.Phase() != jury.Closed {
		t.Errorf("after it was taken back: %+v, %v", won, err)
	}
}
