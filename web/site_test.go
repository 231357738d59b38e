package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"
)

// allowed is who may enter each route that is not open to everyone. A new
// route is closed until it stands here or in public.
var allowed = map[string]string{
	"GET /oma": "signed in", "POST /oma": "signed in", "POST /oma/ulos-kaikkialta": "signed in", "POST /oma/istunnot/{name}/lopetus": "signed in", "POST /oma/istunto": "signed in",
	"GET /oma/vahvistus": "signed in", "POST /oma/vahvistus": "signed in", "POST /oma/vahvistus/koodi": "signed in", "POST /oma/vahvistus/varakoodit": "signed in", "POST /oma/vahvistus/poisto": "signed in",
	"GET /oma/jasenyys": "signed in", "POST /oma/jasenyys": "signed in", "POST /oma/jasenyys/peruutus": "signed in", "GET /jasenet/{id}/paattaminen": "signed in", "POST /jasenet/{id}/paattaminen": "signed in",
	"GET /jasenyydet/{id}": "coordinator admin", "POST /jasenyydet/{id}": "coordinator admin", "GET /yllapito/jasenyydet": "admin",
	"GET /omat-teot/{id}/viestit": "signed in", "POST /omat-teot/{id}/viestit": "signed in", "GET /moderointi/viestit": "moderator admin", "POST /moderointi/teot/{id}/viestit": "moderator admin", "POST /moderointi/teot/{id}/viestit/luetut": "moderator admin",
	"GET /omat-teot/{id}/avaus": "signed in", "POST /omat-teot/{id}/avaus": "signed in", "POST /omat-teot/{id}/avaus/lopetus": "signed in",
	"GET /oma/organisaatio/luonnokset/{id}": "coordinator", "GET /oma/organisaatio/teot.{format}": "coordinator", "GET /oma/organisaatio/yhteiset/{id}": "coordinator", "POST /oma/organisaatio/yhteiset/{id}": "coordinator", "POST /oma/organisaatio/yhteiset/{id}/mukana": "coordinator", "POST /oma/organisaatio/luonnokset/{id}/huomiot": "coordinator", "GET /oma/organisaatio/luonnokset/{id}/teksti": "coordinator", "POST /oma/organisaatio/luonnokset/{id}/teksti": "coordinator",
	"GET /oma/salasana": "signed in", "POST /oma/salasana": "signed in", "GET /oma/organisaatio": "coordinator", "GET /kutsu": "coordinator admin", "POST /kutsu": "coordinator admin", "POST /kutsu/{id}/peruutus": "coordinator admin",
	"POST /oma/vahvistus/avaimet": "signed in", "GET /oma/vahvistus/avaimet/{token}": "signed in", "POST /oma/vahvistus/avaimet/{token}": "signed in", "POST /oma/avaimet/{id}/poisto": "signed in",
	"GET /oma/seuranta": "signed in", "POST /oma/seuranta": "signed in", "GET /oma/seuranta/uusi": "signed in", "POST /oma/seuranta/uusi": "signed in", "POST /oma/seuranta/{id}/poisto": "signed in",
	"POST /oma/kirjanmerkit/{id}/poisto": "signed in", "POST /katso/{slug}/kirjanmerkki": "signed in", "POST /katso/{slug}/seuranta": "signed in",
	"GET /oma/tiedot": "signed in", "GET /oma/tiedot.json": "signed in", "POST /oma/tiedot": "signed in",
	"POST /ilmoita-teko": "signed in", "GET /ilmoita-teko/{id}/kiitos": "signed in", "POST /ilmoita-teko/{id}/lahetys": "signed in",
	"GET /ilmoita-teko/{id}/klinikka/teksti": "signed in", "POST /ilmoita-teko/{id}/klinikka/teksti": "signed in",
	"GET /ilmoita-teko/{id}/{step}": "signed in", "POST /ilmoita-teko/{id}/{step}": "signed in",
	"POST /ilmoita-teko/{id}/liitteet": "signed in",
	"POST /ilmoita-teko/tallennus":     "signed in", "POST /ilmoita-teko/{id}/{step}/tallennus": "signed in",
	"GET /omat-teot": "signed in", "POST /omat-teot/{id}/peruutus": "signed in", "POST /omat-teot/{id}/paivitys": "signed in", "POST /omat-teot/{id}/arkistointi": "signed in",
	"GET /katso/{slug}/mukaan": "signed in", "POST /katso/{slug}/mukaan": "signed in",
	"GET /omat-teot/{id}/tekijat": "signed in", "POST /omat-teot/{id}/tekijat": "signed in", "POST /omat-teot/{id}/luovutus": "signed in", "POST /omat-teot/{id}/kutsut/{invitation}/peruutus": "signed in", "POST /omat-teot/{id}/pyynnot/{request}": "signed in", "POST /omat-teot/{id}/tekijat/{author}/poisto": "signed in",
	"POST /katso/{slug}/kayttoonotto": "signed in", "POST /kayttoonotot/{id}/vahvistus": "signed in", "POST /kayttoonotot/{id}/poisto": "signed in",
	"GET /moderointi/tekstit": "moderator admin", "GET /moderointi/tekstit/uusi": "moderator admin", "POST /moderointi/tekstit/uusi": "moderator admin", "GET /moderointi/tekstit/{id}": "moderator admin",
	"POST /moderointi/tekstit/{id}": "moderator admin", "POST /moderointi/tekstit/{id}/poisto": "moderator admin",
	"GET /moderointi/palautteet": "moderator admin", "POST /moderointi/palautteet/{id}/vastaus": "moderator admin",
	"GET /moderointi": "moderator admin", "GET /moderointi/teot/{id}": "moderator admin",
	"POST /moderointi/teot/{id}/otto": "moderator admin", "POST /moderointi/teot/{id}/julkaisu": "moderator admin",
	"POST /moderointi/teot/{id}/palautus": "moderator admin", "POST /moderointi/teot/{id}/hylkays": "moderator admin",
	"POST /moderointi/teot/{id}/piilotus": "moderator admin", "POST /moderointi/teot/{id}/esiin": "moderator admin",
	"POST /moderointi/teot/{id}/arkistointi": "moderator admin", "POST /moderointi/teot/{id}/avaus": "moderator admin",
	"GET /moderointi/teot/{id}/rinnalla/{other}": "moderator admin",
	"POST /moderointi/teot/{id}/ajastus":         "moderator admin",
	"POST /moderointi/teot/{id}/huomiot":         "moderator admin", "POST /moderointi/teot/{id}/muistiinpanot": "moderator admin",
	"POST /moderointi/huomiot/{id}/poisto": "moderator admin", "POST /moderointi/muistiinpanot/{id}/poisto": "moderator admin",
	"GET /omat-teot/{id}/poisto": "signed in", "POST /omat-teot/{id}/poisto": "signed in", "GET /moderointi/poistopyynnot": "moderator admin", "GET /moderointi/poistopyynnot/{id}": "moderator admin", "POST /moderointi/poistopyynnot/{id}": "moderator admin",
	"GET /moderointi/teot/{id}/kieli": "moderator admin", "POST /moderointi/teot/{id}/kieli": "moderator admin", "GET /omat-teot/{id}/korjaukset": "signed in",
	"POST /moderointi/teot/{id}/mielipiteet": "moderator admin", "POST /moderointi/mielipiteet/{id}/vastaus": "moderator admin", "POST /moderointi/mielipiteet/{id}/poisto": "moderator admin",
	"GET /yllapito/henkilot": "admin", "GET /yllapito/henkilot/{id}": "admin", "POST /yllapito/henkilot/{id}/roolit": "admin", "POST /yllapito/henkilot/{id}/sulkeminen": "admin",
	"POST /yllapito/henkilot/{id}/avaus": "admin", "POST /yllapito/henkilot/{id}/vahvistus": "admin", "POST /yllapito/henkilot/{id}/salasana": "admin", "GET /yllapito/kirjautuminen": "admin", "POST /yllapito/kirjautuminen": "admin",
	"GET /yllapito/kirjautuminen/{id}": "admin", "POST /yllapito/kirjautuminen/{id}": "admin", "POST /yllapito/kirjautuminen/{id}/poisto": "admin",
	"GET /yllapito": "admin", "GET /yllapito/osoitteet": "admin", "POST /yllapito/osoitteet": "admin",
	"POST /yllapito/osoitteet/poisto": "admin", "POST /yllapito/osoitteet/unohdus": "admin", "GET /yllapito/haku": "admin",
	"POST /yllapito/haku/sanat": "admin", "POST /yllapito/haku/sanat/poisto": "admin",
	"POST /yllapito/haku/synonyymit": "admin", "POST /yllapito/haku/synonyymit/poisto": "admin",
	"POST /yllapito/haku/synonyymit/sammutus": "admin", "POST /yllapito/haku/nostot": "admin", "POST /yllapito/haku/nostot/poisto": "admin",
	"GET /moderointi/teot": "moderator admin", "GET /moderointi/joukko": "moderator admin", "POST /moderointi/joukko": "moderator admin",
	"GET /moderointi/teot/{id}/yhdistys": "moderator admin", "POST /moderointi/teot/{id}/rinnalla/{other}/yhdistys": "moderator admin",
	"GET /yllapito/loki": "team admin", "POST /yllapito/loki": "admin",
	"POST /omat-teot/{id}/kampanja": "signed in",
	"GET /ohjelma":                  "team admin", "GET /ohjelma/kampanjat": "team admin", "POST /ohjelma/kampanjat": "team admin", "GET /ohjelma/kampanjat/uusi": "team admin",
	"GET /ohjelma/kampanjat/{id}": "team admin", "POST /ohjelma/kampanjat/{id}": "team admin",
	"GET /ohjelma/kampanjat/{id}/kuva": "team admin", "POST /ohjelma/kampanjat/{id}/kuva": "team admin", "GET /ohjelma/kampanjat/{id}/henkilosto": "team admin", "POST /ohjelma/kampanjat/{id}/henkilosto": "team admin",
	"GET /ohjelma/kampanjat/{id}/palkinnot": "team admin", "POST /ohjelma/kampanjat/{id}/palkinnot": "team admin", "GET /ohjelma/palkinnot/{id}": "team admin",
	"POST /ohjelma/palkinnot/{id}": "team admin", "POST /ohjelma/palkinnot/{id}/poisto": "team admin",
	"POST /ohjelma/palkinnot/{id}/voittajat": "team admin", "POST /ohjelma/myonnot/{id}/poisto": "team admin",
	"GET /ohjelma/myonnot/{id}/oikaisu": "team admin", "POST /ohjelma/myonnot/{id}/oikaisu": "team admin", "GET /ohjelma/kampanjat/{id}/tiedote": "team admin",
	"GET /ohjelma/kampanjat/{id}/tiedote.csv": "team admin", "GET /ohjelma/kampanjat/{id}/kunniakirjat": "team admin",
	"GET /ehdotukset": "moderator team admin", "GET /ehdotukset/{id}": "moderator team admin", "POST /ehdotukset/{id}": "moderator team admin", "POST /ehdotukset/ehdokkaat/{id}/poisto": "moderator team admin",
	"GET /raati": "juror", "GET /raati/{id}": "juror", "GET /raati/ehdokkaat/{id}": "juror", "POST /raati/ehdokkaat/{id}": "juror", "POST /raati/ehdokkaat/{id}/tallennus": "juror", "POST /raati/ehdokkaat/{id}/jaaviys": "juror",
	"GET /ohjelma/palkinnot/{id}/raati": "team admin", "POST /ohjelma/palkinnot/{id}/raati": "team admin", "POST /ohjelma/palkinnot/{id}/raati/jasenet": "team admin",
	"POST /ohjelma/palkinnot/{id}/raati/jasenet/{account}/poisto": "team admin", "POST /ohjelma/palkinnot/{id}/raati/paattaminen": "team admin", "POST /ohjelma/palkinnot/{id}/raati/avaus": "team admin",
	"GET /ohjelma/palkinnot/{id}/raati/paatos": "team admin", "POST /ohjelma/palkinnot/{id}/raati/paatos": "team admin", "POST /ohjelma/palkinnot/{id}/raati/purku": "team admin",
	"GET /ohjelma/tilastot": "team admin", "POST /ohjelma/tilastot": "team admin", "GET /ohjelma/tilastot.{format}": "team admin", "GET /ohjelma/tilastot/teot": "team admin", "POST /ohjelma/tilastot/{id}/poisto": "team admin", "POST /ohjelma/tilastot/{id}/tilaus": "team admin", "POST /ohjelma/tilastot/{id}/tilauksen-lopetus": "team admin",
	"GET /ohjelma/viennit/{id}": "team admin", "GET /ohjelma/viennit/{id}/tiedosto": "team admin", "POST /ohjelma/viennit/{id}/poisto": "team admin",
	"GET /ohjelma/viennit": "team admin", "POST /ohjelma/viennit": "team admin",
}

// public is every route that a visitor may use.
var public = map[string]bool{
	"GET /": true, "GET /organisaatiot": true, "GET /toimialat": true, "GET /teemat": true, "GET /maakunnat": true, "GET /tekojen-tori": true, "GET /tekojen-tori/ehdotukset": true, "GET /katso/{slug}": true, "GET /organisaatiot/{slug}": true, "GET /toimialat/{slug}": true,
	"GET /kampanjat/{slug}/kuva/{name}": true,
	"GET /liitteet/{id}/{name}":         true, "GET /teemat/{slug}": true, "GET /maakunnat/{slug}": true, "GET /tilastot": true, "GET /upota/{chart}": true, "GET /saavutettavuusseloste": true,
	"GET /tietosuoja": true, "GET /kayttoehdot": true, "GET /yhteystiedot": true, "GET /ilmoita-teko": true, "GET /kirjaudu": true, "GET /kirjaudu/poistettu": true, "GET /kirjaudu/vahvistus/{token}": true, "POST /kirjaudu/vahvistus/{token}": true,
	"POST /kirjaudu/avain": true, "GET /kirjaudu/avain/{token}": true, "POST /kirjaudu/avain/{token}": true,
	"GET /kirjaudu/organisaatio/{id}": true, "GET /kirjaudu/organisaatio/{id}/paluu": true, "GET /kirjaudu/salasana": true, "POST /kirjaudu/salasana": true, "GET /kirjaudu/salasana/{token}": true, "POST /kirjaudu/salasana/{token}": true, "GET /kirjaudu/kutsu/{token}": true, "POST /kirjaudu/kutsu/{token}": true,
	"GET /kirjaudu/linkki/{token}": true, "POST /kirjaudu/linkki/{token}": true, "POST /kirjaudu/ulos": true, "GET /jatka/{token}": true,
	"POST /kirjaudu": true, "POST /kirjaudu/linkki": true, "GET /dev/posti": true, "GET /healthz": true, "GET /readyz": true, "GET /assets/*": true,
	"GET /api/v1/acts": true, "GET /api/v1/acts/{slug}": true, "GET /api/v1/statistics": true, "GET /api/v1/organizations": true,
	"GET /api/v1/taxonomy": true, "GET /api/v1/openapi.json": true, "GET /api/v1/openapi.yaml": true,
	"GET /syote/teot.atom": true, "GET /.well-known/security.txt": true, "GET /palkitut": true, "GET /palkitut/{year}": true, "GET /palkitut/kunniakirjat/{id}": true, "GET /avoin-data": true, "GET /avoin-data/teot.{format}": true,
	"GET /avoin-data/tilastot.{format}": true, "GET /avoin-data/dcat.jsonld": true, "GET /avoin-data/sparraus.{format}": true, "GET /sparraus": true, "GET /avoin-data/tyopajat.{format}": true, "GET /tyopajat": true, "GET /tyopajat/{slug}": true, "GET /kampanjat": true, "GET /kampanjat/{slug}": true, "GET /kartta": true, "GET /kartta/rajat.svg": true, "GET /robots.txt": true, "GET /opensearch.xml": true, "GET /manifest.webmanifest": true,
	"GET /viestit/{token}": true, "POST /viestit/{token}": true, "GET /yhteyshenkilo/{token}": true, "POST /yhteyshenkilo/{token}": true, "GET /kutsut/{token}": true, "POST /kutsut/{token}": true,
	"GET /palaute": true, "POST /palaute": true, "GET /palaute/kiitos": true,
	"GET /sitemap.xml": true, "GET /sitemap-{n}.xml": true, "GET /favicon.ico": true,
	"GET /api/v1/openapi-3.0.json": true, "GET /api/v1/openapi-3.0.yaml": true,
}

// TestEveryRouteForEveryRole walks the routes as everyone who may come.
func TestEveryRouteForEveryRole(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	err := chi.Walk(p.site.Routes(), func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		name := method + " " + route
		if public[name] {
			return nil
		}
		who, listed := allowed[name]
		if !listed {
			t.Errorf("%s stands neither in public nor in allowed", name)
			return nil
		}
		path := strings.NewReplacer("{id}", "1", "{other}", "2", "{step}", "tarve", "{request}", "1", "{author}", "1", "{invitation}", "1", "{account}", "1").Replace(route)
		for _, person := range people() {
			p.enter(name, method, path, person, person != "visitor" && (who == "signed in" || strings.Contains(who, person)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// enter tries a route: who may not enter is sent to sign in or told that it is
// not open; who may gets any other answer than those, and never a failure.
func (p *portal) enter(name, method, path, person string, may bool) {
	p.t.Helper()
	if path == "/oma/ulos-kaikkialta" && may {
		return // would end the sessions of this test
	}
	var form url.Values
	if method == "POST" {
		form = url.Values{}
	}
	w := p.as(person, path, form)
	out := w.Code == http.StatusForbidden || strings.HasPrefix(w.Header().Get("Location"), "/kirjaudu")
	if out == may || w.Code >= http.StatusInternalServerError {
		p.t.Errorf("%s as %s: %d %s, may enter %t", name, person, w.Code, w.Header().Get("Location"), may)
	}
}

func TestFormsOfOtherSitesAreRefused(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	r := httptest.NewRequest("POST", "/kirjaudu/ulos", nil)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden {
		t.Errorf("status %d, want 403", w.Code)
	}
}

func TestPublicPagesAreKeptAndRevalidated(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	first := p.as("visitor", "/tilastot", nil)
	tag := first.Header().Get("ETag")
	if tag == "" || first.Code != http.StatusOK {
		t.Fatalf("%d, ETag %q", first.Code, tag)
	}
	r := httptest.NewRequest("GET", "/tilastot", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("again: %d with %d bytes, want 304", w.Code, w.Body.Len())
	}
	if got := p.as("member", "/tilastot", nil).Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("a signed-in page has Cache-Control %q", got)
	}
}
