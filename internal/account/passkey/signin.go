package passkey

import (
	"context"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/fault"
)

// BeginSignIn asks whatever device comes: it knows itself whose keys it has.
func (s *Service) BeginSignIn(ctx context.Context, next string) (token string, err error) {
	if !s.Available() {
		return "", fmt.Errorf("passkeys are not available: %w", fault.NotFound)
	}
	asked, kept, err := s.web.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return "", fmt.Errorf("ask for any passkey: %w", err)
	}
	if len(next) > maxNext {
		next = ""
	}
	return repository{s.db}.begin(ctx, ceremony{Next: next}, asked.Response, kept, s.now().Add(life))
}

// SignIn lets in whose device has answered rightly, and says where they were
// going.
func (s *Service) SignIn(ctx context.Context, token, answer string) (a account.Account, next string, err error) {
	err = s.db.Tx(ctx, func(tx pgx.Tx) error {
		r := repository{tx}
		c, err := r.end(ctx, token, s.now())
		if err != nil {
			return err
		}
		parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(answer))
		if err != nil {
			return refused(err)
		}
		whose := func(id, handle []byte) (webauthn.User, error) { return r.whose(ctx, id, handle) }
		_, credential, err := s.web.ValidatePasskeyLogin(whose, c.session(), parsed)
		if err != nil {
			return refused(err)
		}
		if credential.Authenticator.CloneWarning {
			return refused(fmt.Errorf("the key of %x has been copied", credential.ID))
		}
		id, err := r.use(ctx, credential, s.now())
		if err != nil {
			return err
		}
		if a, err = s.Accounts.Find(ctx, id); err != nil {
			return err
		}
		if !a.SignedIn() || !a.SecondFactor {
			return refused(fmt.Errorf("%v may not sign in", a.ID))
		}
		next = c.Next
		return nil
	})
	return a, next, err
}
