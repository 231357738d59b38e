package e2e

import "net/http"

// draft is where a draft of the member is written. The demo gives its acts the
// same numbers each time.
const draft = "/ilmoita-teko/249/"

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
	{name: "act", states: []state{
		{via: "/tekojen-tori", path: "/katso/"},
		{name: "pictures", path: "/katso/esityslistan-matka-nakyvaksi-seinalle"},
		{name: "adopted", path: "/katso/palaveri-lahtee-lenkille"},
		{name: "archived", path: "/katso/kimppakyydilla-klaukkalasta-kunnantalolle"},
	}},
	{name: "act-hidden", as: moderator, states: []state{{path: "/katso/viisi-versiota-samasta-matikan-tehtavasta"}}},
	{name: "organization", states: []state{{path: "/organisaatiot/limingan-kunta"}}},
	{name: "sector", states: []state{{path: "/toimialat/opetus-ja-kasvatus"}}},
	{name: "theme", states: []state{{path: "/teemat/digitalisaatio-ja-uudet-toimintatavat"}}},
	{name: "region", states: []state{{path: "/maakunnat/pohjois-pohjanmaa"}}},
	{name: "organizations", states: []state{
		{path: "/organisaatiot"},
		{name: "bad-page", path: "/organisaatiot?sivu=-1", status: http.StatusBadRequest},
	}},
	{name: "sectors", states: []state{{path: "/toimialat"}}},
	{name: "themes", states: []state{{path: "/teemat"}}},
	{name: "regions", states: []state{{path: "/maakunnat"}}},
	{name: "statistics", states: []state{
		{path: "/tilastot"},
		{name: "period", path: "/tilastot?alkaen=2022-01-01&asti=2022-12-31"},
		{name: "narrowed", path: "/tilastot?organisaatio=limingan-kunta&toimiala=opetus-ja-kasvatus&kampanja=hyva-kiertamaan-2022"},
		{name: "compared", path: "/tilastot?alkaen=2022-01-01&asti=2022-12-31&vertailu_alkaen=2025-01-01&vertailu_asti=2025-12-31"},
		{name: "no-day", path: "/tilastot?alkaen=eilen", status: http.StatusUnprocessableEntity},
	}},
	{name: "coaching", states: []state{
		{path: "/sparraus"},
		{name: "period", path: "/sparraus?alkaen=2022-01-01&asti=2022-12-31"},
		{name: "empty", path: "/sparraus?alkaen=2030-01-01"},
		{name: "no-day", path: "/sparraus?alkaen=eilen", status: http.StatusUnprocessableEntity},
	}},
	{name: "workshops", states: []state{{path: "/tyopajat"}}},
	{name: "workshop", states: []state{{path: "/tyopajat/kekseliaat-kehittajat"}}},
	{name: "embedded", states: []state{
		{path: "/upota/toimiala"},
		{name: "months", path: "/upota/kuukausi"},
		{name: "regions", path: "/upota/kattavuus?kampanja=hyva-kiertamaan-2022"},
		{name: "compared", path: "/upota/vertailu?alkaen=2022-01-01&asti=2022-12-31"},
	}},
	{name: "sign-in", states: []state{
		{path: "/kirjaudu"},
		{name: "text-kept", path: "/kirjaudu?next=/jatka/ABC"},
		{name: "errors", path: "/kirjaudu", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä linkki")
			return b.answered()
		}},
		{name: "refused", path: "/kirjaudu", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("#sign-in-email", "ei.tunneta@example.fi")
			b.fill("#password", "väärä sana")
			b.press("Kirjaudu")
			return b.answered()
		}},
		{name: "sent", path: "/kirjaudu", then: func(b *tab) int {
			b.fill("#email", "kinds@example.fi")
			b.press("Lähetä linkki")
			return b.answered()
		}},
	}},
	{name: "awards", states: []state{{path: "/palkitut"}}},
	{name: "awards-year", states: []state{{path: "/palkitut/2022"}}},
	{name: "certificate", states: []state{{path: "/palkitut/kunniakirjat/1"}}},
	{name: "open-data", states: []state{{path: "/avoin-data"}}},
	{name: "team-prizes", as: team, states: []state{
		{path: "/ohjelma/kampanjat/1/palkinnot"},
		{name: "errors", path: "/ohjelma/kampanjat/1/palkinnot", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lisää palkinto")
			return b.answered()
		}},
	}},
	{name: "team-prize", as: team, states: []state{
		{via: "/ohjelma/kampanjat/1/palkinnot", path: "/ohjelma/palkinnot/"},
		{name: "counted", path: "/ohjelma/palkinnot/3"},
		{name: "errors", path: "/ohjelma/palkinnot/1", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Kirjaa voittaja")
			return b.answered()
		}},
	}},
	{name: "press-sheet", as: team, states: []state{{path: "/ohjelma/kampanjat/1/tiedote"}}},
	{name: "certificates", as: team, states: []state{{path: "/ohjelma/kampanjat/1/kunniakirjat"}}},
	{name: "correction", as: team, states: []state{
		{path: "/ohjelma/myonnot/1/oikaisu"},
		{name: "errors", path: "/ohjelma/myonnot/1/oikaisu", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna oikaisu")
			return b.answered()
		}},
	}},
	{name: "nominations", as: moderator, states: []state{
		{path: "/ehdotukset"},
		{name: "prize", path: "/ehdotukset/4"},
		{name: "person-errors", path: "/ehdotukset/5", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Ehdota")
			return b.answered()
		}},
		{name: "over", path: "/ehdotukset/6"},
	}},
	{name: "juries", as: juror, states: []state{
		{path: "/raati"},
		{name: "bench", path: "/raati/4"},
		{name: "nominee", path: "/raati/ehdokkaat/2"},
		{name: "over", path: "/raati/ehdokkaat/4"},
		{name: "recusal-errors", path: "/raati/ehdokkaat/2", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.unfold(`details:has([action*="/jaaviys"])`)
			b.press("Ilmoita jääviys")
			return b.answered()
		}},
	}},
	{name: "team-jury", as: team, states: []state{
		{path: "/ohjelma/palkinnot/4/raati"},
		{name: "result", path: "/ohjelma/palkinnot/6/raati"},
		{name: "decision", path: "/ohjelma/palkinnot/6/raati/paatos?voittaja=5&maininta=6"},
		{name: "nobody", path: "/ohjelma/palkinnot/6/raati/paatos", status: http.StatusUnprocessableEntity},
		{name: "errors", path: "/ohjelma/palkinnot/5/raati", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna perusteet")
			return b.answered()
		}},
	}},
	{name: "campaigns", states: []state{{path: "/kampanjat"}}},
	{name: "campaign", states: []state{{path: "/kampanjat/hyva-kiertamaan-2022"}, {name: "open", path: "/kampanjat/hyva-kiertamaan-2026"}}},
	{name: "team-campaigns", as: team, states: []state{{path: "/ohjelma/kampanjat"}}},
	{name: "team-campaign", as: team, states: []state{
		{via: "/ohjelma/kampanjat", path: "/ohjelma/kampanjat/"},
		{name: "errors", path: "/ohjelma/kampanjat/uusi", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna kampanja")
			return b.answered()
		}},
	}},
	{name: "campaign-picture", as: team, states: []state{
		{path: "/ohjelma/kampanjat/5/kuva"},
		{name: "errors", path: "/ohjelma/kampanjat/5/kuva", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna kuva")
			return b.answered()
		}},
	}},
	{name: "campaign-staff", as: team, states: []state{
		{path: "/ohjelma/kampanjat/5/henkilosto"},
		{name: "errors", path: "/ohjelma/kampanjat/5/henkilosto", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("staff", "Tämän nimistä ei ole; 12")
			b.press("Tallenna määrät")
			return b.answered()
		}},
	}},
	{name: "feedback", states: []state{
		{path: "/palaute"},
		{name: "errors", path: "/palaute", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä palaute")
			return b.answered()
		}},
		{name: "thanks", path: "/palaute", then: func(b *tab) int {
			b.fill("message", "Kiitos torista!")
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
	{name: "forgotten-password", states: []state{
		{path: "/kirjaudu/salasana"},
		{name: "errors", path: "/kirjaudu/salasana", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä linkki")
			return b.answered()
		}},
		{name: "sent", path: "/kirjaudu/salasana", then: func(b *tab) int {
			b.fill("#email", "kinds@example.fi")
			b.press("Lähetä linkki")
			return b.answered()
		}},
		{name: "dead", path: "/kirjaudu/salasana/ABC", status: http.StatusNotFound},
	}},
	{name: "dead-invitation", states: []state{{path: "/kirjaudu/kutsu/ABC", status: http.StatusNotFound}}},
	{name: "own-password", as: moderator, states: []state{
		{path: "/oma/salasana"},
		{name: "errors", path: "/oma/salasana", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Vaihda salasana")
			return b.answered()
		}},
	}},
	{name: "membership", as: member, states: []state{{path: "/oma/jasenyys"}, {name: "end", via: "/oma/jasenyys", path: "/jasenet/"}}},
	{name: "membership-waits", as: newcomer, states: []state{
		{path: "/oma/jasenyys"},
		{name: "errors", path: "/oma/jasenyys", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä pyyntö")
			return b.answered()
		}},
	}},
	{name: "membership-of-coordinator", as: coordinator, states: []state{{path: "/oma/jasenyys"}}},
	{name: "membership-request", as: coordinator, states: []state{
		{via: "/oma/organisaatio", path: "/jasenyydet/"},
		{name: "errors", path: "/jasenyydet/1", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Älä hyväksy")
			return b.answered()
		}},
	}},
	{name: "membership-requests", as: admin, states: []state{{path: "/yllapito/jasenyydet"}}},
	{name: "draft-opening", as: member, states: []state{{path: "/omat-teot/249/avaus"}}},
	{name: "act-of-others", as: newcomer, states: []state{{path: "/katso/palaveri-lahtee-lenkille"}}},
	{name: "act-of-own-organisation", as: coordinator, states: []state{{path: "/katso/palaveri-lahtee-lenkille"}}},
	{name: "own-organisation", as: coordinator, states: []state{{path: "/oma/organisaatio"}}},
	{name: "invite", as: admin, states: []state{
		{path: "/kutsu"},
		{name: "errors", path: "/kutsu", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Lähetä kutsu")
			return b.answered()
		}},
	}},
	{name: "sign-on", as: admin, states: []state{
		{path: "/yllapito/kirjautuminen"},
		{name: "errors", path: "/yllapito/kirjautuminen", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tarkista ja tallenna")
			return b.answered()
		}},
	}},
	{name: "sign-on-stale", states: []state{{path: "/kirjaudu/organisaatio/1/paluu?code=a&state=b", status: http.StatusBadRequest}}},
	{name: "account", as: member, states: []state{{path: "/oma"}}},
	{name: "second-factor", as: "toimitus@example.fi", states: []state{
		{path: "/oma/vahvistus"},
		{name: "enrol", path: "/oma/vahvistus", then: func(b *tab) int {
			return b.enrols()
		}},
		{name: "errors", path: "/oma/vahvistus", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.enrols() // a portion of the states may leave out the one before
			b.press("Vahvista koodi")
			return b.answered()
		}},
	}},
	{name: "passkey-late", states: []state{{path: "/kirjaudu/avain/ABC", status: http.StatusNotFound}}},
	{name: "second-step-late", states: []state{{path: "/kirjaudu/vahvistus/ABC", status: http.StatusNotFound}}},
	{name: "following", as: member, states: []state{
		{path: "/oma/seuranta"},
		{name: "new", path: "/oma/seuranta/uusi?toimiala=opetus-ja-kasvatus&vuosi=2022"},
		{name: "new-act", path: "/oma/seuranta/uusi?teko=palaveri-lahtee-lenkille"},
	}},
	{name: "mails-link-dead", states: []state{{path: "/viestit/ABC", status: http.StatusNotFound}}},
	{name: "own-data", as: member, states: []state{
		{path: "/oma/tiedot"},
		{name: "errors", path: "/oma/tiedot", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Poista tunnukseni")
			return b.answered()
		}},
	}},
	{name: "own-data-last-admin", as: admin, states: []state{{path: "/oma/tiedot"}}},
	{name: "forgotten", states: []state{{path: "/kirjaudu/poistettu"}}},
	{name: "own-acts", as: member, states: []state{{path: "/omat-teot"}}},
	{name: "submit", as: member, states: []state{
		{path: "/ilmoita-teko"},
		{name: "clinic", path: draft + "klinikka"},
		{name: "clinic-unanswered", path: draft + "klinikka/teksti"},
		{name: "errors", path: "/ilmoita-teko", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("organization", "")
			b.press("Tallenna ja jatka")
			return b.answered()
		}},
	}},
	{name: "submit-steps", as: member, states: []state{
		{path: draft + "tarve"},
		{name: "need-errors", path: draft + "tarve", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("title", "")
			b.press("Tallenna ja jatka")
			return b.answered()
		}},
		{name: "approach", path: draft + "ratkaisu"},
		{name: "results-errors", path: draft + "tulokset", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna ja jatka")
			return b.answered()
		}},
		{name: "contacts", path: draft + "yhteystiedot"},
		{name: "check", path: draft + "tarkista"},
		{name: "sent", path: "/ilmoita-teko/256/tarkista"},
		{name: "alike", path: draft + "tarve", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("title", "Kävelykokoukset")
			b.fill("need", "Kokouksissa istuttiin, ja kävely jäi vähiin.")
			b.press("Tallenna ja jatka")
			return b.answered()
		}},
	}},
	{name: "join", as: member, states: []state{{path: "/katso/palaveri-lahtee-lenkille/mukaan"}}},
	{name: "authors", as: member, states: []state{{path: "/omat-teot/249/tekijat"}}},
	{name: "submit-intro", states: []state{{path: "/ilmoita-teko"}}},
	{name: "queue", as: moderator, states: []state{
		{path: "/moderointi"},
		{name: "overdue", path: "/moderointi?rajaus=myohassa"},
		{name: "asked", path: "/moderointi?rajaus=mielipiteet"},
		{name: "empty", path: "/moderointi?rajaus=hyvaksytyt&kampanja=hyva-kiertamaan-2022"},
		{name: "unknown", path: "/moderointi?rajaus=x", status: http.StatusNotFound},
	}},
	{name: "all-acts", as: moderator, states: []state{
		{path: "/moderointi/teot"},
		{name: "empty", path: "/moderointi/teot?tila=published&haku=qwxzqwxz"},
	}},
	{name: "bulk", as: moderator, states: []state{
		{path: "/moderointi/joukko?toimi=anna&kaikki=on"},
		{name: "sort", path: "/moderointi/joukko?toimi=lajittele&lista=teot&tila=published&kaikki=on"},
		{name: "none", path: "/moderointi/joukko?toimi=arkistoi", status: http.StatusUnprocessableEntity},
		{name: "errors", path: "/moderointi/joukko?toimi=ajasta&kaikki=on", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Vahvista")
			return b.answered()
		}},
	}},
	{name: "review", as: moderator, states: []state{
		{via: "/moderointi", path: "/moderointi/teot/"},
		{name: "submitted", path: "/moderointi/teot/253"},
		{name: "on-the-way", path: "/moderointi/teot/258?rajaus=vapaat"},
		{name: "taken", path: "/moderointi/teot/258"},
		{name: "schedule-errors", path: "/moderointi/teot/258", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.unfold(`details:has([action*="/ajastus"])`)
			b.press("Hyväksy ja julkaise myöhemmin")
			return b.answered()
		}},
		{name: "merge", path: "/moderointi/teot/11/yhdistys?haku=kokous"},
		{name: "merge-beside", path: "/moderointi/teot/11/rinnalla/12"},
		{name: "merge-over", path: "/moderointi/teot/205/yhdistys", status: http.StatusNotFound},
		{name: "beside", path: "/moderointi/teot/259/rinnalla/11"},
		{name: "returned", path: "/moderointi/teot/261"},
		{name: "approved", path: "/moderointi/teot/263"},
		{name: "hidden", path: "/moderointi/teot/264"},
		{name: "rejected", path: "/moderointi/teot/265"},
		{name: "archived", path: "/moderointi/teot/205"},
	}},
	{name: "removals", as: moderator, states: []state{{path: "/moderointi/poistopyynnot"}}},
	{name: "canned-texts", as: moderator, states: []state{
		{path: "/moderointi/tekstit"},
		{name: "edit", path: "/moderointi/tekstit/1"},
		{name: "errors", path: "/moderointi/tekstit/uusi", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.press("Tallenna teksti")
			return b.answered()
		}},
	}},
	{name: "map", states: []state{
		{path: "/kartta"},
		{name: "chosen", path: "/kartta?alue=08&vuosi=2022"},
		{name: "empty", path: "/kartta?haku=qwxzqwxz"},
	}},
	{name: "administration", as: admin, states: []state{{path: "/yllapito"}}},
	{name: "people", as: admin, states: []state{
		{path: "/yllapito/henkilot"},
		{name: "nobody", path: "/yllapito/henkilot?haku=qwxzqwxz"},
		{name: "person", path: "/yllapito/henkilot/3"},
	}},
	{name: "log", as: admin, states: []state{
		{path: "/yllapito/loki"},
		{name: "narrowed", path: "/yllapito/loki?laji=act&toiminto=submit&henkilo=%231"},
		{name: "empty", path: "/yllapito/loki?henkilo=qwxzqwxz"},
		{name: "no-day", path: "/yllapito/loki?alkaen=eilen", status: http.StatusUnprocessableEntity},
	}},
	{name: "log-of-the-team", as: team, states: []state{{path: "/yllapito/loki"}}},
	{name: "tending", as: admin, states: []state{
		{path: "/yllapito/haku"},
		{name: "preview", path: "/yllapito/haku?line=qwxz+%7C+ty%C3%B6vuorot&koe=qwxz"},
		{name: "untried", path: "/yllapito/haku?line=yksi&koe=", status: http.StatusUnprocessableEntity},
	}},
	{name: "teaching", as: admin, states: []state{
		{path: "/yllapito/haku?lemma=hoppulointi&model=arviointi"},
		{name: "errors", path: "/yllapito/haku", status: http.StatusUnprocessableEntity, then: func(b *tab) int {
			b.fill("lemma", "arviointi")
			b.fill("model", "toiminta")
			b.press("Opeta sana")
			return b.answered()
		}},
	}},
	{name: "old-addresses", as: admin, states: []state{{path: "/yllapito/osoitteet"}}},
	{name: "cross-table", as: team, states: []state{
		{path: "/ohjelma/tilastot"},
		{name: "totals", path: "/ohjelma/tilastot?rivit=organisaatio&sarakkeet=&osuus=kaikki"},
		{name: "empty", path: "/ohjelma/tilastot?alkaen=1990-01-01&asti=1990-12-31"},
		{name: "no-day", path: "/ohjelma/tilastot?alkaen=eilen", status: http.StatusUnprocessableEntity},
		{name: "past", path: "/ohjelma/tilastot?luettelo=2020&yhdistyneet=seuraajat&tilanne=2024-03-01&rivit=toimiala&sarakkeet=tyyppi&osuus=rivi"},
		{name: "no-sector", path: "/ohjelma/tilastot?luettelo=2020&toimiala=employment-services&tilanne=2999-01-01", status: http.StatusUnprocessableEntity},
	}},
	{name: "behind-a-number", as: team, states: []state{
		{path: "/ohjelma/tilastot/teot?luettelo=2020&rivit=toimiala&sarakkeet=&rivi=none"},
	}},
	{name: "exports", as: team, states: []state{
		{path: "/ohjelma/viennit"},
		{name: "later", path: "/ohjelma/viennit", then: func(b *tab) int {
			b.press("Tee taustalla ja lähetä linkki")
			return b.answered()
		}},
	}},
	{name: "forbidden", as: member, states: []state{{path: "/moderointi", status: http.StatusForbidden}}},
}
