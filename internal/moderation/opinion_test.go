package moderation_test

import (
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

const opinionKey = "0198b1f2-0000-7000-8004-000000000001"

// letters is how many mails somebody has got that say some words.
func (d *desk) letters(t *testing.T, to account.Account, words string) int {
	t.Helper()
	n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*) FROM mail_message WHERE recipient = $1 AND strpos(subject || body, $2) > 0", to.Email, words)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// opinions is what a moderator reads of the opinions on an act.
func (d *desk) opinions(t *testing.T, viewer account.Account, id act.ID) []moderation.Opinion {
	t.Helper()
	all, err := d.mods.Opinions(t.Context(), viewer, d.now(t, viewer, id))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// asking counts the acts in the view of those whose opinion is asked for, and
// fails unless the view has as many.
func (d *desk) asking(t *testing.T, viewer account.Account) int {
	t.Helper()
	q := d.queue(t, viewer)
	items, err := q.Items(t.Context(), moderation.Filter{View: moderation.Asked}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	n := q.Counts().Of(moderation.Filter{View: moderation.Asked})
	if len(items) != n {
		t.Errorf("%d acts in the view, %d counted", len(items), n)
	}
	return n
}

func TestASecondOpinion(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	third := accounttest.New(t, d.db, account.Moderator)
	a := d.onTheTable(t, d.author)
	for range 2 { // the same form asks once
		if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, opinionKey, d.olli.ID, "Riittävätkö luvut?"); err != nil {
			t.Fatal(err)
		}
	}
	if got := []int{d.asking(t, d.olli), d.asking(t, third), d.asking(t, d.maija)}; got[0] != 1 || got[1] != 0 || got[2] != 0 {
		t.Errorf("olli, the third and maija are asked about %v acts", got)
	}
	if d.letters(t, d.olli, "Riittävätkö luvut?") != 1 || d.letters(t, third, "Riittävätkö") != 0 {
		t.Error("olli has not got one mail, or the third has got it too")
	}
	all := d.opinions(t, third, a.ID)
	if len(all) != 1 || !all[0].CanAnswer(d.olli) || all[0].CanAnswer(third) || all[0].CanAnswer(d.maija) {
		t.Fatalf("%+v", all)
	}
	id := all[0].ID
	for who, by := range map[string]account.Account{"the third": third, "the asker": d.maija, "the author": d.author} {
		if _, err := d.mods.GiveOpinion(t.Context(), by, id, moderation.Supports, ""); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%s answers: %v", who, err)
		}
	}
	var problems validate.Problems
	if _, err := d.mods.GiveOpinion(t.Context(), d.olli, id, moderation.Opposes, ""); !errors.As(err, &problems) || problems[0].Field != "answer" {
		t.Errorf("against it without a reason: %v", err)
	}
	before := d.now(t, d.maija, a.ID)
	if _, err := d.mods.GiveOpinion(t.Context(), d.olli, id, moderation.Opposes, "Luvut puuttuvat."); err != nil {
		t.Fatal(err)
	}
	if after := d.now(t, d.maija, a.ID); after.Status != before.Status || after.Version != before.Version {
		t.Error("an opinion has changed the act")
	}
	if _, err := d.mods.GiveOpinion(t.Context(), d.olli, id, moderation.Supports, ""); !errors.Is(err, fault.Conflict) {
		t.Errorf("a second answer: %v", err)
	}
	if _, err := d.mods.DropOpinion(t.Context(), d.maija, id); !errors.Is(err, fault.Conflict) {
		t.Errorf("taken back once answered: %v", err)
	}
	if d.letters(t, d.maija, "Luvut puuttuvat.") != 1 || d.asking(t, d.olli) != 0 {
		t.Error("the asker is not told once, or olli is still asked")
	}
	if n, err := postgres.Value[int](t.Context(), d.db, "SELECT count(*) FROM audit_entry WHERE action IN ('ask an opinion', 'give an opinion')"); err != nil || n != 2 {
		t.Errorf("%d entries in the log, %v", n, err)
	}
}

// Nobody who writes an act has a say, hears of the question, or sees it in the
// queue: neither when all are asked, nor once the act has become theirs too.
func TestAuthorsHearOfNoOpinion(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	author := accounttest.New(t, d.db, account.Moderator)
	a := d.onTheTable(t, author)
	if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, opinionKey, author.ID, "Mitä mieltä?"); kindOf(err) != "adviser" {
		t.Errorf("its author is asked: %v", err)
	}
	if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, opinionKey, d.maija.ID, "Mitä mieltä?"); kindOf(err) != "adviser" {
		t.Errorf("oneself is asked: %v", err)
	}
	if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, opinionKey, 0, "Mitä mieltä?"); err != nil {
		t.Fatal(err)
	}
	if d.letters(t, author, "Mitä mieltä?") != 0 || d.asking(t, author) != 0 || len(d.opinions(t, author, a.ID)) != 0 {
		t.Error("the author hears of the question")
	}
	if d.letters(t, d.olli, "Mitä mieltä?") != 1 || d.asking(t, d.olli) != 1 {
		t.Error("olli does not hear of it")
	}
	if err := postgres.Exec(t.Context(), d.db, "INSERT INTO act_author (act_id, account_id, since) VALUES ($1, $2, now())", a.ID, d.olli.ID); err != nil {
		t.Fatal(err)
	}
	if d.asking(t, d.olli) != 0 || len(d.opinions(t, d.olli, a.ID)) != 0 {
		t.Error("olli, who writes the act by now, still sees the question")
	}
	for _, by := range []account.Account{author, d.olli} {
		if _, err := d.mods.GiveOpinion(t.Context(), by, d.opinions(t, d.maija, a.ID)[0].ID, moderation.Supports, ""); !errors.Is(err, fault.Forbidden) {
			t.Errorf("%v answers about an act of their own: %v", by.ID, err)
		}
	}
}

// kindOf is the first field with a problem, or the error.
func kindOf(err error) string {
	var problems validate.Problems
	if errors.As(err, &problems) {
		return problems[0].Field
	}
	return strings.TrimSpace("none " + errString(err))
}

func errString(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Of many who answer at once exactly one is heard, and the asker is told once.
func TestOneOfManyAnswers(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, opinionKey, 0, "Kuka ehtii?"); err != nil {
		t.Fatal(err)
	}
	id := d.opinions(t, d.olli, a.ID)[0].ID
	var heard atomic.Int32
	var all sync.WaitGroup
	for range 8 {
		by := accounttest.New(t, d.db, account.Moderator)
		all.Go(func() {
			switch _, err := d.mods.GiveOpinion(t.Context(), by, id, moderation.Neither, "Minä ehdin."); {
			case err == nil:
				heard.Add(1)
			case !errors.Is(err, fault.Conflict):
				t.Error(err)
			}
		})
	}
	all.Wait()
	if heard.Load() != 1 || d.letters(t, d.maija, "Minä ehdin.") != 1 {
		t.Errorf("%d are heard, the asker has %d mails", heard.Load(), d.letters(t, d.maija, "Minä ehdin."))
	}
}

// A question that nobody has answered is taken back, by whoever asked, and ends
// with the review.
func TestQuestionsAreTakenBackAndEnd(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	for i, question := range []string{"Ensimmäinen?", "Toinen?"} {
		if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, strings.Replace(opinionKey, "8004", "800"+string(rune('5'+i)), 1), 0, question); err != nil {
			t.Fatal(err)
		}
	}
	all := d.opinions(t, d.olli, a.ID)
	if _, err := d.mods.DropOpinion(t.Context(), d.olli, all[0].ID); !errors.Is(err, fault.Forbidden) {
		t.Errorf("olli takes back what maija asked: %v", err)
	}
	if _, err := d.mods.DropOpinion(t.Context(), d.maija, all[0].ID); err != nil {
		t.Fatal(err)
	}
	if left := d.opinions(t, d.olli, a.ID); len(left) != 1 || left[0].Question != "Toinen?" {
		t.Errorf("%+v", left)
	}
	if err := d.mods.Approve(t.Context(), d.maija, a.ID, 0, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := d.mods.GiveOpinion(t.Context(), d.olli, all[1].ID, moderation.Supports, ""); !errors.Is(err, fault.Conflict) || d.asking(t, d.olli) != 0 {
		t.Errorf("answered once the act is out: %v", err)
	}
	if err := d.mods.AskOpinion(t.Context(), d.maija, a.ID, "0198b1f2-0000-7000-8007-000000000001", 0, "Vieläkö?"); !errors.Is(err, fault.Conflict) {
		t.Errorf("asked once the act is out: %v", err)
	}
}
