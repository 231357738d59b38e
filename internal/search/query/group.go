package query

import (
	"slices"
)

// A Field is a part of an act that words may stand in. Its value is what the
// lexemes of the field begin with in the index; every word of the act itself
// also stands there without it.
type Field string

// The fields of an act.
const (
	Anywhere Field = ""
	Title    Field = "^"
	Brief    Field = "#" // lead and tags
	Names    Field = "@" // organisation, unit, places
	Often    Field = "*" // three times or more in the text
	Files    Field = "%" // documents that are attached: they stand nowhere else
)

// weights say how much a word counts by where it stands.
var weights = map[Field]float64{Anywhere: 0.45, Title: 1, Names: 0.8, Brief: 0.65, Often: 0.6, Files: 0.12}

// How much an alternative counts beside the word itself.
const (
	exact     = 1.0
	otherwise = 0.5  // a reading that is likely not meant: kuu for kuusi
	joined    = 0.9  // työ hyvinvointi as työhyvinvointi
	part      = 0.55 // varhaiskasvatus for kasvatus
	apart     = 0.5  // the parts of the compound, each by itself
	root      = 0.35 // kehittää for kehitys
	byParts   = 0.3  // what the parts of a compound stand for
	prefix    = 0.5  // kehityskeskustelu for kehityskesk
	loose     = 0.2  // the last part alone
	looser    = 0.17 // the first part alone
	halfPart  = 0.5  // of the synonym's weight, when it is only a part
)

// A Kind tells what an alternative is to the word.
type Kind int

// The kinds of alternatives: from Apart on, the surer ones first.
const (
	Exact Kind = iota
	Other
	Synonym
	Prefix
	Apart // the parts of a compound, anywhere in the act
	Filed // the word itself, in a document that is attached
	Loose // only a part of the compound
)

// A Tier is alternatives of one weight: an expression that matches any of them.
type Tier struct {
	Kind   Kind
	Weight float64
	Expr
}

// A Group is one word or phrase of the query with its alternatives.
type Group struct {
	Typed   string // as the reader wrote it, in lower case
	Known   bool   // to a dictionary
	Aside   bool   // no noun: it tells less than the others do
	Minus   bool   // acts with it are left out
	Dull    bool   // it stands in so many texts that an act need not have it
	OfTerm  bool   // it is a word of a term of several, as kestävä kehitys
	Tiers   []Tier
	Distant []Tier   // to try when the others find little
	Loose   []Tier   // to try when they find next to nothing
	Also    []string // synonyms among the alternatives
	Marks   Marks
	Pieces  []string // lexemes of the parts of a compound: to mark when the word itself is not found

	itself []string // lexemes of the word itself
}

// Marks are what to mark in a found text.
type Marks struct {
	Lexemes  []string
	Terms    [][][]string // words that are marked beside each other, each as the lexemes that it may be
	Prefixes []string     // of words
}

// A Query is groups that an act should all meet, and what it must not have.
type Query struct {
	Groups []Group
	Cut    bool // the text was too long, the end was left out
}

// add adds alternatives: a tier for each field.
func (g *Group) add(kind Kind, weight float64, lexemes []string, fields ...Field) {
	if len(lexemes) == 0 {
		return
	}
	g.Marks.Lexemes = append(g.Marks.Lexemes, lexemes...)
	g.addFields(kind, weight, [][]string{lexemes}, fields)
}

// addAll adds alternatives that are several words, all of which must be there.
func (g *Group) addAll(kind Kind, weight float64, sets [][]string, fields ...Field) {
	if kind == Synonym {
		g.Marks.Terms = append(g.Marks.Terms, sets)
	} else {
		g.Pieces = append(g.Pieces, slices.Concat(sets...)...)
	}
	g.addFields(kind, weight, sets, fields)
}

func (g *Group) addFields(kind Kind, weight float64, sets [][]string, fields []Field) {
	for _, f := range fields {
		g.Tiers = append(g.Tiers, Tier{kind, weight * weights[f], allOf(f, sets)})
	}
}
