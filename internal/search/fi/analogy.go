package fi

import (
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
)

// An Analogy says that a word that the dictionary lacks inflects like one that
// it has: "mentorointi like arviointi". Both are base forms in lower case.
type Analogy struct{ Lemma, Model string }

// An analogy is an Analogy made ready.
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

// With is the lexicon that has been taught more, besides what it knew. Its
// version tells what.
func (l *Lexicon) With(taught ...Analogy) *Lexicon {
	if !l.Full() || len(taught) == 0 {
		return l
	}
	more := *l
	more.analogies = slices.Clone(l.analogies)
	sum := crc32.NewIEEE()
	for _, a := range taught {
		more.analogies = append(more.analogies, newAnalogy(a.Lemma, a.Model))
		fmt.Fprintf(sum, "%s %s\n", a.Lemma, a.Model)
	}
	more.taught = fmt.Sprintf("%s+%08x", l.taught, sum.Sum32())
	return &more
}

// Front is what every form of the word has and none of the model: mentor-.
func (a Analogy) Front() string { return newAnalogy(a.Lemma, a.Model).front }

// CanLearn reports whether the lexicon would know the word by the analogy: the
// dictionary must have the model and not the word, and both must end alike and
// in the same vowel harmony.
func (l *Lexicon) CanLearn(a Analogy) bool {
	if !l.Full() || a.Lemma == "" || l.known(a.Lemma) || !slices.Contains(l.BaseForms(a.Model), a.Model) {
		return false
	}
	if a.Front() == a.Lemma || back(a.Lemma) != back(a.Model) {
		return false
	}
	return slices.Contains(l.With(a).Analyze(a.Lemma).Lemmas, a.Lemma)
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

// back reports whether a word takes the endings with a, o and u.
func back(word string) bool {
	last := strings.LastIndexAny(word, "aouäöy")
	return last >= 0 && strings.IndexByte("aou", word[last]) >= 0
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
