package act

import "tekojentori.fi/tori/internal/personal"

// A Reveal is what in a text of the form may tell who somebody is.
type Reveal struct{ Field, Text string }

// Reveals is the identity codes, telephone numbers and addresses in the texts, in
// the order of the form: contacts have fields of their own. Words about patients
// are left to the moderators, as many acts are about their care.
func (c Content) Reveals() []Reveal {
	var some []Reveal
	for _, s := range []struct{ field, text string }{
		{"title", c.Title}, {"lead", c.Lead}, {"need", c.Need}, {"approach", c.Approach}, {"results", c.Results}, {"lessons", c.Lessons},
	} {
		for _, f := range personal.Find(s.text) {
			if f.Kind != personal.Patient {
				some = append(some, Reveal{s.field, f.Text})
			}
		}
	}
	return some
}
