package account_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

var passwordLinkIn = regexp.MustCompile(`/kirjaudu/salasana/([A-Z0-9]+)`)

// asked asks for a password link and is its token, "" for none.
func (d *desk) asked(email string) string {
	d.t.Helper()
	if err := d.RequestPasswordLink(d.t.Context(), email, i18n.FI); err != nil {
		d.t.Fatal(err)
	}
	return d.tokenTo(email, passwordLinkIn)
}

func TestForgottenPassword(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := accounttest.New(t, d.db)
	signIn := d.request(a.Email, "", i18n.FI)
	token := d.asked(strings.ToUpper(a.Email[:1]) + a.Email[1:])
	if token == "" {
		token = d.tokenTo(a.Email, passwordLinkIn)
	}
	if _, err := d.UsePasswordLink(t.Context(), token, "lyhyt"); err == nil {
		t.Fatal("a short password does")
	}
	if _, err := d.db.Exec(t.Context(), "INSERT INTO session (token_hash, account_id, data, created_at, expires_at) VALUES ('x', $1, '', now(), now() + interval '1 day')", a.ID); err != nil {
		t.Fatal(err)
	}
	got, err := d.UsePasswordLink(t.Context(), token, goodPassword)
	if err != nil || got.ID != a.ID {
		t.Fatalf("changed for %v, %v", got.ID, err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, goodPassword, "here"); err != nil {
		t.Error(err)
	}
	if n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*)::int FROM session WHERE account_id = $1", a.ID); err != nil || n != 0 {
		t.Errorf("%d sessions live on, %v", n, err)
	}
	if _, err := d.UsePasswordLink(t.Context(), token, goodPassword); !errors.Is(err, fault.NotFound) {
		t.Errorf("used again: %v", err)
	}
	if _, _, err := d.UseLink(t.Context(), signIn); !errors.Is(err, fault.NotFound) {
		t.Errorf("a link from before signs in: %v", err)
	}
	if m := d.mails()[0]; m.Recipient != a.Email || !strings.Contains(m.Subject, "vaihtui") {
		t.Errorf("no word of the change: %+v", m)
	}
}

// Links that are not given, and links that do not work.
func TestPasswordLinksThatDoNotWork(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, editor, closed, member := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db, account.Editor), accounttest.New(t, d.db), accounttest.New(t, d.db)
	if err := d.Disable(t.Context(), admin, closed.ID); err != nil {
		t.Fatal(err)
	}
	for _, email := range []string{editor.Email, closed.Email, "eikukaan@kunta.example"} {
		if token := d.asked(email); token != "" || d.mails()[0].Recipient != email {
			t.Errorf("%s got a link, or no letter", email)
		}
	}
	signIn, mine := d.request(member.Email, "", i18n.FI), d.asked(member.Email)
	if _, _, err := d.UseLink(t.Context(), mine); !errors.Is(err, fault.NotFound) {
		t.Errorf("a password link signs in: %v", err)
	}
	if _, err := d.UsePasswordLink(t.Context(), signIn, goodPassword); !errors.Is(err, fault.NotFound) {
		t.Errorf("a sign-in link changes a password: %v", err)
	}
	if err := d.GrantRoles(t.Context(), member.ID, []account.Role{account.Editor}); err != nil {
		t.Fatal(err)
	}
	late := d.asked(accounttest.New(t, d.db).Email)
	d.at = d.at.Add(30 * time.Minute)
	for why, token := range map[string]string{"became staff": mine, "too late": late, "made up": "ABC"} {
		if _, err := d.UsePasswordLink(t.Context(), token, goodPassword); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", why, err)
		}
	}
}

func TestAdministratorSendsAPasswordLink(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, editor := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db, account.Editor)
	for _, by := range []account.Account{{}, editor, accounttest.New(t, d.db, account.Moderator)} {
		if err := d.SendPasswordLink(t.Context(), by, editor.ID); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%v sends: %v", by.Roles, err)
		}
	}
	if err := d.SendPasswordLink(t.Context(), admin, editor.ID); err != nil {
		t.Fatal(err)
	}
	d.at = d.at.Add(23 * time.Hour)
	if a, err := d.UsePasswordLink(t.Context(), d.tokenTo(editor.Email, passwordLinkIn), goodPassword); err != nil || a.ID != editor.ID {
		t.Errorf("changed for %v, %v", a.ID, err)
	}
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := accounttest.New(t, d.db, account.Editor)
	if err := d.SetPassword(t.Context(), a.ID, goodPassword); err != nil {
		t.Fatal(err)
	}
	change := account.PasswordChange{Old: "väärä salasana", New: "uusi pitkä salasana", Client: "here", Here: "0011223344556677"}
	for range 10 {
		if err := d.ChangePassword(t.Context(), a, change); !errors.Is(err, account.Refused) {
			t.Fatal(err)
		}
	}
	change.Old = goodPassword
	if err := d.ChangePassword(t.Context(), a, change); !errors.Is(err, fault.TooMany) {
		t.Errorf("after ten guesses: %v", err)
	}
	d.at = d.at.Add(time.Hour)
	if err := d.ChangePassword(t.Context(), a, change); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, change.New, "there"); err != nil {
		t.Error(err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, goodPassword, "there"); !errors.Is(err, account.Refused) {
		t.Errorf("the old password: %v", err)
	}
}
