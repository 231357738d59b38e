package fi

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/finnish"
)

// stem is the word without its endings, by the Snowball rules.
func stem(word string) string {
	env := snowballstem.NewEnv(word)
	finnish.Stem(env)
	return env.Current()
}

// folds undo consonant gradation at the end of a stem: the strong and the weak
// grade become one, as in kuopp-a and kuop-an, and terveys and terveyd-en.
var folds = []struct{ end, fold string }{
	{"ks", "s"},
	{"nk", "n"},
	{"ng", "n"},
	{"nt", "n"},
	{"nn", "n"},
	{"mp", "m"},
	{"mm", "m"},
	{"lt", "l"},
	{"ll", "l"},
	{"rt", "r"},
	{"rr", "r"},
	{"kk", "k"},
	{"pp", "p"},
	{"tt", "t"},
	{"ud", "us"},
	{"yd", "ys"},
	{"ut", "us"},
	{"yt", "ys"},
	{"is", "in"},
	{"d", "t"},
	{"v", "p"},
}

// man are the forms of mies, less a final n, that end the names of many jobs.
var man = map[string]bool{
	"mies": true, "miehe": true, "miestä": true, "miehet": true, "mieste": true, "miehie": true, "miehiä": true,
	"miehelle": true, "miehille": true, "miehellä": true, "miehillä": true, "mieheltä": true, "miehiltä": true,
}

// folded is the stem without its last vowels and with gradation undone: what
// fallback mode puts in place of the base form.
func folded(word string) string {
	if i := strings.LastIndex(word, "mie"); i > 0 && man[strings.TrimRight(word[i:], "n")] {
		return word[:i] + "mies"
	}
	s := stem(word)
	for range 2 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("aeiouyäöå", r) || len(s)-size < 3 {
			break
		}
		s = s[:len(s)-size]
	}
	for _, f := range folds {
		if strings.HasSuffix(s, f.end) && len(s) > len(f.end)+1 {
			return strings.TrimSuffix(s, f.end) + f.fold
		}
	}
	return s
}

// stemmed is the word in fallback mode. Its parts are all its long ends: one
// of them is the last part if the word is a compound.
func stemmed(form string) Word {
	if before, _, ok := strings.Cut(form, ":"); ok && before != "" {
		form = before
	}
	shown := strings.Trim(form, "-")
	form = normal(form)
	w := Word{Lemmas: []string{folded(form)}, Shown: shown}
	i, n := 0, utf8.RuneCountInString(w.Lemmas[0])
	for at := range w.Lemmas[0] {
		if i >= minLeft && n-i >= 4 {
			w.Parts = append(w.Parts, w.Lemmas[0][at:])
		}
		i++
	}
	return w
}
