package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/postgres"
)

func reindexCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "reindex",
		Short:   "Write the search index anew",
		Long:    "Write every published act to the search index anew. Searches go on meanwhile. A running portal does so by itself\nwhen the dictionary has come, gone or changed.",
		Example: "  tori reindex",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			done := 0
			progress, finish := progressOf("Indexing")
			err = p.acts.Reindex(cmd.Context(), func(n int) { done = n; progress(n) })
			finish()
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d acts are in the index, analysed by %s\n", done, p.index.Analyzer().Version())
			return nil
		},
	}
}

// staleAtATime is how many acts one transaction puts in the index anew.
const staleAtATime = 200

// reindexStale brings the index over to this program's analysis.
func (p *portal) reindexStale(ctx context.Context) error {
	for {
		n, err := p.acts.ReindexStale(ctx, staleAtATime)
		if err != nil || n < staleAtATime {
			return err
		}
	}
}
