package transfer_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/validate"
)

// exportedAs is every column of the tables that make up an act: the column of
// the registry that carries it, or after a dash why none does.
var exportedAs = map[string]string{
	"act.id": "- a number of this database; ref is the name that lasts", "act.ref": "ref", "act.slug": "- made of the title; the API tells it",
	"act.owner_id": "- a person", "act.form_key": "- of the form, of no use later", "act.status": "status", "act.stage": "stage", "act.language": "language",
	"act.title": "title", "act.lead": "lead", "act.need": "need", "act.approach": "approach", "act.results": "results", "act.lessons": "lessons",
	"act.organization_id": "organization", "act.unit": "unit", "act.locality": "locality", "act.municipality_code": "municipality_code",
	"act.started": "- not in the contract of the files; the API tells it", "act.ended": "- not in the contract of the files; the API tells it",
	"act.submitted_at": "submitted_at", "act.first_published_at": "published_at", "act.publish_at": "- an embargo that is still on",
	"act.merged_into": "- the address leads to the other act", "act.revision": "- of the moderation", "act.created_at": "- of the writing", "act.updated_at": "- of the upkeep",
	"act.answers": "- of the writing, for its writers alone", "act.form_version": "- of the writing", "act.version": "- of the upkeep", "act.site_version": "- of the upkeep",
	"act_term.act_id": "ref", "act_term.term_id": "sectors", "act_term.kind": "themes", "act_term.position": "- the order of the list",
	"act_tag.act_id": "ref", "act_tag.tag_id": "tags", "act_tag.position": "- the order of the list",
	"act_partner.act_id": "ref", "act_partner.organization_id": "partners", "act_partner.position": "- the order of the list",
	"act_contact.act_id": "ref", "act_contact.position": "- the first contact is exported", "act_contact.name": "contact_name", "act_contact.title": "contact_title",
	"act_contact.email": "contact_email", "act_contact.phone": "- not in the contract of the files", "act_contact.organization": "- not in the contract of the files",
	"act_contact.consent": "- of the person, asked anew by who imports", "act_contact.visible_to": "- of the person, asked anew by who imports",
	"act_link.act_id": "ref", "act_link.position": "- the order of the list", "act_link.url": "links",
	"act_legacy_url.url": "legacy_urls", "act_legacy_url.act_id": "ref", "act_legacy_url.key": "- made of the address, to find it by",
	"campaign_entry.act_id": "ref", "campaign_entry.campaign_id": "campaign",
}

// TestEveryColumnIsExportedOrToldWhyNot reads the columns of the database: a
// new one of an act goes into the registry, or into the list above.
func TestEveryColumnIsExportedOrToldWhyNot(t *testing.T) {
	t.Parallel()
	s := newService(t)
	rows, err := postgres.All[struct{ Name string }](t.Context(), s.DB, `
		SELECT table_name || '.' || column_name AS name FROM information_schema.columns
		WHERE table_schema = 'public' AND table_name IN ('act', 'act_term', 'act_tag', 'act_partner', 'act_contact', 'act_link', 'act_legacy_url', 'campaign_entry')`)
	if err != nil {
		t.Fatal(err)
	}
	carried := map[string]bool{}
	for _, r := range rows {
		as, known := exportedAs[r.Name]
		switch {
		case !known:
			t.Errorf("the column %s is neither exported nor told why not", r.Name)
		case !strings.HasPrefix(as, "- "):
			carried[as] = true
			if !slices.Contains(transfer.Header(), as) {
				t.Errorf("%s is said to be exported as %s, which is no column of the registry", r.Name, as)
			}
		}
	}
	if len(rows) < 50 {
		t.Errorf("only %d columns were found", len(rows))
	}
	derived := []string{"kind", "organization_type"} // of the organisation, and of what it is
	for _, name := range transfer.Header() {
		if !carried[name] && !slices.Contains(derived, name) {
			t.Errorf("the column %s of the registry carries nothing of the database", name)
		}
	}
}

// elsewhere is every table that makes up no act, by why no file of acts has it.
var elsewhere = map[string]string{
	"people and how they sign in; each takes the own ones along at /oma/tiedot": `account account_invitation act_author act_invitation act_join_request bookmark code_failure contact_consent contact_link
		follow follow_event follow_period follow_reader membership_request passkey passkey_ceremony recovery_code second_step session sign_in_failure sign_in_link sign_on sign_on_attempt sign_on_domain stashed_form totp`,
	"how an act came about; moderators alone see it": `act_hint act_opening act_opening_step act_partner_denial act_reminder act_removal act_revision act_rewording act_transition act_update analogy canned_text
		link_check review review_comment review_message review_note review_opinion review_reminder`,
	"counted from: the tables of /avoin-data/tilastot tell what comes of it": "act_standing act_standing_since adoption adoption_step page_reading reading_total",
	"sparrings are not acts; /avoin-data/sparraus tells what comes of them":  "coach coaching coaching_answer coaching_provider",
	"workshops are not acts; /avoin-data/tyopajat tells what comes of them":  "workshop workshop_series",
	"files of acts; the API has their addresses":                             "attachment attachment_text",
	"awards: the list of the press sheet has them (palkitut.csv)":            "award award_erratum award_grant",
	"how a jury came to its decision; the team alone sees it":                "jury jury_ballot jury_criterion jury_member jury_recusal jury_score nominee",
	"campaigns: acts name theirs, and /avoin-data/tilastot counts by them":   "campaign campaign_picture campaign_staff",
	"lists that acts name: /api/v1/taxonomy and /api/v1/organizations":       "municipality organization organization_before organization_name reference_data region region_change tag term term_mapping wellbeing_county",
	"the log has a file of its own (/yllapito/loki)":                         "audit_entry",
	"solutions are not acts": "solution",
	"of the upkeep":          "act_gone act_search act_search_gone boundary export_errand feedback mail_message missed_address queue_change redirect report report_order search_pin search_query search_word site_version synonyms",
}

// TestEveryTableIsExportedOrToldWhyNot knows each table of the database.
func TestEveryTableIsExportedOrToldWhyNot(t *testing.T) {
	t.Parallel()
	s := newService(t)
	tables, err := postgres.Values[string](t.Context(), s.DB, `
		SELECT table_name::text FROM information_schema.tables
		WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name !~ '^(river|goose)_' ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for column := range exportedAs {
		table, _, _ := strings.Cut(column, ".")
		known[table] = true
	}
	for _, names := range elsewhere {
		for _, name := range strings.Fields(names) {
			if known[name] {
				t.Errorf("%s is told of twice", name)
			}
			known[name] = true
			if !slices.Contains(tables, name) {
				t.Errorf("%s is no table", name)
			}
		}
	}
	for _, name := range tables {
		if !known[name] {
			t.Errorf("the table %s is neither exported nor told why not", name)
		}
	}
}

// TestChosenColumns exports what is asked for, and people only when they are
// asked for with a reason.
func TestChosenColumns(t *testing.T) {
	t.Parallel()
	s := newService(t)
	for asked, want := range map[string]string{"": "ref;kind;title", "title,ref": "ref;title\r\n", "ref,contact_email": "ref\r\n"} {
		o := transfer.Order{Format: transfer.CSV}
		if asked != "" {
			o.Columns = strings.Split(asked, ",")
		}
		var out bytes.Buffer
		if err := s.Export(t.Context(), &out, o); err != nil || !strings.HasPrefix(strings.TrimPrefix(out.String(), "\ufeff"), want) {
			t.Errorf("%q: %q, %v; want %q", asked, out.String(), err, want)
		}
	}
	by := accounttest.New(t, s.DB, account.Team)
	var problems validate.Problems
	if err := s.Allow(t.Context(), by, transfer.Order{Format: transfer.CSV, Columns: []string{"ref", "password"}}); !errors.As(err, &problems) || problems[0].Field != "columns" {
		t.Errorf("an unknown column: %v", err)
	}
}
