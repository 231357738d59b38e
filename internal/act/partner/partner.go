// Package partner is what the organisations that an act names as its partners
// say to that. Their coordinators see the acts, and may say that the
// organisation is none: it is no longer named, until they take that back. The
// people of the act are told of both.
package partner

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/validate"
)

// MaxNote is the longest word to those who write an act, in characters.
const MaxNote = limit.Note

// A Joint act is one that names an organisation as a partner, or would if that
// had not denied it: what its coordinators see of it, which is not the text of
// what is not out.
type Joint struct {
	ID              act.ID
	Slug            string
	Title, Language string
	Status          act.Status
	OrganizationID  organization.ID // that leads it
	SubmittedAt     *time.Time
	DeniedAt        *time.Time // nil: it is named
}

// A Denial is that an organisation has said to be no partner.
type Denial struct {
	ActID          act.ID
	OrganizationID organization.ID
	Note           string
	DeniedAt       time.Time
}

// Service is what is said of partners.
type Service struct {
	Parts
	db  *postgres.DB
	now func() time.Time
}

// Parts is what else takes part in the deeds.
type Parts struct {
	Acts          *act.Service
	Accounts      *account.Service
	Mails         *mail.Outbox
	Organizations *organization.Service
}

// New is the Service on a database. From now on no act is sent with a partner
// that has said to be none, and partners hear of the acts that name them.
func New(db *postgres.DB, parts Parts, now func() time.Time) *Service {
	s := &Service{Parts: parts, db: db, now: now}
	s.Acts.Requires(s.checkTx)
	s.Acts.OnNews(s.newsTx)
	return s
}

// Path is where a coordinator says something of a joint act.
func Path(id act.ID) string { return fmt.Sprintf("/oma/organisaatio/yhteiset/%d", int64(id)) }

// told reports whether partners are told of an act of the status: once it has
// been sent, as long as it goes on.
func told(s act.Status) bool { return s.Waiting() || s.Public() }

// Of is the joint acts of the organisation that viewer coordinates, what was
// sent last first.
func (s *Service) Of(ctx context.Context, viewer account.Account) ([]Joint, error) {
	if !viewer.Coordinates(viewer.OrganizationID) {
		return nil, fmt.Errorf("list joint acts of %d: %w", viewer.OrganizationID, fault.Forbidden)
	}
	return repository{s.db}.joint(ctx, organization.ID(viewer.OrganizationID))
}

// Find is a joint act of the organisation that viewer coordinates, or a
// fault.NotFound.
func (s *Service) Find(ctx context.Context, viewer account.Account, id act.ID) (Joint, error) {
	if !viewer.Coordinates(viewer.OrganizationID) {
		return Joint{}, fmt.Errorf("find the joint %v: %w", id, fault.NotFound)
	}
	all, err := s.Of(ctx, viewer)
	if err != nil {
		return Joint{}, err
	}
	if at := slices.IndexFunc(all, func(j Joint) bool { return j.ID == id }); at >= 0 {
		return all[at], nil
	}
	return Joint{}, fmt.Errorf("find the joint %v: %w", id, fault.NotFound)
}

// Denials is which organisations have said of some acts that they are no
// partners. Callers see to it that the reader writes the acts.
func (s *Service) Denials(ctx context.Context, acts []act.Act) (map[act.ID][]Denial, error) {
	ids, by := make([]act.ID, len(acts)), map[act.ID][]Denial{}
	for i, a := range acts {
		ids[i] = a.ID
	}
	all, err := repository{s.db}.denials(ctx, ids)
	for _, d := range all {
		by[d.ActID] = append(by[d.ActID], d)
	}
	return by, err
}

// Problems is what keeps an act from being sent with the partners that it names.
func (s *Service) Problems(ctx context.Context, a act.Act) (validate.Problems, error) {
	return s.problems(ctx, s.db, a)
}

func (s *Service) problems(ctx context.Context, q postgres.Querier, a act.Act) (validate.Problems, error) {
	if len(a.PartnerIDs) == 0 || a.ID == 0 {
		return nil, nil
	}
	denied, err := s.Acts.Denied(ctx, q, a.ID)
	var p validate.Problems
	if slices.ContainsFunc(a.PartnerIDs, func(o organization.ID) bool { return slices.Contains(denied[a.ID], o) }) {
		p.Add("partners", validate.NoPartner, 0)
	}
	return p, err
}

func (s *Service) checkTx(ctx context.Context, tx pgx.Tx, a act.Act) error {
	p, err := s.problems(ctx, tx, a)
	if err != nil {
		return err
	}
	return p.Err()
}
