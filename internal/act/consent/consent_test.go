package consent_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/organization/referencetest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/version"
)

const maija = "maija.testi@example.fi" // the contact of the sample

// square is a database whose time moves only when told to.
type square struct {
	*consent.Service
	t     *testing.T
	db    *postgres.DB
	acts  *act.Service
	owner account.Account
	at    time.Time
}

func newSquare(t *testing.T) *square {
	t.Helper()
	db := referencetest.New(t)
	s := &square{t: t, db: db, acts: acttest.Service(t, db), owner: accounttest.New(t, db), at: time.Now()}
	now := func() time.Time { return s.at }
	s.Service = consent.New(db, consent.Parts{Acts: s.acts, Accounts: accounttest.Service(t, db, now), Mails: accounttest.Outbox(t, db, now)}, now)
	return s
}

func (s *square) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *square) exec(sql string, args ...any) {
	s.t.Helper()
	_, err := s.db.Exec(s.t.Context(), sql, args...)
	s.must(err)
}

// send tells of an act with the contacts, and lets it out.
func (s *square) send(contacts ...act.Contact) act.Act {
	s.t.Helper()
	c := acttest.Content()
	if contacts != nil {
		c.Contacts = contacts
	}
	a, err := s.acts.Begin(s.t.Context(), s.owner, "0198b1f2-0000-7000-8000-000000000001", c)
	s.must(err)
	_, err = s.acts.Submit(s.t.Context(), s.owner, a.ID, 0)
	s.must(err)
	s.exec("UPDATE act SET status = 'published', first_published_at = now() WHERE id = $1", a.ID)
	return a
}

// shown is the names of the contacts that a visitor sees.
func (s *square) shown(id act.ID) string {
	s.t.Helper()
	a, err := s.acts.Find(s.t.Context(), account.Account{}, id)
	s.must(err)
	var names []string
	for _, c := range a.ContactsFor(account.Account{}) {
		names = append(names, c.Name)
	}
	return strings.Join(names, " ")
}

// mails is what an address has got, the newest first.
func (s *square) mails(to string) []string {
	s.t.Helper()
	all, err := postgres.Values[string](s.t.Context(), s.db, "SELECT subject || E'\n' || body FROM mail_message WHERE recipient = $1 ORDER BY id DESC", to)
	s.must(err)
	return all
}

// token is the one of the newest mail to the contact.
func (s *square) token() string {
	s.t.Helper()
	for _, m := range s.mails(maija) {
		if _, rest, found := strings.Cut(m, "/yhteyshenkilo/"); found {
			token, _, _ := strings.Cut(rest, "\n")
			return token
		}
	}
	s.t.Fatalf("no link has been mailed to %s", maija)
	return ""
}

func TestAContactIsShownOnceAskedAndGone(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.send()
	if got := s.mails(maija); len(got) != 1 || !strings.Contains(got[0], "Saako sinut näyttää") {
		t.Fatalf("the contact got %q", got)
	}
	if got := s.shown(a.ID); got != "" {
		t.Errorf("before an answer %q is shown", got)
	}
	token := s.token()
	if o, err := s.Peek(ctx, token); err != nil || o.State != act.Asked || o.Contact.Name != "Maija Testi" || s.shown(a.ID) != "" {
		t.Errorf("opening the link: %+v, %v, and shown %q", o, err, s.shown(a.ID))
	}
	before, err := version.Now(ctx, s.db)
	s.must(err)
	for range 2 {
		s.must(s.Give(ctx, token))
	}
	if got := s.shown(a.ID); got != "Maija Testi" {
		t.Errorf("after a yes %q is shown", got)
	}
	given, err := version.Now(ctx, s.db)
	if err != nil || given == before {
		t.Errorf("the pages in memory are still good: version %d, %v", given, err)
	}
	for range 2 {
		s.must(s.Withdraw(ctx, token))
	}
	if got := s.shown(a.ID); got != "" {
		t.Errorf("after withdrawing %q is shown", got)
	}
	if gone, err := version.Now(ctx, s.db); err != nil || gone == given {
		t.Errorf("the pages in memory are still good: version %d, %v", gone, err)
	}
	if got := s.mails(s.owner.Email); !strings.HasPrefix(got[0], "Yhteyshenkilö on vetäytynyt") || strings.HasPrefix(got[1], "Yhteyshenkilö on vetäytynyt") {
		t.Errorf("the owner got %q, want one mail of it", got)
	}
	if err := s.Give(ctx, "väärä"); !errors.Is(err, fault.NotFound) {
		t.Errorf("a wrong link: %v", err)
	}
}

func TestWhoeverNamesThemselfIsNotAsked(t *testing.T) {
	t.Parallel()
	s := newSquare(t)
	own := act.Contact{Name: "Testi Testinen", Email: strings.ToUpper(s.owner.Email), Consent: true, VisibleTo: act.Everyone}
	nameless := act.Contact{Name: "Joku Muu", Phone: "040 123", Consent: true, VisibleTo: act.Everyone}
	hidden := act.Contact{Name: "Piilossa", Email: "piilossa@example.fi", VisibleTo: act.Nobody}
	if got := s.shown(s.send(own, nameless, hidden).ID); got != "Testi Testinen" {
		t.Errorf("shown: %q; want the writer, and nobody who cannot be asked", got)
	}
	for _, m := range append(s.mails("piilossa@example.fi"), s.mails(s.owner.Email)...) {
		if strings.Contains(m, "yhteyshenkilönä") {
			t.Errorf("asked in vain: %q", m)
		}
	}
}

func TestOtherDetailsAreAnotherQuestion(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.send()
	s.must(s.Give(ctx, s.token()))
	_, err := s.acts.Revise(ctx, s.owner, a.ID)
	s.must(err)
	c := acttest.Content()
	c.Contacts[0].Phone = "040 999"
	_, err = s.acts.Edit(ctx, s.owner, a.ID, 0, c)
	s.must(err)
	_, err = s.acts.Submit(ctx, s.owner, a.ID, 0)
	s.must(err)
	if got := s.mails(maija); len(got) != 2 || s.shown(a.ID) != "Maija Testi" {
		t.Errorf("%d mails and %q shown; want a second question, and the old details until the update is out", len(got), s.shown(a.ID))
	}
	latest := s.token()
	s.exec("UPDATE act_contact SET phone = '040 999'")
	if got := s.shown(a.ID); got != "" {
		t.Errorf("the new details are shown unasked: %q", got)
	}
	s.must(s.Give(ctx, latest))
	if got := s.shown(a.ID); got != "Maija Testi" {
		t.Errorf("after a yes to the new details: %q", got)
	}
	s.must(s.Withdraw(ctx, latest))
	s.exec("UPDATE act_update SET status = 'changes_requested'")
	c.Contacts[0].Title = "Johtaja"
	_, err = s.acts.Edit(ctx, s.owner, a.ID, 0, c)
	s.must(err)
	_, err = s.acts.Submit(ctx, s.owner, a.ID, 0)
	s.must(err)
	s.exec("UPDATE act_contact SET title = 'Johtaja'")
	if got := s.mails(maija); len(got) != 2 || s.shown(a.ID) != "" {
		t.Errorf("who has withdrawn got %d mails, and %q is shown", len(got), s.shown(a.ID))
	}
}

func TestTheYearlyQuestionGoesOutOnce(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.send()
	s.must(s.Give(ctx, s.token()))
	remind := func() {
		var wg sync.WaitGroup
		for range 3 { // programs that share the database, and retries
			wg.Go(func() {
				if err := s.Remind(ctx); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	}
	for _, step := range []struct {
		later time.Duration
		want  int
	}{{0, 1}, {364 * 24 * time.Hour, 1}, {3 * 24 * time.Hour, 2}, {time.Hour, 2}, {370 * 24 * time.Hour, 3}} {
		s.at = s.at.Add(step.later)
		remind()
		if got := s.mails(maija); len(got) != step.want {
			t.Errorf("%v later: %d mails, want %d", step.later, len(got), step.want)
		}
	}
	if got := s.mails(maija)[0]; !strings.HasPrefix(got, "Vieläkö olet yhteyshenkilö") || s.shown(a.ID) != "Maija Testi" {
		t.Errorf("the mail is %q", got)
	}
	s.must(s.Withdraw(ctx, s.token()))
	s.at = s.at.AddDate(2, 0, 0)
	remind()
	if got := s.mails(maija); len(got) != 3 || s.shown(a.ID) != "" {
		t.Errorf("who has withdrawn is asked again: %d mails", len(got))
	}
}

func TestContactsOfFilesAreAskedAfterAYear(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	a := s.send()
	s.exec("DELETE FROM contact_consent")
	s.exec("DELETE FROM mail_message")
	if got := s.shown(a.ID); got != "Maija Testi" {
		t.Errorf("told by a file, shown %q", got)
	}
	s.must(s.Remind(ctx))
	if got := s.mails(maija); len(got) != 0 {
		t.Errorf("asked at once: %q", got)
	}
	s.at = s.at.AddDate(1, 0, 1)
	s.must(s.Remind(ctx))
	if got := s.mails(maija); len(got) != 1 {
		t.Errorf("after a year: %q", got)
	}
	s.must(s.Withdraw(ctx, s.token()))
	s.must(s.Remind(ctx))
	if got := s.shown(a.ID); got != "" {
		t.Errorf("withdrawn, and shown %q", got)
	}
}
