package campaign_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

const key = "0198b1f20000700080000000000000a1"

// world is the campaigns of a fresh database, with a clock that tests set.
type world struct {
	t         *testing.T
	db        *postgres.DB
	at        time.Time
	acts      *act.Service
	campaigns *campaign.Service
	numbers   *stats.Service
	terms     *taxonomy.Service
	mails     *mail.Outbox
	orgs      *organization.Service
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := referencetest.New(t)
	w := &world{t: t, db: db, at: day("2026-10-01").Add(9 * time.Hour)}
	orgs := organization.New(db)
	w.acts, w.terms = acttest.ServiceOf(t, db, orgs), taxonomy.New(db)
	w.numbers = stats.New(db, w.terms, time.Now)
	w.mails, w.orgs = accounttest.Outbox(t, db, time.Now), orgs
	files := attachmenttest.Service(t, db, w.acts)
	w.campaigns = campaign.New(db, campaign.Parts{
		Acts: w.acts, Accounts: accounttest.Service(t, db, time.Now), Mails: w.mails, Organizations: orgs, Stats: w.numbers, Terms: w.terms, Pictures: files, Blobs: files.Blobs,
	}, func() time.Time { return w.at })
	w.refresh()
	return w
}

func (w *world) refresh() {
	w.t.Helper()
	for _, read := range []func(context.Context) error{w.terms.Refresh, w.orgs.Refresh, w.campaigns.Refresh, w.numbers.Refresh} {
		if err := read(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
	}
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func sample() campaign.Campaign {
	return campaign.Campaign{
		Name: i18n.T("Hyvä koe", "Bra prov", "Good test"), Pitch: i18n.T("Tule mukaan.", "Kom med.", "Take part."),
		OpensOn: day("2026-09-01"), ClosesOn: day("2026-10-31"), Goal: 10, Basis: campaign.Submitted, CountedFor: campaign.Organization, Public: true,
	}
}

// create makes a campaign and reads it.
func (w *world) create(c campaign.Campaign) campaign.Campaign {
	w.t.Helper()
	c, err := w.campaigns.Create(w.t.Context(), accounttest.New(w.t, w.db, account.Team), key, c)
	if err != nil {
		w.t.Fatal(err)
	}
	w.refresh()
	return c
}

// sent is an own act that was sent at a time, and published at another when
// that is not zero.
func (w *world) sent(by account.Account, formKey string, sent, published time.Time) act.Act {
	w.t.Helper()
	a, err := w.acts.Begin(w.t.Context(), by, formKey, acttest.Content())
	if err != nil {
		w.t.Fatal(err)
	}
	moderator := accounttest.New(w.t, w.db, account.Moderator)
	tx, err := w.db.Begin(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	a, err = w.acts.ChangeTx(w.t.Context(), tx, a.ID, 0, func(a *act.Act) error {
		err := a.Submit(by, sent)
		if err != nil || published.IsZero() {
			return err
		}
		return errors.Join(a.Take(moderator, published), a.Approve(moderator, nil, published), a.Publish(moderator, published))
	})
	if err == nil {
		err = tx.Commit(w.t.Context())
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return a
}

func (w *world) counted(c campaign.Campaign) int {
	w.t.Helper()
	w.refresh()
	return w.numbers.Catalogue().Count(stats.Filter{}.With(stats.Campaign, c.Slug), stats.Sector).Total
}

func TestOneFormMakesOneCampaign(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	team := accounttest.New(t, w.db, account.Team)
	first, err := w.campaigns.Create(t.Context(), team, key, sample())
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.campaigns.Create(t.Context(), team, key, sample())
	if err != nil || again.ID != first.ID {
		t.Errorf("sent again: %v, %v; want %v", again.ID, err, first.ID)
	}
	other, err := w.campaigns.Create(t.Context(), team, "0198b1f20000700080000000000000a2", sample())
	if err != nil || other.ID == first.ID || other.Slug != "hyva-koe-2" {
		t.Errorf("another form makes %v at %q, %v", other.ID, other.Slug, err)
	}
	if _, err := w.campaigns.Create(t.Context(), accounttest.New(t, w.db, account.Moderator), "0198b1f20000700080000000000000a3", sample()); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a moderator makes one: %v", err)
	}
}

func TestAStaleFormChangesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	team := accounttest.New(t, w.db, account.Team)
	c := w.create(sample())
	mine, theirs := c, c
	mine.Goal, theirs.Goal = 20, 30
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, mine); err != nil {
		t.Fatal(err)
	}
	if err := w.campaigns.Change(t.Context(), team, c.ID, c.Version, theirs); !errors.Is(err, fault.Conflict) {
		t.Errorf("the second change of one version: %v", err)
	}
	w.refresh()
	if got, _ := w.campaigns.Find(c.ID); got.Goal != 20 || got.Version != c.Version+1 {
		t.Errorf("goal %d at version %d", got.Goal, got.Version)
	}
}

func TestCheckTellsEveryProblem(t *testing.T) {
	t.Parallel()
	c := sample()
	c.Name, c.About = i18n.Typed("Nimi", "", "Name"), i18n.Typed("", "Mer", "")
	c.OpensOn, c.ClosesOn, c.Goal, c.LateDays, c.Basis = day("2026-10-02"), day("2026-10-01"), -1, 61, "x"
	want := validate.Problems{
		{Field: "name_sv", Rule: validate.Required},
		{Field: "about_fi", Rule: validate.Required},
		{Field: "about_en", Rule: validate.Required},
		{Field: "closes_on", Rule: validate.Order},
		{Field: "goal", Rule: validate.Range, Limit: campaign.MaxGoal},
		{Field: "basis", Rule: validate.Unknown},
		{Field: "late_days", Rule: validate.Range, Limit: campaign.MaxLateDays},
	}
	if wrong := diff.Diff(error(want), c.Check()); wrong != "" {
		t.Errorf("problems (-want +got):\n%s", wrong)
	}
}

// municipalities is some, in the order of the counting module.
func (w *world) municipalities(n int) []organization.Organization {
	var some []organization.Organization
	for _, o := range w.orgs.Directory().Active() {
		if o.Type == organization.Municipality {
			some = append(some, o)
		}
	}
	slices.SortFunc(some, func(a, b organization.Organization) int { return cmp.Compare(a.ID, b.ID) })
	return some[:n]
}
