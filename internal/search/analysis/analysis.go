// Package analysis turns words into lexemes: the strings that the index holds
// and queries ask for. All three languages share one index; the lexemes of
// each begin in their own way, and so do those of different worth:
//
//	päiväkoti    the base form of a Finnish word, or an unknown word as it is
//	sv/möt       the stem of a Swedish word       en/meet  of an English one
//	+koti        a part of a Finnish compound     +sv/vård of a Swedish one
//	~kehittää    what a Finnish word is derived from
package analysis

import (
	"sync/atomic"

	"tekojentori.fi/tori/internal/search/en"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/sv"
)

// What lexemes begin with.
const (
	Part    = "+"
	Root    = "~"
	Swedish = "sv/"
	English = "en/"
)

// An Entry is what one word means to the index. Entries are shared: do not
// change them.
type Entry struct {
	Stop    bool       // too common to be looked for among others
	Known   bool       // to the dictionary of the language
	Noun    bool       // as the dictionary has it
	Lexemes []string   // the word itself
	Parts   []string   // lexemes of parts
	Roots   []string   // lexemes of roots
	Splits  [][]string // the parts of each reading as plain base forms
	Shown   string     // the base form as people write it
}

// An Analyzer knows the words of all languages. Any number of goroutines may
// use it.
type Analyzer struct {
	untaught *fi.Lexicon
	finnish  atomic.Pointer[finnish]
	cache    map[string]*cache // of the other languages
	brief    bool              // it lives too short to pack what it keeps
}

// finnish is a lexicon and the words that it has analysed.
type finnish struct {
	*fi.Lexicon
	cache *cache
}

// wordsCached bounds the memory of an analyzer: so many words are kept for
// each language, some 300 bytes each.
const wordsCached = 60_000

// New makes an analyzer. Without a lexicon it uses the fallback.
func New(lexicon *fi.Lexicon) *Analyzer {
	if lexicon == nil {
		lexicon = fi.Fallback()
	}
	a := &Analyzer{untaught: lexicon, cache: map[string]*cache{"sv": newCache(wordsCached), "en": newCache(wordsCached / 4)}}
	a.finnish.Store(&finnish{lexicon, newCache(wordsCached)})
	return a
}

// Apart is an analyzer of the same words with a memory of its own, for who reads
// many words once: they would drive out those that readers and acts use.
func (a *Analyzer) Apart() *Analyzer {
	apart := New(a.finnish.Load().Lexicon)
	apart.brief = true
	return apart
}

// Teach makes the analyzer know Finnish words by analogy, in place of those
// that it was taught before. Without a dictionary it learns nothing.
func (a *Analyzer) Teach(taught []fi.Analogy) {
	a.finnish.Store(&finnish{a.untaught.With(taught...), newCache(wordsCached)})
}

// Taught is another analyzer that knows one more word.
func (a *Analyzer) Taught(more fi.Analogy) *Analyzer { return New(a.finnish.Load().With(more)) }

// CanLearn reports whether a word can be taught.
func (a *Analyzer) CanLearn(more fi.Analogy) bool { return a.finnish.Load().CanLearn(more) }

// Version names the analysis. Rows of the index with another version are to be
// written anew.
func (a *Analyzer) Version() string { return a.finnish.Load().Version() + "/6" }

// Full reports whether the Finnish dictionary is there.
func (a *Analyzer) Full() bool { return a.untaught.Full() }

// Word is what a word in lower case means in a language: fi, sv or en, and
// Finnish for all others.
func (a *Analyzer) Word(lang, word string) *Entry {
	c, ok := a.cache[lang]
	read := english
	switch {
	case !ok:
		f := a.finnish.Load()
		c, read = f.cache, f.entry
	case lang == "sv":
		read = swedish
	}
	if e, ok := c.get(word); ok {
		return e
	}
	e := read(word)
	if !a.brief {
		word, e = packed(word, e)
	}
	c.put(word, e)
	return e
}

func (f *finnish) entry(word string) *Entry {
	w := f.Analyze(word)
	return &Entry{
		Stop: fi.Stop(word), Known: w.Known, Noun: w.Noun, Shown: w.Shown, Splits: w.Splits,
		Lexemes: w.Lemmas, Parts: prefixed(Part, w.Parts...), Roots: prefixed(Root, w.Roots...),
	}
}

func english(word string) *Entry {
	stem := en.Stem(word)
	return &Entry{Stop: en.Stop(word) || en.Stop(stem), Lexemes: prefixed(English, stem), Shown: word}
}

// BaseForms is the base forms of a Finnish word that the dictionary has: none
// for any other. It does not fill the cache, for it is asked of many words that
// are none.
func (a *Analyzer) BaseForms(word string) []string { return a.finnish.Load().BaseForms(word) }

// Near is the Finnish words of the dictionary that are one slip away from a
// word.
func (a *Analyzer) Near(word, alphabet string) []string {
	return a.finnish.Load().Near(word, alphabet)
}

func swedish(word string) *Entry {
	stem := sv.Stem(word)
	return &Entry{
		Stop: sv.Stop(word) || sv.Stop(stem), Shown: word,
		Lexemes: prefixed(Swedish, stem), Parts: prefixed(Part+Swedish, sv.Heads(stem)...),
	}
}

func prefixed(prefix string, words ...string) []string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, prefix+w)
		}
	}
	return list
}
