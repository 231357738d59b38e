package peoplepage

import (
	"context"
	"errors"
	"net/http"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/act/consent"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// asking is a question to a contact, and the answer so far.
type asking struct {
	consent.Opened
	Token string
}

func (v asking) title() i18n.Text {
	switch v.State {
	case act.Given:
		return contactYesT
	case act.TakenBack:
		return contactNoT
	case act.Asked, act.NotAsked:
	}
	return contactT
}

func (v asking) lead() i18n.Text {
	switch v.State {
	case act.Given:
		return contactYesLead
	case act.TakenBack:
		return contactNoLead
	case act.Asked, act.NotAsked:
	}
	return contactLead
}

// A fact is one thing that is shown of a contact.
type fact struct {
	label i18n.Text
	text  string
	words i18n.Text // in place of the text
}

func (f fact) value(ctx context.Context) string {
	if f.text == "" {
		return f.words.In(ctx)
	}
	return f.text
}

func (v asking) facts() []fact {
	c, to := v.Contact, shownToAll
	if c.VisibleTo == act.SignedIn {
		to = shownToSignedIn
	}
	var some []fact
	for _, f := range []fact{
		{label: factName, text: c.Name},
		{label: factTitle, text: c.Title},
		{label: factOrganization, text: c.Organization},
		{label: factEmail, text: c.Email},
		{label: factPhone, text: c.Phone},
		{label: factShown, words: to},
	} {
		if f.text != "" || !f.words.IsZero() {
			some = append(some, f)
		}
	}
	return some
}

// ContactForm is what the link in a mail to a contact opens.
func (p Pages) ContactForm(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	o, err := p.Consents.Peek(r.Context(), token)
	if errors.Is(err, fault.NotFound) {
		return page.Render(w, r, http.StatusNotFound, over(contactDeadT, contactDeadLead))
	}
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, contact(asking{o, token}))
}

// AnswerAsContact takes the answer, and shows how it is now. It takes no
// account: whoever has the mail is the contact.
func (p Pages) AnswerAsContact(w http.ResponseWriter, r *http.Request) error {
	token := r.PathValue("token")
	var err error
	switch r.PostFormValue("answer") {
	case "yes":
		err = p.Consents.Give(r.Context(), token)
	case "no":
		err = p.Consents.Withdraw(r.Context(), token)
	}
	if err != nil && !errors.Is(err, fault.NotFound) {
		return err
	}
	return page.Redirect(w, r, "/yhteyshenkilo/"+token)
}

var (
	contactT    = i18n.T("Saako sinut näyttää yhteyshenkilönä?", "Får vi visa dig som kontaktperson?", "May we show you as a contact?")
	contactLead = i18n.T("Sinut on nimetty teon yhteyshenkilöksi. Näytämme tietosi vasta, kun annat luvan.", "Du har angetts som kontaktperson för en gärning. Vi visar dina uppgifter först när du ger lov.", "You have been named as a contact of an act. Your details are shown only once you agree.")
	contactYesT = i18n.T("Olet yhteyshenkilö", "Du är kontaktperson", "You are a contact")

	contactYesLead = i18n.T("Kiitos, lukijat voivat kysyä sinulta lisää. Voit vahvistaa tiedot tai poistaa ne näkyvistä milloin tahansa.", "Tack, läsarna kan fråga dig mer. Du kan när som helst bekräfta uppgifterna eller ta bort dem.", "Thank you, readers can ask you more. You can confirm the details or remove them at any time.")
	contactNoT     = i18n.T("Tietojasi ei näytetä", "Dina uppgifter visas inte", "Your details are not shown")
	contactNoLead  = i18n.T("Tietosi ovat poissa julkisilta sivuilta. Kerroimme asiasta teon omistajalle.", "Dina uppgifter är borta från de offentliga sidorna. Vi har meddelat gärningens ägare.", "Your details are gone from the public pages. We have told the owner of the act.")
	yourDetails    = i18n.T("Tietosi", "Dina uppgifter", "Your details")
	allowB         = i18n.T("Annan luvan", "Jag ger lov", "I agree")
	refuseB        = i18n.T("En halua näkyä", "Jag vill inte visas", "I do not want to be shown")
	stillB         = i18n.T("Tiedot pitävät paikkansa", "Uppgifterna stämmer", "The details are right")
	withdrawB      = i18n.T("Poista tietoni näkyvistä", "Ta bort mina uppgifter", "Remove my details")
	againB         = i18n.T("Annan luvan sittenkin", "Jag ger lov ändå", "I agree after all")
	contactNote    = i18n.T("Linkki on sinun: se toimii niin kauan kuin teko on torilla. Virheelliset tiedot korjaa teon omistaja.", "Länken är din: den fungerar så länge gärningen finns på arenan. Felaktiga uppgifter rättas av gärningens ägare.", "The link is yours: it works as long as the act is at the portal. The owner of the act corrects wrong details.")

	contactDeadT    = i18n.T("Linkki ei toimi", "Länken fungerar inte", "The link does not work")
	contactDeadLead = i18n.T("Tekoa ei enää ole, tai linkki on vajaa. Kopioi se viestistä kokonaan.", "Gärningen finns inte längre, eller så är länken ofullständig. Kopiera hela länken ur meddelandet.", "The act is gone, or the link is not whole. Copy all of it from the mail.")

	factName         = i18n.T("Nimi", "Namn", "Name")
	factTitle        = i18n.T("Tehtävänimike", "Titel", "Job title")
	factOrganization = i18n.T("Organisaatio", "Organisation", "Organisation")
	factEmail        = i18n.T("Sähköposti", "E-post", "E-mail")
	factPhone        = i18n.T("Puhelin", "Telefon", "Phone")
	factShown        = i18n.T("Näytetään", "Visas för", "Shown to")
	shownToAll       = i18n.T("Kaikille", "Alla", "Everyone")
	shownToSignedIn  = i18n.T("Kirjautuneille", "Inloggade", "People who have signed in")
)
