package errand_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/content"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/internal/transfer/errand/errandtest"
	"tekojentori.fi/tori/internal/validate"
)

const key = "0198b1f2-0000-7000-8000-000000000001"

// bureau is a database with a few acts, and somebody who takes them out.
type bureau struct {
	*errand.Service
	t    *testing.T
	db   *postgres.DB
	now  time.Time
	ids  []act.ID
	team account.Account
}

func newBureau(t *testing.T) *bureau {
	t.Helper()
	db := referencetest.New(t)
	acts := acttest.Service(t, db)
	files := &transfer.Service{
		DB: db, Acts: acts, Organizations: organization.New(db), Terms: taxonomy.New(db),
		Campaigns: campaign.New(db, campaign.Parts{Acts: acts}, time.Now), Content: content.New(db), Now: time.Now,
	}
	for _, step := range []func(context.Context) error{files.Terms.Refresh, files.Organizations.Refresh} {
		if err := step(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	b := &bureau{t: t, db: db, now: time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC), team: accounttest.New(t, db, account.Team)}
	b.Service = errandtest.Service(t, db, files, func() time.Time { return b.now })
	owner := accounttest.New(t, db)
	for n := range 3 {
		a, err := acts.Begin(t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8001-%012d", n), acttest.Content())
		if err != nil {
			t.Fatal(err)
		}
		b.ids = append(b.ids, a.ID)
	}
	return b
}

func (b *bureau) order(o transfer.Order) errand.ID {
	b.t.Helper()
	o.IDs, o.Format = b.ids, transfer.CSV
	id, err := b.Order(b.t.Context(), b.team, key, o)
	if err != nil {
		b.t.Fatal(err)
	}
	return id
}

func (b *bureau) count(sql string) int {
	b.t.Helper()
	n, err := postgres.Value[int](b.t.Context(), b.db, sql)
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}

// Whatever acts can be exported as is made in the background too.
func TestAFileOfEveryFormatIsMade(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	for i, f := range transfer.Formats() {
		id, err := b.Order(t.Context(), b.team, fmt.Sprintf("0198b1f2-0000-7000-8003-%012d", i), transfer.Order{IDs: b.ids, Format: f})
		if err == nil {
			err = b.Make(t.Context(), id)
		}
		if err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// The file in the background is the very file that would have been sent at
// once; two workers at it make one, and one mail.
func TestAFileIsMadeOnce(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	id := b.order(transfer.Order{})
	if again := b.order(transfer.Order{}); again != id {
		t.Errorf("the same form ordered %v and %v", id, again)
	}
	if n := b.count("SELECT count(*)::integer FROM river_job WHERE kind = 'export'"); n != 1 {
		t.Errorf("%d jobs, want 1", n)
	}
	if _, _, err := b.Open(t.Context(), b.team, id); !errors.Is(err, fault.NotFound) {
		t.Errorf("a file that is not there yet: %v", err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if err := b.Make(t.Context(), id); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	var want bytes.Buffer
	if err := b.Transfer.Export(t.Context(), &want, transfer.Order{IDs: b.ids, Format: transfer.CSV}); err != nil {
		t.Fatal(err)
	}
	e, file, err := b.Open(t.Context(), b.team, id)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got, err := io.ReadAll(file); err != nil || !bytes.Equal(got, want.Bytes()) || e.Done != 3 || e.Size != int64(len(got)) {
		t.Errorf("%+v has %q, %v", e, got, err)
	}
	if n := b.count("SELECT count(*)::integer FROM mail_message"); n != 1 {
		t.Errorf("%d mails, want 1", n)
	}
}

// Nobody else comes near it, not even of the team; nor does who has left it.
func TestAFileIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	id := b.order(transfer.Order{})
	if err := b.Make(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	for who, want := range map[*account.Account]error{
		{}: fault.Forbidden, ptr(accounttest.New(t, b.db)): fault.Forbidden, ptr(accounttest.New(t, b.db, account.Admin)): fault.NotFound,
	} {
		if _, _, err := b.Open(t.Context(), *who, id); !errors.Is(err, want) {
			t.Errorf("%v opens it: %v, want %v", who.Roles, err, want)
		}
		if err := b.Drop(t.Context(), *who, id); !errors.Is(err, want) {
			t.Errorf("%v drops it: %v, want %v", who.Roles, err, want)
		}
	}
	left := b.team
	left.Roles = nil
	if _, err := b.Find(t.Context(), left, id); !errors.Is(err, fault.Forbidden) {
		t.Errorf("who has left the team: %v", err)
	}
	if _, err := b.Order(t.Context(), left, key, transfer.Order{Format: transfer.CSV}); !errors.Is(err, fault.Forbidden) {
		t.Errorf("who has left the team orders: %v", err)
	}
}

func ptr(a account.Account) *account.Account { return &a }

// Personal data needs a reason, which is logged with the order.
func TestPersonalDataNeedsAReason(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	_, err := b.Order(t.Context(), b.team, key, transfer.Order{IDs: b.ids, Format: transfer.CSV, Personal: true})
	var problems validate.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("without a reason: %v", err)
	}
	b.order(transfer.Order{Personal: true, Reason: "Kutsut gaalaan."})
	if n := b.count("SELECT count(*)::integer FROM audit_entry WHERE action = 'export' AND detail LIKE '%Kutsut gaalaan.'"); n != 1 {
		t.Errorf("%d lines in the log, want 1", n)
	}
}

// A week after it was ready the file is gone, and so is what nobody has.
func TestFilesGoAfterAWeek(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	id := b.order(transfer.Order{})
	if err := b.Make(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	b.now = b.now.Add(errand.Kept - time.Minute)
	if err := b.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, file, err := b.Open(t.Context(), b.team, id); err != nil {
		t.Fatalf("gone before its time: %v", err)
	} else if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	b.now = b.now.Add(2 * time.Minute)
	if _, _, err := b.Open(t.Context(), b.team, id); !errors.Is(err, fault.NotFound) {
		t.Errorf("after its time, before the sweeping: %v", err)
	}
	orphan := "exports/ab/" + strings.Repeat("a", 32)
	if err := b.Blobs.Put(t.Context(), orphan, strings.NewReader("x"), 1); err != nil {
		t.Fatal(err)
	}
	b.now = time.Now().Add(30 * 24 * time.Hour) // the store has a clock of its own
	if err := b.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	left := 0
	if err := b.Blobs.Walk(t.Context(), func(string, time.Time) error { left++; return nil }); err != nil || left != 0 {
		t.Errorf("%d files are left, %v", left, err)
	}
}

// What fails is tried again, and after the third time told to have failed.
func TestAFileThatCannotBeMade(t *testing.T) {
	t.Parallel()
	b := newBureau(t)
	id := b.order(transfer.Order{})
	if err := postgres.Exec(t.Context(), b.db, "ALTER TABLE campaign_entry RENAME TO away"); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		if err := b.Make(t.Context(), id); err == nil {
			t.Fatal("made of nothing")
		}
		if e, err := b.Find(t.Context(), b.team, id); err != nil || e.Waiting() == (n == 2) {
			t.Errorf("after %d tries: %+v, %v", n+1, e, err)
		}
	}
	if err := b.Make(t.Context(), id); err != nil {
		t.Errorf("one that has failed: %v", err)
	}
}
