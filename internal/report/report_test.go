package report_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/validate"
)

// A kept table is its keeper's until it is shared; sending the form twice
// keeps one, and only the keeper or an administrator drops it.
func TestReportsAreKeptSharedAndDropped(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	s := report.New(db, report.Parts{}, time.Now)
	keeper, other := accounttest.New(t, db, account.Team), accounttest.New(t, db, account.Team)
	admin, member := accounttest.New(t, db, account.Admin), accounttest.New(t, db)
	const key, key2 = "0198b1f20000700080000000000000d1", "0198b1f20000700080000000000000d2"
	for range 2 {
		if err := s.Keep(t.Context(), keeper, key, report.Report{Name: "  Oma   taulukko ", Query: "rivit=teema"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Keep(t.Context(), keeper, key2, report.Report{Name: "Yhteinen", Query: "rivit=vuosi", Shared: true}); err != nil {
		t.Fatal(err)
	}
	names := func(a account.Account) string {
		t.Helper()
		all, err := s.For(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, r := range all {
			list = append(list, r.Name+"?"+r.Query)
		}
		return strings.Join(list, " ")
	}
	if got := names(keeper); got != "Oma taulukko?rivit=teema Yhteinen?rivit=vuosi" {
		t.Errorf("the keeper sees %q", got)
	}
	if got := names(other); got != "Yhteinen?rivit=vuosi" {
		t.Errorf("another sees %q", got)
	}
	all, err := s.For(t.Context(), keeper)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Drop(t.Context(), other, all[0].ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("another drops what it cannot see: %v", err)
	}
	if err := s.Drop(t.Context(), other, all[1].ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("another drops what is shared: %v", err)
	}
	if err := s.Drop(t.Context(), admin, all[1].ID); err != nil {
		t.Errorf("an administrator drops what is shared: %v", err)
	}
	if err := s.Drop(t.Context(), keeper, all[0].ID); err != nil || names(keeper) != "" {
		t.Errorf("dropped with %v, still there: %q", err, names(keeper))
	}
	if _, err := s.For(t.Context(), member); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a member lists reports: %v", err)
	}
	var problems validate.Problems
	if err := s.Keep(t.Context(), keeper, key2, report.Report{Name: " "}); !errors.As(err, &problems) {
		t.Errorf("a report without a name: %v", err)
	}
}
