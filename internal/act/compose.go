package act

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/limit"
)

// Compose is the texts that the answers make in a language, by rules alone:
// nothing is said that was not answered. A text without an answer is empty.
func (a Answers) Compose(language string) Wording {
	said := func(q Question) string { return tidy(a.Of(q), openers[language][q], fillers[language]) }
	return Wording{
		Lead:     leadOf(said(WhatDone), said(WhatChanged)),
		Need:     joined(said(WhatWas), said(WhatWished)),
		Approach: joined(said(WhatDone), said(HowDone)),
		Results:  said(WhatChanged),
		Lessons:  said(WhatToTell),
	}
}

// An opener is how an answer that begins in the middle of a sentence becomes a
// whole one: ”että kaikki kuullaan” answers a question, but makes no text.
type opener struct{ spoken, written string }

var openers = map[string]map[Question][]opener{
	"fi": {
		WhatWas:     {{"se, että", "Hankalaa oli se, että"}, {"se että", "Hankalaa oli se, että"}, {"että", "Hankalaa oli, että"}, {"ettei", "Hankalaa oli, ettei"}},
		WhatWished:  {{"sitä, että", "Toivoimme, että"}, {"sitä että", "Toivoimme, että"}, {"että", "Toivoimme, että"}, {"ettei", "Toivoimme, ettei"}},
		WhatDone:    {{"että", "Päätimme, että"}, {"ettei", "Päätimme, ettei"}},
		HowDone:     {{"niin, että", "Teimme sen niin, että"}, {"niin että", "Teimme sen niin, että"}, {"siten, että", "Teimme sen siten, että"}},
		WhatChanged: {{"siitä, että", "Muutoksen huomaa siitä, että"}, {"siitä että", "Muutoksen huomaa siitä, että"}, {"että", "Muutoksen huomaa siitä, että"}, {"ettei", "Muutoksen huomaa siitä, ettei"}},
		WhatToTell:  {{"että", "Muistakaa, että"}, {"ettei", "Muistakaa, ettei"}},
	},
	"sv": {
		WhatWas:     {{"det att", "Det svåra var att"}, {"att", "Det svåra var att"}},
		WhatWished:  {{"att", "Målet var att"}},
		WhatDone:    {{"att", "Vi bestämde oss för att"}},
		HowDone:     {{"så att", "Vi gjorde det så att"}, {"genom att", "Vi gjorde det genom att"}},
		WhatChanged: {{"på att", "Förändringen märks på att"}, {"att", "Förändringen märks på att"}},
		WhatToTell:  {{"att", "Kom ihåg att"}},
	},
	"en": {
		WhatWas:     {{"that", "What was hard was that"}},
		WhatWished:  {{"that", "We wished that"}, {"to", "We wanted to"}},
		WhatDone:    {{"that", "We decided that"}, {"to", "We decided to"}},
		HowDone:     {{"so that", "We did it so that"}, {"by", "We did it by"}},
		WhatChanged: {{"that", "One can tell by the fact that"}, {"from", "One can tell from"}},
		WhatToTell:  {{"that", "Remember that"}, {"to", "Remember to"}},
	},
}

// fillers are words that begin a spoken answer and say nothing: those of the
// second kind only before a comma.
var fillers = map[string][2][]string{
	"fi": {{"no", "noh", "tota", "öö", "siis"}, {"niin", "eli", "joo", "juu", "hmm"}},
	"sv": {{"tja", "öh", "alltså"}, {"ja", "jo", "nå", "hmm"}},
	"en": {{"um", "er"}, {"well", "so", "yes", "yeah", "oh", "hmm"}},
}

// tidy makes an answer a text: whole sentences, each paragraph with its end.
func tidy(answer string, opening []opener, filler [2][]string) string {
	var lines []string
	for _, l := range strings.Split(strings.ReplaceAll(answer, "\r", ""), "\n") {
		lines = append(lines, strings.Join(strings.Fields(l), " "))
	}
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	text = opened(withoutFillers(text, filler), opening)
	parts := strings.Split(text, "\n\n")
	for i, part := range parts {
		parts[i] = ended(capital(strings.TrimSpace(part)))
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(parts, "\n\n")
}

func withoutFillers(text string, filler [2][]string) string {
	for {
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if end <= 0 {
			return text
		}
		word, rest := strings.ToLower(text[:end]), strings.TrimLeft(text[end:], ", ")
		if rest == "" || !slices.Contains(filler[0], word) && (!strings.HasPrefix(text[end:], ",") || !slices.Contains(filler[1], word)) {
			return text
		}
		text = rest
	}
}

// opened is the text as a whole sentence.
func opened(text string, opening []opener) string {
	for _, o := range opening {
		if n := len(o.spoken); len(text) > n && strings.EqualFold(text[:n], o.spoken) && text[n] == ' ' {
			return o.written + text[n:]
		}
	}
	return text
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// ended gives a paragraph its full stop, if it is no list.
func ended(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || isList(s[strings.LastIndex(s, "\n")+1:]) || !unicode.IsLetter(last) && !unicode.IsNumber(last) && !strings.ContainsRune("%€)", last) {
		return s
	}
	return s + "."
}

func isList(line string) bool {
	mark, _, items := strings.Cut(line, " ")
	return items && (mark == "-" || mark == "*" || mark == "–" || len(mark) > 1 && strings.Trim(mark[:len(mark)-1], "0123456789") == "" && strings.ContainsAny(mark[len(mark)-1:], ".)"))
}

// short is how long one paragraph of two answers may become, in bytes.
const short = 400

// joined is two answers as one text: in one paragraph, if they are short.
func joined(a, b string) string {
	switch {
	case a == "" || b == "":
		return a + b
	case len(a)+len(b) < short && !strings.Contains(a+b, "\n"):
		return a + " " + b
	}
	return a + "\n\n" + b
}

// leadOf is what was done and what came of it, a sentence each, as far as they
// fit.
func leadOf(deed, change string) string {
	first, second := sentence(deed), sentence(change)
	switch both := strings.TrimSpace(first + " " + second); {
	case utf8.RuneCountInString(both) <= limit.Lead:
		return both
	case utf8.RuneCountInString(first) <= limit.Lead:
		return first
	}
	cut := string([]rune(first)[:limit.Lead-1])
	return strings.TrimRight(cut[:max(strings.LastIndex(cut, " "), 1)], " ,;:–") + "…"
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = []string{"esim", "mm", "ks", "n", "ns", "klo", "t.ex", "bl.a", "ca", "kl", "e.g", "i.e", "approx"}

// sentence is the first one of a text; "" of a list.
func sentence(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	if isList(text) {
		return ""
	}
	for i, r := range text {
		if !strings.ContainsRune(".!?", r) {
			continue
		}
		word := text[strings.LastIndex(text[:i], " ")+1 : i]
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i+1:], " "))
		if strings.HasPrefix(text[i+1:], " ") && !slices.Contains(abbreviations, strings.ToLower(word)) && (unicode.IsUpper(next) || unicode.IsNumber(next)) {
			return text[:i+1]
		}
	}
	return text
}
