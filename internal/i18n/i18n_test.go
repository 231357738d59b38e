package i18n_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/i18n"
)

func TestTextInEveryLanguage(t *testing.T) {
	acts := i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	for _, tt := range []struct {
		lang i18n.Lang
		n    int
		want string
	}{
		{i18n.FI, 1, "1 teko"},
		{i18n.FI, 1234, "1\u00a0234 tekoa"},
		{i18n.SV, 1234, "1\u00a0234 gärningar"},
		{i18n.EN, 1234, "1,234 acts"},
	} {
		if got := acts.In(i18n.With(t.Context(), tt.lang), tt.n); got != tt.want {
			t.Errorf("%s %d: %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, tt := range []struct {
		path string
		lang i18n.Lang
		rest string
	}{
		{"/", i18n.FI, "/"},
		{"/sv", i18n.SV, "/"},
		{"/en/katso/x", i18n.EN, "/katso/x"},
		{"/svenska", i18n.FI, "/svenska"},
	} {
		l, rest := i18n.SplitPath(tt.path)
		if l != tt.lang || rest != tt.rest {
			t.Errorf("SplitPath(%q) = %s, %q", tt.path, l, rest)
		}
		if got := i18n.PathIn(l, rest); got != tt.path {
			t.Errorf("PathIn(%s, %q) = %q, want %q", l, rest, got, tt.path)
		}
	}
}

func TestDates(t *testing.T) {
	at := time.Date(2026, 11, 2, 22, 5, 0, 0, time.UTC) // already the next day in Finland
	fi, en := i18n.With(t.Context(), i18n.FI), i18n.With(t.Context(), i18n.EN)
	got := []string{i18n.Date(fi, at), i18n.Date(en, at), i18n.DateTime(fi, at), i18n.Date(fi, time.Time{})}
	want := []string{"3.11.2026", "3 November 2026", "3.11.2026 klo 0.05", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSortByAlphabet(t *testing.T) {
	names := []string{"Ähtäri", "Zürich", "Aura", "Åbo", "Öja"}
	i18n.Sort(t.Context(), names, func(s string) string { return s })
	if diff := cmp.Diff([]string{"Aura", "Zürich", "Åbo", "Ähtäri", "Öja"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
