// Package accounttest makes accounts for tests.
package accounttest

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/passkey"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/session"
)

// New is a stored account with the roles and an address of its own.
func New(t testing.TB, db *postgres.DB, roles ...account.Role) account.Account {
	t.Helper()
	a, err := Service(t, db, time.Now).Create(t.Context(), account.Account{
		Email: strings.ToLower(rand.Text()) + "@kunta.example", Name: "Testi Testinen", Roles: roles,
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Service is the accounts of a database, with an outbox that keeps its mails.
func Service(t testing.TB, db *postgres.DB, now func() time.Time) *account.Service {
	t.Helper()
	return account.New(db, Outbox(t, db, now), now).Sealing(session.NewSealer([]session.Key{{1}}, "second factors"))
}

// Passkeys is those of a portal at tori.example.
func Passkeys(t testing.TB, db *postgres.DB, accounts *account.Service, record account.Recorder) *passkey.Service {
	t.Helper()
	s, err := passkey.New(db, passkey.Parts{Accounts: accounts, Record: record, BaseURL: "https://tori.example"}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// CodeAt is the code that an app with a secret, as it is shown, has at a time.
func CodeAt(t testing.TB, secret string, at time.Time) string {
	t.Helper()
	code, err := totp.GenerateCode(strings.ReplaceAll(secret, " ", ""), at)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// NextCode is the code of an app that comes after that of now. A portal takes
// it already, as clocks differ, and takes it also half a minute late: after an
// enrolment with the code of now it is the one that no slow machine outruns.
func NextCode(t testing.TB, secret string) string {
	t.Helper()
	return CodeAt(t, secret, time.Now().Add(30*time.Second))
}

// Outbox keeps the mails of a test: read them with Recent.
func Outbox(t testing.TB, db *postgres.DB, now func() time.Time) *mail.Outbox {
	t.Helper()
	out, err := mail.New(db, nil, mail.Options{BaseURL: "https://tori.example", From: "tori@example.fi", Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
