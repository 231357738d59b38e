package search

import (
	"slices"
)

const (
	// also is how much a further way in which an act has a word counts beside
	// the best one.
	also = 0.2
	// covers is the weight from which an act has a word wholly.
	covers = 0.6
	// aside is how much an adjective, a verb or an adverb tells beside a noun:
	// of lyhyet palaverit the meetings tell more.
	aside = 0.7
	// dull is how much a word does that stands in any text.
	dull = 0.25
	// trace is the weight under which it has no more than a trace of it.
	trace = 0.25
)

// rank scores every act that was found:
//
//	( Σ idf · weight ) · ( Σ idf of the groups met )²
//
// When few acts meet all groups, those that meet enough of them stand among
// them by their scores; when few do by more than a trace, the best of those: in
// a long text all the words of a query are soon found somewhere. Among equals
// the newer comes first. hits and recent are the acts as their source numbers
// them, acts is how many there are.
func rank(groups []*match, hits []int64, recent []int32, acts int) Result {
	wanted := slices.DeleteFunc(slices.Clone(groups), func(m *match) bool { return m.Minus })
	t := gather(groups, len(hits))
	defer tallies.Put(t)
	idf := make([]float64, len(wanted))
	total := 0.0
	for i, n := range t.counts {
		idf[i] = rarity(max(acts, t.found), n)
		switch {
		case wanted[i].Dull:
			idf[i] *= dull
		case wanted[i].Aside:
			idf[i] *= aside
		}
		if n > 0 { // what no act has tells none from another
			total += idf[i]
		}
	}
	result, list := t.choose(recent, idf, total)
	result.Hits = make([]int64, 0, len(list))
	for _, s := range t.ranked(list) {
		id := unpackHit(hits[s.doc])
		result.Hits = append(result.Hits, id)
		if t.met[s.doc]&filed != 0 {
			result.file(id)
		}
	}
	return result
}

// file notes an act with a word that only a document of it has.
func (r *Result) file(actID int64) {
	if r.Filed == nil {
		r.Filed = map[int64]bool{}
	}
	r.Filed[actID] = true
}

// choose is the acts that are shown.
func (t *tally) choose(recent []int32, idf []float64, total float64) (Result, []scored) {
	whole, some, sure := t.whole[:0], t.some[:0], 0
	asked := len(idf) - t.dulls()
	for _, doc := range recent {
		if t.met[doc] == 0 || t.met[doc] == excluded {
			continue
		}
		m := t.merit(doc, idf)
		switch {
		case int(t.met[doc]&^(loosely|filed)) == asked:
			whole = append(whole, scored{doc, float32(m.score)})
			if m.strong == asked {
				sure++
			}
		case m.coverage >= enough*total:
			some = append(some, scored{doc, float32(m.score)})
		}
	}
	t.whole, t.some = whole, some
	if len(whole) >= fewWhole {
		if sure >= fewWhole || asked == 1 {
			some = nil
		} else {
			t.copied = append(t.copied[:0], whole...) // it is ordered in place
			least := t.ranked(t.copied)[fewWhole-1].score
			some = slices.DeleteFunc(some, func(s scored) bool { return s.score < least })
		}
	}
	return Result{Whole: len(whole), Partial: len(some) > 0}, t.inOrder(recent, whole, some)
}

// inOrder is two lists as one, the newest first.
func (t *tally) inOrder(recent []int32, a, b []scored) []scored {
	if len(b) == 0 {
		return a
	}
	list := make([]scored, 0, len(a)+len(b))
	for _, doc := range recent {
		switch {
		case len(a) > 0 && a[0].doc == doc:
			list, a = append(list, a[0]), a[1:]
		case len(b) > 0 && b[0].doc == doc:
			list, b = append(list, b[0]), b[1:]
		}
	}
	return list
}
