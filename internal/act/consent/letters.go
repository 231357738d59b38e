package consent

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letters about a contact. Their subjects take the title of the act; those
// to the contact the title, what would be shown, to whom, and a link.
var (
	question = mail.Letter{
		Subject: i18n.T("Saako sinut näyttää yhteyshenkilönä: %s", "Får vi visa dig som kontaktperson: %s", "May we show you as a contact: %s"),
		Body: i18n.T("Hei!\n\nSinut on nimetty kehittämisteon ”%[1]s” yhteyshenkilöksi Tekojen torilla. Tiedot, jotka näytettäisiin %[3]s, ovat nämä:\n\n%[2]s\n\nNäytämme ne vasta, kun annat luvan. Vastaa täällä, kirjautua ei tarvitse:\n\n%[4]s\n\nSaman linkin takaa voit koska tahansa myös poistaa tietosi näkyvistä. Jos et vastaa, tietojasi ei näytetä.",
			"Hej!\n\nDu har angetts som kontaktperson för utvecklingsgärningen ”%[1]s” på Framstegsarenan. Uppgifterna som skulle visas %[3]s är dessa:\n\n%[2]s\n\nVi visar dem först när du ger lov. Svara här, du behöver inte logga in:\n\n%[4]s\n\nVia samma länk kan du när som helst också ta bort dina uppgifter. Om du inte svarar visas de inte.",
			"Hello,\n\nYou have been named as a contact of the development act “%[1]s” at Tekojen tori. These details would be shown %[3]s:\n\n%[2]s\n\nWe show them only once you agree. Answer here, no sign-in is needed:\n\n%[4]s\n\nBy the same link you can also remove your details at any time. If you do not answer, they are not shown."),
	}
	yearly = mail.Letter{
		Subject: i18n.T("Vieläkö olet yhteyshenkilö: %s", "Är du fortfarande kontaktperson: %s", "Are you still a contact: %s"),
		Body: i18n.T("Hei!\n\nOlet kehittämisteon ”%[1]s” yhteyshenkilö Tekojen torilla. Kerran vuodessa kysymme, pitävätkö tiedot yhä paikkansa. Ne näkyvät %[3]s näin:\n\n%[2]s\n\nVahvista tiedot tai poista ne näkyvistä täällä, kirjautua ei tarvitse:\n\n%[4]s",
			"Hej!\n\nDu är kontaktperson för utvecklingsgärningen ”%[1]s” på Framstegsarenan. En gång om året frågar vi om uppgifterna fortfarande stämmer. De visas %[3]s så här:\n\n%[2]s\n\nBekräfta uppgifterna eller ta bort dem här, du behöver inte logga in:\n\n%[4]s",
			"Hello,\n\nYou are a contact of the development act “%[1]s” at Tekojen tori. Once a year we ask whether the details are still right. They are shown %[3]s like this:\n\n%[2]s\n\nConfirm them or remove them here, no sign-in is needed:\n\n%[4]s"),
	}
	toEveryone = i18n.T("kaikille lukijoille", "för alla läsare", "to all readers")
	toSignedIn = i18n.T("kirjautuneille lukijoille", "för inloggade läsare", "to readers who have signed in")

	gone = mail.Letter{
		Subject: i18n.T("Yhteyshenkilö on vetäytynyt: %s", "En kontaktperson har dragit sig tillbaka: %s", "A contact has withdrawn: %s"),
		Body: i18n.T("Hei!\n\n%[2]s ei ole enää teon ”%[1]s” yhteyshenkilö, eikä hänen tietojaan näytetä. Jos teolla ei ole muita yhteyshenkilöitä, nimeä uusi, jotta lukijat voivat kysyä lisää:\n\n%[3]s",
			"Hej!\n\n%[2]s är inte längre kontaktperson för gärningen ”%[1]s”, och uppgifterna visas inte. Om gärningen inte har några andra kontaktpersoner, ange en ny så att läsarna kan fråga mer:\n\n%[3]s",
			"Hello,\n\n%[2]s is no longer a contact of the act “%[1]s”, and the details are not shown. If the act has no other contacts, name a new one, so that readers can ask more:\n\n%[3]s"),
	}
)

// mailTx posts a letter to the person that k is about, with a link of its own.
// It is in the language of their account, else of the act.
func (s *Service) mailTx(ctx context.Context, tx pgx.Tx, a act.Act, k Consent, l mail.Letter, key string) error {
	path, err := s.newLinkTx(ctx, tx, k.ID)
	if err != nil {
		return err
	}
	lang := i18n.Lang(a.Language)
	known, err := s.Accounts.ByEmailTx(ctx, tx, k.Email)
	if err == nil {
		lang = i18n.Lang(known.Language)
	} else if !errors.Is(err, fault.NotFound) {
		return err
	}
	in, to := i18n.With(ctx, lang), toEveryone
	if k.Contact.VisibleTo == act.SignedIn {
		to = toSignedIn
	}
	return s.Mails.PostTx(ctx, tx, l.Message(in, k.Email, key, a.Title, details(k.Contact), to.In(in), s.Mails.Link(lang, path)))
}

// details is what is shown of a contact, a line for each.
func details(c act.Contact) string {
	var lines []string
	for _, l := range []string{c.Name, c.Title, c.Organization, c.Email, c.Phone} {
		if l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// tellWithdrawnTx tells the owner of the act.
func (s *Service) tellWithdrawnTx(ctx context.Context, tx pgx.Tx, a act.Act, k Consent) error {
	if a.OwnerID == 0 {
		return nil
	}
	to, err := s.Accounts.FindTx(ctx, tx, a.OwnerID)
	if err != nil {
		return err
	}
	lang := i18n.Lang(to.Language)
	return s.Mails.PostTx(ctx, tx, gone.Message(i18n.With(ctx, lang), to.Email, fmt.Sprintf("%v withdrawn %d", k.ID, s.now().Unix()),
		a.Title, k.Contact.Name, s.Mails.Link(lang, "/omat-teot")))
}
