package campaign

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// The limits of what the team tells of staff.
const (
	MaxStaff     = limit.Staff // characters
	MaxEmployees = 200_000     // of an organisation
)

// SetStaff notes how many people organisations employ, as the team has typed
// or pasted it: an organisation and a number on each line. It replaces what
// was told before. Version is that of the campaign that the team saw.
func (s *Service) SetStaff(ctx context.Context, by account.Account, id ID, v int, lines string) error {
	if !by.RunsProgramme() {
		return fmt.Errorf("staff of %v: %w", id, fault.Forbidden)
	}
	staff, err := s.readStaff(lines)
	if err != nil {
		return err
	}
	if err := s.replace(ctx, by, id, v, func(tx pgx.Tx) error { return setStaff(ctx, tx, id, staff) }); err != nil {
		return err
	}
	return s.Refresh(ctx)
}

// readStaff is the numbers of the lines, or the problem of the first wrong one.
func (s *Service) readStaff(lines string) (map[organization.ID]int, error) {
	var p validate.Problems
	p.Length("staff", lines, MaxStaff)
	staff := map[organization.ID]int{}
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" || len(p) > 0 {
			continue
		}
		at := strings.LastIndexAny(line, ";\t")
		name := strings.TrimSpace(line[:max(at, 0)])
		o, known := s.Organizations.Directory().Find(name)
		n, err := strconv.Atoi(strings.Map(digits, line[at+1:]))
		switch {
		case at < 0 || err != nil || n < 1 || n > MaxEmployees:
			p = append(p, validate.Problem{Field: "staff", Rule: validate.StaffLine, Limit: MaxEmployees, Subject: line})
		case !known:
			p = append(p, validate.Problem{Field: "staff", Rule: validate.NoSuchOrganization, Subject: name})
		default:
			staff[o.ID] = n
		}
	}
	return staff, p.Err()
}

// digits leaves out the spaces that people write between thousands.
func digits(r rune) rune {
	if strings.ContainsRune(" \u00a0\u202f", r) {
		return -1
	}
	return r
}

// StaffLines is what the team has told, as it is typed.
func (s *Service) StaffLines(c Campaign) string {
	var b strings.Builder
	for _, o := range s.Organizations.Directory().All() {
		if n := c.Staff[o.ID]; n > 0 {
			fmt.Fprintf(&b, "%s; %d\n", o.Name.To("fi"), n)
		}
	}
	return b.String()
}

// Sizes is how many people organisations employ, by the codes of the counting
// module.
func (s *Service) Sizes(c Campaign) map[string]int {
	sizes := make(map[string]int, len(c.Staff))
	for id, n := range c.Staff {
		sizes[s.Organizations.Directory().Get(id).Slug] = n
	}
	return sizes
}

// replace writes something of a campaign that is at a version still, which is
// another one then.
func (s *Service) replace(ctx context.Context, by account.Account, id ID, v int, write func(tx pgx.Tx) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		changed, err := raise(ctx, tx, id, v)
		if err != nil {
			return fmt.Errorf("change %v: %w", id, err)
		}
		if len(changed) == 0 {
			return fmt.Errorf("change %v, which is not at version %d: %w", id, v, fault.Conflict)
		}
		if err := write(tx); err != nil {
			return fmt.Errorf("change %v: %w", id, err)
		}
		return s.changedTx(ctx, tx, by, "change", id)
	})
}
