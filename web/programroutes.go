package web

import (
	"github.com/go-chi/chi/v5"

	"tekojentori.fi/tori/web/api"
	"tekojentori.fi/tori/web/page"
)

// dataPlaces is how many files of open data are made at a time.
const dataPlaces = 4

// robots is what is too large to be kept, but the same until something changes.
func (s Site) robots(r chi.Router, cache *pageCache) {
	robots := s.robotPages()
	r.Group(func(r chi.Router) {
		r.Use(cache.validated, compressed)
		r.Get("/sitemap.xml", page.Handle(robots.Sitemap))
		r.Get("/sitemap-{n}.xml", page.Handle(robots.Part))
		r.Get("/favicon.ico", page.Handle(robots.Favicon))
	})
	data := s.dataPages()
	r.Group(func(r chi.Router) {
		r.Use(api.Open, limitedTo(dataPlaces), cache.validated, compressed)
		r.Get("/avoin-data/teot.{format}", page.Handle(data.ActFile))
		r.Get("/avoin-data/tilastot.{format}", page.Handle(data.Numbers))
		r.Get("/avoin-data/sparraus.{format}", page.Handle(data.Coachings))
		r.Get("/avoin-data/tyopajat.{format}", page.Handle(data.Workshops))
		r.Get("/avoin-data/dcat.jsonld", page.Handle(data.Catalogue))
	})
}

// scripts is the API, for programs of anyone.
func (s Site) scripts(r chi.Router, cache *pageCache) {
	r.Group(func(r chi.Router) {
		r.Use(api.Limited(api.PerMinute), cache.everyone, api.Open)
		api.API{
			Acts: s.Acts, Attachments: s.Attachments, Campaigns: s.Campaigns, Organizations: s.Organizations, Terms: s.Terms, Stats: s.Stats, Find: s.find, BaseURL: s.BaseURL,
		}.Mount(r)
	})
}
