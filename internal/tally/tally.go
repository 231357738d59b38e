// Package tally counts things in memory, a bounded number of them, until
// somebody writes the counts down.
package tally

import "sync"

// A Tally is counts of things. Any number of goroutines may use it.
type Tally[T comparable] struct {
	mu     sync.Mutex
	counts map[T]int
	most   int
}

// New is an empty tally of at most so many different things; further ones are
// not counted until Take.
func New[T comparable](most int) *Tally[T] {
	return &Tally[T]{counts: map[T]int{}, most: most}
}

// Add counts a thing once more.
func (t *Tally[T]) Add(thing T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, known := t.counts[thing]; known || len(t.counts) < t.most {
		t.counts[thing]++
	}
}

// Take is the counts since the last Take.
func (t *Tally[T]) Take() map[T]int {
	t.mu.Lock()
	defer t.mu.Unlock()
	taken := t.counts
	t.counts = map[T]int{}
	return taken
}

// Return adds counts that Take gave and that could not be written down.
func (t *Tally[T]) Return(counts map[T]int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for thing, n := range counts {
		if _, known := t.counts[thing]; known || len(t.counts) < t.most {
			t.counts[thing] += n
		}
	}
}
