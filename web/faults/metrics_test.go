package faults

import (
	"net/http"
	"strings"
	"testing"
)

// testMetrics reads the metrics where METRICS_ADDR says, with what operators
// watch in them; the site itself shows none.
func (p *portal) testMetrics(t *testing.T, addr string) {
	const kept = `tori_page_cache_total{from="kept"} `
	r := get("http://" + addr + "/metrics")
	for n := 0; n < 50 && !strings.Contains(r.body, kept); n++ { // what is made while jobs still change the site is not kept long
		get(p.url + "/tekojen-tori?haku=mittari")
		get(p.url + "/tekojen-tori?haku=mittari")
		r = get("http://" + addr + "/metrics")
	}
	if r.status != http.StatusOK {
		t.Fatalf("metrics: %d", r.status)
	}
	for _, line := range []string{
		`tori_http_requests_total{method="GET",route="/tekojen-tori",status="2xx"} `, kept, `tori_page_cache_total{from="made"} `,
		"tori_database_up 1", "tori_database_connections_open ", "tori_outbox_waiting ", "go_goroutines ", "process_resident_memory_bytes ",
	} {
		if !strings.Contains(r.body, "\n"+line) {
			t.Errorf("the metrics lack %q", line)
		}
	}
	if strings.Contains(r.body, "mittari") {
		t.Error("the metrics tell what was searched for")
	}
	if got := get(p.url + "/metrics").status; got != http.StatusNotFound {
		t.Errorf("the site shows /metrics: %d", got)
	}
}
