package jury_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
)

// court is a prize of a campaign and its jury on a fresh database.
type court struct {
	t               *testing.T
	db              *postgres.DB
	at              time.Time
	acts            *act.Service
	campaigns       *campaign.Service
	juries          *jury.Service
	mails           *mail.Outbox
	orgs            *organization.Service
	numbers         *stats.Service
	terms           *taxonomy.Service
	campaign        campaign.Campaign
	prize           campaign.PrizeID
	team, moderator account.Account
	keys            int
}

func newCourt(t *testing.T, kind campaign.Kind) *court {
	t.Helper()
	db := referencetest.New(t)
	c := &court{t: t, db: db, at: time.Date(2026, 10, 1, 9, 0, 0, 0, time.UTC), orgs: organization.New(db), terms: taxonomy.New(db), mails: accounttest.Outbox(t, db, time.Now)}
	c.acts, c.numbers = acttest.ServiceOf(t, db, c.orgs), stats.New(db, c.terms, time.Now)
	accounts, now := accounttest.Service(t, db, time.Now), func() time.Time { return c.at }
	c.campaigns = campaign.New(db, campaign.Parts{Acts: c.acts, Accounts: accounts, Mails: c.mails, Organizations: c.orgs, Stats: c.numbers}, now)
	c.juries = jury.New(db, jury.Parts{Campaigns: c.campaigns, Acts: c.acts, Accounts: accounts, Mails: c.mails, Organizations: c.orgs, Stats: c.numbers}, now)
	c.refresh()
	c.team, c.moderator = accounttest.New(t, db, account.Team), accounttest.New(t, db, account.Moderator)
	var err error
	c.campaign, err = c.campaigns.Create(t.Context(), c.team, c.key(), campaign.Campaign{
		Name: i18n.T("Koe", "Prov", "Test"), Pitch: i18n.T("Mukaan.", "Med.", "Join."), Basis: campaign.Submitted, CountedFor: campaign.Organization, Public: true,
		OpensOn: c.at.AddDate(0, 0, -30), ClosesOn: c.at.AddDate(0, 0, 30), GalaAt: c.at.AddDate(0, 0, 60),
	})
	c.must(err)
	c.prize, err = c.campaigns.AddPrize(t.Context(), c.team, c.key(), c.campaign.ID, campaign.Prize{Name: i18n.T("Palkinto", "Pris", "Prize"), Kind: kind, DecidedBy: campaign.ByJury})
	c.must(err)
	return c
}

func (c *court) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *court) key() string { c.keys++; return fmt.Sprintf("%032d", c.keys) }

func (c *court) refresh() {
	c.t.Helper()
	for _, read := range []func(context.Context) error{c.terms.Refresh, c.orgs.Refresh, c.campaigns.Refresh, c.numbers.Refresh} {
		c.must(read(c.t.Context()))
	}
}

// act is a public act that is entered in the campaign.
func (c *court) act(owner account.Account, change func(*act.Act)) act.Act {
	c.t.Helper()
	a, err := c.acts.Begin(c.t.Context(), owner, c.key(), acttest.Content())
	c.must(err)
	tx, err := c.db.Begin(c.t.Context())
	c.must(err)
	a, err = c.acts.ChangeTx(c.t.Context(), tx, a.ID, 0, func(a *act.Act) error {
		change(a)
		return errors.Join(a.Submit(owner, c.at), a.Take(c.moderator, c.at), a.Approve(c.moderator, nil, c.at), a.Publish(c.moderator, c.at))
	})
	c.must(err)
	c.must(c.campaigns.EnterTx(c.t.Context(), tx, a.ID, c.campaign.ID))
	c.must(c.acts.TouchTx(c.t.Context(), tx, a.ID))
	c.must(tx.Commit(c.t.Context()))
	c.refresh()
	return a
}

// nominated is an act that has been nominated.
func (c *court) nominated(owner account.Account, change func(*act.Act)) jury.NomineeID {
	c.t.Helper()
	a := c.act(owner, change)
	c.must(c.juries.Nominate(c.t.Context(), c.team, c.prize, c.key(), jury.Nomination{Act: a.Slug, Reason: "Hyvä."}))
	l, err := c.juries.List(c.t.Context(), c.team, c.prize)
	c.must(err)
	return l.Nominees[len(l.Nominees)-1].ID
}

// rules lets the jury score by two criteria, three to one.
func (c *court) rules() []jury.Criterion {
	c.t.Helper()
	c.must(c.juries.SetRules(c.t.Context(), c.team, c.prize, c.key(), 0, jury.Rules{Scale: jury.Five, Criteria: []jury.Criterion{
		{Name: i18n.T("Uutuus", "Nyhet", "Novelty"), Weight: 3}, {Name: i18n.T("Hyöty", "Nytta", "Use"), Weight: 1},
	}}))
	return c.panel(c.team).Jury.Criteria
}

// juror is somebody on the jury.
func (c *court) juror() account.Account {
	c.t.Helper()
	j := accounttest.New(c.t, c.db, account.Juror)
	c.must(c.juries.AddMember(c.t.Context(), c.team, c.prize, j.Email))
	return j
}

func (c *court) panel(by account.Account) jury.Panel {
	c.t.Helper()
	p, err := c.juries.Panel(c.t.Context(), by, c.prize)
	c.must(err)
	return p
}

// score gives points in the order of the criteria.
func (c *court) score(by account.Account, id jury.NomineeID, points ...int) error {
	said := jury.Ballot{Points: jury.Points{}}
	_, at, err := c.juries.Case(c.t.Context(), by, id)
	if err == nil {
		said.Version = at.Ballot.Version
	}
	for i, cr := range c.panel(c.team).Jury.Criteria {
		if i < len(points) {
			said.Points[cr.ID] = points[i]
		}
	}
	_, err = c.juries.Score(c.t.Context(), by, id, said)
	return err
}

func nothing(*act.Act) {}
