package demo_test

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// told is what an act of the demo says.
type told struct {
	Ref, Title, Lead, Need, Approach, Results, Lessons, Status string
}

// sentenceEnd is where a sentence ends and another begins.
var sentenceEnd = regexp.MustCompile(`[.!?…]+[”"’)]*\s+`)

// sentences is every sentence of an act, in small letters.
func (a told) sentences() []string {
	var out []string
	for _, text := range []string{a.Title, a.Lead, a.Need, a.Approach, a.Results, a.Lessons} {
		for _, s := range sentenceEnd.Split(strings.Join(strings.Fields(text), " ")+" ", -1) {
			if s = strings.ToLower(strings.TrimSpace(s)); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// words is how much an act says of what was done.
func (a told) words() int { return len(strings.Fields(a.Need + " " + a.Approach + " " + a.Results)) }

func read(t *testing.T, file string) []told {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var acts []told
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a told
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		acts = append(acts, a)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return acts
}

// TestNoActRepeatsAnother reads the acts as a visitor might: each tells its
// own story, at some length, and no sentence stands twice anywhere.
func TestNoActRepeatsAnother(t *testing.T) {
	t.Parallel()
	campaign, others := read(t, "data/acts-2022.jsonl"), read(t, "data/acts-other.jsonl")
	if len(campaign) != 183 {
		t.Errorf("%d acts of the campaign of 2022, want 183", len(campaign))
	}
	said := map[string]string{}
	for _, a := range append(campaign, others...) {
		for _, s := range a.sentences() {
			if before, twice := said[s]; twice {
				t.Errorf("%s says what %s says: %s", a.Ref, before, s)
			}
			said[s] = a.Ref
		}
		if least := 60; a.Status != "draft" && a.words() < least {
			t.Errorf("%s has %d words, want at least %d", a.Ref, a.words(), least)
		}
		if a.Lead == "" || a.Need == "" || a.Approach == "" {
			t.Errorf("%s has not begun to tell", a.Ref)
		}
	}
}
