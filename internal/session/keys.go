package session

import (
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gorilla/securecookie"
)

// A Key is a secret that cookies are signed and encrypted with.
type Key [32]byte

// keyFile is where a portal without configured keys keeps its own.
const keyFile = "session.keys"

// Keys is the keys that are configured, as 64 hexadecimal digits each, the
// new one first. Without any, a key is made and kept in the folder, for this
// and every later start.
func Keys(configured []string, folder string) ([]Key, error) {
	if len(configured) > 0 {
		return parse(configured)
	}
	path := filepath.Join(folder, keyFile)
	kept, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeFile(path); err != nil {
			return nil, fmt.Errorf("make session keys: %w", err)
		}
		kept, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("session keys: %w", err)
	}
	keys, err := parse(strings.Fields(string(kept)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return keys, nil
}

func parse(secrets []string) ([]Key, error) {
	keys := make([]Key, len(secrets))
	for i, s := range secrets {
		b, err := hex.DecodeString(s)
		if err != nil || len(b) != len(keys[i]) {
			return nil, fmt.Errorf("session key %d is not 64 hexadecimal digits", i+1) // the secret itself is not shown
		}
		keys[i] = Key(b)
	}
	if len(keys) == 0 {
		return nil, errors.New("there is no session key")
	}
	return keys, nil
}

// makeFile writes a new key to path unless there is one. Of two portals that
// start at once both end up with the key of one: a link, unlike a rename,
// replaces nothing.
func makeFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	var key Key
	_, _ = rand.Read(key[:])                                  // never fails
	f, err := os.CreateTemp(filepath.Dir(path), keyFile+".*") // with mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // a leftover does no harm
	_, err = f.WriteString(hex.EncodeToString(key[:]) + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// codecs makes of each key one to sign with and one to encrypt with.
func codecs(keys []Key) []securecookie.Codec {
	var pairs [][]byte
	for _, k := range keys {
		pairs = append(pairs, derive(k, "sign"), derive(k, "encrypt"))
	}
	return securecookie.CodecsFromPairs(pairs...)
}

func derive(k Key, purpose string) []byte {
	b, err := hkdf.Key(sha256.New, k[:], nil, "tori session "+purpose, 32)
	if err != nil {
		panic(err) // only for lengths that SHA-256 cannot make
	}
	return b
}
