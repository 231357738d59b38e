package account_test

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/validate"
)

// desk is the accounts of a test, with a clock that it sets.
type desk struct {
	*account.Service
	t   *testing.T
	db  *postgres.DB
	out *mail.Outbox
	at  time.Time
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, db: pgtest.New(t), at: time.Now().UTC().Truncate(time.Second)}
	now := func() time.Time { return d.at }
	d.out = accounttest.Outbox(t, d.db, now)
	d.Service = account.New(d.db, d.out, now)
	return d
}

func (d *desk) mails() []mail.Stored {
	d.t.Helper()
	mails, err := d.out.Recent(d.t.Context(), 50)
	if err != nil {
		d.t.Fatal(err)
	}
	return mails
}

func TestCreateFindEnsure(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	made, err := d.Create(t.Context(), account.Account{Email: " Aino@Kunta.example ", Name: "Aino", Roles: []account.Role{account.Coach}})
	if err != nil {
		t.Fatal(err)
	}
	want := account.Account{ID: made.ID, Email: "aino@kunta.example", Name: "Aino", Language: "fi", Roles: []account.Role{account.Coach}}
	if diff := cmp.Diff(want, made); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := d.Create(t.Context(), account.Account{Email: "AINO@kunta.example"}); !errors.Is(err, fault.Conflict) {
		t.Errorf("the same address again: %v, want a conflict", err)
	}
	found, err := d.FindByEmail(t.Context(), "Aino@kunta.example")
	if err != nil || found.ID != made.ID {
		t.Errorf("found %v, %v", found, err)
	}
	err = d.db.Tx(t.Context(), func(tx pgx.Tx) error {
		again, err := d.EnsureTx(t.Context(), tx, account.Account{Email: "aino@kunta.example", Name: "Other"})
		if again.ID != made.ID || again.Name != "Aino" {
			t.Errorf("ensured %+v", again)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	for _, email := range []string{"", "aino", "ain\u00f6@kunta.example", "a@b", "a b@c.example"} {
		var problems validate.Problems
		if _, err := d.Create(t.Context(), account.Account{Email: email}); !errors.As(err, &problems) {
			t.Errorf("address %q: %v, want a problem", email, err)
		}
	}
}

func TestProfile(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := accounttest.New(t, d.db)
	want := account.Profile{Name: "Aino Aalto", Title: "kokki", Phone: "040 123", Language: i18n.SV}
	given := want
	given.Name = " Aino\n Aalto "
	got, err := d.SetProfile(t.Context(), a, given)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.Profile()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var problems validate.Problems
	_, err = d.SetProfile(t.Context(), a, account.Profile{Title: strings.Repeat("x", 121), Language: "de"})
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	wantProblems := validate.Problems{{Field: "name", Rule: validate.Required}, {Field: "title", Rule: validate.TooLong, Limit: 120}, {Field: "language", Rule: validate.Unknown}}
	if diff := cmp.Diff(wantProblems, problems); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := d.SetProfile(t.Context(), account.Account{}, want); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a visitor's profile: %v", err)
	}
}

// The organisation of a coordinator decides whose acts they see.
func TestCoordinatorsDoNotChooseTheirOrganization(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	org, err := postgres.Value[int64](t.Context(), d.db, `
		INSERT INTO organization (slug, type, name_fi, name_sv, name_en)
		VALUES ('liminka', 'municipality', 'Limingan kunta', 'Limingo', 'Liminka') RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	member, coordinator, admin := accounttest.New(t, d.db), accounttest.New(t, d.db, account.Coordinator), accounttest.New(t, d.db, account.Admin)
	for _, test := range []struct {
		by, of account.Account
		to     int64
		want   error
	}{
		{member, member, org, fault.Forbidden}, // a coordinator says so
		{admin, member, org, nil},
		{coordinator, coordinator, org, fault.Forbidden},
		{coordinator, member, 0, fault.Forbidden},
		{member, coordinator, 0, fault.Forbidden},
		{member, member, 0, nil},
		{admin, coordinator, org, nil},
		{coordinator, coordinator, 0, fault.Forbidden},
		{account.Account{}, member, org, fault.Forbidden},
	} {
		if err := d.SetOrganization(t.Context(), test.by, test.of.ID, test.to); !errors.Is(err, test.want) {
			t.Errorf("%v sets that of %v: %v, want %v", test.by.Roles, test.of.Roles, err, test.want)
		}
	}
	if a, err := d.Find(t.Context(), coordinator.ID); err != nil || !a.Coordinates(org) {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestRolesAndDisabling(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	var log []string
	d.Recording(func(_ context.Context, _ postgres.Querier, _ account.Account, action, _, _ string) error {
		log = append(log, action)
		return nil
	})
	member, admin := accounttest.New(t, d.db), accounttest.New(t, d.db, account.Admin)
	for _, by := range []account.Account{member, {}, accounttest.New(t, d.db, account.Moderator, account.Team)} {
		if err := d.SetRoles(t.Context(), by, member.ID, []account.Role{account.Admin}); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%v gives roles: %v", by.Roles, err)
		}
		if err := d.Disable(t.Context(), by, admin.ID); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%v closes an account: %v", by.Roles, err)
		}
	}
	if err := d.SetRoles(t.Context(), admin, admin.ID, nil); !errors.Is(err, fault.Forbidden) {
		t.Errorf("own roles: %v", err)
	}
	if err := d.SetRoles(t.Context(), admin, member.ID, []account.Role{"king"}); err == nil {
		t.Error("an unknown role is given")
	}
	d.session(member.ID)
	if err := d.SetRoles(t.Context(), admin, member.ID, []account.Role{account.Moderator, account.Moderator}); err != nil {
		t.Fatal(err)
	}
	if n := d.sessions(member.ID); n != 0 {
		t.Errorf("%d sessions by link became staff's", n)
	}
	d.session(member.ID)
	if err := d.Disable(t.Context(), admin, member.ID); err != nil {
		t.Fatal(err)
	}
	a, err := d.Find(t.Context(), member.ID)
	if err != nil || a.SignedIn() || a.Moderates() || d.sessions(member.ID) != 0 {
		t.Errorf("disabled: %+v, %v", a, err)
	}
	if err := d.Enable(t.Context(), admin, member.ID); err != nil {
		t.Fatal(err)
	}
	if a, err := d.Find(t.Context(), member.ID); err != nil || !a.Moderates() {
		t.Errorf("enabled: %+v, %v", a, err)
	}
	if diff := cmp.Diff([]string{"roles moderator", "disable", "enable"}, log); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
}

func (d *desk) session(id account.ID) {
	d.t.Helper()
	err := postgres.Exec(d.t.Context(), d.db, `
		INSERT INTO session (token_hash, account_id, data, created_at, expires_at)
		VALUES (gen_random_uuid()::text::bytea, $1, '', now(), now() + interval '1 day')`, id)
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) sessions(id account.ID) int {
	d.t.Helper()
	n, err := postgres.Value[int](d.t.Context(), d.db, "SELECT count(*) FROM session WHERE account_id = $1", id)
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

func TestStash(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	want := account.Stashed{Path: "/ilmoita-teko/3", Form: url.Values{"title": {"Kävelykokoukset"}, "sectors": {"a", "b"}}}
	stash := func() string {
		token, err := d.Stash(t.Context(), want.Path, want.Form)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	token, late := stash(), stash()
	for _, read := range []func(context.Context, string) (account.Stashed, error){d.ReadStash, d.ReadStash, d.TakeStash} {
		got, err := read(t.Context(), token)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	if _, err := d.TakeStash(t.Context(), token); !errors.Is(err, fault.NotFound) {
		t.Errorf("taken twice: %v", err)
	}
	d.at = d.at.Add(25 * time.Hour)
	if _, err := d.ReadStash(t.Context(), late); !errors.Is(err, fault.NotFound) {
		t.Errorf("after a day: %v", err)
	}
	if _, err := d.Stash(t.Context(), "/x", url.Values{"a": {strings.Repeat("x", 1<<20)}}); !errors.Is(err, fault.TooLarge) {
		t.Errorf("a huge form: %v", err)
	}
	if err := postgres.Exec(t.Context(), d.db, `
		INSERT INTO stashed_form (token_hash, path, form, created_at, expires_at)
		SELECT sha256(n::text::bytea), '/x', '{}', $1, $1 FROM generate_series(1, 2000) AS n`, d.at); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Stash(t.Context(), want.Path, want.Form); !errors.Is(err, fault.TooMany) {
		t.Errorf("a form when there is no more room: %v", err)
	}
	if err := d.Sweep(t.Context()); err != nil {
		t.Error(err)
	}
	if n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*) FROM stashed_form"); err != nil || n != 0 {
		t.Errorf("the sweep left %d, %v", n, err)
	}
}

// Single sign-on makes members of people who have none, and does not bring
// back a membership that was ended.
func TestArrivingBringsNoEndedMembershipBack(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	org, err := postgres.Value[int64](t.Context(), d.db, `
		INSERT INTO organization (slug, type, name_fi, name_sv, name_en)
		VALUES ('liminka', 'municipality', 'Limingan kunta', 'Limingo', 'Liminka') RETURNING id`)
	if err != nil {
		t.Fatal(err)
	}
	arrive := func() (a account.Account) {
		t.Helper()
		err := d.db.Tx(t.Context(), func(tx pgx.Tx) (err error) {
			a, err = d.ArriveTx(t.Context(), tx, account.Arrival{Email: "tulija@kunta.example", OrganizationID: org})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := arrive()
	if a.OrganizationID != org {
		t.Fatalf("who arrives is no member: %+v", a)
	}
	admin := accounttest.New(t, d.db, account.Admin)
	for _, to := range []int64{0, org, 0} {
		if err := d.SetOrganization(t.Context(), admin, a.ID, to); err != nil {
			t.Fatal(err)
		}
		if got := arrive().OrganizationID; got != to {
			t.Errorf("arrived after being moved to %d, and is at %d", to, got)
		}
	}
}
