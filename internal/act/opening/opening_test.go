package opening_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// desk is a draft, its owner and author, and the coordinators of two
// organisations. Its clock moves when told to.
type desk struct {
	*opening.Service
	t                                          *testing.T
	db                                         *postgres.DB
	acts                                       *act.Service
	now                                        time.Time
	draft                                      act.ID
	owner, author, coordinator, other, another account.Account
}

const (
	ours   = organization.ID(1) // of the draft
	theirs = organization.ID(2)
)

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, db: referencetest.New(t), now: time.Now()}
	clock := func() time.Time { return d.now }
	d.acts = acttest.Service(t, d.db)
	d.Service = opening.New(d.db, opening.Parts{Acts: d.acts, Accounts: accounttest.Service(t, d.db, clock), Mails: accounttest.Outbox(t, d.db, clock)}, clock)
	d.owner, d.author, d.another = accounttest.New(t, d.db), accounttest.New(t, d.db), accounttest.New(t, d.db)
	d.coordinator, d.other = d.at(accounttest.New(t, d.db, account.Coordinator), ours), d.at(accounttest.New(t, d.db, account.Coordinator), theirs)
	a, err := d.acts.Begin(t.Context(), d.owner, "0198b1f2-0000-7000-8000-000000000001", acttest.Content())
	d.must(err)
	d.draft = a.ID
	d.exec("INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, d.author.ID)
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) exec(sql string, args ...any) {
	d.t.Helper()
	_, err := d.db.Exec(d.t.Context(), sql, args...)
	d.must(err)
}

func (d *desk) at(a account.Account, o organization.ID) account.Account {
	d.exec("UPDATE account SET organization_id = $2 WHERE id = $1", a.ID, o)
	a.OrganizationID = int64(o)
	return a
}

func (d *desk) open(edits bool) {
	d.t.Helper()
	d.must(d.Open(d.t.Context(), d.owner, d.draft, edits))
}

// steps is what has been done, in order.
func (d *desk) steps() string {
	d.t.Helper()
	all, err := postgres.Values[string](d.t.Context(), d.db, "SELECT deed FROM act_opening_step ORDER BY id")
	d.must(err)
	return strings.Join(all, ", ")
}

func (d *desk) mails(to account.Account) int {
	d.t.Helper()
	n, err := postgres.Value[int](d.t.Context(), d.db, "SELECT count(*) FROM mail_message WHERE recipient = $1", to.Email)
	d.must(err)
	return n
}

// seen reports whether a coordinator reads the draft, and has it listed.
func (d *desk) seen(by account.Account) bool {
	d.t.Helper()
	_, err := d.Look(d.t.Context(), by, d.draft)
	if err != nil && !errors.Is(err, fault.NotFound) {
		d.t.Fatal(err)
	}
	listed, failed := d.To(d.t.Context(), by)
	d.must(failed)
	if (err == nil) != (len(listed) == 1) {
		d.t.Errorf("read %v, listed %d", err, len(listed))
	}
	return err == nil
}

// Opening it as it is, and closing what is closed, is nothing: no step and no
// mail. What was closed is opened with a mail again.
func TestOpeningAndClosingTwice(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.must(d.Close(t.Context(), d.owner, d.draft))
	for _, edits := range []bool{false, false, true, true} {
		d.now = d.now.Add(time.Minute)
		d.open(edits)
	}
	for range 2 {
		d.must(d.Close(t.Context(), d.owner, d.draft))
	}
	d.now = d.now.Add(time.Minute)
	d.open(false)
	if got, want := d.steps(), "opened, opened for edits, closed, opened"; got != want {
		t.Errorf("the steps are %q, want %q", got, want)
	}
	if n, others := d.mails(d.coordinator), d.mails(d.other); n != 2 || others != 0 {
		t.Errorf("%d mails to the coordinator, %d to another; want 2 and 0", n, others)
	}
}

// Who coordinates and owns the draft is not written to.
func TestACoordinatorOpensTheirOwn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.exec("UPDATE act SET owner_id = $2 WHERE id = $1", d.draft, d.coordinator.ID)
	d.must(d.Open(t.Context(), d.coordinator, d.draft, false))
	if n := d.mails(d.coordinator); n != 0 {
		t.Errorf("%d mails to who opened it", n)
	}
	if report, err := d.Of(t.Context(), d.coordinator, d.draft); err != nil || report.Readers != 0 {
		t.Errorf("%d would read it, %v", report.Readers, err)
	}
}

// Only what is being written is opened, and only by its owner: an author reads
// how it is open, and a stranger nothing.
func TestWhatCanBeOpened(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for name, deed := range map[string]func(by account.Account) error{
		"open":  func(by account.Account) error { return d.Open(t.Context(), by, d.draft, false) },
		"close": func(by account.Account) error { return d.Close(t.Context(), by, d.draft) },
	} {
		if err := deed(d.author); !errors.Is(err, fault.Forbidden) {
			t.Errorf("an author may %s: %v", name, err)
		}
		if err := deed(d.another); !errors.Is(err, fault.NotFound) {
			t.Errorf("a stranger may %s: %v", name, err)
		}
	}
	if _, err := d.Of(t.Context(), d.another, d.draft); !errors.Is(err, fault.NotFound) {
		t.Errorf("a stranger reads how it is open: %v", err)
	}
	for status, want := range map[act.Status]error{
		act.Submitted: fault.Conflict, act.InReview: fault.Conflict, act.Published: fault.Conflict, act.Rejected: fault.Conflict, act.Withdrawn: fault.Conflict,
		act.ChangesRequested: nil,
	} {
		d.exec("UPDATE act SET status = $2, slug = 'kavely', submitted_at = now(), first_published_at = now() WHERE id = $1", d.draft, status)
		if err := d.Open(t.Context(), d.owner, d.draft, false); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", status, err, want)
		}
	}
}

// What has been sent is open to nobody, listed nowhere and told as closed; when
// it has come back, it is open again as it was.
func TestWhatIsSentIsNotOpen(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.open(true)
	_, err := d.acts.Submit(t.Context(), d.owner, d.draft, 0)
	d.must(err)
	if report, err := d.Of(t.Context(), d.owner, d.draft); err != nil || report.Opening.ActID != 0 || d.seen(d.coordinator) {
		t.Errorf("what has been sent is open: %+v, %v", report.Opening, err)
	}
	moderator := accounttest.New(t, d.db, account.Moderator)
	if _, err := d.Of(t.Context(), moderator, d.draft); !errors.Is(err, fault.NotFound) {
		t.Errorf("who reviews it reads who has looked at it: %v", err)
	}
	d.exec("UPDATE act SET status = 'changes_requested' WHERE id = $1", d.draft)
	if report, err := d.Of(t.Context(), d.author, d.draft); err != nil || !report.Opening.Edits || !d.seen(d.coordinator) || d.seen(d.other) {
		t.Errorf("what has come back: %+v, %v", report.Opening, err)
	}
}

// The consent is of its owner: with another one it is gone, also when the first
// one has the draft again.
func TestAnotherOwnerHasNotOpenedIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.open(true)
	for _, owner := range []account.ID{d.another.ID, d.owner.ID} {
		tx, err := d.db.Begin(t.Context())
		d.must(err)
		_, err = d.acts.ChangeTx(t.Context(), tx, d.draft, 0, func(a *act.Act) error { a.OwnerID = owner; return nil })
		d.must(err)
		d.must(tx.Commit(t.Context()))
		if d.seen(d.coordinator) {
			t.Errorf("owned by %v, it is still open", owner)
		}
	}
}

// Who has ceased to coordinate helps no more, whatever the request believes.
func TestWhoCoordinatesNoMore(t *testing.T) {
	t.Parallel()
	for name, sql := range map[string]string{
		"no role":              "UPDATE account SET roles = '{}' WHERE id = $1",
		"another organisation": "UPDATE account SET organization_id = 2 WHERE id = $1",
		"closed":               "UPDATE account SET disabled_at = now() WHERE id = $1",
	} {
		d := newDesk(t)
		d.open(true)
		d.exec(sql, d.coordinator.ID)
		for deed, err := range map[string]error{
			"look": second(d.Look(t.Context(), d.coordinator, d.draft)),
			"hint": d.Hint(t.Context(), d.coordinator, d.draft, "0198b1f2-0000-7000-8000-000000000009", "need", "Miksi?"),
			"edit": d.Edit(t.Context(), d.coordinator, d.draft, 0, act.Wording{}),
		} {
			if !errors.Is(err, fault.NotFound) {
				t.Errorf("%s: %s: %v", name, deed, err)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

// A page that is opened again within ten minutes has been looked at once; each
// looks for themself.
func TestLooksAreNoted(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	peer := d.at(accounttest.New(t, d.db, account.Coordinator), ours)
	d.open(false)
	for _, step := range []struct {
		by   account.Account
		wait time.Duration
		want string
	}{
		{d.coordinator, 0, "opened, looked"},
		{d.coordinator, 9 * time.Minute, "opened, looked"},
		{peer, 0, "opened, looked, looked"},
		{d.coordinator, 2 * time.Minute, "opened, looked, looked, looked"},
	} {
		d.now = d.now.Add(step.wait)
		if _, err := d.Look(t.Context(), step.by, d.draft); err != nil || d.steps() != step.want {
			t.Errorf("%v: the steps are %q, want %q", err, d.steps(), step.want)
		}
	}
}

// What is said is of a section, something and not endless; the same form says
// it once, with one step and one mail.
func TestHints(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.open(false)
	const key = "0198b1f2-0000-7000-8000-00000000000"
	for name, c := range map[string]struct{ section, body, field string }{
		"no section": {"", "Miksi?", "section"}, "no text of its own": {"contacts", "Miksi?", "section"},
		"nothing": {"need", " \n", "body"}, "endless": {"need", strings.Repeat("ä", opening.MaxHint+1), "body"},
	} {
		var problems validate.Problems
		if err := d.Hint(t.Context(), d.coordinator, d.draft, key+"1", c.section, c.body); !errors.As(err, &problems) || len(problems) != 1 || problems[0].Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, k := range []string{"2", "2", "3"} {
		d.must(d.Hint(t.Context(), d.coordinator, d.draft, key+k, "need", "  Miksi?  "))
	}
	hints, err := d.Hints(t.Context(), d.draft)
	if err != nil || len(hints) != 2 || hints[0].Body != "Miksi?" || hints[0].ByName != d.coordinator.Name {
		t.Errorf("the hints are %+v, %v", hints, err)
	}
	if n := d.mails(d.owner); n != 2 || d.steps() != "opened, hinted, hinted" {
		t.Errorf("%d mails, steps %q", n, d.steps())
	}
}

// Words are mended where that is allowed, in the version that was seen, and no
// other part of the draft; the same words are nothing.
func TestMending(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.open(false)
	before, err := d.acts.Find(t.Context(), d.owner, d.draft)
	d.must(err)
	words := before.Wording().Set("need", "Istuimme liikaa.")
	if err := d.Edit(t.Context(), d.coordinator, d.draft, before.Version, words); !errors.Is(err, fault.Forbidden) {
		t.Errorf("what is open to be read is mended: %v", err)
	}
	d.open(true)
	d.must(d.Edit(t.Context(), d.coordinator, d.draft, before.Version, before.Wording()))
	if err := d.Edit(t.Context(), d.coordinator, d.draft, before.Version+1, words); !errors.Is(err, fault.Conflict) {
		t.Errorf("another version is mended: %v", err)
	}
	var problems validate.Problems
	if err := d.Edit(t.Context(), d.coordinator, d.draft, before.Version, words.Set("need", strings.Repeat("ä", act.MaxDraft+1))); !errors.As(err, &problems) {
		t.Errorf("an endless text is kept: %v", err)
	}
	d.must(d.Edit(t.Context(), d.coordinator, d.draft, before.Version, words))
	after, err := d.acts.Find(t.Context(), d.owner, d.draft)
	if err != nil || after.Wording() != words || after.Stage != before.Stage || after.OwnerID != before.OwnerID || len(after.Contacts) != 1 || after.Version != before.Version+1 {
		t.Errorf("mended: %+v, %v", after, err)
	}
	if got, want := d.steps(), "opened, opened for edits, edited"; got != want {
		t.Errorf("the steps are %q, want %q", got, want)
	}
}
