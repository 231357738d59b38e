package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/web/gallery"
)

// unpublished leads an act to each status that is not public, with its name.
func unpublished(owner, moderator account.Account) map[string]func(*act.Act) []error {
	now := time.Now
	sent := func(a *act.Act) []error { return []error{a.Submit(owner, now())} }
	taken := func(a *act.Act) []error { return append(sent(a), a.Take(moderator, now())) }
	return map[string]func(*act.Act) []error{
		"draft": func(*act.Act) []error { return nil }, "dropped": func(a *act.Act) []error { return []error{a.Withdraw(owner, now())} },
		"submitted": sent, "in review": taken,
		"changes requested": func(a *act.Act) []error { return append(taken(a), a.RequestChanges(moderator, "x", now())) },
		"approved": func(a *act.Act) []error {
			later := now().Add(time.Hour)
			return append(taken(a), a.Approve(moderator, &later, now()))
		},
		"rejected":  func(a *act.Act) []error { return append(taken(a), a.Reject(moderator, "x", now())) },
		"withdrawn": func(a *act.Act) []error { return append(sent(a), a.Withdraw(owner, now())) },
		"hidden": func(a *act.Act) []error {
			return append(taken(a), a.Approve(moderator, nil, now()), a.Publish(moderator, now()), a.Hide(moderator, "x", now()))
		},
	}
}

// surfaces is wherever an act could be seen besides its own addresses. Other
// is the slug of a published act like it.
func surfaces(other, organization string) []string {
	all := []string{
		"/", "/tekojen-tori", "/tekojen-tori?haku=salaisuus", "/tekojen-tori?haku=salaisuus&arkisto=mukana", "/tekojen-tori?toimiala=opetus-ja-kasvatus&jarjestys=vanhimmat",
		"/tekojen-tori/ehdotukset?haku=salaisuus", "/tilastot", "/toimialat/opetus-ja-kasvatus", "/teemat/tyon-kuormitus-ja-tyohyvinvointi", "/maakunnat/uusimaa",
		"/organisaatiot/" + organization, "/kartta", "/kartta?kunta=091", "/syote/teot.atom", "/syote/teot.atom?haku=salaisuus&arkisto=mukana",
		"/katso/" + other, "/sv/katso/" + other, "/sv/tekojen-tori?haku=salaisuus", "/en/tekojen-tori?haku=salaisuus",
		"/api/v1/acts", "/api/v1/acts?q=salaisuus", "/api/v1/acts?per_page=100&sort=oldest", "/api/v1/acts/" + other, "/api/v1/organizations", "/api/v1/taxonomy",
		"/sitemap.xml", "/sitemap-1.xml",
	}
	for _, by := range []string{"sector", "theme", "organization", "organization_type", "region", "year", "stage", "language"} {
		all = append(all, "/api/v1/statistics?by="+by)
	}
	return all
}

// TestUnpublishedActsLeakNowhere has an act of every status that is not
// public: every public surface is to the letter what it was without them, and
// nobody who must not see them finds them anywhere.
func TestUnpublishedActsLeakNowhere(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	other := p.published(1, func(c *act.Content) { c.MunicipalityCode, c.Locality = "091", "Helsinki" })
	organization := p.site.Organizations.Directory().Get(other.OrganizationID).Slug
	before := map[string]string{}
	for _, surface := range surfaces(other.Slug, organization) {
		w := p.as("visitor", surface, nil)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", surface, w.Code)
		}
		before[surface] = w.Body.String()
	}
	secrets := p.secrets()
	p.changed()
	for surface, body := range before {
		if w := p.as("visitor", surface, nil); w.Body.String() != body {
			t.Errorf("%s differs by acts that are not public:\n%s", surface, firstDifference(body, w.Body.String()))
		}
	}
	for _, who := range []string{"member", "coordinator", "editor", "team", "juror"} {
		for _, surface := range append(slices.Collect(maps.Keys(before)), "/omat-teot", "/oma", "/ilmoita-teko") {
			if body := p.as(who, surface, nil).Body.String(); strings.Contains(body, "Salaisuus") || strings.Contains(body, "salaisuus-numero") {
				t.Errorf("%s sees an act that is not public on %s", who, surface)
			}
		}
	}
	for _, s := range secrets {
		p.checkOwnAddresses(s)
	}
	p.checkMails()
	p.checkExports()
}

// A secret is an act that is not public, with a picture.
type secret struct {
	act.Act
	name    string
	picture attachment.Attachment
}

// secrets makes an act of each status that is not public.
func (p *portal) secrets() (all []secret) {
	p.t.Helper()
	owner, moderator := p.accounts["coach"], p.accounts["moderator"]
	for name, deeds := range unpublished(owner, moderator) {
		c := acttest.Content()
		c.Title, c.MunicipalityCode = fmt.Sprintf("Salaisuus numero %d", len(all)), "091"
		c.Tags = append(c.Tags, "salaisuus")
		a, err := p.site.Acts.Begin(p.t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", len(all)+1), c)
		if err != nil {
			p.t.Fatal(err)
		}
		picture := attachmenttest.Ready(p.t, p.site.Attachments, owner, a, attachmenttest.File("salaisuus.jpg", attachmenttest.JPEG(500, 300)))
		all = append(all, secret{p.live(a.ID, deeds), name, picture})
	}
	return all
}

// checkOwnAddresses asks for a secret where it would be.
func (p *portal) checkOwnAddresses(s secret) {
	p.t.Helper()
	picture := gallery.Path(s.picture, 480)
	if w := p.as("coach", picture, nil); w.Code != http.StatusOK || w.Header().Get("Cache-Control") != "no-store" {
		p.t.Errorf("the owner gets the picture of the %s act: %d, %s", s.name, w.Code, w.Header().Get("Cache-Control"))
	}
	paths := []string{picture, fmt.Sprintf("/ilmoita-teko/%d/tarve", int64(s.ID)), fmt.Sprintf("/ilmoita-teko/%d/kiitos", int64(s.ID))}
	if s.Slug != "" {
		paths = append(paths, "/katso/"+s.Slug, "/sv/katso/"+s.Slug, "/katso/"+s.Slug+".json", "/api/v1/acts/"+s.Slug)
	}
	for _, who := range []string{"visitor", "member", "coordinator", "editor", "team", "juror"} {
		for _, path := range paths {
			w := p.as(who, path, nil)
			if in := strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu"); w.Code != http.StatusNotFound && !in || strings.Contains(w.Body.String(), "Salaisuus") {
				p.t.Errorf("%s gets %s of the %s act: %d", who, path, s.name, w.Code)
			}
		}
	}
	if sees := s.name != "draft" && s.name != "dropped"; (p.as("moderator", picture, nil).Code == http.StatusOK) != sees {
		p.t.Errorf("the moderators see the picture of the %s act: %t", s.name, !sees)
	}
}

// checkMails looks to whom mails have told of the secrets.
func (p *portal) checkMails() {
	p.t.Helper()
	to, err := postgres.Values[string](p.t.Context(), p.db, "SELECT DISTINCT recipient FROM mail_message WHERE subject || body LIKE '%Salaisuus%'")
	if err != nil {
		p.t.Fatal(err)
	}
	named := acttest.Content().Contacts[0].Email // is asked before the act is out
	want := []string{p.accounts["coach"].Email, p.accounts["moderator"].Email, named}
	if slices.Sort(want); !slices.Equal(slices.Sorted(slices.Values(to)), want) {
		p.t.Errorf("mails tell %v of what is not public, want %v", to, want)
	}
}

// checkExports takes everything out as those who may: what is public, and the
// rest only when asked for, but never what was not sent.
func (p *portal) checkExports() {
	p.t.Helper()
	for unpublished, want := range map[string]int{"": 0, "true": 7} {
		w := p.as("team", "/ohjelma/viennit", url.Values{"format": {"json"}, "unpublished": {unpublished}})
		if n := strings.Count(w.Body.String(), `"Salaisuus numero`); w.Code != http.StatusOK || n != want {
			p.t.Errorf("the export with unpublished=%q has %d secrets, want %d (%d)", unpublished, n, want, w.Code)
		}
	}
}

// firstDifference is where two texts part.
func firstDifference(a, b string) string {
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	cut := func(s string) string { return s[max(0, at-80):min(len(s), at+160)] }
	return cut(a) + "\n--- is now ---\n" + cut(b)
}
