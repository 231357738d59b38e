package moderation_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// ears hear which mails a deed has brought.
type ears struct {
	*desk
	seen int
}

// told checks whom the last deed was told to, once each, and in which words.
func (e *ears) told(t *testing.T, what, words string, to ...account.Account) {
	t.Helper()
	mails, err := postgres.All[struct{ Recipient, Subject, Body string }](t.Context(), e.db, "SELECT recipient, subject, body FROM mail_message ORDER BY id OFFSET $1", e.seen)
	if err != nil {
		t.Fatal(err)
	}
	e.seen += len(mails)
	got := map[string]int{}
	for _, m := range mails {
		if strings.HasPrefix(m.Subject, "Uusi teko jonossa") || strings.HasPrefix(m.Subject, "Päivitys jonossa") { // to the moderators
			continue
		}
		got[m.Recipient]++
		if !strings.Contains(m.Subject+m.Body, words) || strings.Contains(m.Subject+m.Body, "%!") {
			t.Errorf("%s: %s\n%s", what, m.Subject, m.Body)
		}
	}
	for _, who := range to {
		if got[who.Email] != 1 {
			t.Errorf("%s: %d mails to %s", what, got[who.Email], who.Email)
		}
	}
	if len(got) != len(to) {
		t.Errorf("%s: told are %v", what, got)
	}
}

// sentWith is an act of the author's, which mate writes too, as it is sent.
func (e *ears) sentWith(t *testing.T, mate account.Account) act.Act {
	t.Helper()
	a := e.submitted(t, e.author)
	e.do(t, postgres.Exec(t.Context(), e.db, "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, mate.ID))
	e.told(t, "sent", "Kiitos, teko on perillä", e.author)
	return a
}

func (e *ears) do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Whoever writes an act hears of every decision on it, once, and nobody of what
// they have done themself.
func TestAuthorsHearOfEveryDecision(t *testing.T) {
	t.Parallel()
	d := &ears{desk: newDesk(t)}
	admin, mate, ctx := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db), t.Context()
	at := time.Now().Add(48 * time.Hour)
	a := d.sentWith(t, mate)
	d.do(t, d.mods.Take(ctx, d.maija, a.ID, 0))
	d.do(t, d.mods.Schedule(ctx, d.maija, a.ID, 0, at))
	d.told(t, "approved for a time", i18n.DateTime(ctx, at), d.author, mate)
	d.do(t, d.mods.Publish(ctx, d.maija, a.ID, 0))
	d.told(t, "published", "Tekosi on julkaistu", d.author, mate)
	d.do(t, d.mods.Hide(ctx, d.maija, a.ID, 0, "Tarkistamme."))
	d.told(t, "hidden", "Tarkistamme.", d.author, mate)
	d.do(t, d.mods.Show(ctx, d.maija, a.ID, 0))
	d.told(t, "shown", "Tekosi on taas esillä", d.author, mate)
	_, err := d.acts.Archive(ctx, d.author, a.ID, 0)
	d.do(t, err)
	d.told(t, "archived by its owner", "Teko on arkistoitu", mate)

	a = d.sentWith(t, mate)
	d.do(t, d.mods.Take(ctx, d.maija, a.ID, 0))
	d.do(t, d.mods.Reject(ctx, d.maija, a.ID, 0, "Ei ole teko."))
	d.told(t, "rejected", "Ei ole teko.", d.author, mate)
	d.do(t, d.mods.Reopen(ctx, admin, a.ID, 0))
	d.told(t, "reopened", "Teko on taas käsittelyssä", d.author, mate)
	d.do(t, d.mods.Take(ctx, d.maija, a.ID, 0))
	d.do(t, d.mods.Approve(ctx, d.maija, a.ID, 0, nil))
	d.told(t, "approved and out", "Tekosi on julkaistu", d.author, mate)
	_, err = d.acts.Archive(ctx, d.maija, a.ID, 0)
	d.do(t, err)
	d.told(t, "archived by a moderator", "Teko on arkistoitu", d.author, mate)
}

// Whoever writes an act with its owner hears that it, or its update, has been
// withdrawn: once, and in their own language.
func TestAuthorsHearThatTheOwnerWithdraws(t *testing.T) {
	t.Parallel()
	d := &ears{desk: newDesk(t)}
	mate, ctx := accounttest.New(t, d.db), t.Context()
	a := d.sentWith(t, mate)
	d.do(t, postgres.Exec(ctx, d.db, "UPDATE account SET language = 'sv' WHERE id = $1", mate.ID))
	_, err := d.acts.Withdraw(ctx, d.author, a.ID, a.Version)
	d.do(t, err)
	if _, err := d.acts.Withdraw(ctx, d.author, a.ID, a.Version); !errors.Is(err, fault.Conflict) {
		t.Errorf("withdrawn twice: %v", err)
	}
	d.told(t, "withdrawn", "Gärningen har dragits tillbaka: "+a.Title, mate)

	a = d.sentWith(t, mate)
	d.do(t, d.mods.Take(ctx, d.maija, a.ID, 0))
	d.do(t, d.mods.Approve(ctx, d.maija, a.ID, 0, nil))
	d.seen += 2   // both hear that it is out
	for range 2 { // an update may be begun and withdrawn again
		_, err = d.acts.Revise(ctx, d.author, a.ID)
		d.do(t, err)
		_, err = d.acts.Withdraw(ctx, d.author, a.ID, 0)
		d.do(t, err)
		d.told(t, "its update withdrawn", "Uppdateringen har dragits tillbaka: "+a.Title, mate)
	}
}

// By when an act is answered: who has it on the table says so.
func TestDue(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	free, taken := d.submitted(t, d.author), d.submitted(t, d.author)
	if err := d.mods.Take(t.Context(), d.maija, taken.ID, 0); err != nil {
		t.Fatal(err)
	}
	due, err := d.mods.Due(t.Context(), []act.Act{free, taken})
	if err != nil || len(due) != 1 || due[taken.ID].IsZero() {
		t.Errorf("due are %v, %v", due, err)
	}
}
