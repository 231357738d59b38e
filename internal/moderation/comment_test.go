package moderation_test

import (
	"errors"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
)

const (
	keyOne = "0198b1f2-0000-7000-9000-000000000001"
	keyTwo = "0198b1f2-0000-7000-9000-000000000002"
)

// onTheTable is an act of the author that maija has taken.
func (d *desk) onTheTable(t *testing.T, owner account.Account) act.Act {
	t.Helper()
	a := d.submitted(t, owner)
	if err := d.mods.Take(t.Context(), d.maija, a.ID, 0); err != nil {
		t.Fatal(err)
	}
	return d.now(t, d.maija, a.ID)
}

// now is an act as somebody works on it.
func (d *desk) now(t *testing.T, viewer account.Account, id act.ID) act.Act {
	t.Helper()
	a, err := d.acts.Working(t.Context(), viewer, id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// said is what viewer reads of the comments on an act, in one line.
func (d *desk) said(t *testing.T, viewer account.Account, a act.Act) string {
	t.Helper()
	all, err := d.mods.Comments(t.Context(), viewer, a)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, c := range all {
		words = append(words, strings.TrimSpace(string(c.Section)+"="+c.Body+" "+c.ModeratorName))
	}
	return strings.Join(words, "; ")
}

// The author reads the comments with the return, without the name of the
// moderator, and no longer once the act is sent again.
func TestCommentsComeWithTheReturn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	for range 2 { // the same form
		if err := d.mods.Comment(t.Context(), d.maija, a.ID, keyOne, "results", "Montako tuntia säästyi?"); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.said(t, d.author, d.now(t, d.author, a.ID)); got != "" {
		t.Errorf("before the return the author reads %q", got)
	}
	if err := d.mods.Return(t.Context(), d.maija, a.ID, 0, "Vielä vähän lukuja."); err != nil {
		t.Fatal(err)
	}
	a = d.now(t, d.author, a.ID)
	if got := d.said(t, d.author, a); got != "results=Montako tuntia säästyi?" {
		t.Errorf("the author reads %q", got)
	}
	stranger := accounttest.New(t, d.db, account.Team)
	if got := d.said(t, stranger, a); got != "" {
		t.Errorf("the team reads %q", got)
	}
	if err := d.mods.Comment(t.Context(), d.maija, a.ID, keyTwo, "need", "Liian myöhään"); !errors.Is(err, fault.Conflict) {
		t.Errorf("a comment on what the author has: %v", err)
	}
	if a, err := d.acts.Submit(t.Context(), d.author, a.ID, a.Version); err != nil || d.said(t, d.author, a) != "" {
		t.Errorf("sent again, the author still reads %q, %v", d.said(t, d.author, a), err)
	}
	if got := d.said(t, d.olli, d.now(t, d.olli, a.ID)); !strings.HasPrefix(got, "results=Montako tuntia säästyi? ") {
		t.Errorf("the next moderator reads %q", got)
	}
}

func TestACommentIsTakenBackByItsWriterUntilItIsSent(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.author)
	var p validate.Problems
	if err := d.mods.Comment(t.Context(), d.maija, a.ID, keyOne, "no such", " "); !errors.As(err, &p) || len(p) != 2 {
		t.Errorf("an empty comment on nothing: %v", err)
	}
	for key, section := range map[string]moderation.Section{keyOne: "need", keyTwo: "files"} {
		if err := d.mods.Comment(t.Context(), d.maija, a.ID, key, section, "Selvennä."); err != nil {
			t.Fatal(err)
		}
	}
	all, err := d.mods.Comments(t.Context(), d.maija, a)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	for _, try := range []struct {
		by   account.Account
		want error
	}{{d.author, fault.Forbidden}, {d.olli, fault.Forbidden}, {d.maija, nil}, {d.maija, fault.NotFound}} {
		if _, err := d.mods.Uncomment(t.Context(), try.by, all[0].ID); !errors.Is(err, try.want) {
			t.Errorf("%s takes it back: %v, want %v", try.by.Email, err, try.want)
		}
	}
	if err := d.mods.Return(t.Context(), d.maija, a.ID, 0, "Kas näin."); err != nil {
		t.Fatal(err)
	}
	if _, err := d.mods.Uncomment(t.Context(), d.maija, all[1].ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("taken back after the return: %v", err)
	}
}

// A note is for those who may decide on the act; its author is not one of
// them, be that a moderator too.
func TestNotesAreForTheOtherModerators(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	a := d.onTheTable(t, d.olli)
	for range 2 { // the same form
		if err := d.mods.Note(t.Context(), d.maija, a.ID, keyOne, "Kysyn vielä Kuntaliitosta."); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.mods.Note(t.Context(), d.olli, a.ID, keyTwo, "Oma teko"); !errors.Is(err, fault.Forbidden) {
		t.Errorf("a note on an own act: %v", err)
	}
	admin, team := accounttest.New(t, d.db, account.Admin), accounttest.New(t, d.db, account.Team)
	for who, want := range map[*account.Account]int{&d.maija: 1, &admin: 1, &d.olli: 0, &team: 0, &d.author: 0, {}: 0} {
		if notes, err := d.mods.Notes(t.Context(), *who, a); err != nil || len(notes) != want {
			t.Errorf("%s reads %d notes, want %d, %v", who.Email, len(notes), want, err)
		}
	}
	notes, err := d.mods.Notes(t.Context(), d.maija, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, try := range []struct {
		by   account.Account
		want error
	}{{d.olli, fault.Forbidden}, {admin, fault.Forbidden}, {d.maija, nil}} {
		if _, err := d.mods.Unnote(t.Context(), try.by, notes[0].ID); !errors.Is(err, try.want) {
			t.Errorf("%s removes it: %v, want %v", try.by.Email, err, try.want)
		}
	}
}
