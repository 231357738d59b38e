package account_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

var invitationIn = regexp.MustCompile(`/kirjaudu/kutsu/([A-Z0-9]+)`)

func key(n int) string { return fmt.Sprintf("%032x", n) }

// tokenTo is the token of the newest mail to an address, "" for none.
func (d *desk) tokenTo(email string, in *regexp.Regexp) string {
	d.t.Helper()
	for _, m := range d.mails() {
		if m.Recipient == email {
			if found := in.FindStringSubmatch(m.Body); found != nil {
				return found[1]
			}
			return ""
		}
	}
	return ""
}

// invited sends an invitation and is its token.
func (d *desk) invited(by account.Account, n int, v account.Invitation) string {
	d.t.Helper()
	v.Language = i18n.FI
	if err := d.Invite(d.t.Context(), by, key(n), v); err != nil {
		d.t.Fatal(err)
	}
	return d.tokenTo(v.Email, invitationIn)
}

// inOrganization puts somebody into one.
func (d *desk) inOrganization(a account.Account, organization int64) account.Account {
	d.t.Helper()
	if _, err := d.db.Exec(d.t.Context(), "UPDATE account SET organization_id = $2 WHERE id = $1", a.ID, organization); err != nil {
		d.t.Fatal(err)
	}
	a.OrganizationID = organization
	return a
}

// organizations makes some, and is their numbers.
func (d *desk) organizations(n int) []int64 {
	d.t.Helper()
	ids, err := postgres.Values[int64](d.t.Context(), d.db, `
		INSERT INTO organization (slug, type, name_fi, name_sv, name_en)
		SELECT 'o' || i, 'other', 'O' || i, 'O' || i, 'O' || i FROM generate_series(1, $1::int) i RETURNING id`, n)
	if err != nil {
		d.t.Fatal(err)
	}
	return ids
}

const goodPassword = "kaksitoista merkkiä"

func TestInvitedStaffChoosesAPassword(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.Recording(audit.Record)
	admin, org := accounttest.New(t, d.db, account.Admin), d.organizations(1)[0]
	v := account.Invitation{Email: "uusi@kunta.example", Roles: []account.Role{account.Moderator}, OrganizationID: org}
	token := d.invited(admin, 1, v)
	o, err := d.PeekInvitation(t.Context(), token)
	if err != nil || !o.NeedsPassword || o.Inviter.ID != admin.ID || o.OrganizationID != org {
		t.Fatalf("opened %+v, %v", o, err)
	}
	var problems validate.Problems
	if _, _, err = d.AcceptInvitation(t.Context(), token, account.Acceptance{Password: "lyhyt"}); !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("no name and a short password: %v", err)
	}
	a, enter, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{Name: " Uusi  Uutinen ", Password: goodPassword})
	if err != nil || !enter || !a.Moderates() || a.OrganizationID != org || a.Name != "Uusi Uutinen" {
		t.Fatalf("joined as %+v, enters %t, %v", a, enter, err)
	}
	if _, err := d.SignIn(t.Context(), v.Email, goodPassword, "here"); err != nil {
		t.Error(err)
	}
	if _, _, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{}); !errors.Is(err, fault.NotFound) {
		t.Errorf("accepted again: %v", err)
	}
	logged, err := postgres.Values[string](t.Context(), d.db, "SELECT action FROM audit_entry ORDER BY id")
	if err != nil || !slices.Equal(logged, []string{"invite", "accept invitation"}) {
		t.Errorf("the log says %q, %v", logged, err)
	}
}

// A mailbox is not enough to become staff with, nor to sign in as staff.
func TestInvitationIsNoWayRoundAPassword(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, staff := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db, account.Editor)
	if err := d.SetPassword(t.Context(), staff.ID, goodPassword); err != nil {
		t.Fatal(err)
	}
	token := d.invited(admin, 1, account.Invitation{Email: staff.Email, Roles: []account.Role{account.Moderator}})
	a, enter, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{Password: "aivan toinen salasana"})
	if err != nil || enter || !slices.Equal(a.Roles, []account.Role{account.Editor, account.Moderator}) {
		t.Errorf("joined as %+v, enters %t, %v", a, enter, err)
	}
	if _, err := d.SignIn(t.Context(), staff.Email, goodPassword, "here"); err != nil {
		t.Errorf("the old password: %v", err)
	}
	member := accounttest.New(t, d.db)
	token = d.invited(admin, 2, account.Invitation{Email: member.Email, Roles: []account.Role{account.Coach}})
	if a, enter, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{}); err != nil || !enter || a.ID != member.ID || a.Name != member.Name {
		t.Errorf("a coach: %+v, enters %t, %v", a, enter, err)
	}
}

func TestWhoMayInvite(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	org := d.organizations(2)
	coordinator := d.inOrganization(accounttest.New(t, d.db, account.Coordinator), org[0])
	admin := accounttest.New(t, d.db, account.Admin)
	for what, test := range map[string]struct {
		by   account.Account
		v    account.Invitation
		want error
	}{
		"a member":               {accounttest.New(t, d.db), account.Invitation{OrganizationID: org[0]}, fault.Forbidden},
		"a moderator":            {accounttest.New(t, d.db, account.Moderator), account.Invitation{}, fault.Forbidden},
		"to another's":           {coordinator, account.Invitation{OrganizationID: org[1]}, fault.Forbidden},
		"to none":                {coordinator, account.Invitation{}, fault.Forbidden},
		"with a role":            {coordinator, account.Invitation{OrganizationID: org[0], Roles: []account.Role{account.Coordinator}}, fault.Forbidden},
		"coordinator of nowhere": {admin, account.Invitation{Roles: []account.Role{account.Coordinator}}, validate.Problems{{Field: "organization", Rule: validate.Required}}},
		"a role that is none":    {admin, account.Invitation{Roles: []account.Role{"root"}}, validate.Problems{{Field: "roles", Rule: validate.Unknown}}},
		"to the own":             {coordinator, account.Invitation{OrganizationID: org[0]}, nil},
	} {
		test.v.Email, test.v.Language = "kutsuttu@kunta.example", i18n.SV
		err := d.Invite(t.Context(), test.by, key(len(what)), test.v)
		var got, want validate.Problems
		if errors.As(test.want, &want) {
			if !errors.As(err, &got) || got[0] != want[0] {
				t.Errorf("%s: %v, want %v", what, err, want)
			}
		} else if !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", what, err, test.want)
		}
	}
	if m := d.mails(); len(m) != 1 || !strings.Contains(m[0].Body, "/sv/kirjaudu/kutsu/") || !strings.Contains(m[0].Subject, "Inbjudan") {
		t.Errorf("mails %+v", m)
	}
	if err := d.Invite(t.Context(), coordinator, key(99), account.Invitation{Email: coordinator.Email, OrganizationID: org[0], Language: i18n.FI}); err == nil {
		t.Error("one invites oneself")
	}
}

// What ends an invitation besides its use.
func TestInvitationsThatStandNoMore(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	org := d.organizations(2)
	admin, other := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db, account.Admin)
	coordinator := d.inOrganization(accounttest.New(t, d.db, account.Coordinator), org[0])
	elsewhere := d.inOrganization(accounttest.New(t, d.db, account.Coordinator), org[1])
	to := func(who string) account.Invitation {
		return account.Invitation{Email: who + "@kunta.example", OrganizationID: org[0]}
	}
	dead := map[string]string{
		"the inviter lost the role": d.invited(coordinator, 1, to("a")), "replaced": d.invited(admin, 2, to("b")), "cancelled": d.invited(admin, 3, to("c")),
		"closed": d.invited(admin, 4, to("d")), "late": d.invited(admin, 5, to("e")), "made up": "ABC",
		"a coordinator of another": d.invited(d.inOrganization(accounttest.New(t, d.db, account.Coordinator), org[0]), 6, account.Invitation{Email: elsewhere.Email, OrganizationID: org[0]}),
	}
	if err := d.SetRoles(t.Context(), admin, coordinator.ID, nil); err != nil {
		t.Fatal(err)
	}
	renewed := d.invited(admin, 7, to("b"))
	open, err := d.Invitations(t.Context(), admin)
	if err != nil || len(open) != 6 {
		t.Fatalf("%d are open, %v", len(open), err)
	}
	for _, v := range open {
		if v.Email != "c@kunta.example" {
			continue
		}
		if err := d.CancelInvitation(t.Context(), d.inOrganization(elsewhere, org[1]), v.ID); !errors.Is(err, fault.NotFound) {
			t.Errorf("another's coordinator cancels: %v", err)
		}
		if err := d.CancelInvitation(t.Context(), other, v.ID); err != nil {
			t.Error(err)
		}
	}
	closed, err := d.Create(t.Context(), account.Account{Email: "d@kunta.example"})
	if err == nil {
		err = d.Disable(t.Context(), admin, closed.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.PeekInvitation(t.Context(), renewed); err != nil {
		t.Errorf("the renewed one: %v", err)
	}
	d.at = d.at.Add(14 * 24 * time.Hour)
	for why, token := range dead {
		if _, err := d.PeekInvitation(t.Context(), token); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: opened, %v", why, err)
		}
		if _, _, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{Name: "X"}); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: accepted, %v", why, err)
		}
	}
}

func TestInvitationIsUsedOnceByMany(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	token := d.invited(accounttest.New(t, d.db, account.Admin), 1, account.Invitation{Email: "a@kunta.example", Roles: []account.Role{account.Juror}})
	var used atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			switch _, _, err := d.AcceptInvitation(t.Context(), token, account.Acceptance{Name: "A"}); {
			case err == nil:
				used.Add(1)
			case !errors.Is(err, fault.NotFound):
				t.Error(err)
			}
		})
	}
	all.Wait()
	if used.Load() != 1 {
		t.Errorf("used %d times", used.Load())
	}
}

func TestInvitationsAreFew(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin := accounttest.New(t, d.db, account.Admin)
	v := account.Invitation{Email: "a@kunta.example", Language: i18n.FI}
	for n := range 5 {
		for range 2 { // the same form twice
			if err := d.Invite(t.Context(), admin, key(n), v); err != nil && n < 4 {
				t.Fatal(err)
			}
		}
	}
	if err := d.Invite(t.Context(), admin, key(6), v); !errors.Is(err, fault.TooMany) || len(d.mails()) != 5 {
		t.Errorf("a sixth to one address: %v, %d mails", err, len(d.mails()))
	}
	if open, err := d.Invitations(t.Context(), admin); err != nil || len(open) != 1 {
		t.Errorf("%d are open, %v", len(open), err)
	}
}
