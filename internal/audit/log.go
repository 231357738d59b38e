package audit

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// Log is the log, to be read.
type Log struct {
	db       *postgres.DB
	accounts *account.Service
}

// New is the Log of a database.
func New(db *postgres.DB, accounts *account.Service) *Log { return &Log{db: db, accounts: accounts} }

// An Entry is what somebody did to something.
type Entry struct {
	ID        int64
	AccountID account.ID // 0: the portal itself
	Action    string
	Subject   string // as "act 12"
	Detail    string
	CreatedAt time.Time
}

// Kind is what the subject is, and Object which one: "act" and "12".
func (e Entry) Kind() (kind, object string) {
	kind, object, found := strings.Cut(e.Subject, " ")
	if !found {
		return "", e.Subject
	}
	return kind, object
}

// A Filter narrows the log; the zero Filter is all of it.
type Filter struct {
	By     []account.ID // nil: anyone; 0 among them is the portal itself
	Action string       // the deed, or how it begins: "roles" is also "roles moderator"
	Kind   string       // of the subject
	Object string       // which one; without a kind the whole subject
	From   time.Time    // zero: from the beginning
	Until  time.Time    // that instant is not in it; zero: until now
}

// kept is what a filter keeps, newest first, before an entry.
const kept = `
	SELECT id, coalesce(account_id, 0) AS account_id, action, subject, detail, created_at FROM audit_entry
	WHERE (@before::bigint = 0 OR id < @before) AND (@anyone OR coalesce(account_id, 0) = ANY(@by::bigint[]))
	  AND (@action = '' OR action = @action OR starts_with(action, @action || ' '))
	  AND (@subject = '' OR subject = @subject) AND (@kind = '' OR starts_with(subject, @kind || ' '))
	  AND (@from::timestamptz IS NULL OR created_at >= @from) AND (@until::timestamptz IS NULL OR created_at < @until)
	ORDER BY id DESC`

func (f Filter) args(before int64) pgx.NamedArgs {
	subject := f.Object
	if f.Kind != "" && f.Object != "" {
		subject = f.Kind + " " + f.Object
	}
	return pgx.NamedArgs{
		"before": before, "anyone": f.By == nil, "by": f.By, "action": f.Action, "subject": subject, "kind": f.Kind,
		"from": instant(f.From), "until": instant(f.Until),
	}
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// Entries is up to n entries that a filter keeps, the newest first: those
// before an entry, 0 from the newest on. Who runs the programme reads the log.
func (l *Log) Entries(ctx context.Context, by account.Account, f Filter, before int64, n int) ([]Entry, error) {
	if !by.RunsProgramme() {
		return nil, fmt.Errorf("read the log: %w", fault.Forbidden)
	}
	args := f.args(before)
	args["n"] = n
	entries, err := postgres.All[Entry](ctx, l.db, kept+" LIMIT @n", postgres.Args(args))
	if err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	return entries, nil
}

// batch is how many entries an export reads at a time.
const batch = 1000

// AllowExport lets an administrator take the log out, which is an entry itself.
func (l *Log) AllowExport(ctx context.Context, by account.Account, detail string) error {
	if !by.Administers() {
		return fmt.Errorf("export the log: %w", fault.Forbidden)
	}
	return Record(ctx, l.db, by, "export", "log", detail)
}

// Each gives fn every entry that a filter keeps, with who did it. Memory does
// not grow with their number.
func (l *Log) Each(ctx context.Context, by account.Account, f Filter, fn func(Entry, account.Account) error) error {
	for before := int64(0); ; {
		entries, err := l.Entries(ctx, by, f, before, batch)
		if err != nil || len(entries) == 0 {
			return err
		}
		people, err := l.People(ctx, entries)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := fn(e, people[e.AccountID]); err != nil {
				return err
			}
		}
		before = entries[len(entries)-1].ID
	}
}

// People is who did what, by id.
func (l *Log) People(ctx context.Context, entries []Entry) (map[account.ID]account.Account, error) {
	ids := make([]account.ID, 0, len(entries))
	for _, e := range entries {
		if e.AccountID != 0 {
			ids = append(ids, e.AccountID)
		}
	}
	return l.accounts.Named(ctx, ids)
}
