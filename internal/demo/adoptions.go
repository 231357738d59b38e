package demo

import (
	"context"
	"encoding/json"
	"fmt"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/adoption"
)

// adoptions lets some organisations tell which acts they have copied.
func (s *Service) adoptions(ctx context.Context, ids map[string]act.ID) error {
	text, err := files.ReadFile("data/adoptions.json")
	if err != nil {
		return err
	}
	var all []struct {
		Ref, Organization, Note string
		State                   adoption.State
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("adoptions.json: %w", err)
	}
	by, err := s.Accounts.FindByEmail(ctx, "koordinaattori@example.fi")
	if err != nil {
		return err
	}
	for _, x := range all {
		o, ok := s.Organizations.Directory().Find(x.Organization)
		if !ok {
			return fmt.Errorf("adoptions.json: the organisation %s is unknown", x.Organization)
		}
		by.OrganizationID = int64(o.ID)
		told := adoption.Telling{State: x.State, Note: x.Note}
		if _, err := s.Adoptions.Tell(ctx, by, ids[x.Ref], told); err != nil {
			return fmt.Errorf("adoptions.json: %s by %s: %w", x.Ref, x.Organization, err)
		}
	}
	return nil
}
