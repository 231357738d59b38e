package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"tekojentori.fi/tori/internal/search/fi"
	"tekojentori.fi/tori/internal/search/query"
)

const (
	// guesses is how many words stand in for one that is nowhere, guessedWeight how
	// much each of them counts.
	guesses, guessedWeight = 3, 0.1
	// sharedStart is how many letters they must begin with alike, and a piece of a word
	// must have.
	sharedStart = 4
)

// guess is the last resort, when nothing at all was found: what begins or ends
// each word of the query, as in a compound that no dictionary knows, the words
// of the vocabulary that look most like it, and its other grade.
func (s *finding) guess(ctx context.Context) error {
	var lost []*match
	var typed []string
	for _, m := range s.groups {
		if !m.Minus && !strings.Contains(m.Typed, " ") && utf8.RuneCountInString(m.Typed) > sharedStart { // a phrase is meant as it stands
			lost, typed = append(lost, m), append(typed, m.Typed)
		}
	}
	if len(lost) == 0 {
		return nil
	}
	candidates, err := s.index.similarWords(ctx, typed)
	if err != nil {
		return err
	}
	tiers := map[*match][]query.Tier{}
	for i, m := range lost {
		grades := fi.OtherGrades(m.Typed)
		for _, word := range append(alike(m.Typed, candidates[i]), grades...) {
			for _, t := range s.builder.Correct(word).Tiers {
				if t.Kind == query.Exact {
					t.Kind, t.Weight = query.Loose, t.Weight*guessedWeight
					tiers[m] = append(tiers[m], t)
				}
			}
		}
		tiers[m] = append(tiers[m], s.pieces(m.Typed)...)
		if len(grades) > 0 { // as beginnings too, for the rules leave short forms as they are: reiät
			tiers[m] = append(tiers[m], query.Tier{Kind: query.Loose, Weight: guessedWeight, Expr: query.Expr{Starts: grades}})
		}
	}
	return s.look(ctx, tiers)
}

// pieces is the beginnings and ends of a word, the longer the weightier.
func (s *finding) pieces(word string) []query.Tier {
	letters := []rune(word)
	var tiers []query.Tier
	for at := sharedStart; at <= len(letters)-sharedStart; at++ {
		for _, piece := range [][]rune{letters[:at], letters[at:]} {
			share := float64(len(piece)) / float64(len(letters))
			for _, t := range s.builder.Correct(string(piece)).Tiers {
				if t.Kind == query.Exact || t.Kind == query.Synonym {
					t.Kind, t.Weight = query.Loose, t.Weight*guessedWeight*share*share
					tiers = append(tiers, t)
				}
			}
		}
	}
	return tiers
}

// alike is the candidates that begin as a word does, the nearest first.
func alike(typed string, candidates []found) []string {
	near := slices.DeleteFunc(slices.Clone(candidates), func(c found) bool { return common(typed, c.word) < sharedStart })
	slices.SortStableFunc(near, func(a, b found) int {
		return cmp.Or(cmp.Compare(distance(typed, a.word), distance(typed, b.word)), cmp.Compare(b.df, a.df), cmp.Compare(a.word, b.word))
	})
	var words []string
	for _, c := range near {
		if len(words) < guesses && !slices.Contains(words, c.word) {
			words = append(words, c.word)
		}
	}
	return words
}

// common is how many letters two words begin with alike.
func common(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}
