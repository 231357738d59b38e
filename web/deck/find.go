package deck

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/web/ui"
)

// Found is what a search has found among the public acts.
type Found struct {
	Hits        []int64  // acts, the best first; nil: nothing was searched
	Partial     bool     // not every word is in every hit
	Corrected   string   // the search that was answered, when a word seemed mistyped
	Suggestions []string // searches that would find more
	Also        []string // synonyms that were searched too
	Mark        Marker
}

// A Marker marks what a search has found: in the title, and in the best piece
// of the first of the texts that has anything.
type Marker func(lang, title string, texts ...string) (marked, piece []ui.Part)

// An Alike is an act that is like another, and what they share.
type Alike struct {
	Act   int64
	Words []string
	Terms []int16 // sectors and themes
}

// A Suggestion is what somebody who types may mean.
type Suggestion struct {
	Text string
	Acts int // how many acts have the word
}

// Finder looks acts up by what people type, and acts that are like another.
type Finder struct {
	Find    func(ctx context.Context, text string) (Found, error)
	Again   func(ctx context.Context, text string) ([]int64, error) // for who follows what it finds: nobody asks it anew
	Typed   func(ctx context.Context, text string) (Found, error)   // by somebody who is still typing
	Similar func(ctx context.Context, act int64, n int) ([]Alike, error)
	Suggest func(ctx context.Context, text string, n int) ([]Suggestion, error)
}

// Marked is cards of acts that a search has found, with what it has found
// marked: in the title and the lead when it is there, else in a piece of the text.
func (d Deck) Marked(ctx context.Context, ids []int64, mark Marker) ([]ui.Card, error) {
	cards, err := d.Cards(ctx, ids)
	if err != nil || mark == nil {
		return cards, err
	}
	var elsewhere []act.ID
	for i := range cards {
		c := &cards[i]
		c.TitleMarks, c.LeadMarks = mark(c.Lang, c.Title, c.Lead)
		if !hasMark(c.TitleMarks) && !hasMark(c.LeadMarks) { // nothing on the card says why it was found
			elsewhere = append(elsewhere, act.ID(c.ID))
		}
	}
	texts, err := d.Acts.Texts(ctx, elsewhere)
	if err != nil {
		return nil, err
	}
	for i := range cards {
		c := &cards[i]
		if t := texts[act.ID(c.ID)]; t != nil {
			if _, piece := mark(c.Lang, "", t...); hasMark(piece) {
				c.LeadMarks = piece
			}
		}
	}
	return cards, nil
}

func hasMark(parts []ui.Part) bool {
	return slices.ContainsFunc(parts, func(p ui.Part) bool { return p.Mark })
}
