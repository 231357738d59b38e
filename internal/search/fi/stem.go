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
	{"ng", "nk"},
	{"nn", "nt"},
	{"mm", "mp"},
	{"ll", "lt"},
	{"rr", "rt"},
	{"rk", "r"},
	{"kk", "k"},
	{"pp", "p"},
	{"tt", "t"},
	{"ud", "us"},
	{"yd", "ys"},
	{"ust", "us"},
	{"yst", "ys"},
	{"öst", "ös"},
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
	if base, ok := irregular[word]; ok {
		return base
	}
	for i := range word {
		if base, ok := irregular[word[i:]]; ok && last[base] && i >= minLeft && !agent(word[:i], word[i:]) {
			return word[:i] + base
		}
	}
	for _, end := range []string{"ivat", "ivät", "ettiin"} { // of verbs, which Snowball leaves alone
		if before, ok := strings.CutSuffix(word, end); ok && utf8.RuneCountInString(before) > 2 {
			return short(fold(bare(before)))
		}
	}
	word = nominative(word)
	return short(fold(redouble(bare(stem(word)), word)))
}

// agent reports whether a word ends as hoitajan does, and not as työajan.
func agent(before, end string) bool {
	return strings.HasPrefix(end, "aj") && !strings.ContainsRune("ouyöis-", lastRune(before))
}

// nominative gives back the form of a word whose end Snowball takes for another
// one: ilmoitusta is ilmoitus and not from an ilmoitu, and tilanne is nobody's
// tila.
func nominative(word string) string {
	if before, ok := strings.CutSuffix(word, "nne"); ok && utf8.RuneCountInString(before) > 2 {
		return before + "nteen"
	}
	for _, end := range []string{"tusta", "tystä", "musta", "mystä", "ousta"} {
		if strings.HasSuffix(word, end) && utf8.RuneCountInString(word) > 6 {
			return strings.TrimSuffix(strings.TrimSuffix(word, "ta"), "tä")
		}
	}
	return word
}

// short is a stem without what its base form alone has or lacks: asiakas and
// asiakkaan, puhelin and puhelimen.
func short(s string) string {
	if n := utf8.RuneCountInString(s); n >= 6 {
		for _, end := range []string{"as", "äs"} {
			if before, ok := strings.CutSuffix(s, end); ok && lastRune(before) != 'j' { // kirjas of a mistyped kirjasto
				return fold(before)
			}
		}
	}
	for _, end := range []string{"ej", "tom", "töm"} { // viestejä, luvattoman
		if before, ok := strings.CutSuffix(s, end); ok && utf8.RuneCountInString(before) > 2 {
			return fold(before)
		}
	}
	if strings.HasSuffix(s, "elin") {
		return strings.TrimSuffix(s, "in")
	}
	if before, ok := strings.CutSuffix(s, "im"); ok && len(before) > 3 && !strings.ContainsRune("aeiouyäö", lastRune(before)) {
		return before
	}
	return s
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// bare is a stem without its last vowels.
func bare(s string) string {
	for range 2 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("aeiouyäöå", r) || len(s)-size < 3 {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// redouble gives a stem the second consonant back that Snowball has taken:
// without it both kunta and kunnan would be kun.
func redouble(s, word string) string {
	rest, ok := strings.CutPrefix(word, s)
	if !ok || rest == "" || strings.IndexByte("lmnr", s[len(s)-1]) < 0 {
		return s
	}
	if rest[0] == s[len(s)-1] || rest[0] == 't' && (utf8.RuneCountInString(s) <= minStem || noPartitive(s)) {
		return s + rest[:1]
	}
	return s
}

// noPartitive reports whether -ta belongs to the word after such a stem, as in
// uimaranta and maakunta, and not in puhelinta.
func noPartitive(s string) bool {
	if strings.HasSuffix(s, "in") { // toiminta and viestintä, but puhelinta
		return utf8.RuneCountInString(s) > 4 && !strings.HasSuffix(s, "elin") && !strings.HasSuffix(s, "ain")
	}
	return strings.HasSuffix(s, "an") || strings.HasSuffix(s, "un") || strings.HasSuffix(s, "on")
}

// minStem is the length of a stem so short that -ta belongs to the word.
const minStem = 3

// fold undoes consonant gradation at the end of a stem.
func fold(s string) string {
	for _, f := range folds {
		if strings.HasSuffix(s, f.end) && len(s) > 2 {
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
	if verb := ofVerb(w.Lemmas[0]); verb != "" {
		w.Roots = []string{verb}
	}
	i, n := 0, utf8.RuneCountInString(w.Lemmas[0])
	for at := range w.Lemmas[0] {
		if i >= minLeft && n-i >= 4 {
			w.Parts = append(w.Parts, w.Lemmas[0][at:])
		}
		i++
	}
	return w
}

// ofVerb is the stem of the verb that a stem may be derived from, as in
// tauottaminen, tauottaja and tauotus; "" if it does not look like it.
func ofVerb(stem string) string {
	for _, ending := range []string{"us", "ys"} {
		if verb, ok := strings.CutSuffix(stem, ending); ok && strings.HasSuffix(verb, "t") && utf8.RuneCountInString(verb) > minLeft+1 {
			return fold(verb)
		}
	}
	for _, ending := range []string{"min", "j"} {
		verb, ok := strings.CutSuffix(stem, ending)
		if r, _ := utf8.DecodeLastRuneInString(verb); ok && strings.ContainsRune("aeiouyäö", r) && utf8.RuneCountInString(verb) > minLeft+1 {
			return fold(bare(verb))
		}
	}
	return ""
}
