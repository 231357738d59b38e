// Package jury is how a jury chooses whom a prize is given to.
//
//	preparing → scoring ↔ closed → decided
//
// Moderators and the programme team nominate; jurors score on their own and
// see no scores but theirs; whoever is tied to a nominee scores it not. The
// team sees how far they are, and the result once scoring is closed. What it
// decides is under embargo until the gala.
package jury

import (
	"fmt"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
)

// A Scale is the points that a criterion is given.
type Scale string

// The scales.
const (
	Five Scale = "five" // 1–5
	Ten  Scale = "ten"  // 0–10
)

// Least is the lowest points of the scale.
func (s Scale) Least() int {
	if s == Ten {
		return 0
	}
	return 1
}

// Most is the highest points of the scale.
func (s Scale) Most() int {
	if s == Ten {
		return 10
	}
	return 5
}

// CriterionID names a criterion.
type CriterionID int64

// Field is the name of its field on the form of a juror.
func (id CriterionID) Field() string { return fmt.Sprintf("points-%d", int64(id)) }

// A Criterion is one thing that the nominees are scored by. Its weight says how
// much of the whole it is, beside the others.
type Criterion struct {
	ID     CriterionID
	Name   i18n.Text
	Weight int
}

// Field is the name of a field of the nth criterion, counted from 1, on the
// form of the team.
func Field(name string, n int) string { return fmt.Sprintf("%s-%d", name, n) }

// MaxWeight is the largest weight.
const MaxWeight = 100

// Rules is what a jury scores by.
type Rules struct {
	Scale    Scale
	Criteria []Criterion
}

// Check is the problems of what the team has typed, in the order of the form.
func (r Rules) Check() error {
	var p validate.Problems
	if r.Scale != Five && r.Scale != Ten {
		p.Add("scale", validate.Unknown, 0)
	}
	if len(r.Criteria) == 0 {
		p.Add(Field("name_fi", 1), validate.Required, 0)
	}
	for i, c := range r.Criteria {
		for _, l := range i18n.Langs() {
			p.Text(Field("name_"+string(l), i+1), c.Name.To(l), limit.CampaignName)
		}
		p.Between(Field("weight", i+1), c.Weight, 1, MaxWeight)
	}
	return p.Err()
}

// A Phase is how far a jury is.
type Phase string

// The phases.
const (
	Preparing Phase = "preparing" // it has no criteria yet
	Scoring   Phase = "scoring"
	Closed    Phase = "closed" // the scores stand
	Decided   Phase = "decided"
)

// A Jury is who scores the nominees of a prize, and by what.
type Jury struct {
	Rules
	Prize     campaign.Prize
	ClosedAt  *time.Time
	DecidedAt *time.Time
	Version   int // 0: nothing has been set yet
}

// Phase is how far the jury is.
func (j Jury) Phase() Phase {
	switch {
	case j.DecidedAt != nil:
		return Decided
	case j.ClosedAt != nil:
		return Closed
	case len(j.Criteria) == 0:
		return Preparing
	}
	return Scoring
}

// Open reports whether there can still be nominees.
func (j Jury) Open() bool { return j.Phase() == Preparing || j.Phase() == Scoring }

// A Member is somebody on a jury.
type Member struct {
	account.Account
	AddedAt time.Time
}

// Points is what a juror gives, by criterion; what is missing has not been
// given yet.
type Points map[CriterionID]int

// A Ballot is what one juror says of one nominee.
type Ballot struct {
	Points    Points
	Note      string
	Version   int // 0: nothing has been said yet
	UpdatedAt time.Time
}

// Whole reports whether every criterion has its points.
func (b Ballot) Whole(criteria []Criterion) bool {
	for _, c := range criteria {
		if _, given := b.Points[c.ID]; !given {
			return false
		}
	}
	return len(criteria) > 0
}

// check is the problems of a ballot, in the order of the form.
func (j Jury) check(b Ballot) error {
	var p validate.Problems
	for _, c := range j.Criteria {
		if n, given := b.Points[c.ID]; given && (n < j.Scale.Least() || n > j.Scale.Most()) {
			p.Add(c.ID.Field(), validate.Unknown, 0)
		}
	}
	p.Length("note", b.Note, limit.Reason)
	return p.Err()
}

// only is the points of the criteria that there are.
func (j Jury) only(points Points) Points {
	some := Points{}
	for _, c := range j.Criteria {
		if n, given := points[c.ID]; given {
			some[c.ID] = n
		}
	}
	return some
}

func trim(s string) string { return strings.TrimSpace(s) }
