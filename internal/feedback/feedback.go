// Package feedback takes what people say of the portal and keeps the clock
// that the law on digital services (306/2019) sets: who tells of something
// that is not accessible gets an answer in two weeks.
package feedback

import (
	"fmt"
	"slices"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

// AnswerDays is in how many days feedback is answered.
const AnswerDays = 14

// The longest fields, in characters.
const (
	MaxMessage = limit.Message
	MaxPage    = limit.Page
)

// ID names a piece of feedback.
type ID int64

func (id ID) String() string { return fmt.Sprintf("feedback %d", int64(id)) }

// A Topic is what feedback is about.
type Topic string

// The topics.
const (
	Accessibility Topic = "accessibility"
	Content       Topic = "content" // of an act or a page
	Portal        Topic = "portal"  // how it works
)

// Topics is every topic, in the order of the form.
func Topics() []Topic { return []Topic{Accessibility, Content, Portal} }

// Feedback is what somebody says.
type Feedback struct {
	ID        ID
	Topic     Topic
	Message   string
	Page      string // address of the page that it is about; "": none told
	Email     string // to answer to; "": no answer is asked for
	Language  string
	CreatedAt time.Time
	DueOn     time.Time // last day to answer
}

// Check is the problems of what was typed, in the order of the form.
func (f Feedback) Check() error {
	var p validate.Problems
	if !slices.Contains(Topics(), f.Topic) {
		p.Add("topic", validate.Unknown, 0)
	}
	p.Text("message", f.Message, MaxMessage)
	p.Length("page", f.Page, MaxPage)
	p.Email("email", f.Email)
	return p.Err()
}

// Overdue reports whether the last day to answer has gone by at now.
func (f Feedback) Overdue(now time.Time) bool {
	return now.In(i18n.Helsinki()).Format(time.DateOnly) > f.DueOn.Format(time.DateOnly)
}

// due is the last day to answer what came at t.
func due(t time.Time) time.Time {
	day := t.In(i18n.Helsinki()).AddDate(0, 0, AnswerDays)
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}
