package stats

import (
	"strconv"
	"strings"
	"sync"
)

// maxShelf bounds the acts of all selections on a shelf together: 1 MB.
const maxShelf = 250_000

// A shelf keeps what was counted for filters that are asked for again: the
// pages of a list and its orders share one selection. It ends with its
// catalogue. A full one begins anew, so that a robot with odd filters leaves
// room for readers. It is safe for concurrent use.
type shelf[T any] struct {
	mu   sync.RWMutex
	kept map[string]*T
	size int // of all of kept, in numbers of four bytes
}

func (s *shelf[T]) of(key string) *T {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.kept[key]
}

func (s *shelf[T]) put(key string, one *T, size int) {
	size += len(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil || s.size+size > maxShelf {
		s.kept, s.size = map[string]*T{}, 0
	}
	if s.kept[key] == nil && size <= maxShelf {
		s.kept[key], s.size = one, s.size+size
	}
}

// key names a filter without hits: filters with one key let the same acts
// through. Codes are in their canonical order.
func (f Filter) key() string {
	var b strings.Builder
	for d, codes := range f.Codes {
		for _, code := range codes {
			b.WriteByte(byte('a' + d))
			b.WriteString(strconv.Quote(code))
		}
	}
	for _, place := range f.Places {
		b.WriteString(strconv.Quote(place))
	}
	for _, end := range []int64{f.From.UnixMicro(), f.Until.UnixMicro()} {
		b.WriteByte(' ')
		b.WriteString(strconv.FormatInt(end, 36))
	}
	if f.Archived {
		b.WriteByte('+')
	}
	return b.String()
}
