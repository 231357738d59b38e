package account_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/session"
)

// phone is a moderator with an app, and a clock that the test moves.
type phone struct {
	t        *testing.T
	db       *postgres.DB
	accounts *account.Service
	by       account.Account
	at       time.Time
	secret   string
	recovery []string
}

func newPhone(t *testing.T) *phone {
	t.Helper()
	p := &phone{t: t, db: pgtest.New(t), at: time.Date(2026, 11, 26, 8, 0, 0, 0, time.UTC)}
	p.accounts = p.with(session.Key{1})
	p.by = accounttest.New(t, p.db, account.Moderator)
	return p
}

// with is the accounts of a portal with some session keys.
func (p *phone) with(keys ...session.Key) *account.Service {
	now := func() time.Time { return p.at }
	return account.New(p.db, accounttest.Outbox(p.t, p.db, now), now).Recording(audit.Record).Sealing(session.NewSealer(keys, "test"))
}

func (p *phone) code() string { return accounttest.CodeAt(p.t, p.secret, p.at) }

// enrol takes the app into use. The next code is that of another step.
func (p *phone) enrol() *phone {
	p.t.Helper()
	ctx := p.t.Context()
	if err := p.accounts.BeginFactor(ctx, p.by); err != nil {
		p.t.Fatal(err)
	}
	e, begun, err := p.accounts.Enrolment(ctx, p.by)
	if err != nil || !begun || !strings.Contains(e.URL, strings.ReplaceAll(e.Secret, " ", "")) {
		p.t.Fatalf("%+v, %t, %v", e, begun, err)
	}
	p.secret = e.Secret
	if p.recovery, err = p.accounts.ConfirmFactor(ctx, p.by, p.code(), ""); err != nil || len(p.recovery) != 10 {
		p.t.Fatalf("%d recovery codes, %v", len(p.recovery), err)
	}
	p.by.SecondFactor = true
	p.at = p.at.Add(time.Minute)
	return p
}

// enters gives a code at the door.
func (p *phone) enters(code string) error {
	p.t.Helper()
	token, err := p.accounts.BeginStep(p.t.Context(), p.by, "/moderointi")
	if err != nil {
		p.t.Fatal(err)
	}
	a, next, err := p.accounts.FinishStep(p.t.Context(), token, code)
	if err == nil && (a.ID != p.by.ID || next != "/moderointi" || !a.SecondFactor) {
		p.t.Errorf("%v goes on to %q", a, next)
	}
	return err
}

func TestCodesWorkOnceAndOnlyAroundTheirTime(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	for _, test := range []struct {
		what string
		off  time.Duration
		want error
	}{
		{"two steps early", 60 * time.Second, account.WrongCode},
		{"two steps late", -60 * time.Second, account.WrongCode},
		{"a step late", -30 * time.Second, nil},
		{"now", 0, nil},
		{"now again", 0, account.WrongCode},
		{"the one before", -30 * time.Second, account.WrongCode},
		{"a step early", 30 * time.Second, nil},
	} {
		if err := p.enters(accounttest.CodeAt(t, p.secret, p.at.Add(test.off))); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.what, err, test.want)
		}
	}
	p.at = p.at.Add(10 * time.Minute)
	spaced := p.code()
	if err := p.enters(" " + spaced[:3] + " " + spaced[3:]); err != nil {
		t.Errorf("with spaces: %v", err)
	}
}

// Of a hundred who give the same code at once one gets in.
func TestOneCodeLetsInOne(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	code, results := p.code(), make(chan error)
	const many = 8
	for range many {
		token, err := p.accounts.BeginStep(t.Context(), p.by, "")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			_, _, err := p.accounts.FinishStep(context.WithoutCancel(t.Context()), token, code)
			results <- err
		}()
	}
	in := 0
	for range many {
		if err := <-results; err == nil {
			in++
		} else if !errors.Is(err, account.WrongCode) {
			t.Error(err)
		}
	}
	if in != 1 {
		t.Errorf("%d got in with one code", in)
	}
}

func TestRecoveryCodes(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	typed := strings.ToLower(strings.ReplaceAll(p.recovery[0], "-", " "))
	for i, want := range []error{nil, account.WrongCode} {
		if err := p.enters(typed); !errors.Is(err, want) {
			t.Errorf("a recovery code for the time %d: %v, want %v", i+1, err, want)
		}
	}
	if n, err := p.accounts.CodesLeft(t.Context(), p.by); n != 9 || err != nil {
		t.Errorf("%d codes are left, %v", n, err)
	}
	fresh, err := p.accounts.RenewCodes(t.Context(), p.by, p.code())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.enters(p.recovery[1]); !errors.Is(err, account.WrongCode) {
		t.Errorf("a code from before: %v", err)
	}
	if err := p.enters(fresh[0]); err != nil {
		t.Errorf("a new code: %v", err)
	}
	for _, c := range append(p.recovery, fresh...) {
		if n, err := postgres.Value[int](t.Context(), p.db, "SELECT count(*) FROM recovery_code WHERE strpos(encode(code_hash, 'escape'), $1) > 0", c); n > 0 || err != nil {
			t.Fatalf("a recovery code is stored as it is, %v", err)
		}
	}
}

// Guessing ends after ten wrong codes, for the right one too, and for all who
// guess at the same account.
func TestGuessingCodesIsSlow(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	for i := range 10 {
		if err := p.enters([]string{"000000", "AAAA-BBBB-CCCC-DDDD", ""}[i%3]); !errors.Is(err, account.WrongCode) {
			t.Fatalf("wrong code %d: %v", i+1, err)
		}
	}
	if err := p.enters(p.code()); !errors.Is(err, fault.TooMany) {
		t.Errorf("the right code after ten wrong ones: %v", err)
	}
	if _, err := p.accounts.RenewCodes(t.Context(), p.by, p.code()); !errors.Is(err, fault.TooMany) {
		t.Errorf("guessing goes on behind the door: %v", err)
	}
	p.at = p.at.Add(16 * time.Minute)
	if err := p.enters(p.code()); err != nil {
		t.Errorf("a quarter of an hour later: %v", err)
	}
}

// The second step is for ten minutes, for once, and not after a new password.
func TestSecondStepEnds(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	for what, end := range map[string]func(token string){
		"ten minutes": func(string) { p.at = p.at.Add(11 * time.Minute) },
		"the first time": func(token string) {
			if _, _, err := p.accounts.FinishStep(t.Context(), token, p.code()); err != nil {
				t.Error(err)
			}
		},
		"a new password": func(string) {
			if err := p.accounts.SetPassword(t.Context(), p.by.ID, "hyvä pitkä salasana"); err != nil {
				t.Error(err)
			}
		},
	} {
		p.at = p.at.Add(time.Hour)
		token, err := p.accounts.BeginStep(t.Context(), p.by, "")
		if err != nil {
			t.Fatal(err)
		}
		end(token)
		p.at = p.at.Add(time.Minute)
		if _, _, err := p.accounts.FinishStep(t.Context(), token, p.code()); !errors.Is(err, fault.NotFound) {
			t.Errorf("after %s: %v", what, err)
		}
	}
}

// Whoever reads the database has no secret; keys are changed one at a time.
func TestSecretsAreSealed(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	p.accounts = p.with(session.Key{2}, session.Key{1})
	if err := p.enters(p.code()); err != nil {
		t.Fatalf("with a new key beside the old: %v", err)
	}
	p.at = p.at.Add(time.Minute)
	p.accounts = p.with(session.Key{2})
	if err := p.enters(p.code()); err != nil {
		t.Errorf("with the new key alone: %v", err)
	}
	p.at = p.at.Add(time.Minute)
	p.accounts = p.with(session.Key{3})
	if err := p.enters(p.code()); err == nil || errors.Is(err, account.WrongCode) {
		t.Errorf("with a strange key: %v", err)
	}
	if err := p.enters(p.recovery[0]); err != nil {
		t.Errorf("a recovery code needs no key: %v", err)
	}
	p.accounts = p.with(session.Key{2})
	other := accounttest.New(t, p.db, account.Moderator)
	if _, err := p.db.Exec(t.Context(), "INSERT INTO totp (account_id, secret, begun_at, confirmed_at) SELECT $1, secret, begun_at, confirmed_at FROM totp", other.ID); err != nil {
		t.Fatal(err)
	}
	p.by = other
	if err := p.enters(p.code()); err == nil || errors.Is(err, account.WrongCode) {
		t.Errorf("the secret of another opens: %v", err)
	}
}

func TestWhoTakesASecondFactorOff(t *testing.T) {
	t.Parallel()
	p := newPhone(t).enrol()
	ctx, admin := t.Context(), accounttest.New(t, p.db, account.Admin)
	if err := p.accounts.BeginFactor(ctx, p.by); !errors.Is(err, fault.Conflict) {
		t.Errorf("begun anew over one in use: %v", err)
	}
	if err := p.accounts.RemoveFactor(ctx, p.by, "000000", ""); !errors.Is(err, account.WrongCode) {
		t.Errorf("removed with a wrong code: %v", err)
	}
	for _, by := range []account.Account{p.by, accounttest.New(t, p.db, account.Team)} {
		if err := p.accounts.ResetFactor(ctx, by, p.by.ID); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%v resets it: %v", by.Roles, err)
		}
	}
	if err := p.accounts.ResetFactor(ctx, admin, p.by.ID); err != nil {
		t.Fatal(err)
	}
	if a, err := p.accounts.Find(ctx, p.by.ID); err != nil || a.SecondFactor {
		t.Errorf("after the reset: %+v, %v", a, err)
	}
	if err := p.enters(p.recovery[0]); !errors.Is(err, account.WrongCode) {
		t.Errorf("a recovery code after the reset: %v", err)
	}
	did, err := postgres.Values[string](ctx, p.db, "SELECT coalesce(account_id, 0) || ' ' || action FROM audit_entry WHERE action LIKE 'second factor%' ORDER BY id")
	if want := []string{"added", "reset"}; err != nil || len(did) != 2 || !strings.HasSuffix(did[0], want[0]) || !strings.HasSuffix(did[1], want[1]) {
		t.Errorf("the log tells %v, %v", did, err)
	}
}
