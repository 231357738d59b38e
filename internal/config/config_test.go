package config_test

import (
	"net/netip"
	"slices"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/config"
)

func TestBadValuesAreNamed(t *testing.T) {
	for name, value := range map[string]string{
		"BASE_URL": "tekojentori.fi", "LOG_LEVEL": "loud", "TRUSTED_PROXIES": "localhost", "SESSION_KEYS": "short", "TORI_ENV": "staging", "LINK_CHECK": "perhaps", "LINK_CHECK_ALSO": "localhost",
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, value)
			if _, err := config.Read(); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s=%s: %v, want an error that names it", name, value, err)
			}
		})
	}
}

func TestDefaults(t *testing.T) {
	c, err := config.Read()
	if err != nil {
		t.Fatal(err)
	}
	if c.BaseURL != "http://127.0.0.1:8080" || c.Production() {
		t.Errorf("base %s, production %t", c.BaseURL, c.Production())
	}
}

func TestProductionNeedsADatabase(t *testing.T) {
	t.Setenv("TORI_ENV", "production")
	if _, err := config.Read(); err == nil || !strings.Contains(err.Error(), "DATABASE_URL") {
		t.Errorf("production without a database: %v", err)
	}
	t.Setenv("PRIVATE_DATABASE", "true")
	if _, err := config.Read(); err != nil {
		t.Errorf("production with a private database: %v", err)
	}
}

// Links are asked in production alone, unless somebody says otherwise; what is
// inside is asked in development alone, whatever they say.
func TestLinksAreAskedInProduction(t *testing.T) {
	inside := netip.MustParseAddrPort("127.0.0.1:8090")
	for _, c := range []struct {
		environment, check string
		asks               bool
	}{
		{"production", "", true}, {"production", "off", false}, {"production", "on", true}, {"development", "", false}, {"development", "on", true},
	} {
		got := config.Config{Environment: c.environment, LinkCheck: c.check, LinkCheckAlso: []string{inside.String()}}
		if got.ChecksLinks() != c.asks {
			t.Errorf("%s, LINK_CHECK=%s: links are asked: %t", c.environment, c.check, !c.asks)
		}
		if got, want := slices.Contains(got.InsideLinks(), inside), c.environment == "development"; got != want {
			t.Errorf("%s: what is inside is asked: %t", c.environment, got)
		}
	}
	t.Setenv("TORI_ENV", "production")
	t.Setenv("PRIVATE_DATABASE", "true")
	t.Setenv("LINK_CHECK_ALSO", inside.String())
	if _, err := config.Read(); err == nil || !strings.Contains(err.Error(), "LINK_CHECK_ALSO") {
		t.Errorf("in production an address inside: %v", err)
	}
}
