package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/postgres"
)

// addressed is what a browser would follow or load.
var addressed = regexp.MustCompile(`(?i)\s(?:href|src|srcset|action|formaction|poster|data|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)`)

// A script's address never becomes one of a page, wherever it was written: in
// a link that came past the check, in Markdown, in the details of a contact,
// in the name of a file or an organisation.
func TestScriptsNeverBecomeAddresses(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	const script = "javascript:alert(1)"
	owner := p.accounts["coach"]
	text := "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>) [d](vbscript:x) ![e](javascript:alert(1)) " +
		"<javascript:alert(1)> <a href=\"javascript:alert(1)\">f</a> [g](&#106;avascript:alert(1)) [h](java\tscript:alert(1)) [i](//paha.example)\n\n[j]: javascript:alert(1)\n[j]"
	a := p.published(1, func(c *act.Content) {
		c.Need, c.Approach, c.Results, c.Lessons, c.Lead, c.Unit, c.Locality = text, text, text, text, script, script, script
		c.Tags = []string{script}
		c.Contacts = []act.Contact{{Name: script, Title: script, Phone: script, Organization: script, Consent: true, VisibleTo: act.Everyone}}
	})
	for _, sql := range []string{
		"INSERT INTO act_link (act_id, position, url) SELECT id, n, url FROM act, unnest(ARRAY['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'JAVASCRIPT:alert(1)']) WITH ORDINALITY AS x (url, n)",
		"UPDATE act_contact SET email = 'javascript:alert(1)//@example.fi'",
		"UPDATE organization SET name_fi = 'javascript:alert(1)', name_sv = 'javascript:alert(1)' WHERE id = 1",
	} {
		if err := postgres.Exec(t.Context(), p.db, sql); err != nil {
			t.Fatal(err)
		}
	}
	draft, err := p.site.Acts.Begin(t.Context(), owner, "0198b1f2-0000-7000-8000-000000000009", a.Content)
	if err != nil {
		t.Fatal(err)
	}
	file := attachmenttest.Ready(t, p.site.Attachments, owner, draft, attachmenttest.File("javascript:alert(1).pdf", attachmenttest.PDF("x")))
	if err := p.site.Attachments.Describe(t.Context(), owner, draft.ID, map[attachment.ID]string{file.ID: script}); err != nil {
		t.Fatal(err)
	}
	p.live(draft.ID, func(a *act.Act) []error { return []error{a.Submit(owner, p.site.Now())} })
	if err := p.site.Organizations.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.changed()
	organization := p.site.Organizations.Directory().Get(1).Slug
	for path, who := range map[string]string{
		"/katso/" + a.Slug: "visitor", "/sv/katso/" + a.Slug: "member", "/tekojen-tori?haku=alert": "visitor", "/": "visitor", "/organisaatiot/" + organization: "visitor",
		"/moderointi/teot/" + number(a): "moderator", "/moderointi/teot/" + number(draft): "moderator", "/moderointi": "moderator",
		"/kirjaudu?next=javascript:alert(1)": "visitor", "/syote/teot.atom": "visitor", "/omat-teot": "coach", "/tilastot": "visitor", "/palaute?sivu=javascript:alert(1)": "visitor",
		"/yllapito/osoitteet?osoite=javascript:alert(1)": "admin", "/yllapito/haku?sana=javascript:alert(1)": "admin",
	} {
		w := p.as(who, path, nil)
		body := w.Body.String()
		if w.Code != http.StatusOK || strings.Contains(path, a.Slug) && !strings.Contains(body, "javascript:alert(1)") {
			t.Errorf("%s is %d, and tells of the text: %t", path, w.Code, strings.Contains(body, "javascript:alert(1)"))
		}
		for _, m := range addressed.FindAllStringSubmatch(body, -1) {
			to := strings.ToLower(strings.Trim(html.UnescapeString(m[1]), "\"' \t\n"))
			for _, scheme := range []string{"javascript", "data:", "vbscript", "//paha"} {
				if strings.HasPrefix(to, scheme) {
					t.Errorf("%s leads to %s", path, to)
				}
			}
		}
	}
}
