package follow

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// Service keeps what people follow, and tells them of it.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts          *act.Service
	Adoptions     *adoption.Service
	Accounts      *account.Service // whom the mails go to
	Mails         *mail.Outbox
	Organizations *organization.Service
	// List is the acts that the list shows for the query of an address now, and
	// what it is called in the language of ctx; fault.NotFound for what no list
	// can ask. It knows at least the version of the site that Seen tells.
	List func(ctx context.Context, query string) (List, error)
	// Seen is the version of the site up to which List knows everything.
	Seen func(ctx context.Context) (int64, error)
}

// New is the Service on a database. From now on it notes what happens to public
// acts.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	s.Acts.OnNews(func(ctx context.Context, tx pgx.Tx, id act.ID, news act.News) error {
		return s.noteTx(ctx, tx, Event{ActID: id, Kind: Kind(news)})
	})
	s.Adoptions.OnUse(func(ctx context.Context, tx pgx.Tx, x adoption.Adoption) error {
		return s.noteTx(ctx, tx, Event{ActID: x.ActID, Kind: Adopted, OrganizationID: x.OrganizationID})
	})
	return s
}

// noteTx notes an event with the version that its transaction has made, and
// that no other transaction can pass until it ends.
func (s *Service) noteTx(ctx context.Context, tx pgx.Tx, e Event) (err error) {
	if e.Version, err = version.Now(ctx, tx); err != nil {
		return err
	}
	return repository{tx}.note(ctx, e, s.now())
}

// Bookmark keeps an act for the viewer to find again. Doing so twice keeps it
// once.
func (s *Service) Bookmark(ctx context.Context, by account.Account, id act.ID) error {
	if err := s.public(ctx, by, id); err != nil {
		return err
	}
	return s.holding(ctx, by, func(tx pgx.Tx, _ Reader) error {
		kept, err := repository{tx}.bookmarks(ctx, by.ID)
		if err != nil || slices.Contains(kept, id) {
			return err
		}
		if len(kept) >= limit.Bookmarks {
			return full("bookmarks", limit.Bookmarks)
		}
		return repository{tx}.bookmark(ctx, by.ID, id, s.now())
	})
}

// DropBookmark takes a bookmark away, if there is one.
func (s *Service) DropBookmark(ctx context.Context, by account.Account, id act.ID) error {
	return s.holding(ctx, by, func(tx pgx.Tx, _ Reader) error { return repository{tx}.dropBookmark(ctx, by.ID, id) })
}

// FollowAct lets the viewer hear of an act, in a rhythm; "" is the one that
// they have. What has happened before is not told.
func (s *Service) FollowAct(ctx context.Context, by account.Account, id act.ID, rhythm Rhythm) error {
	if err := s.public(ctx, by, id); err != nil {
		return err
	}
	return s.follow(ctx, by, Follow{AccountID: by.ID, ActID: id}, rhythm)
}

// FollowList lets the viewer hear of acts that are new in a list. The query is
// what its address has after the question mark.
func (s *Service) FollowList(ctx context.Context, by account.Account, query string, rhythm Rhythm) error {
	list, err := s.List(ctx, query)
	if err != nil {
		return err
	}
	if len(list.Query) > maxQuery {
		return fmt.Errorf("follow a list of %d bytes: %w", len(list.Query), fault.BadRequest)
	}
	return s.follow(ctx, by, Follow{AccountID: by.ID, Query: list.Query}, rhythm)
}

// maxQuery is the longest address that is kept, in bytes.
const maxQuery = 1000

func (s *Service) follow(ctx context.Context, by account.Account, f Follow, rhythm Rhythm) error {
	return s.holding(ctx, by, func(tx pgx.Tx, r Reader) error {
		if rhythm != "" {
			if err := s.setRhythmTx(ctx, tx, r, rhythm); err != nil {
				return err
			}
		}
		return s.followTx(ctx, tx, f)
	})
}

func (s *Service) followTx(ctx context.Context, tx pgx.Tx, f Follow) error {
	all, err := repository{tx}.follows(ctx, f.AccountID)
	if err != nil {
		return err
	}
	if _, has := (Following{Follows: all}).Has(f.ActID, f.Query); has {
		return nil
	}
	if len(all) >= limit.Follows {
		return full("follows", limit.Follows)
	}
	seen, err := version.Now(ctx, tx)
	if err != nil {
		return err
	}
	f.FromVersion, f.Since = seen+1, s.now()
	return repository{tx}.insert(ctx, f)
}

// full tells that there is no room for one more.
func full(field string, most int) error {
	return validate.Problems{{Field: field, Rule: validate.TooMany, Limit: most}}
}

// UnfollowAct ends the follow of an act, if there is one.
func (s *Service) UnfollowAct(ctx context.Context, by account.Account, id act.ID) error {
	return s.holding(ctx, by, func(tx pgx.Tx, _ Reader) error { return repository{tx}.dropAct(ctx, by.ID, id) })
}

// Unfollow ends a follow of one's own, if there is one.
func (s *Service) Unfollow(ctx context.Context, by account.Account, id ID) error {
	return s.holding(ctx, by, func(tx pgx.Tx, _ Reader) error { return repository{tx}.drop(ctx, by.ID, id) })
}

// SetRhythm chooses how often the viewer wants mails. Who has had none is told
// of what happens from now on.
func (s *Service) SetRhythm(ctx context.Context, by account.Account, to Rhythm) error {
	return s.holding(ctx, by, func(tx pgx.Tx, r Reader) error { return s.setRhythmTx(ctx, tx, r, to) })
}

func (s *Service) setRhythmTx(ctx context.Context, tx pgx.Tx, r Reader, to Rhythm) error {
	if !slices.Contains(Rhythms(), to) {
		return validate.Problems{{Field: "rhythm", Rule: validate.Unknown}}
	}
	if r.Rhythm == to {
		return nil
	}
	if r.Rhythm == None {
		seen, err := version.Now(ctx, tx)
		if err != nil {
			return err
		}
		r.ToldUntil = max(r.ToldUntil, seen+1)
	}
	r.Rhythm, r.NextAt = to, to.after(s.now())
	return repository{tx}.setReader(ctx, r)
}

// holding runs a deed of a reader, one at a time.
func (s *Service) holding(ctx context.Context, by account.Account, deed func(tx pgx.Tx, r Reader) error) error {
	if !by.SignedIn() {
		return fmt.Errorf("follow: %w", fault.Forbidden)
	}
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		seen, err := version.Now(ctx, tx)
		if err != nil {
			return err
		}
		r, err := repository{tx}.hold(ctx, Reader{AccountID: by.ID, Rhythm: usual, ToldUntil: seen + 1, NextAt: usual.after(s.now())})
		if err != nil {
			return err
		}
		return deed(tx, r)
	})
}

// public is nil for an act that everyone may read.
func (s *Service) public(ctx context.Context, by account.Account, id act.ID) error {
	if !by.SignedIn() {
		return fmt.Errorf("keep an eye on %v: %w", id, fault.Forbidden)
	}
	a, err := s.Acts.Find(ctx, by, id)
	if err == nil && !a.Status.Public() {
		err = fmt.Errorf("keep an eye on %v, which is %s: %w", id, a.Status, fault.Conflict)
	}
	return err
}
