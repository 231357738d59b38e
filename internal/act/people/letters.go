package people

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// A letter is a mail about the people of an act: the subject takes its title,
// the body its title, a person, what the person says, and a link.
type letter struct{ subject, body i18n.Text }

var (
	goodbye = i18n.T("\n\nTerveisin\nTekojen torin väki\n", "\n\nVänliga hälsningar\nFramstegsarenan\n", "\n\nBest regards,\nTekojen tori\n")

	asked = letter{
		i18n.T("Joku haluaa mukaan tekoosi: %s", "Någon vill vara med i din gärning: %s", "Somebody would like to join your act: %s"),
		i18n.T("Hei!\n\n%[2]s kertoo olevansa tekemässä samaa kuin teossa ”%[1]s” ja haluaisi mukaan sen tekijöihin.%[3]s\n\nMukana oleva voi muokata tekoa kanssasi. Vastaa täällä:\n\n%[4]s",
			"Hej!\n\n%[2]s berättar att hen gör samma sak som i gärningen ”%[1]s” och vill vara med bland dem som har gjort den.%[3]s\n\nDen som är med kan redigera gärningen tillsammans med dig. Svara här:\n\n%[4]s",
			"Hello,\n\n%[2]s says that they are doing the same as the act “%[1]s” tells about, and would like to be one of its authors.%[3]s\n\nA co-author can edit the act with you. Answer here:\n\n%[4]s"),
	}
	greets = i18n.T("\n\nTerveiset: %s", "\n\nHälsning: %s", "\n\nThey write: %s")

	welcomed = letter{
		i18n.T("Olet nyt mukana teossa: %s", "Du är nu med i gärningen: %s", "You are now an author of: %s"),
		i18n.T("Hei!\n\nOlet nyt yksi teon ”%[1]s” tekijöistä. Teko on omissa teoissasi, ja voit muokata sitä:\n\n%[4]s",
			"Hej!\n\nDu är nu en av dem som har gjort gärningen ”%[1]s”. Den finns bland dina gärningar, och du kan redigera den:\n\n%[4]s",
			"Hello,\n\nYou are now one of the authors of “%[1]s”. It is among your acts, and you can edit it:\n\n%[4]s"),
	}
	handed = letter{
		i18n.T("Teko on nyt sinun: %s", "Gärningen är nu din: %s", "The act is now yours: %s"),
		i18n.T("Hei!\n\nTeon ”%[1]s” omistaja on poistanut tunnuksensa torilta. Sinä olet ollut mukana sen tekijöissä, ja siksi teko on nyt sinun: voit lähettää, päivittää ja perua sen. Löydät sen omista teoistasi:\n\n%[4]s",
			"Hej!\n\nÄgaren till gärningen ”%[1]s” har tagit bort sitt konto från arenan. Du har varit med bland dem som gjort den, och därför är den nu din: du kan skicka, uppdatera och dra tillbaka den. Du hittar den bland dina gärningar:\n\n%[4]s",
			"Hello,\n\nThe owner of the act “%[1]s” has deleted their account. You have been one of its authors, so the act is now yours: you can send, update and withdraw it. You find it among your acts:\n\n%[4]s"),
	}
	declined = letter{
		i18n.T("Vastaus pyyntöösi: %s", "Svar på din förfrågan: %s", "Answer to your request: %s"),
		i18n.T("Hei!\n\nTeon ”%[1]s” tekijät eivät tällä kertaa ottaneet sinua mukaan. Voit silti kertoa omasta teostasi, vaikka se olisi samankaltainen:\n\n%[4]s",
			"Hej!\n\nDe som har gjort gärningen ”%[1]s” tog inte med dig den här gången. Du kan ändå berätta om din egen gärning, även om den liknar den:\n\n%[4]s",
			"Hello,\n\nThe authors of “%[1]s” have not taken you along this time. You can still tell about your own act, even if it is much alike:\n\n%[4]s"),
	}
)

// tellAskedTx tells whoever decides: the owner, or the moderators when nobody
// here owns the act.
func (s *Service) tellAskedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, id RequestID, greeting string) error {
	var deciding []account.Account
	var err error
	if a.OwnerID == 0 {
		deciding, err = s.Accounts.WithRole(ctx, tx, account.Moderator)
	} else {
		deciding = make([]account.Account, 1)
		deciding[0], err = s.Accounts.FindTx(ctx, tx, a.OwnerID)
	}
	if err != nil {
		return err
	}
	for _, to := range deciding {
		says := ""
		if greeting != "" {
			says = greets.In(i18n.With(ctx, i18n.Lang(to.Language)), greeting)
		}
		w := words{act: a, person: described(by), says: says, path: circlePath(a), key: fmt.Sprintf("%v to %v", id, to.ID)}
		if err := s.postTx(ctx, tx, to, asked, w); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tellAnsweredTx(ctx context.Context, tx pgx.Tx, a act.Act, to account.Account, q Request, yes bool) error {
	l, path := declined, "/ilmoita-teko"
	if yes {
		l, path = welcomed, "/omat-teot"
	}
	return s.postTx(ctx, tx, to, l, words{act: a, path: path, key: fmt.Sprintf("answer to %v", q.ID)})
}

// words is what a letter says besides its own.
type words struct {
	act                     act.Act
	person, says, path, key string
}

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, l letter, w words) error {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	return s.Mails.PostTx(ctx, tx, mail.Message{
		To: to.Email, Subject: l.subject.In(in, w.act.Title), Key: w.key,
		Body: l.body.In(in, w.act.Title, w.person, w.says, s.Mails.Link(lang, w.path)) + goodbye.In(in),
	})
}

// circlePath is the page where the people of an act are seen to.
func circlePath(a act.Act) string { return fmt.Sprintf("/omat-teot/%d/tekijat", int64(a.ID)) }

// described is a person with the address that they answer at.
func described(a account.Account) string {
	if a.Name == "" {
		return a.Email
	}
	return a.Name + " (" + a.Email + ")"
}
