package submitpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// A withdrawal is how the owner of an act is asked before it is taken back:
// what opens the question, what happens then, and what the button says.
type withdrawal struct{ ask, then, button i18n.Text }

// withdrawalOf is what is asked of a, as it stands.
func withdrawalOf(a act.Act) withdrawal {
	switch {
	case a.Updating:
		return withdrawal{updateDrop, dropUpdateH, dropUpdateB}
	case a.Status == act.Draft:
		return withdrawal{dropDraft, dropDraftH, dropDraftB}
	default:
		return withdrawal{withdraw, withdrawH, withdrawB}
	}
}

var (
	withdraw  = i18n.T("Peru teko", "Dra tillbaka gärningen", "Withdraw")
	withdrawH = i18n.T("Moderoija ei enää käsittele tekoa, eikä sitä julkaista. Et voi lähettää sitä uudelleen, mutta teksti jää luettavaksi omiin tekoihisi.",
		"Moderatorn behandlar inte längre gärningen, och den publiceras inte. Du kan inte skicka den på nytt, men texten finns kvar att läsa bland dina gärningar.",
		"The moderators no longer look at the act, and it will not be published. You cannot send it again, but its text stays among your acts to be read.")
	withdrawB = i18n.T("Kyllä, peru teko", "Ja, dra tillbaka gärningen", "Yes, withdraw the act")

	dropDraft  = i18n.T("Luovu luonnoksesta", "Slopa utkastet", "Give the draft up")
	dropDraftH = i18n.T("Luonnosta ei voi sen jälkeen muokata eikä lähettää, mutta teksti jää luettavaksi omiin tekoihisi. Jos aiot vielä jatkaa, sinun ei tarvitse tehdä mitään: luonnos säilyy.",
		"Utkastet kan därefter varken ändras eller skickas, men texten finns kvar att läsa bland dina gärningar. Tänker du fortsätta behöver du inte göra något: utkastet sparas.",
		"The draft can then be neither changed nor sent, but its text stays among your acts to be read. If you mean to go on, you need do nothing: the draft is kept.")
	dropDraftB = i18n.T("Kyllä, luovu luonnoksesta", "Ja, slopa utkastet", "Yes, give the draft up")

	updateDrop  = i18n.T("Peru päivitys", "Slopa uppdateringen", "Drop the update")
	dropUpdateH = i18n.T("Päivitykseen kirjoittamasi teksti ja siihen lisätyt liitteet häviävät, eikä niitä saa takaisin. Julkaistu teko pysyy ennallaan, ja voit aloittaa uuden päivityksen milloin vain.",
		"Texten som du har skrivit i uppdateringen och bilagorna som lagts till i den försvinner och fås inte tillbaka. Den publicerade gärningen förblir som den är, och du kan börja på en ny uppdatering när som helst.",
		"What you have written into the update, and the attachments added to it, are gone for good. The published act stays as it is, and you can begin a new update at any time.")
	dropUpdateB = i18n.T("Kyllä, peru päivitys", "Ja, slopa uppdateringen", "Yes, drop the update")

	withdrawTold = i18n.T("Muut tekijät saavat siitä viestin.", "De övriga medverkande får ett meddelande om det.", "The other authors are told by e-mail.")
)
