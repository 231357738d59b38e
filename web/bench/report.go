package main

import (
	"fmt"
	"io"
	"runtime"
	"text/tabwriter"
	"time"
)

// maxMemory is what the portal may hold under load, in MB.
const maxMemory = 150

// report prints everything side by side, and what misses its aim.
func report(w io.Writer, rows []row, p *portal) {
	fmt.Fprintf(w, "\n%d acts, %d cores; CPU is that of the server and its database, not of the clients.\n", acts, runtime.NumCPU())
	fmt.Fprintf(w, "Import: %.1f s, at most %d MB of memory (aims: 60 s, 300 MB).\n\n", p.importTime.Seconds(), p.importPeak>>20)
	table(w, rows)
	now, peak := memory(p.process.Pid)
	fmt.Fprintf(w, "\nMemory of the portal: %d MB now, %d MB at the most under load (aim: %d MB) %s\n", now, peak, maxMemory, met(peak <= maxMemory))
}

// table prints the measurements, one a line.
func table(w io.Writer, rows []row) {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "page\tclients\trequests/s\t× nginx\tp50 ms\tp99 ms\tCPU ms\taim\t\t")
	static := map[int]float64{}
	for _, r := range rows {
		if r.target.static {
			static[r.clients] = r.perSecond
		}
	}
	for _, r := range rows {
		ratio := "–"
		if s := static[r.clients]; s > 0 {
			ratio = fmt.Sprintf("%.2f", r.perSecond/s)
		}
		aim, verdict := r.aim(static[r.clients])
		fmt.Fprintf(out, "%s\t%d\t%.0f\t%s\t%.2f\t%.2f\t%.3f\t%s\t%s\t\n", r.target.name, r.clients, r.perSecond, ratio, ms(r.p50), ms(r.p99), ms(r.cpu), aim, verdict)
	}
	_ = out.Flush() // it goes to the terminal
}

// aim is what the measurement was to reach, and whether it did.
func (r row) aim(static float64) (aim, verdict string) {
	switch {
	case r.bad > 0:
		return "only 200", fmt.Sprintf("%d other answers", r.bad)
	case r.target.most > 0:
		return fmt.Sprintf("≤ %.0f ms CPU", r.target.most), met(ms(r.cpu) <= r.target.most)
	case r.target.share > 0 && static > 0:
		return fmt.Sprintf("≥ %.1f × nginx", r.target.share), met(r.perSecond >= r.target.share*static)
	}
	return "", ""
}

func met(is bool) string {
	if is {
		return "met"
	}
	return "MISSED"
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
