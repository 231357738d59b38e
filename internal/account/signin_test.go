package account_test

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

var linkIn = regexp.MustCompile(`https://tori\.example(?:/sv|/en)?/kirjaudu/linkki/([A-Z0-9]+)`)

// request asks for a link and is its token, "" if the mail holds none.
func (d *desk) request(email, next string, lang i18n.Lang) string {
	d.t.Helper()
	before := len(d.mails())
	if err := d.RequestLink(d.t.Context(), email, next, lang); err != nil {
		d.t.Fatal(err)
	}
	mails := d.mails()
	if len(mails) == before {
		return ""
	}
	if m := linkIn.FindStringSubmatch(mails[0].Body); m != nil {
		return m[1]
	}
	return ""
}

func TestLinkMakesAMember(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	token := d.request("Uusi@Kunta.example", "/ilmoita-teko", i18n.SV)
	if m := d.mails()[0]; m.Recipient != "uusi@kunta.example" || !strings.Contains(m.Body, "https://tori.example/sv/kirjaudu/linkki/") || !strings.Contains(m.Subject, "inloggning") {
		t.Errorf("mail %+v", m)
	}
	for range 2 { // as a mail scanner does
		link, err := d.PeekLink(t.Context(), token)
		if err != nil || link != (account.Link{Email: "uusi@kunta.example", Next: "/ilmoita-teko"}) {
			t.Fatalf("peek %+v, %v", link, err)
		}
	}
	a, next, err := d.UseLink(i18n.With(t.Context(), i18n.SV), token)
	if err != nil || a.Email != "uusi@kunta.example" || a.Language != "sv" || !a.SignedIn() || len(a.Roles) != 0 || next != "/ilmoita-teko" {
		t.Fatalf("signed in as %+v to %s, %v", a, next, err)
	}
	confirmed, err := postgres.Value[bool](t.Context(), d.db, "SELECT confirmed_at IS NOT NULL FROM account WHERE id = $1", a.ID)
	if err != nil || !confirmed {
		t.Errorf("address confirmed %t, %v", confirmed, err)
	}
	if _, _, err := d.UseLink(t.Context(), token); !errors.Is(err, fault.NotFound) {
		t.Errorf("used again: %v", err)
	}
	if again, _, err := d.UseLink(t.Context(), d.request("uusi@kunta.example", "", i18n.FI)); err != nil || again.ID != a.ID {
		t.Errorf("the next link signs in %+v, %v", again, err)
	}
}

func TestLinkIsUsedOnceByMany(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	token := d.request("a@kunta.example", "", i18n.FI)
	var used atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			switch _, _, err := d.UseLink(t.Context(), token); {
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

func TestLinksThatDoNotWork(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, member := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db)
	if token := d.request(admin.Email, "", i18n.FI); token != "" || len(d.mails()) != 1 || !strings.Contains(d.mails()[0].Subject, "salasanalla") {
		t.Error("staff got a link, or no word of their password")
	}
	promoted := d.request(member.Email, "", i18n.FI)
	if err := d.GrantRoles(t.Context(), member.ID, []account.Role{account.Editor}); err != nil {
		t.Fatal(err)
	}
	other := accounttest.New(t, d.db)
	passworded := d.request(other.Email, "", i18n.FI)
	if err := d.SetPassword(t.Context(), other.ID, "kaksitoista merkkiä"); err != nil {
		t.Fatal(err)
	}
	late := d.request("myohassa@kunta.example", "", i18n.FI)
	d.at = d.at.Add(10 * time.Minute)
	for why, token := range map[string]string{"became staff": promoted, "new password": passworded, "too late": late, "made up": "ABC", "empty": ""} {
		if _, err := d.PeekLink(t.Context(), token); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: peek %v", why, err)
		}
		if _, _, err := d.UseLink(t.Context(), token); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: use %v", why, err)
		}
	}
	if err := d.Disable(t.Context(), admin, other.ID); err != nil {
		t.Fatal(err)
	}
	if token := d.request(other.Email, "", i18n.EN); token != "" || !strings.Contains(d.mails()[0].Subject, "closed") {
		t.Error("a closed account got a link, or no word of it")
	}
}

func TestFiveLinksAnHour(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	staff := accounttest.New(t, d.db, account.Team)
	for _, email := range []string{"a@kunta.example", staff.Email} {
		before := len(d.mails())
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if err := d.RequestLink(t.Context(), email, "", i18n.FI); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if n := len(d.mails()) - before; n != 5 {
			t.Errorf("%s: %d mails, want 5", email, n)
		}
	}
	d.at = d.at.Add(time.Hour)
	if d.request("a@kunta.example", "", i18n.FI) == "" {
		t.Error("no link after an hour")
	}
	var problems validate.Problems
	if err := d.RequestLink(t.Context(), "ei osoite", "", i18n.FI); !errors.As(err, &problems) {
		t.Errorf("no address: %v", err)
	}
}

const password = "hyvä pitkä salasana"

func TestPassword(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a, bare, admin := accounttest.New(t, d.db, account.Moderator), accounttest.New(t, d.db), accounttest.New(t, d.db, account.Admin)
	d.session(a.ID)
	if err := d.SetPassword(t.Context(), a.ID, password); err != nil {
		t.Fatal(err)
	}
	if d.sessions(a.ID) != 0 {
		t.Error("a new password left the sessions")
	}
	if got, err := d.SignIn(t.Context(), " "+strings.ToUpper(a.Email), password, "192.0.2.1"); err != nil || got.ID != a.ID {
		t.Errorf("signed in %+v, %v", got, err)
	}
	for _, test := range [][2]string{
		{a.Email, password + "!"},
		{a.Email, ""},
		{bare.Email, password},
		{"ei@kunta.example", password},
		{"ei osoite", password},
		{a.Email, strings.Repeat("x", 10000)},
		{bare.Email, "x-dummy-9f3"},
		{"ei@kunta.example", "x-dummy-9f3"},
	} {
		if got, err := d.SignIn(t.Context(), test[0], test[1], "192.0.2.1"); !errors.Is(err, account.Refused) || got.ID != 0 {
			t.Errorf("%.30v: %+v, %v, want refused", test, got, err)
		}
	}
	if err := d.Disable(t.Context(), admin, a.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, password, "192.0.2.1"); !errors.Is(err, account.Refused) {
		t.Errorf("a closed account signs in: %v", err)
	}
	for _, bad := range []string{"", "lyhyt", strings.Repeat("ä", 129), strings.ToUpper(bare.Email)} {
		var problems validate.Problems
		if err := d.SetPassword(t.Context(), bare.ID, bad); !errors.As(err, &problems) {
			t.Errorf("password %.20q: %v, want a problem", bad, err)
		}
	}
	if err := d.SetPassword(t.Context(), bare.ID, strings.Repeat("ä", 128)); err != nil {
		t.Error(err)
	}
}

// Guessing stops for addresses with and without an account alike, also when
// all guesses come at once; then even the right password has to wait.
func TestGuessing(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := accounttest.New(t, d.db)
	if err := d.SetPassword(t.Context(), a.ID, password); err != nil {
		t.Fatal(err)
	}
	for _, email := range []string{a.Email, "ei@kunta.example"} {
		var refused, tooMany atomic.Int32
		var all sync.WaitGroup
		for range 14 {
			all.Go(func() {
				_, err := d.SignIn(context.WithoutCancel(t.Context()), email, "arvaus", "192.0.2.1")
				switch {
				case errors.Is(err, account.Refused):
					refused.Add(1)
				case errors.Is(err, fault.TooMany):
					tooMany.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if refused.Load() < 10 || refused.Load() > 11 || tooMany.Load() < 3 { // two at a time are looked at
			t.Errorf("%s: %d refused, %d too many, want 10 and 4", email, refused.Load(), tooMany.Load())
		}
	}
	if _, err := d.SignIn(t.Context(), a.Email, password, "192.0.2.1"); !errors.Is(err, fault.TooMany) {
		t.Errorf("the right password at once: %v", err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, password, "198.51.100.7"); err != nil {
		t.Errorf("the right password from elsewhere: %v", err)
	}
	if _, err := d.SignIn(t.Context(), a.Email, password, "192.0.2.1"); !errors.Is(err, fault.TooMany) {
		t.Errorf("the guesser, after the owner has signed in: %v", err)
	}
	d.at = d.at.Add(15 * time.Minute)
	for range 12 { // signing in rightly is no failure
		if _, err := d.SignIn(t.Context(), a.Email, password, "192.0.2.1"); err != nil {
			t.Errorf("after a while: %v", err)
		}
	}
}

// One network guesses for many addresses, and many networks for one: both come
// to an end, and others sign in all the while.
func TestGuessingWidely(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := accounttest.New(t, d.db)
	if err := d.SetPassword(t.Context(), a.ID, password); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, email, client string // as SQL, of the guess n
		guesses             int
		want                error
	}{
		{"one network, 49 addresses", "'a' || n || '@kunta.example'", "'192.0.2.1'", 49, account.Refused},
		{"one network, 50 addresses", "'a' || n || '@kunta.example'", "'192.0.2.1'", 50, fault.TooMany},
		{"one address, 199 networks", "'aino@kunta.example'", "'2001:db8:' || n", 199, account.Refused},
		{"one address, 200 networks", "'aino@kunta.example'", "'2001:db8:' || n", 200, fault.TooMany},
	} {
		for _, sql := range []string{
			"DELETE FROM sign_in_failure",
			"INSERT INTO sign_in_failure (email, client, failed_at) SELECT " + test.email + ", sha256(convert_to(" + test.client + ", 'UTF8')), now() FROM generate_series(1, " + strconv.Itoa(test.guesses) + ") n",
		} {
			if err := postgres.Exec(t.Context(), d.db, sql); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := d.SignIn(t.Context(), "aino@kunta.example", "arvaus", "192.0.2.1"); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
		if _, err := d.SignIn(t.Context(), a.Email, password, "198.51.100.7"); err != nil {
			t.Errorf("%s, somebody else: %v", test.name, err)
		}
	}
}
