package web_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/web/api"
)

// open is some acts that everyone may read, and one that nobody may.
func (p *portal) open(n int) {
	p.t.Helper()
	owner, moderator, now := p.accounts["coach"], p.accounts["moderator"], time.Now()
	for i := range n + 1 {
		c := acttest.Content()
		c.Title = fmt.Sprintf("Avoin teko %d", i)
		a, err := p.site.Acts.Begin(p.t.Context(), owner, fmt.Sprintf("0198b1f2-0000-7000-8000-%012d", i+100), c)
		if err != nil {
			p.t.Fatal(err)
		}
		p.live(a.ID, func(a *act.Act) []error {
			if i == n {
				return []error{a.Submit(owner, now)}
			}
			return []error{a.Submit(owner, now), a.Take(moderator, now), a.Approve(moderator, nil, now), a.Publish(moderator, now)}
		})
	}
}

// The files of open data, the API and the list are the same acts, without a
// person in them; the tables add up to as many.
func TestOpenDataIsWhatTheListHas(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	p.open(3)
	w := p.as("visitor", "/avoin-data/teot.csv", nil)
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(w.Body.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 4 || w.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Fatalf("%d rows, %v; want a header and 3", len(rows), err)
	}
	for _, path := range []string{"/avoin-data/teot.csv", "/avoin-data/teot.json", "/avoin-data/teot.jsonl", "/avoin-data/teot.xlsx", "/avoin-data/tilastot.json"} {
		if body := p.as("visitor", path, nil).Body.String(); strings.Contains(body, "Maija Testi") || strings.Contains(body, "maija.testi@") || strings.Contains(body, "Avoin teko 3") {
			t.Errorf("%s tells of a person, or of what is not public", path)
		}
	}
	var acts []struct{ Title string }
	if err := json.Unmarshal(p.as("visitor", "/avoin-data/teot.json", nil).Body.Bytes(), &acts); err != nil || len(acts) != 3 {
		t.Errorf("%d acts in JSON, %v", len(acts), err)
	}
	var list struct{ Total int }
	if err := json.Unmarshal(p.as("visitor", "/api/v1/acts", nil).Body.Bytes(), &list); err != nil || list.Total != 3 {
		t.Errorf("%d acts in the API, %v", list.Total, err)
	}
	p.tablesAddUp(3)
}

func (p *portal) tablesAddUp(total int) {
	p.t.Helper()
	w := p.as("visitor", "/avoin-data/tilastot.csv", nil)
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(w.Body.String(), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		p.t.Fatal(err)
	}
	sum := map[string]int{}
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(row[3])
		if err != nil || row[5] == "" {
			p.t.Errorf("row %q: %v", row, err)
		}
		sum[row[0]] += n
	}
	for _, table := range []string{"acts_by_sector", "acts_by_theme", "acts_by_year", "acts_by_language"} {
		if sum[table] != total {
			p.t.Errorf("%s adds up to %d, want %d", table, sum[table], total)
		}
	}
}

func TestOpenDataIsValidatedAndDescribed(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	tag := p.as("visitor", "/avoin-data/teot.csv", nil).Header().Get("ETag")
	r := httptest.NewRequest("GET", "/avoin-data/teot.csv", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	if tag == "" || w.Code != http.StatusNotModified {
		t.Errorf("with the ETag %q: %d", tag, w.Code)
	}
	var catalogue struct {
		Datasets []struct {
			Files []struct {
				Download struct {
					ID string `json:"@id"`
				} `json:"dcat:downloadURL"`
			} `json:"dcat:distribution"`
		} `json:"dcat:dataset"`
	}
	if err := json.NewDecoder(bytes.NewReader(p.as("visitor", "/avoin-data/dcat.jsonld", nil).Body.Bytes())).Decode(&catalogue); err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, set := range catalogue.Datasets {
		for _, f := range set.Files {
			files++
			path := strings.TrimPrefix(f.Download.ID, p.site.BaseURL)
			if w := p.as("visitor", path, nil); w.Code != http.StatusOK {
				t.Errorf("the catalogue names %s: %d", f.Download.ID, w.Code)
			}
		}
	}
	if files != 12 {
		t.Errorf("%d files are described", files)
	}
	for _, path := range []string{"/avoin-data/teot.exe", "/avoin-data/tilastot.jsonl", "/avoin-data/tilastot.csv?kampanja=x"} {
		if w := p.as("visitor", path, nil); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// Each client is told how many requests are left, and no more than those are
// answered.
func TestTheAPITellsItsLimit(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	w := p.as("visitor", "/api/v1/taxonomy", nil)
	if got := w.Header().Get("X-RateLimit-Limit"); got != strconv.Itoa(api.PerMinute) {
		t.Errorf("X-RateLimit-Limit %q", got)
	}
	limited := api.Limited(1)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for _, want := range []int{http.StatusOK, http.StatusTooManyRequests} {
		w := httptest.NewRecorder()
		limited.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if w.Code != want || want == http.StatusTooManyRequests && (w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != "application/problem+json") {
			t.Errorf("%d %v, want %d", w.Code, w.Header(), want)
		}
	}
}
