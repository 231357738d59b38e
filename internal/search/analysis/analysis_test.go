package analysis

import (
	"fmt"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

func TestWord(t *testing.T) {
	t.Parallel()
	a := New(nil)
	if diff := cmp.Diff(&Entry{
		Lexemes: []string{"sv/hemvård"}, Parts: []string{"+sv/mvård", "+sv/vård", "+sv/ård"}, Shown: "hemvården",
	}, a.Word("sv", "hemvården")); diff != "" {
		t.Errorf("Swedish (-want +got):\n%s", diff)
	}
	if e := a.Word("en", "meetings"); e.Lexemes[0] != "en/meet" {
		t.Errorf("English: %+v", e)
	}
	if a.Word("fi", "kuopat") != a.Word("se", "kuopat") {
		t.Error("an unknown language is not Finnish, or the cache does not work")
	}
	if !a.Word("fi", "ja").Stop || !a.Word("sv", "och").Stop || a.Word("fi", "kuoppa").Stop {
		t.Error("stop words")
	}
}

// What is kept of a word says the same as before, and keeps nothing else alive.
func TestPacked(t *testing.T) {
	t.Parallel()
	text := "lähipäiväkodissa on"
	e := &Entry{
		Known: true, Noun: true, Shown: "lähi-päiväkoti", Lexemes: []string{"lähipäiväkoti", "muu"},
		Parts: []string{"+päiväkoti", "+päivä", "+koti"}, Splits: [][]string{{"lähi", "päiväkoti"}, {"päivä", "koti"}},
	}
	word, kept := packed(text[:len(text)-3], e)
	if diff := cmp.Diff(e, kept); word != "lähipäiväkodissa" || diff != "" {
		t.Errorf("%s (-want +got):\n%s", word, diff)
	}
	if unsafe.StringData(word) == unsafe.StringData(text) {
		t.Error("the text that the word was cut from is kept")
	}
	if unsafe.StringData(kept.Splits[1][0]) != unsafe.StringData(word[len("lähi"):]) {
		t.Error("the same letters are kept twice")
	}
	_ = append(kept.Lexemes, "toinen")
	if kept.Parts[0] != e.Parts[0] {
		t.Error("one list grew into the next")
	}
}

func TestCacheIsBounded(t *testing.T) {
	t.Parallel()
	c := newCache(100)
	kept := &Entry{}
	c.put("kept", kept)
	for i := range 10_000 {
		c.put(fmt.Sprint(i), &Entry{})
		if e, ok := c.get("kept"); !ok || e != kept {
			t.Fatalf("a word in use was dropped after %d others", i)
		}
	}
	if n := len(c.young) + len(c.old); n > 102 {
		t.Errorf("%d words in a cache of 100", n)
	}
}
