package stats_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
)

// A town is a portal whose days go by as a test lets them: acts come, change
// and go through the use cases of the features.
type town struct {
	t         *testing.T
	db        *postgres.DB
	at        time.Time
	acts      *act.Service
	adoptions *adoption.Service
	campaigns *campaign.Service
	terms     *taxonomy.Service
	orgs      *organization.Service
	numbers   *stats.Service
	team      account.Account
	owner     account.Account
	moderator account.Account
	ids       []act.ID
	made      int
	prize     int64
	choices   struct {
		orgs            []organization.ID
		sectors, themes []taxonomy.ID
		places          []string
	}
}

// A chooser is whatever chooses a number below n.
type chooser func(n int) int

func pick[T any](choose chooser, from []T) T { return from[choose(len(from))] }

func newTown(t *testing.T) *town {
	t.Helper()
	w := newTownOn(t, referencetest.URL(t))
	w.refresh()
	return w
}

// newTownOn is a town on a database, which may be older than today's.
func newTownOn(t *testing.T, url string) *town {
	t.Helper()
	db, err := postgres.Open(t.Context(), url, postgres.MaxConns(8))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	w := &town{t: t, db: db, at: time.Date(2027, 1, 4, 9, 0, 0, 0, i18n.Helsinki())}
	now := func() time.Time { return w.at }
	w.orgs, w.terms = organization.New(w.db), taxonomy.New(w.db)
	accounts, mails := accounttest.Service(t, w.db, time.Now), accounttest.Outbox(t, w.db, time.Now)
	w.acts = act.New(w.db, act.Parts{Accounts: accounts, Mails: mails, Index: search.New(w.db, nil, time.Now), Organizations: w.orgs}, now)
	w.numbers = stats.New(w.db, w.terms, now)
	w.campaigns = campaign.New(w.db, campaign.Parts{Acts: w.acts, Accounts: accounts, Mails: mails, Organizations: w.orgs, Stats: w.numbers}, now)
	w.adoptions = adoption.New(w.db, adoption.Parts{Acts: w.acts, Accounts: accounts, Mails: mails, Organizations: w.orgs}, now)
	w.must(w.terms.Load(t.Context()))
	w.must(w.orgs.Load(t.Context()))
	w.team, w.owner, w.moderator = accounttest.New(t, w.db, account.Team), accounttest.New(t, w.db), accounttest.New(t, w.db, account.Moderator)
	w.mergers()
	_, err = w.campaigns.Create(t.Context(), w.team, "0198b1f20000700080000000000000a1", campaign.Campaign{
		Name: i18n.T("Hyvä koe", "Bra prov", "Good test"), Pitch: i18n.T("Tule.", "Kom.", "Come."),
		OpensOn: time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), ClosesOn: time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC), Basis: campaign.Published, CountedFor: campaign.Organization,
	})
	w.must(err)
	w.prize, err = postgres.Value[int64](t.Context(), w.db, `
		INSERT INTO award (campaign_id, key, kind, name_fi, name_sv, name_en) SELECT id, 'koe', 'act', 'Koe', 'Prov', 'Test' FROM campaign RETURNING id`)
	w.must(err)
	return w
}

// mergers chooses some organisations; two of them end while the town lives,
// the second when it has followed the first, and a sector of 2020 becomes one
// that another has become already.
func (w *town) mergers() {
	ids, err := postgres.Values[organization.ID](w.t.Context(), w.db, `
		(SELECT id FROM organization WHERE successor_id IS NOT NULL ORDER BY id LIMIT 2)
		UNION (SELECT successor_id FROM organization WHERE successor_id IS NOT NULL ORDER BY id LIMIT 2)
		UNION (SELECT id FROM organization WHERE type IN ('wellbeing_county', 'joint_authority') ORDER BY type, id LIMIT 3)
		UNION (SELECT id FROM organization WHERE type = 'municipality' AND successor_id IS NULL ORDER BY id LIMIT 2) ORDER BY 1`)
	w.must(err)
	w.choices.orgs = ids
	last := ids[len(ids)-2:]
	w.exec("UPDATE organization SET valid_to = '2027-01-06', successor_id = $2 WHERE id = $1", last[0], last[1])
	w.exec("UPDATE organization SET valid_to = '2027-01-09', successor_id = $2 WHERE id = $1", last[1], ids[0])
	w.exec("UPDATE term_mapping SET to_term = (SELECT id FROM term WHERE list = 'sector-2022' AND code = 'business-services') WHERE from_term = (SELECT id FROM term WHERE list = 'sector-2020' AND code = 'technical-services')")
	w.exec("DELETE FROM term_mapping WHERE from_term = (SELECT id FROM term WHERE list = 'sector-2020' AND code = 'food-and-cleaning-services')")
	w.choices.sectors, err = postgres.Values[taxonomy.ID](w.t.Context(), w.db, "SELECT id FROM term WHERE kind = 'sector'")
	w.must(err)
	w.choices.themes, err = postgres.Values[taxonomy.ID](w.t.Context(), w.db, "SELECT id FROM term WHERE kind = 'theme' LIMIT 3")
	w.must(err)
	w.choices.places = []string{"", "", "005", "049", "588", "837"}
}

func (w *town) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *town) exec(sql string, args ...any) {
	w.t.Helper()
	w.must(postgres.Exec(w.t.Context(), w.db, sql, args...))
}

func (w *town) refresh() {
	w.t.Helper()
	for _, read := range []func(context.Context) error{w.terms.Refresh, w.orgs.Refresh, w.campaigns.Refresh, w.numbers.Refresh} {
		w.must(read(w.t.Context()))
	}
}

// content is some content of an act.
func (w *town) content(choose chooser) act.Content {
	c := acttest.Content()
	w.made++
	c.Title = fmt.Sprintf("Teko numero %d", w.made)
	some := func(n int) []int {
		all := make([]int, choose(4))
		for i := range all {
			all[i] = choose(n)
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	c.OrganizationID, c.PartnerIDs = pick(choose, w.choices.orgs), nil
	for _, n := range some(len(w.choices.orgs)) {
		c.PartnerIDs = append(c.PartnerIDs, w.choices.orgs[n])
	}
	c.SectorIDs, c.ThemeIDs = nil, nil
	for _, n := range some(len(w.choices.sectors)) {
		c.SectorIDs = append(c.SectorIDs, w.choices.sectors[n])
	}
	for _, n := range some(len(w.choices.themes)) {
		c.ThemeIDs = append(c.ThemeIDs, w.choices.themes[n])
	}
	c.Stage, c.Language, c.MunicipalityCode = pick(choose, act.Stages()), pick(choose, []string{"fi", "sv", "en"}), pick(choose, w.choices.places)
	return c
}

// deed lets something happen in the town. What may not happen does not.
func (w *town) deed(choose chooser) {
	w.t.Helper()
	w.at = w.at.Add(time.Duration(choose(40)) * time.Second)
	if len(w.ids) < 6 {
		w.imports(choose, 6)
	}
	id := pick(choose, w.ids)
	err := pick(choose, []func(chooser, act.ID) error{
		w.rewrite, w.rewrite, w.rewrite, w.move, w.move, w.move, w.copied, w.copied, w.enter, w.award, w.reads, w.vanish, w.rule, w.merge,
		func(choose chooser, _ act.ID) error { w.imports(choose, 1+choose(3)); return nil },
	})(choose, id)
	if err != nil && !errors.Is(err, fault.Conflict) && !errors.Is(err, fault.NotFound) && !errors.Is(err, fault.Forbidden) {
		w.t.Fatal(err)
	}
}

func (w *town) imports(choose chooser, n int) {
	w.t.Helper()
	w.must(w.db.Tx(w.t.Context(), func(tx pgx.Tx) error {
		im, err := w.acts.ImportTx(w.t.Context(), tx)
		if err != nil {
			return err
		}
		var acts []act.Import
		for range n {
			c, published := w.content(choose), w.at.AddDate(0, -choose(100), -choose(28))
			acts = append(acts, act.Import{
				Ref: fmt.Sprintf("town-%d", choose(w.made+1)), Content: c, Status: pick(choose, []act.Status{act.Published, act.Published, act.Archived, act.Hidden}),
				PublishedAt: &published, SubmittedAt: &published,
			})
		}
		merged, err := postgres.Values[string](w.t.Context(), tx, "SELECT ref FROM act WHERE status = 'merged'") // a file cannot tell of them
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, ref := range merged {
			seen[ref] = true
		}
		acts = slices.DeleteFunc(acts, func(a act.Import) bool { old := seen[a.Ref]; seen[a.Ref] = true; return old })
		stored, err := im.Put(w.t.Context(), acts)
		for _, s := range stored {
			if s.Created {
				w.ids = append(w.ids, s.ID)
			}
		}
		if err != nil {
			return err
		}
		_, err = im.Finish(w.t.Context())
		return err
	}))
}

func (w *town) tx(fn func(ctx context.Context, tx pgx.Tx) error) error {
	return w.db.Tx(w.t.Context(), func(tx pgx.Tx) error { return fn(w.t.Context(), tx) })
}
