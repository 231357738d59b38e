package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/transfer"
)

func migrateCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "migrate",
		Short:   "Bring the schema and the reference data up to date",
		Example: "  DATABASE_URL=postgres://… tori migrate",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			fmt.Fprintln(cmd.OutOrStdout(), "The schema and the reference data are up to date.")
			return nil
		},
	}
}

func exportCommand() *cobra.Command {
	parent := &cobra.Command{Use: "export", Short: "Write files"}
	var format string
	var comma, personal bool
	acts := &cobra.Command{
		Use:     "acts FILE",
		Short:   "Write every public act to a CSV, XLSX, JSON or JSON Lines file",
		Example: "  tori export acts teot.csv\n  tori export acts teot.xlsx\n  tori export acts teot.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return exportActs(cmd, args[0], transfer.Order{Format: formatOf(args[0], format), Comma: comma, Personal: personal})
		},
	}
	acts.Flags().StringVar(&format, "format", "", "csv, xlsx, json or jsonl (default: what FILE ends in, else csv)")
	acts.Flags().BoolVar(&comma, "comma", false, "commas instead of semicolons in CSV")
	acts.Flags().BoolVar(&personal, "personal", false, "with the contacts; whoever runs this answers for it")
	parent.AddCommand(acts)
	return parent
}

// formatOf is the format that was asked for, else that of the name of a file.
func formatOf(file, asked string) transfer.Format {
	if asked != "" {
		return transfer.Format(asked)
	}
	f := transfer.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(file), ".")))
	switch {
	case f.Known():
		return f
	case f == "ndjson": // another name of the same, which import reads too
		return transfer.JSONL
	}
	return transfer.CSV
}

func exportActs(cmd *cobra.Command, file string, o transfer.Order) error {
	if !o.Format.Known() {
		return fmt.Errorf("--format %s is unknown; allowed: csv, xlsx, json, jsonl", o.Format)
	}
	p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
	if err != nil {
		return err
	}
	defer p.close()
	if o.IDs, err = p.acts.IDs(cmd.Context(), []act.Status{act.Published, act.Archived}); err != nil {
		return err
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := p.transfer().Export(cmd.Context(), out, o); err != nil {
		_ = out.Close()
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d acts\n", file, len(o.IDs))
	return out.Close()
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Tell which build this is",
		Example: "  tori version",
		Args:    cobra.NoArgs,
		Run:     func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), "tori", build()) },
	}
}

// build is the revision that the program was built from.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return "development"
}
