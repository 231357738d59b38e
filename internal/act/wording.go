package act

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/worddiff"
)

// A Wording is the words of an act, without its facts.
type Wording struct{ Title, Lead, Need, Approach, Results, Lessons string }

// Wording is the words of c.
func (c Content) Wording() Wording {
	return Wording{c.Title, c.Lead, c.Need, c.Approach, c.Results, c.Lessons}
}

// In is the content with other words.
func (w Wording) In(c Content) Content {
	c.Title, c.Lead, c.Need, c.Approach, c.Results, c.Lessons = w.Title, w.Lead, w.Need, w.Approach, w.Results, w.Lessons
	return c
}

// WordingFields is the fields of a Wording, in the order of the form.
func WordingFields() []string {
	return []string{"title", "lead", "need", "approach", "results", "lessons"}
}

// Of is the text of a field.
func (w Wording) Of(field string) string { return *w.at(field) }

// Set is the words with another text in a field.
func (w Wording) Set(field, text string) Wording {
	*w.at(field) = text
	return w
}

func (w *Wording) at(field string) *string {
	return map[string]*string{
		"title": &w.Title, "lead": &w.Lead, "need": &w.Need, "approach": &w.Approach, "results": &w.Results, "lessons": &w.Lessons,
	}[field]
}

// A Change is how one text of an act has changed, by words.
type Change struct {
	Field  string
	Pieces []worddiff.Piece
}

// Changes is how the words have become others.
func (w Wording) Changes(after Wording) []Change {
	var all []Change
	for _, f := range WordingFields() {
		if before, now := w.Of(f), after.Of(f); before != now {
			all = append(all, Change{f, worddiff.Of(before, now)})
		}
	}
	return all
}

// A Rewording is how a moderator has mended the words of an act under review.
type Rewording struct {
	Revision      int
	OfUpdate      bool
	ByID          account.ID
	Before, After Wording
	At            time.Time
	ByName        string `db:"-"` // "": told by no name
}

// errSameWords is that a rewording changes nothing.
var errSameWords = errors.New("the words are as they were")

// CanReword reports whether viewer may mend the words of a.
func (a Act) CanReword(viewer account.Account) bool {
	return a.Status == InReview && a.CanReview(viewer)
}

// Reword mends the words of a while it is under review: its authors cannot
// write then.
func (a *Act) Reword(w Wording, by account.Account) error {
	if err := a.allow(by, a.CanReview(by), "reword"); err != nil {
		return err
	}
	if !a.CanReword(by) {
		return fmt.Errorf("reword %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	var problems validate.Problems
	c := w.In(a.Content)
	if err := a.Form().Check(c); errors.As(err, &problems) {
		if err := problems.Only(WordingFields()...).Err(); err != nil {
			return err
		}
	}
	if sameWords(w, a.Wording()) {
		return errSameWords
	}
	a.Content = c
	return nil
}

// sameWords takes no notice of how a form ends its lines.
func sameWords(a, b Wording) bool {
	for _, f := range WordingFields() {
		if plain := strings.NewReplacer("\r\n", "\n"); strings.TrimSpace(plain.Replace(a.Of(f))) != strings.TrimSpace(plain.Replace(b.Of(f))) {
			return false
		}
	}
	return true
}
