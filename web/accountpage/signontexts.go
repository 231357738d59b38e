package accountpage

import "tekojentori.fi/tori/internal/i18n"

var (
	ownTitle = i18n.T("Kirjaudu organisaatiosi tunnuksella", "Logga in med din organisations konto", "Sign in with your organisation’s account")
	ownLead  = i18n.T(
		"Osoitteesi kuuluu organisaatioon %s, jolla on oma kirjautuminen. Siirryt sinne ja palaat sitten takaisin torille.",
		"Din adress hör till organisationen %s, som har en egen inloggning. Du går dit och kommer sedan tillbaka till arenan.",
		"Your address belongs to %s, which has a sign-in of its own. You go there and then come back to the portal.")
	ownGo   = i18n.T("Siirry kirjautumaan", "Gå till inloggningen", "Go and sign in")
	ownMail = i18n.T("Jos se ei onnistu, lähetämme sinulle linkin sähköpostiin.", "Om det inte lyckas skickar vi en länk per e-post.", "If that does not work, we send you a link by e-mail.")

	signOnTitle = i18n.T("Kirjautuminen ei onnistunut", "Inloggningen misslyckades", "Signing in did not succeed")
	signOnStale = i18n.T(
		"Kirjautuminen vanheni, tai se aloitettiin toisessa selaimessa. Aloita alusta, niin se sujuu.",
		"Inloggningen har gått ut eller påbörjades i en annan webbläsare. Börja om, så går det.",
		"Signing in took too long, or was begun in another browser. Start again, and it will work.")
	signOnDenied = i18n.T(
		"Organisaatiosi kirjautumispalvelu ei päästänyt sinua läpi, tai keskeytit kirjautumisen. Yritä uudelleen tai pyydä linkki sähköpostiisi.",
		"Din organisations inloggningstjänst släppte inte igenom dig, eller så avbröt du inloggningen. Försök igen eller be om en länk per e-post.",
		"Your organisation’s sign-in service did not let you through, or you stopped half-way. Try again, or ask for a link by e-mail.")
	signOnAway = i18n.T(
		"Organisaatiosi kirjautumispalvelu ei juuri nyt vastaa niin kuin pitäisi. Yritä hetken kuluttua uudelleen tai pyydä linkki sähköpostiisi.",
		"Din organisations inloggningstjänst svarar just nu inte som den ska. Försök igen om en stund eller be om en länk per e-post.",
		"Your organisation’s sign-in service does not answer as it should just now. Try again in a moment, or ask for a link by e-mail.")
	signOnAddress = i18n.T(
		"Kirjautumispalvelu ei kertonut vahvistettua sähköpostiosoitetta, joka kuuluu organisaatioosi. Kerro siitä organisaatiosi tietohallinnolle, tai pyydä linkki sähköpostiisi.",
		"Inloggningstjänsten uppgav ingen bekräftad e-postadress som hör till din organisation. Berätta det för er IT-avdelning, eller be om en länk per e-post.",
		"The sign-in service told no verified e-mail address that belongs to your organisation. Let your IT support know, or ask for a link by e-mail.")
	signOnClosed = i18n.T(
		"Tunnuksesi torille on suljettu. Jos se on mielestäsi erehdys, ota yhteyttä torin väkeen.",
		"Ditt konto på arenan är stängt. Om du tycker att det är ett misstag, kontakta oss.",
		"Your account at the portal is closed. If you think that is a mistake, contact us.")
)
