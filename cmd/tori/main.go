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
	"tekojentori.fi/tori/internal/attachment/wording"
)

func main() {
	wording.Child() // a process for a document of strangers
	ctx, stop := interruptible()
	defer stop()
	if err := rootCommand().ExecuteContext(ctx); err != nil {
		if !errors.Is(err, context.Canceled) {
			fmt.Fprintln(os.Stderr, "tori:", err)
		}
		stop()
		os.Exit(1) //nolint:gocritic // the deferred stop would only give signals back, and has been called
	}
}

// errTerminated is the cause of a context that SIGTERM ended: by whoever runs
// the service, not by somebody at the terminal.
var errTerminated = errors.New("terminated")

// interruptible is a context that the first signal ends. A second one ends the
// program at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		s := <-signals
		signal.Stop(signals)
		cause := context.Canceled
		if s == syscall.SIGTERM {
			cause = errTerminated
		}
		cancel(cause)
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "tori",
		Short:         "Tekojen tori, the marketplace of development acts",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(serveCommand(), migrateCommand(), importCommand(), exportCommand(), mapCommand(), reindexCommand(), demoCommand(), accountCommand(peopleOf), versionCommand())
	root.AddCommand(backupCommand(), restoreCommand(), replayCommand())
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
