package membership_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

const (
	ours   = organization.ID(1)
	theirs = organization.ID(2)
)

// house is two organisations: ours has a coordinator, theirs none.
type house struct {
	*membership.Service
	t                         *testing.T
	db                        *postgres.DB
	now                       time.Time
	coordinator, admin, asker account.Account
}

func newHouse(t *testing.T) *house {
	t.Helper()
	h := &house{t: t, db: referencetest.New(t), now: time.Now()}
	clock := func() time.Time { return h.now }
	orgs := organization.New(h.db)
	h.must(orgs.Refresh(t.Context()))
	mails := accounttest.Outbox(t, h.db, clock)
	accounts := account.New(h.db, mails, clock).Recording(audit.Record)
	h.Service = membership.New(h.db, membership.Parts{Accounts: accounts, Mails: mails, Organizations: orgs}, clock)
	h.coordinator, h.admin, h.asker = h.at(accounttest.New(t, h.db, account.Coordinator), ours), accounttest.New(t, h.db, account.Admin), accounttest.New(t, h.db)
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// at is an account that belongs to an organisation.
func (h *house) at(a account.Account, o organization.ID) account.Account {
	h.t.Helper()
	_, err := h.db.Exec(h.t.Context(), "UPDATE account SET organization_id = $2 WHERE id = $1", a.ID, o)
	h.must(err)
	return h.fresh(a)
}

// fresh is an account as it is now.
func (h *house) fresh(a account.Account) account.Account {
	h.t.Helper()
	a, err := h.Accounts.Find(h.t.Context(), a.ID)
	h.must(err)
	return a
}

// asks has somebody ask, and is the request that waits.
func (h *house) asks(who account.Account, o organization.ID) membership.ID {
	h.t.Helper()
	h.must(h.Ask(h.t.Context(), who, o))
	q, ok, err := h.Last(h.t.Context(), who)
	if err != nil || !ok || q.Outcome != membership.Waits || q.OrganizationID != o {
		h.t.Fatalf("asked, and waits for %+v, %t, %v", q, ok, err)
	}
	return q.ID
}

// letters is whom mails went to whose subject has a word, one for each mail.
func (h *house) letters(word string) []string {
	h.t.Helper()
	to, err := postgres.Values[string](h.t.Context(), h.db, "SELECT recipient FROM mail_message WHERE strpos(subject, $1) > 0 ORDER BY id", word)
	h.must(err)
	return to
}

func (h *house) logged(action string) int {
	h.t.Helper()
	n, err := postgres.Value[int](h.t.Context(), h.db, "SELECT count(*) FROM audit_entry WHERE action = $1", action)
	h.must(err)
	return n
}

// Whoever asks is no member before a coordinator of the organisation has said
// yes, and every step is told and written down once.
func TestMembersAreApproved(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	id := h.asks(h.asker, ours)
	h.must(h.Ask(t.Context(), h.asker, ours)) // again
	if a := h.fresh(h.asker); a.OrganizationID != 0 {
		t.Fatalf("who asks is a member: %+v", a)
	}
	if to := h.letters("Jäsenyyspyyntö:"); len(to) != 1 || to[0] != h.coordinator.Email {
		t.Errorf("that somebody asks is told to %v", to)
	}
	waiting, err := h.Waiting(t.Context(), h.coordinator)
	if err != nil || len(waiting) != 1 || waiting[0].ID != id || waiting[0].By.ID != h.asker.ID {
		t.Fatalf("waiting %+v, %v", waiting, err)
	}
	for range 2 {
		_, err = h.Answer(t.Context(), h.coordinator, id, membership.Answer{Yes: true})
		h.must(err)
	}
	if a := h.fresh(h.asker); a.OrganizationID != int64(ours) {
		t.Errorf("approved, and no member: %+v", a)
	}
	if to := h.letters("Olet nyt jäsen"); len(to) != 1 || to[0] != h.asker.Email {
		t.Errorf("the yes is told to %v", to)
	}
	if _, err := h.Answer(t.Context(), h.coordinator, id, membership.Answer{Reason: "Ei."}); !errors.Is(err, fault.Conflict) {
		t.Errorf("a no after the yes: %v", err)
	}
	if waiting, err := h.Waiting(t.Context(), h.coordinator); err != nil || len(waiting) != 0 {
		t.Errorf("still waiting: %+v, %v", waiting, err)
	}
	for _, action := range []string{"ask membership", "membership approved", "organization"} {
		if n := h.logged(action); n != 1 {
			t.Errorf("%q stands %d times in the log", action, n)
		}
	}
}

// A no has a reason, which the asker reads; they may ask again a month later.
func TestANoHasAReason(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	id := h.asks(h.asker, ours)
	var problems validate.Problems
	if _, err := h.Answer(t.Context(), h.coordinator, id, membership.Answer{Reason: " "}); !errors.As(err, &problems) || problems[0].Field != "reason" {
		t.Errorf("a no without a reason: %v", err)
	}
	_, err := h.Answer(t.Context(), h.coordinator, id, membership.Answer{Reason: "Et ole meillä töissä."})
	h.must(err)
	if q, ok, err := h.Last(t.Context(), h.asker); err != nil || !ok || q.Outcome != membership.Declined || q.Reason != "Et ole meillä töissä." {
		t.Errorf("the asker sees %+v, %t, %v", q, ok, err)
	}
	if to := h.letters("ei hyväksytty"); len(to) != 1 || to[0] != h.asker.Email || h.fresh(h.asker).OrganizationID != 0 {
		t.Errorf("the no is told to %v", to)
	}
	if err := h.Ask(t.Context(), h.asker, ours); !errors.As(err, &problems) || problems[0].Rule != validate.Refused {
		t.Errorf("asked again at once: %v", err)
	}
	h.now = h.now.Add(31 * 24 * time.Hour)
	h.asks(h.asker, ours)
}

// Where an organisation has no coordinator, administrators are asked.
func TestAdministratorsAnswerWhereNobodyCoordinates(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	first := h.asks(h.asker, ours)
	id := h.asks(h.asker, theirs) // another: the first is taken back
	if to := h.letters("Jäsenyyspyyntö:"); len(to) != 2 || to[1] != h.admin.Email {
		t.Errorf("the requests are told to %v", to)
	}
	if _, err := h.Answer(t.Context(), h.coordinator, first, membership.Answer{Yes: true}); !errors.Is(err, fault.Conflict) {
		t.Errorf("what was taken back is approved: %v", err)
	}
	if all, err := h.Waiting(t.Context(), h.admin); err != nil || len(all) != 1 || all[0].ID != id {
		t.Errorf("the administrators see %+v, %v", all, err)
	}
	if _, err := h.Answer(t.Context(), h.admin, id, membership.Answer{Yes: true}); err != nil || h.fresh(h.asker).OrganizationID != int64(theirs) {
		t.Errorf("%+v, %v", h.fresh(h.asker), err)
	}
}

// Nobody else learns of a request, answers it or ends a membership.
func TestOthersAnswerNothing(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	id := h.asks(h.asker, ours)
	mate := h.at(accounttest.New(t, h.db), ours)
	for name, who := range map[string]account.Account{
		"a visitor": {}, "the asker": h.asker, "a member": mate, "a coordinator of another": h.at(accounttest.New(t, h.db, account.Coordinator), theirs),
		"a coordinator of none": accounttest.New(t, h.db, account.Coordinator), "a moderator": h.at(accounttest.New(t, h.db, account.Moderator), ours),
	} {
		if _, err := h.Find(t.Context(), who, id); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s finds the request: %v", name, err)
		}
		if _, err := h.Answer(t.Context(), who, id, membership.Answer{Yes: true}); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s answers: %v", name, err)
		}
		if _, err := h.WaitingFor(t.Context(), who, ours); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s lists who waits: %v", name, err)
		}
		if _, err := h.Members(t.Context(), who, ours); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s lists the members: %v", name, err)
		}
		if _, err := h.End(t.Context(), who, mate.ID); !errors.Is(err, fault.NotFound) && who.ID != mate.ID {
			t.Errorf("%s ends a membership: %v", name, err)
		}
	}
	if a := h.fresh(h.asker); a.OrganizationID != 0 {
		t.Errorf("%+v", a)
	}
}

// A coordinator ends memberships, but not those of coordinators; whoever is
// out asks anew.
func TestMembershipsEnd(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	mate, peer := h.at(accounttest.New(t, h.db), ours), h.at(accounttest.New(t, h.db, account.Coordinator), ours)
	if members, err := h.Members(t.Context(), h.coordinator, ours); err != nil || len(members) != 3 {
		t.Fatalf("%d members, %v", len(members), err)
	}
	for _, who := range []account.Account{peer, h.coordinator} {
		for _, by := range []account.Account{h.coordinator, h.admin, who} {
			if _, err := h.End(t.Context(), by, who.ID); !errors.Is(err, fault.NotFound) {
				t.Errorf("the membership of a coordinator ends: %v", err)
			}
		}
	}
	_, err := h.End(t.Context(), h.coordinator, mate.ID)
	h.must(err)
	stranger, other := accounttest.New(t, h.db), h.at(accounttest.New(t, h.db, account.Coordinator), theirs)
	for _, by := range []account.Account{h.coordinator, h.admin, h.fresh(mate)} { // the second press
		if was, err := h.End(t.Context(), by, mate.ID); !errors.Is(err, membership.Over) || was.OrganizationID != int64(ours) {
			t.Errorf("%v ends it again: %v of %d", by.Roles, err, was.OrganizationID)
		}
	}
	for _, by := range []account.Account{stranger, other} {
		if _, err := h.End(t.Context(), by, mate.ID); !errors.Is(err, fault.NotFound) {
			t.Errorf("another learns that it has ended: %v", err)
		}
	}
	if _, err := h.End(t.Context(), h.coordinator, stranger.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("of who never belonged: %v", err)
	}
	if to := h.letters("päättynyt"); len(to) != 1 || to[0] != mate.Email || h.fresh(mate).OrganizationID != 0 || h.logged("organization") != 1 {
		t.Errorf("told to %v, %+v", to, h.fresh(mate))
	}
	id := h.asks(h.fresh(mate), ours)
	_, err = h.Answer(t.Context(), h.coordinator, id, membership.Answer{Yes: true})
	h.must(err)
	_, err = h.End(t.Context(), h.fresh(mate), mate.ID) // they leave
	h.must(err)
	if to := h.letters("päättynyt"); len(to) != 1 {
		t.Errorf("whoever leaves is written to: %v", to)
	}
}

// Of many answers at the same time one counts, and one mail tells it.
func TestAnswersRace(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	id := h.asks(h.asker, ours)
	var wg sync.WaitGroup
	ctx := context.WithoutCancel(t.Context())
	for n := range 12 {
		wg.Go(func() {
			_, err := h.Answer(ctx, h.coordinator, id, membership.Answer{Yes: n%2 == 0, Reason: "Ei."})
			if err != nil && !errors.Is(err, fault.Conflict) {
				t.Errorf("answer %d: %v", n, err)
			}
		})
	}
	wg.Wait()
	told := len(h.letters("Olet nyt jäsen")) + len(h.letters("ei hyväksytty"))
	if member := h.fresh(h.asker).OrganizationID != 0; told != 1 || member != (len(h.letters("Olet nyt jäsen")) == 1) {
		t.Errorf("%d mails, member %t", told, member)
	}
}

// What cannot be asked for is told at its field, or refused.
func TestWhatCannotBeAsked(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	var problems validate.Problems
	for rule, o := range map[validate.Rule]organization.ID{validate.NoSuchOrganization: 999_999, validate.Member: ours} {
		if err := h.Ask(t.Context(), h.at(h.asker, ours), o); !errors.As(err, &problems) || problems[0].Rule != rule {
			t.Errorf("asked for %v: %v, want %s", o, err, rule)
		}
	}
	if err := h.Ask(t.Context(), h.coordinator, theirs); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a coordinator moves: %v", err)
	}
	if err := h.Ask(t.Context(), account.Account{}, ours); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a visitor asks: %v", err)
	}
	other := accounttest.New(t, h.db)
	for n := range 5 {
		h.must(h.Ask(t.Context(), other, organization.ID(10+n)))
	}
	if err := h.Ask(t.Context(), other, 20); !errors.Is(err, fault.TooMany) {
		t.Errorf("a sixth on one day: %v", err)
	}
	h.must(h.Cancel(t.Context(), other))
	if _, ok, err := h.Last(t.Context(), other); ok || err != nil {
		t.Errorf("what was taken back is shown, %v", err)
	}
}

// A request ends by itself when the organisation has taken the person in, and
// is not offered of whose account is closed.
func TestRequestsEndByThemselves(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	id := h.asks(h.asker, ours)
	h.must(h.Accounts.SetOrganization(t.Context(), h.admin, h.asker.ID, int64(ours)))
	if all, err := h.Waiting(t.Context(), h.coordinator); err != nil || len(all) != 0 {
		t.Errorf("a member waits: %+v, %v", all, err)
	}
	if _, ok, err := h.Last(t.Context(), h.fresh(h.asker)); ok || err != nil {
		t.Errorf("a member sees a request: %v", err)
	}
	if _, err := h.Answer(t.Context(), h.coordinator, id, membership.Answer{Reason: "Ei."}); !errors.Is(err, fault.Conflict) {
		t.Errorf("a member is refused: %v", err)
	}
	closed := accounttest.New(t, h.db)
	id = h.asks(closed, ours)
	h.must(h.Accounts.Disable(t.Context(), h.admin, closed.ID))
	if all, err := h.Waiting(t.Context(), h.coordinator); err != nil || len(all) != 0 {
		t.Errorf("a closed account waits: %+v, %v", all, err)
	}
	if _, err := h.Answer(t.Context(), h.coordinator, id, membership.Answer{Yes: true}); !errors.Is(err, fault.Conflict) {
		t.Errorf("a closed account is approved: %v", err)
	}
	if subject := strings.Join(h.letters("Olet nyt jäsen"), ""); subject != "" {
		t.Error(subject)
	}
}
