package campaign

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
)

// released is an award that has just come out.
type released struct {
	ID                     AwardID
	ActID                  act.ID
	OrganizationID         organization.ID
	Person                 string
	GrantedOn              time.Time
	NameFi, NameSv, NameEn string
}

// The letter to a winner: the prize, who has won it, and the page of the year.
var (
	wonSubject = i18n.T("Onnea! Teille myönnettiin %s", "Grattis! Ni har fått %s", "Congratulations: %s")
	wonBody    = i18n.T(
		"Hei!\n\nOnnea! %[1]s: ”%[2]s”.\n\nKaikki palkitut ovat täällä:\n\n%[3]s\n\nTerveisin\nTekojen torin väki\n",
		"Hej!\n\nGrattis! %[1]s: ”%[2]s”.\n\nAlla prisbelönta finns här:\n\n%[3]s\n\nVänliga hälsningar\nFramstegsarenan\n",
		"Hello,\n\nCongratulations! %[1]s: “%[2]s”.\n\nAll the awarded are here:\n\n%[3]s\n\nBest regards,\nTekojen tori\n")
)

// congratulateTx writes to the owner of an act, or to the coordinators of an
// organisation, also when somebody who works there has won. Imported acts have no owner here, and nobody to write to.
func (s *Service) congratulateTx(ctx context.Context, tx pgx.Tx, r released) error {
	people, won, err := s.winnersTx(ctx, tx, r)
	if err != nil {
		return err
	}
	for _, a := range people {
		lang := i18n.Lang(a.Language)
		in := i18n.With(ctx, lang)
		prize := i18n.Name(r.NameFi, r.NameSv, r.NameEn).In(in)
		err := s.Mails.PostTx(ctx, tx, mail.Message{
			To: a.Email, Subject: wonSubject.In(in, prize),
			Body: wonBody.In(in, prize, won, s.Mails.Link(lang, fmt.Sprintf("/palkitut/%d", r.GrantedOn.Year()))),
			Key:  fmt.Sprintf("%v won by %v", r.ID, a.ID),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) winnersTx(ctx context.Context, tx pgx.Tx, r released) ([]account.Account, string, error) {
	if r.ActID != 0 {
		a, err := s.Acts.LockTx(ctx, tx, r.ActID)
		if err != nil || a.OwnerID == 0 {
			return nil, "", err
		}
		owner, err := s.Accounts.FindTx(ctx, tx, a.OwnerID)
		return []account.Account{owner}, a.Title, err
	}
	all, err := s.Accounts.WithRole(ctx, tx, account.Coordinator)
	var own []account.Account
	for _, a := range all {
		if a.Coordinates(int64(r.OrganizationID)) {
			own = append(own, a)
		}
	}
	if r.Person != "" {
		return own, r.Person, err
	}
	return own, s.Organizations.Directory().Get(r.OrganizationID).Name.To(i18n.FI), err
}
