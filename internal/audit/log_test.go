package audit_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

// The database itself keeps the log: whoever has got hold of the portal's
// connection can only add to it.
func TestTheLogOnlyGrows(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	if err := audit.Record(t.Context(), db, account.Account{}, "publish", "act 1", ""); err != nil {
		t.Fatal(err)
	}
	for _, change := range []string{
		"UPDATE audit_entry SET detail = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "TRUNCATE audit_entry CASCADE",
		"INSERT INTO audit_entry (id, action, subject) OVERRIDING SYSTEM VALUE VALUES (1, 'x', 'x') ON CONFLICT (id) DO UPDATE SET action = 'x'",
	} {
		if err := postgres.Exec(t.Context(), db, change); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", change, err)
		}
	}
	if left, err := postgres.Value[string](t.Context(), db, "SELECT string_agg(action || ':' || detail, ' ') FROM audit_entry"); err != nil || left != "publish:" {
		t.Errorf("left is %q, %v", left, err)
	}
}

// did is what stands in some entries, and who did it.
func did(entries []audit.Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.Action+" "+e.Subject)
	}
	return all
}

func TestTheLogIsNarrowed(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	log := audit.New(db, accounttest.Service(t, db, time.Now))
	team, member := accounttest.New(t, db, account.Team), accounttest.New(t, db)
	for _, e := range []struct {
		by              account.Account
		action, subject string
	}{
		{member, "submit", "act 1"}, {member, "submit", "act 12"}, {team, "roles moderator", "account 1"}, {account.Account{}, "publish", "act 1"}, {team, "roles", "account 12"},
	} {
		if err := audit.Record(t.Context(), db, e.by, e.action, e.subject, ""); err != nil {
			t.Fatal(err)
		}
	}
	day := time.Now()
	for name, tt := range map[string]struct {
		filter audit.Filter
		want   []string
	}{
		"all":      {audit.Filter{}, []string{"roles account 12", "publish act 1", "roles moderator account 1", "submit act 12", "submit act 1"}},
		"person":   {audit.Filter{By: []account.ID{member.ID}}, []string{"submit act 12", "submit act 1"}},
		"portal":   {audit.Filter{By: []account.ID{0}}, []string{"publish act 1"}},
		"nobody":   {audit.Filter{By: []account.ID{}}, nil},
		"deed":     {audit.Filter{Action: "roles"}, []string{"roles account 12", "roles moderator account 1"}},
		"kind":     {audit.Filter{Kind: "account"}, []string{"roles account 12", "roles moderator account 1"}},
		"object":   {audit.Filter{Kind: "act", Object: "1"}, []string{"publish act 1", "submit act 1"}},
		"subject":  {audit.Filter{Object: "act 12"}, []string{"submit act 12"}},
		"today":    {audit.Filter{From: day.Add(-time.Hour), Until: day.Add(time.Hour), Action: "publish"}, []string{"publish act 1"}},
		"tomorrow": {audit.Filter{From: day.Add(time.Hour)}, nil},
		"before":   {audit.Filter{Until: day.Add(-time.Hour)}, nil},
	} {
		got, err := log.Entries(t.Context(), team, tt.filter, 0, 10)
		if diff := cmp.Diff(tt.want, did(got)); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
	if _, err := log.Entries(t.Context(), member, audit.Filter{}, 0, 10); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member reads the log: %v", err)
	}
	if err := log.AllowExport(t.Context(), team, ""); !errors.Is(err, fault.Forbidden) {
		t.Errorf("the team takes the log out: %v", err)
	}
}

// Page by page and in one go the log tells the same, each entry once, also
// while it grows.
func TestTheLogIsReadPageByPage(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	log, admin := audit.New(db, accounttest.Service(t, db, time.Now)), accounttest.New(t, db, account.Admin)
	record := func(n int) {
		if err := postgres.Exec(t.Context(), db, "INSERT INTO audit_entry (account_id, action, subject) SELECT $1, 'submit', 'act ' || n FROM generate_series(1, $2) n", admin.ID, n); err != nil {
			t.Fatal(err)
		}
	}
	record(2500)
	var whole, paged []int64
	err := log.Each(t.Context(), admin, audit.Filter{}, func(e audit.Entry, who account.Account) error {
		if who.ID != admin.ID {
			t.Fatalf("by %v", who.ID)
		}
		whole = append(whole, e.ID)
		return nil
	})
	if err != nil || len(whole) != 2500 {
		t.Fatalf("%d entries, %v", len(whole), err)
	}
	for before := int64(0); ; {
		entries, err := log.Entries(t.Context(), admin, audit.Filter{}, before, 700)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) == 0 {
			break
		}
		for _, e := range entries {
			paged = append(paged, e.ID)
		}
		before = entries[len(entries)-1].ID
		record(3)
	}
	if diff := cmp.Diff(whole, paged); diff != "" {
		t.Errorf("paged otherwise: %s", diff)
	}
}
