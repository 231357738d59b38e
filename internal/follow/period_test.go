package follow_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/postgres"
)

// tiled checks that the periods of the reader lie one after the other.
func (s *square) tiled() {
	s.t.Helper()
	periods, err := postgres.All[struct{ FromVersion, UntilVersion int64 }](s.t.Context(), s.db,
		"SELECT from_version, until_version FROM follow_period WHERE account_id = $1 ORDER BY from_version", s.reader.ID)
	s.must(err)
	if len(periods) == 0 {
		s.t.Error("no period was told")
	}
	for i := range len(periods) - 1 {
		if periods[i].UntilVersion != periods[i+1].FromVersion {
			s.t.Errorf("after [%d, %d) comes [%d, %d)", periods[i].FromVersion, periods[i].UntilVersion, periods[i+1].FromVersion, periods[i+1].UntilVersion)
		}
	}
}

// The program is stopped at its first statement, then at its second, and so on
// until it comes to its end: whatever it had begun, each act is told once.
func TestStoppedAnywhereEachActIsToldOnce(t *testing.T) {
	t.Parallel()
	for _, rhythm := range []follow.Rhythm{follow.Each, follow.Daily} {
		s, ctx := newSquare(t), t.Context()
		s.must(s.FollowList(ctx, s.reader, "", ""))
		s.rhythm(rhythm)
		var all []act.Act
		stops := 0
		for ; ; stops++ {
			all = append(all, s.publish("fi"))
			s.at = s.at.Add(day)
			s.settle()
			if s.stopper.At(int64(stops+1), func() error { return s.Send(ctx) }) == nil {
				break
			}
		}
		s.send()
		if stops < 8 {
			t.Errorf("%s: it could be stopped at %d statements only", rhythm, stops)
		}
		for i, a := range all {
			if n := s.times(a); n != 1 {
				t.Errorf("%s: act %d of %d is told %d times", rhythm, i, len(all), n)
			}
		}
		s.tiled()
	}
}

// Whatever happens in whatever order, two programs at it or one, stopped or
// not: what happened while a reader followed is told once.
func TestAnyOrderOfThingsTellsEachActOnce(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	s.must(s.FollowList(ctx, s.reader, "", ""))
	r := rand.New(rand.NewPCG(1, 2))
	rhythms := []follow.Rhythm{follow.Each, follow.Daily, follow.Weekly}
	var all []act.Act
	for range 120 {
		switch r.IntN(6) {
		case 0, 1:
			all = append(all, s.publish("fi"))
		case 2:
			s.later(hour * 5)
		case 3:
			s.rhythm(rhythms[r.IntN(len(rhythms))])
		case 4:
			_ = s.stopper.At(int64(r.IntN(20)), func() error { return s.Send(ctx) }) // somewhere, perhaps
		case 5:
			var both sync.WaitGroup
			for range 2 {
				both.Go(func() {
					if err := s.Send(ctx); err != nil {
						t.Error(err)
					}
				})
			}
			both.Wait()
		}
	}
	s.later(8 * day)
	for i, a := range all {
		if n := s.times(a); n != 1 {
			t.Errorf("act %d of %d is told %d times", i, len(all), n)
		}
	}
	s.tiled()
}

// Acts come out while they are told: versions come in their order, so none is
// passed by.
func TestNoActIsPassedBy(t *testing.T) {
	t.Parallel()
	s, ctx := newSquare(t), t.Context()
	s.must(s.FollowList(ctx, s.reader, "", ""))
	s.rhythm(follow.Each)
	var writers, teller sync.WaitGroup
	done := make(chan struct{})
	teller.Go(func() {
		for {
			if err := s.Send(ctx); err != nil {
				t.Error(err)
			}
			select {
			case <-done:
				return
			default:
			}
		}
	})
	var all [24]act.Act
	for w := range 4 {
		writers.Go(func() {
			for i := w; i < len(all); i += 4 {
				all[i] = s.publishAs(i+1, "fi")
			}
		})
	}
	writers.Wait()
	close(done)
	teller.Wait()
	s.send()
	for _, a := range all {
		if n := s.times(a); n != 1 {
			t.Errorf("%v is told %d times", a.ID, n)
		}
	}
}
