package fi

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/token"
)

// A part is one part of a compound in one reading of a word.
type part struct {
	surface string   // as it stands in the word
	base    string   // its base form, as it is written: Liminka
	root    string   // what base is derived from, as kehittää for kehitys; "" if nothing
	prefix  bool     // it stands only before other words, as lähi-
	noun    bool     // or a name or an abbreviation
	pieces  []string // of a compound that is one word to the dictionary, as vertais=tuki
}

// nounOfVerb is the ending that makes the infinitive in -minen, which people
// use as a noun: osaaminen. Voikko calls it a form of the verb.
const nounOfVerb = "minen"

// parse takes one reading of the dictionary apart:
//
//	[Lp]esi[Bc][Ln][Xp]henkilö[X]henkilö[Sg][Ny]n -> esi + henkilö
func parse(reading string) []part {
	var parts []part
	for _, piece := range strings.Split(reading, "[Bc]") {
		if p := parsePart(piece); p.surface != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func parsePart(piece string) part {
	var p part
	var text strings.Builder // the surface so far
	var tag string
	for rest := piece; rest != ""; {
		before, after, ok := strings.Cut(rest, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		tag, rest, _ = strings.Cut(after, "]")
		switch tag {
		case "Xp", "Xj", "Xr":
			var base string
			base, rest, _ = strings.Cut(rest, "[X]")
			p.enter(tag, text.String(), base)
		case "Tn4":
			p.noun = true
			if p.base != "" {
				p.root, p.base = p.base, text.String()+nounOfVerb
			}
		case "Lp":
			p.prefix = true
		case "Ln", "Lnl", "La", "Lem", "Les", "Lep", "Lee":
			p.noun = true
		}
	}
	p.surface = text.String()
	if p.base == "" {
		p.base = p.surface
	}
	if r, _ := utf8.DecodeRuneInString(p.base); strings.Contains(p.base, "=") && unicode.IsLower(r) {
		p.pieces = strings.Split(p.base, "=")
	}
	p.base = strings.TrimSuffix(strings.ReplaceAll(p.base, "=", ""), "-")
	p.root = strings.ReplaceAll(p.root, "=", "")
	return p
}

// enter takes in a base form, or the ending that derives another word from it.
func (p *part) enter(tag, text, base string) {
	switch {
	case tag == "Xr" || base == "":
	case tag == "Xj":
		if p.root == "" {
			p.root = p.base
		}
		p.base = text + base
	default:
		p.base = text + base
	}
}

// minPrefix is the length from which a prefix is worth finding by itself:
// varhais-, but not esi-.
const minPrefix = 5

// add puts what a reading says into the word.
func (w *Word) add(parts []part) {
	if len(parts) == 0 {
		return
	}
	w.Lemmas = appendNew(w.Lemmas, normal(join(parts)))
	w.Noun = w.Noun || parts[len(parts)-1].noun
	if w.Shown == "" {
		w.Shown = shown(join(parts))
	}
	for _, p := range parts {
		w.addPieces(p.pieces)
	}
	if len(parts) > 1 {
		w.addParts(parts)
		return
	}
	w.Roots = appendNew(w.Roots, normal(parts[0].root)) // of a compound it would say too little
}

// addPieces adds the pieces of a compound that the dictionary has as one word.
// The first ones are no base forms, so only long ones are worth it.
func (w *Word) addPieces(pieces []string) {
	for i, piece := range pieces {
		if n := utf8.RuneCountInString(piece); n >= minPrefix || i == len(pieces)-1 && n >= minPrefix-1 {
			w.Parts = appendNew(w.Parts, normal(piece))
		}
	}
}

// addParts adds the parts of a compound and all runs of them. A short prefix
// is split off with what it stands before: etätyö + paikka.
func (w *Word) addParts(parts []part) {
	var split []string
	begin := 0
	for i, p := range parts {
		if !p.prefix || utf8.RuneCountInString(p.base) >= minPrefix {
			split = append(split, normal(join(parts[begin:i+1])))
			begin = i + 1
		}
		for j := i + 1; j <= len(parts); j++ {
			run := parts[i:j]
			if len(run) == len(parts) || (len(run) == 1 && p.prefix && utf8.RuneCountInString(p.base) < minPrefix) {
				continue
			}
			w.Parts = appendNew(w.Parts, normal(join(run)))
		}
	}
	if len(split) > 1 {
		w.Splits = append(w.Splits, split)
	}
}

// own takes a comparative that is also a noun of its own as the noun: vanhemmat
// are parents, hardly ever what is older.
func (w *Word) own(adjective, noun string) {
	if !slices.Contains(w.Lemmas, noun) {
		return
	}
	w.Lemmas = slices.DeleteFunc(w.Lemmas, func(l string) bool { return l == adjective })
	if w.Shown == adjective {
		w.Shown = noun
	}
}

// join is the base form of a run of parts: only the last part is put into its
// base form.
func join(parts []part) string {
	var b strings.Builder
	for _, p := range parts[:len(parts)-1] {
		b.WriteString(p.surface)
	}
	b.WriteString(parts[len(parts)-1].base)
	return b.String()
}

// shown is how a base form is shown to people: the hyphens of the dictionary
// stay, a compound of a name keeps its capital.
func shown(base string) string { return strings.Trim(base, "-") }

// normal is how a base form stands in the index: in lower case and without
// hyphens, so that työ-ura and työura meet.
func normal(base string) string { return token.Plain(strings.ToLower(base)) }

func appendNew(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}
