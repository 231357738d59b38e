package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tekojentori.fi/tori/internal/coaching"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/sheet"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/internal/workshop"
)

func importCommand() *cobra.Command {
	parent := &cobra.Command{Use: "import", Short: "Bring in files"}
	var skipBad, dryRun bool
	acts := &cobra.Command{
		Use:   "acts FILE",
		Short: "Import acts from a CSV, XLSX or JSON Lines file",
		Long: "Import acts by their ref: the same file twice changes nothing, a changed row updates.\n" +
			"One bad row stops the whole import with nothing written, unless --skip-bad is given.",
		Example: "  tori import acts teot.csv\n  tori import acts --dry-run teot.xlsx\n  tori import acts --skip-bad teot.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return importActs(cmd, args[0], skipBad, dryRun)
		},
	}
	acts.Flags().BoolVar(&skipBad, "skip-bad", false, "import the good rows and write the bad ones to FILE.rejected.csv")
	acts.Flags().BoolVar(&dryRun, "dry-run", false, "check the file and write nothing")
	coachings := registerCommand("coachings", "sparrings", coaching.Header(), func(p *portal, ctx context.Context, file io.Reader) (sheet.Report, error) {
		return p.coachings().Import(ctx, file)
	})
	workshops := registerCommand("workshops", "the interviews and workshops that have been held", workshop.Header(), func(p *portal, ctx context.Context, file io.Reader) (sheet.Report, error) {
		return p.workshops().Import(ctx, file)
	})
	parent.AddCommand(acts, coachings, workshops)
	return parent
}

func importActs(cmd *cobra.Command, file string, skipBad, dryRun bool) error {
	if _, err := os.Stat(file); err != nil {
		return err
	}
	p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer p.close()
	rejected := &rejects{path: file + ".rejected.csv", keep: skipBad && !dryRun}
	progress, finish := progressOf("Importing")
	report, err := p.transfer().Import(cmd.Context(), transfer.OnDisk(file), transfer.Options{
		SkipBad: skipBad, DryRun: dryRun, Progress: progress,
		Bad: func(b transfer.BadRow, row transfer.Row) {
			fmt.Fprintln(cmd.ErrOrStderr(), b.Error())
			rejected.add(b, row)
		},
	})
	finish()
	if err := errors.Join(err, rejected.close()); err != nil {
		if errors.Is(err, transfer.ErrBadRows) {
			return fmt.Errorf("%s: %d of %d rows are wrong: %w; mend them, or leave them out with --skip-bad", file, report.Bad, report.Rows, err)
		}
		return err
	}
	word := "imported"
	if dryRun {
		word = "checked, nothing written"
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d rows %s: %d new, %d changed, %d as before, %d rejected\n",
		file, report.Rows, word, report.Created, report.Changed, report.Unchanged, report.Bad)
	if rejected.rows > 0 {
		fmt.Fprintf(cmd.OutOrStdout(), "The rejected rows and their reasons are in %s\n", rejected.path)
	}
	return nil
}

// registerCommand brings in one register of the programme.
func registerCommand(use, what string, columns []string, read func(p *portal, ctx context.Context, file io.Reader) (sheet.Report, error)) *cobra.Command {
	return &cobra.Command{
		Use:   use + " FILE",
		Short: "Import " + what + " from a CSV file",
		Long: "Import " + what + " by their ref: the same file twice changes nothing, a changed row updates.\n" +
			"One bad row stops the whole import with nothing written. The columns: " + strings.Join(columns, ", ") + ".",
		Example: "  tori import " + use + " file.csv",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return importRegister(cmd, args[0], read) },
	}
}

func importRegister(cmd *cobra.Command, name string, read func(p *portal, ctx context.Context, file io.Reader) (sheet.Report, error)) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p, err := openPortal(cmd.Context())
	if err != nil {
		return err
	}
	defer p.close()
	report, err := read(p, cmd.Context(), bytes.NewReader(text))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, problem := range report.Problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s:%s\n", name, problem.Error())
	}
	if len(report.Problems) > 0 {
		return fmt.Errorf("%s: nothing was imported because some rows are wrong; mend them", name)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d rows imported: %d new, %d known before\n", name, report.Rows, report.Created, report.Rows-report.Created)
	return nil
}

// progressOf shows a bar on a terminal and a line now and then elsewhere.
func progressOf(what string) (func(done int), func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		said := 0
		return func(done int) {
			if done-said >= 2000 {
				said = done
				fmt.Fprintf(os.Stderr, "%s: %d rows\n", what, done)
			}
		}, func() {}
	}
	bar := progressbar.Default(-1, what)
	return func(done int) { _ = bar.Set(done) }, func() { _ = bar.Finish() }
}

// rejects writes the bad rows with their reasons.
type rejects struct {
	path string
	keep bool
	rows int
	file *os.File
	out  *csv.Writer
	err  error
}

func (r *rejects) add(b transfer.BadRow, row transfer.Row) {
	if !r.keep || r.err != nil {
		return
	}
	if r.file == nil {
		if r.file, r.err = os.Create(r.path); r.err != nil {
			return
		}
		r.out = csv.NewWriter(r.file)
		r.out.Comma = ';'
		r.err = r.out.Write(append([]string{"line", "reason"}, transfer.Header()...))
	}
	r.rows++
	if err := r.out.Write(append([]string{fmt.Sprint(b.Line), b.Column + ": " + b.What}, (&row).Cells()...)); r.err == nil {
		r.err = err
	}
}

func (r *rejects) close() error {
	if r.file == nil {
		return r.err
	}
	r.out.Flush()
	return errors.Join(r.err, r.out.Error(), r.file.Close())
}
