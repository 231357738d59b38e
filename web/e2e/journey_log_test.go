package e2e

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// An administrator gives somebody a role, finds it in the log among all that
// has been done, and takes out what the log is narrowed to. Nothing on the
// page changes the log, and what is taken out is written in it.
func readsTheLog(t *testing.T, site *portal) {
	withAndWithout(t, site, func(t *testing.T, b *tab, scripts bool) {
		whom := map[bool]string{true: "raati@example.fi", false: "sparraaja@example.fi"}[scripts]
		cookies := site.session(t, admin)
		b.carry(cookies)
		b.visit("/yllapito/henkilot?haku=" + whom)
		b.follow(map[bool]string{true: "Raija", false: "Saku"}[scripts])
		person := b.address()[strings.LastIndex(b.address(), "/")+1:]
		b.choose("roles", "editor")
		b.press("Tallenna tehtävät")
		b.visit("/yllapito/loki")
		b.fill("kohde", person)
		b.choose("laji", "account")
		b.choose("toiminto", "roles")
		if scripts {
			b.until("the narrowed log", func() bool { return b.entries() == 1 && strings.Contains(b.address(), "toiminto=roles") })
		} else {
			b.press("Näytä")
		}
		if text := b.text(); b.entries() != 1 || !strings.Contains(text, "Antoi tehtävät") || !strings.Contains(text, "Tunnus "+person) {
			t.Errorf("%s has %d rows:\n%s", b.address(), b.entries(), text)
		}
		b.soundInAll("log-narrowed")
		if forms := evaluate[[]string](b, `[...document.querySelectorAll('main form[method=post]')].map(f => f.textContent.replace(/\s+/g, ' '))`); len(forms) != 1 || !strings.Contains(forms[0], "Lataa CSV") {
			t.Errorf("the log can be changed by %q", forms)
		}
		fields, err := url.ParseQuery(evaluate[string](b, `new URLSearchParams(new FormData(document.querySelector('main form[method=post]'))) + '&format=csv'`))
		if err != nil {
			t.Fatal(err)
		}
		status, file := site.posted(t, cookies, "/yllapito/loki", fields)
		if lines := strings.Split(strings.TrimSpace(file), "\n"); status != http.StatusOK || len(lines) != 2 || !strings.Contains(lines[1], ";roles ") || !strings.Contains(lines[1], ";account "+person+";") {
			t.Errorf("status %d, the file has:\n%s", status, file)
		}
		b.visit("/yllapito/loki?toiminto=export")
		if text := b.text(); !strings.Contains(text, "Otti tiedoston") || !strings.Contains(text, "toiminto=roles") {
			t.Errorf("the log does not tell that it was taken out:\n%s", text)
		}
		team := open(t, site, usual).carry(site.session(t, team))
		team.visit("/yllapito/loki")
		team.sound("log-of-the-team")
		if team.has("button", "Lataa") {
			t.Error("the programme team may take the log out")
		}
	})
}

// entries is how many entries of the log the page has.
func (b *tab) entries() int {
	b.t.Helper()
	return evaluate[int](b, `document.querySelectorAll('#merkinnat tbody tr').length`)
}
