package deck

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
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
	Filed       map[int64]bool // acts with a word that only a document of theirs has
	Files       func(ctx context.Context, acts []int64) ([]File, error)
}

// A File is a document of an act, and its words.
type File struct {
	ActID      int64
	Name, Body string
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
// marked: in the title and the lead when it is there, else in a piece of the
// text, else of a document, which is named.
func (d Deck) Marked(ctx context.Context, ids []int64, found Found) ([]ui.Card, error) {
	cards, err := d.Cards(ctx, ids)
	mark := found.Mark
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
	return cards, found.nameFiles(ctx, cards)
}

// inFile says where a word stands that the act itself does not have.
var inFile = i18n.T("Löytyy liitteestä %s", "Finns i bilagan %s", "Found in the attachment %s")

// nameFiles tells of each card with a word that only a document has which one
// that is: the one with the most to mark, at first sight.
func (f Found) nameFiles(ctx context.Context, cards []ui.Card) error {
	var acts []int64
	for _, c := range cards {
		if f.Filed[c.ID] {
			acts = append(acts, c.ID)
		}
	}
	if len(acts) == 0 {
		return nil
	}
	files, err := f.Files(ctx, acts)
	if err != nil {
		return err
	}
	for i := range cards {
		c, most := &cards[i], 0
		bare := !hasMark(c.TitleMarks) && !hasMark(c.LeadMarks)
		for _, file := range files {
			if file.ActID != c.ID {
				continue
			}
			_, piece := f.Mark(c.Lang, "", file.Body)
			if n := marks(piece); n > most {
				if bare {
					c.LeadMarks = piece
				}
				c.Why, most = inFile.In(ctx, file.Name), n
			}
		}
	}
	return nil
}

func marks(parts []ui.Part) int {
	n := 0
	for _, p := range parts {
		if p.Mark {
			n++
		}
	}
	return n
}

func hasMark(parts []ui.Part) bool {
	return slices.ContainsFunc(parts, func(p ui.Part) bool { return p.Mark })
}
