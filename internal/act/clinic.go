package act

// A Question is one of the clinic: six, asked as a colleague would over coffee,
// of which the texts of an act are put together.
type Question string

// The questions.
const (
	WhatWas     Question = "before" // what was hard
	WhatWished  Question = "wish"   // what should have been otherwise
	WhatDone    Question = "deed"   // what was decided
	HowDone     Question = "how"    // how it goes in practice
	WhatChanged Question = "change" // how one can tell that something has changed
	WhatToTell  Question = "tip"    // what to say to those who begin tomorrow
)

// Questions is all of them, in the order of a story.
func Questions() []Question {
	return []Question{WhatWas, WhatWished, WhatDone, HowDone, WhatChanged, WhatToTell}
}

// Answers is what the writer has answered, kept beside the text for as long as
// it is not published. Only those who write the act read it.
type Answers struct {
	Before string `json:"before,omitempty"`
	Wish   string `json:"wish,omitempty"`
	Deed   string `json:"deed,omitempty"`
	How    string `json:"how,omitempty"`
	Change string `json:"change,omitempty"`
	Tip    string `json:"tip,omitempty"`
}

// Of is the answer to a question.
func (a Answers) Of(q Question) string { return *a.at(q) }

// Set is the answers with another one to a question.
func (a Answers) Set(q Question, answer string) Answers {
	*a.at(q) = answer
	return a
}

func (a *Answers) at(q Question) *string {
	return map[Question]*string{
		WhatWas: &a.Before, WhatWished: &a.Wish, WhatDone: &a.Deed, HowDone: &a.How, WhatChanged: &a.Change, WhatToTell: &a.Tip,
	}[q]
}
