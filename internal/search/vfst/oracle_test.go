package vfst_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

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

// written is the words of the acts of the demo, as people have inflected them.
func written(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("../../demo/data/acts-*.jsonl")
	if err != nil || len(files) == 0 {
		tb.Fatal("no demo acts: ", err)
	}
	var all []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		text := strings.ToLower(strings.ReplaceAll(string(b), `\n`, " "))
		all = append(all, strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' })...)
	}
	all = slices.DeleteFunc(all, func(w string) bool { return strings.Trim(w, "-'") != w })
	slices.Sort(all)
	return slices.Compact(all)
}

// forms is word forms, right and wrong ones: words of acts as they are written,
// words with endings, and compounds of short ones with and without a hyphen.
func forms(tb testing.TB) []string {
	tb.Helper()
	b, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		tb.Fatal(err)
	}
	words := strings.Fields(string(b))
	all := slices.Concat(words, written(tb))
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
	t.Logf("%.3f %% of %d word forms are read as voikkospell reads them", 100-100*float64(different)/float64(len(words)), len(words))
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
	for word, r := range readings {
		slices.Sort(r)
		readings[word] = slices.Compact(r) // some ways write the same
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
