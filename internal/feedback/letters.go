package feedback

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

var (
	arrivedSubject = i18n.T("Palautetta Tekojen torista, vastattava viimeistään %s", "Respons om Framstegsarenan, besvaras senast %s", "Feedback on Tekojen tori, to be answered by %s")
	arrivedBody    = i18n.T("Hei!\n\nTorille tuli palautetta:\n\n%s\n\nLue ja merkitse vastatuksi täällä:\n\n%s\n",
		"Hej!\n\nDet har kommit respons:\n\n%s\n\nLäs och markera som besvarad här:\n\n%s\n",
		"Hello,\n\nThere is new feedback:\n\n%s\n\nRead it and mark it as answered here:\n\n%s\n")
)

// inbox is where feedback is read.
const inbox = "/moderointi/palautteet"

// tellTx posts a mail to everyone who answers feedback.
func (s *Service) tellTx(ctx context.Context, tx pgx.Tx, f Feedback) error {
	told := map[account.ID]bool{}
	for _, role := range []account.Role{account.Moderator, account.Admin} {
		people, err := s.accounts.WithRole(ctx, tx, role)
		if err != nil {
			return err
		}
		for _, a := range people {
			if told[a.ID] {
				continue
			}
			told[a.ID] = true
			lang := i18n.Lang(a.Language)
			in := i18n.With(ctx, lang)
			if err := s.mails.PostTx(ctx, tx, mail.Message{
				To: a.Email, Subject: arrivedSubject.In(in, i18n.Date(in, f.DueOn)), Body: arrivedBody.In(in, f.Message, s.mails.Link(lang, inbox)),
				Key: fmt.Sprintf("%v to %v", f.ID, a.ID),
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
