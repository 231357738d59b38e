package e2e

import (
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tekojentori.fi/tori/internal/postgres"
)

// A bridge leads to a database, until it is cut.
type bridge struct {
	listener net.Listener
	mu       sync.Mutex
	open     []net.Conn
}

// newBridge leads to the database of a connection string; the string that
// takes the bridge is to.
func newBridge(t *testing.T, database string) (b *bridge, to string) {
	t.Helper()
	u, err := url.Parse(database)
	if err != nil {
		t.Fatal(err)
	}
	network, target, q := "tcp", u.Host, u.Query()
	if folder := q.Get("host"); folder != "" {
		network, target = "unix", filepath.Join(folder, ".s.PGSQL."+q.Get("port"))
	}
	q.Del("host")
	q.Del("port")
	b = new(bridge)
	if b.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.cut)
	go b.lead(network, target)
	u.Host, u.RawQuery = b.listener.Addr().String(), q.Encode()
	return b, u.String()
}

// lead takes connections over until the bridge is cut.
func (b *bridge) lead(network, target string) {
	for {
		here, err := b.listener.Accept()
		if err != nil {
			return
		}
		there, err := net.Dial(network, target)
		if err != nil {
			_ = here.Close()
			continue
		}
		b.mu.Lock()
		b.open = append(b.open, here, there)
		b.mu.Unlock()
		go func() { _, _ = io.Copy(here, there) }()
		go func() { _, _ = io.Copy(there, here) }()
	}
}

// cut ends every connection and takes no more.
func (b *bridge) cut() {
	_ = b.listener.Close()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.open {
		_ = c.Close()
	}
}

// TestPagesWithoutTheDatabase looks at what readers see while it is away: a
// copy that says so, and a page that helps.
func TestPagesWithoutTheDatabase(t *testing.T) {
	t.Parallel()
	needBrowser(t)
	own := demo.URL(t)
	b, database := newBridge(t, own)
	site := portalOn(t, database)
	reader := open(t, site, usual)
	looks := []view{usual, {"sv", "dark", 320}, {"en", "light", 320}}
	for _, v := range looks {
		reader.look(v)
		reader.visit("/tekojen-tori")
	}
	seesOurMistake(t, site, own)
	b.cut()
	reader.until("the portal to notice", func() bool {
		status, _ := site.get(t.Context(), "/readyz")
		return status == http.StatusServiceUnavailable
	})
	for _, v := range looks {
		reader.look(v)
		reader.until("a copy that says so", func() bool {
			if got := reader.visit("/tekojen-tori"); got != http.StatusOK {
				t.Errorf("%s: a page that was seen is %d", v, got)
			}
			notice := evaluate[string](reader, `document.querySelector('.flash--warning')?.textContent ?? ''`)
			return strings.Contains(notice, map[string]string{"fi": "kopio", "sv": "kopia", "en": "copy"}[v.lang])
		})
		reader.sound("copy")
		if got := reader.visit("/tekojen-tori?haku=kukkaruukku"); got != http.StatusServiceUnavailable {
			t.Errorf("%s: a page that nobody has seen is %d", v, got)
		}
		reader.sound("away")
	}
}

// seesOurMistake looks at the page of an error that is ours: a table is gone.
func seesOurMistake(t *testing.T, site *portal, database string) {
	t.Helper()
	db, err := postgres.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := postgres.Exec(t.Context(), db, "ALTER TABLE feedback RENAME TO feedback_gone"); err != nil {
		t.Fatal(err)
	}
	desk := open(t, site, usual).carry(site.session(t, moderator))
	for _, v := range []view{usual, {"sv", "dark", 320}, {"en", "light", 320}} {
		desk.look(v)
		if got := desk.visit("/moderointi/palautteet"); got != http.StatusInternalServerError {
			t.Errorf("%s: without its table the page is %d", v, got)
		}
		desk.sound("mistake")
	}
}
