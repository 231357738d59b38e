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

// The letters about the people of an act. Their subjects take its title, their
// bodies its title, a person, what the person says, and a link.
var (
	asked = mail.Letter{
		Subject: i18n.T("Joku haluaa mukaan tekoosi: %s", "Någon vill vara med i din gärning: %s", "Somebody would like to join your act: %s"),
		Body: i18n.T("Hei!\n\n%[2]s kertoo olevansa tekemässä samaa kuin teossa ”%[1]s” ja haluaisi mukaan sen tekijöihin.%[3]s\n\nMukana oleva voi muokata tekoa kanssasi. Vastaa täällä:\n\n%[4]s",
			"Hej!\n\n%[2]s berättar att hen gör samma sak som i gärningen ”%[1]s” och vill vara med bland dem som har gjort den.%[3]s\n\nDen som är med kan redigera gärningen tillsammans med dig. Svara här:\n\n%[4]s",
			"Hello,\n\n%[2]s says that they are doing the same as the act “%[1]s” tells about, and would like to be one of its authors.%[3]s\n\nA co-author can edit the act with you. Answer here:\n\n%[4]s"),
	}
	greets = i18n.T("\n\nTerveiset: %s", "\n\nHälsning: %s", "\n\nThey write: %s")

	welcomed = mail.Letter{
		Subject: i18n.T("Olet nyt mukana teossa: %s", "Du är nu med i gärningen: %s", "You are now an author of: %s"),
		Body: i18n.T("Hei!\n\nOlet nyt yksi teon ”%[1]s” tekijöistä. Teko on omissa teoissasi, ja voit muokata sitä:\n\n%[4]s",
			"Hej!\n\nDu är nu en av dem som har gjort gärningen ”%[1]s”. Den finns bland dina gärningar, och du kan redigera den:\n\n%[4]s",
			"Hello,\n\nYou are now one of the authors of “%[1]s”. It is among your acts, and you can edit it:\n\n%[4]s"),
	}
	handed = mail.Letter{
		Subject: i18n.T("Teko on nyt sinun: %s", "Gärningen är nu din: %s", "The act is now yours: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” omistaja on poistanut tunnuksensa torilta. Sinä olet ollut mukana sen tekijöissä, ja siksi teko on nyt sinun: voit lähettää, päivittää ja perua sen. Löydät sen omista teoistasi:\n\n%[4]s",
			"Hej!\n\nÄgaren till gärningen ”%[1]s” har tagit bort sitt konto från arenan. Du har varit med bland dem som gjort den, och därför är den nu din: du kan skicka, uppdatera och dra tillbaka den. Du hittar den bland dina gärningar:\n\n%[4]s",
			"Hello,\n\nThe owner of the act “%[1]s” has deleted their account. You have been one of its authors, so the act is now yours: you can send, update and withdraw it. You find it among your acts:\n\n%[4]s"),
	}
	declined = mail.Letter{
		Subject: i18n.T("Vastaus pyyntöösi: %s", "Svar på din förfrågan: %s", "Answer to your request: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” tekijät eivät tällä kertaa ottaneet sinua mukaan. Voit silti kertoa omasta teostasi, vaikka se olisi samankaltainen:\n\n%[4]s",
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

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, l mail.Letter, w words) error {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	if w.act.Title == "" {
		w.act.Title = noTitle.In(in)
	}
	return s.Mails.PostTx(ctx, tx, l.Message(in, to.Email, w.key, w.act.Title, w.person, w.says, s.Mails.Link(lang, w.path)))
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

var (
	invited = mail.Letter{
		Subject: i18n.T("Kutsu teon tekijäksi: %s", "Inbjudan att vara med: %s", "Invitation to be an author: %s"),
		Body: i18n.T("Hei!\n\n%[2]s kutsuu sinut kertomaan kehittämisteosta ”%[1]s” Tekojen torilla. Mukana oleva näkee teon omissa teoissaan ja voi muokata sitä.\n\nVastaa kutsuun täällä ja kirjaudu tällä sähköpostiosoitteella:\n\n%[4]s\n\nKutsu on voimassa %[3]s asti. Jos se ei ole sinulle, voit unohtaa tämän viestin.",
			"Hej!\n\n%[2]s bjuder in dig att berätta om utvecklingsgärningen ”%[1]s” på Framstegsarenan. Den som är med ser gärningen bland sina egna och kan redigera den.\n\nSvara på inbjudan här och logga in med den här e-postadressen:\n\n%[4]s\n\nInbjudan gäller till %[3]s. Om den inte är till dig kan du glömma det här meddelandet.",
			"Hello,\n\n%[2]s invites you to tell about the development act “%[1]s” at Tekojen tori. A co-author sees the act among their own and can edit it.\n\nAnswer here, signed in with this e-mail address:\n\n%[4]s\n\nThe invitation is good until %[3]s. If it is not for you, you can forget this message."),
	}
	handedOver = mail.Letter{
		Subject: i18n.T("Teko tarjotaan sinulle: %s", "En gärning erbjuds dig: %s", "An act is offered to you: %s"),
		Body: i18n.T("Hei!\n\n%[2]s haluaa luovuttaa sinulle kehittämisteon ”%[1]s” Tekojen torilla. Jos otat sen vastaan, sinä päätät teosta: lähetät sen, päivität sitä ja valitset, ketkä ovat mukana.\n\nVastaa täällä ja kirjaudu tällä sähköpostiosoitteella:\n\n%[4]s\n\nTarjous on voimassa %[3]s asti. Siihen asti teko on entisen omistajansa.",
			"Hej!\n\n%[2]s vill överlåta utvecklingsgärningen ”%[1]s” på Framstegsarenan till dig. Om du tar emot den är det du som bestämmer om gärningen: du skickar den, uppdaterar den och väljer vilka som är med.\n\nSvara här och logga in med den här e-postadressen:\n\n%[4]s\n\nErbjudandet gäller till %[3]s. Till dess är gärningen kvar hos sin ägare.",
			"Hello,\n\n%[2]s would like to hand over the development act “%[1]s” at Tekojen tori to you. If you take it, you decide on it: you send it, update it and choose who takes part.\n\nAnswer here, signed in with this e-mail address:\n\n%[4]s\n\nThe offer is good until %[3]s. Until then the act stays with its owner."),
	}
	joined = mail.Letter{
		Subject: i18n.T("Kutsusi on hyväksytty: %s", "Din inbjudan är antagen: %s", "Your invitation is accepted: %s"),
		Body: i18n.T("Hei!\n\n%[2]s on nyt mukana teossa ”%[1]s”:\n\n%[4]s",
			"Hej!\n\n%[2]s är nu med i gärningen ”%[1]s”:\n\n%[4]s",
			"Hello,\n\n%[2]s is now one of the authors of “%[1]s”:\n\n%[4]s"),
	}
	taken = mail.Letter{
		Subject: i18n.T("Teolla on uusi omistaja: %s", "Gärningen har en ny ägare: %s", "The act has a new owner: %s"),
		Body: i18n.T("Hei!\n\n%[2]s on nyt teon ”%[1]s” omistaja. Sinä jäit teon tekijäksi, joten näet sen yhä omissa teoissasi:\n\n%[4]s",
			"Hej!\n\n%[2]s är nu ägare till gärningen ”%[1]s”. Du är kvar som medverkande och ser den fortfarande bland dina gärningar:\n\n%[4]s",
			"Hello,\n\n%[2]s now owns the act “%[1]s”. You stay as one of its authors, and still see it among your acts:\n\n%[4]s"),
	}
	noTitle = i18n.T("nimetön luonnos", "utkast utan namn", "an untitled draft")
)

// tellInvitedTx posts an invitation, in the language of its reader where that
// is known, else in that of its writer.
func (s *Service) tellInvitedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, v Invitation, token string, lang i18n.Lang) error {
	to := account.Account{Email: v.Email, Language: string(lang)}
	known, err := s.Accounts.ByEmailTx(ctx, tx, v.Email)
	if err == nil {
		to.Language = known.Language
	} else if !isMissing(err) {
		return err
	}
	l := invited
	if v.AsOwner {
		l = handedOver
	}
	until := i18n.Date(i18n.With(ctx, i18n.Lang(to.Language)), v.ExpiresAt)
	return s.postTx(ctx, tx, to, l, words{act: a, person: described(by), says: until, path: "/kutsut/" + token, key: v.ID.String()})
}

// tellAcceptedTx tells whoever invited.
func (s *Service) tellAcceptedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, v Invitation) error {
	to, err := s.Accounts.FindTx(ctx, tx, v.ByID)
	if err != nil {
		return err
	}
	l := joined
	if v.AsOwner {
		l = taken
	}
	return s.postTx(ctx, tx, to, l, words{act: a, person: described(by), path: circlePath(a), key: "accepted " + v.ID.String()})
}
