package submitpage

import (
	"context"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/search"
)

// A twin is a published act that may be the one that is being written.
type twin struct {
	Title string `json:"title"`
	Lang  string `json:"lang"`
	URL   string `json:"url"`
	Join  string `json:"join"` // where one asks to be an author
	Why   string `json:"why"`
}

// An act is asked about when it shares at least so many telling words with
// the title and the need, and so much of what they tell.
const (
	twins       = 3
	twinWords   = 2
	twinShare   = 0.3
	maxCompared = 4000 // characters of the need that are compared
)

// findAlike looks for acts that may be the same, on the step that asks for the
// title and the need and on the one after it.
func (p Pages) findAlike(ctx context.Context, v *view) error {
	if slug := v.current().slug; v.Act.ID == 0 || slug != needStep && slug != approachStep {
		return nil
	}
	found, err := p.Index.SimilarTo(ctx, search.Document{
		ActID: int64(v.Act.ID), Lang: v.Act.Language, Title: short(v.Act.Title, act.MaxTitle), Body: []string{short(v.Act.Need, maxCompared)},
	}, twins)
	if err != nil {
		return err
	}
	v.Alike, err = p.describeAlike(ctx, found)
	return err
}

func (p Pages) describeAlike(ctx context.Context, found []search.Similar) ([]twin, error) {
	var ids []int64
	words := map[int64][]string{}
	for _, s := range found {
		if len(s.Words) >= twinWords && s.Share >= twinShare {
			ids, words[s.ActID] = append(ids, s.ActID), slices.Clone(s.Words)
		}
	}
	list := []twin{}
	if len(ids) == 0 {
		return list, nil
	}
	cards, err := p.Deck.Cards(ctx, ids)
	for _, c := range cards {
		for i, w := range words[c.ID] {
			words[c.ID][i] = alikeWord.In(ctx, w)
		}
		list = append(list, twin{
			Title: c.Title, Lang: c.Lang, URL: c.URL, Join: c.URL + "/mukaan",
			Why: c.Organization + " · " + alikeWhy.In(ctx, strings.Join(words[c.ID], ", ")),
		})
	}
	return list, err
}

// short is the first n characters of a text: a draft may be long.
func short(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
