package coaching

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
)

// A parser turns rows into coachings and collects what is wrong with them.
type parser struct {
	orgs     *organization.Directory
	terms    *taxonomy.Lists
	lines    map[string]int // where each ref stands
	problems []Problem
	row      row
}

func (p *parser) bad(column, format string, args ...any) {
	p.problems = append(p.problems, Problem{p.row.line, column, fmt.Sprintf(format, args...)})
}

func (p *parser) coaching(r row) Coaching {
	p.row = r
	c := Coaching{
		Ref: p.name("ref"), Provider: p.name("provider"), Coach: p.name("coach"),
		SectorID: p.sector(), ThemeID: p.theme(), ApprovedOn: p.day("approved_on"),
		Days: p.number("days", r.cells["days"], 0, maxDays), Participants: p.number("participants", r.cells["participants"], 0, maxMany),
	}
	if first, twice := p.lines[c.Ref]; twice && c.Ref != "" {
		p.bad("ref", "%q stands on line %d already; each row needs its own", c.Ref, first)
	}
	p.lines[c.Ref] = r.line
	o, ok := p.orgs.Find(r.cells["organization"])
	if !ok {
		p.bad("organization", "%q is not known", r.cells["organization"])
	}
	c.OrganizationID = o.ID
	if grades := r.cells["grades"]; grades != "" {
		for _, g := range strings.Split(grades, "|") {
			c.Grades = append(c.Grades, p.number("grades", strings.TrimSpace(g), 1, bestMark))
		}
	}
	if len(c.Grades) > maxMany {
		p.bad("grades", "there are %d; at most %d are allowed", len(c.Grades), maxMany)
	}
	return c
}

func (p *parser) name(column string) string {
	value := p.row.cells[column]
	switch n := utf8.RuneCountInString(value); {
	case n == 0:
		p.bad(column, "is empty; it is required")
	case n > maxName:
		p.bad(column, "has %d characters; at most %d are allowed", n, maxName)
	}
	return value
}

// sector is the sector of a coaching, of their own list; 0: it concerned a
// whole organisation.
func (p *parser) sector() taxonomy.ID {
	if p.row.cells["sector"] == "" {
		return 0
	}
	return p.term("sector", p.terms.CoachingSectors())
}

func (p *parser) theme() taxonomy.ID { return p.term("theme", p.terms.Themes()) }

func (p *parser) term(column string, allowed []taxonomy.Term) taxonomy.ID {
	t, ok := taxonomy.Among(allowed, p.row.cells[column])
	if !ok {
		codes := make([]string, len(allowed))
		for i, a := range allowed {
			codes[i] = a.Code
		}
		p.bad(column, "%q is not one of %s", p.row.cells[column], strings.Join(codes, ", "))
	}
	return t.ID
}

func (p *parser) day(column string) time.Time {
	value := p.row.cells[column]
	for _, layout := range []string{time.DateOnly, "2.1.2006"} {
		if day, err := time.Parse(layout, value); err == nil && day.Year() >= 1990 && day.Year() <= 2200 {
			return day
		}
	}
	p.bad(column, "%q is not a day, as 2022-03-31 or 31.3.2022", value)
	return time.Time{}
}

func (p *parser) number(column, value string, least, most int) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		p.bad(column, "%q is not a whole number from %d to %d", value, least, most)
	}
	return n
}
