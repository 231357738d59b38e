package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"text/tabwriter"
	"time"

	"tekojentori.fi/tori/internal/postgres"
)

// models is how many acts of the large bench are imported; the rest are
// copies of them.
const models = 5_000

// largeLimit is how long the large bench may take.
const largeLimit = time.Hour

// What the large bench is to reach.
const (
	exportAim = 150 // MB of memory, however many acts
	figureAim = 20  // CPU ms of the statistics
)

// runLarge measures exports and figures with so many acts as the portal
// promises.
func runLarge(ctx context.Context, size int) error {
	dir, err := os.MkdirTemp("", "tori-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "acts.jsonl")
	if _, err := writeCorpus(file, min(models, size)); err != nil {
		return fmt.Errorf("synthetic acts: %w", err)
	}
	p, err := fillPortal(ctx, dir, file)
	if err != nil {
		return err
	}
	if err := multiply(ctx, p.url, size); err != nil {
		return err
	}
	if err := analyze(ctx, p.url); err != nil {
		return err
	}
	var made []export
	for _, format := range []string{"csv", "json", "xlsx"} {
		x, err := p.export(ctx, dir, format)
		if err != nil {
			return err
		}
		made = append(made, x)
	}
	reportExports(os.Stdout, size, made)
	return p.figures(ctx, os.Stdout, dir, size)
}

// multiply copies the acts until there are size of them, each on days of its
// own. The copies are in no search index: it has a bench of its own.
func multiply(ctx context.Context, database string, size int) error {
	db, err := postgres.Open(ctx, database, postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer db.Close()
	most, err := postgres.Value[int64](ctx, db, "SELECT max(id) FROM act")
	if err != nil {
		return err
	}
	imported, err := postgres.Value[int](ctx, db, "SELECT count(*) FROM act")
	if err != nil {
		return err
	}
	copies := size/imported - 1
	begin := time.Now()
	for _, sql := range copying {
		if err := postgres.Exec(ctx, db, sql, most, copies); err != nil {
			return fmt.Errorf("copy the acts: %w", err)
		}
	}
	for _, sql := range reading {
		if err := postgres.Exec(ctx, db, sql); err != nil {
			return fmt.Errorf("readings: %w", err)
		}
	}
	say("%d copies of %d acts in %.0f s", copies, imported, time.Since(begin).Seconds())
	return nil
}

// copying copies what an act consists of: $1 is how far apart the copies of an
// act are, $2 how many there are.
var copying = []string{
	`INSERT INTO act (id, ref, slug, status, stage, language, title, lead, need, approach, results, lessons, organization_id, unit, locality,
	        municipality_code, submitted_at, first_published_at, site_version)
	 OVERRIDING SYSTEM VALUE
	 SELECT id + k * $1, ref || '-' || k, slug || '-' || k, status, stage, language, title, lead, need, approach, results, lessons, organization_id, unit, locality,
	        municipality_code, submitted_at - k * interval '37 minutes', first_published_at - k * interval '37 minutes', site_version
	 FROM act, generate_series(1::bigint, $2) k`,
	`INSERT INTO act_term SELECT act_id + k * $1, term_id, kind, position FROM act_term, generate_series(1::bigint, $2) k`,
	`INSERT INTO act_tag SELECT act_id + k * $1, tag_id, position FROM act_tag, generate_series(1::bigint, $2) k`,
	`INSERT INTO act_partner SELECT act_id + k * $1, organization_id, position FROM act_partner, generate_series(1::bigint, $2) k`,
	`INSERT INTO act_contact (act_id, position, name, title, email, organization, consent, visible_to)
	 SELECT act_id + k * $1, position, name, title, email, organization, consent, visible_to FROM act_contact, generate_series(1::bigint, $2) k`,
}

// reading has every tenth act read, in three months.
var reading = []string{
	`INSERT INTO page_reading (day, page, hits, changed)
	 SELECT date_trunc('month', now())::date - (x || ' months')::interval, '/katso/' || a.slug, 1 + a.id % 97, 1
	 FROM act a, generate_series(1, 3) x WHERE a.id % 10 = 0`,
	`UPDATE reading_total SET hits = (SELECT sum(hits) FROM page_reading), since = since - 100`,
}

// An export is a file of all acts, and what it took.
type export struct {
	format string
	took   time.Duration
	size   int64 // bytes
	peak   int64 // of memory, bytes
}

// export makes a file as an operator does.
func (p *portal) export(ctx context.Context, dir, format string) (export, error) {
	file := filepath.Join(dir, "acts."+format)
	defer os.Remove(file)
	cmd := exec.CommandContext(ctx, p.program, "export", "acts", "--format", format, file)
	cmd.Env, cmd.Stderr = append(slices.Clone(p.env), "TMPDIR="+dir), os.Stderr
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return export{}, fmt.Errorf("export as %s: %w", format, err)
	}
	x := export{format: format, took: time.Since(begin)}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		x.peak = usage.Maxrss * 1024
	}
	is, err := os.Stat(file)
	if err != nil {
		return export{}, err
	}
	x.size = is.Size()
	return x, nil
}

func reportExports(w io.Writer, size int, made []export) {
	fmt.Fprintf(w, "\nExports of %d acts with all columns but those of people.\n\n", size)
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "format\tseconds\tacts/s\tfile MB\tmemory MB\taim\t\t")
	for _, x := range made {
		fmt.Fprintf(out, "%s\t%.0f\t%.0f\t%d\t%d\t≤ %d\t%s\t\n", x.format, x.took.Seconds(), float64(size)/x.took.Seconds(), x.size>>20, x.peak>>20, exportAim, met(x.peak>>20 <= exportAim))
	}
	_ = out.Flush() // it goes to the terminal
}

// figures serves the portal and measures what counts.
func (p *portal) figures(ctx context.Context, w io.Writer, dir string, size int) error {
	begin := time.Now()
	if err := p.serve(ctx, dir); err != nil {
		return err
	}
	defer p.stop()
	started := time.Since(begin)
	time.Sleep(3 * time.Second) // what the start leaves behind is swept
	idle, peak := memory(p.process.Pid)
	cookie, err := p.signIn(ctx, teamEmail)
	if err != nil {
		return err
	}
	targets := []target{
		{name: "statistics", path: fresh("/tilastot"), most: figureAim},
		{name: "statistics of a period", path: periods, most: figureAim},
		{name: "cross table", path: inTurn(tables()), cookie: cookie},
		{name: "list page, uncached", path: fresh("/tekojen-tori"), most: pageAim},
	}
	var rows []row
	for _, t := range targets {
		t.addr, t.processes = p.addr, []int{p.process.Pid, p.postmaster}
		r, err := measure(ctx, t, 1)
		if err != nil {
			return err
		}
		rows = append(rows, r)
	}
	fmt.Fprintf(w, "\nThe portal of %d acts was ready in %.0f s and held %d MB then, %d MB at the most before.\n\n", size, started.Seconds(), idle, peak)
	table(w, rows)
	now, peak := memory(p.process.Pid)
	fmt.Fprintf(w, "\nMemory of the portal after that: %d MB, %d MB at the most.\n", now, peak)
	return nil
}

// fresh is a page under an address that nobody has asked for.
func fresh(path string) func(int) string {
	return func(n int) string { return path + "?kierros=" + strconv.Itoa(n) }
}
