package moderation_test

import (
	"errors"
	"fmt"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/postgres"
)

// Who has the act on the table is written to, else every moderator; an answer
// goes to the authors and settles what waits. Nobody floods anybody.
func TestMessagesGoToWhomTheyConcern(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	ctx, n := t.Context(), 0
	write := func(by account.Account, id act.ID) error {
		n++
		return d.mods.Write(ctx, by, id, fmt.Sprintf("0198b1f2-0000-7000-8004-%012d", n), "Kysymys.")
	}
	mails := func(to account.Account) int {
		t.Helper()
		n, err := postgres.Value[int](ctx, d.db, "SELECT count(*) FROM mail_message WHERE recipient = $1 AND (subject LIKE 'Viesti teosta%' OR subject LIKE 'Moderoija kirjoitti%')", to.Email)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	draft, err := d.acts.Begin(ctx, d.author, "0198b1f2-0000-7000-8000-000000000999", acttest.Content())
	if err != nil {
		t.Fatal(err)
	}
	if err := write(d.author, draft.ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("about a draft: %v", err)
	}
	a := d.submitted(t, d.author)
	for step, deed := range []func() error{
		func() error { return write(d.author, a.ID) },
		func() error { return d.mods.Take(ctx, d.olli, a.ID, 0) },
		func() error { return write(d.author, a.ID) },
	} {
		if err := deed(); err != nil {
			t.Fatalf("step %d: %v", step, err)
		}
	}
	if got := []int{mails(d.maija), mails(d.olli)}; got[0] != 1 || got[1] != 2 {
		t.Errorf("the moderators got %v mails, want 1 and 2", got)
	}
	for _, want := range []int{1, 0} {
		if q, err := d.mods.Queue(ctx, d.maija); err != nil || q.Messages != want {
			t.Errorf("%d acts wait, want %d, %v", q.Messages, want, err)
		}
		if err := write(d.olli, a.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := mails(d.author); got != 2 {
		t.Errorf("the author got %d mails, want 2", got)
	}
	for err == nil {
		err = write(d.author, a.ID)
	}
	if !errors.Is(err, fault.TooMany) || n > 40 {
		t.Errorf("message %d: %v", n, err)
	}
}
