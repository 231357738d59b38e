// Package sv finds the stems of Swedish words.
package sv

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"

	"tekojentori.fi/tori/internal/search/token"
)

// Stem is the word without its endings, by the Snowball rules.
func Stem(word string) string {
	word = token.Plain(word)
	if plain, ok := irregular[word]; ok {
		return plain
	}
	env := snowballstem.NewEnv(indefinite(word))
	swedish.Stem(env)
	s := env.Current()
	if strings.HasSuffix(s, "mm") || strings.HasSuffix(s, "nn") { // hemmet, hem
		return s[:len(s)-1]
	}
	return slender(s)
}

// slender is a stem whose last e comes and goes as it is without it: möbel and
// möbler are möbl. Of vinter the rules have taken er, so r goes from vintrar.
func slender(stem string) string {
	last, n := len(stem)-1, utf8.RuneCountInString(stem)
	switch {
	case n >= 5 && strings.HasSuffix(stem, "el") && consonant(stem[last-2]):
		return stem[:last-1] + "l"
	case n >= 5 && stem[last] == 'r' && stem[last-1] != 'r' && consonant(stem[last-1]):
		return stem[:last]
	default:
		return stem
	}
}

func consonant(letter byte) bool { return strings.IndexByte("bcdfghjklmnpqrstvxz", letter) >= 0 }

// indefinite takes off the articles that the rules leave: of cykeln, of
// mötena, and of neuter words such as biblioteket, but not kapacitet, verksamhet or paket.
func indefinite(word string) string {
	plain := strings.TrimSuffix(word, "s")
	switch {
	case strings.HasSuffix(plain, "eln"):
		return strings.TrimSuffix(plain, "n")
	case len(plain) >= 6 && strings.HasSuffix(plain, "ena"):
		return strings.TrimSuffix(plain, "na")
	case len(plain) >= 6 && strings.HasSuffix(plain, "et") && !strings.HasSuffix(plain, "itet") && !strings.HasSuffix(plain, "het"):
		return strings.TrimSuffix(plain, "et")
	default:
		return word
	}
}

// irregular are forms whose stem the rules cannot see.
var irregular = map[string]string{
	"män": "man", "männen": "man", "mannen": "man", "barnen": "barn", "barns": "barn", "barnets": "barn",
	"böcker": "bok", "böckerna": "bok", "boken": "bok", "händer": "hand", "händerna": "hand",
	"städer": "stad", "städerna": "stad", "staden": "stad", "länder": "land", "länderna": "land",
	"öar": "ö", "öarna": "ö", "ön": "ö", "äldre": "äld", "äldres": "äld", "bättre": "bättr",
	"föräldrar": "föräld", "föräldern": "föräld", "förälder": "föräld", "föräldrarna": "föräld",
}

// minHead is the length of the shortest end of a compound that counts as its
// head.
const minHead = 3

// Heads is the ends of a stem that may be the last part of the compound: of
// arbetsplats among others plats. All long ends are in it, so that no list of
// words is needed; an end that is no word is never asked for.
func Heads(stem string) []string {
	var ends []string
	n := utf8.RuneCountInString(stem)
	i := 0
	for at := range stem {
		if i >= 2 && n-i >= minHead && vowel(stem[:at]) {
			ends = append(ends, stem[at:])
		}
		i++
	}
	return ends
}

func vowel(s string) bool { return strings.ContainsAny(s, "aeiouyåäö") }

// Stop reports whether a word is too common to be looked for among others.
func Stop(word string) bool { return strings.Contains(stopWords, " "+word+" ") }

const stopWords = " och eller men samt att som om när då för av på i med till från under över hos vid efter utan mot " +
	"är var vara varit blir blev bli har hade ha kan kunde ska skulle inte ej " +
	"jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni er ert era de dem deras " +
	"den det dess detta denna dessa en ett sin sitt sina så också även mer mest mycket hur vad vem vilken vilket vilka där här "
