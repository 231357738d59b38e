// Package owndata is what people may ask of the portal about themselves: a copy
// of all that it knows of them, and to be forgotten.
//
// Whoever is forgotten leaves acts behind, for they are their organisations';
// a log of what was done, by a number that tells of nobody; and nothing else.
package owndata

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/act/partner"
	"tekojentori.fi/tori/internal/act/people"
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/membership"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/redirect"
	"tekojentori.fi/tori/internal/report"
	"tekojentori.fi/tori/internal/transfer/errand"
	"tekojentori.fi/tori/internal/validate"
)

// Parts is everyone who knows something of people.
type Parts struct {
	Accounts      *account.Service
	Mails         *mail.Outbox
	Acts          *act.Service
	People        *people.Service
	Openings      *opening.Service
	Partners      *partner.Service
	Attachments   *attachment.Service
	Moderation    *moderation.Service
	Adoptions     *adoption.Service
	Juries        *jury.Service
	Feedback      *feedback.Service
	Redirects     *redirect.Service
	Reports       *report.Service
	Errands       *errand.Service
	Follows       *follow.Service
	Organizations *organization.Service
	Members       *membership.Service
}

// Service copies and forgets.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// New is the Service on a database.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	return &Service{Parts: parts, db: db, now: now}
}

// A Prospect is what forgetting somebody will do, told before it is done.
type Prospect struct {
	Shared    int       // acts with other authors: one of them has them from now on
	Unsent    int       // drafts: they go
	Returned  int       // acts and updates that wait for their owner: they are withdrawn
	Waiting   int       // acts that the moderators have: they go on
	Out       int       // acts that are or were public: they stay
	Naming    []act.Act // public acts whose text names the person, which nobody else will notice
	LastAdmin bool      // then it is not done
}

// Prospect is what forgetting the viewer will do.
func (s *Service) Prospect(ctx context.Context, viewer account.Account) (Prospect, error) {
	var p Prospect
	own, err := s.Acts.Mine(ctx, viewer)
	if err != nil {
		return p, err
	}
	updates, err := s.Acts.Updates(ctx, own)
	if err != nil {
		return p, err
	}
	for _, a := range own {
		if !a.Owned(viewer) {
			continue
		}
		if len(a.AuthorIDs) > 0 {
			p.Shared++
			continue
		}
		p.count(a)
		if u, updating := updates[a.ID]; updating && (u.Status == act.Draft || u.Status == act.ChangesRequested) {
			p.Returned++
		}
		if a.Status.Public() && a.Names(viewer) {
			p.Naming = append(p.Naming, a)
		}
	}
	p.LastAdmin, err = s.Accounts.LastAdmin(ctx, viewer)
	return p, err
}

func (p *Prospect) count(a act.Act) {
	switch {
	case a.Unsent():
		p.Unsent++
	case a.Status == act.ChangesRequested:
		p.Returned++
	case a.Status.Waiting():
		p.Waiting++
	case a.FirstPublishedAt != nil:
		p.Out++
	}
}

// Forget forgets by, who confirms it with their own address. It is all or
// nothing. The last administrator cannot go: that is a fault.Conflict.
func (s *Service) Forget(ctx context.Context, by account.Account, confirmed string) error {
	if !by.SignedIn() {
		return fmt.Errorf("forget a visitor: %w", fault.Forbidden)
	}
	if !strings.EqualFold(strings.TrimSpace(confirmed), by.Email) {
		return validate.Problems{{Field: "email", Rule: validate.Confirm}}
	}
	err := s.db.Tx(ctx, func(tx pgx.Tx) error {
		who, err := s.Accounts.FindTx(ctx, tx, by.ID)
		if err != nil {
			return err
		}
		for _, forget := range []func(context.Context, pgx.Tx, account.Account) error{s.Juries.ForgetTx, s.Acts.ForgetTx, s.Members.ForgetTx, s.Openings.ForgetTx, s.Partners.ForgetTx, s.Moderation.ForgetTx, s.People.ForgetTx, s.Feedback.ForgetTx, s.Reports.ForgetTx, s.Errands.ForgetTx, s.Follows.ForgetTx} {
			if err := forget(ctx, tx, who); err != nil {
				return err
			}
		}
		if err := s.Mails.ForgetTx(ctx, tx, who.Email, who.FullName()); err != nil {
			return err
		}
		return s.Accounts.ForgetTx(ctx, tx, who)
	})
	if err != nil {
		return fmt.Errorf("forget %v: %w", by.ID, err)
	}
	return nil
}
