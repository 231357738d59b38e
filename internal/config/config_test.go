package config_test

import (
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/config"
)

func TestBadValuesAreNamed(t *testing.T) {
	for name, value := range map[string]string{
		"BASE_URL": "tekojentori.fi", "LOG_LEVEL": "loud", "TRUSTED_PROXIES": "localhost", "SESSION_KEYS": "short", "TORI_ENV": "staging",
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
