package jury

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letter to a new juror.
var (
	invitedSubject = i18n.T("Olet raadissa: %s", "Du sitter i juryn: %s", "You are on the jury: %s")
	invitedBody    = i18n.T(
		"Hei!\n\nOlet raadissa, joka arvioi ehdokkaat: %[1]s. Pisteytät ehdokkaat itsenäisesti, eikä kukaan muu raadissa näe pisteitäsi. Jos jokin ehdokas on sinulle tai työpaikallesi läheinen, ilmoita siitä sivulla.\n\nEhdokkaat ovat täällä:\n\n%[2]s\n\nTerveisin\nTekojen torin väki\n",
		"Hej!\n\nDu sitter i juryn som bedömer kandidaterna: %[1]s. Du ger dina poäng självständigt, och ingen annan i juryn ser dem. Om en kandidat står dig eller din arbetsplats nära, säg till på sidan.\n\nKandidaterna finns här:\n\n%[2]s\n\nVänliga hälsningar\nFramstegsarenan\n",
		"Hello,\n\nYou are on the jury that scores the nominees: %[1]s. You score on your own, and nobody else on the jury sees your points. If a nominee is close to you or your workplace, say so on the page.\n\nThe nominees are here:\n\n%[2]s\n\nBest regards,\nTekojen tori\n")
)

func (s *Service) inviteTx(ctx context.Context, tx pgx.Tx, p campaign.Prize, who account.Account) error {
	lang := i18n.Lang(who.Language)
	in := i18n.With(ctx, lang)
	return s.Mails.PostTx(ctx, tx, mail.Message{
		To: who.Email, Subject: invitedSubject.In(in, p.Name.In(in)),
		Body: invitedBody.In(in, p.Name.In(in), s.Mails.Link(lang, fmt.Sprintf("/raati/%d", int64(p.ID)))),
		Key:  fmt.Sprintf("jury of %v, %v", p.ID, who.ID),
	})
}
