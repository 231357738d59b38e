package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// A writer writes an act of their own, signed in, and what they type is kept
// by itself: a sentence longer each time, for the version that the answer
// before told of.
type writer struct {
	portal  *portal
	cookie  string
	path    string // of the step, "/ilmoita-teko/7/tarve"
	version int
	base    string
	typed   int
}

var (
	baseField = regexp.MustCompile(`name="base" value="([^"]*)"`)
	typing    = "Puhelimeen vastataan vuorotellen, mutta kukaan ei tiedä, kenen vuoro on. "
)

// mostTyped is how many sentences a writer writes before beginning anew.
const mostTyped = 30

// writers is so many people, each with a draft.
func (p *portal) writers(ctx context.Context, count int) ([]*writer, error) {
	if err := people(ctx, p.url); err != nil {
		return nil, fmt.Errorf("people: %w", err)
	}
	all := make([]*writer, count)
	for i := range all {
		cookie, err := p.signIn(ctx, fmt.Sprintf("lahettaja%d@kunta.example", i+1))
		if err != nil {
			return nil, err
		}
		all[i] = &writer{portal: p, cookie: cookie}
		if err := all[i].begin(ctx); err != nil {
			return nil, fmt.Errorf("begin a draft: %w", err)
		}
	}
	return all, nil
}

// begin keeps the first step of a new act, and opens the second.
func (w *writer) begin(ctx context.Context) error {
	key := make([]byte, 16)
	_, _ = rand.Read(key) // never fails
	w.path = "/ilmoita-teko"
	if status, err := w.send(ctx, url.Values{"form_key": {hex.EncodeToString(key)}, "organization": {"Limingan kunta"}, "unit": {"Virasto"}}); err != nil || status != http.StatusOK {
		return fmt.Errorf("status %d: %w", status, err)
	}
	w.path = w.path[:strings.LastIndex(w.path, "/")] + "/tarve"
	_, body, err := request(ctx, http.MethodGet, "http://"+w.portal.addr+w.path, w.cookie, nil)
	version, base := versionField.FindStringSubmatch(body), baseField.FindStringSubmatch(body)
	if err != nil || version == nil || base == nil {
		return fmt.Errorf("%s has no version: %w", w.path, err)
	}
	w.base = base[1]
	w.version, err = strconv.Atoi(version[1])
	return err
}

// keep is the status of the next autosave.
func (w *writer) keep(ctx context.Context) (int, error) {
	w.typed = w.typed%mostTyped + 1
	return w.send(ctx, url.Values{
		"version": {strconv.Itoa(w.version)}, "base": {w.base}, "title": {"Puheluihin vastataan vuorolla"}, "need": {strings.Repeat(typing, w.typed)},
		"sectors": {"whole-organisation"}, "themes": {"workload-and-wellbeing"}, "language": {"fi"},
	})
}

// send posts what the script of the form posts, and takes in what it learns.
func (w *writer) send(ctx context.Context, form url.Values) (int, error) {
	got, body, err := request(ctx, http.MethodPost, "http://"+w.portal.addr+w.path+"/tallennus", w.cookie, form)
	if err != nil || got.status != http.StatusOK {
		return got.status, err
	}
	told := struct {
		Version    int
		Base, Path string
	}{Path: w.path}
	if err := json.Unmarshal([]byte(body), &told); err != nil {
		return got.status, err
	}
	if told.Version <= w.version {
		return got.status, fmt.Errorf("%s: nothing was kept: version %d after %d", w.path, told.Version, w.version)
	}
	w.version, w.base, w.path = told.Version, told.Base, told.Path
	return got.status, nil
}
