package transfer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
)

// joint is a file with a joint act whose partners stand in one cell.
func joint(t *testing.T, partners string) transfer.File {
	t.Helper()
	return write(t, "joint.csv", "ref;title;organization;partners;published_at\nj-1;Yhteinen etävastaanotto;Limingan kunta;"+partners+";2022-10-03\n")
}

// partnersOf is the act of the file, and what its partners are called.
func partnersOf(t *testing.T, s *transfer.Service) (a act.Act, names []string) {
	t.Helper()
	a, err := s.Acts.BySlug(t.Context(), account.Account{}, "yhteinen-etavastaanotto")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range a.PartnerIDs {
		names = append(names, s.Organizations.Directory().Get(id).Name.To(i18n.FI))
	}
	return a, names
}

// The partners of a row are known by every name they have; each stands once, in
// the order of the file, without the organisation that leads; a new one is made.
func TestPartnersOfAFile(t *testing.T) {
	t.Parallel()
	s := newService(t)
	want := []string{"Pohjois-Pohjanmaan hyvinvointialue", "Oulun kaupunki", "Uusi Yhdistys ry"}
	for i, cell := range []string{
		"Pohde|Uleåborg| Limingan kunta |Oulun kaupunki|Uusi Yhdistys ry|pohde",
		"Pohjois-Pohjanmaan hyvinvointialue|Oulu|uusi yhdistys RY",
	} {
		report, bad, err := run(t, s, joint(t, cell), transfer.Options{})
		if err != nil || i == 0 && report.Created != 1 || i == 1 && report.Unchanged != 1 {
			t.Fatalf("%s: %+v %v %v", cell, report, bad, err)
		}
		if _, got := partnersOf(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: partners %q, want %q", cell, got, want)
		}
	}
	a, _ := partnersOf(t, s)
	if o := s.Organizations.Directory().Get(a.PartnerIDs[2]); o.Type != organization.Other {
		t.Errorf("the new partner has the type %s", o.Type)
	}
	if report, _, err := run(t, s, joint(t, "Uusi Yhdistys ry"), transfer.Options{}); err != nil || report.Changed != 1 {
		t.Errorf("two partners fewer: %+v, %v", report, err)
	}
	if _, got := partnersOf(t, s); !slices.Equal(got, want[2:]) {
		t.Errorf("partners %q, want %q", got, want[2:])
	}
	mails, err := postgres.Value[int](t.Context(), s.DB, "SELECT count(*) FROM mail_message")
	if err != nil || mails != 0 {
		t.Errorf("an import sent %d mails, %v", mails, err)
	}
}

func TestTooManyPartnersAndTooLongOnes(t *testing.T) {
	t.Parallel()
	s := newService(t)
	var many []string
	for i := range act.MaxPartners + 1 {
		many = append(many, fmt.Sprintf("Yhdistys %d ry", i))
	}
	long := strings.Repeat("ä", organization.MaxName+1)
	for cell, want := range map[string]string{
		strings.Join(many, "|"): "joint.csv:2: partners: has 21; at most 20 are allowed",
		long:                    "joint.csv:2: partners: has 151 characters; at most 150 are allowed",
	} {
		if _, bad, err := run(t, s, joint(t, cell), transfer.Options{}); err == nil || !slices.Equal(bad, []string{want}) {
			t.Errorf("%d characters of partners: %q, %v; want %q", len(cell), bad, err, want)
		}
	}
	if n, err := postgres.Value[int](t.Context(), s.DB, "SELECT count(*) FROM organization WHERE name_fi LIKE 'Yhdistys %' OR name_fi = $1", long); n != 0 || err != nil {
		t.Errorf("%d partners made, %v", n, err)
	}
	if report, bad, err := run(t, s, joint(t, strings.Join(many[1:], "|")), transfer.Options{}); err != nil || report.Created != 1 {
		t.Errorf("twenty: %+v %v %v", report, bad, err)
	}
}

// Who has said to be no partner is not named by a file either, until that is
// taken back.
func TestAFileNamesNobodyWhoIsNoPartner(t *testing.T) {
	t.Parallel()
	s := newService(t)
	file := joint(t, "Oulun kaupunki|Pohde")
	if _, bad, err := run(t, s, file, transfer.Options{}); err != nil {
		t.Fatal(err, bad)
	}
	a, names := partnersOf(t, s)
	coordinator := accounttest.New(t, s.DB, account.Coordinator)
	coordinator.OrganizationID = int64(a.PartnerIDs[0])
	if err := postgres.Exec(t.Context(), s.DB, "UPDATE account SET organization_id = $1 WHERE id = $2", coordinator.OrganizationID, coordinator.ID); err != nil {
		t.Fatal(err)
	}
	partners := partner.New(s.DB, partner.Parts{
		Acts: s.Acts, Accounts: accounttest.Service(t, s.DB, time.Now), Mails: accounttest.Outbox(t, s.DB, time.Now), Organizations: s.Organizations,
	}, time.Now)
	if err := partners.Deny(t.Context(), coordinator, a.ID, ""); err != nil {
		t.Fatal(err)
	}
	report, _, err := run(t, s, file, transfer.Options{})
	if err != nil || report.Unchanged != 1 {
		t.Errorf("the same file again: %+v, %v", report, err)
	}
	if _, got := partnersOf(t, s); !cmp.Equal(got, names[1:]) {
		t.Errorf("the file named %q, want %q", got, names[1:])
	}
	if err := partners.Affirm(t.Context(), coordinator, a.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := run(t, s, file, transfer.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, got := partnersOf(t, s); !cmp.Equal(got, names) {
		t.Errorf("the file names %q, want %q", got, names)
	}
}
