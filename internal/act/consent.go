package act

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
)

// A ConsentState is how far a contact has agreed to be shown.
type ConsentState string

// The states.
const (
	NotAsked  ConsentState = ""          // told by a file, or before the portal asked
	Asked     ConsentState = "asked"     // no answer yet
	Given     ConsentState = "given"     // by the link in the mail, or by writing it oneself
	TakenBack ConsentState = "withdrawn" // the person does not want to be shown
)

// A Consent is what a person has said to being a contact with some details.
type Consent struct {
	Email  string       `json:"email"`
	Digest string       `json:"digest"`
	State  ConsentState `json:"state"`
}

// ConsentOf is what the person of a contact has said. Who has taken a consent
// back is no contact of the act whatever the details.
func (a Act) ConsentOf(c Contact) ConsentState {
	state, email, digest := NotAsked, c.address(), c.Digest()
	for _, k := range a.Consents {
		switch {
		case k.Email != email:
		case k.State == TakenBack && email != "":
			return TakenBack
		case k.Digest == digest:
			state = k.State
		}
	}
	return state
}

// Shows reports whether a contact is shown to those whom it may be shown to.
func (a Act) Shows(c Contact) bool {
	state := a.ConsentOf(c)
	return c.Consent && c.VisibleTo != Nobody && (state == NotAsked || state == Given)
}

// Digest is a mark of what is shown of a contact, and to whom.
func (c Contact) Digest() string {
	c.Consent, c.Email = false, c.address()
	text, err := json.Marshal(c)
	if err != nil { // strings always can
		panic(err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

func (c Contact) address() string { return strings.ToLower(strings.TrimSpace(c.Email)) }

// OnSubmit lets a later feature take part when an act is sent. Call it before
// anything is served.
func (s *Service) OnSubmit(do func(ctx context.Context, tx pgx.Tx, a Act, by account.ID) error) {
	s.submitted = append(s.submitted, do)
}

func (s *Service) submittedTx(ctx context.Context, tx pgx.Tx, a Act, m move) error {
	for _, do := range s.submitted {
		if err := do(ctx, tx, a, m.By); err != nil {
			return err
		}
	}
	return nil
}
