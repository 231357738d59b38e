package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"text/tabwriter"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// The last evening of a campaign, ten times as fast: so many acts are told and
// sent within a minute, by so many people, while others read lists.
const (
	burstSpan   = time.Minute
	burstPeople = 100
	readPace    = 20 * time.Millisecond // from one reader to the next
	quietSpan   = 20 * time.Second
	burstLimit  = 10 * time.Minute
)

// What the burst is to reach.
const (
	sendAim  = time.Second // p99 of every request of who sends
	listFold = 2           // list pages against the quiet before
)

// runBurst measures what so many submissions take, and what readers notice.
func runBurst(ctx context.Context, count int) error {
	dir, err := os.MkdirTemp("", "tori-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "acts.jsonl")
	if _, err := writeCorpus(file, acts); err != nil {
		return fmt.Errorf("synthetic acts: %w", err)
	}
	p, err := fillPortal(ctx, dir, file)
	if err != nil {
		return err
	}
	if err := people(ctx, p.url); err != nil {
		return fmt.Errorf("people: %w", err)
	}
	if err := analyze(ctx, p.url); err != nil {
		return err
	}
	if err := p.serve(ctx, dir); err != nil {
		return err
	}
	defer p.stop()
	return p.burst(ctx, os.Stdout, count)
}

// people makes members, with the password of the programme team.
func people(ctx context.Context, database string) error {
	db, err := postgres.Open(ctx, database)
	if err != nil {
		return err
	}
	defer db.Close()
	return postgres.Exec(ctx, db, `
		INSERT INTO account (email, name, password_hash, language, confirmed_at)
		SELECT 'lahettaja' || n || '@kunta.example', 'Lähettäjä ' || n, a.password_hash, 'fi', now()
		FROM account a, generate_series(1, $2::integer) n WHERE a.email = $1`, teamEmail, burstPeople)
}

func (p *portal) burst(ctx context.Context, w io.Writer, count int) error {
	lists, err := p.lists(ctx)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same order each time
	random.Shuffle(len(lists), func(i, j int) { lists[i], lists[j] = lists[j], lists[i] })
	cookies := make([]string, burstPeople)
	for i := range cookies {
		if cookies[i], err = p.signIn(ctx, fmt.Sprintf("lahettaja%d@kunta.example", i+1)); err != nil {
			return err
		}
	}
	r := &readers{portal: p, path: inTurn(lists)}
	if _, err := r.read(ctx, time.Second); err != nil {
		return err
	}
	quiet, err := r.read(ctx, quietSpan)
	if err != nil {
		return err
	}
	var during []time.Duration
	var readFailure error
	var reading sync.WaitGroup
	reading.Go(func() { during, readFailure = r.read(ctx, burstSpan) })
	sent, failure := p.sendAll(ctx, count, cookies)
	reading.Wait()
	if err := errors.Join(failure, readFailure); err != nil {
		return err
	}
	reportBurst(w, count, sent, quiet, during)
	return nil
}

// readers open a list page each, at a steady pace whatever the answers take.
type readers struct {
	portal *portal
	path   func(int) string
	n      int
}

func (r *readers) read(ctx context.Context, span time.Duration) ([]time.Duration, error) {
	var mu sync.Mutex
	var all []time.Duration
	var failure error
	var group sync.WaitGroup
	tick := time.NewTicker(readPace)
	defer tick.Stop()
	for end := time.Now().Add(span); time.Now().Before(end) && ctx.Err() == nil; <-tick.C {
		path := r.path(r.n)
		r.n++
		group.Go(func() {
			took, _, err := request(ctx, http.MethodGet, "http://"+r.portal.addr+path, "", nil)
			mu.Lock()
			defer mu.Unlock()
			all = append(all, took.took)
			if err == nil && took.status != http.StatusOK {
				err = fmt.Errorf("%s: status %d", path, took.status)
			}
			if err != nil {
				failure = err
			}
		})
	}
	group.Wait()
	slices.Sort(all)
	return all, failure
}

// sendAll has all acts told within the span, one person after the other
// beginning, and is how long each request took, by what it asks.
func (p *portal) sendAll(ctx context.Context, count int, cookies []string) (map[string][]time.Duration, error) {
	var mu sync.Mutex
	all := map[string][]time.Duration{}
	var failure error
	var group sync.WaitGroup
	tick := time.NewTicker(burstSpan / time.Duration(count))
	defer tick.Stop()
	for n := range count {
		group.Go(func() {
			t := &telling{portal: p, cookie: cookies[n%len(cookies)], number: n}
			err := t.tell(ctx)
			mu.Lock()
			defer mu.Unlock()
			for what, times := range t.took {
				all[what] = append(all[what], times...)
			}
			if err != nil {
				failure = fmt.Errorf("act %d: %w", n, err)
			}
		})
		<-tick.C
	}
	group.Wait()
	return all, failure
}

func reportBurst(w io.Writer, count int, sent map[string][]time.Duration, quiet, during []time.Duration) {
	fmt.Fprintf(w, "\n%d acts told and sent within %v, beside %.0f list pages a second.\n\n", count, burstSpan, float64(time.Second)/float64(readPace))
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "what\trequests\tp50 ms\tp99 ms\taim\t\t")
	for _, what := range tellings {
		times := sent[what]
		slices.Sort(times)
		fmt.Fprintf(out, "%s\t%d\t%.1f\t%.1f\tp99 ≤ %.0f\t%s\t\n", what, len(times), ms(at(times, 50)), ms(at(times, 99)), ms(sendAim), met(at(times, 99) <= sendAim))
	}
	fmt.Fprintf(out, "list pages, quiet\t%d\t%.1f\t%.1f\t\t\t\n", len(quiet), ms(at(quiet, 50)), ms(at(quiet, 99)))
	fmt.Fprintf(out, "list pages, during\t%d\t%.1f\t%.1f\t≤ %d × quiet\t%s\t\n", len(during), ms(at(during, 50)), ms(at(during, 99)), listFold,
		met(at(during, 50) <= listFold*at(quiet, 50) && at(during, 99) <= listFold*at(quiet, 99)))
	_ = out.Flush() // it goes to the terminal
}

// at is the time that so many of a hundred stay below.
func at(sorted []time.Duration, percent int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)*percent/100]
}

// A taken is what an answer was and took.
type taken struct {
	status int
	took   time.Duration
	header http.Header
}

// request asks for a page over connections that are kept.
func request(ctx context.Context, method, address, cookie string, form url.Values) (taken, string, error) {
	var body io.Reader
	if form != nil {
		body = formReader(form)
	}
	req, err := http.NewRequestWithContext(ctx, method, address, body)
	if err != nil {
		return taken{}, "", err
	}
	req.Header.Set("Cookie", cookie)
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	begin := time.Now()
	resp, err := kept.RoundTrip(req)
	if err != nil {
		return taken{}, "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return taken{resp.StatusCode, time.Since(begin), resp.Header}, string(text), err
}
