package peoplepage

import "tekojentori.fi/tori/internal/i18n"

// labels is what each field is called, for the summary of problems.
var labels = map[string]i18n.Text{"greeting": greetingL, "authors": authorsT, "email": emailL, "new_owner": newOwnerL}

var (
	mineT = i18n.T("Omat teot", "Egna gärningar", "Your acts")

	joinT    = i18n.T("Pyydä mukaan tekijäksi", "Be att få vara med", "Ask to be an author")
	joinLead = i18n.T("Oletteko tehneet tätä yhdessä? Pyydä mukaan tekijöihin. Kun pyyntösi on hyväksytty, teko näkyy omissa teoissasi ja voit muokata sitä muiden tekijöiden kanssa.",
		"Har ni gjort det här tillsammans? Be att få vara med. När din förfrågan har godkänts finns gärningen bland dina egna, och du kan redigera den tillsammans med de andra.",
		"Have you done this together? Ask to be one of its authors. Once they agree, the act is among yours, and you can edit it with the others.")
	joinB     = i18n.T("Lähetä pyyntö", "Skicka förfrågan", "Send the request")
	readFirst = i18n.T("Lue teko ensin", "Läs gärningen först", "Read the act first")
	greetingL = i18n.T("Terveisesi tekijöille", "Din hälsning", "Your greeting to the authors")
	greetingH = i18n.T("Kerro, miten olet ollut mukana. Silloin on helppo vastata.", "Berätta hur du har varit med. Då är det lätt att svara.", "Tell how you have taken part. That makes it easy to answer.")

	joinPrivacy = i18n.T("Nimesi ja sähköpostiosoitteesi näkyvät sille, joka vastaa pyyntöön.", "Ditt namn och din e-postadress visas för den som svarar på förfrågan.", "Your name and e-mail address are shown to whoever answers the request.")
	waitsSince  = i18n.T("Pyysit mukaan %s. Saat vastauksen sähköpostiisi.", "Du bad om att få vara med %s. Du får svar per e-post.", "You asked on %s. The answer comes to your e-mail.")
	askedThanks = i18n.T("Pyyntösi on lähetetty. Saat vastauksen sähköpostiisi, ja luonnoksesi on tallessa.", "Din förfrågan har skickats. Du får svar per e-post, och ditt utkast finns kvar.", "Your request has been sent. The answer comes to your e-mail, and your draft is kept.")

	circleT     = i18n.T("Teon tekijät", "De som har gjort gärningen", "Authors of the act")
	authorsT    = i18n.T("Tekijät", "Medverkande", "Authors")
	authorsLead = i18n.T("Tekijät näkevät teon omissa teoissaan ja voivat muokata sitä. Omistaja lähettää teon ja päättää, ketkä ovat mukana.",
		"Alla medverkande ser gärningen bland sina egna och kan redigera den. Ägaren skickar den och bestämmer vilka som är med.",
		"The authors see the act among theirs and can edit it. The owner sends it, and decides who takes part.")
	ownerSays   = i18n.T("Omistaja", "Ägare", "Owner")
	nobodyOwns  = i18n.T("Teolla ei ole vielä omistajaa. Hyväksytystä pyytäjästä tulee omistaja.", "Gärningen har ännu ingen ägare. Den vars förfrågan godkänns blir ägare.", "Nobody owns the act yet. Whoever is accepted becomes its owner.")
	authorSince = i18n.T("Mukana %s alkaen", "Med sedan %s", "Since %s")
	removeB     = i18n.T("Poista tekijöistä", "Ta bort", "Remove")
	leaveB      = i18n.T("Jätän teon", "Jag lämnar gärningen", "Leave the act")
	removedIt   = i18n.T("Tekijä on poistettu.", "Personen har tagits bort.", "The author has been removed.")
	leftIt      = i18n.T("Et ole enää teon tekijä.", "Du är inte längre med i gärningen.", "You are no longer an author of the act.")

	requestsT = i18n.T("Mukaan pyytävät", "Vill vara med", "Would like to join")
	askedAt   = i18n.T("Pyysi %s", "Frågade %s", "Asked on %s")
	yesB      = i18n.T("Ota mukaan", "Ta med", "Take along")
	noB       = i18n.T("Ei tällä kertaa", "Inte den här gången", "Not this time")
	saidYes   = i18n.T("Uusi tekijä on mukana. Kerroimme siitä hänelle.", "En ny person är med. Vi har meddelat det.", "The new author is in. We have told them.")
	saidNo    = i18n.T("Kerroimme vastauksesi pyytäjälle.", "Vi har meddelat ditt svar.", "We have passed on your answer.")
)
