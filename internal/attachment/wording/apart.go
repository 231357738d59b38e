package wording

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"
)

const (
	// order names, in the environment of a child, the media type to read.
	order = "TORI_READS_A_DOCUMENT"
	// maxTime is the longest that one document may be read.
	maxTime = 30 * time.Second
	// maxMemory is the most that reading one may take, in bytes.
	maxMemory = 256 << 20
	// maxStack is the deepest that a reader may go, in bytes.
	maxStack = 64 << 20
	// watched is how often the memory is looked at.
	watched = 20 * time.Millisecond
	// tooHeavy is the exit status of a child that takes too much.
	tooHeavy = 3
)

// Apart reads a document in a process of its own: whatever the document makes
// the reader do, this program goes on. It needs a program that calls Child
// first of all, and fails only when that cannot be started.
func Apart(ctx context.Context, mediaType string, doc io.Reader) (Text, error) {
	program, err := os.Executable()
	if err != nil {
		return Text{}, fmt.Errorf("read a document: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	var out bytes.Buffer
	child := exec.CommandContext(ctx, program) //nolint:gosec // G204: it is this very program
	child.Env = []string{order + "=" + mediaType, "GOMAXPROCS=1"}
	child.Stdin, child.Stdout = io.LimitReader(doc, maxFile+1), &out
	child.WaitDelay = time.Second
	err = child.Run()
	var ended *exec.ExitError
	switch {
	case err == nil:
		outcome, body, _ := strings.Cut(out.String(), "\n")
		return Text{Outcome(outcome), body}, nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded), errors.As(err, &ended) && ended.ExitCode() == tooHeavy:
		return Text{Outcome: Heavy}, nil
	case ctx.Err() == nil && errors.As(err, &ended): // it broke down
		return Text{Outcome: Damaged}, nil
	}
	return Text{}, fmt.Errorf("read a document: %w", errors.Join(ctx.Err(), err))
}

// Child reads the document on the standard input and ends the program, if it
// was started for that; else it does nothing.
func Child() {
	mediaType := os.Getenv(order)
	if mediaType == "" {
		return
	}
	debug.SetMaxStack(maxStack)
	go watch()
	doc, err := io.ReadAll(io.LimitReader(os.Stdin, maxFile+1))
	if err != nil {
		os.Exit(1)
	}
	text := Read(mediaType, bytes.NewReader(doc), int64(len(doc)))
	if _, err := io.WriteString(os.Stdout, string(text.Outcome)+"\n"+text.Body); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// watch ends the program when it takes too much memory.
func watch() {
	memory := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for ; ; time.Sleep(watched) {
		metrics.Read(memory)
		if memory[0].Value.Uint64()-memory[1].Value.Uint64() > maxMemory {
			os.Exit(tooHeavy)
		}
	}
}
