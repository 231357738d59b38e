package deck

import "context"

// Found is what a search has found among the public acts.
type Found struct {
	Hits        []int64  // acts, the best first; nil: nothing was searched
	Partial     bool     // not every word is in every hit
	Suggestions []string // searches that would find more
	Also        []string // synonyms that were searched too
}

// Finder looks acts up by what people type, and acts that are like another.
type Finder struct {
	Find    func(ctx context.Context, text string) (Found, error)
	Similar func(ctx context.Context, act int64, n int) ([]int64, error)
}
