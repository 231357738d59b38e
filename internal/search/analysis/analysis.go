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
	Lexemes []string   // the word itself
	Parts   []string   // lexemes of parts
	Roots   []string   // lexemes of roots
	Splits  [][]string // the parts of each reading as plain base forms
	Shown   string     // the base form as people write it
}

// An Analyzer knows the words of all languages. Any number of goroutines may
// use it.
type Analyzer struct {
	finnish *fi.Lexicon
	cache   map[string]*cache // by language
}

// wordsCached bounds the memory of an analyzer: so many words are kept for
// each language, some 300 bytes each.
const wordsCached = 60_000

// New makes an analyzer. Without a lexicon it uses the fallback.
func New(finnish *fi.Lexicon) *Analyzer {
	if finnish == nil {
		finnish = fi.Fallback()
	}
	return &Analyzer{finnish: finnish, cache: map[string]*cache{
		"fi": newCache(wordsCached), "sv": newCache(wordsCached), "en": newCache(wordsCached / 4),
	}}
}

// Version names the analysis. Rows of the index with another version are to be
// written anew.
func (a *Analyzer) Version() string { return a.finnish.Version() + "/3" }

// Full reports whether the Finnish dictionary is there.
func (a *Analyzer) Full() bool { return a.finnish.Full() }

// Word is what a word in lower case means in a language: fi, sv or en, and
// Finnish for all others.
func (a *Analyzer) Word(lang, word string) *Entry {
	c, ok := a.cache[lang]
	if !ok {
		lang, c = "fi", a.cache["fi"]
	}
	if e, ok := c.get(word); ok {
		return e
	}
	e := a.analyze(lang, word)
	c.put(word, e)
	return e
}

func (a *Analyzer) analyze(lang, word string) *Entry {
	switch lang {
	case "sv":
		return swedish(word)
	case "en":
		stem := en.Stem(word)
		return &Entry{Stop: en.Stop(word) || en.Stop(stem), Lexemes: prefixed(English, stem), Shown: word}
	default:
		w := a.finnish.Analyze(word)
		return &Entry{
			Stop: fi.Stop(word), Known: w.Known, Shown: w.Shown, Splits: w.Splits,
			Lexemes: w.Lemmas, Parts: prefixed(Part, w.Parts...), Roots: prefixed(Root, w.Roots...),
		}
	}
}

// BaseForms is the base forms of a Finnish word that the dictionary has: none
// for any other. It does not fill the cache, for it is asked of many words that
// are none.
func (a *Analyzer) BaseForms(word string) []string { return a.finnish.BaseForms(word) }

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
