package ui

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// Card is one act in a list.
type Card struct {
	Title, URL, Lead string
	Sector           string // its name
	Color            string // data-color of its awning; see ColorOf
	Organization     string
	Date             string
	Awarded          bool
	Adopted          string // by how many others, in words; "" for none
	Lang             string // of the title and the lead
	ID               int64  // of the act
	TitleMarks       []Part // the title with what a search has found in it; none: as it is
	LeadMarks        []Part // what stands in place of the lead, likewise
	Why              string // why the act is shown, "" when that is plain
}

// A Part is a piece of a text, marked when a search has found it.
type Part struct {
	Text string
	Mark bool
}

// ColorOf is the colour of a sector by its code. Colour is never the only
// sign: the name stands on the card too.
func ColorOf(sector string) string {
	switch sector {
	case "education-and-upbringing":
		return "aurinko"
	case "social-and-health-services":
		return "puolukka"
	case "management-administration-and-finance":
		return "mustikka"
	case "culture-and-leisure":
		return "kanerva"
	case "housing-property-and-environment":
		return "kuusi"
	case "business-services":
		return "savi"
	case "cleaning-and-catering-services":
		return "meri"
	case "employment-services":
		return "teltta"
	}
	return "jarvi"
}

// marked is a text, or its parts when there are any. No space may come between
// them, so it is no templ.
func marked(text string, parts []Part) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		if len(parts) == 0 {
			parts = []Part{{Text: text}}
		}
		var b strings.Builder
		for _, p := range parts {
			if p.Mark {
				b.WriteString("<mark>" + templ.EscapeString(p.Text) + "</mark>")
			} else {
				b.WriteString(templ.EscapeString(p.Text))
			}
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}
