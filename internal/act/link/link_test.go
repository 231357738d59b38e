package link_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tekojentori.fi/tori/internal/account/accounttest"
	"tekojentori.fi/tori/internal/act/acttest"
	"tekojentori.fi/tori/internal/act/link"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/postgres/pgtest"
	"tekojentori.fi/tori/internal/taxonomy"
)

func TestPublic(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"193.167.1.1:443": true, "193.167.1.1:80": true, "[2a00:1450:4026::1]:443": true,
		"193.167.1.1:22": false, "193.167.1.1:5432": false,
		"127.0.0.1:80": false, "10.1.2.3:443": false, "172.16.0.1:80": false, "192.168.1.1:80": false, "169.254.169.254:80": false, "100.64.1.1:80": false,
		"0.0.0.0:80": false, "255.255.255.255:80": false, "224.0.0.1:80": false, "198.18.0.1:80": false, "240.0.0.1:80": false,
		"[::1]:80": false, "[::]:80": false, "[fe80::1]:80": false, "[fc00::1]:443": false, "[fd12::1]:443": false, "[ff02::1]:80": false, "[::ffff:127.0.0.1]:80": false,
		"[::ffff:10.0.0.1]:80": false, "[64:ff9b::a00:1]:80": false, "[2002:a00:1::]:80": false, "[::127.0.0.1]:80": false, "[2001:db8::1]:80": false,
	} {
		if got := link.Public(netip.MustParseAddrPort(address)); got != want {
			t.Errorf("%s: %t", address, got)
		}
	}
}

// site is a site that answers as its paths say, and counts who asks.
func site(t *testing.T, elsewhere string) (base string, asked *atomic.Int64) {
	t.Helper()
	asked = new(atomic.Int64)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		switch r.URL.Path {
		case "/ok":
		case "/closed":
			w.WriteHeader(http.StatusForbidden)
		case "/broken":
			w.WriteHeader(http.StatusBadGateway)
		case "/moved":
			http.Redirect(w, r, "/ok", http.StatusFound)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/inside":
			http.Redirect(w, r, elsewhere, http.StatusFound)
		case "/slow":
			<-r.Context().Done()
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// only allows one site.
func only(t *testing.T, base string) func(netip.AddrPort) bool {
	t.Helper()
	allowed := netip.MustParseAddrPort(strings.TrimPrefix(base, "http://"))
	return func(a netip.AddrPort) bool { return a == allowed }
}

// A link is asked once, as far as it leads; what it may not lead to is never
// asked, by no name and no redirect.
func TestLinksAreAsked(t *testing.T) {
	t.Parallel()
	inside, seen := site(t, "")
	base, _ := site(t, inside+"/ok")
	c := link.NewChecker(only(t, base), 2*time.Second)
	for path, want := range map[string]link.State{
		"/ok": link.Answers, "/closed": link.Answers, "/moved": link.Answers, "/round": link.Answers, "/none": link.Gone, "/broken": link.Silent, "/slow": link.Silent, "/inside": link.Private,
	} {
		if got := c.Ask(t.Context(), base+path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	_, port, _ := strings.Cut(strings.TrimPrefix(inside, "http://"), ":")
	for _, l := range []string{inside + "/ok", "http://localhost:" + port + "/ok", "http://x:y@127.0.0.1:" + port + "/ok", "http://[::ffff:127.0.0.1]:" + port + "/ok", "file:///etc/passwd", "gopher://127.0.0.1", "http://", "::"} {
		if got := c.Ask(t.Context(), l); got == link.Answers {
			t.Errorf("%s answers", l)
		}
	}
	if n := seen.Load(); n != 0 {
		t.Errorf("what may not be asked was asked %d times", n)
	}
}

// What is inside is asked where it is named, and nothing beside it.
func TestInsideIsAskedByNameAlone(t *testing.T) {
	t.Parallel()
	base, asked := site(t, "")
	named, beside := netip.MustParseAddrPort(strings.TrimPrefix(base, "http://")), netip.MustParseAddrPort("127.0.0.1:1")
	for _, c := range []struct {
		inside []netip.AddrPort
		want   link.State
	}{{nil, link.Private}, {[]netip.AddrPort{beside}, link.Private}, {[]netip.AddrPort{beside, named}, link.Gone}} {
		if got := link.Careful(c.inside...).Ask(t.Context(), base+"/none"); got != c.want {
			t.Errorf("with %v inside: %q, want %q", c.inside, got, c.want)
		}
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("the site was asked %d times, want once", n)
	}
}

// Each link of the acts that wait is asked once in a month, a failing one once
// in a day, and the moderator is told of those that fail.
func TestARoundAsksWhatIsDue(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	for _, load := range []func(context.Context) error{taxonomy.New(db).Load, organization.New(db).Load} {
		if err := load(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	base, asked := site(t, "")
	acts, author, now := acttest.Service(t, db), accounttest.New(t, db), time.Now()
	c := acttest.Content()
	c.Links = []string{base + "/none", base + "/ok", base + "/broken"}
	a, err := acts.Begin(t.Context(), author, "0198b1f2-0000-7000-8000-000000000001", c)
	if err != nil {
		t.Fatal(err)
	}
	s := link.New(db, link.NewChecker(only(t, base), 2*time.Second), func() time.Time { return now })
	check := func(want int64) {
		t.Helper()
		before := asked.Load()
		if err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := asked.Load() - before; n != want {
			t.Errorf("%d links were asked, want %d", n, want)
		}
	}
	check(0) // a draft is its author's alone
	if _, err := acts.Submit(t.Context(), author, a.ID, a.Version); err != nil {
		t.Fatal(err)
	}
	check(3)
	check(0)
	now = now.AddDate(0, 0, 2)
	check(2)
	now = now.AddDate(0, 1, 0)
	check(3)
	dead, err := s.Dead(t.Context(), c.Links)
	var told []string
	for _, d := range dead {
		told = append(told, strings.TrimPrefix(d.URL, base)+" "+string(d.State))
	}
	if diff := cmp.Diff([]string{"/none gone", "/broken silent"}, told); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if err := postgres.Exec(t.Context(), db, "DELETE FROM act_link"); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 3, 0)
	check(0)
	if n, err := postgres.Value[int](t.Context(), db, "SELECT count(*) FROM link_check"); n != 0 || err != nil {
		t.Errorf("%d links are kept that no act has, %v", n, err)
	}
}
