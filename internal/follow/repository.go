package follow

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
)

// repository is the SQL of what people follow. Its methods run one statement
// each.
type repository struct{ q postgres.Querier }

const (
	columns       = "id, account_id, coalesce(act_id, 0) AS act_id, coalesce(query, '') AS query, from_version, since"
	readerColumns = "account_id, rhythm, told_until, next_at"
)

// hold is the reader, made if need be, whom nobody else changes until the
// transaction ends.
func (r repository) hold(ctx context.Context, fresh Reader) (Reader, error) {
	held, err := postgres.One[Reader](ctx, r.q, `
		INSERT INTO follow_reader (account_id, rhythm, told_until, next_at) VALUES (@AccountID, @Rhythm, @ToldUntil, @NextAt)
		ON CONFLICT (account_id) DO UPDATE SET rhythm = follow_reader.rhythm
		RETURNING `+readerColumns, postgres.Args(fresh))
	return held, wrap("hold the reader", fresh.AccountID, err)
}

// reader is no row for who has never followed anything.
func (r repository) reader(ctx context.Context, id account.ID) ([]Reader, error) {
	readers, err := postgres.All[Reader](ctx, r.q, "SELECT "+readerColumns+" FROM follow_reader WHERE account_id = $1", id)
	return readers, wrap("find the reader", id, err)
}

func (r repository) setReader(ctx context.Context, reader Reader) error {
	return wrap("write the reader", reader.AccountID, postgres.Exec(ctx, r.q, `
		UPDATE follow_reader SET rhythm = @Rhythm, told_until = @ToldUntil, next_at = @NextAt WHERE account_id = @AccountID`, postgres.Args(reader)))
}

// stop is no row when there are no mails already.
func (r repository) stop(ctx context.Context, id account.ID) ([]account.ID, error) {
	ids, err := postgres.Values[account.ID](ctx, r.q, "UPDATE follow_reader SET rhythm = 'none' WHERE account_id = $1 AND rhythm <> 'none' RETURNING account_id", id)
	return ids, wrap("stop the mails to", id, err)
}

func (r repository) bookmark(ctx context.Context, by account.ID, id act.ID, at time.Time) error {
	return wrap("bookmark", id, postgres.Exec(ctx, r.q, `
		INSERT INTO bookmark (account_id, act_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, by, id, at))
}

func (r repository) dropBookmark(ctx context.Context, by account.ID, id act.ID) error {
	return wrap("drop the bookmark of", id, postgres.Exec(ctx, r.q, "DELETE FROM bookmark WHERE account_id = $1 AND act_id = $2", by, id))
}

func (r repository) onAct(ctx context.Context, by account.ID, id act.ID) (bookmarked, followed bool, err error) {
	on, err := postgres.One[struct{ Bookmarked, Followed bool }](ctx, r.q, `
		SELECT EXISTS (SELECT FROM bookmark WHERE account_id = $1 AND act_id = $2) AS bookmarked,
		       EXISTS (SELECT FROM follow WHERE account_id = $1 AND act_id = $2) AS followed`, by, id)
	return on.Bookmarked, on.Followed, wrap("look up whether there is an eye on", id, err)
}

// bookmarks is the newest first.
func (r repository) bookmarks(ctx context.Context, by account.ID) ([]act.ID, error) {
	ids, err := postgres.Values[act.ID](ctx, r.q, "SELECT act_id FROM bookmark WHERE account_id = $1 ORDER BY since DESC, act_id", by)
	return ids, wrap("list the bookmarks of", by, err)
}

func (r repository) insert(ctx context.Context, f Follow) error {
	return wrap("follow for", f.AccountID, postgres.Exec(ctx, r.q, `
		INSERT INTO follow (account_id, act_id, query, from_version, since)
		VALUES (@account, nullif(@act, 0), CASE @act WHEN 0 THEN @query END, @from, @since)
		ON CONFLICT DO NOTHING`, pgx.StrictNamedArgs{
		"account": f.AccountID, "act": f.ActID, "query": f.Query, "from": f.FromVersion, "since": f.Since,
	}))
}

func (r repository) drop(ctx context.Context, by account.ID, id ID) error {
	return wrap("drop", id, postgres.Exec(ctx, r.q, "DELETE FROM follow WHERE id = $1 AND account_id = $2", id, by))
}

func (r repository) dropAct(ctx context.Context, by account.ID, id act.ID) error {
	return wrap("stop following", id, postgres.Exec(ctx, r.q, "DELETE FROM follow WHERE account_id = $1 AND act_id = $2", by, id))
}

// follows is the newest first.
func (r repository) follows(ctx context.Context, by account.ID) ([]Follow, error) {
	all, err := postgres.All[Follow](ctx, r.q, "SELECT "+columns+" FROM follow WHERE account_id = $1 ORDER BY since DESC, id DESC", by)
	return all, wrap("list what is followed by", by, err)
}

func (r repository) note(ctx context.Context, e Event, at time.Time) error {
	return wrap("note the event of", e.ActID, postgres.Exec(ctx, r.q, `
		INSERT INTO follow_event (version, act_id, kind, organization_id, at)
		VALUES (@Version, @ActID, @Kind, nullif(@OrganizationID, 0), @at)`, postgres.Args(e, pgx.NamedArgs{"at": at})))
}

// events is what happened in the versions [from, until).
func (r repository) events(ctx context.Context, from, until int64) ([]Event, error) {
	events, err := postgres.All[Event](ctx, r.q, `
		SELECT version, act_id, kind, coalesce(organization_id, 0) AS organization_id
		FROM follow_event WHERE version >= $1 AND version < $2 ORDER BY version, id`, from, until)
	return events, wrap("read the events from version", from, err)
}

// due is readers whose time has come, the longest waiting first: those who want
// every event once there is one, the others at their hour.
func (r repository) due(ctx context.Context, seen int64, now time.Time, n int) ([]account.ID, error) {
	ids, err := postgres.Values[account.ID](ctx, r.q, `
		SELECT account_id FROM follow_reader r
		WHERE CASE r.rhythm WHEN 'each' THEN r.told_until <= (SELECT max(version) FROM follow_event WHERE version <= $1)
		                    WHEN 'none' THEN false
		                    ELSE r.next_at <= $2 END
		  AND EXISTS (SELECT FROM follow f WHERE f.account_id = r.account_id)
		ORDER BY r.next_at, r.account_id LIMIT $3`, seen, now, n)
	return ids, wrap("list", "the readers whose time has come", err)
}

// lock is the reader for one transaction alone; no row while another has it.
func (r repository) lock(ctx context.Context, id account.ID) ([]Reader, error) {
	readers, err := postgres.All[Reader](ctx, r.q, "SELECT "+readerColumns+" FROM follow_reader WHERE account_id = $1 FOR UPDATE SKIP LOCKED", id)
	return readers, wrap("lock the reader", id, err)
}

// A period is what has been told in one go.
type period struct {
	AccountID   account.ID
	From, Until int64 // versions of the site: [From, Until)
	MadeAt      time.Time
	Acts        int
	TokenHash   []byte // nil: no mail
}

func (r repository) insertPeriod(ctx context.Context, p period) error {
	return wrap("write the period of", p.AccountID, postgres.Exec(ctx, r.q, `
		INSERT INTO follow_period (account_id, from_version, until_version, made_at, acts, token_hash)
		VALUES (@AccountID, @From, @Until, @MadeAt, @Acts, @TokenHash)`, postgres.Args(p)))
}

func (r repository) byToken(ctx context.Context, hash []byte) (Reader, error) {
	reader, err := postgres.One[Reader](ctx, r.q, `
		SELECT r.account_id, r.rhythm, r.told_until, r.next_at
		FROM follow_period p JOIN follow_reader r USING (account_id) WHERE p.token_hash = $1`, hash)
	return reader, wrap("find", "the reader of a link", err)
}

func wrap(verb string, what any, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %v: %w", verb, what, err)
}
