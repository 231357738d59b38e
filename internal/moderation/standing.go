package moderation

import (
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
)

// standings is in which views the acts of a copy stand on a day, whoever
// looks. They are told once for all pages: to look at thousands of acts for
// each page costs as much as the texts on it.
type standings struct {
	today  time.Time
	in     []uint8               // the bits of the views of each act; Mine: on somebody's table
	counts Counts                // of the views that are the same for all
	tables map[account.ID]Counts // of Mine, by moderator
}

// standing is the standings on a day, told anew when the day has changed.
func (c *copied) standing(today time.Time) *standings {
	if s := c.told.Load(); s != nil && s.today.Equal(today) {
		return s
	}
	s := stand(c.acts, today)
	c.told.Store(s)
	return s
}

func stand(acts []Waiting, today time.Time) *standings {
	s := &standings{today: today, in: make([]uint8, len(acts)), counts: Counts{}, tables: map[account.ID]Counts{}}
	since := lateSince(today)
	alike := map[int64]*[1 << views]int{} // acts that stand in the same views
	for i := range acts {
		w := &acts[i]
		s.in[i] = w.in(today, since)
		if alike[w.CampaignID] == nil {
			alike[w.CampaignID] = new([1 << views]int)
		}
		alike[w.CampaignID][s.in[i]]++
		if s.in[i]&Mine.bit() != 0 {
			if s.tables[w.ModeratorID] == nil {
				s.tables[w.ModeratorID] = Counts{}
			}
			s.tables[w.ModeratorID].add(w.CampaignID, Mine.bit(), 1)
		}
	}
	for campaign, tally := range alike {
		for in, n := range tally {
			s.counts.add(campaign, uint8(in)&^Mine.bit(), n)
		}
	}
	return s
}

// in is the bits of the views in which an act stands on a day; what was sent
// before since is late.
func (w *Waiting) in(today, since time.Time) uint8 {
	in, late := Everything.bit(), false
	switch w.Status {
	case act.Submitted:
		in |= Free.bit()
		late = w.SentAt.Before(since)
	case act.InReview:
		if w.ModeratorID != 0 {
			in |= Mine.bit()
		}
		late = w.ReviewDueOn != nil && w.ReviewDueOn.Before(today)
	case act.ChangesRequested:
		in |= Returned.bit()
	case act.Approved:
		in |= Approved.bit()
	}
	if late {
		in |= Late.bit()
	}
	return in
}
