package session

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
)

// A Sealer keeps secrets that lie in the database from whoever reads only the
// database. It seals with the first session key and opens with any.
type Sealer struct{ locks []cipher.AEAD }

// NewSealer is the Sealer for one purpose: what is sealed for another does not
// open.
func NewSealer(keys []Key, purpose string) *Sealer {
	s := &Sealer{}
	for _, k := range keys {
		block, err := aes.NewCipher(derive(k, "seal "+purpose))
		if err != nil {
			panic(err) // only for keys of another length
		}
		lock, err := cipher.NewGCMWithRandomNonce(block)
		if err != nil {
			panic(err) // only for other blocks than those of AES
		}
		s.locks = append(s.locks, lock)
	}
	return s
}

// Seal is a secret as it may be stored. It opens only for the same owner.
func (s *Sealer) Seal(secret []byte, owner string) []byte {
	return s.locks[0].Seal(nil, nil, secret, []byte(owner))
}

// Open is a secret that was sealed, and whether it should be sealed anew,
// since its key will go.
func (s *Sealer) Open(sealed []byte, owner string) (secret []byte, old bool, err error) {
	for i, lock := range s.locks {
		if secret, err := lock.Open(nil, nil, sealed, []byte(owner)); err == nil {
			return secret, i > 0, nil
		}
	}
	return nil, false, errors.New("the secret was sealed with a key that is gone")
}

// Secret is n random bytes.
func Secret(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}
