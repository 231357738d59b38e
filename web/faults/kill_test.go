package faults

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/depth"
)

// crowd sends drafts in by many hands at once, calling thanked after each that
// was thanked.
func crowd(who *person, drafts []*draft, hands int, thanked func(n int64)) {
	var wait sync.WaitGroup
	var count atomic.Int64
	work := make(chan *draft)
	for range hands {
		wait.Go(func() {
			for d := range work {
				if !d.thanked && who.sendIn(d) {
					thanked(count.Add(1))
				}
			}
		})
	}
	for _, d := range drafts {
		work <- d
	}
	close(work)
	wait.Wait()
}

func drafts(n int) []*draft {
	all := make([]*draft, n)
	for i := range all {
		all[i] = newDraft(i)
	}
	return all
}

// checkStored compares what was thanked with what stands in the database.
func checkStored(t *testing.T, all []*draft, got map[string]int, everyone bool) {
	t.Helper()
	for _, d := range all {
		n := got[d.title]
		if n > 1 || n == 0 && (d.thanked || everyone) {
			t.Errorf("%s, thanked %t, stands %d times in the database", d.title, d.thanked, n)
		}
	}
}

func nothing(int64) {}

// The portal is killed amid many submissions and autosaves at once. What was
// said to be kept is kept. Whoever was thanked has sent, once; pressing Send again heals the rest; every receipt comes, at most
// one of them twice, with the same Message-ID.
func TestPortalKilledAmidSubmissions(t *testing.T) {
	database := demo.URL(t)
	mails := newMailServer(t)
	p := newPortal(t, "DATABASE_URL="+database, "SMTP_URL="+mails.url())
	who := p.signIn("ilmoittaja@example.fi")
	all, writing := drafts(depth.Size(150, 1000)), typists(who, depth.Size(10, 200))
	kept := typing(who, writing)
	crowd(who, all, 40, func(n int64) {
		if n == int64(len(all))*3/10 {
			_ = p.cmd.Process.Kill()
		}
	})
	<-p.ended
	kept.Wait()
	db := open(t, database)
	checkStored(t, all, stored(t, db), false)
	checkKept(t, db, writing)
	before := len(stored(t, db))
	p.start()
	t.Logf("stored before the kill: %d of %d; ready again after %v", before, len(all), p.await(http.StatusOK, time.Minute))
	crowd(who, all, 40, nothing)
	checkStored(t, all, stored(t, db), true)
	awaitReceipts(t, mails, all, 1)
}

// awaitReceipts waits until each act has its receipt, and counts doubles.
func awaitReceipts(t *testing.T, mails *mailServer, all []*draft, maxDoubles int) {
	t.Helper()
	awaitMails(t, mails, all, func(d *draft) string { return d.title + "=E2=80=9D" }, maxDoubles)
}

// awaitMails waits until the writer has had one mail with some text for each
// act, and counts doubles.
func awaitMails(t *testing.T, mails *mailServer, all []*draft, text func(*draft) string, maxDoubles int) {
	t.Helper()
	const to = "ilmoittaja@example.fi"
	limit := time.Now().Add(3 * time.Minute)
	missing := all
	for len(missing) > 0 && time.Now().Before(limit) {
		time.Sleep(200 * time.Millisecond)
		var still []*draft
		for _, d := range missing {
			if len(mails.ids(to, text(d))) == 0 {
				still = append(still, d)
			}
		}
		missing = still
	}
	if len(missing) > 0 {
		t.Errorf("%d mails have not come, the first of %s", len(missing), missing[0].title)
	}
	doubles := 0
	for _, d := range all {
		ids := mails.ids(to, text(d))
		if len(ids) > 1 {
			t.Errorf("the mails of %s have %d Message-IDs", d.title, len(ids))
		}
		for _, n := range ids {
			doubles += n - 1
		}
	}
	if doubles > maxDoubles {
		t.Errorf("%d mails came twice, at most %d may", doubles, maxDoubles)
	}
}

// The private PostgreSQL is killed amid submissions. Nothing thanked is lost,
// and the portal is back by itself.
func TestDatabaseKilledAmidSubmissions(t *testing.T) {
	p := newPortal(t)
	who := p.signIn("ilmoittaja@example.fi")
	all := drafts(80)
	var down atomic.Int64
	crowd(who, all, 16, func(n int64) {
		if n == 20 {
			killPostmaster(t, p)
			began := time.Now()
			for p.status("/tekojen-tori?haku=kokeilu"+strconv.FormatInt(time.Now().UnixNano(), 36)) != http.StatusOK && time.Since(began) < time.Minute {
				time.Sleep(10 * time.Millisecond)
			}
			down.Store(int64(time.Since(began)))
		}
	})
	t.Logf("back after %v", time.Duration(down.Load()))
	if d := time.Duration(down.Load()); d == 0 || d >= time.Minute {
		t.Errorf("the portal was without its database for %v", d)
	}
	p.await(http.StatusOK, 10*time.Second)
	crowd(who, all, 16, nothing)
	for _, d := range all {
		if !d.thanked {
			t.Errorf("%s was not thanked after all", d.title)
		}
	}
	mine := who.get("/omat-teot").body
	for _, d := range all {
		if n := strings.Count(mine, d.title+"<"); n != 1 {
			t.Errorf("%s stands %d times among the acts of its writer", d.title, n)
		}
	}
}

func killPostmaster(t *testing.T, p *portal) {
	t.Helper()
	dir := ""
	for _, e := range p.env {
		if v, ok := strings.CutPrefix(e, "DATA_DIR="); ok {
			dir = v
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "postgres", "data", "postmaster.pid"))
	if err != nil {
		t.Error(err)
		return
	}
	first, _, _ := bytes.Cut(b, []byte("\n"))
	pid, err := strconv.Atoi(string(first))
	if err != nil {
		t.Error(err)
		return
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Error(err)
	}
}
