package moderation_test

import (
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
)

// Whoever writes an act hears of every decision on it, once, and nobody of what
// they have done themself.
func TestAuthorsHearOfEveryDecision(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	admin, mate, ctx := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db), t.Context()
	at := time.Now().Add(48 * time.Hour)
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	// told is the mails of the last deed: who has got them, and the words.
	seen := 0
	told := func(what string, words string, to ...account.Account) {
		t.Helper()
		mails, err := postgres.All[struct{ Recipient, Subject, Body string }](ctx, d.db, "SELECT recipient, subject, body FROM mail_message ORDER BY id OFFSET $1", seen)
		do(err)
		seen += len(mails)
		got := map[string]int{}
		for _, m := range mails {
			if strings.HasPrefix(m.Subject, "Uusi teko jonossa") { // to the moderators
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
	taken := func() act.Act {
		t.Helper()
		a := d.submitted(t, d.author)
		do(postgres.Exec(ctx, d.db, "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, mate.ID))
		do(d.mods.Take(ctx, d.maija, a.ID, 0))
		told("sent", "Kiitos, teko on perillä", d.author)
		return a
	}
	a := taken()
	do(d.mods.Schedule(ctx, d.maija, a.ID, 0, at))
	told("approved for a time", i18n.DateTime(ctx, at), d.author, mate)
	do(d.mods.Publish(ctx, d.maija, a.ID, 0))
	told("published", "Tekosi on julkaistu", d.author, mate)
	do(d.mods.Hide(ctx, d.maija, a.ID, 0, "Tarkistamme."))
	told("hidden", "Tarkistamme.", d.author, mate)
	do(d.mods.Show(ctx, d.maija, a.ID, 0))
	told("shown", "Tekosi on taas esillä", d.author, mate)
	_, err := d.acts.Archive(ctx, d.author, a.ID, 0)
	do(err)
	told("archived by its owner", "Teko on arkistoitu", mate)

	a = taken()
	do(d.mods.Reject(ctx, d.maija, a.ID, 0, "Ei ole teko."))
	told("rejected", "Ei ole teko.", d.author, mate)
	do(d.mods.Reopen(ctx, admin, a.ID, 0))
	told("reopened", "Teko on taas käsittelyssä", d.author, mate)
	do(d.mods.Take(ctx, d.maija, a.ID, 0))
	do(d.mods.Approve(ctx, d.maija, a.ID, 0, nil))
	told("approved and out", "Tekosi on julkaistu", d.author, mate)
	_, err = d.acts.Archive(ctx, d.maija, a.ID, 0)
	do(err)
	told("archived by a moderator", "Teko on arkistoitu", d.author, mate)
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
