// Withpg runs a command, such as go test ./..., with one throw-away PostgreSQL
// for the whole run:
//
//	go run ./internal/postgres/pgtest/withpg go test ./...
//
// The cluster is removed when the command ends, and kept when it fails. With
// -dir it runs the command on a cluster that was kept.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"tekojentori.fi/tori/internal/embedpg"
	"tekojentori.fi/tori/internal/postgres/pgtest"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stderr))
}

// run is the exit status of the command, or 2 when it could not be run.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("withpg", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "", "run on the cluster in this `folder` and leave it there")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "usage: withpg [-dir folder] command [argument ...]")
		return 2
	}
	if os.Getenv(pgtest.URLVar) != "" && *dir == "" {
		status, _ := execute(flags.Args(), os.Environ(), stderr)
		return status
	}
	cluster, err := start(ctx, *dir)
	if err != nil {
		fmt.Fprintln(stderr, "withpg:", err)
		return 2
	}
	env := append(os.Environ(), pgtest.URLVar+"="+cluster.URL(), pgtest.DirVar+"="+cluster.Dir())
	status, interrupted := execute(flags.Args(), env, stderr)
	finish(cluster, *dir != "" || (status != 0 && !interrupted), stderr)
	return status
}

func start(ctx context.Context, dir string) (*embedpg.Server, error) {
	if dir != "" {
		return pgtest.StartClusterIn(ctx, dir)
	}
	return pgtest.StartCluster(ctx)
}

// finish stops the cluster, and removes it unless it is to be kept.
func finish(cluster *embedpg.Server, keep bool, stderr io.Writer) {
	if keep {
		cluster.Stop()
		fmt.Fprintln(stderr, "withpg: the test cluster is kept in", cluster.Dir())
		return
	}
	if err := cluster.Remove(); err != nil {
		fmt.Fprintln(stderr, "withpg:", err)
	}
}

// execute runs the command, passes signals on to it, and is its exit status
// and whether a signal came.
func execute(command, env []string, stderr io.Writer) (status int, interrupted bool) {
	cmd := exec.Command(command[0], command[1:]...) // ends by the signals that are passed on
	cmd.Env = env
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	if err := cmd.Start(); err != nil {
		fmt.Fprintln(stderr, "withpg:", err)
		return 127, false
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			interrupted = true
			_ = cmd.Process.Signal(s) // it may have ended already
		case err := <-ended:
			return exitStatus(err), interrupted
		}
	}
}

// exitStatus is the exit status as a shell gives it.
func exitStatus(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case !errors.As(err, &exit):
		return 2
	}
	if w, ok := exit.Sys().(syscall.WaitStatus); ok && w.Signaled() {
		return 128 + int(w.Signal())
	}
	return exit.ExitCode()
}
