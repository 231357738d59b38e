package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/web"
)

// The metrics have the names that the README's readers watch, labels of our
// own words only, however strangers ask, and no trace of persons or searches.
func TestMetricsAreBoundedAndOfNobody(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.published(1, func(*act.Content) {})
	registry := prometheus.NewRegistry()
	p.site.Metrics = web.NewMetrics(registry)
	p.handler = p.site.Handler()
	known := map[string]bool{"none": true}
	for _, method := range []string{"GET", "POST"} {
		for _, route := range p.routesOf(method) {
			known[route] = true
		}
	}
	for n := range 50 {
		secret := fmt.Sprintf("salaisuus%d", n)
		for _, path := range []string{
			"/" + secret, "/katso/" + secret, "/tekojen-tori?haku=" + secret, "/" + secret + "/" + secret, "/moderointi/teot/" + secret, "/api/v1/" + secret,
			"/kirjaudu/linkki/" + secret, "/liitteet/1/" + secret, "/sv/" + secret, "/assets/" + secret,
		} {
			for _, method := range []string{"GET", "POST", "SALAISUUS" + fmt.Sprint(n)} {
				p.handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(method, path, nil))
			}
		}
	}
	p.as("member", "/katso/"+a.Slug, nil)
	p.as("visitor", "/kirjaudu/linkki", url.Values{"email": {"salaisuus@kunta.example"}})
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	names, series := map[string]bool{}, 0
	for _, family := range families {
		names[family.GetName()] = true
		for _, m := range family.GetMetric() {
			series++
			for _, l := range m.GetLabel() {
				route := strings.TrimSuffix(l.GetValue(), "/*")
				if strings.Contains(strings.ToLower(l.GetValue()), "salaisuus") || strings.Contains(l.GetValue(), a.Slug) {
					t.Errorf("%s has %s=%q", family.GetName(), l.GetName(), l.GetValue())
				}
				if l.GetName() == "route" && !known[l.GetValue()] && route != "" && route != "/assets" {
					t.Errorf("%s knows the route %q", family.GetName(), l.GetValue())
				}
			}
		}
	}
	for _, name := range []string{"tori_http_requests_total", "tori_http_request_seconds", "tori_http_requests_open", "tori_page_cache_total"} {
		if !names[name] {
			t.Errorf("there is no %s", name)
		}
	}
	if series > 200 {
		t.Errorf("%d series of 1,500 strange requests", series)
	}
	if w := p.as("visitor", "/metrics", nil); w.Code != http.StatusNotFound {
		t.Errorf("the site itself shows /metrics: %d", w.Code)
	}
}
