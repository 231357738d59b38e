// Tori is the portal: it serves the pages, and does what an operator does from
// the command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // days are Finnish days on every machine

	"github.com/spf13/cobra"

	"tekojentori.fi/tori/internal/account"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := rootCommand().ExecuteContext(ctx); err != nil {
		if !errors.Is(err, context.Canceled) {
			fmt.Fprintln(os.Stderr, "tori:", err)
		}
		stop()
		os.Exit(1) //nolint:gocritic // stop has been called
	}
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "tori",
		Short:         "Tekojen tori, the marketplace of development acts",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(serveCommand(), migrateCommand(), importCommand(), exportCommand(), mapCommand(), reindexCommand(), demoCommand(), accountCommand(peopleOf), versionCommand())
	return root
}

// peopleOf opens the portal for the commands on people.
func peopleOf(ctx context.Context) (*account.Service, func(), error) {
	p, err := openPortal(ctx)
	if err != nil {
		return nil, nil, err
	}
	return p.accounts, p.close, nil
}
