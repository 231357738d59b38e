package secret_test

import (
	"encoding/hex"
	"testing"

	"tekojentori.fi/tori/internal/secret"
)

// What is in databases already was stored like this.
func TestDigestStays(t *testing.T) {
	const want = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
	if got := hex.EncodeToString(secret.Digest("foo")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if a, b := secret.New(), secret.New(); a == b || len(a) != 52 {
		t.Errorf("the secrets %q and %q", a, b)
	}
}
