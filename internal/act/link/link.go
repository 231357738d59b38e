// Package link asks now and then whether the links of acts still answer, so
// that moderators need not try them. It speaks with public addresses alone:
// whoever writes a link must not make the portal look into its own network.
package link

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// A State is what came of asking.
type State string

// The states.
const (
	Answers State = ""        // also with a door that is not open to robots
	Gone    State = "gone"    // there is no such page, or no such site
	Silent  State = "silent"  // no answer, or a failing one
	Private State = "private" // an address that the portal does not ask
)

// errPrivate is why an address is not asked.
var errPrivate = errors.New("not a public address")

// never is what net/netip counts as global and is not: each leads into some
// network of its own, or carries another address inside.
var never = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10", "::/96",
)

func prefixes(all ...string) []netip.Prefix {
	var some []netip.Prefix
	for _, p := range all {
		some = append(some, netip.MustParsePrefix(p))
	}
	return some
}

// Public reports whether the portal asks an address: those of the web, on its
// own ports.
func Public(a netip.AddrPort) bool {
	ip := a.Addr().Unmap()
	if a.Port() != 80 && a.Port() != 443 || !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.Zone() != "" {
		return false
	}
	for _, p := range never {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// most is how many times an answer may lead on.
const most = 5

// A Checker asks links.
type Checker struct{ client *http.Client }

// NewChecker is a Checker of the addresses that are allowed, with a patience
// for each link. The address is looked at when the connection is made, after
// its name has been resolved, so that no name and no redirect leads elsewhere.
func NewChecker(allow func(netip.AddrPort) bool, patience time.Duration) *Checker {
	dialer := &net.Dialer{Timeout: patience, Control: func(_, address string, _ syscall.RawConn) error {
		a, err := netip.ParseAddrPort(address)
		if err != nil || !allow(a) {
			return fmt.Errorf("%s: %w", address, errPrivate)
		}
		return nil
	}}
	return &Checker{&http.Client{
		Timeout: patience,
		Transport: &http.Transport{ // no proxy: it would ask on our behalf what we may not
			DialContext: dialer.DialContext, TLSHandshakeTimeout: patience, ResponseHeaderTimeout: patience, DisableKeepAlives: true, MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > most || r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return http.ErrUseLastResponse
			}
			return nil
		},
	}}
}

// Ask is what comes of a link. Nothing of the page is read.
func (c *Checker) Ask(ctx context.Context, link string) State {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return Private
	}
	u.User = nil // nobody's password is ours to send
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Private
	}
	r.Header.Set("User-Agent", "Tekojen-tori-link-check/1.0")
	r.Header.Set("Range", "bytes=0-0")
	answer, err := c.client.Do(r)
	var dns *net.DNSError
	switch {
	case errors.Is(err, errPrivate):
		return Private
	case errors.As(err, &dns) && dns.IsNotFound:
		return Gone
	case err != nil:
		return Silent
	}
	_ = answer.Body.Close() // nothing was read
	switch {
	case answer.StatusCode == http.StatusNotFound, answer.StatusCode == http.StatusGone:
		return Gone
	case answer.StatusCode >= http.StatusInternalServerError:
		return Silent
	}
	return Answers
}
