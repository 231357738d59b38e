package highlight_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/search/analysis"
	"tekojentori.fi/tori/internal/search/fi/fitest"
	"tekojentori.fi/tori/internal/search/highlight"
	"tekojentori.fi/tori/internal/search/query"
	"tekojentori.fi/tori/internal/search/synonym"
)

// marked highlights a text for a query; matches stand in brackets.
func marked(a *analysis.Analyzer, q, text string, excerpt bool) string {
	var marks query.Marks
	for _, g := range (query.Builder{Analyzer: a, Synonyms: synonym.NewSet(a, synonym.Builtin())}).Build(q, "fi").Groups {
		marks.Lexemes = append(marks.Lexemes, g.Marks.Lexemes...)
		marks.Terms = append(marks.Terms, g.Marks.Terms...)
		marks.Prefixes = append(marks.Prefixes, g.Marks.Prefixes...)
	}
	h := highlight.New(a, marks, "fi")
	segments := h.Text(text)
	if excerpt {
		segments = h.Excerpt(text)
	}
	var b strings.Builder
	for _, s := range segments {
		if s.Match {
			s.Text = "[" + s.Text + "]"
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

func analyzer(tb testing.TB) *analysis.Analyzer {
	tb.Helper()
	return analysis.New(fitest.Open(tb))
}

func TestText(t *testing.T) {
	t.Parallel()
	a := analyzer(t)
	for _, tt := range []struct{ q, text, want string }{
		{"kasvatus", "Varhaiskasvatuksen <b>arki</b>", "[Varhaiskasvatuksen] <b>arki</b>"},
		{"liminka", "Limingassa ja Oulussa", "[Limingassa] ja Oulussa"},
		{"pomo", "Esihenkilöt, eivät esineet", "[Esihenkilöt], eivät esineet"},
		{"kehityskesk", "Kehityskeskustelut metsässä", "[Kehityskeskustelut] metsässä"},
		{"möten", "Promenadmötet ute", "[Promenadmötet] ute"},
		{"työhyvinvointi", "Työ muuttui, ja hyvinvointi työssä kasvoi.", "Työ muuttui, ja [hyvinvointi] [työssä] kasvoi."},
		{"etätyö", "Work was remote.", "Work was remote."},
		{"etätyö", "Remote work", "[Remote] [work]"},
		{"auto", "", ""},
		{"auto", "…!", "…!"},
	} {
		if diff := cmp.Diff(tt.want, marked(a, tt.q, tt.text, false)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.q, diff)
		}
	}
}

func TestExcerpt(t *testing.T) {
	t.Parallel()
	a := analyzer(t)
	filler := strings.Repeat("Tässä kerrotaan aivan muusta. ", 20)
	got := marked(a, "työvuoro hoitaja", filler+"Hoitajat saivat toivoa työvuoronsa. "+filler, true)
	if !strings.Contains(got, "[Hoitajat] saivat toivoa [työvuoronsa]") || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
		t.Errorf("got %s", got)
	}
	if n := len(strings.Fields(got)); n > 26 {
		t.Errorf("%d words", n)
	}
	if got := marked(a, "auto", "Lyhyt teksti.", true); got != "Lyhyt teksti." {
		t.Errorf("a text without matches: %q", got)
	}
}

func BenchmarkText(b *testing.B) {
	a := analyzer(b)
	text := strings.Repeat("Hoitajat saivat toivoa työvuoronsa itse ja esihenkilön aikaa säästyi. ", 20)
	marks := query.Marks{Lexemes: []string{"hoitaja", "+vuoro"}}
	for b.Loop() {
		highlight.New(a, marks, "fi").Excerpt(text)
	}
}
