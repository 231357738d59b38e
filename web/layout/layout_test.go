package layout_test

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/layout"
)

func draw(t *testing.T, ctx context.Context, h layout.Head) string {
	t.Helper()
	var b bytes.Buffer
	if err := layout.Page(h).Render(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func wants(t *testing.T, html string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(html, p) {
			t.Errorf("no %s in\n%s", p, html)
		}
	}
}

func TestLanguageLinksKeepThePage(t *testing.T) {
	t.Parallel()
	ctx := layout.WithFrame(i18n.With(t.Context(), i18n.SV), layout.Frame{BaseURL: "https://tori.example", Path: "/tekojen-tori?haku=a&vuosi=2022"})
	wants(t, draw(t, ctx, layout.Head{Title: "x", Path: "/tekojen-tori"}),
		`<html lang="sv"`, `href="/tekojen-tori?haku=a&amp;vuosi=2022" hreflang="fi" lang="fi"`, `href="/en/tekojen-tori?haku=a&amp;vuosi=2022" hreflang="en" lang="en"`,
		`<link rel="canonical" href="https://tori.example/sv/tekojen-tori">`)
}

func TestMenuShowsWhatOneMay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name           string
		viewer         account.Account
		shown, missing string
	}{
		{"visitor", account.Account{}, `href="/kirjaudu"`, `href="/omat-teot"`},
		{"member", account.Account{ID: 1}, `href="/omat-teot"`, `href="/moderointi"`},
		{"moderator", account.Account{ID: 1, Roles: []account.Role{account.Moderator}}, `href="/moderointi"`, `href="/ohjelma/viennit"`},
		{"team", account.Account{ID: 1, Roles: []account.Role{account.Team}}, `href="/ohjelma/viennit"`, `href="/moderointi"`},
	} {
		html := draw(t, layout.WithFrame(t.Context(), layout.Frame{Viewer: tt.viewer}), layout.Head{Title: "x"})
		if !strings.Contains(html, tt.shown) || strings.Contains(html, tt.missing) {
			t.Errorf("%s: want %s and no %s", tt.name, tt.shown, tt.missing)
		}
	}
}

func TestDataCannotEndItsScript(t *testing.T) {
	t.Parallel()
	html := draw(t, t.Context(), layout.Head{Title: "x", JSONLD: `{"name":"</script><script>alert(1)"}`})
	if strings.Contains(html, "alert(1)") && strings.Contains(html, "</script><script>") {
		t.Errorf("structured data breaks out: %s", html)
	}
}

func TestCopyMarkStandsOnce(t *testing.T) {
	t.Parallel()
	if n := strings.Count(draw(t, t.Context(), layout.Head{Title: "x"}), layout.CopyMark); n != 1 {
		t.Errorf("%d places for the notice of a copy, want 1", n)
	}
}

func TestErrorPagesHelp(t *testing.T) {
	t.Parallel()
	for _, status := range []int{
		http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusGone, http.StatusConflict, http.StatusRequestEntityTooLarge,
		http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusServiceUnavailable,
	} {
		for _, lang := range i18n.Langs() {
			var b bytes.Buffer
			ctx := i18n.With(t.Context(), lang)
			if err := layout.Error(status).Render(ctx, &b); err != nil {
				t.Fatal(err)
			}
			wants(t, b.String(), `<html lang="`+string(lang)+`"`, "<h1>", `href="`+i18n.Path(ctx, "/tekojen-tori")+`"`, `content="noindex"`)
		}
	}
}
