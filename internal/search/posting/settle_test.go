package posting_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search/posting"
	"tekojentori.fi/tori/internal/search/query"
)

// TestListsGrowAfterTheyWerePacked: thousands of documents at once are packed,
// and whatever comes after them is found beside them, word by word and in a
// row.
func TestListsGrowAfterTheyWerePacked(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	x := posting.New()
	var texts []string
	for _, more := range []int{1_500, 3, 1_200, 40} {
		for range more {
			words := make([]string, 12)
			for i := range words {
				words[i] = fmt.Sprintf("sana%d", r.IntN(60))
			}
			texts = append(texts, strings.Join(words, " "))
			x.Put(posting.Document{ActID: int64(len(texts)), Hit: int64(len(texts)), TSV: tsv(texts[len(texts)-1])})
		}
		x.Settle()
		for n := range 60 {
			one, next := fmt.Sprintf("sana%d", n), fmt.Sprintf("sana%d", r.IntN(60))
			e := query.Expr{Sets: [][]string{{one}, {next}}, Gaps: []int{1, 1}}
			if diff := cmp.Diff(having(texts, one), found(x, query.AnyOf(query.Anywhere, one))); diff != "" {
				t.Fatalf("%s in %d documents (-want +got):\n%s", one, len(texts), diff)
			}
			if diff := cmp.Diff(having(texts, one+" "+next), found(x, e)); diff != "" {
				t.Fatalf("%s in %d documents (-want +got):\n%s", e.TSQuery(), len(texts), diff)
			}
		}
	}
}

// having is the documents that have some words in a row.
func having(texts []string, words string) []int64 {
	list := []int64{}
	for i, text := range texts {
		if strings.Contains(" "+text+" ", " "+words+" ") {
			list = append(list, int64(i+1))
		}
	}
	return list
}
