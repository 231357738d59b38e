package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// listenMetrics opens the address of the metrics; nil when there is none.
func (p *portal) listenMetrics() (net.Listener, error) {
	if p.config.MetricsAddr == "" {
		return nil, nil
	}
	l, err := net.Listen("tcp", p.config.MetricsAddr)
	if err != nil {
		return nil, fmt.Errorf("metrics: %w; choose another address with METRICS_ADDR", err)
	}
	return l, nil
}

func (p *portal) serveMetrics(l net.Listener) error {
	p.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	p.measurePool()
	p.measureOutbox()
	handler := promhttp.HandlerFor(p.registry, promhttp.HandlerOpts{}) // at every address
	server := &http.Server{Handler: handler, ReadHeaderTimeout: headerTimeout, WriteTimeout: writeTimeout}
	return server.Serve(l)
}

// measurePool tells how the connections to the database are used.
func (p *portal) measurePool() {
	for name, value := range map[string]func() float64{
		"open":  func() float64 { return float64(p.db.Stat().TotalConns()) },
		"busy":  func() float64 { return float64(p.db.Stat().AcquiredConns()) },
		"limit": func() float64 { return float64(p.db.Stat().MaxConns()) },
	} {
		p.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "tori_database_connections_" + name, Help: "Connections to the database: " + name + ".",
		}, value))
	}
	p.registry.MustRegister(
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "tori_database_waits_total", Help: "Times that a request waited for a connection.",
		}, func() float64 { return float64(p.db.Stat().EmptyAcquireCount()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "tori_database_up", Help: "1 while the database answers.",
		}, func() float64 {
			if _, up := p.watcher.Version(); up {
				return 1
			}
			return 0
		}))
}

// measureOutbox tells how many mails wait; -1 when the database does not say.
func (p *portal) measureOutbox() {
	p.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "tori_outbox_waiting", Help: "Mails that have not left yet; -1: unknown.",
	}, func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		n, err := p.mails.Waiting(ctx)
		if err != nil {
			return -1
		}
		return float64(n)
	}))
}
