package attachment_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// bench is a draft and its owner, with the services around it.
type bench struct {
	t     *testing.T
	db    *postgres.DB
	acts  *act.Service
	files *attachment.Service
	blobs *blob.Store
	jobs  *job.Jobs
	owner account.Account
	act   act.Act
}

func newBench(t *testing.T) *bench {
	t.Helper()
	db := referencetest.New(t)
	b := &bench{t: t, db: db, owner: accounttest.New(t, db)}
	terms, orgs := taxonomy.New(db), organization.New(db)
	for _, step := range []func(context.Context) error{terms.Refresh, orgs.Refresh} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	b.acts = acttest.ServiceOf(t, db, orgs)
	b.files = attachmenttest.Service(t, db, b.acts)
	b.blobs, b.jobs = b.files.Blobs, b.files.Jobs
	var err error
	if b.act, err = b.acts.Begin(t.Context(), b.owner, "0198b1f2-0000-7000-8000-000000000001", acttest.Content()); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) all() []attachment.Attachment {
	b.t.Helper()
	all, err := b.files.Of(b.t.Context(), b.act, b.owner)
	if err != nil {
		b.t.Fatal(err)
	}
	return all
}

// stored is how many files the store has.
func (b *bench) stored() int {
	b.t.Helper()
	n := 0
	if err := b.blobs.Walk(b.t.Context(), func(string, time.Time) error { n++; return nil }); err != nil {
		b.t.Fatal(err)
	}
	return n
}

// removeByJobs lets the jobs run until none waits.
func (b *bench) removeByJobs() {
	b.t.Helper()
	if err := b.jobs.Start(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		n, err := postgres.Value[int](b.t.Context(), b.db, "SELECT count(*) FROM river_job WHERE kind LIKE 'attachment%' AND state <> 'completed'")
		if err != nil || time.Since(begin) > 30*time.Second {
			b.t.Fatalf("%d jobs wait: %v", n, err)
		}
		if n == 0 {
			break
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := b.jobs.Stop(ctx); err != nil {
		b.t.Error(err)
	}
}

func (b *bench) add(name string, content []byte) error {
	return b.files.Add(b.t.Context(), b.owner, b.act.ID, attachmenttest.File(name, content))
}

func TestTheJobDrawsAndRemoves(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if err := b.add("kuva.jpg", attachmenttest.JPEG(1000, 700)); err != nil {
		t.Fatal(err)
	}
	if a := b.all()[0]; a.State != attachment.Waiting {
		t.Fatalf("it is %s before the job", a.State)
	}
	b.removeByJobs()
	a := b.all()[0]
	if a.State != attachment.Ready || fmt.Sprint(a.Widths) != "[480 960 1000]" || b.stored() != 3 {
		t.Errorf("%s with the widths %v and %d files, want ready with three", a.State, a.Widths, b.stored())
	}
	for range 2 {
		if err := b.files.Process(t.Context(), a.ID); err != nil {
			t.Errorf("once more: %v", err)
		}
	}
	if again := b.all()[0]; fmt.Sprint(again) != fmt.Sprint(a) || b.stored() != 3 {
		t.Errorf("done again it is %+v, was %+v", again, a)
	}
}

// Two portals take up the same work at once.
func TestProcessIsDoneOnce(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	if err := b.add("kuva.jpg", attachmenttest.JPEG(600, 400)); err != nil {
		t.Fatal(err)
	}
	id := b.all()[0].ID
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := b.files.Process(t.Context(), id); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	n, err := postgres.Value[int](t.Context(), b.db, "SELECT count(*) FROM river_job WHERE kind = 'attachment_remove'")
	if err != nil || n != 1 {
		t.Errorf("the original is removed %d times, %v", n, err)
	}
	b.removeByJobs()
	if a := b.all()[0]; a.State != attachment.Ready || len(b.read(a, a.File(480))) == 0 {
		t.Errorf("it is %s", a.State)
	}
}

func TestTheSameFileIsOneAttachment(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for range 2 {
		if err := b.add("ohje.pdf", attachmenttest.PDF("sama")); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(b.all()); n != 1 || b.stored() != 1 {
		t.Errorf("%d attachments and %d files, want one", n, b.stored())
	}
}

// Twelve files at once: ten are in, two are told.
func TestTenFilesAtTheMost(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	refused := make(chan error, 12)
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			if err := b.add("ohje.pdf", attachmenttest.PDF(fmt.Sprint(i))); err != nil {
				refused <- err
			}
		})
	}
	all.Wait()
	close(refused)
	n := 0
	for err := range refused {
		var p validate.Problems
		if !errors.As(err, &p) || p[0].Rule != validate.NoRoom {
			t.Error(err)
		}
		n++
	}
	if n != 2 || len(b.all()) != 10 || b.stored() != 10 {
		t.Errorf("%d refused, %d attachments, %d files; want 2, 10 and 10", n, len(b.all()), b.stored())
	}
}

func TestAnActIsSubmittedOnceItsPicturesAreDescribed(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(100, 100)))
	if err := b.files.Describe(t.Context(), b.owner, b.act.ID, map[attachment.ID]string{a.ID: " "}); err != nil {
		t.Fatal(err)
	}
	_, err := b.acts.Submit(t.Context(), b.owner, b.act.ID, b.act.Version)
	var p validate.Problems
	if !errors.As(err, &p) || p[0] != (validate.Problem{Field: a.AltField(), Rule: validate.Required, Subject: "kuva.jpg"}) {
		t.Fatalf("an undescribed picture: %v", err)
	}
	if err := b.files.Describe(t.Context(), b.owner, b.act.ID, map[attachment.ID]string{a.ID: "Kaksi hoitajaa kävelee käytävällä"}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.acts.Submit(t.Context(), b.owner, b.act.ID, b.act.Version); err != nil {
		t.Errorf("a described one: %v", err)
	}
}

func TestWhoMayChangeFiles(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(100, 100)))
	moderator, other := accounttest.New(t, b.db, account.Moderator), accounttest.New(t, b.db)
	deeds := func(by account.Account) []error {
		return []error{
			b.files.Add(t.Context(), by, b.act.ID, attachmenttest.File("x.pdf", attachmenttest.PDF("x"))),
			b.files.Describe(t.Context(), by, b.act.ID, map[attachment.ID]string{a.ID: "muu"}),
			b.files.Remove(t.Context(), by, b.act.ID, a.ID),
		}
	}
	all := func(why string, by account.Account, want error) {
		t.Helper()
		for i, err := range deeds(by) {
			if !errors.Is(err, want) {
				t.Errorf("%s: deed %d: %v, want %v", why, i, err, want)
			}
		}
	}
	all("a visitor at a draft", account.Account{}, fault.NotFound)
	all("another at a draft", other, fault.NotFound)
	all("a moderator at a draft", moderator, fault.NotFound)
	if _, err := b.acts.Submit(t.Context(), b.owner, b.act.ID, b.act.Version); err != nil {
		t.Fatal(err)
	}
	all("the owner of a sent act", b.owner, fault.Conflict)
	all("a moderator at a sent act", moderator, fault.Forbidden)
	if n := len(b.all()); n != 1 || b.all()[0].Alt == "muu" {
		t.Errorf("%d attachments, the first %q", n, b.all()[0].Alt)
	}
}

// A file of one act is not changed through another.
func TestFilesOfAnotherActStay(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(100, 100)))
	thief := accounttest.New(t, b.db)
	own, err := b.acts.Begin(t.Context(), thief, "0198b1f2-0000-7000-8000-000000000002", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.files.Remove(t.Context(), thief, own.ID, a.ID), b.files.Describe(t.Context(), thief, own.ID, map[attachment.ID]string{a.ID: "muu"})); err != nil {
		t.Fatal(err)
	}
	if got := b.all(); len(got) != 1 || got[0].Alt != a.Alt {
		t.Errorf("now it is %+v", got)
	}
}

func TestSweepRemovesWhatBelongsToNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	kept := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(500, 400)))
	b.removeByJobs()
	gone, err := b.acts.Begin(t.Context(), b.owner, "0198b1f2-0000-7000-8000-000000000003", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	attachmenttest.Ready(t, b.files, b.owner, gone, attachmenttest.File("ohje.pdf", attachmenttest.PDF("x")))
	if err := postgres.Exec(t.Context(), b.db, "DELETE FROM act WHERE id = $1", gone.ID); err != nil {
		t.Fatal(err)
	}
	for _, others := range []string{blob.Exports, blob.Campaigns} { // swept by their own
		if err := b.blobs.Put(t.Context(), others+blob.NewKey(), strings.NewReader("x"), 1); err != nil {
			t.Fatal(err)
		}
	}
	before := b.stored()
	if err := b.files.Sweep(t.Context()); err != nil || b.stored() != before {
		t.Errorf("of %d young files %d are left, %v", before, b.stored(), err)
	}
	tomorrow := attachment.New(b.db, attachment.Parts{Acts: b.acts, Blobs: b.blobs}, func() time.Time { return time.Now().Add(25 * time.Hour) })
	if err := tomorrow.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if b.stored() != before-1 || len(b.read(kept, kept.File(480))) == 0 {
		t.Errorf("of %d files %d are left, want one less", before, b.stored())
	}
}

func TestARemovedFileIsGone(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(500, 400)))
	for range 2 {
		if err := b.files.Remove(t.Context(), b.owner, b.act.ID, a.ID); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.files.Open(t.Context(), b.owner, a.ID, a.File(480)); !errors.Is(err, fault.NotFound) {
		t.Errorf("it opens: %v", err)
	}
	b.removeByJobs()
	if n := b.stored(); n != 0 {
		t.Errorf("%d files stay", n)
	}
}
