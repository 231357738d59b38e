package fi

import (
	"slices"
	"strings"
)

// An analogy says that a word that the dictionary lacks inflects like one that
// it has: "mentorointi like arviointi".
type analogy struct {
	lemma, model string
	front, like  string // where the two differ: mentor-, arvi-
}

// models are the words of the field that the dictionary lacks.
func analogies() []analogy {
	var list []analogy
	for line := range strings.Lines(models) {
		if lemma, model, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			list = append(list, newAnalogy(lemma, model))
		}
	}
	return list
}

// With is the lexicon with one more analogy.
func (l *Lexicon) With(lemma, model string) *Lexicon {
	more := *l
	more.analogies = append(slices.Clone(l.analogies), newAnalogy(lemma, model))
	return &more
}

func newAnalogy(lemma, model string) analogy {
	i, j := len(lemma), len(model)
	for i > 1 && j > 1 && lemma[i-1] == model[j-1] {
		i--
		j--
	}
	for i < len(lemma) && lemma[i]&0xC0 == 0x80 { // not inside a letter
		i++
		j++
	}
	return analogy{lemma: lemma, model: model, front: lemma[:i], like: model[:j]}
}

// byAnalogy analyses the form with the model in place of the word, alone or as
// a part of a compound, and puts the word back.
func (l *Lexicon) byAnalogy(w *Word, form string) bool {
	for _, a := range l.analogies {
		at := strings.Index(form, a.front)
		if at < 0 || at > 0 && at < minLeft {
			continue
		}
		before, after := form[:at], form[at+len(a.front):]
		for _, r := range l.dictionary.Analyze(before + a.like + after) {
			if parts := parse(r); a.restore(parts, before) {
				w.add(parts)
			}
		}
	}
	return len(w.Lemmas) > 0
}

// restore puts the word back into the part that begins after before. It
// reports whether that part was the model or a word made of it.
func (a analogy) restore(parts []part, before string) bool {
	at := 0
	for i, p := range parts {
		if at == len(before) && (strings.EqualFold(p.base, a.model) || p.root == a.model) && strings.HasPrefix(p.surface, a.like) {
			parts[i].base = a.back(p.base)
			parts[i].root = a.back(p.root)
			parts[i].surface = a.back(p.surface)
			return true
		}
		at += len(p.surface)
	}
	return false
}

// back is a form of the model as a form of the word.
func (a analogy) back(form string) string {
	if rest, ok := strings.CutPrefix(form, a.like); ok {
		return a.front + rest
	}
	return form
}
