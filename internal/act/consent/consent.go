// Package consent asks the contacts of acts whether they may be shown: by
// mail, when somebody else has named them, and again every year. A link in
// the mail answers, and takes the answer back, without an account.
package consent

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/secret"
)

// Service asks, and takes the answers.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts     *act.Service
	Accounts *account.Service
	Mails    *mail.Outbox
}

// New is the Service on a database. It asks whenever an act is sent.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	s.Acts.OnSubmit(s.askTx)
	return s
}

// ID names a consent.
type ID int64

func (id ID) String() string { return fmt.Sprintf("consent %d", int64(id)) }

// A Consent is a question to a contact of an act, and the answer.
type Consent struct {
	ID      ID
	ActID   act.ID
	Email   string
	Digest  string
	Contact act.Contact
	State   act.ConsentState
	AskedAt time.Time
}

// askTx asks the contacts of an act that is being sent. Who sends it has
// agreed by naming themself.
func (s *Service) askTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.ID) error {
	writer, err := s.Accounts.FindTx(ctx, tx, by)
	if err != nil {
		return err
	}
	for _, c := range a.Contacts {
		if c.VisibleTo == act.Nobody {
			continue
		}
		if err := s.askOneTx(ctx, tx, a, c, writer); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) askOneTx(ctx context.Context, tx pgx.Tx, a act.Act, c act.Contact, writer account.Account) error {
	k := Consent{ActID: a.ID, Email: address(c), Digest: c.Digest(), Contact: c, State: act.Asked, AskedAt: s.now()}
	if own(c, writer) {
		return repository{tx}.agree(ctx, k)
	}
	if k.State = a.ConsentOf(c); k.State != act.TakenBack { // who has said no is not asked again
		k.State = act.Asked
	}
	made, err := repository{tx}.insert(ctx, k)
	if err != nil || len(made) == 0 || k.State == act.TakenBack || k.Email == "" {
		return err
	}
	k.ID = made[0]
	return s.mailTx(ctx, tx, a, k, question, k.ID.String()+" asked")
}

// own reports whether a contact is whoever writes: by the address, or by the
// name where there is none.
func own(c act.Contact, writer account.Account) bool {
	if address(c) == "" {
		return writer.Name != "" && strings.EqualFold(strings.TrimSpace(c.Name), writer.Name)
	}
	return address(c) == writer.Email
}

func address(c act.Contact) string { return strings.ToLower(strings.TrimSpace(c.Email)) }

// An Opened is a consent and the act that it is about.
type Opened struct {
	Consent
	Title, Language string
	Slug            string // "" while the act is not out
}

// Peek is what a link is about. It changes nothing: programs that check mails
// open every link.
func (s *Service) Peek(ctx context.Context, token string) (Opened, error) {
	k, err := repository{s.db}.byToken(ctx, secret.Digest(token))
	if err != nil {
		return Opened{}, err
	}
	a, err := s.Acts.Working(ctx, account.Account{}, k.ActID)
	if errors.Is(err, fault.NotFound) { // not out yet, or no more
		return Opened{Consent: k}, nil
	}
	return Opened{Consent: k, Title: a.Title, Language: a.Language, Slug: a.Slug}, err
}

// Give lets the contact be shown with the details that the link is about.
func (s *Service) Give(ctx context.Context, token string) error {
	return s.answer(ctx, token, "consent to be a contact", func(tx pgx.Tx, k Consent, _ act.Act) error {
		return repository{tx}.give(ctx, k, s.now())
	})
}

// Withdraw takes the contact off the act, whatever the details. It is gone
// from the public pages at once. The people of the act are told, once.
func (s *Service) Withdraw(ctx context.Context, token string) error {
	return s.answer(ctx, token, "withdraw as a contact", func(tx pgx.Tx, k Consent, a act.Act) error {
		if k.State == act.TakenBack {
			return nil
		}
		if err := (repository{tx}).withdraw(ctx, k, s.now()); err != nil {
			return err
		}
		return s.tellWithdrawnTx(ctx, tx, a, k)
	})
}

// answer does a deed to the consent of a link. The act is locked first, as by
// those who send it.
func (s *Service) answer(ctx context.Context, token, verb string, deed func(tx pgx.Tx, k Consent, a act.Act) error) error {
	return s.db.Tx(ctx, func(tx pgx.Tx) error {
		k, err := repository{tx}.byToken(ctx, secret.Digest(token))
		if err != nil {
			return err
		}
		a, err := s.Acts.LockTx(ctx, tx, k.ActID)
		if err != nil {
			return err
		}
		if k, err = (repository{tx}).byToken(ctx, secret.Digest(token)); err != nil { // as it is under the lock
			return err
		}
		if err := deed(tx, k, a); err != nil {
			return err
		}
		if a.Status.Public() {
			if err := s.Acts.TouchTx(ctx, tx, a.ID); err != nil {
				return err
			}
		}
		return audit.Record(ctx, tx, account.Account{}, verb, a.ID.String(), k.ID.String())
	})
}

// newLinkTx makes the link of one mail.
func (s *Service) newLinkTx(ctx context.Context, tx pgx.Tx, id ID) (string, error) {
	token := secret.New()
	return "/yhteyshenkilo/" + token, repository{tx}.insertLink(ctx, secret.Digest(token), id, s.now())
}
