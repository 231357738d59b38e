package search

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/synonym"
	"tekojentori.fi/tori/internal/search/token"
)

// A Document is what is searched of a visible act.
type Document struct {
	ActID       int64
	Lang        string // fi, sv or en
	Title       string
	Brief       []string // lead, tags
	Names       []string // organisation, unit, places: each in any language
	Body        []string // need, approach, results, lessons …
	PublishedAt time.Time

	files []string // texts of its documents, which the Writer reads
}

// A row is a document as the index stores it.
type row struct {
	actID     int64
	lang      string
	hit       int64
	tsv       string
	words     []string // of the title, then of the text, then of the names
	title     int      // how many of the words are of the title
	text      int      // how many are of the text
	vocabular map[string]entry
}

// An entry is a word of the vocabulary.
type entry struct {
	kind  int16
	shown string
}

// The kinds of words in the vocabulary.
const (
	baseForm   int16 = iota + 1
	uncertain        // a base form in one of several readings
	ofCompound       // a part of a compound
	asWritten
)

// The limits of a tsvector, and how many words of an act are looked at.
const (
	maxPosition, maxPositions = 16_383, 255

	maxWords, manyTimes = 15_000, 3
)

// A writer collects the lexemes of one document.
type writer struct {
	analyzer *analysis.Analyzer
	lexemes  map[string]*occurrence
	position int
	row      *row
}

// An occurrence is where a lexeme stands: positions only for words themselves.
type occurrence struct {
	positions strings.Builder
	count     int
	inText    int
}

// newRow analyses a document.
func newRow(a *analysis.Analyzer, d Document) *row {
	w := writer{analyzer: a, lexemes: make(map[string]*occurrence, 512), row: &row{
		actID: d.ActID, lang: language(d.Lang), hit: packHit(d.ActID, d.PublishedAt), vocabular: map[string]entry{},
	}}
	w.field([]string{d.Title}, query.Title, "A", w.row.lang)
	w.row.title = len(w.row.words)
	w.field(d.Brief, query.Brief, "C", w.row.lang)
	w.field(d.Body, query.Anywhere, "C", w.row.lang)
	w.row.text = len(w.row.words) - w.row.title
	w.field(d.Names, query.Names, "B", names(w.row.lang)...)
	w.files(d.files)
	w.row.tsv = w.tsvector()
	return w.row
}

// language is the one that a document is analysed in.
func language(lang string) string {
	if lang == "sv" || lang == "en" {
		return lang
	}
	return "fi"
}

// names are the languages of names: both of the country, and the act's own.
func names(lang string) []string {
	if lang == "en" {
		return []string{"fi", "sv", "en"}
	}
	return []string{"fi", "sv"}
}

// field adds the words of a field.
func (w *writer) field(texts []string, f query.Field, weight string, langs ...string) {
	for _, text := range texts {
		for _, t := range token.Split(token.Clean(text)) {
			if w.position > maxWords {
				return
			}
			w.position++
			for _, lang := range langs {
				w.word(t.Word, lang, f, weight)
			}
		}
		w.position += 5 // a phrase does not go on in the next text
	}
}

// word adds one word: its lexemes, those of its parts and roots, and, by the
// field, the same once more with the mark of the field.
func (w *writer) word(word, lang string, f query.Field, weight string) {
	e := w.analyzer.Word(lang, word)
	for _, l := range e.Lexemes {
		o := w.at(l)
		w.place(o, weight)
		if f == query.Anywhere || f == query.Brief {
			o.inText++
		}
	}
	if e.Stop {
		return
	}
	for _, l := range slices.Concat(e.Parts, e.Roots) {
		w.at(l)
		if f == query.Title || f == query.Brief {
			w.at(string(f) + l)
		}
	}
	if f != query.Anywhere {
		for _, l := range e.Lexemes {
			w.at(string(f) + l)
		}
	}
	if lang == w.row.lang {
		w.vocabulary(word, e)
	}
}

func (w *writer) at(lexeme string) *occurrence {
	o, ok := w.lexemes[lexeme]
	if !ok {
		o = &occurrence{}
		w.lexemes[lexeme] = o
	}
	return o
}

// place notes the position of a lexeme.
func (w *writer) place(o *occurrence, weight string) {
	if o.count == maxPositions {
		return
	}
	if o.count > 0 {
		o.positions.WriteByte(',')
	}
	o.count++
	o.positions.WriteString(strconv.Itoa(min(w.position, maxPosition)))
	o.positions.WriteString(weight)
}

// vocabulary adds the word as it is written and its base forms. A base form
// counts as one only when it is the only reading or itself stands in a text.
func (w *writer) vocabulary(word string, e *analysis.Entry) {
	if utf8.RuneCountInString(word) < 2 {
		return
	}
	w.learn(word, asWritten, word)
	if w.row.lang != "fi" {
		w.row.vocabular[word] = entry{baseForm, word}
		return
	}
	chosen := synonym.Chosen(e, word)
	for _, l := range chosen {
		kind := uncertain
		if len(chosen) == 1 && e.Known {
			kind = baseForm
		}
		shown := l
		if strings.EqualFold(strings.ReplaceAll(e.Shown, "-", ""), l) {
			shown = e.Shown
		}
		w.learn(l, kind, shown)
	}
	for _, p := range e.Parts {
		p = strings.TrimPrefix(p, analysis.Part)
		w.learn(p, ofCompound, p)
	}
}

func (w *writer) learn(word string, kind int16, shown string) {
	known, ok := w.row.vocabular[word]
	if !ok {
		w.row.words = append(w.row.words, word)
	}
	if !ok || kind < known.kind {
		w.row.vocabular[word] = entry{kind, shown}
	}
}

// tsvector is the lexemes as PostgreSQL reads them.
func (w *writer) tsvector() string {
	var b strings.Builder
	b.Grow(24 * len(w.lexemes))
	for lexeme, o := range w.lexemes {
		writeLexeme(&b, lexeme)
		if o.count > 0 {
			b.WriteByte(':')
			b.WriteString(o.positions.String())
		}
		b.WriteByte(' ')
		if o.inText >= manyTimes {
			writeLexeme(&b, string(query.Often)+lexeme)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func writeLexeme(b *strings.Builder, lexeme string) {
	b.WriteByte('\'')
	if strings.ContainsAny(lexeme, `'\`) {
		lexeme = strings.NewReplacer(`\`, `\\`, `'`, `''`).Replace(lexeme)
	}
	b.WriteString(lexeme)
	b.WriteByte('\'')
}
