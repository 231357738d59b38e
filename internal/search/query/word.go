package query

import (
	"slices"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/en"
	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/sv"
	"tekojentori.fi/tori/internal/search/token"
)

// A word is a word of the query in all languages.
type word struct {
	typed   string
	finnish *analysis.Entry
	swedish *analysis.Entry
	english *analysis.Entry
	gap     int // how many words after the one before that is looked for, 1 if the next
	// notFinnish tells that it only looks like a Finnish word, so it means
	// nothing that the Finnish one does.
	notFinnish bool
}

// lexemes is the word itself in any language.
func (w word) lexemes() []string { return slices.Concat(w.finnish.Lexemes, w.foreign()) }

// foreign is the word in Swedish and English. What is a stop word there is
// left out: some is sosiaalinen media, not Swedish som.
func (w word) foreign() []string {
	var list []string
	for _, e := range []*analysis.Entry{w.swedish, w.english} {
		if !e.Stop || w.finnish.Stop {
			list = append(list, e.Lexemes...)
		}
	}
	return list
}

// stop reports whether the word is too common: in the language of the page, or
// in Finnish unless another language is asked for.
func (w word) stop(lang string) bool {
	switch lang {
	case "sv":
		return w.swedish.Stop
	case "en":
		return w.english.Stop
	default:
		return w.finnish.Stop
	}
}

// dull reports whether the word stands in any text.
func (w word) dull() bool {
	if w.finnish.Known {
		return !slices.ContainsFunc(w.finnish.Lexemes, func(l string) bool { return !fi.Dull(l) })
	}
	stem := token.Plain(w.typed)
	return en.Dull(en.Stem(stem)) || sv.Dull(sv.Stem(stem))
}

func (b Builder) word(typed string) word {
	return word{
		typed:   typed,
		finnish: b.Analyzer.Word("fi", typed),
		swedish: b.Analyzer.Word("sv", typed),
		english: b.Analyzer.Word("en", typed),
	}
}
