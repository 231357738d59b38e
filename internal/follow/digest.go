package follow

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/secret"
)

// inARound is how many readers are looked up at a time.
const inARound = 200

// Send tells every reader whose time has come, until there is none. What went
// wrong with one of them does not keep the others waiting.
func (s *Service) Send(ctx context.Context) error {
	seen, err := s.Seen(ctx)
	if err != nil {
		return err
	}
	round := round{Service: s, seen: seen, lists: map[listKey]list{}}
	failed := map[account.ID]error{}
	for {
		ids, err := repository{s.db}.due(ctx, seen, s.now(), inARound)
		if err != nil {
			return err
		}
		told := 0
		for _, id := range ids {
			if failed[id] != nil {
				continue
			}
			done, err := round.tell(ctx, id)
			if err != nil {
				failed[id] = err
			}
			if done {
				told++
			}
		}
		if told == 0 || ctx.Err() != nil { // also when others are at it
			break
		}
	}
	var all []error
	for _, err := range failed {
		all = append(all, err)
	}
	return errors.Join(all...)
}

// A round knows the lists as they are at one version of the site, for all who
// follow them.
type round struct {
	*Service
	seen  int64
	lists map[listKey]list
}

type listKey struct {
	lang  i18n.Lang
	query string
}

type list struct {
	name string
	has  map[int64]bool
}

// tell tells one reader the next period, and reports whether there was one.
func (r round) tell(ctx context.Context, id account.ID) (done bool, err error) {
	who, err := r.Accounts.Find(ctx, id)
	if err != nil {
		return false, err
	}
	ctx = i18n.With(ctx, i18n.Lang(who.Language))
	follows, err := repository{r.db}.follows(ctx, id)
	if err != nil {
		return false, err
	}
	lists, err := r.listsOf(ctx, follows) // before the transaction: searching may take a while
	if err != nil {
		return false, err
	}
	err = r.db.Tx(ctx, func(tx pgx.Tx) error {
		done = false
		readers, err := repository{tx}.lock(ctx, id)
		if err != nil || len(readers) == 0 || readers[0].Rhythm == None || readers[0].ToldUntil > r.seen {
			return err
		}
		reader := readers[0]
		if reader.Rhythm != Each && reader.NextAt.After(r.now()) {
			return nil
		}
		done = true
		return r.periodTx(ctx, tx, reader, who, lists)
	})
	return done && err == nil, err
}

// listsOf is the acts of the lists among the follows, by query. A list that no
// address can ask any more has none.
func (r round) listsOf(ctx context.Context, follows []Follow) (map[string]list, error) {
	lists := map[string]list{}
	for _, f := range follows {
		if f.ActID != 0 {
			continue
		}
		key := listKey{i18n.From(ctx), f.Query}
		l, ok := r.lists[key]
		if !ok {
			found, err := r.List(ctx, f.Query)
			if err != nil && !errors.Is(err, fault.NotFound) && !errors.Is(err, fault.BadRequest) {
				return nil, err
			}
			l = list{name: found.Name, has: make(map[int64]bool, len(found.IDs))}
			for _, id := range found.IDs {
				l.has[id] = true
			}
			r.lists[key] = l
		}
		lists[f.Query] = l
	}
	return lists, nil
}

// periodTx tells a reader, whom the transaction holds, what has happened since
// the last time, and where the next period begins.
func (r round) periodTx(ctx context.Context, tx pgx.Tx, reader Reader, who account.Account, lists map[string]list) error {
	p := period{AccountID: reader.AccountID, From: reader.ToldUntil, Until: r.seen + 1, MadeAt: r.now()}
	events, err := repository{tx}.events(ctx, p.From, p.Until)
	if err != nil {
		return err
	}
	follows, err := repository{tx}.follows(ctx, reader.AccountID) // as it is now that the reader is held
	if err != nil {
		return err
	}
	has := map[string]map[int64]bool{}
	for _, f := range follows {
		if f.ActID != 0 {
			continue
		}
		l, looked := lists[f.Query]
		if !looked {
			return fmt.Errorf("tell %v of a list that was followed this moment: %w", reader.AccountID, fault.Conflict)
		}
		has[f.Query] = l.has
	}
	if reader.Rhythm == Each {
		events, p.Until = firstOf(follows, events, has, p.Until)
	}
	if who.SignedIn() { // an account that is closed gets no mails
		if err := r.mailTx(ctx, tx, &p, reader, who, match(follows, events, has), lists); err != nil {
			return err
		}
	}
	if err := (repository{tx}).insertPeriod(ctx, p); err != nil {
		return err
	}
	reader.ToldUntil, reader.NextAt = p.Until, reader.Rhythm.after(r.now())
	return repository{tx}.setReader(ctx, reader)
}

// firstOf is the events up to the first version that tells the reader
// something, and where the period ends then.
func firstOf(follows []Follow, events []Event, has map[string]map[int64]bool, until int64) ([]Event, int64) {
	for i, e := range events {
		if len(match(follows, events[i:i+1], has)) > 0 {
			end := i
			for end < len(events) && events[end].Version == e.Version {
				end++
			}
			return events[:end], e.Version + 1
		}
	}
	return events, until
}

// mailTx posts the mail of a period, if there is something to tell: of acts
// that everyone may read now.
func (r round) mailTx(ctx context.Context, tx pgx.Tx, p *period, reader Reader, who account.Account, lines []Line, lists map[string]list) error {
	told, err := r.readable(ctx, who, lines)
	if err != nil || len(told) == 0 {
		return err
	}
	token := secret.New()
	p.Acts, p.TokenHash = len(told), secret.Digest(token)
	m := r.letter(ctx, reader, told, lists, r.Mails.Link(i18n.From(ctx), "/viestit/"+token))
	m.To, m.Key = who.Email, fmt.Sprintf("follow %v from version %d", who.ID, p.From)
	return r.Mails.PostTx(ctx, tx, m)
}
