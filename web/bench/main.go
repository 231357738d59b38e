// Bench measures the pages at 10,000 acts, or -acts, beside nginx that serves the very
// bytes of one of them, in one run on one machine:
//
//	make bench
//
// With -large it measures exports and figures of so many acts instead, with
// -burst so many submissions at once and what readers notice of them.
//
// It needs the server of TEST_DATABASE_URL, which withpg starts, and Go, since
// it builds the portal. It speaks to 127.0.0.1 alone.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

// acts is how many acts the pages are measured with: the aims are for as many
// as there are unless the flag says otherwise.
var acts = 10_000

// The pace of the bench: it ends in two minutes and a half.
const (
	limit  = 150 * time.Second
	warmUp = 300 * time.Millisecond
	span   = 2500 * time.Millisecond // of each measurement
	many   = 32                      // clients, beside the measurement with one
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	large := flag.Int("large", 0, "measure exports and figures of so many `acts`")
	sent := flag.Int("burst", 0, "measure so many `submissions` within a minute")
	flag.IntVar(&acts, "acts", acts, "measure the pages with so many `acts`")
	flag.Parse()
	most := limit + time.Minute + time.Duration(acts/10_000-1)*time.Minute // the build of the portal comes on top, and a long import
	if *large > 0 {
		most = largeLimit
	} else if *sent > 0 {
		most = burstLimit
	}
	ctx, cancel := context.WithTimeout(ctx, most)
	err := runOrServe(ctx, *large, *sent)
	cancel()
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func runOrServe(ctx context.Context, large, sent int) error {
	if large > 0 {
		return runLarge(ctx, large)
	}
	if sent > 0 {
		return runBurst(ctx, sent)
	}
	if addr := os.Getenv(plainAddr); addr != "" {
		return servePlain(ctx, addr, os.Getenv(plainFrom))
	}
	return run(ctx)
}

func run(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "tori-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "acts.jsonl")
	words, err := writeCorpus(file, acts)
	if err != nil {
		return fmt.Errorf("synthetic acts: %w", err)
	}
	p, err := startPortal(ctx, dir, file)
	if err != nil {
		return err
	}
	defer p.stop()
	targets, err := p.targets(ctx, words)
	if err != nil {
		return err
	}
	plain, stopPlain, err := startPlain(ctx, p.addr)
	if err != nil {
		return fmt.Errorf("net/http alone: %w", err)
	}
	defer stopPlain()
	targets = append([]target{plain}, targets...)
	n, err := startNginx(ctx, dir, p.addr)
	if err != nil {
		say("nginx is left out: %v", err)
	} else {
		defer n.stop()
		targets = append([]target{n.target}, targets...)
	}
	var rows []row
	for _, t := range targets {
		for _, clients := range []int{1, many} {
			r, err := measure(ctx, t, clients)
			if err != nil {
				return err
			}
			rows = append(rows, r)
		}
	}
	report(os.Stdout, rows, p)
	return nil
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }
