package vfst_test

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/search/vfst"
)

const dictionary = "/usr/lib/voikko/5/mor-standard/mor.vfst"

// skip skips a test that cannot run; in CI it fails.
func skip(tb testing.TB, why ...any) {
	tb.Helper()
	if ci := os.Getenv("CI"); ci != "" && ci != "false" {
		tb.Fatal(why...)
	}
	tb.Skip(why...)
}

func open(tb testing.TB) *vfst.Transducer {
	tb.Helper()
	t, err := vfst.Open(dictionary)
	if err != nil {
		skip(tb, "the package voikko-fi is not installed: ", err)
	}
	return t
}

// forms is word forms, right and wrong ones: words of acts with endings, and
// compounds of short ones with and without a hyphen.
func forms(tb testing.TB) []string {
	tb.Helper()
	b, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		tb.Fatal(err)
	}
	words := strings.Fields(string(b))
	all := slices.Clone(words)
	var short []string
	for i, w := range words {
		for _, end := range []string{"n", "a", "ssa", "stä", "en", "lla", "ksi", "iden", "nkin", "mme", "ta", "t", "jen", "kin", "lle"} {
			all = append(all, w+end)
		}
		if i%29 == 0 && len(w) < 12 {
			short = append(short, w)
		}
	}
	short = append(short, "työ", "osa", "aika", "etä", "elämä", "10", "pohjois", "vantaa", "eu", "uusi")
	for _, a := range short {
		for _, b := range short {
			all = append(all, a+b, a+"-"+b)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestOracle compares every reading with those of voikkospell.
func TestOracle(t *testing.T) {
	t.Parallel()
	transducer := open(t)
	words := forms(t)
	if len(words) < 20_000 {
		t.Fatalf("only %d words", len(words))
	}
	want := oracle(t, words)
	different := 0
	for _, w := range words {
		var got []string
		for _, r := range transducer.Analyze(w) {
			if vfst.WellSpelled(r) {
				got = append(got, r)
			}
		}
		slices.Sort(got)
		got = slices.Compact(got)
		if !slices.Equal(got, want[w]) {
			different++
			t.Logf("%s:\n got %q\nwant %q", w, got, want[w])
		}
	}
	t.Logf("%d of %d words differ", different, len(words))
	if different*1000 > len(words) {
		t.Errorf("more than one word in a thousand differs")
	}
}

// oracle is the readings of words by voikkospell, sorted.
func oracle(tb testing.TB, words []string) map[string][]string {
	tb.Helper()
	path, err := exec.LookPath("voikkospell")
	if err != nil {
		skip(tb, "voikkospell is not installed: apt install libvoikko-dev")
	}
	cmd := exec.CommandContext(tb.Context(), path, "-M")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // in the locale of a bare login it reads no ä
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		tb.Fatal(err)
	}
	readings := map[string][]string{}
	for line := range bytes.Lines(out) {
		head, reading, ok := strings.Cut(strings.TrimSpace(string(line)), ":FSTOUTPUT=")
		if !ok {
			continue
		}
		word := head[strings.Index(head, "(")+1 : strings.LastIndex(head, ")")]
		readings[word] = append(readings[word], reading)
	}
	for _, r := range readings {
		slices.Sort(r)
	}
	return readings
}

func BenchmarkAnalyze(b *testing.B) {
	transducer := open(b)
	words := forms(b)
	for i := 0; b.Loop(); i++ {
		transducer.Analyze(words[i%len(words)])
	}
}
