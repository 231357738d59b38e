package ownpage

import "tekojentori.fi/tori/internal/i18n"

var (
	title    = i18n.T("Tietosi torilla", "Dina uppgifter på arenan", "Your data")
	detailsT = i18n.T("Omat tiedot", "Egna uppgifter", "Your details")
	lead     = i18n.T(
		"Se, mitä tori tietää sinusta: tiedot ovat sinun. Voit ottaa niistä kopion tai poistaa tunnuksesi.",
		"Se vad arenan vet om dig: uppgifterna är dina. Du kan ta en kopia av dem eller ta bort ditt konto.",
		"See what the portal knows of you: the data is yours. You can take a copy of it or delete your account.")

	copyT = i18n.T("Ota kopio", "Ta en kopia", "Take a copy")
	copyP = i18n.T(
		"Kopiossa on kaikki, minkä tori yhdistää sinuun: tunnuksesi ja kirjautumisesi, tekosi vaiheineen, teot, joissa olet yhteyshenkilönä, kirjanmerkkisi ja mitä seuraat, palautteesi, saamasi viestit ja merkinnät lokissa. Se on JSON-tiedosto, jonka muutkin ohjelmat osaavat lukea.",
		"I kopian finns allt som arenan kopplar till dig: ditt konto och dina inloggningar, dina gärningar och deras skeden, gärningar där du är kontaktperson, dina bokmärken och det du följer, din respons, de meddelanden du fått och anteckningarna i loggen. Den är en JSON-fil som också andra program kan läsa.",
		"The copy has everything that the portal links to you: your account and where you are signed in, your acts and what has happened to them, the acts that name you as a contact, your bookmarks and what you follow, your feedback, the mails you have got and the entries in the log. It is a JSON file, which other programs can read too.")
	copyB = i18n.T("Lataa kopio", "Ladda ner kopian", "Download the copy")

	deleteT = i18n.T("Poista tunnuksesi", "Ta bort ditt konto", "Delete your account")
	deleteP = i18n.T(
		"Poistaminen on lopullista. Lue ensin, mitä poistuu ja mitä jää.",
		"Borttagningen är slutlig. Läs först vad som försvinner och vad som blir kvar.",
		"Deleting is final. Read first what goes and what stays.")

	goesT = i18n.T("Tämä poistuu", "Det här försvinner", "This goes")
	goes  = [...]i18n.Text{
		i18n.T("nimesi, osoitteesi, puhelinnumerosi, salasanasi ja tehtäväsi torilla; sinut kirjataan ulos kaikkialta",
			"ditt namn, din adress, ditt telefonnummer, ditt lösenord och dina uppgifter på arenan; du loggas ut överallt",
			"your name, address, phone number, password and roles; you are signed out everywhere"),
		i18n.T("nimesi ja yhteystietosi kaikista teoista, joissa olet yhteyshenkilönä, myös niiden aiemmista versioista",
			"ditt namn och dina kontaktuppgifter ur alla gärningar där du är kontaktperson, också ur deras tidigare versioner",
			"your name and contact details in every act that names you as a contact, in its earlier versions too"),
		i18n.T("palaute, jonka olet lähettänyt osoitteellasi, ja sinulle lähetetyt viestit; uusia ei enää tule",
			"respons som du har skickat med din adress och meddelanden till dig; nya kommer inte längre",
			"feedback that you have sent with your address, and mails to you; no new ones will come"),
		i18n.T("kirjanmerkkisi ja se, mitä seuraat",
			"dina bokmärken och det du följer",
			"your bookmarks and what you follow"),
	}
	draftsGo = i18n.P(
		i18n.T("%d luonnos, jota et ole lähettänyt", "%d utkast som du inte har skickat", "%d draft that you have not sent"),
		i18n.T("%d luonnosta, joita et ole lähettänyt", "%d utkast som du inte har skickat", "%d drafts that you have not sent"))
	returnedGo = i18n.P(
		i18n.T("%d teko tai päivitys odottaa sinulta täydennystä: se perutaan", "%d gärning eller uppdatering väntar på komplettering av dig: den dras tillbaka", "%d act or update waits for you to complete it: it is withdrawn"),
		i18n.T("%d tekoa tai päivitystä odottaa sinulta täydennystä: ne perutaan", "%d gärningar eller uppdateringar väntar på komplettering av dig: de dras tillbaka", "%d acts or updates wait for you to complete them: they are withdrawn"))

	staysT  = i18n.T("Tämä jää", "Det här blir kvar", "This stays")
	outStay = i18n.P(
		i18n.T("%d julkaistu tekosi: se on organisaatiosi teko ja pysyy luettavana ilman sinua", "%d publicerad gärning: den är din organisations och kan läsas också i fortsättningen, utan dig", "%d published act: it is your organisation’s, and can still be read, without you"),
		i18n.T("%d julkaistua tekoasi: ne ovat organisaatiosi tekoja ja pysyvät luettavina ilman sinua", "%d publicerade gärningar: de är din organisations och kan läsas också i fortsättningen, utan dig", "%d published acts: they are your organisation’s, and can still be read, without you"))
	sharedStay = i18n.P(
		i18n.T("%d teko, jossa on muitakin tekijöitä: siitä tulee pisimpään mukana olleen oma", "%d gärning som andra också har gjort: den övergår till den som varit med längst", "%d act with other authors: whoever has been with it the longest will own it"),
		i18n.T("%d tekoa, joissa on muitakin tekijöitä: niistä tulee pisimpään mukana olleen omia", "%d gärningar som andra också har gjort: de övergår till den som varit med längst", "%d acts with other authors: whoever has been with each the longest will own it"))
	waitingStay = i18n.P(
		i18n.T("%d teko, joka on moderoijilla: se käsitellään loppuun. Jos et halua sitä julki, peru se ensin omista teoista", "%d gärning som moderatorerna har: den behandlas till slut. Vill du inte att den publiceras, dra först tillbaka den bland dina gärningar", "%d act that the moderators have: it goes its way. If you do not want it published, withdraw it first among your acts"),
		i18n.T("%d tekoa, jotka ovat moderoijilla: ne käsitellään loppuun. Jos et halua niitä julki, peru ne ensin omista teoista", "%d gärningar som moderatorerna har: de behandlas till slut. Vill du inte att de publiceras, dra först tillbaka dem bland dina gärningar", "%d acts that the moderators have: they go their way. If you do not want them published, withdraw them first among your acts"))
	mineT = i18n.T("Omat teot", "Egna gärningar", "Your acts")
	stays = [...]i18n.Text{
		i18n.T("mitä olet kertonut siitä, mikä organisaatiossasi on otettu käyttöön",
			"vad du har berättat om vad som har tagits i bruk i din organisation",
			"what you have told of what your organisation uses"),
		i18n.T("tunnuksesi numero tekojen vaiheissa ja lokissa: siitä ei enää näe, kuka olit",
			"ditt kontos nummer i gärningarnas skeden och i loggen: av det ser man inte längre vem du var",
			"the number of your account in the life of acts and in the log: it no longer tells who you were"),
		i18n.T("varmuuskopiot, kunnes ne vanhenevat ja hävitetään",
			"säkerhetskopiorna, tills de blir gamla och förstörs",
			"the backups, until they are old and destroyed"),
	}

	namingT = i18n.T(
		"Nimesi tai osoitteesi on näiden tekojen tekstissä. Tekstejä emme muuta: päivitä ne ensin, jos et halua nimesi jäävän.",
		"Ditt namn eller din adress finns i texten till de här gärningarna. Vi ändrar inte texter: uppdatera dem först om du inte vill att ditt namn blir kvar.",
		"Your name or address stands in the text of these acts. We do not change texts: update them first if you do not want your name to stay.")
	lastAdminT = i18n.T(
		"Olet torin ainoa ylläpitäjä. Anna ylläpitäjän tehtävä ensin jollekulle toiselle.",
		"Du är arenans enda administratör. Ge först någon annan uppgiften som administratör.",
		"You are the only administrator of the portal. Make somebody else an administrator first.")
	emailL  = i18n.T("Vahvista sähköpostiosoitteellasi", "Bekräfta med din e-postadress", "Confirm with your e-mail address")
	emailH  = i18n.T("Kirjoita osoite, jolla kirjaudut torille.", "Skriv den adress som du loggar in med.", "Type the address that you sign in with.")
	deleteB = i18n.T("Poista tunnukseni lopullisesti", "Ta bort mitt konto för gott", "Delete my account for good")

	forgottenT = i18n.T("Tunnuksesi on poistettu", "Ditt konto är borttaget", "Your account has been deleted")
	forgottenP = i18n.T(
		"Tori ei enää tiedä, kuka olet. Kiitos kaikesta, mitä jaoit muille. Jos palaat joskus, olet tervetullut uudella tunnuksella.",
		"Arenan vet inte längre vem du är. Tack för allt som du delade med andra. Om du återvänder någon gång är du välkommen med ett nytt konto.",
		"The portal no longer knows who you are. Thank you for everything that you shared. If you ever come back, you are welcome with a new account.")
	readOn = i18n.T("Lue tekoja", "Läs om gärningar", "Read acts")
)

var labels = map[string]i18n.Text{"email": emailL}
