package e2e

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// strict is the content policy of the portal, which must not hinder the tests.
const strict = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; require-trusted-types-for 'script'; trusted-types tori"

func serve(t *testing.T, html string) *portal {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", strict)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><html lang="fi"><title>Koe</title><main><h1>Koe</h1>` + html + `<p>` + r.URL.RawQuery + `</main></html>`))
	}))
	t.Cleanup(s.Close)
	return &portal{address: s.URL, log: new(record), start: func() {}}
}

// The checks must see what they are for.
func TestHarnessSeesWhatIsWrong(t *testing.T) {
	t.Parallel()
	site := serve(t, `<input name="title"><div style="width:2000px">leveä</div><script>alert(1)</script>`)
	b := open(t, site, view{"fi", "dark", 320})
	b.visit("/")
	var rules []string
	for _, v := range b.violations(allRules) {
		rules = append(rules, v.Rule)
	}
	if !slices.Contains(rules, "label") {
		t.Errorf("axe does not see the field without a label, only %v", rules)
	}
	if wrong := strings.Join(b.seen.wrong(), "\n"); !strings.Contains(wrong, "Content Security Policy") {
		t.Errorf("the refusal of the content policy is not seen: %s", wrong)
	}
	if !evaluate[bool](b, `matchMedia('(prefers-color-scheme: dark)').matches && innerWidth === 320`) {
		t.Error("the page is not dark and narrow")
	}
}

func TestHarnessSeesWhatIsWrongInTheDark(t *testing.T) {
	t.Parallel()
	b := open(t, serve(t, `<meta name="color-scheme" content="light dark"><dialog open aria-label="Koe"><font color="#222222">musta</font></dialog>`), usual)
	b.visit("/")
	if got := b.violations(allRules); len(got) > 0 {
		t.Fatalf("the page is sound in the light, but axe finds %v", got)
	}
	b.look(turned)
	if got := b.violations(rulesOfLooks); len(got) != 1 || got[0].Rule != "color-contrast" {
		t.Errorf("want that black on black is seen, got %v", got)
	}
}

func TestHarnessSeesWhatSticksOut(t *testing.T) {
	t.Parallel()
	b := open(t, serve(t, `<pre>`+strings.Repeat("pitkä", 200)+`</pre>`), view{"fi", "light", 320})
	b.visit("/")
	if out := evaluate[[]string](b, wide); len(out) == 0 {
		t.Error("a page wider than the window is not seen")
	}
}

func TestHarnessFillsForms(t *testing.T) {
	t.Parallel()
	const form = `<form><label>Otsikko <input name="title" value="vanha"></label>
		<label>Vaihe <select name="stage"><option value="ongoing">kesken<option value="in_use">käytössä</select></label>
		<button>Lähetä teko</button></form>`
	for _, scripts := range []bool{true, false} {
		b := open(t, serve(t, form), usual)
		if !scripts {
			b.withoutScripts()
		}
		b.visit("/")
		b.fill("title", "Hyvä & kaunis")
		b.choose("stage", "in_use")
		b.press("lähetä")
		if got, want := b.address(), "/?title=Hyv%C3%A4+%26+kaunis&stage=in_use"; got != want {
			t.Errorf("scripts %t: the form leads to %s, want %s", scripts, got, want)
		}
	}
}

func TestHarnessSeesUnsoundHTML(t *testing.T) {
	t.Parallel()
	checker := needChecker(t)
	wrong := checker.errors(t, map[string][]byte{
		"/hyva":  []byte(`<!doctype html><html lang="fi"><title>Koe</title><h1>Koe</h1>`),
		"/huono": []byte(`<!doctype html><html lang="fi"><title>Koe</title><h1 id="a">Koe</h1><p id="a"><ul>x</ul>`),
	})
	if text := strings.Join(wrong, "\n"); !strings.Contains(text, "/huono") || strings.Contains(text, "/hyva") {
		t.Errorf("want the errors of /huono alone, got %s", text)
	}
}

// What a reader has kept and changed is not there for the next one.
func TestHarnessLeavesNothing(t *testing.T) {
	t.Parallel()
	site := serve(t, `<p>Tori</p>`)
	t.Run("a reader", func(t *testing.T) {
		b := open(t, site, turned).carry(map[string]string{"istunto": "oma"})
		b.visit("/")
		b.visit("/toinen")
		evaluate[bool](b, `(localStorage.luonnos = 'oma', document.cookie = 'kieli=fi', true)`)
		b.withoutScripts()
	})
	t.Run("the next", func(t *testing.T) {
		b := open(t, site, usual)
		b.visit("/")
		if kept := b.kept(); len(kept) > 0 {
			t.Errorf("cookies are left: %v", kept)
		}
		if left := evaluate[string](b, `[localStorage.length, history.length > 2, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches].join()`); left != "0,false,1280,false" {
			t.Errorf("what is stored, a history, the width and the dark: %s", left)
		}
	})
}
