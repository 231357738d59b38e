package web_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
)

// TestEveryTextSaysItsLanguage holds the Finnish pages to mark what a Swedish
// act says (WCAG 3.1.2), so that a screen reader speaks Swedish there.
func TestEveryTextSaysItsLanguage(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	c := acttest.Content()
	c.Language, c.Title, c.Lead, c.Unit, c.Tags = "sv", "Morgonmöten på gården", "Mötena flyttade ut.", "Stadskansliet", []string{"promenader"}
	c.Need, c.Approach, c.Results = "Alla satt.", "Vi går i stället.", "Alla mår bättre."
	c.Contacts[0].Title, c.Contacts[0].Email = "kanslichef", p.accounts["member"].Email // who is not asked
	a, err := p.site.Acts.Begin(t.Context(), p.accounts["member"], "0198b1f2-0000-7000-8000-000000000001", c)
	if err != nil {
		t.Fatal(err)
	}
	owner, moderator, now := p.accounts["member"], p.accounts["moderator"], time.Now()
	p.live(a.ID, func(a *act.Act) []error { return []error{a.Submit(owner, now)} })
	whole := []string{c.Title, c.Lead, c.Unit, c.Tags[0], c.Need, c.Approach, c.Results, c.Contacts[0].Title}
	p.inSwedish("moderator", "/moderointi", c.Title)
	p.inSwedish("moderator", "/moderointi/teot/1", whole...)
	p.inSwedish("member", "/omat-teot", c.Title)
	a = p.live(a.ID, func(a *act.Act) []error {
		return []error{a.Take(moderator, now), a.Approve(moderator, nil, now), a.Publish(moderator, now)}
	})
	p.inSwedish("visitor", "/katso/"+a.Slug, whole...)
	p.inSwedish("visitor", "/tekojen-tori", c.Title, c.Lead)
	p.inSwedish("visitor", "/", c.Title, c.Lead)
}

// inSwedish fails the test for each text that the page shows without saying
// that it is Swedish, and for each that it does not show.
func (p *portal) inSwedish(who, path string, texts ...string) {
	p.t.Helper()
	doc, err := html.Parse(bytes.NewReader(p.as(who, path, nil).Body.Bytes()))
	if err != nil {
		p.t.Fatal(err)
	}
	seen := map[string]bool{}
	var walk func(n *html.Node, lang string)
	walk = func(n *html.Node, lang string) {
		for _, a := range n.Attr {
			if a.Key == "lang" {
				lang = a.Val
			}
		}
		if n.Type == html.ElementNode && (n.Data == "head" || n.Data == "script") {
			return
		}
		for _, text := range texts {
			if n.Type == html.TextNode && strings.TrimSpace(n.Data) == text {
				seen[text] = true
				if lang != "sv" {
					p.t.Errorf("%s: %q stands there as if it were %s", path, text, lang)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, lang)
		}
	}
	walk(doc, "")
	for _, text := range texts {
		if !seen[text] {
			p.t.Errorf("%s does not show %q", path, text)
		}
	}
}
