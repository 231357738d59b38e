package helppage

import (
	"tekojentori.fi/tori/internal/act/opening"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	mineT    = i18n.T("Omat teot", "Egna gärningar", "Your acts")
	homeT    = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	untitled = i18n.T("Nimetön luonnos", "Utkast utan namn", "Draft without a name")

	ownerT    = i18n.T("Koordinaattorin apu", "Koordinatorns hjälp", "Help from your coordinator")
	ownerLead = i18n.T("Voit avata luonnoksen sen organisaation koordinaattoreille. He lukevat ja kommentoivat sitä, ja jos haluat, korjaavat myös tekstiä. Ilman lupaasi luonnosta ei näe kukaan muu kuin sen tekijät.",
		"Du kan öppna utkastet för koordinatorerna i dess organisation. De läser och kommenterar det och rättar också texten om du vill. Utan ditt lov ser ingen annan än de medverkande utkastet.",
		"You can open the draft to the coordinators of its organisation. They read it and comment on it, and if you want mend its text too. Without your leave nobody but its authors sees the draft.")
	noOrganization = i18n.T("Kerro ensin luonnoksessa, missä organisaatiossa teko on tehty.", "Berätta först i utkastet i vilken organisation gärningen har gjorts.", "Tell in the draft first which organisation the act was done in.")
	notNow         = i18n.T("Tekoa ei voi nyt avata: sitä ei juuri nyt kirjoiteta.", "Gärningen kan inte öppnas nu: den skrivs inte just nu.", "The act cannot be opened now: it is not being written.")
	ownersOnly     = i18n.T("Vain teon omistaja voi avata luonnoksen.", "Bara gärningens ägare kan öppna utkastet.", "Only the owner of the act can open the draft.")
	noReadersT     = i18n.T("Tällä organisaatiolla ei ole vielä koordinaattoria torilla: %s. Luonnosta ei siis juuri nyt lukisi kukaan.", "Den här organisationen har ännu ingen koordinator på arenan: %s. Just nu skulle alltså ingen läsa utkastet.", "This organisation has no coordinator at the portal yet: %s. So nobody would read the draft now.")
	noReadersB     = i18n.T("Kutsu työkaveri mukaan tekemään", "Bjud in en kollega att skriva med", "Invite a colleague to write with you")
	closedT        = i18n.T("Luonnosta ei ole avattu.", "Utkastet har inte öppnats.", "The draft is not open.")
	openT          = i18n.T("Avattu koordinaattoreille: %s. He voivat lukea ja kommentoida.", "Öppnat för koordinatorerna: %s. De kan läsa och kommentera.", "Open to the coordinators: %s. They can read and comment.")
	openEditT      = i18n.T("Avattu koordinaattoreille: %s. He voivat lukea, kommentoida ja korjata tekstiä.", "Öppnat för koordinatorerna: %s. De kan läsa, kommentera och rätta texten.", "Open to the coordinators: %s. They can read, comment and mend the text.")
	openB          = i18n.T("Avaa luettavaksi", "Öppna för läsning", "Open for reading")
	openEditB      = i18n.T("Avaa luettavaksi ja korjattavaksi", "Öppna för läsning och rättelser", "Open for reading and mending")
	allowB         = i18n.T("Salli myös korjaaminen", "Tillåt också rättelser", "Allow mending too")
	forbidB        = i18n.T("Salli vain lukeminen", "Tillåt bara läsning", "Allow reading only")
	closeB         = i18n.T("Sulje luonnos", "Stäng utkastet", "Close the draft")
	openedThanks   = i18n.T("Luonnos on avattu.", "Utkastet är öppnat.", "The draft is open.")
	closedThanks   = i18n.T("Luonnos on suljettu. Koordinaattorit eivät enää näe sitä.", "Utkastet är stängt. Koordinatorerna ser det inte längre.", "The draft is closed. The coordinators no longer see it.")
	goOnB          = i18n.T("Jatka kirjoittamista", "Fortsätt skriva", "Go on writing")
	stepsT         = i18n.T("Mitä luonnokselle on tehty", "Vad som har gjorts med utkastet", "What has been done with the draft")
	hintsT         = i18n.T("Koordinaattorin kommentit", "Koordinatorns kommentarer", "Comments of the coordinator")

	draftLead  = i18n.T("Luonnoksen omistaja on pyytänyt apuasi. Hän näkee, milloin luit luonnosta ja mitä muutit.", "Utkastets ägare har bett om din hjälp. Hen ser när du läste utkastet och vad du ändrade.", "The owner of the draft has asked for your help. They see when you read the draft and what you changed.")
	emptyT     = i18n.T("Ei vielä tekstiä.", "Ännu ingen text.", "No text yet.")
	sayT       = i18n.T("Kommentoi", "Kommentera", "Comment")
	sectionL   = i18n.T("Kohta", "Del", "Section")
	bodyL      = i18n.T("Kommentti", "Kommentar", "Comment")
	bodyH      = i18n.T("Kerro ystävällisesti, mikä auttaisi lukijaa.", "Berätta vänligt vad som skulle hjälpa läsaren.", "Say kindly what would help the reader.")
	sayB       = i18n.T("Lähetä kommentti", "Skicka kommentaren", "Send the comment")
	hintThanks = i18n.T("Kommentti on lähetetty.", "Kommentaren har skickats.", "The comment has been sent.")
	mendB      = i18n.T("Korjaa tekstiä", "Rätta texten", "Mend the text")
	wordsT     = i18n.T("Korjaa luonnoksen tekstiä", "Rätta utkastets text", "Mend the text of the draft")
	wordsH     = i18n.T("Omistaja näkee, että muutit tekstiä, ja lähettää teon itse.", "Ägaren ser att du har ändrat texten och skickar gärningen själv.", "The owner sees that you changed the text, and sends the act themself.")
	staleT     = i18n.T("Luonnosta on muutettu sen jälkeen, kun avasit tämän sivun. Tässä on, mitä sinun tekstisi muuttaisi nyt. Tarkista ja tallenna uudelleen, jos haluat pitää oman tekstisi.",
		"Utkastet har ändrats sedan du öppnade sidan. Här är vad din text skulle ändra nu. Kontrollera och spara på nytt om du vill behålla din text.",
		"The draft has changed since you opened this page. Here is what your text would change now. Check it and save again if you want to keep your text.")
	saveB      = i18n.T("Tallenna korjaukset", "Spara rättelserna", "Save what you mended")
	editThanks = i18n.T("Korjaukset on tallennettu.", "Rättelserna är sparade.", "What you mended is saved.")
	backB      = i18n.T("Palaa", "Gå tillbaka", "Go back")

	labels = map[string]i18n.Text{"section": sectionL, "body": bodyL}
)

// stepNames is what has been done, by whom and when.
var stepNames = map[opening.Deed]i18n.Text{
	opening.Opened:  i18n.T("%s avasi luonnoksen luettavaksi %s", "%s öppnade utkastet för läsning %s", "%s opened the draft for reading on %s"),
	opening.ToEdit:  i18n.T("%s avasi luonnoksen luettavaksi ja korjattavaksi %s", "%s öppnade utkastet för läsning och rättelser %s", "%s opened the draft for reading and mending on %s"),
	opening.Closed:  i18n.T("%s sulki luonnoksen %s", "%s stängde utkastet %s", "%s closed the draft on %s"),
	opening.Looked:  i18n.T("%s katsoi luonnosta %s", "%s tittade på utkastet %s", "%s looked at the draft on %s"),
	opening.Hinted:  i18n.T("%s kommentoi luonnosta %s", "%s kommenterade utkastet %s", "%s commented on the draft on %s"),
	opening.Changed: i18n.T("%s korjasi tekstiä %s", "%s rättade texten %s", "%s mended the text on %s"),
}
