package demo

import (
	"context"
	"errors"
	"fmt"
	"io"

	"tekojentori.fi/tori/internal/sheet"
)

// registers fills the registers of sparrings and of workshops: of sparrings
// those of 2021 and 2022, of workshops one series, as many and of what kind as
// the programme has published.
func (s *Service) registers(ctx context.Context) error {
	for name, read := range map[string]func(context.Context, io.Reader) (sheet.Report, error){
		"data/coachings.csv": s.Coachings.Import, "data/workshops.csv": s.Workshops.Import,
	} {
		file, err := files.Open(name)
		if err != nil {
			return err
		}
		report, err := read(ctx, file)
		for _, p := range report.Problems {
			err = errors.Join(err, p)
		}
		if err = errors.Join(err, file.Close()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
