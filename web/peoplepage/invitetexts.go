package peoplepage

import "tekojentori.fi/tori/internal/i18n"

var (
	inviteT    = i18n.T("Kutsu tekijäksi", "Bjud in", "Invite an author")
	inviteLead = i18n.T("Kutsu työkaveri, joka on ollut mukana. Hän saa linkin sähköpostiinsa ja kirjautuu samalla osoitteella. Kutsu on voimassa kaksi viikkoa.",
		"Bjud in en kollega som har varit med. Hen får en länk per e-post och loggar in med samma adress. Inbjudan gäller i två veckor.",
		"Invite a colleague who took part. They get a link by e-mail and sign in with the same address. The invitation is good for two weeks.")
	emailL         = i18n.T("Työkaverin sähköposti", "Kollegans e-post", "E-mail address of the colleague")
	inviteB        = i18n.T("Lähetä kutsu", "Skicka inbjudan", "Send the invitation")
	cancelB        = i18n.T("Peru kutsu", "Dra tillbaka inbjudan", "Take back")
	invitedUntil   = i18n.T("Kutsuttu, voimassa %s asti", "Inbjuden, gäller till %s", "Invited, good until %s")
	offeredUntil   = i18n.T("Teko tarjottu omistettavaksi, voimassa %s asti", "Erbjuden att äga gärningen, gäller till %s", "Offered the act to own, good until %s")
	invitedExpired = i18n.T("Kutsu vanheni %s. Voit kutsua uudelleen.", "Inbjudan gick ut %s. Du kan bjuda in på nytt.", "The invitation ran out on %s. You can invite again.")
	invitedIt      = i18n.T("Kutsu on lähetetty.", "Inbjudan har skickats.", "The invitation has been sent.")
	cancelledIt    = i18n.T("Kutsu on peruttu.", "Inbjudan har dragits tillbaka.", "The invitation has been taken back.")

	handOverT    = i18n.T("Luovuta teko toiselle", "Överlåt gärningen", "Hand the act over")
	handOverLead = i18n.T("Jos joku muu jatkaa teon hoitamista, tarjoa se hänelle. Teko siirtyy, kun hän on hyväksynyt sen viikon kuluessa. Sinä jäät tekijäksi.",
		"Om någon annan tar över gärningen kan du erbjuda den till hen. Den byter ägare när erbjudandet antas inom en vecka. Du är kvar som medverkande.",
		"If somebody else is to look after the act, offer it to them. It changes owner once they accept within a week. You stay as an author.")
	newOwnerL = i18n.T("Uuden omistajan sähköposti", "Den nya ägarens e-post", "E-mail address of the new owner")
	handOverB = i18n.T("Tarjoa tekoa", "Erbjud gärningen", "Offer the act")
	offeredIt = i18n.T("Tarjous on lähetetty. Teko on sinun, kunnes se on hyväksytty.", "Erbjudandet har skickats. Gärningen är din tills det har antagits.", "The offer has been sent. The act is yours until it is accepted.")

	invitedT    = i18n.T("Sinut on kutsuttu tekijäksi", "Du är inbjuden att vara med", "You are invited to be an author")
	invitedLead = i18n.T("%s kutsuu sinut kertomaan tästä teosta. Mukana oleva näkee teon omissa teoissaan ja voi muokata sitä.",
		"%s bjuder in dig att berätta om den här gärningen. Den som är med ser den bland sina egna och kan redigera den.",
		"%s invites you to tell about this act. A co-author sees it among their own and can edit it.")
	offeredT    = i18n.T("Teko tarjotaan sinulle", "En gärning erbjuds dig", "An act is offered to you")
	offeredLead = i18n.T("%s haluaa luovuttaa tämän teon sinulle. Omistajana sinä lähetät teon, päivität sitä ja päätät, ketkä ovat mukana.",
		"%s vill överlåta den här gärningen till dig. Som ägare skickar du den, uppdaterar den och bestämmer vilka som är med.",
		"%s would like to hand this act over to you. Its owner sends it, updates it and decides who takes part.")
	acceptB     = i18n.T("Tulen mukaan", "Jag är med", "I will join")
	takeB       = i18n.T("Otan teon vastaan", "Jag tar emot gärningen", "I take the act")
	declineB    = i18n.T("Ei kiitos", "Nej tack", "No, thank you")
	signInFirst = i18n.T("Kirjaudu sillä sähköpostiosoitteella, johon kutsu tuli.", "Logga in med den e-postadress som inbjudan kom till.", "Sign in with the e-mail address that the invitation came to.")
	signInB     = i18n.T("Kirjaudu ja vastaa", "Logga in och svara", "Sign in and answer")
	wrongPerson = i18n.T("Olet kirjautunut toisella osoitteella kuin sillä, johon kutsu lähetettiin. Kirjaudu ulos ja palaa tähän linkkiin.",
		"Du är inloggad med en annan adress än den som inbjudan skickades till. Logga ut och öppna länken på nytt.",
		"You are signed in with another address than the one that was invited. Sign out and open this link again.")
	goodUntil    = i18n.T("Voimassa %s asti.", "Gäller till %s.", "Good until %s.")
	acceptedIt   = i18n.T("Tervetuloa mukaan! Teko on nyt omissa teoissasi.", "Välkommen med! Gärningen finns nu bland dina egna.", "Welcome! The act is now among yours.")
	overT        = i18n.T("Kutsu ei ole enää voimassa", "Inbjudan gäller inte längre", "The invitation is no longer good")
	overLead     = i18n.T("Kutsu on vanhentunut, peruttu tai jo käytetty. Pyydä tarvittaessa uusi siltä, joka kutsui sinut.", "Inbjudan har gått ut, dragits tillbaka eller redan använts. Be vid behov om en ny av den som bjöd in dig.", "It has run out, was taken back or has been used. Ask whoever invited you for a new one.")
	declinedT    = i18n.T("Kiitos vastauksesta", "Tack för svaret", "Thank you for answering")
	declinedLead = i18n.T("Emme lisänneet sinua tekoon, eikä kutsu ole enää voimassa.", "Vi tog inte med dig i gärningen, och inbjudan gäller inte längre.", "You were not added to the act, and the invitation is no longer good.")
	toFront      = i18n.T("Etusivulle", "Till startsidan", "To the front page")
	untitled     = i18n.T("Nimetön luonnos", "Utkast utan namn", "Untitled draft")
)
