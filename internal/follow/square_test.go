package follow_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/version"
)

// square is a database whose time moves only when told to.
type square struct {
	*follow.Service
	t         testing.TB
	db        *postgres.DB
	acts      *act.Service
	adoptions *adoption.Service
	owner     account.Account
	moderator account.Account
	reader    account.Account
	stopper   *pgtest.Stopper
	at        time.Time
	made      int
}

// monday is one, at eight in Finland: an hour after the mails have left.
var monday = time.Date(2026, 11, 23, 6, 0, 0, 0, time.UTC)

func newSquare(t testing.TB) *square {
	t.Helper()
	s := &square{t: t, at: monday}
	db, stopper := pgtest.Stoppable(t, referencetest.URL(t))
	orgs := organization.New(db)
	s.must(orgs.Refresh(t.Context()))
	s.stopper = stopper
	s.db, s.owner, s.moderator, s.reader = db, accounttest.New(t, db), accounttest.New(t, db, account.Moderator), accounttest.New(t, db)
	now := func() time.Time { return s.at }
	accounts, mails := accounttest.Service(t, db, now), accounttest.Outbox(t, db, now)
	s.acts = act.New(db, act.Parts{Accounts: accounts, Mails: mails, Index: search.New(db, nil, now), Organizations: orgs}, now)
	s.adoptions = adoption.New(db, adoption.Parts{Acts: s.acts, Accounts: accounts, Mails: mails, Organizations: orgs}, now)
	s.Service = follow.New(db, follow.Parts{
		Acts: s.acts, Adoptions: s.adoptions, Accounts: accounts, Mails: mails, Organizations: orgs, List: s.list,
		Seen: func(ctx context.Context) (int64, error) { return version.Now(ctx, db) },
	}, now)
	return s
}

// list is the public acts in a language, or all of them.
func (s *square) list(ctx context.Context, query string) (follow.List, error) {
	ids, err := postgres.Values[int64](ctx, s.db, "SELECT id FROM act WHERE status = 'published' AND ($1 = '' OR 'kieli=' || language = $1)", query)
	return follow.List{Query: query, Name: "Lista " + query, IDs: ids}, err
}

func (s *square) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// change leads an act through deeds.
func (s *square) change(id act.ID, deeds ...func(*act.Act) error) {
	s.t.Helper()
	s.must(s.db.Tx(s.t.Context(), func(tx pgx.Tx) error {
		_, err := s.acts.ChangeTx(s.t.Context(), tx, id, 0, func(a *act.Act) error {
			for _, deed := range deeds {
				if err := deed(a); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	}))
}

// publish lets a new act out.
func (s *square) publish(language string) act.Act {
	s.t.Helper()
	s.made++
	return s.publishAs(s.made, language)
}

func (s *square) publishAs(n int, language string) act.Act {
	s.t.Helper()
	c := acttest.Content()
	c.Language, c.Title = language, fmt.Sprintf("Uusi teko numero %d", n)
	a, err := s.acts.Begin(s.t.Context(), s.owner, fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", n), c)
	s.must(err)
	s.change(a.ID,
		func(a *act.Act) error { return a.Submit(s.owner, s.at) }, func(a *act.Act) error { return a.Take(s.moderator, s.at) },
		func(a *act.Act) error { return a.Approve(s.moderator, nil, s.at) }, func(a *act.Act) error { return a.Publish(s.moderator, s.at) })
	a, err = s.acts.Find(s.t.Context(), account.Account{}, a.ID)
	s.must(err)
	return a
}

func (s *square) hide(id act.ID) {
	s.t.Helper()
	s.change(id, func(a *act.Act) error { return a.Hide(s.moderator, "Virhe.", s.at) })
}

func (s *square) send() {
	s.t.Helper()
	s.settle()
	s.must(s.Send(s.t.Context()))
}

// settle waits until the database has noticed that a program was stopped: until
// then the reader is locked, and passed over as one whom others see to.
func (s *square) settle() {
	s.t.Helper()
	for busy := 1; busy > 0; time.Sleep(time.Millisecond) {
		var err error
		busy, err = postgres.Value[int](s.t.Context(), s.db, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL")
		s.must(err)
	}
}

// later lets time pass, and the mails leave.
func (s *square) later(d time.Duration) {
	s.t.Helper()
	s.at = s.at.Add(d)
	s.send()
}

func (s *square) rhythm(r follow.Rhythm) {
	s.t.Helper()
	s.must(s.SetRhythm(s.t.Context(), s.reader, r))
}

// mails is what the reader has got, the oldest first.
func (s *square) mails() []string {
	s.t.Helper()
	all, err := postgres.Values[string](s.t.Context(), s.db, "SELECT subject || E'\n' || body FROM mail_message WHERE recipient = $1 ORDER BY id", s.reader.Email)
	s.must(err)
	return all
}

// times is how many mails tell of an act.
func (s *square) times(a act.Act) int {
	s.t.Helper()
	n := 0
	for _, m := range s.mails() {
		n += strings.Count(m, "/katso/"+a.Slug+"\n")
	}
	return n
}
