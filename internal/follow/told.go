package follow

import (
	"context"
	"slices"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
)

// A told is a line and the act that it is about.
type told struct {
	Line
	about act.Summary
	into  act.Summary // of a merged act: where it leads
}

// readable is the lines whose acts everyone may read at this moment. Of a
// merged act that is the one that it leads to. Who writes an act need not be
// told that it is new.
func (r round) readable(ctx context.Context, who account.Account, lines []Line) ([]told, error) {
	ids := make([]act.ID, len(lines))
	for i, l := range lines {
		ids[i] = l.ActID
	}
	into, err := r.Acts.Leading(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, m := range into {
		ids = append(ids, m.MergedInto)
	}
	public, err := r.Acts.Entries(ctx, ids)
	if err != nil {
		return nil, err
	}
	by := make(map[act.ID]act.Summary, len(public))
	for _, e := range public {
		by[e.ID] = e.Summary
	}
	var all []told
	for _, l := range lines {
		a, out := by[l.ActID]
		m, merged := into[l.ActID]
		switch {
		case out && len(l.Kinds) == 0 && (act.Act{OwnerID: a.OwnerID, AuthorIDs: a.AuthorIDs}).WrittenBy(who):
		case out:
			all = append(all, told{Line: l, about: a})
		case merged && slices.Contains(l.Kinds, Merged) && by[m.MergedInto].ID != 0:
			all = append(all, told{Line: l, about: act.Summary{Title: m.Title, Language: m.Language}, into: by[m.MergedInto]})
		}
	}
	return all, nil
}
