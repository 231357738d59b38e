package moderation

// LateSince is what the database is asked by.
var LateSince = lateSince

// AnotherReads makes the copy too old while another reader is at it, until done.
func (s *Service) AnotherReads() (done func()) {
	old := s.waiting.last.Load()
	s.waiting.last.Store(&copied{acts: old.acts, moment: old.moment, read: old.read.Add(-2 * keep)})
	s.waiting.reading.Lock()
	return s.waiting.reading.Unlock
}
