package demo

import (
	"context"
	"errors"
)

// coachings fills the register of sparrings: those of 2021 and 2022 as many,
// and of what kind, as the programme has published.
func (s *Service) coachings(ctx context.Context) error {
	file, err := files.Open("data/coachings.csv")
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // it stands in the program itself
	report, err := s.Coachings.Import(ctx, file)
	for _, p := range report.Problems {
		err = errors.Join(err, p)
	}
	return err
}
