// Package secret makes the secrets of links and sessions, and tells how they
// are stored: whoever reads the database cannot use them.
package secret

import (
	"crypto/rand"
	"crypto/sha256"
)

// New is a secret of 260 random bits that fits in an address.
func New() string { return rand.Text() + rand.Text() }

// Digest is how a secret is stored.
func Digest(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}
