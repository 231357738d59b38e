package owndata_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/owndata"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/transfer/errand/errandtest"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// Aino is whom the tests forget. Each word of hers is found nowhere else.
const (
	ainosName  = "Aino Ainutlaatuinen"
	ainosEmail = "aino.ainut@kunta.example"
	ainosPhone = "040 987 6543"
	ainosTitle = "kehittämisen ihmelapsi"
)

// needles is what tells of Aino, in lower case.
var needles = []string{"ainutlaatuinen", "aino.ainut", "987 6543", "ihmelapsi"}

// town is a portal in which Aino has done everything that one can.
type town struct {
	t                      *testing.T
	db                     *postgres.DB
	own                    *owndata.Service
	mods                   *moderation.Service
	sessions               *session.Store
	mails                  *mail.Outbox
	aino, other, moderator account.Account
	cookie                 *http.Cookie
	acts                   map[string]act.ID
	made                   int
}

func newTown(t *testing.T) *town {
	t.Helper()
	db := referencetest.New(t)
	orgs := organization.New(db)
	mails := accounttest.Outbox(t, db, time.Now)
	accounts := account.New(db, mails, time.Now).Recording(audit.Record)
	acts := acttest.ServiceOf(t, db, orgs)
	w := &town{
		t: t, db: db, mails: mails, mods: moderation.New(db, acts, time.Now), sessions: session.New(db, []session.Key{{1}}, false, time.Now), acts: map[string]act.ID{},
		other: accounttest.New(t, db), moderator: accounttest.New(t, db, account.Moderator),
	}
	consent.New(db, consent.Parts{Acts: acts, Accounts: accounts, Mails: mails}, time.Now) // asks the contacts
	adoptions := adoption.New(db, adoption.Parts{Acts: acts, Accounts: accounts, Mails: mails, Organizations: orgs}, time.Now)
	follows := follow.New(db, follow.Parts{
		Acts: acts, Adoptions: adoptions, Accounts: accounts, Mails: mails, Organizations: orgs,
		List: func(_ context.Context, q string) (follow.List, error) { return follow.List{Query: q}, nil },
		Seen: func(ctx context.Context) (int64, error) { return version.Now(ctx, db) },
	}, time.Now)
	w.own = owndata.New(db, owndata.Parts{
		Accounts: accounts, Mails: mails, Acts: acts, People: people.New(db, people.Parts{Acts: acts, Accounts: accounts, Mails: mails}, time.Now), Attachments: attachmenttest.Service(t, db, acts), Moderation: w.mods,
		Adoptions: adoptions,
		Feedback:  feedback.New(db, accounts, mails, time.Now), Redirects: redirect.New(db, time.Now), Reports: report.New(db, report.Parts{}, time.Now), Errands: errandtest.Service(t, db, &transfer.Service{DB: db}, time.Now), Follows: follows, Juries: jury.New(db, jury.Parts{Acts: acts, Accounts: accounts, Campaigns: campaign.New(db, campaign.Parts{}, time.Now)}, time.Now), Organizations: orgs,
		Partners: partner.New(db, partner.Parts{Acts: acts, Accounts: accounts, Mails: mails, Organizations: orgs}, time.Now),
		Openings: opening.New(db, opening.Parts{Acts: acts, Accounts: accounts, Mails: mails}, time.Now),
		Members:  membership.New(db, membership.Parts{Accounts: accounts, Mails: mails, Organizations: orgs}, time.Now),
	}, time.Now)
	var err error
	w.aino, err = accounts.Create(t.Context(), account.Account{
		Email: ainosEmail, Name: ainosName, Title: ainosTitle, Phone: ainosPhone, Roles: []account.Role{account.Admin, account.Coordinator}, OrganizationID: 1,
	})
	w.must(err)
	accounttest.New(t, db, account.Admin) // another, so that Aino may go
	return w
}

func (w *town) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *town) recorder() *httptest.ResponseRecorder { return httptest.NewRecorder() }

func (w *town) request() *http.Request { return httptest.NewRequest("GET", "/", nil) }

func (w *town) key() string {
	w.made++
	return fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", w.made)
}

// content has Aino among its contacts, by address and by name alone.
func content(title string) act.Content {
	c := acttest.Content()
	c.Title = title
	c.Contacts = append(c.Contacts,
		act.Contact{Name: ainosName, Title: ainosTitle, Email: strings.ToUpper(ainosEmail), Phone: ainosPhone, Consent: true, VisibleTo: act.Everyone},
		act.Contact{Name: strings.ToUpper(ainosName), Title: ainosTitle, Email: "kirjaamo@kunta.example", Consent: true, VisibleTo: act.Everyone})
	return c
}

// tells makes an act of an owner and leads it on: "draft", "submitted",
// "returned", "published" or "updating".
func (w *town) tells(owner account.Account, title, until string, c act.Content) {
	w.t.Helper()
	ctx, acts := w.t.Context(), w.own.Acts
	a, err := acts.Begin(ctx, owner, w.key(), c)
	w.must(err)
	w.acts[title] = a.ID
	if until == "draft" {
		return
	}
	_, err = acts.Submit(ctx, owner, a.ID, 0)
	w.must(err)
	if until == "submitted" {
		return
	}
	w.must(w.mods.Take(ctx, w.moderator, a.ID, 0))
	if until == "returned" {
		w.must(w.mods.Return(ctx, w.moderator, a.ID, 0, "Kertoisitko vielä tuloksista."))
		return
	}
	w.must(w.mods.Approve(ctx, w.moderator, a.ID, 0, nil))
	if until == "updating" {
		_, err = acts.Revise(ctx, owner, a.ID)
		w.must(err)
	}
}

// fill has Aino do everything.
func (w *town) fill() {
	w.t.Helper()
	ctx := w.t.Context()
	for _, until := range []string{"draft", "submitted", "returned", "published", "updating"} {
		w.tells(w.aino, until, until, content("Ainon teko "+until))
	}
	named := acttest.Content()
	named.Title, named.Contacts = "Toisen teko ja Aino", append(named.Contacts, act.Contact{Name: "A. A.", Title: ainosTitle, Email: strings.ToUpper(ainosEmail), Consent: true, VisibleTo: act.Everyone})
	w.tells(w.other, "others", "published", named)
	w.tells(w.other, "others' update", "updating", named)
	w.joins()
	_, err := w.own.Errands.Order(ctx, w.aino, "0198b1f2-0000-7000-8002-000000000001", transfer.Order{Format: transfer.CSV})
	w.must(err)
	recorder := w.recorder()
	w.must(w.sessions.SignIn(recorder, w.request(), int64(w.aino.ID), true))
	w.cookie = recorder.Result().Cookies()[0]
	_, err = w.own.Accounts.SignIn(ctx, ainosEmail, "arvaus vain", "192.0.2.1")
	if !errors.Is(err, account.Refused) {
		w.t.Fatal(err)
	}
	w.must(w.own.Accounts.RequestLink(ctx, ainosEmail, "/oma", i18n.FI))
	_, err = w.own.Accounts.Stash(ctx, "/ilmoita-teko", url.Values{"contact_name": {ainosName}, "contact_email": {strings.ToUpper(ainosEmail)}, "title": {"Säilyvä otsikko"}})
	w.must(err)
	_, err = w.own.Feedback.Send(ctx, w.key(), feedback.Feedback{Topic: feedback.Portal, Message: "Terveisin " + ainosName, Email: "Aino.Ainut@kunta.example", Language: "fi"})
	w.must(err)
	aino := w.aino
	aino.OrganizationID = 9
	_, err = w.own.Adoptions.Tell(ctx, aino, w.acts["others"], adoption.Telling{State: adoption.Tried, Note: "Meillä kokeiltu."})
	w.must(err)
	w.must(w.own.Accounts.Invite(ctx, accounttest.New(w.t, w.db, account.Admin), strings.Repeat("0", 32), account.Invitation{Email: ainosEmail, Language: i18n.FI}))
	w.judges()
	w.belongs()
	w.follows()
	w.must(w.own.Redirects.Point(ctx, w.aino, "/vanha/osoite", "/tilastot", "https://tori.example"))
}

// judges has Aino nominate, sit on a jury, score, be tied and decide.
func (w *town) judges() {
	w.t.Helper()
	for _, q := range []string{
		"INSERT INTO campaign (slug, name_fi, name_sv, name_en, opens_on, closes_on) VALUES ('koe', 'Koe', 'Prov', 'Test', '2026-01-01', '2026-12-31')",
		"INSERT INTO award (campaign_id, key, kind, name_fi, name_sv, name_en) SELECT id, 'palkinto', 'act', 'P', 'P', 'P' FROM campaign",
		"INSERT INTO jury (award_id, scale, closed_at, decided_at, decided_by) SELECT w.id, 'five', now(), now(), $1 FROM award w",
		"INSERT INTO jury_criterion (award_id, position, name_fi, name_sv, name_en, weight) SELECT id, 1, 'U', 'N', 'N', 1 FROM award",
		"INSERT INTO jury_member (award_id, account_id, added_at) SELECT id, $1, now() FROM award",
		"INSERT INTO nominee (award_id, act_id, reason, by_id, nominated_at, form_key) SELECT w.id, a.id, 'Hyvä.', $1, now(), gen_random_uuid() FROM award w, act a WHERE a.title = 'Toisen teko ja Aino' ORDER BY a.id LIMIT 1",
		"INSERT INTO award_erratum (award_id, act_id, person, granted_on, text_fi, text_sv, text_en, corrected_on, by_id, form_key) SELECT award_id, act_id, '', '2026-01-01', 'x', 'x', 'x', '2026-01-02', $1, gen_random_uuid() FROM nominee",
		"INSERT INTO jury_recusal (nominee_id, account_id, reason, declared_at) SELECT id, $1, 'Olen Aino Ainutlaatuinen.', now() FROM nominee",
		"INSERT INTO jury_ballot (nominee_id, account_id, note, updated_at) SELECT id, $1, 'Hyvä.', now() FROM nominee",
		"INSERT INTO jury_score (nominee_id, account_id, criterion_id, points) SELECT n.id, $1, c.id, 3 FROM nominee n, jury_criterion c",
		// others have nominated and awarded her for what she wrote
		"INSERT INTO nominee (award_id, act_id, person, reason, by_id, nominated_at, form_key) SELECT w.id, a.id, 'AINO Ainutlaatuinen', 'Aino Ainutlaatuinen keksi tämän.', (SELECT owner_id FROM act WHERE title = 'Toisen teko ja Aino' ORDER BY id LIMIT 1), now(), gen_random_uuid() FROM award w, act a WHERE a.owner_id = $1 AND a.status = 'published' ORDER BY a.id LIMIT 1",
		"INSERT INTO award_grant (award_id, act_id, person, citation, citation_sv, citation_en, granted_on) SELECT award_id, act_id, person, reason, reason, reason, '2026-01-01' FROM nominee WHERE person <> ''",
		"INSERT INTO award_erratum (award_id, act_id, person, granted_on, text_fi, text_sv, text_en, corrected_on, by_id, form_key) SELECT award_id, act_id, person, '2026-01-01', reason, reason, reason, '2026-01-02', by_id, gen_random_uuid() FROM nominee WHERE person <> ''",
	} {
		var args []any
		if strings.Contains(q, "$1") {
			args = append(args, w.aino.ID)
		}
		_, err := w.db.Exec(w.t.Context(), q, args...)
		w.must(err)
	}
}

// belongs has Aino ask to be a member, and refuse another.
func (w *town) belongs() {
	w.t.Helper()
	_, err := w.db.Exec(w.t.Context(), `
		INSERT INTO membership_request (account_id, organization_id, asked_at, ended_at, outcome, answered_by, reason)
		VALUES ($1, 2, now(), now(), 'declined', $2, 'Aino Ainutlaatuinen ei ole meillä.'), ($2, 1, now(), now(), 'declined', $1, 'Ei.')`, w.aino.ID, w.other.ID)
	w.must(err)
	w.must(w.own.Openings.Open(w.t.Context(), w.aino, w.acts["draft"], true))
	_, err = w.db.Exec(w.t.Context(), `
		INSERT INTO review_message (form_key, act_id, by_id, from_author, body, said_at) VALUES (gen_random_uuid(), $1, $2, true, 'Terveisin Aino Ainutlaatuinen', now())`, w.acts["returned"], w.aino.ID)
	w.must(err)
	_, err = w.db.Exec(w.t.Context(), `
		INSERT INTO act_partner_denial (act_id, organization_id, by_id, note, denied_at) VALUES ($1, 2, $2, 'Terveisin Aino Ainutlaatuinen', now())`, w.acts["others"], w.aino.ID)
	w.must(err)
	_, err = w.db.Exec(w.t.Context(), `
		INSERT INTO act_hint (form_key, act_id, by_id, section, body, said_at) VALUES (gen_random_uuid(), $1, $2, 'need', 'Terveisin Aino Ainutlaatuinen', now())`,
		w.acts["returned"], w.aino.ID)
	w.must(err)
}

// follows has Aino keep an eye on acts and be told of one.
func (w *town) follows() {
	w.t.Helper()
	ctx := w.t.Context()
	w.must(w.own.Follows.Bookmark(ctx, w.aino, w.acts["others"]))
	w.must(w.own.Follows.FollowList(ctx, w.aino, "haku=ainutlaatuinen", ""))
	w.must(w.own.Follows.FollowAct(ctx, w.aino, w.acts["others"], follow.Each))
	other := w.other
	other.OrganizationID = 10
	_, err := w.own.Adoptions.Tell(ctx, other, w.acts["others"], adoption.Telling{State: adoption.InUse})
	w.must(err)
	w.must(w.own.Follows.Send(ctx))
}

// joins has Aino write one act of another, ask to write a second, and take
// another along into one of her own.
func (w *town) joins() {
	w.t.Helper()
	ctx := w.t.Context()
	w.tells(w.aino, "shared", "draft", content("Ainon ja toisen teko"))
	_, err := w.db.Exec(ctx, "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now()), ($3, $4, now())",
		w.acts["shared"], w.other.ID, w.acts["others"], w.aino.ID)
	w.must(err)
	w.must(w.own.People.Invite(ctx, w.aino, w.acts["shared"], "kolmas@kunta.example", false, i18n.FI))
	w.must(w.own.People.Invite(ctx, w.other, w.acts["others"], strings.ToUpper(ainosEmail), true, i18n.FI))
	w.must(w.own.People.Ask(ctx, w.aino, w.acts["others' update"], "Terveisin "+ainosName))
}

// left is where in the database something tells of Aino: every column that
// text can be read from is looked through.
func (w *town) left() []string {
	w.t.Helper()
	columns, err := postgres.All[struct{ Table, Column, Type string }](w.t.Context(), w.db, `
		SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
		JOIN information_schema.tables t USING (table_schema, table_name)
		WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea', 'tsvector')`)
	w.must(err)
	if len(columns) < 100 {
		w.t.Fatalf("only %d columns are looked through", len(columns))
	}
	var where []string
	for _, c := range columns {
		q := fmt.Sprintf(`SELECT EXISTS (SELECT FROM %q WHERE lower(%q::text) LIKE ANY ($1))`, c.Table, c.Column)
		if c.Type == "bytea" {
			q = fmt.Sprintf(`SELECT EXISTS (SELECT FROM %q WHERE lower(encode(%q, 'escape')) LIKE ANY ($1))`, c.Table, c.Column)
		}
		var patterns []string
		for _, n := range needles {
			patterns = append(patterns, "%"+n+"%")
		}
		found, err := postgres.Value[bool](w.t.Context(), w.db, q, patterns)
		w.must(err)
		if found {
			where = append(where, c.Table+"."+c.Column)
		}
	}
	return where
}

// Whoever is forgotten is found nowhere any more, and all that is others' or
// the organisation's stays.
func TestNothingTellsOfWhomWasForgotten(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.fill()
	before := w.left()
	for _, table := range []string{"account.email", "account_invitation.email", "account.name", "follow.query", "membership_request.reason", "act_hint.body", "act_partner_denial.note", "review_message.body", "act_contact.email", "act_contact.title", "act_revision.content", "act_update.content", "feedback.email", "mail_message.recipient", "sign_in_failure.email", "sign_in_link.email", "stashed_form.form"} {
		if !strings.Contains(strings.Join(before, " ")+" ", table+" ") {
			t.Errorf("%s does not tell of Aino before: the test is too easy (%v)", table, before)
		}
	}
	w.must(w.own.Forget(t.Context(), w.aino, " AINO.ainut@kunta.example "))
	if after := w.left(); len(after) > 0 {
		t.Errorf("Aino is still found in %v", after)
	}
	for _, table := range []string{"bookmark", "follow", "follow_reader", "follow_period"} {
		if n, err := postgres.Value[int](t.Context(), w.db, fmt.Sprintf("SELECT count(*) FROM %q", table)); err != nil || n != 0 {
			t.Errorf("%s has %d rows of Aino's left, %v", table, n, err)
		}
	}
	w.stays()
	r := w.request()
	r.AddCookie(w.cookie)
	if id, ok, err := w.sessions.Account(r); ok || err != nil {
		t.Errorf("account %d is still signed in, %v", id, err)
	}
	w.must(w.own.Accounts.RequestLink(t.Context(), ainosEmail, "/oma", i18n.FI)) // a new beginning
	mails, err := w.mails.Recent(t.Context(), 1)
	if err != nil || len(mails) != 1 || !strings.Contains(mails[0].Body, "/kirjaudu/linkki/") {
		t.Errorf("the address cannot begin anew: %v, %v", mails, err)
	}
}

// stays checks what is left of the acts.
func (w *town) stays() {
	w.t.Helper()
	for name, want := range map[string]struct {
		status   act.Status
		contacts int
	}{
		"submitted": {act.Submitted, 1}, "shared": {act.Draft, 1},
		"returned": {act.Withdrawn, 1}, "published": {act.Published, 1}, "updating": {act.Published, 1}, "others": {act.Published, 1}, "others' update": {act.Published, 1},
	} {
		viewer := map[bool]account.Account{true: w.other, false: w.moderator}[name == "shared"]
		a, err := w.own.Acts.Find(w.t.Context(), viewer, w.acts[name])
		w.must(err)
		if a.Status != want.status || len(a.Contacts) != want.contacts || a.Contacts[0].Name != "Maija Testi" {
			w.t.Errorf("%s: %s with the contacts %v, want %s and Maija alone", name, a.Status, a.Contacts, want.status)
		}
	}
	for what, q := range map[string]string{
		"the draft":                       "SELECT count(*) = 1 FROM act WHERE status = 'draft'",
		"the owner of the shared act":     "SELECT count(*) = 1 FROM act WHERE status = 'draft' AND owner_id IS NOT NULL AND NOT EXISTS (SELECT FROM act_author)",
		"the owner of the published act":  "SELECT count(*) = 2 FROM act WHERE status = 'published' AND owner_id IS NULL",
		"the update of Aino":              "SELECT count(*) = 1 FROM act_update",
		"the form of another":             "SELECT form::text LIKE '%Säilyvä otsikko%' FROM stashed_form",
		"the old address":                 "SELECT count(*) = 1 FROM redirect",
		"the adoption":                    "SELECT count(*) = 1 FROM adoption WHERE state = 'tried'",
		"the log":                         "SELECT bool_or(action = 'forgotten') AND bool_or(action = 'point address') FROM audit_entry WHERE account_id IS NOT NULL",
		"the contact of the frozen texts": "SELECT bool_and(content->'Contacts'->0->>'name' = 'Maija Testi') FROM act_revision",
	} {
		if ok, err := postgres.Value[bool](w.t.Context(), w.db, q); err != nil || !ok {
			w.t.Errorf("%s is not as it should be: %v", what, err)
		}
	}
	if _, odd, err := w.own.Acts.Replay(w.t.Context()); err != nil || len(odd) > 0 {
		w.t.Errorf("the log no longer plays back: %v, %v", odd, err)
	}
}

// A mail about the acts of somebody forgotten is not written any more.
func TestMailsStop(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.fill()
	w.must(w.own.Forget(t.Context(), w.aino, ainosEmail))
	before, err := w.mails.Recent(t.Context(), 100)
	w.must(err)
	id := w.acts["submitted"]
	w.must(w.mods.Take(t.Context(), w.moderator, id, 0))
	w.must(w.mods.Approve(t.Context(), w.moderator, id, 0, nil))
	after, err := w.mails.Recent(t.Context(), 100)
	w.must(err)
	if len(after) != len(before) {
		t.Errorf("%d mails after approving, want %d: %+v", len(after), len(before), after[0])
	}
}

func TestForgettingIsConfirmedAndNeverLeavesThePortalWithoutAnAdmin(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	var problems validate.Problems
	for _, typed := range []string{"", "muu@kunta.example", ainosName} {
		if err := w.own.Forget(t.Context(), w.aino, typed); !errors.As(err, &problems) || problems[0].Field != "email" {
			t.Errorf("confirmed with %q: %v", typed, err)
		}
	}
	if err := w.own.Forget(t.Context(), account.Account{}, ""); err == nil {
		t.Error("a visitor is forgotten")
	}
	results := make(chan error)
	others, err := w.own.Accounts.WithRole(t.Context(), w.db, account.Admin)
	w.must(err)
	for _, a := range others {
		go func() { results <- w.own.Forget(context.WithoutCancel(t.Context()), a, a.Email) }()
	}
	refused := 0
	for range others {
		if err := <-results; err != nil {
			refused++
		}
	}
	admins, err := w.own.Accounts.WithRole(t.Context(), w.db, account.Admin)
	if err != nil || len(admins) != 1 || refused != 1 {
		t.Errorf("of %d administrators %d are left, %d were refused, %v", len(others), len(admins), refused, err)
	}
}
