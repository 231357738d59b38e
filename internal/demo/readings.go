package demo

import (
	"context"
	"hash/fnv"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/reading"
)

// season is how busy each month is, in tenths of March: the campaign brings
// readers in the autumn, and in July everyone is away.
var season = [12]int{8, 9, 10, 9, 9, 5, 3, 8, 14, 18, 13, 7}

// daysAMonth is on how many days of a month an act was opened, at the most.
const daysAMonth = 3

// readings lets the acts have been read for a year, up to yesterday. The same
// day has the same readings each time.
func (s *Service) readings(ctx context.Context) error {
	acts, err := postgres.All[struct {
		Slug  string
		Since time.Time
	}](ctx, s.DB, "SELECT slug, first_published_at AS since FROM act WHERE status IN ('published', 'archived') ORDER BY slug")
	if err != nil {
		return err
	}
	now := s.Now().In(i18n.Helsinki())
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, i18n.Helsinki())
	var days []reading.Day
	for _, a := range acts {
		for ago := range 13 { // on the first of a month, twelve have some
			month := time.Date(today.Year(), today.Month()-time.Month(ago), 1, 0, 0, 0, 0, i18n.Helsinki())
			for n := range daysAMonth {
				luck := dice(a.Slug, month.Format("2006-01"), strconv.Itoa(n))
				on := month.AddDate(0, 0, luck%28)
				if on.Before(today) && on.After(a.Since) {
					days = append(days, reading.Day{On: on, Page: "/katso/" + a.Slug, Hits: 1 + liked(a.Slug)*season[month.Month()-1]*(1+luck%4)/80})
				}
			}
		}
	}
	return s.Readings.Import(ctx, days)
}

// liked is how much an act is read: few are read a lot, most a little.
func liked(slug string) int { return 1 + 97/(1+dice(slug)%97) }

// dice is a number that is the same whenever the same words are thrown.
func dice(words ...string) int {
	h := fnv.New32a()
	for _, w := range words {
		_, _ = h.Write([]byte(w + "|")) // a hash takes everything
	}
	return int(h.Sum32() >> 1)
}
