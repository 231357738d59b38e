package redirect

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/address"
	"tekojentori.fi/tori/internal/personal"
)

const (
	missedAtATime = 500   // different addresses between two writings, and as many of scripts
	missedADay    = 1_000 // different addresses that are kept of a day
	shownMissed   = 200   // addresses in the report
	reported      = 90 * 24 * time.Hour
)

// Miss counts an address that leads nowhere, unless it is noise: what only
// programs ask for, or what may tell of a person. Nothing is kept of who asked.
func (s *Service) Miss(old, agent string) {
	keys := address.Keys(old)
	key := keys[len(keys)-1]
	switch {
	case personal.Robot(agent) || personal.Looks(old) || noise(key):
	case script(key):
		s.scripts.Add(keys[0])
	default:
		s.missed.Add(key)
	}
}

// script reports whether an address is of a program of a website. Scanners try
// those most of all, but some old pages were made by one: it is kept if an old
// address of the same program is known.
func script(key string) bool {
	switch path.Ext(key) {
	case ".php", ".asp", ".aspx", ".jsp", ".cgi":
		return true
	}
	return false
}

// noise reports whether an address is of those that scanners try everywhere.
func noise(key string) bool {
	if len(key) < 2 || len(key) > 200 || strings.Contains(key, "/.") || strings.Contains(key, "..") {
		return true
	}
	switch path.Ext(key) {
	case ".env", ".js", ".css", ".map", ".png", ".jpg", ".gif", ".ico", ".xml", ".txt", ".json", ".yml", ".yaml",
		".sql", ".zip", ".gz", ".tar", ".bak", ".ini", ".log", ".woff", ".woff2":
		return true
	}
	for _, word := range []string{"wp-", "cgi-bin", "phpmyadmin", "admin", "xmlrpc", "vendor/", "actuator", "graphql", "<", ">", "%00", "select-"} {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// A Missed is an address that people ask for in vain.
type Missed struct {
	Key  string
	Hits int
	Last time.Time // day
}

// Missed is the addresses that people asked for in vain in the last 90 days,
// the most asked for first.
func (s *Service) Missed(ctx context.Context) ([]Missed, error) {
	missed, err := repository{s.db}.missed(ctx, s.now().Add(-reported), shownMissed)
	if err != nil {
		return nil, fmt.Errorf("list missed addresses: %w", err)
	}
	return missed, nil
}

// Flush writes down what has been counted.
func (s *Service) Flush(ctx context.Context) error {
	r := repository{s.db}
	if err := errors.Join(
		r.count(ctx, s.now(), s.missed.Take(), missedADay, false),
		r.count(ctx, s.now(), s.scripts.Take(), missedADay, true),
	); err != nil {
		return fmt.Errorf("count missed addresses: %w", err)
	}
	return nil
}

// Sweep deletes the counts that are older than 13 months.
func (s *Service) Sweep(ctx context.Context) error {
	if err := (repository{s.db}).sweep(ctx, s.now().AddDate(0, -13, 0)); err != nil {
		return fmt.Errorf("sweep missed addresses: %w", err)
	}
	return nil
}
