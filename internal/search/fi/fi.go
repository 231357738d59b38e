// Package fi finds the base forms of Finnish words: päiväkodissa is päiväkoti,
// made of päivä and koti; kehittämisen is kehittäminen, from kehittää.
//
// It uses Voikko's dictionary where it is installed, and else a stemmer that
// also undoes consonant gradation (fallback mode).
package fi

import (
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/vfst"
)

// A Word is what is known of a word form. All forms are in lower case and
// without hyphens.
type Word struct {
	Known  bool       // to the dictionary, by itself or by analogy
	Noun   bool       // or a name or an abbreviation, in one of its readings
	Lemmas []string   // base forms, one for each different reading
	Parts  []string   // parts of the compound and runs of them
	Roots  []string   // words that a lemma is derived from
	Splits [][]string // the base forms of all parts, by reading
	Shown  string     // the first base form, as people write it
}

// A Lexicon analyses words. Any number of goroutines may use it.
type Lexicon struct {
	dictionary *vfst.Transducer // nil in fallback mode
	analogies  []analogy
	taught     string // names the analogies that did not come with the program
}

// version changes when the same word would be analysed otherwise, so that the
// index is built anew.
const version, stemVersion = "2", "3"

// Open reads the dictionary file.
func Open(path string) (*Lexicon, error) {
	t, err := vfst.Open(path)
	if err != nil {
		return nil, err
	}
	return &Lexicon{dictionary: t, analogies: analogies()}, nil
}

// Fallback is a lexicon without a dictionary.
func Fallback() *Lexicon { return &Lexicon{} }

// Full reports whether the lexicon has its dictionary.
func (l *Lexicon) Full() bool { return l.dictionary != nil }

// Version names the analysis: two lexicons of the same version give the same
// words.
func (l *Lexicon) Version() string {
	if l.Full() {
		return "voikko-" + version + l.taught
	}
	return "stem-" + stemVersion
}

// Analyze is what is known of a word in lower case.
func (l *Lexicon) Analyze(form string) Word {
	if !l.Full() {
		return stemmed(form)
	}
	var w Word
	if l.lookUp(&w, form) {
		w.Known = true
		return w
	}
	if l.byAnalogy(&w, form) {
		w.Known = true
		return w
	}
	l.guess(&w, form)
	return w
}

// lookUp adds the readings of the dictionary. Readings with odd hyphens count
// only when there are no others.
func (l *Lexicon) lookUp(w *Word, form string) bool {
	readings := l.dictionary.Analyze(form)
	found := false
	for _, r := range readings {
		if vfst.WellSpelled(r) {
			w.add(parse(r))
			found = true
		}
	}
	if !found {
		for _, r := range readings {
			w.add(parse(r))
		}
	}
	w.own("vanha", "vanhempi")
	return len(w.Lemmas) > 0
}

// BaseForms is the base forms of a word that the dictionary itself has.
func (l *Lexicon) BaseForms(form string) []string {
	var w Word
	if l.Full() {
		l.lookUp(&w, form)
	}
	return w.Lemmas
}

// Near is the words of the dictionary that are one slip away from a word, a
// letter of the alphabet at most.
func (l *Lexicon) Near(word, alphabet string) []string {
	if !l.Full() {
		return nil
	}
	return l.dictionary.Near(word, alphabet)
}

// known reports whether the dictionary has the form.
func (l *Lexicon) known(form string) bool { return len(l.dictionary.Analyze(form)) > 0 }

// The shortest pieces that a guess may cut an unknown compound into.
const (
	minLeft  = 3
	minRight = 5
)

// guess does what can be done for a word that the dictionary lacks: the word
// itself, its stem, and one cut into a known and an unknown part.
func (l *Lexicon) guess(w *Word, form string) {
	if before, ending, ok := strings.Cut(form, ":"); ok && before != "" && ending != "" {
		w.Lemmas = appendNew(w.Lemmas, normal(before)) // an abbreviation with a case ending
		w.Shown = before
		return
	}
	if i := strings.LastIndexByte(form, '-'); i > 0 && i < len(form)-1 && l.cut(w, form, i+1) {
		return
	}
	plain := normal(form)
	w.Lemmas = appendNew(w.Lemmas, plain)
	w.Lemmas = appendNew(w.Lemmas, stem(plain))
	w.Shown = strings.Trim(form, "-")
	if l.knownRight(w, form) {
		return
	}
	l.knownLeft(w, form)
}

// knownRight cuts off the longest right part that the dictionary knows.
func (l *Lexicon) knownRight(w *Word, form string) bool {
	n := utf8.RuneCountInString(form)
	i := 0
	for at := range form {
		if i >= minLeft && n-i >= minRight && form[at-1] != '-' && l.cut(w, form, at) {
			return true
		}
		i++
	}
	return false
}

// cut tries the word as an unknown left part and a known right one.
func (l *Lexicon) cut(w *Word, form string, at int) bool {
	var right Word
	if !l.lookUp(&right, form[at:]) {
		return false
	}
	left := normal(form[:at])
	for _, lemma := range right.Lemmas {
		w.Lemmas = appendNew(w.Lemmas, left+lemma)
		w.Parts = appendNew(w.Parts, lemma)
		w.Splits = append(w.Splits, []string{left, lemma})
	}
	if w.Shown == "" {
		w.Shown = form[:at] + right.Shown
	}
	w.Parts = appendNew(w.Parts, left)
	for _, p := range right.Parts {
		w.Parts = appendNew(w.Parts, p)
	}
	return true
}

// knownLeft cuts off the longest left part that may begin a compound.
func (l *Lexicon) knownLeft(w *Word, form string) {
	for at := len(form) - 3; at >= 4; at-- {
		if !utf8.RuneStart(form[at]) || !l.known(form[:at]+"talo") {
			continue
		}
		var left Word
		if l.lookUp(&left, form[:at]) {
			for _, lemma := range left.Lemmas {
				w.Parts = appendNew(w.Parts, lemma)
			}
			return
		}
	}
}
