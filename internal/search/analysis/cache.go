package analysis

import (
	"strings"
	"sync"
)

// A cache keeps the entries of words. It holds two generations: when the young
// one is full, it becomes the old one and the old one goes, but for the words
// that are asked for again. So it is bounded and needs no bookkeeping.
type cache struct {
	mu    sync.RWMutex
	young map[string]*Entry
	old   map[string]*Entry
	limit int // of each generation
}

func newCache(limit int) *cache {
	return &cache{young: map[string]*Entry{}, limit: limit / 2}
}

func (c *cache) get(word string) (*Entry, bool) {
	c.mu.RLock()
	e, ok := c.young[word]
	if ok {
		c.mu.RUnlock()
		return e, true
	}
	e, ok = c.old[word]
	c.mu.RUnlock()
	if ok {
		c.put(strings.Clone(word), e) // not the text that the word was cut from
	}
	return e, ok
}

func (c *cache) put(word string, e *Entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= c.limit {
		c.old, c.young = c.young, make(map[string]*Entry, c.limit/4)
	}
	c.young[word] = e
}
