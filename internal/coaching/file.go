package coaching

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Header is the columns of a file of coachings; they may stand in any order.
// Grades are separated by |; an empty sector is the whole organisation.
func Header() []string {
	return []string{"ref", "organization", "sector", "theme", "approved_on", "provider", "coach", "days", "participants", "grades"}
}

// The most that a file can say.
const (
	maxName  = 200  // characters of a ref, a provider or a coach
	maxDays  = 100  // of one coaching
	maxMany  = 5000 // participants of one coaching, and so grades
	bestMark = 5
)

// A Problem is what is wrong with one row of a file.
type Problem struct {
	Line         int
	Column, What string
}

func (p Problem) Error() string { return fmt.Sprintf("%d: %s: %s", p.Line, p.Column, p.What) }

// A Report is what an import did.
type Report struct {
	Rows, Created int
	Problems      []Problem // with any, nothing is stored
}

// Import stores the coachings of a CSV file, with commas or semicolons, by
// their ref: the same file twice changes nothing. One bad row stops it whole,
// and all of them are told. An organisation must be known.
func (s *Service) Import(ctx context.Context, file io.Reader) (Report, error) {
	rows, err := read(file)
	if err != nil {
		return Report{}, err
	}
	p := parser{orgs: s.orgs.Directory(), terms: s.terms.Lists(), lines: map[string]int{}}
	var all []Coaching
	for _, r := range rows {
		all = append(all, p.coaching(r))
	}
	report := Report{Rows: len(rows), Problems: p.problems}
	if len(p.problems) > 0 || len(rows) == 0 {
		return report, nil
	}
	report.Created, err = s.store(ctx, all)
	return report, err
}

// A row is the cells of one line by the names of their columns.
type row struct {
	line  int
	cells map[string]string
}

func read(file io.Reader) ([]row, error) {
	text, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(text) {
		return nil, errors.New("the file is not UTF-8; save it as CSV UTF-8")
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	if first, _, _ := strings.Cut(string(text), "\n"); strings.Count(first, ";") > strings.Count(first, ",") {
		in.Comma = ';'
	}
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("the header row: %w", err)
	}
	for i, name := range header {
		header[i] = strings.ToLower(strings.TrimSpace(name))
	}
	for _, name := range Header() {
		if !slices.Contains(header, name) {
			return nil, fmt.Errorf("the column %q is missing; the columns are %s", name, strings.Join(Header(), ", "))
		}
	}
	var rows []row
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		r := row{line, map[string]string{}}
		for i, cell := range cells {
			r.cells[header[i]] = strings.TrimSpace(cell)
		}
		rows = append(rows, r)
	}
}
