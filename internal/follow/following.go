package follow

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
)

// A Following is all that somebody keeps an eye on.
type Following struct {
	Bookmarks []act.ID // the newest first
	Follows   []Follow // the newest first
	Rhythm    Rhythm
}

// Has is the follow of an act (or of a list: act 0), and whether there is one.
func (f Following) Has(id act.ID, query string) (Follow, bool) {
	for _, x := range f.Follows {
		if x.ActID == id && x.Query == query {
			return x, true
		}
	}
	return Follow{}, false
}

// Of is what the viewer keeps an eye on.
func (s *Service) Of(ctx context.Context, viewer account.Account) (Following, error) {
	f := Following{Rhythm: usual}
	if !viewer.SignedIn() {
		return f, nil
	}
	readers, err := repository{s.db}.reader(ctx, viewer.ID)
	if err != nil || len(readers) == 0 {
		return f, err
	}
	f.Rhythm = readers[0].Rhythm
	if f.Bookmarks, err = (repository{s.db}).bookmarks(ctx, viewer.ID); err != nil {
		return f, err
	}
	f.Follows, err = repository{s.db}.follows(ctx, viewer.ID)
	return f, err
}

// OnAct is whether the viewer has bookmarked an act, and whether they follow it.
func (s *Service) OnAct(ctx context.Context, viewer account.Account, id act.ID) (bookmarked, followed bool, err error) {
	if !viewer.SignedIn() {
		return false, false, nil
	}
	return repository{s.db}.onAct(ctx, viewer.ID, id)
}
