package robotpage

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

// maxURLs is the most addresses that one sitemap may have; each page has one
// in each language.
const maxURLs = 50_000

// perPart is how many pages one sitemap has.
func (p Pages) perPart() int {
	if p.Most > 0 {
		return p.Most
	}
	return maxURLs / len(i18n.Langs())
}

// A place is a page that robots may find.
type place struct {
	path    string
	changed time.Time // zero: not known
}

type urlset struct {
	XMLName xml.Name `xml:"urlset"`
	Xmlns   string   `xml:"xmlns,attr"`
	XHTML   string   `xml:"xmlns:xhtml,attr"`
	URLs    []pageURL
}

type pageURL struct {
	XMLName    xml.Name    `xml:"url"`
	Loc        string      `xml:"loc"`
	Lastmod    string      `xml:"lastmod,omitempty"`
	Alternates []alternate `xml:"xhtml:link"`
}

type alternate struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type sitemapIndex struct {
	XMLName  xml.Name `xml:"sitemapindex"`
	Xmlns    string   `xml:"xmlns,attr"`
	Sitemaps []part   `xml:"sitemap"`
}

type part struct {
	Loc string `xml:"loc"`
}

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// Sitemap is every page that robots may find or, where they are too many for
// one file, the list of the files.
func (p Pages) Sitemap(w http.ResponseWriter, r *http.Request) error {
	fixed, err := p.fixed(r)
	if err != nil {
		return err
	}
	listed := p.Stats.Catalogue().Select(stats.Filter{}).Total()
	parts := (len(fixed) + listed + p.perPart() - 1) / p.perPart()
	if parts <= 1 {
		return p.part(w, r, 0)
	}
	index := sitemapIndex{Xmlns: sitemapNamespace}
	for n := range parts {
		index.Sitemaps = append(index.Sitemaps, part{fmt.Sprintf("%s/sitemap-%d.xml", p.BaseURL, n+1)})
	}
	return writeXML(w, index)
}

// Part is one of the files that the sitemap lists, counted from 1.
func (p Pages) Part(w http.ResponseWriter, r *http.Request) error {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > maxURLs {
		return fmt.Errorf("part %q of the sitemap: %w", r.PathValue("n"), fault.NotFound)
	}
	return p.part(w, r, n-1)
}

// part writes the nth part: the acts follow the other pages.
func (p Pages) part(w http.ResponseWriter, r *http.Request, n int) error {
	places, err := p.fixed(r)
	if err != nil {
		return err
	}
	from, to := n*p.perPart(), (n+1)*p.perPart()
	acts, err := p.Acts.Addresses(r.Context(), max(0, from-len(places)), max(0, to-max(from, len(places))))
	if err != nil {
		return err
	}
	places = places[min(from, len(places)):min(to, len(places))]
	for _, a := range acts {
		places = append(places, place{"/katso/" + a.Slug, a.UpdatedAt})
	}
	if len(places) == 0 {
		return fmt.Errorf("part %d of the sitemap: %w", n+1, fault.NotFound)
	}
	return writeXML(w, p.urls(places))
}

// fixed is the pages that are no acts. Organisations and regions have one once
// they have an act.
func (p Pages) fixed(r *http.Request) ([]place, error) {
	changes, err := p.Stats.Changes(r.Context())
	if err != nil {
		return nil, err
	}
	newest := last(changes[stats.Organization])
	places := []place{{"/", newest}, {"/tekojen-tori", newest}, {"/kartta", newest}, {"/tilastot", newest}, {"/organisaatiot", newest}, {"/toimialat", newest}, {"/teemat", newest}, {"/maakunnat", newest}}
	for _, path := range p.Information() {
		places = append(places, place{path: path})
	}
	series, err := p.Stats.WorkshopSeries(r.Context())
	if err != nil {
		return nil, err
	}
	for _, of := range series {
		places = append(places, place{path: "/tyopajat/" + of.Slug})
	}
	for _, t := range p.Terms.Lists().Sectors() {
		places = append(places, place{"/toimialat/" + t.Slug, changes[stats.Sector][t.Code]})
	}
	for _, t := range p.Terms.Lists().Themes() {
		places = append(places, place{"/teemat/" + t.Slug, changes[stats.Theme][t.Code]})
	}
	for _, region := range p.Organizations.Directory().Regions() {
		if at, ok := changes[stats.Region][region.Slug]; ok {
			places = append(places, place{"/maakunnat/" + region.Slug, at})
		}
	}
	for _, o := range p.Organizations.Directory().All() {
		if at, ok := changes[stats.Organization][o.Slug]; ok {
			places = append(places, place{"/organisaatiot/" + o.Slug, at})
		}
	}
	return places, nil
}

// last is the last of some changes, zero for none.
func last(changes map[string]time.Time) (newest time.Time) {
	for _, at := range changes {
		if at.After(newest) {
			newest = at
		}
	}
	return newest
}

// urls is the pages in every language, each with its sisters.
func (p Pages) urls(places []place) urlset {
	set := urlset{Xmlns: sitemapNamespace, XHTML: "http://www.w3.org/1999/xhtml", URLs: make([]pageURL, 0, len(places)*len(i18n.Langs()))}
	for _, pl := range places {
		var sisters []alternate
		for _, l := range i18n.Langs() {
			sisters = append(sisters, alternate{"alternate", string(l), p.BaseURL + i18n.PathIn(l, pl.path)})
		}
		for _, s := range sisters {
			u := pageURL{Loc: s.Href, Alternates: sisters}
			if !pl.changed.IsZero() {
				u.Lastmod = pl.changed.UTC().Format(time.RFC3339)
			}
			set.URLs = append(set.URLs, u)
		}
	}
	return set
}

func writeXML(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header))
	if err := xml.NewEncoder(w).Encode(v); err != nil {
		return fmt.Errorf("write the sitemap: %w", err)
	}
	return nil
}
