package adoption_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// square is a database with a published act, its owner, and somebody who
// copies it.
type square struct {
	*adoption.Service
	db                       *postgres.DB
	mods                     *moderation.Service
	act                      act.Act
	owner, copier, moderator account.Account
	colleague                account.Account // of the copier
}

func newSquare(t *testing.T) *square {
	t.Helper()
	db, ctx := referencetest.New(t), t.Context()
	orgs := organization.New(db)
	acts := acttest.ServiceOf(t, db, orgs)
	s := &square{
		Service: adoption.New(db, adoption.Parts{
			Acts: acts, Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now), Organizations: orgs,
		}, time.Now),
		db: db, mods: moderation.New(db, acts, time.Now),
		owner: accounttest.New(t, db), copier: accounttest.New(t, db), colleague: accounttest.New(t, db), moderator: accounttest.New(t, db, account.Moderator),
	}
	s.copier.OrganizationID, s.colleague.OrganizationID = int64(other), int64(other)
	a, err := acts.Begin(ctx, s.owner, "0198b1f2-0000-7000-8000-000000000001", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	if _, err = acts.Submit(ctx, s.owner, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	if err := s.mods.Take(ctx, s.moderator, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	if err := s.mods.Approve(ctx, s.moderator, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	if s.act, err = acts.Find(ctx, s.owner, a.ID); err != nil {
		t.Fatal(err)
	}
	return s
}

// other is an organisation that did not make the act.
const other = organization.ID(2)

func (s *square) tell(t *testing.T, by account.Account, state adoption.State) adoption.Adoption {
	t.Helper()
	x, err := s.Tell(t.Context(), by, s.act.ID, adoption.Telling{State: state, Note: " Meillä kierretään puisto. "})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// mails is how many mails the owner has got about adoptions.
func (s *square) mails(t *testing.T) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), s.db, "SELECT count(*) FROM mail_message WHERE recipient = $1 AND subject LIKE 'Tekosi leviää%'", s.owner.Email)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAnOrganizationStandsOnceWithWhatItToldLast(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	s.tell(t, s.copier, adoption.Tried)
	var wg sync.WaitGroup
	for range 6 { // a button pressed again and again
		wg.Go(func() { s.tell(t, s.copier, adoption.InUse) })
	}
	wg.Wait()
	all, err := s.Of(t.Context(), s.act.ID)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d adoptions, %v; want 1", len(all), err)
	}
	x := all[0]
	if x.State != adoption.InUse || x.Note != "Meillä kierretään puisto." || x.AdoptedAt == nil {
		t.Errorf("the adoption is %+v", x)
	}
	if n := s.mails(t); n != 2 {
		t.Errorf("the owner got %d mails, want 2: tried and in use", n)
	}
	steps, err := postgres.Values[string](t.Context(), s.db, "SELECT state FROM adoption_step ORDER BY id")
	if err != nil || strings.Join(steps, " ") != "tried in_use" {
		t.Errorf("steps %v, %v; want tried in_use", steps, err)
	}
}

func TestTheProblemsOfATelling(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	for name, c := range map[string]struct {
		telling adoption.Telling
		field   string
	}{
		"no state":      {adoption.Telling{}, "state"},
		"unknown state": {adoption.Telling{State: "loved"}, "state"},
		"long note":     {adoption.Telling{State: adoption.InUse, Note: strings.Repeat("ä", adoption.MaxNote+1)}, "note"},
	} {
		_, err := s.Tell(t.Context(), s.copier, s.act.ID, c.telling)
		var problems validate.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Field != c.field {
			t.Errorf("%s: %v, want a problem of %s", name, err, c.field)
		}
	}
}

func TestWhoMayTellConfirmAndRemove(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	stranger, maker, left := accounttest.New(t, s.db), accounttest.New(t, s.db), s.copier
	maker.OrganizationID, left.OrganizationID = int64(s.act.OrganizationID), 0
	for name, by := range map[string]account.Account{"a visitor": {}, "a member of nothing": stranger, "a member of those who made it": maker, "somebody who has left": left} {
		if _, err := s.Tell(t.Context(), by, s.act.ID, adoption.Telling{State: adoption.InUse}); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s tells: %v, want forbidden", name, err)
		}
	}
	x := s.tell(t, s.copier, adoption.InUse)
	if again := s.tell(t, s.colleague, adoption.Tried); again.ID != x.ID || again.ByID != s.colleague.ID {
		t.Errorf("a colleague tells: %+v", again)
	}
	s.tell(t, s.copier, adoption.InUse)
	if _, err := s.Remove(t.Context(), left, x.ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("who has left removes: %v", err)
	}
	for name, deed := range map[string]func(context.Context, account.Account, adoption.ID) (act.Act, error){"confirm": s.Confirm, "remove": s.Remove} {
		if _, err := deed(t.Context(), stranger, x.ID); !errors.Is(err, fault.Forbidden) {
			t.Errorf("a stranger may %s: %v", name, err)
		}
	}
	for range 2 { // the second press changes nothing
		if _, err := s.Confirm(t.Context(), s.owner, x.ID); err != nil {
			t.Errorf("the owner confirms: %v", err)
		}
	}
	if again := s.tell(t, s.copier, adoption.InUse); again.ConfirmedBy != s.owner.ID {
		t.Errorf("the same told again lost its confirmation: %+v", again)
	}
	if changed := s.tell(t, s.copier, adoption.Stopped); changed.ConfirmedBy != 0 {
		t.Errorf("another state kept the confirmation: %+v", changed)
	}
	if _, err := s.Remove(t.Context(), s.moderator, x.ID); err != nil {
		t.Errorf("a moderator removes: %v", err)
	}
	if _, err := s.Remove(t.Context(), s.copier, x.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("removed twice: %v, want not found", err)
	}
}

func TestAHiddenActIsNotAdopted(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	if err := s.mods.Hide(t.Context(), s.moderator, s.act.ID, 0, "Tarkistetaan."); err != nil {
		t.Fatal(err)
	}
	_, err := s.Tell(t.Context(), s.copier, s.act.ID, adoption.Telling{State: adoption.InUse})
	if !errors.Is(err, fault.NotFound) {
		t.Errorf("told of a hidden act: %v, want not found", err)
	}
}

func TestAdoptionsAreCounted(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	terms := taxonomy.New(s.db)
	numbers := stats.New(s.db, terms, time.Now)
	for _, c := range []struct {
		state adoption.State
		want  int
	}{{adoption.Considered, 0}, {adoption.InUse, 1}, {adoption.Stopped, 0}} {
		s.tell(t, s.copier, c.state)
		for _, refresh := range []func(context.Context) error{terms.Refresh, numbers.Refresh} {
			if err := refresh(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if got := numbers.Catalogue().AdoptedBy(int64(s.act.ID)); got != c.want {
			t.Errorf("%s: adopted by %d, want %d", c.state, got, c.want)
		}
		if !numbers.Catalogue().HasAdoptions(int64(s.act.ID)) {
			t.Errorf("%s: nobody seems to have told of the act", c.state)
		}
	}
}
