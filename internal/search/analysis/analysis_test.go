package analysis

import (
	"fmt"
	"testing"

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
