package act

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Advice is what would make an act more useful to others. It keeps nobody
// from sending.
type Advice string

// The advices.
const (
	NoFigures Advice = "figures"  // the results tell no number
	General   Advice = "general"  // the title could be that of many acts
	Capitals  Advice = "capitals" // hard to read
	Brief     Advice = "brief"    // too short to be copied
	NoLead    Advice = "lead"     // nothing to show in lists
	NoLessons Advice = "lessons"
	NoContact Advice = "contact" // nobody whom readers could ask
)

// A Hint is an advice on a field of the form.
type Hint struct {
	Field string
	Advice
}

// briefWords is how few words are too few to do the same.
const briefWords = 15

// Advise is the hints on a text, in the order of the form. What is missing
// altogether and must be there is none of them: Check tells that.
func (c Content) Advise() []Hint {
	var hints []Hint
	add := func(field string, a Advice, when bool) {
		if when {
			hints = append(hints, Hint{field, a})
		}
	}
	add("title", Capitals, capitals(c.Title))
	add("title", General, general(c.Title))
	add("lead", NoLead, c.Lead == "")
	for _, s := range []struct{ field, text string }{{"need", c.Need}, {"approach", c.Approach}, {"results", c.Results}, {"lessons", c.Lessons}} {
		add(s.field, Capitals, capitals(s.text))
		add(s.field, Brief, s.text != "" && s.field != "lessons" && len(strings.Fields(s.text)) < briefWords)
	}
	add("results", NoFigures, c.Results != "" && !strings.ContainsFunc(c.Results, unicode.IsNumber))
	add("lessons", NoLessons, c.Lessons == "")
	add("contact_name", NoContact, len(c.Contacts) > 0 && !slices.ContainsFunc(c.Contacts, func(k Contact) bool { return k.VisibleTo != Nobody && k.Email+k.Phone != "" }))
	return hints
}

// capitals reports whether most of a text is written in capitals.
func capitals(text string) bool {
	upper, letters := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return letters >= 12 && upper*10 > letters*7
}

// generalWords begin the words that tell nothing of an act by themselves.
var generalWords = []string{
	"kehittämi", "kehitys", "hanke", "hankke", "projekti", "toiminta", "toiminna", "malli", "uusi", "uude", "uuden", "parantami", "paremp", "yhteistyö", "työ", "prosess", "digitalis", "muutos", "ja",
	"utveckling", "projekt", "verksamhet", "modell", "ny", "nya", "nytt", "bättre", "samarbete", "arbete", "process", "förändring", "och", "av", "i",
	"development", "developing", "project", "operation", "model", "new", "better", "cooperation", "work", "process", "change", "and", "of", "the", "in", "a",
}

// general reports whether every word of a title is one that any act could have.
func general(title string) bool {
	words := strings.Fields(strings.ToLower(title))
	for _, w := range words {
		if !slices.ContainsFunc(generalWords, func(g string) bool {
			return w == g || utf8.RuneCountInString(g) > 3 && strings.HasPrefix(w, g)
		}) {
			return false
		}
	}
	return len(words) > 0
}
