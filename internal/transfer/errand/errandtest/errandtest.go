// Package errandtest has exports in the background for tests.
package errandtest

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand"
)

// Service is the exports of a database, with their files in a folder of the
// test. Its jobs are written down and not done: see errand.Service.Make.
func Service(t testing.TB, db *postgres.DB, files *transfer.Service, now func() time.Time) *errand.Service {
	t.Helper()
	jobs, err := job.New(db, now)
	if err != nil {
		t.Fatal(err)
	}
	blobs, err := blob.Open(t.Context(), "", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return errand.New(db, errand.Parts{
		Transfer: files, Accounts: accounttest.Service(t, db, now), Mails: accounttest.Outbox(t, db, now), Blobs: blobs, Jobs: jobs,
	}, now)
}
