package ui

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

func draw(t *testing.T, ctx context.Context, c templ.Component) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryRuleHasWords(t *testing.T) {
	t.Parallel()
	for _, rule := range []validate.Rule{
		validate.NotCounted, validate.Unlike, validate.Future, validate.Required, validate.TooLong, validate.TooFew, validate.TooWordy, validate.TooMany, validate.Unknown,
		validate.Email, validate.Web, validate.Date, validate.Order, validate.Consent,
		validate.NoSuchOrganization, validate.NoSuchAct, validate.NoSuchPage, validate.NoSuchJuror, validate.SynonymLine,
		validate.NoAnswer, validate.Domain, validate.TakenDomain, validate.TooShort, validate.NotAddress, validate.Password, validate.EmptyFile, validate.WrongType, validate.TooBig, validate.NotStored, validate.NoRoom,
	} {
		for _, lang := range i18n.Langs() {
			words := Wording(i18n.With(t.Context(), lang), validate.Problem{Field: "x", Rule: rule, Limit: 7})
			if words == "" || strings.Contains(words, "%!") {
				t.Errorf("%s in %s: %q", rule, lang, words)
			}
		}
	}
}

func TestFieldTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	f := Field{
		Name: "title", Label: i18n.T("Nimi", "Namn", "Name"), Hint: i18n.T("Lyhyt", "Kort", "Short"), Limit: 9,
		Value: `"><b>`, Problems: validate.Problems{{Field: "title", Rule: validate.TooLong, Limit: 9}},
	}
	html := draw(t, t.Context(), Input(f))
	for _, want := range []string{
		`for="title"`, `aria-invalid="true"`, `aria-describedby="title-hint title-counter title-problem"`, `id="title-problem"`,
		`value="&#34;&gt;&lt;b&gt;"`, "Lyhennä: enintään 9 merkkiä.",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in %s", want, html)
		}
	}
	if html := draw(t, t.Context(), Input(Field{Name: "x", Label: f.Label})); strings.Contains(html, "aria-describedby") {
		t.Errorf("nothing describes the field, yet: %s", html)
	}
}

func TestFacetShowsTheChosen(t *testing.T) {
	t.Parallel()
	facet := func(n int, chosen ...int) Facet {
		f := Facet{Values: make([]FacetValue, n)}
		for _, i := range chosen {
			f.Values[i].Chosen = true
		}
		return f
	}
	for _, tt := range []struct {
		facet Facet
		want  int
	}{
		{facet(3), 3},
		{facet(10), 10}, // nobody opens a list for two more
		{facet(11), 8},
		{facet(40, 20), 21},
		{facet(40, 38), 40},
	} {
		if got := len(tt.facet.first()); got != tt.want {
			t.Errorf("of %d values with %d chosen, %d are shown, want %d", len(tt.facet.Values), tt.facet.chosen(), got, tt.want)
		}
	}
}

func TestDotMapKeepsToFewElements(t *testing.T) {
	t.Parallel()
	var dots []Dot
	for i := range 308 {
		dots = append(dots, Dot{X: i, Y: i, Label: fmt.Sprint("place ", i), Count: max(0, i-305)})
	}
	html := draw(t, t.Context(), DotMap("Suomi", dots))
	if n := strings.Count(html, "<circle"); n != 2 {
		t.Errorf("%d circles, want one for each of the 2 places with acts", n)
	}
	order := regexp.MustCompile(`<title>([^<]*)</title>`).FindAllStringSubmatch(html, -1)
	if diff := cmp.Diff([][]string{{"<title>place 307</title>", "place 307"}, {"<title>place 306</title>", "place 306"}}, order); diff != "" {
		t.Errorf("the small dots lie upon the large (-want +got):\n%s", diff)
	}
}

func TestPagerNamesTheNearPages(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		page, last int
		want       []int
	}{
		{1, 2, []int{1, 2}},
		{1, 13, []int{1, 2, 0, 13}},
		{4, 13, []int{1, 2, 3, 4, 5, 0, 13}}, // no gap of one page
		{7, 13, []int{1, 0, 6, 7, 8, 0, 13}},
		{10, 13, []int{1, 0, 9, 10, 11, 12, 13}},
		{13, 13, []int{1, 0, 12, 13}},
	} {
		if diff := cmp.Diff(tt.want, pageNumbers(tt.page, tt.last)); diff != "" {
			t.Errorf("page %d of %d (-want +got):\n%s", tt.page, tt.last, diff)
		}
	}
}

// TestNoInlineStyle holds the components to what the content policy allows.
func TestNoInlineStyle(t *testing.T) {
	t.Parallel()
	bars := []Bar{{Label: "a", Count: 3}, {Label: "b", URL: "/b"}}
	for _, c := range []templ.Component{
		CountChart("x", i18n.T("x", "x", "x"), i18n.T("x", "x", "x"), "y", bars), ColumnChart("x", i18n.T("x", "x", "x"), i18n.T("x", "x", "x"), "y", bars), Market(), DotMap("x", []Dot{{X: 1, Y: 2, Count: 3}}),
		Cards([]Card{{Title: "a", Awarded: true, Lang: "sv"}}), Chips([]Chip{{Label: "a", URL: "/b"}}),
		Pager(2, 3, func(int) string { return "/" }), StepList("x", []Step{{Label: "a", Done: true}, {Label: "b", Current: true}}),
	} {
		html := draw(t, t.Context(), c)
		if m := regexp.MustCompile(`\s(style|on[a-z]+)=|<script|<style`).FindString(html); m != "" {
			t.Errorf("%q in %s", m, html)
		}
	}
}
