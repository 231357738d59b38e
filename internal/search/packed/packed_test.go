package packed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"tekojentori.fi/tori/internal/search/packed"
)

// What is copied stays as it was, also over the ends of blocks, and nothing
// that is added to one list shows in the next.
func TestLists(t *testing.T) {
	t.Parallel()
	var lists packed.Lists[int]
	var copies [][]int
	for n := range 1_000 {
		copies = append(copies, lists.Copy(slices.Repeat([]int{n}, n%50)))
	}
	for n, c := range copies {
		if want := slices.Repeat([]int{n}, n%50); !slices.Equal(c, want) {
			t.Fatalf("list %d is %v", n, c)
		}
		_ = append(c, -1)
	}
	if big := lists.Copy(make([]int, 100_000)); len(big) != 100_000 {
		t.Error("a long list became", len(big))
	}
}

// Each text is there once, however often it is copied.
func TestTexts(t *testing.T) {
	t.Parallel()
	var texts packed.Texts
	first := map[string]string{}
	for range 2 {
		for n := range 10_000 {
			text := fmt.Sprint("sana", n)
			same := texts.Copy(text)
			if same != text {
				t.Fatalf("%s became %s", text, same)
			}
			if f, ok := first[text]; ok && unsafe.StringData(f) != unsafe.StringData(same) {
				t.Fatal(text, "is there twice")
			}
			first[text] = same
		}
	}
	if long := strings.Repeat("pitkä", 50_000); texts.Copy(long) != long {
		t.Error("a long text is another")
	}
}
