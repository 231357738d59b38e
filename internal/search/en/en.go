// Package en finds the stems of English words.
package en

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"tekojentori.fi/tori/internal/search/token"
)

// Stem is the word without its endings, by the Snowball rules.
func Stem(word string) string {
	env := snowballstem.NewEnv(token.Plain(word))
	english.Stem(env)
	return strings.ReplaceAll(env.Current(), "'", "")
}

// Stop reports whether a word is too common to be looked for among others.
func Stop(word string) bool { return strings.Contains(stopWords, " "+word+" ") }

const stopWords = " a an the and or but if of to in on at by for with from into about as is are was were be been being " +
	"it its this that these those we us our you your they them their he she his her not no do does did has have had can " +
	"will would should could what which who how when where why also than then there here so such some any all more most other only "
