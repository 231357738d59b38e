// Package sheet reads the CSV files by which the programme keeps its registers,
// and tells of each cell that is wrong where it stands and what it may be.
package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Problem is what is wrong with one cell. It prints as LINE: column: what.
type Problem struct {
	Line         int
	Column, What string
}

func (p Problem) Error() string { return fmt.Sprintf("%d: %s: %s", p.Line, p.Column, p.What) }

// A Report is what the import of a file did.
type Report struct {
	Rows, Created int
	Problems      []Problem // with any, nothing is stored
}

// A Sheet is the rows of a file. Rows goes through them; what Cell and its like
// find wrong is collected.
type Sheet struct {
	Problems []Problem
	rows     []row
	at       row
	refs     map[string]int // where each ref stands
}

type row struct {
	line  int
	cells map[string]string
}

// Read reads a file with commas, semicolons or tabs. Its first row names the columns,
// in any order; each of columns must be there.
func Read(file io.Reader, columns []string) (*Sheet, error) {
	text, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(text) {
		return nil, errors.New("the file is not UTF-8; save it as CSV UTF-8")
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	in.Comma = Separator(string(text))
	header, err := head(in, columns)
	if err != nil {
		return nil, err
	}
	s := &Sheet{refs: map[string]int{}}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		r := row{line, map[string]string{}}
		for i, cell := range cells {
			r.cells[header[i]] = strings.TrimSpace(cell)
		}
		s.rows = append(s.rows, r)
	}
}

// Separator is what stands most often in the first row of a text: a comma, a
// semicolon or a tab.
func Separator(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best, most := ',', strings.Count(first, ",")
	for _, c := range []rune{';', '\t'} {
		if n := strings.Count(first, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// head is the names of the columns, in their order in the file.
func head(in *csv.Reader, columns []string) ([]string, error) {
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("the header row: %w", err)
	}
	for i, name := range header {
		header[i] = strings.ToLower(strings.TrimSpace(name))
	}
	for _, name := range columns {
		if !slices.Contains(header, name) {
			return nil, fmt.Errorf("the column %q is missing; the columns are %s", name, strings.Join(columns, ", "))
		}
	}
	return header, nil
}

// Len is how many rows there are.
func (s *Sheet) Len() int { return len(s.rows) }

// Rows calls fn at each row.
func (s *Sheet) Rows(fn func()) {
	for _, r := range s.rows {
		s.at = r
		fn()
	}
}

// Bad notes what is wrong with a cell of this row.
func (s *Sheet) Bad(column, format string, args ...any) {
	s.Problems = append(s.Problems, Problem{s.at.line, column, fmt.Sprintf(format, args...)})
}

// Cell is a cell of this row, without the space around it.
func (s *Sheet) Cell(column string) string { return s.at.cells[column] }

// maxName is how many characters a name may have.
const maxName = 200

// Name is a cell that must be filled.
func (s *Sheet) Name(column string) string {
	value := s.Cell(column)
	switch n := utf8.RuneCountInString(value); {
	case n == 0:
		s.Bad(column, "is empty; it is required")
	case n > maxName:
		s.Bad(column, "has %d characters; at most %d are allowed", n, maxName)
	}
	return value
}

// Ref is a Name that each row has for itself.
func (s *Sheet) Ref(column string) string {
	ref := s.Name(column)
	if first, twice := s.refs[ref]; twice && ref != "" {
		s.Bad(column, "%q stands on line %d already; each row needs its own", ref, first)
	}
	s.refs[ref] = s.at.line
	return ref
}

// Day is a cell that must be a day.
func (s *Sheet) Day(column string) time.Time {
	for _, layout := range []string{time.DateOnly, "2.1.2006"} {
		if day, err := time.Parse(layout, s.Cell(column)); err == nil && day.Year() >= 1990 && day.Year() <= 2200 {
			return day
		}
	}
	s.Bad(column, "%q is not a day, as 2022-03-31 or 31.3.2022", s.Cell(column))
	return time.Time{}
}

// Number is a whole number, read of a cell or of a part of one.
func (s *Sheet) Number(column, value string, least, most int) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		s.Bad(column, "%q is not a whole number from %d to %d", value, least, most)
	}
	return n
}
