// Package errand makes exports in the background: those that take longer than
// a reader waits. Whoever has asked sees how far it is, gets a link by mail
// and is the only one who may fetch the file, for a week.
//
//	ordered → ready → gone, or → failed after three tries
package errand

import (
	"fmt"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/transfer"
)

// ID names an errand.
type ID int64

func (id ID) String() string { return fmt.Sprintf("export %d", int64(id)) }

// Kept is how long a file can be fetched.
const Kept = 7 * 24 * time.Hour

// Large is how many acts are too many to be waited for.
const Large = 5_000

// maxTries is how often making a file may fail.
const maxTries = 3

// An Errand is an export that somebody has asked for.
type Errand struct {
	ID        ID
	AccountID account.ID
	Format    transfer.Format
	Comma     bool
	Columns   []string
	Personal  bool
	Blob      string
	Total     int // acts
	Done      int // of them, written
	OrderedAt time.Time
	ReadyAt   *time.Time
	Size      int64 // bytes
	FailedAt  *time.Time
}

// Ready reports whether there is a file to fetch.
func (e Errand) Ready(now time.Time) bool { return e.ReadyAt != nil && now.Before(e.Until()) }

// Waiting reports whether the file is still to come.
func (e Errand) Waiting() bool { return e.ReadyAt == nil && e.FailedAt == nil }

// Until is when the file goes.
func (e Errand) Until() time.Time {
	if e.ReadyAt == nil {
		return e.OrderedAt.Add(Kept)
	}
	return e.ReadyAt.Add(Kept)
}

// Name is what the file is called.
func (e Errand) Name() string {
	return "teot-" + e.OrderedAt.Format(time.DateOnly) + "." + string(e.Format)
}

func (e Errand) order(ids []act.ID) transfer.Order {
	return transfer.Order{IDs: ids, Format: e.Format, Comma: e.Comma, Personal: e.Personal, Columns: e.Columns}
}
