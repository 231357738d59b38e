package page

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"

	"tekojentori.fi/tori/internal/fault"
)

// NewKey is a UUID for a form, so that a form that is sent twice is known.
func NewKey() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// Key is the key of the form that was sent. A form without one is none of
// ours.
func Key(r *http.Request) (string, error) {
	key := r.PostFormValue("form_key")
	if b, err := hex.DecodeString(key); err != nil || len(b) != 16 {
		return "", fmt.Errorf("form key %q: %w", key, fault.BadRequest)
	}
	return key, nil
}
