package e2e

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// errNoBrowser is that there is no Chromium on this machine.
var errNoBrowser = errors.New("chromium is not installed: apt install chromium")

// browserParent ends with the run of the tests; TestMain sets it.
var browserParent context.Context

// opened is the browser, if a test has asked for it.
var opened context.Context

// browser starts the one browser of this run.
var browser = sync.OnceValues(func() (context.Context, error) {
	file := chromium()
	if file == "" {
		return nil, errNoBrowser
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)],
		chromedp.ExecPath(file), chromedp.UserDataDir(filepath.Join(workshop, "profile")), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("no-proxy-server", true), chromedp.Flag("hide-scrollbars", false),
		chromedp.Flag("font-render-hinting", "none"),
		// Axe is worth compiling. Scripts are compiled and swept up after where they run: the tests
		// keep both cores busy as it is, and threads that wake each other cost a sixth of a page.
		chromedp.Flag("js-flags", "--always-sparkplug,--single-threaded"),
	)
	if os.Getuid() == 0 { // Chromium has no sandbox for root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, _ := chromedp.NewExecAllocator(browserParent, options...)
	ctx, _ := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		return nil, err
	}
	opened = ctx
	return ctx, nil
})

// chromium is the path of the browser, or "". The one without windows of its
// own takes half the processor time.
func chromium() string {
	for _, name := range []string{os.Getenv("TORI_CHROMIUM"), "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"} {
		if file, err := exec.LookPath(name); name != "" && err == nil {
			return file
		}
	}
	return ""
}

// needBrowser skips the test without a browser, but fails it in CI.
func needBrowser(t *testing.T) context.Context {
	t.Helper()
	ctx, err := browser()
	switch {
	case errors.Is(err, errNoBrowser) && !inCI():
		t.Skip("skipped: ", err)
	case err != nil:
		t.Fatal(err)
	}
	return ctx
}

// closeBrowser lets the browser end by itself, and waits for it.
func closeBrowser() {
	if opened == nil {
		return
	}
	ctx, cancel := context.WithTimeout(opened, 10*time.Second)
	defer cancel()
	_ = chromedp.Cancel(ctx) // it is killed with us if it does not end
}

// left is the tabs whose readers have gone, for the next ones.
var left tabs

type tabs struct {
	mu   sync.Mutex
	free []target.ID
}

// take is a tab for another reader, or "".
func (l *tabs) take() target.ID {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.free) == 0 {
		return ""
	}
	last := len(l.free) - 1
	id := l.free[last]
	l.free = l.free[:last]
	return id
}

// put keeps a tab, if it is one.
func (l *tabs) put(id target.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if id != "" {
		l.free = append(l.free, id)
	}
}
