package moderationpage

import "tekojentori.fi/tori/internal/i18n"

var (
	removalsT       = i18n.T("Poistopyynnöt", "Begäran om radering", "Requests for deletion")
	removalsLead    = i18n.T("Teon omistaja pyytää poistamaan julkaistun teon. Poistettua tekoa ei saa takaisin.", "Gärningens ägare ber att en publicerad gärning raderas. En raderad gärning fås inte tillbaka.", "The owner of a published act asks for it to be deleted. A deleted act cannot be brought back.")
	removalsNone    = i18n.T("Yhtään pyyntöä ei odota.", "Ingen begäran väntar.", "No request waits.")
	removalsN       = i18n.P(i18n.T("%d poistopyyntö", "%d begäran om radering", "%d request for deletion"), i18n.T("%d poistopyyntöä", "%d begäranden om radering", "%d requests for deletion"))
	removalBy       = i18n.T("%s pyysi %s:", "%s bad %s:", "%s asked on %s:")
	removalAnswer   = i18n.T("Perustelu tekijälle", "Motivering till upphovspersonen", "Reason, for the author")
	removalAnswerH  = i18n.T("Tarvitaan, jos tekoa ei poisteta.", "Behövs om gärningen inte raderas.", "Needed if the act is not deleted.")
	removalYes      = i18n.T("Poista teko lopullisesti", "Radera gärningen för gott", "Delete the act for good")
	removalNo       = i18n.T("Älä poista", "Radera inte", "Do not delete")
	removalGrantedF = i18n.T("Teko on poistettu.", "Gärningen är raderad.", "The act is deleted.")
	removalRefusedF = i18n.T("Vastauksesi on lähetetty.", "Ditt svar är skickat.", "Your answer has been sent.")

	removalAsk   = i18n.T("Poistetaanko teko lopullisesti?", "Ska gärningen raderas för gott?", "Delete the act for good?")
	removalGo    = i18n.T("Poista teko…", "Radera gärningen…", "Delete the act…")
	removalGoes  = i18n.T("Tämä häviää eikä tule takaisin", "Det här försvinner och kommer inte tillbaka", "This goes and does not come back")
	removalStays = i18n.T("Tämä jää", "Det här blir kvar", "This stays")
	removalBack  = i18n.T("En poista vielä", "Jag raderar inte ännu", "Not yet")
	goesText     = i18n.P(
		i18n.T("teksti, ja %d lähetetty versio siitä", "texten och %d inskickad version av den", "the text, and %d version that was sent of it"),
		i18n.T("teksti, ja %d lähetettyä versiota siitä", "texten och %d inskickade versioner av den", "the text, and %d versions that were sent of it"))
	goesUnsent = i18n.T("teksti", "texten", "the text")
	goesFiles  = i18n.P(
		i18n.T("%d liite", "%d bilaga", "%d attachment"),
		i18n.T("%d liitettä", "%d bilagor", "%d attachments"))
	goesContacts = i18n.P(
		i18n.T("%d yhteyshenkilön tiedot", "uppgifterna om %d kontaktperson", "the details of %d contact"),
		i18n.T("%d yhteyshenkilön tiedot", "uppgifterna om %d kontaktpersoner", "the details of %d contacts"))
	goesUses = i18n.P(
		i18n.T("%d organisaation merkintä siitä, että teko on otettu käyttöön", "uppgiften om ibruktagande från %d organisation", "what %d organisation has told of taking it into use"),
		i18n.T("%d organisaation merkinnät siitä, että teko on otettu käyttöön", "uppgifterna om ibruktagande från %d organisationer", "what %d organisations have told of taking it into use"))
	goesRest = i18n.T("kommentit, muistiinpanot, kirjanmerkit ja seuraamiset",
		"kommentarer, anteckningar, bokmärken och följningar", "comments, notes, bookmarks and follows")
	staysAddress = i18n.T("Osoite %s vastaa, että teko on poistettu. Mikään muu teko ei saa sitä.",
		"Adressen %s svarar att gärningen är raderad. Ingen annan gärning får den.", "The address %s answers that the act is deleted. No other act ever gets it.")
	staysLog = i18n.T("Lokiin jää, kuka pyysi ja kuka poisti, ja teon numero – ei sen tekstiä.",
		"I loggen står vem som bad och vem som raderade, och gärningens nummer – inte dess text.", "The log keeps who asked and who deleted, and the number of the act – not its text.")
	staysCount = i18n.T("Tilastot laskevat vain olemassa olevia tekoja: luvut pienenevät yhdellä.",
		"Statistiken räknar bara gärningar som finns: talen minskar med ett.", "Statistics count only acts that exist: their numbers go down by one.")
)
