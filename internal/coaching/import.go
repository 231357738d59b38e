package coaching

import (
	"context"
	"io"
	"strings"

	"tekojentori.fi/tori/internal/sheet"
	"tekojentori.fi/tori/internal/taxonomy"
)

// Header is the columns of a file of coachings; they may stand in any order.
// Grades are separated by |; an empty sector is the whole organisation.
func Header() []string {
	return []string{"ref", "organization", "sector", "theme", "approved_on", "provider", "coach", "days", "participants", "grades"}
}

// The most that a row can say of one coaching.
const (
	maxDays   = 100
	maxPeople = 5000 // and so answers
	bestGrade = 5
)

// Import stores the coachings of a CSV file by their ref: the same file twice
// changes nothing. One bad row stops it whole, and all of them are told. An
// organisation must be known.
func (s *Service) Import(ctx context.Context, file io.Reader) (sheet.Report, error) {
	in, err := sheet.Read(file, Header())
	if err != nil {
		return sheet.Report{}, err
	}
	var all []Coaching
	in.Rows(func() { all = append(all, s.read(in)) })
	report := sheet.Report{Rows: in.Len(), Problems: in.Problems}
	if len(in.Problems) > 0 || len(all) == 0 {
		return report, nil
	}
	report.Created, err = s.store(ctx, all)
	return report, err
}

func (s *Service) read(in *sheet.Sheet) Coaching {
	lists := s.terms.Lists()
	c := Coaching{
		Ref: in.Ref("ref"), Provider: in.Name("provider"), Coach: in.Name("coach"), ApprovedOn: in.Day("approved_on"), ThemeID: term(in, "theme", lists.Themes()),
		Days: in.Number("days", in.Cell("days"), 0, maxDays), Participants: in.Number("participants", in.Cell("participants"), 0, maxPeople),
	}
	if in.Cell("sector") != "" {
		c.SectorID = term(in, "sector", lists.CoachingSectors())
	}
	o, ok := s.orgs.Directory().Find(in.Cell("organization"))
	if !ok {
		in.Bad("organization", "%q is not known", in.Cell("organization"))
	}
	c.OrganizationID = o.ID
	if grades := in.Cell("grades"); grades != "" {
		for g := range strings.SplitSeq(grades, "|") {
			c.Grades = append(c.Grades, in.Number("grades", strings.TrimSpace(g), 1, bestGrade))
		}
	}
	if len(c.Grades) > maxPeople {
		in.Bad("grades", "there are %d; at most %d are allowed", len(c.Grades), maxPeople)
	}
	return c
}

func term(in *sheet.Sheet, column string, allowed []taxonomy.Term) taxonomy.ID {
	t, ok := taxonomy.Among(allowed, in.Cell(column))
	if !ok {
		codes := make([]string, len(allowed))
		for i, a := range allowed {
			codes[i] = a.Code
		}
		in.Bad(column, "%q is not one of %s", in.Cell(column), strings.Join(codes, ", "))
	}
	return t.ID
}
