package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

func TestAccountCommand(t *testing.T) {
	t.Parallel()
	accounts := accounttest.Service(t, pgtest.New(t), time.Now)
	run := func(input string, args ...string) (string, error) {
		cmd := accountCommand(func(context.Context) (*account.Service, func(), error) { return accounts, func() {}, nil })
		var out bytes.Buffer
		cmd.SetArgs(args)
		cmd.SetIn(strings.NewReader(input))
		cmd.SetOut(&out)
		cmd.SetErr(&out)
		cmd.SilenceUsage = true
		err := cmd.ExecuteContext(t.Context())
		return out.String(), err
	}
	const email, password = "aino@kunta.example", "hyvä pitkä salasana"
	for _, test := range []struct {
		input string
		args  []string
		fails bool
	}{
		{"", []string{"create", email, "--name", "Aino", "--roles", "editor,king"}, true},
		{"", []string{"create", email, "--name", "Aino", "--roles", "editor,admin"}, false},
		{"", []string{"create", email}, true},
		{"lyhyt\n", []string{"password", email}, true},
		{password + "\r\n", []string{"password", email}, false},
		{password, []string{"password", "ei@kunta.example"}, true},
		{"", []string{"roles", email, "king"}, true},
		{"", []string{"roles", email, "moderator"}, false},
	} {
		if out, err := run(test.input, test.args...); (err != nil) != test.fails || strings.Contains(out, password) {
			t.Errorf("%v: %q, %v, want failure %t", test.args, out, err, test.fails)
		}
	}
	a, err := accounts.SignIn(t.Context(), email, password, "192.0.2.1")
	if err != nil || !a.Moderates() || a.Edits() || a.Name != "Aino" {
		t.Errorf("signed in %+v, %v", a, err)
	}
}
