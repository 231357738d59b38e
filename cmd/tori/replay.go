package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/postgres"
)

func replayCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "replay",
		Short:   "Play the log of every act back and compare",
		Long:    "Play the moves of every act back and compare what comes of them with its status. It changes nothing, and fails\nwhen they differ.",
		Example: "  tori replay",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := openPortal(cmd.Context(), postgres.StatementTimeout(0))
			if err != nil {
				return err
			}
			defer p.close()
			n, odd, err := p.acts.Replay(cmd.Context())
			if err != nil {
				return err
			}
			for _, o := range odd {
				fmt.Fprintf(cmd.OutOrStdout(), "%v is %s, its moves give %s, broken %t\n", o.ID, o.Status, o.Played, o.Broken)
			}
			if len(odd) > 0 {
				return fmt.Errorf("%d of %d acts are not what their moves give", len(odd), n)
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d acts are what their moves give\n", n)
			return nil
		},
	}
}
