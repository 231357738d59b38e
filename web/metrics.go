package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/prometheus/client_golang/prometheus"
)

// Metrics counts the requests: by the pattern of the route, never by the
// address itself, so that no person and no search shows.
type Metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	open     prometheus.Gauge
	cache    *prometheus.CounterVec
}

// NewMetrics is the metrics of one site, told to a registry.
func NewMetrics(to prometheus.Registerer) *Metrics {
	labels := []string{"route", "method", "status"}
	m := &Metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tori_http_requests_total", Help: "Requests answered, by route, method and class of status.",
		}, labels),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "tori_http_request_seconds", Help: "How long requests took, by route.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route"}),
		open: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "tori_http_requests_open", Help: "Requests that are being answered.",
		}),
		cache: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tori_page_cache_total", Help: "Public pages by where they came from: kept, made, or a copy while the database was away.",
		}, []string{"from"}),
	}
	to.MustRegister(m.requests, m.seconds, m.open, m.cache)
	return m
}

// began notes a request, and returns when that was; ended, when it has been
// answered, with its status.
func (m *Metrics) began() time.Time {
	if m == nil {
		return time.Time{}
	}
	m.open.Inc()
	return time.Now()
}

func (m *Metrics) ended(route, method string, status int, took time.Duration) {
	if m == nil {
		return
	}
	m.open.Dec()
	m.requests.WithLabelValues(route, methodOf(method), strconv.Itoa(status/100)+"xx").Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// routeOf is the pattern of the route that a request took.
func routeOf(r *http.Request) string {
	if c := chi.RouteContext(r.Context()); c != nil && c.RoutePattern() != "" {
		return c.RoutePattern()
	}
	return "none"
}

// methodOf keeps invented methods from making metrics without end.
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
		return method
	}
	return "other"
}

// page notes where a public page came from.
func (m *Metrics) page(from string) {
	if m != nil {
		m.cache.WithLabelValues(from).Inc()
	}
}
