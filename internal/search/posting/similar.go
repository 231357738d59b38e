package posting

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
)

// A Similar is a document like another one, and why.
type Similar struct {
	ActID int64
	Score float64
	Words []string // shared words, the most telling first
	Terms []int16  // shared terms of the taxonomy
}

const (
	// marked is how many telling words are kept of each document, from which
	// telling are compared.
	marked, telling = 24, 12
	// inTitle is how much more a word of the title tells.
	inTitle = 2
	// minTelling is the length of the shortest telling word.
	minTelling = 4
	// few is how many documents may always share a telling word.
	few = 10
	// named is how many shared words are named.
	named = 3
)

// A mark is a telling word of a document: twice its list, and one more if the
// word is in the title. There are dozens for each document.
type mark int32

func (m mark) list() int32   { return int32(m >> 1) }
func (m mark) isTitle() bool { return m&1 != 0 }

// mark picks the telling words of the documents from one on: those that few
// have, but more than one.
func (x *Index) mark(from int32) {
	limit := int32(max(len(x.byAct)/10, few)) // documents are counted by 32 bits
	var titles, texts []int32
	for i, name := range x.names {
		l := &x.lists[i]
		if l.last < from {
			continue
		}
		word, isTitle := strings.CutPrefix(name, "^")
		at, ok := x.terms[word]
		if !ok || !tellable(word) || x.lists[at].n < 2 || x.lists[at].n > limit {
			continue
		}
		if isTitle {
			titles = append(titles, int32(i)) // as the lists are counted
		} else {
			texts = append(texts, int32(i)) // as the lists are counted
		}
	}
	slices.SortFunc(texts, func(a, b int32) int { return cmp.Or(cmp.Compare(x.lists[a].n, x.lists[b].n), cmp.Compare(a, b)) })
	for _, i := range titles {
		x.markAll(i, mark(x.terms[x.names[i][1:]]<<1|1), from)
	}
	for _, i := range texts {
		x.markAll(i, mark(i<<1), from)
	}
}

func (x *Index) markAll(list int32, m mark, from int32) {
	x.lists[list].each(func(doc int32) {
		if doc >= from && x.hits[doc] != gone && len(x.marks[doc]) < marked &&
			!slices.ContainsFunc(x.marks[doc], func(o mark) bool { return o.list() == m.list() }) {
			if x.marks[doc] == nil {
				x.marks[doc] = make([]mark, 0, marked)
			}
			x.marks[doc] = append(x.marks[doc], m)
		}
	})
}

// tellable reports whether a lexeme is a word itself, no number and not too
// short.
func tellable(lexeme string) bool {
	first, _ := utf8.DecodeRuneInString(lexeme)
	return !strings.ContainsRune("^#@*%+~", first) && !Numeric(lexeme) && utf8.RuneCountInString(lexeme) >= minTelling
}

// Numeric reports whether a lexeme of any language begins with a number.
func Numeric(lexeme string) bool {
	word := strings.TrimPrefix(strings.TrimPrefix(lexeme, analysis.Swedish), analysis.English)
	return word != "" && word[0] >= '0' && word[0] <= '9'
}

// Unnamed is the telling lexemes of which nobody has said how they are shown.
func (x *Index) Unnamed() []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	seen := map[int32]bool{}
	var list []string
	for _, marks := range x.marks {
		for _, m := range marks {
			if _, ok := x.shown[m.list()]; !ok && !seen[m.list()] {
				seen[m.list()] = true
				list = append(list, x.names[m.list()])
			}
		}
	}
	return list
}

// Name says how lexemes are shown to people; "" is for those that tell nothing.
func (x *Index) Name(shown map[string]string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for lexeme, text := range shown {
		if text == lexeme { // one string for both
			text = x.names[x.terms[lexeme]]
		}
		x.shown[x.terms[lexeme]] = text
	}
}

// weighed is a mark with what it tells.
type weighed struct {
	mark
	weight float64
}

// telling is the words of a document that tell most.
func (v View) telling(doc int32) []weighed {
	var list []weighed
	for _, m := range v.marks[doc] {
		if v.shown[m.list()] == "" {
			continue
		}
		w := weighed{m, math.Log(1 + float64(len(v.byAct))/float64(v.lists[m.list()].n))}
		if m.isTitle() {
			w.weight *= inTitle
		}
		list = append(list, w)
	}
	slices.SortStableFunc(list, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	return list[:min(len(list), telling)]
}

// Similar is the n documents that share the most telling words with the one of
// an act, and among those rather the ones that share its terms. When too few
// share a word, those with the same terms follow.
func (v View) Similar(actID int64, n int) []Similar {
	doc, ok := v.byAct[actID]
	if !ok {
		return nil
	}
	words, like := v.telling(doc), v.likenessTo(doc)
	shared := sharings.Get().(*sharing)
	defer shared.free()
	scores, masks := shared.of(v, words)
	masks[doc], scores[doc] = 0, -1
	var best []Similar
	for _, d := range v.recent {
		if masks[d] == 0 || v.hits[d] == gone || (len(best) == n && float64(scores[d])+like.most <= best[n-1].Score) {
			continue
		}
		best = insert(best, Similar{ActID: v.acts[d], Score: float64(scores[d]) + like.of(d)}, n)
	}
	for i := 0; len(best) < n && i < len(v.recent); i++ {
		if d := v.recent[i]; scores[d] == 0 && v.hits[d] != gone && like.of(d) > 0 {
			best = append(best, Similar{ActID: v.acts[d], Score: like.of(d)})
		}
	}
	for i := range best {
		d := v.byAct[best[i].ActID]
		best[i].Terms = v.share(doc, d)
		for mask := masks[d]; mask != 0 && len(best[i].Words) < named; mask &= mask - 1 {
			best[i].Words = append(best[i].Words, v.shown[words[bits.TrailingZeros16(mask)].list()])
		}
	}
	return best
}

// share is the terms that two documents share.
func (v View) share(a, b int32) []int16 {
	var list []int16
	for _, t := range v.sorts[a] {
		if slices.Contains(v.sorts[b], t) {
			list = append(list, t)
		}
	}
	return list
}

// insert puts s in its place among the n best; the first of equals stays.
func insert(best []Similar, s Similar, n int) []Similar {
	at := len(best)
	for at > 0 && best[at-1].Score < s.Score {
		at--
	}
	if at >= n {
		return best
	}
	return slices.Insert(best[:min(len(best), n-1)], at, s)
}
