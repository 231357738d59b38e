package act_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
)

// newService is a Service on a fresh database with the reference data.
func newService(t *testing.T) (*act.Service, *postgres.DB) {
	t.Helper()
	db := referencetest.New(t)
	return acttest.Service(t, db), db
}

const formKey = "0198b1f2-0000-7000-8000-000000000001"

// begun is a draft that its author has begun, on a fresh database.
func begun(t *testing.T) (*act.Service, *postgres.DB, account.Account, act.Act) {
	t.Helper()
	acts, db := newService(t)
	author := accounttest.New(t, db)
	a, err := acts.Begin(t.Context(), author, formKey, acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	return acts, db, author, a
}

func TestADraftKeepsEveryField(t *testing.T) {
	t.Parallel()
	acts, db := newService(t)
	author := accounttest.New(t, db)
	want := acttest.Content()
	want.PartnerIDs = []organization.ID{3, 2}
	want.SectorIDs, want.ThemeIDs = []taxonomy.ID{5, 2}, []taxonomy.ID{18, 20, 17}
	want.Tags, want.Links = []string{"ö", "a"}, []string{"https://example.fi/1", "https://example.fi/0"}
	want.Started, want.Ended, want.MunicipalityCode = "2025-11", "2026-02", "425"
	want.Lessons, want.Unit, want.Locality = "Aloittakaa pienestä.", "Virasto", "Liminka"
	a, err := acts.Begin(t.Context(), author, formKey, want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := acts.Find(t.Context(), author, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.Content); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Lists that stay as they are are not written again: each that changes alone
// is, also when it changes in its place.
func TestEachListThatChangesIsStored(t *testing.T) {
	t.Parallel()
	acts, db, author, a := begun(t)
	for _, change := range []func(c *act.Content){
		func(c *act.Content) { c.SectorIDs = []taxonomy.ID{5, 2} },
		func(c *act.Content) { c.SectorIDs = []taxonomy.ID{2, 5} },
		func(c *act.Content) { c.ThemeIDs = []taxonomy.ID{18} },
		func(c *act.Content) { c.Tags = []string{"ö"} },
		func(c *act.Content) { c.PartnerIDs = []organization.ID{3} },
		func(c *act.Content) { c.Links = []string{"https://example.fi/1"} },
		func(c *act.Content) { c.Contacts[0].Phone = "040 555 0101" },
		func(c *act.Content) { c.Contacts = nil },
		func(c *act.Content) { c.Tags, c.Title = nil, "Toinen otsikko" },
	} {
		var want act.Content
		if err := pgx.BeginFunc(t.Context(), db, func(tx pgx.Tx) (err error) {
			a, err = acts.WorkTx(t.Context(), tx, author, a.ID, a.Version, func(a *act.Act) error {
				change(&a.Content)
				want = a.Content
				return nil
			})
			return err
		}); err != nil {
			t.Fatal(err)
		}
		got, err := acts.Find(t.Context(), author, a.ID)
		if diff := cmp.Diff(want, got.Content, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
}

func TestOneFormBeginsOneDraft(t *testing.T) {
	t.Parallel()
	acts, db := newService(t)
	author := accounttest.New(t, db)
	var wg sync.WaitGroup
	ids := make([]act.ID, 8)
	for i := range ids {
		wg.Go(func() {
			a, err := acts.Begin(context.WithoutCancel(t.Context()), author, formKey, acttest.Content())
			if err != nil {
				t.Error(err)
			}
			ids[i] = a.ID
		})
	}
	wg.Wait()
	for _, id := range ids {
		if id != ids[0] {
			t.Fatalf("the form began several drafts: %v", ids)
		}
	}
	if _, err := acts.Begin(t.Context(), accounttest.New(t, db), formKey, acttest.Content()); !errors.Is(err, fault.Conflict) {
		t.Errorf("another's form key: %v, want a conflict", err)
	}
}

func TestAnOldPageOverwritesNothing(t *testing.T) {
	t.Parallel()
	acts, _, author, a := begun(t)
	newer := acttest.Content()
	newer.Title = "Kävelypalaverit virastossa"
	if _, err := acts.Edit(t.Context(), author, a.ID, a.Version, newer); err != nil {
		t.Fatal(err)
	}
	if _, err := acts.Edit(t.Context(), author, a.ID, a.Version, acttest.Content()); !errors.Is(err, fault.Conflict) {
		t.Errorf("edit of an old version: %v, want a conflict", err)
	}
	if got, _ := acts.Find(t.Context(), author, a.ID); got.Title != newer.Title {
		t.Errorf("the title is %q", got.Title)
	}
}

func TestSubmissionFreezesTheTextAndMakesTheAddress(t *testing.T) {
	t.Parallel()
	acts, db, author, draft := begun(t)
	a, err := acts.Submit(t.Context(), author, draft.ID, draft.Version)
	if err != nil {
		t.Fatal(err)
	}
	if a.Slug != "kavelykokoukset-virastossa" || a.Revision != 1 || a.Status != act.Submitted {
		t.Errorf("slug %q, revision %d, status %s", a.Slug, a.Revision, a.Status)
	}
	frozen, err := postgres.Value[act.Content](t.Context(), db, "SELECT content FROM act_revision WHERE act_id = $1", a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(acttest.Content(), frozen); diff != "" {
		t.Errorf("frozen text (-want +got):\n%s", diff)
	}
	twin, err := acts.Begin(t.Context(), author, "0198b1f2-0000-7000-8000-000000000002", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	if twin, err = acts.Submit(t.Context(), author, twin.ID, twin.Version); err != nil || twin.Slug == a.Slug {
		t.Errorf("the same title again: slug %q, %v", twin.Slug, err)
	}
}

func TestASecondSubmissionIsAConflictAndChangesNothing(t *testing.T) {
	t.Parallel()
	acts, _, author, a := begun(t)
	sent, err := acts.Submit(t.Context(), author, a.ID, a.Version)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := acts.Submit(t.Context(), author, a.ID, a.Version); !errors.Is(err, fault.Conflict) {
		t.Errorf("second submission: %v, want a conflict", err)
	}
	again, err := acts.Find(t.Context(), author, a.ID)
	if err != nil || again.Revision != sent.Revision || again.Version != sent.Version {
		t.Errorf("revision %d, version %d after the second, were %d, %d", again.Revision, again.Version, sent.Revision, sent.Version)
	}
}

func TestFindHidesDrafts(t *testing.T) {
	t.Parallel()
	acts, db := newService(t)
	a, err := acts.Begin(t.Context(), accounttest.New(t, db), formKey, acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	for _, viewer := range []account.Account{{}, accounttest.New(t, db), accounttest.New(t, db, account.Moderator)} {
		if _, err := acts.Find(t.Context(), viewer, a.ID); !errors.Is(err, fault.NotFound) {
			t.Errorf("account %d finds another's draft: %v", viewer.ID, err)
		}
	}
}
