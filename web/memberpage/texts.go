package memberpage

import "tekojentori.fi/tori/internal/i18n"

var (
	ownTitle = i18n.T("Jäsenyys organisaatiossa", "Medlemskap i en organisation", "Membership of an organisation")
	ownLead  = i18n.T("Jäsenenä voit kertoa, mitä tekoja organisaatiosi on ottanut käyttöön. Luonnoksia voit kirjoittaa ja tekoja lähettää ilman jäsenyyttäkin.",
		"Som medlem kan du berätta vilka gärningar din organisation har tagit i bruk. Utkast kan du skriva och gärningar skicka också utan medlemskap.",
		"As a member you can tell which acts your organisation has taken into use. You can write drafts and send acts without a membership too.")
	memberOf     = i18n.T("Olet jäsen", "Du är medlem av", "You are a member of")
	coordinatorT = i18n.T("Olet tämän organisaation koordinaattori. Organisaatiosi vaihtaa tarvittaessa ylläpitäjä.", "Du är koordinator för den här organisationen. Vid behov byter en administratör din organisation.", "You are a coordinator of this organisation. An administrator changes it if need be.")
	waitingT     = i18n.T("Odotat vastausta: %s. Pyysit jäsenyyttä %s.", "Du väntar på svar: %s. Du bad om medlemskap %s.", "You wait for an answer: %s. You asked on %s.")
	waitingH     = i18n.T("Saat vastauksen sähköpostiin.", "Du får svaret per e-post.", "The answer comes by e-mail.")
	declinedT    = i18n.T("%s ei hyväksynyt pyyntöäsi:", "%s godkände inte din begäran:", "%s did not approve your request:")
	askT         = i18n.T("Pyydä jäsenyyttä", "Be om medlemskap", "Ask for a membership")
	moveT        = i18n.T("Vaihda organisaatiota", "Byt organisation", "Move to another organisation")
	askH         = i18n.T("Organisaation koordinaattori saa viestin ja vastaa sinulle. Jos koordinaattoria ei ole, vastaa torin ylläpito.",
		"Organisationens koordinator får ett meddelande och svarar dig. Om det inte finns någon koordinator svarar arenans administration.",
		"A coordinator of the organisation gets a message and answers you. Where there is none, the administration of the portal does.")
	organizationL = i18n.T("Organisaatio", "Organisation", "Organisation")
	askB          = i18n.T("Lähetä pyyntö", "Skicka begäran", "Send the request")
	cancelB       = i18n.T("Peru pyyntö", "Dra tillbaka begäran", "Take the request back")
	leaveB        = i18n.T("Lopeta jäsenyys", "Avsluta medlemskapet", "End the membership")
	askedThanks   = i18n.T("Pyyntö on lähetetty: %s.", "Begäran har skickats: %s.", "The request has been sent: %s.")
	cancelThanks  = i18n.T("Pyyntö on peruttu.", "Begäran har dragits tillbaka.", "The request has been taken back.")

	requestTitle = i18n.T("Jäsenyyspyyntö", "Begäran om medlemskap", "Request for membership")
	requestLead  = i18n.T("%s pyytää päästä jäseneksi: %s.", "%s ber att få bli medlem: %s.", "%s asks to become a member: %s.")
	nameL        = i18n.T("Nimi", "Namn", "Name")
	emailL       = i18n.T("Sähköposti", "E-post", "E-mail")
	jobL         = i18n.T("Tehtävä", "Uppgift", "Job title")
	askedL       = i18n.T("Pyydetty", "Begärt", "Asked")
	nowL         = i18n.T("Jäsenenä nyt", "Medlem nu av", "Member today of")
	yesH         = i18n.T("Hyväksy, jos tunnet hänet työkaveriksi. Jäsen voi kertoa organisaation nimissä, mitä tekoja se on ottanut käyttöön.",
		"Godkänn om du känner personen som kollega. En medlem kan i organisationens namn berätta vilka gärningar den har tagit i bruk.",
		"Approve if you know them as a colleague. A member can tell in the name of the organisation which acts it has taken into use.")
	yesB      = i18n.T("Hyväksy jäseneksi", "Godkänn som medlem", "Approve as a member")
	noB       = i18n.T("Älä hyväksy", "Godkänn inte", "Do not approve")
	reasonL   = i18n.T("Miksi et hyväksy?", "Varför godkänner du inte?", "Why do you not approve?")
	reasonH   = i18n.T("Pyytäjä lukee tämän. Hyväksyjän ei tarvitse kirjoittaa mitään.", "Den som bett läser det här. Den som godkänner behöver inte skriva något.", "Who asked reads this. Nothing is needed when you approve.")
	yesThanks = i18n.T("%s on nyt jäsen.", "%s är nu medlem.", "%s is now a member.")
	noThanks  = i18n.T("Vastaus on lähetetty: %s.", "Svaret har skickats: %s.", "The answer has been sent: %s.")

	allTitle = i18n.T("Jäsenyyspyynnöt", "Begäranden om medlemskap", "Requests for membership")
	allLead  = i18n.T("Organisaation koordinaattori vastaa ensisijaisesti. Vastaa sinä, kun koordinaattoria ei ole.", "I första hand svarar organisationens koordinator. Svara du när det inte finns någon.", "The coordinator of the organisation answers first. You do where there is none.")
	allNone  = i18n.T("Kukaan ei odota vastausta.", "Ingen väntar på svar.", "Nobody waits for an answer.")
	adminT   = i18n.T("Ylläpito", "Administration", "Administration")

	endTitle = i18n.T("Lopetetaanko jäsenyys?", "Ska medlemskapet avslutas?", "End the membership?")
	endWho   = i18n.T("%s ei ole sen jälkeen jäsen: %s. Hän saa siitä viestin. Hänen tekonsa ja luonnoksensa pysyvät hänellä.",
		"%s är därefter inte medlem: %s. Hen får ett meddelande om det. Gärningar och utkast är hens som förut.",
		"%s is then no longer a member: %s. They are told by mail. Their acts and drafts stay theirs.")
	endSelf = i18n.T("Et ole sen jälkeen jäsen: %s. Tekosi ja luonnoksesi pysyvät sinulla.", "Du är därefter inte medlem: %s. Dina gärningar och utkast är dina som förut.", "You are then no longer a member: %s. Your acts and drafts stay yours.")
	endB    = i18n.T("Lopeta jäsenyys", "Avsluta medlemskapet", "End the membership")
	keepB   = i18n.T("Palaa", "Gå tillbaka", "Go back")

	endThanks = i18n.T("Jäsenyys on päättynyt: %s.", "Medlemskapet har avslutats: %s.", "The membership has ended: %s.")
)
