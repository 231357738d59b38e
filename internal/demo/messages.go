package demo

import (
	"context"
	"encoding/json"
	"fmt"

	"tekojentori.fi/tori/internal/act"
)

// messages lets authors and moderators write to each other about some acts: one
// has its answer, the others wait for theirs.
func (s *Service) messages(ctx context.Context, ids map[string]act.ID) error {
	text, err := files.ReadFile("data/messages.json")
	if err != nil {
		return err
	}
	var all []struct{ Ref, By, Body string }
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("messages.json: %w", err)
	}
	for i, x := range all {
		by, err := s.Accounts.FindByEmail(ctx, x.By)
		if err != nil {
			return fmt.Errorf("messages.json: %s: %w", x.By, err)
		}
		if err := s.Moderation.Write(ctx, by, ids[x.Ref], fmt.Sprintf("%032d", i+1), x.Body); err != nil {
			return fmt.Errorf("messages.json: %s about %s: %w", x.By, x.Ref, err)
		}
	}
	return nil
}
