// Package robotpage is what programs read of the portal: the sitemap, the
// rules for robots, the search as browsers add it, and what a phone shows when
// the portal is kept on its screen.
package robotpage

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/assets"
)

// Pages handles the files for programs.
type Pages struct {
	Acts          *act.Service
	Organizations *organization.Service
	Terms         *taxonomy.Service
	Stats         *stats.Service
	Information   func() []string // paths of the pages that tell of the portal
	BaseURL       string
	Most          int // pages in one sitemap; 0: as many as sitemaps may have

	SecurityContact string // whom to tell of a weakness
	Now             func() time.Time
}

// private is what no robot has any business in.
var private = []string{"/dev", "/ilmoita-teko/", "/jatka", "/kirjaudu", "/moderointi", "/ohjelma", "/oma", "/omat-teot", "/yllapito"}

// Robots is the rules for robots, and where the sitemap is.
func (p Pages) Robots(w http.ResponseWriter, _ *http.Request) error {
	var b strings.Builder
	b.WriteString("User-agent: *\n")
	for _, l := range i18n.Langs() {
		for _, path := range private {
			fmt.Fprintf(&b, "Disallow: %s\n", i18n.PathIn(l, path))
		}
	}
	fmt.Fprintf(&b, "\nSitemap: %s/sitemap.xml\n", p.BaseURL)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(b.String()))
	return nil
}

var (
	name     = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
	searchIt = i18n.T("Hae kehittämistekoja Tekojen torilta", "Sök utvecklingsgärningar på Framstegsarenan", "Search the development acts of Tekojen tori")
	tagline  = i18n.T("Löydä teko, joka toimii – ja tee se omaksi", "Hitta en gärning som fungerar – och gör den till er egen", "Find an act that works – and make it your own")
)

// A description is how browsers add the search of a site (OpenSearch 1.1).
type description struct {
	XMLName     xml.Name    `xml:"OpenSearchDescription"`
	Xmlns       string      `xml:"xmlns,attr"`
	ShortName   string      `xml:"ShortName"`
	Description string      `xml:"Description"`
	Language    string      `xml:"Language"`
	Encoding    string      `xml:"InputEncoding"`
	Image       image       `xml:"Image"`
	URLs        []searchURL `xml:"Url"`
}

type image struct {
	Type string `xml:"type,attr"`
	URL  string `xml:",chardata"`
}

type searchURL struct {
	Type     string `xml:"type,attr"`
	Rel      string `xml:"rel,attr,omitempty"`
	Template string `xml:"template,attr"`
}

// OpenSearch tells browsers how to search here, in each language.
func (p Pages) OpenSearch(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	here := func(path string) string { return p.BaseURL + i18n.Path(ctx, path) }
	body, err := xml.MarshalIndent(description{
		Xmlns: "http://a9.com/-/spec/opensearch/1.1/", ShortName: name.In(ctx), Description: searchIt.In(ctx),
		Language: string(i18n.From(ctx)), Encoding: "UTF-8", Image: image{"image/svg+xml", p.BaseURL + assets.Path("icon.svg")},
		URLs: []searchURL{
			{Type: "text/html", Template: here("/tekojen-tori?haku={searchTerms}")},
			{Type: "application/atom+xml", Template: here("/syote/teot.atom?haku={searchTerms}")},
			{Type: "application/opensearchdescription+xml", Rel: "self", Template: here("/opensearch.xml")},
		},
	}, "", "\t")
	if err != nil {
		return fmt.Errorf("write the description of the search: %w", err)
	}
	w.Header().Set("Content-Type", "application/opensearchdescription+xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header + string(body) + "\n"))
	return nil
}

// Manifest is the portal as a phone keeps it on its screen.
func (p Pages) Manifest(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	body, err := json.Marshal(map[string]any{
		"name": name.In(ctx), "short_name": name.In(ctx), "description": tagline.In(ctx), "lang": i18n.From(ctx),
		"start_url": i18n.Path(ctx, "/"), "scope": "/", "display": "browser", "background_color": "#faf6ef", "theme_color": "#0b3d54",
		"icons": []map[string]string{
			{"src": assets.Path("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
			{"src": assets.Path("icon-180.png"), "sizes": "180x180", "type": "image/png"},
		},
	})
	if err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	w.Header().Set("Content-Type", "application/manifest+json")
	_, _ = w.Write(body)
	return nil
}

// Favicon leads those who ask for the icon where icons used to be.
func (p Pages) Favicon(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, assets.Path("icon-180.png"), http.StatusFound)
	return nil
}
