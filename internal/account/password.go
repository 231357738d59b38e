package account

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/session"
	"tekojentori.fi/tori/internal/validate"
)

// Refused is the one answer to a wrong address, a wrong password and a closed
// account.
var Refused = errors.New("wrong e-mail address or password")

// What a password must be, in characters.
const (
	MinPassword = limit.MinPassword
	MaxPassword = limit.MaxPassword
)

// The rules of passwords.
const (
	TooShort = validate.TooShort
	NotEmail = validate.NotAddress
)

// Guessing is slow: so many wrong passwords in so long, and then none is even
// looked at. Whoever guesses shuts out their own network soon and, for one
// address, everybody only late: nobody can keep staff out by ten requests now
// and then.
const (
	maxFailures        = 10  // for one address from one network
	maxNetworkFailures = 50  // from one network
	maxAddressFailures = 200 // for one address
	failureWindow      = 15 * time.Minute
)

// One hash takes 19 MiB and some 30 ms of a processor. A crowd waits its turn,
// but not for ever.
const (
	hashingPlaces = 2
	hashingWait   = 6 * time.Second
)

// nobodysHash is checked where there is no account or no password, so that
// the time an answer takes does not tell. Its parameters are those of params.
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$BRwPKSMlQkIt/9LUGGxwSw$q9pJiH54fo+L36t3Viot9xWLRdKTF9y1+YOQFBiyk+o"

// params is what OWASP asks of argon2id at the least.
func params() *argon2id.Params {
	return &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
}

// SignIn is the account with the address and the password, or Refused. After
// too many wrong ones it is a fault.TooMany for a while, also for an address
// that has no account. Client is the network that the attempt comes from.
func (s *Service) SignIn(ctx context.Context, email, password, client string) (Account, error) {
	email = normal(email)
	if !isAddress(email) || password == "" || len(password) > 4*MaxPassword {
		return Account{}, Refused
	}
	right, err := s.attempt(ctx, email, password, client)
	if err != nil {
		return Account{}, wrap("sign in", "by password", err)
	}
	a, err := repository{s.db}.findByEmail(ctx, email)
	if err != nil && !notFound(err) {
		return Account{}, err
	}
	if !right || !a.SignedIn() {
		return Account{}, Refused
	}
	return a, wrap("sign in", a.ID, tries{s.db}.forgetFailures(ctx, email, client))
}

// attempt looks at a password, and counts a wrong one before the next attempt
// has its turn: a hundred at once are no way around the limits.
func (s *Service) attempt(ctx context.Context, email, password, client string) (right bool, err error) {
	release, err := s.hashingPlace(ctx)
	if err != nil {
		return false, err
	}
	defer release()
	tries, since := tries{s.db}, s.now().Add(-failureWindow)
	n, err := tries.failures(ctx, email, client, since)
	if err != nil {
		return false, err
	}
	if n.Here >= maxFailures || n.Network >= maxNetworkFailures || n.Address >= maxAddressFailures {
		return false, fmt.Errorf("%d wrong passwords in %v: %w", n.Here, failureWindow, fault.TooMany)
	}
	if right, err = s.passwordIs(ctx, email, password); err != nil || right {
		return right, err
	}
	return false, tries.insertFailure(ctx, email, client, s.now())
}

func (s *Service) passwordIs(ctx context.Context, email, password string) (bool, error) {
	hash, err := repository{s.db}.passwordHash(ctx, email)
	if err != nil && !notFound(err) {
		return false, err
	}
	if hash == "" {
		hash = nobodysHash
	}
	right, err := argon2id.ComparePasswordAndHash(password, hash)
	return right && hash != nobodysHash, err
}

// hashingPlace waits for a place to hash in.
func (s *Service) hashingPlace(ctx context.Context) (release func(), err error) {
	wait := time.NewTimer(hashingWait)
	defer wait.Stop()
	select {
	case s.hashing <- struct{}{}:
		return func() { <-s.hashing }, nil
	case <-wait.C:
		return nil, fmt.Errorf("too many sign-ins at once: %w", fault.Unavailable)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// hash is how a password is stored.
func (s *Service) hash(ctx context.Context, password string) (string, error) {
	release, err := s.hashingPlace(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	return argon2id.CreateHash(password, params())
}

// SetPassword gives an account a password. It ends every session and every
// link of the account: whoever signs in next knows the new one.
func (s *Service) SetPassword(ctx context.Context, id ID, password string) error {
	a, err := s.Find(ctx, id)
	if err != nil {
		return err
	}
	if err := checkPassword(a.Email, password); err != nil {
		return err
	}
	hash, err := s.hash(ctx, password)
	if err != nil {
		return wrap("hash password of", id, err)
	}
	return s.change(ctx, Account{}, id, "password", func(tx pgx.Tx, a Account) error {
		if err := (repository{tx}).setPasswordHash(ctx, id, hash); err != nil {
			return err
		}
		return s.endAllTx(ctx, tx, a)
	})
}

func checkPassword(email, password string) error {
	var p validate.Problems
	switch n := utf8.RuneCountInString(password); {
	case n < MinPassword:
		p.Add("password", TooShort, MinPassword)
	case n > MaxPassword:
		p.Add("password", validate.TooLong, MaxPassword)
	case strings.EqualFold(strings.TrimSpace(password), email):
		p.Add("password", NotEmail, 0)
	}
	return p.Err()
}

// endAllTx signs an account out everywhere and lets none of its links work.
func (s *Service) endAllTx(ctx context.Context, tx pgx.Tx, a Account) error {
	if err := (tries{tx}).voidLinks(ctx, a.Email, s.now()); err != nil {
		return wrap("void links of", a.ID, err)
	}
	if err := (factors{tx}).endSteps(ctx, a.ID); err != nil {
		return err
	}
	return session.EndAll(ctx, tx, int64(a.ID))
}
