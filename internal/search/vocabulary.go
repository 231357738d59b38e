package search

// vocabulary is changes of search_word, by word and language.
type vocabulary map[wordKey]*wordChange

type wordKey struct{ word, lang string }

// A wordChange is how many more acts have a word.
type wordChange struct {
	entry
	df int32
}

// words is what the index stores of the words of one act.
type words struct {
	Language string
	Words    []string
}

// add counts the words of an act that comes in.
func (v vocabulary) add(r *row) {
	for word, e := range r.vocabular {
		c := v.of(wordKey{word, r.lang})
		c.df++
		if c.kind == 0 || e.kind < c.kind {
			c.entry = e
		}
	}
}

// remove counts the words of acts that go out.
func (v vocabulary) remove(old []words) {
	for _, w := range old {
		for _, word := range w.Words {
			v.of(wordKey{word, w.Language}).df--
		}
	}
}

func (v vocabulary) of(key wordKey) *wordChange {
	c, ok := v[key]
	if !ok {
		c = &wordChange{}
		v[key] = c
	}
	return c
}
