package highlight

import (
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/search/token"
)

const (
	// window is how many words an excerpt has.
	window = 24
	// lead is how many of them stand before the first match.
	lead = 6
)

// A view is the words of a text that an excerpt shows.
type view struct {
	text        string
	tokens      []token.Token
	first, last int // of tokens
	score       float64
}

// Excerpt is the window of words with the most different matches, from the
// first of the texts that has a match; the beginning of the first text when
// there is none. It says … where it cuts. The texts after the one that is
// shown are not read, for that is what costs.
func (h *Highlighter) Excerpt(texts ...string) []Segment {
	var best view
	h.tokens = h.tokens[:0]
	for _, text := range texts {
		text = strings.TrimSpace(token.Clean(text))
		if text == "" {
			continue
		}
		v := h.view(text)
		if best.text == "" || v.score > 0 {
			best = v
		}
		if v.score > 0 {
			break
		}
	}
	return h.show(best)
}

// view finds the best window of a text: another match of a word that is in it
// already counts little.
func (h *Highlighter) view(text string) view {
	before := len(h.tokens)
	h.tokens = token.Append(h.tokens, text)
	best := view{text: text, tokens: h.tokens[before:]}
	n := len(best.tokens)
	best.last = min(window, n) - 1
	matches := h.matches[:0]
	for at := range best.tokens {
		matches = append(matches, h.met(best.tokens, at))
	}
	h.matches = matches
	for at, m := range matches {
		if m == "" {
			continue
		}
		first := max(0, min(at-lead, n-window))
		last := min(first+window, n) - 1
		if score := score(matches[first : last+1]); score > best.score {
			best.first, best.last, best.score = first, last, score
		}
	}
	return best
}

// score is what the matches of a window are worth.
func score(matches []string) float64 {
	score := 0.0
	for at, m := range matches {
		switch {
		case m == "":
		case slices.Contains(matches[:at], m):
			score += 0.1
		default:
			score++
		}
	}
	return score
}

// show cuts the window out of its text.
func (h *Highlighter) show(v view) []Segment {
	if len(v.tokens) == 0 {
		if v.text == "" {
			return nil
		}
		return []Segment{{Text: v.text}} // no words: a row of signs
	}
	start, end := 0, len(v.text)
	if v.first > 0 {
		start = v.tokens[v.first].Start
	}
	if v.last < len(v.tokens)-1 {
		end = v.tokens[v.last].End
	}
	list := h.segments(v.text, start, end, v.tokens[v.first:v.last+1])
	if start > 0 {
		list = append([]Segment{{Text: "… "}}, list...)
	}
	if end < len(v.text) {
		list = append(list, Segment{Text: " …"})
	}
	return list
}
