package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"
)

// The portal's own aims, in CPU ms a request and in parts of nginx.
const (
	pageAim   = 2
	searchAim = 5
	statsAim  = 3
	queueAim  = 3
	saveAim   = 10
	cachedAim = 0.5
)

// targets is the pages that are measured. Those that must not come from the
// cache have a fresh address each time.
func (p *portal) targets(ctx context.Context, words []string) ([]target, error) {
	lists, err := p.lists(ctx)
	if err != nil {
		return nil, fmt.Errorf("addresses of lists: %w", err)
	}
	slugs, err := p.slugs(ctx)
	if err != nil {
		return nil, fmt.Errorf("addresses of acts: %w", err)
	}
	cookie, err := p.signIn(ctx, teamEmail)
	if err != nil {
		return nil, err
	}
	writers, err := p.writers(ctx, many)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same order each time
	random.Shuffle(len(lists), func(i, j int) { lists[i], lists[j] = lists[j], lists[i] })
	random.Shuffle(len(slugs), func(i, j int) { slugs[i], slugs[j] = slugs[j], slugs[i] })
	search := func(n int) string {
		q := words[n*7919%len(words)]
		if n%3 > 0 { // two words in most searches
			q += " " + words[(n*104729+n/len(words))%len(words)]
		}
		return "/tekojen-tori?haku=" + url.QueryEscape(q) + "&kierros=" + strconv.Itoa(n)
	}
	targets := []target{
		{name: "list page, cached", path: always("/tekojen-tori"), share: cachedAim},
		{name: "list page, uncached", path: inTurn(lists), most: pageAim},
		{name: "act page, uncached", path: inTurn(slugs), most: pageAim},
		{name: "search, uncached", path: search, most: searchAim},
		{name: "statistics, uncached", path: periods, most: statsAim},
		{name: "queue of 5,000", path: queued, most: queueAim, cookie: cookie},
		{name: "cross table", path: inTurn(tables()), most: statsAim, cookie: cookie},
		{name: "autosave", writers: writers, most: saveAim},
	}
	for i := range targets {
		targets[i].addr, targets[i].processes, targets[i].asked = p.addr, []int{p.process.Pid, p.postmaster}, new(atomic.Int64)
	}
	return targets, nil
}

// periods is the statistics of days that nobody has asked for before.
func periods(n int) string {
	first := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	return "/tilastot?alkaen=" + first.Format(time.DateOnly) + "&asti=" + first.AddDate(4, n/4000, 0).Format(time.DateOnly)
}

func always(path string) func(int) string { return func(int) string { return path } }

// inTurn goes through the paths; a second round has another address too.
func inTurn(paths []string) func(int) string {
	return func(n int) string {
		path, round := paths[n%len(paths)], n/len(paths)
		if round == 0 {
			return path
		}
		u, _ := url.Parse(path) // it is one of ours
		q := u.Query()
		q.Set("kierros", strconv.Itoa(round))
		return u.Path + "?" + q.Encode()
	}
}

// found is an answer of the API.
type found struct {
	Total int `json:"total"`
	Items []struct {
		Slug string `json:"slug"`
	} `json:"items"`
	Facets map[string][]struct {
		Code  string `json:"code"`
		Count int    `json:"count"`
	} `json:"facets"`
}

// lists is every page of the list, whole and by one filter, newest and oldest
// first.
func (p *portal) lists(ctx context.Context) ([]string, error) {
	all, err := p.ask(ctx, "per_page=1")
	if err != nil {
		return nil, err
	}
	paths := pagesOf(nil, url.Values{}, all.Total)
	for facet, name := range map[string]string{"sector": "toimiala", "theme": "teema", "region": "maakunta", "year": "vuosi", "stage": "vaihe"} {
		for _, choice := range all.Facets[facet] {
			paths = pagesOf(paths, url.Values{name: {choice.Code}}, choice.Count)
		}
	}
	return paths, nil
}

func pagesOf(paths []string, filter url.Values, total int) []string {
	const perPage = 20
	for _, order := range []string{"uusimmat", "vanhimmat"} {
		for page := 1; page <= total/perPage; page++ {
			filter.Set("jarjestys", order)
			filter.Set("sivu", strconv.Itoa(page))
			paths = append(paths, "/tekojen-tori?"+filter.Encode())
		}
	}
	return paths
}

// slugs is the address of every act.
func (p *portal) slugs(ctx context.Context) ([]string, error) {
	var paths []string
	for page := 1; ; page++ {
		got, err := p.ask(ctx, "per_page=100&page="+strconv.Itoa(page))
		if err != nil {
			return nil, err
		}
		for _, item := range got.Items {
			paths = append(paths, "/katso/"+url.PathEscape(item.Slug))
		}
		if len(got.Items) == 0 || len(paths) >= got.Total {
			return paths, nil
		}
	}
}

func (p *portal) ask(ctx context.Context, query string) (found, error) {
	var f found
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.addr+"/api/v1/acts?"+query, nil)
	if err != nil {
		return f, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return f, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return f, fmt.Errorf("/api/v1/acts?%s: status %d", query, resp.StatusCode)
	}
	return f, json.NewDecoder(resp.Body).Decode(&f)
}
