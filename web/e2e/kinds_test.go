package e2e

import "net/http"

// kinds is every kind of page of the portal.
var kinds = []kind{
	{name: "front", states: []state{{path: "/"}}},
	{name: "list", states: []state{
		{path: "/tekojen-tori"},
		{name: "search", path: "/tekojen-tori?haku=päiväkodissa"},
		{name: "filters", path: "/tekojen-tori?vuosi=2022&tyyppi=municipality&jarjestys=vanhimmat"},
		{name: "page-2", path: "/tekojen-tori?sivu=2"},
		{name: "empty", path: "/tekojen-tori?haku=qwxzqwxz&vuosi=2022"},
		{name: "bad-page", path: "/tekojen-tori?sivu=-1", status: http.StatusBadRequest},
	}},
	{name: "act", states: []state{{via: "/tekojen-tori", path: "/katso/"}}},
	{name: "organization", states: []state{{path: "/organisaatiot/limingan-kunta"}}},
	{name: "sector", states: []state{{path: "/toimialat/opetus-ja-kasvatus"}}},
	{name: "theme", states: []state{{path: "/teemat/digitalisaatio-ja-uudet-toimintatavat"}}},
	{name: "region", states: []state{{path: "/maakunnat/pohjois-pohjanmaa"}}},
	{name: "statistics", states: []state{{path: "/tilastot"}}},
	{name: "sign-in", states: []state{{path: "/kirjaudu"}}},
	{name: "feedback", states: []state{
		{path: "/palaute"},
		{name: "errors", path: "/palaute", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä palaute")
			return b.answered()
		}},
	}},
	{name: "feedback-list", as: moderator, states: []state{{path: "/moderointi/palautteet"}}},
	{name: "missing", states: []state{{path: "/katso/tallaista-ei-ole", status: http.StatusNotFound}}},
	{name: "accessibility", states: []state{{path: "/saavutettavuusseloste"}}},
	{name: "privacy", states: []state{{path: "/tietosuoja"}}},
	{name: "terms", states: []state{{path: "/kayttoehdot"}}},
	{name: "contact", states: []state{{path: "/yhteystiedot"}}},
	{name: "mails", states: []state{{path: "/dev/posti"}}},
	{name: "account", as: member, states: []state{{path: "/oma"}}},
	{name: "own-acts", as: member, states: []state{{path: "/omat-teot"}}},
	{name: "submit", as: member, states: []state{
		{path: "/ilmoita-teko"},
		{name: "errors", path: "/ilmoita-teko", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("organization", "")
			b.press("Tallenna ja jatka")
			return b.answered()
		}},
	}},
	{name: "submit-intro", states: []state{{path: "/ilmoita-teko"}}},
	{name: "queue", as: moderator, states: []state{{path: "/moderointi"}}},
	{name: "review", as: moderator, states: []state{{via: "/moderointi", path: "/moderointi/teot/"}}},
	{name: "map", states: []state{
		{path: "/kartta"},
		{name: "chosen", path: "/kartta?alue=08&vuosi=2022"},
		{name: "empty", path: "/kartta?haku=qwxzqwxz"},
	}},
	{name: "administration", as: admin, states: []state{{path: "/yllapito"}}},
	{name: "tending", as: admin, states: []state{
		{path: "/yllapito/haku"},
		{name: "preview", path: "/yllapito/haku?rivi=qwxz+%7C+ty%C3%B6vuorot&koe=qwxz"},
	}},
	{name: "old-addresses", as: admin, states: []state{{path: "/yllapito/osoitteet"}}},
	{name: "exports", as: team, states: []state{{path: "/ohjelma/viennit"}}},
	{name: "forbidden", as: member, states: []state{{path: "/moderointi", status: http.StatusForbidden}}},
}
