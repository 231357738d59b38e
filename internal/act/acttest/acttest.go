// Package acttest has sample acts for tests, so that a new field of an act
// changes one sample and not every test.
package acttest

import (
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/search"
	"tekojentori.fi/tori/internal/taxonomy"
)

// Service is the acts of a database, with an outbox that keeps its mails and
// an index without a dictionary.
func Service(t testing.TB, db *postgres.DB) *act.Service {
	t.Helper()
	return ServiceOf(t, db, organization.New(db))
}

// ServiceOf is Service with the organisations that a test has.
func ServiceOf(t testing.TB, db *postgres.DB, organizations *organization.Service) *act.Service {
	t.Helper()
	return act.New(db, act.Parts{
		Accounts: accounttest.Service(t, db, time.Now), Mails: accounttest.Outbox(t, db, time.Now),
		Index: search.New(db, nil, time.Now), Organizations: organizations,
	}, time.Now)
}

// Content is valid, and as short as a test allows. The organisation and the
// terms are those with the lowest ids of the reference data.
func Content() act.Content {
	return act.Content{
		Title: "Kävelykokoukset virastossa", Lead: "Palaverit siirrettiin ulos.",
		Need: "Kokouksissa istuttiin.", Approach: "Kokoukset pidetään kävellen.", Results: "Mieli virkistyi.",
		Stage: act.InUse, Language: "fi", OrganizationID: organization.ID(1),
		PartnerIDs: []organization.ID{}, SectorIDs: []taxonomy.ID{1}, ThemeIDs: []taxonomy.ID{17},
		Tags:     []string{"kokoukset"},
		Contacts: []act.Contact{{Name: "Maija Testi", Email: "maija.testi@example.fi", Consent: true, VisibleTo: act.Everyone}},
		Links:    []string{},
	}
}
