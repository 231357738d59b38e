package demo

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

// openCampaign has a campaign that takes acts, whatever the day is: those that
// the programme has held come to an end.
func (s *Service) openCampaign(ctx context.Context) error {
	now := s.Now().In(i18n.Helsinki())
	if _, open := s.Campaigns.OpenAt(now); open {
		return nil
	}
	year := now.Year()
	if _, held := s.Campaigns.BySlug(slugOf(year)); held { // it is over
		year++
	}
	c, ok := s.Campaigns.BySlug(slugOf(2026))
	if !ok {
		return fmt.Errorf("no campaign to make that of %d by", year)
	}
	of := strconv.Itoa(year)
	made := campaign.Campaign{
		Slug: slugOf(year), Name: i18n.T("Hyvä kiertämään "+of, "Dela med dig "+of, "Pass It On "+of), Pitch: c.Pitch,
		OpensOn: day(now.AddDate(0, 0, -14)), ClosesOn: time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC),
		Goal: c.Goal, Basis: c.Basis, CountedFor: c.CountedFor, Public: true,
	}
	return s.DB.Tx(ctx, func(tx pgx.Tx) error {
		_, err := s.Campaigns.EnsureTx(ctx, tx, made)
		return err
	})
}

func slugOf(year int) string { return "hyva-kiertamaan-" + strconv.Itoa(year) }

// day is the day of a time, as campaigns have it.
func day(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}
