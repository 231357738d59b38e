package owndata

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
)

// Copy writes all that the portal knows of the viewer as one JSON object: a
// list for each kind of thing. It leaves as it is read.
func (s *Service) Copy(ctx context.Context, viewer account.Account, out io.Writer) error {
	if !viewer.SignedIn() {
		return fmt.Errorf("copy of a visitor: %w", fault.Forbidden)
	}
	w := sections{out: out}
	for _, part := range s.known() {
		if err := part(ctx, viewer, w.row); err != nil {
			return fmt.Errorf("copy for %v: %w", viewer.ID, err)
		}
	}
	return w.end()
}

// known is everyone who knows something of a person.
func (s *Service) known() []func(context.Context, account.Account, account.Tell) error {
	return []func(context.Context, account.Account, account.Tell) error{
		s.Accounts.Known, s.workplace, s.Members.Known, s.Acts.Known, s.Openings.Known, s.Partners.Known, s.People.Known, s.files, s.Moderation.Known, s.Adoptions.Known, s.Feedback.Known, s.Redirects.Known, s.Reports.Known, s.Errands.Known, s.Juries.Known, s.Follows.Known,
		func(ctx context.Context, a account.Account, tell account.Tell) error {
			return s.Mails.Known(ctx, a.Email, tell.In("mails"))
		},
		func(ctx context.Context, a account.Account, tell account.Tell) error {
			return audit.Known(ctx, s.db, a, tell)
		},
	}
}

func (s *Service) workplace(_ context.Context, a account.Account, tell account.Tell) error {
	if a.OrganizationID == 0 {
		return nil
	}
	o := s.Organizations.Directory().Get(organization.ID(a.OrganizationID))
	row, err := json.Marshal(map[string]string{"name": o.Name.To(i18n.FI)})
	if err != nil {
		return err
	}
	return tell("organization", row)
}

func (s *Service) files(ctx context.Context, a account.Account, tell account.Tell) error {
	own, err := s.Acts.Mine(ctx, a)
	if err != nil {
		return err
	}
	ids := make([]act.ID, len(own))
	for i, o := range own {
		ids[i] = o.ID
	}
	return s.Attachments.Known(ctx, ids, tell)
}

// sections writes an object of lists.
type sections struct {
	out     io.Writer
	current string
}

func (w *sections) row(section string, row json.RawMessage) error {
	between := ",\n    "
	switch {
	case w.current == "":
		between = fmt.Sprintf("{\n  %q: [\n    ", section)
	case w.current != section:
		between = fmt.Sprintf("\n  ],\n  %q: [\n    ", section)
	}
	w.current = section
	if _, err := io.WriteString(w.out, between); err != nil {
		return err
	}
	_, err := w.out.Write(row)
	return err
}

func (w *sections) end() error {
	end := "\n  ]\n}\n"
	if w.current == "" {
		end = "{}\n"
	}
	_, err := io.WriteString(w.out, end)
	return err
}
