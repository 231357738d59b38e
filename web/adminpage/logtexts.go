package adminpage

import "tekojentori.fi/tori/internal/i18n"

var (
	logTitle   = i18n.T("Loki", "Logg", "Log")
	logLead    = i18n.T("Kuka teki mitä ja milloin. Lokiin vain lisätään: siitä ei voi muuttaa eikä poistaa mitään.", "Vem som gjorde vad och när. Loggen kan bara fyllas på: inget i den kan ändras eller tas bort.", "Who did what and when. The log only grows: nothing in it can be changed or deleted.")
	whoL       = i18n.T("Kuka", "Vem", "Who")
	whoH       = i18n.T("Nimi tai sähköposti, tunnuksen numero (#12) tai portaali.", "Namn eller e-post, kontots nummer (#12) eller portaali för portalen.", "Name or e-mail, the number of an account (#12), or portaali for the portal.")
	deedL      = i18n.T("Mitä tehtiin", "Vad som gjordes", "What was done")
	kindL      = i18n.T("Minkä laista", "Slag av objekt", "Kind of object")
	objectL    = i18n.T("Kohde", "Objekt", "Object")
	objectH    = i18n.T("Numero, tai ilman lajia koko nimi.", "Numret, eller utan slag hela namnet.", "The number, or without a kind the whole name.")
	logFromL   = i18n.T("Alkaen", "Från och med", "From")
	logUntilL  = i18n.T("Asti", "Till och med", "Until")
	anyDeed    = i18n.T("Mitä tahansa", "Vad som helst", "Anything")
	anyKind    = i18n.T("Mikä tahansa", "Vilket som helst", "Any")
	showLogB   = i18n.T("Näytä", "Visa", "Show")
	whenT      = i18n.T("Milloin", "När", "When")
	detailT    = i18n.T("Lisätietoja", "Detaljer", "Details")
	entriesT   = i18n.T("Merkinnät", "Anteckningar", "Entries")
	logEmptyT  = i18n.T("Lokissa ei ole tällaista. Väljennä rajausta.", "Loggen har inget sådant. Vidga urvalet.", "The log has nothing like that. Ask for more.")
	olderT     = i18n.T("Vanhempia", "Äldre", "Older")
	newestT    = i18n.T("Uusimmat", "De nyaste", "The newest")
	portalT    = i18n.T("Portaali", "Portalen", "The portal")
	goneT      = i18n.T("Poistettu tunnus %s", "Raderat konto %s", "Deleted account %s")
	exportLogT = i18n.T("Ota tiedostona", "Ta ut som fil", "Take out as a file")
	exportLogH = i18n.T("Tiedostossa on kaikki, mikä sopii rajaukseen, myös ihmisten nimet ja osoitteet. Lataus kirjataan lokiin.", "Filen har allt som motsvarar urvalet, också personers namn och adresser. Nedladdningen antecknas i loggen.", "The file has all that fits, names and addresses of people too. The download is written in the log.")
	csvB       = i18n.T("Lataa CSV", "Ladda ner CSV", "Download CSV")
	jsonB      = i18n.T("Lataa JSON", "Ladda ner JSON", "Download JSON")
	logLabels  = map[string]i18n.Text{"alkaen": logFromL, "asti": logUntilL}
)

// kindNames is what the log tells of, by how the subject begins.
var kindNames = map[string]i18n.Text{
	"act": i18n.T("Teko", "Gärning", "Act"), "account": i18n.T("Tunnus", "Konto", "Account"), "campaign": i18n.T("Kampanja", "Kampanj", "Campaign"),
	"award": i18n.T("Palkinto", "Pris", "Award"), "feedback": i18n.T("Palaute", "Respons", "Feedback"), "report": i18n.T("Taulukko", "Tabell", "Table"),
	"membership": i18n.T("Jäsenyyspyyntö", "Begäran om medlemskap", "Request for membership"), "organization": i18n.T("Organisaatio", "Organisation", "Organisation"), "invitation": i18n.T("Kutsu", "Inbjudan", "Invitation"),
}

// detailNames is the words of what the log says besides.
var detailNames = map[string]i18n.Text{
	"jury": i18n.T("Raati", "Jury", "Jury"), "files": i18n.T("Liitteet", "Bilagor", "Attachments"),
}

// deedNames is every deed that has words.
var deedNames = map[string]i18n.Text{
	"submit": i18n.T("Lähetti käsittelyyn", "Skickade för granskning", "Sent for review"), "withdraw": i18n.T("Perui", "Drog tillbaka", "Withdrew"),
	"take": i18n.T("Otti käsittelyyn", "Tog för granskning", "Took for review"), "assign": i18n.T("Antoi käsiteltäväksi", "Gav för granskning", "Assigned"),
	"approve": i18n.T("Hyväksyi", "Godkände", "Approved"), "publish": i18n.T("Julkaisi", "Publicerade", "Published"),
	"return": i18n.T("Palautti täydennettäväksi", "Skickade tillbaka för komplettering", "Gave back"), "reject": i18n.T("Hylkäsi", "Avslog", "Rejected"),
	"hide": i18n.T("Piilotti", "Dolde", "Hid"), "show": i18n.T("Palautti näkyviin", "Visade igen", "Showed again"), "archive": i18n.T("Arkistoi", "Arkiverade", "Archived"),
	"merge": i18n.T("Yhdisti", "Slog ihop", "Merged"), "reopen": i18n.T("Avasi uudelleen", "Öppnade på nytt", "Reopened"), "sort": i18n.T("Vaihtoi toimialan tai teeman", "Bytte bransch eller tema", "Changed a sector or theme"),
	"comment": i18n.T("Kommentoi", "Kommenterade", "Commented"), "take back comment": i18n.T("Poisti kommentin", "Tog bort en kommentar", "Took back a comment"), "remove note": i18n.T("Poisti muistiinpanon", "Tog bort en anteckning", "Removed a note"),
	"ask removal": i18n.T("Pyysi poistamista", "Bad om radering", "Asked for deletion"), "grant removal": i18n.T("Poisti teon pyynnöstä", "Raderade en gärning på begäran", "Deleted an act on request"), "refuse removal": i18n.T("Hylkäsi poistopyynnön", "Avslog en begäran om radering", "Refused a deletion"),
	"write a message": i18n.T("Kirjoitti viestin", "Skrev ett meddelande", "Wrote a message"), "settle messages": i18n.T("Merkitsi viestit hoidetuiksi", "Märkte meddelandena som behandlade", "Marked messages as settled"),
	"deny partnership": i18n.T("Kertoi, ettei organisaatio ole mukana", "Berättade att organisationen inte är med", "Said that the organisation takes no part"), "affirm partnership": i18n.T("Kertoi organisaation olevan mukana", "Berättade att organisationen är med", "Said that the organisation takes part"),
	"reword": i18n.T("Korjasi kieltä", "Rättade språket", "Mended the language"), "ask an opinion": i18n.T("Pyysi mielipidettä", "Bad om en åsikt", "Asked for an opinion"), "give an opinion": i18n.T("Antoi mielipiteen", "Gav en åsikt", "Gave an opinion"), "take back a question": i18n.T("Perui kysymyksen", "Tog tillbaka en fråga", "Took back a question"),
	"revise": i18n.T("Aloitti päivityksen", "Började uppdatera", "Began an update"), "delete draft": i18n.T("Poisti luonnoksen", "Raderade ett utkast", "Deleted a draft"),
	"contact removed": i18n.T("Yhteyshenkilö poistui", "En kontaktperson togs bort", "A contact was removed"), "hand over": i18n.T("Luovutti teon", "Överlät gärningen", "Handed over"),
	"accept an invitation": i18n.T("Hyväksyi kutsun", "Godkände en inbjudan", "Accepted an invitation"), "decline an invitation": i18n.T("Hylkäsi kutsun", "Avböjde en inbjudan", "Declined an invitation"),
	"membership": i18n.T("Jäsenyys", "Medlemskap", "Membership"), "membership approved": i18n.T("Hyväksyi jäseneksi", "Godkände som medlem", "Approved as a member"), "membership declined": i18n.T("Ei hyväksynyt jäseneksi", "Godkände inte som medlem", "Did not approve as a member"),
	"ask membership": i18n.T("Pyysi jäsenyyttä", "Bad om medlemskap", "Asked for a membership"), "cancel membership request": i18n.T("Perui jäsenyyspyynnön", "Tog tillbaka sin begäran om medlemskap", "Took a request for membership back"),
	"open draft": i18n.T("Avasi luonnoksen koordinaattoreille", "Öppnade ett utkast för koordinatorerna", "Opened a draft to coordinators"), "close draft": i18n.T("Sulki luonnoksen koordinaattoreilta", "Stängde ett utkast för koordinatorerna", "Closed a draft to coordinators"),
	"hint on draft": i18n.T("Kommentoi avattua luonnosta", "Kommenterade ett öppnat utkast", "Commented on an opened draft"), "mend draft": i18n.T("Korjasi avattua luonnosta", "Rättade ett öppnat utkast", "Mended an opened draft"),
	"leave as an author": i18n.T("Jätti tekijyyden", "Slutade som upphovsperson", "Left as an author"), "ask to join": i18n.T("Pyysi päästä mukaan", "Bad att få vara med", "Asked to join"),
	"adoption":            i18n.T("Käyttöönotto", "Ibruktagande", "Adoption"),
	"adoption considered": i18n.T("Kertoi harkinnasta", "Berättade om övervägande", "Told of considering"), "adoption tried": i18n.T("Kertoi kokeilusta", "Berättade om ett försök", "Told of a trial"),
	"adoption in_use": i18n.T("Kertoi käyttöönotosta", "Berättade om ibruktagande", "Told of taking into use"), "adoption stopped": i18n.T("Kertoi lopettamisesta", "Berättade om att sluta", "Told of stopping"),
	"adoption confirmed": i18n.T("Vahvisti käyttöönoton", "Bekräftade ett ibruktagande", "Confirmed an adoption"), "adoption removed": i18n.T("Poisti käyttöönoton", "Tog bort ett ibruktagande", "Removed an adoption"),
	"enter": i18n.T("Liitti kampanjaan", "Anmälde till en kampanj", "Entered a campaign"), "leave campaign": i18n.T("Poisti kampanjasta", "Tog ur en kampanj", "Left a campaign"),
	"create": i18n.T("Loi", "Skapade", "Created"), "remove": i18n.T("Poisti", "Tog bort", "Removed"), "change": i18n.T("Muutti", "Ändrade", "Changed"), "grant": i18n.T("Myönsi palkinnon", "Gav ett pris", "Granted an award"), "revoke": i18n.T("Perui palkinnon", "Återkallade ett pris", "Revoked an award"),
	"correct": i18n.T("Oikaisi palkinnon", "Rättade ett pris", "Corrected an award"), "nominate": i18n.T("Ehdotti palkittavaa", "Föreslog en pristagare", "Nominated"), "take back nominee": i18n.T("Perui ehdotuksen", "Drog tillbaka ett förslag", "Took a nomination back"),
	"set rules": i18n.T("Antoi arviointiperusteet", "Angav bedömningsgrunder", "Set the criteria"), "add juror": i18n.T("Lisäsi raatiin", "Lade till i juryn", "Added to the jury"), "remove juror": i18n.T("Poisti raadista", "Tog bort från juryn", "Took off the jury"),
	"recuse": i18n.T("Ilmoitti jääviyden", "Anmälde jäv", "Declared a tie"), "take back recusal": i18n.T("Perui jääviyden", "Tog tillbaka jävet", "Took a tie back"), "close": i18n.T("Päätti pisteytyksen", "Avslutade poängsättningen", "Closed the scoring"),
	"decide": i18n.T("Kirjasi päätöksen", "Skrev in ett beslut", "Recorded a decision"), "undo decision": i18n.T("Purki päätöksen", "Upphävde ett beslut", "Took a decision back"),
	"answer": i18n.T("Vastasi palautteeseen", "Besvarade respons", "Answered feedback"), "export": i18n.T("Otti tiedoston", "Tog ut en fil", "Took out a file"),
	"order report": i18n.T("Tilasi kuukausiraportin", "Beställde en månadsrapport", "Ordered a monthly report"), "end report": i18n.T("Lopetti kuukausiraportin", "Avslutade en månadsrapport", "Ended a monthly report"),
	"keep report": i18n.T("Tallensi taulukon", "Sparade en tabell", "Kept a table"), "drop report": i18n.T("Poisti taulukon", "Tog bort en tabell", "Dropped a table"),
	"point address": i18n.T("Ohjasi osoitteen", "Ledde om en adress", "Pointed an address"), "drop redirect": i18n.T("Poisti ohjauksen", "Tog bort en omledning", "Dropped a redirect"), "forget missed address": i18n.T("Unohti osoitteen", "Glömde en adress", "Forgot an address"),
	"add synonym": i18n.T("Lisäsi synonyymin", "Lade till en synonym", "Added a synonym"), "drop synonym": i18n.T("Poisti synonyymin", "Tog bort en synonym", "Dropped a synonym"), "switch off synonym": i18n.T("Sammutti synonyymin", "Stängde av en synonym", "Switched off a synonym"),
	"teach word": i18n.T("Opetti haulle sanan", "Lärde sökningen ett ord", "Taught the search a word"), "forget word": i18n.T("Poisti opetetun sanan", "Tog bort ett inlärt ord", "Removed a taught word"),
	"add canned text": i18n.T("Lisäsi valmiin tekstin", "Lade till en färdig text", "Added a canned text"), "change canned text": i18n.T("Muutti valmista tekstiä", "Ändrade en färdig text", "Changed a canned text"),
	"drop canned text": i18n.T("Poisti valmiin tekstin", "Tog bort en färdig text", "Dropped a canned text"), "end mails": i18n.T("Lopetti seurannan viestit", "Avslutade meddelandena", "Ended the mails of what is followed"),
	"consent to be a contact": i18n.T("Lupautui yhteyshenkilöksi", "Gick med på att vara kontaktperson", "Agreed to be a contact"), "withdraw as a contact": i18n.T("Vetäytyi yhteyshenkilöstä", "Drog sig tillbaka som kontaktperson", "Withdrew as a contact"),
	"pin act": i18n.T("Nosti teon", "Lyfte en gärning", "Pinned an act"), "unpin act": i18n.T("Poisti noston", "Tog bort ett lyft", "Unpinned an act"),
	"roles": i18n.T("Antoi tehtävät", "Gav uppgifter", "Gave roles"), "disable": i18n.T("Sulki tunnuksen", "Stängde kontot", "Closed the account"), "enable": i18n.T("Avasi tunnuksen", "Öppnade kontot", "Opened the account"),
	"password": i18n.T("Vaihtoi salasanan", "Bytte lösenord", "Changed the password"), "organization": i18n.T("Vaihtoi organisaation", "Bytte organisation", "Changed the organisation"),
	"invite": i18n.T("Kutsui", "Bjöd in", "Invited"), "accept invitation": i18n.T("Hyväksyi kutsun", "Godkände en inbjudan", "Accepted an invitation"), "cancel invitation": i18n.T("Perui kutsun", "Tog tillbaka en inbjudan", "Took back an invitation"),
	"password link sent": i18n.T("Lähetti salasanalinkin", "Skickade en lösenordslänk", "Sent a password link"), "signed in by organisation": i18n.T("Kirjautui organisaation tunnuksella", "Loggade in med organisationens konto", "Signed in by the organisation"),
	"sign-on saved": i18n.T("Tallensi organisaation kirjautumisen", "Sparade en organisations inloggning", "Saved the sign-in of an organisation"), "sign-on removed": i18n.T("Poisti organisaation kirjautumisen", "Tog bort en organisations inloggning", "Removed the sign-in of an organisation"),
	"session ended": i18n.T("Lopetti istunnon", "Avslutade en session", "Ended a session"), "signed out everywhere": i18n.T("Kirjautui ulos kaikkialta", "Loggade ut överallt", "Signed out everywhere"),
	"second factor added": i18n.T("Otti käyttöön kaksivaiheisen kirjautumisen", "Tog i bruk tvåstegsinloggning", "Began two-step sign-in"), "second factor removed": i18n.T("Poisti kaksivaiheisen kirjautumisen", "Tog bort tvåstegsinloggningen", "Ended two-step sign-in"),
	"passkey added": i18n.T("Lisäsi pääsyavaimen", "Lade till en lösennyckel", "Added a passkey"), "passkey removed": i18n.T("Poisti pääsyavaimen", "Tog bort en lösennyckel", "Removed a passkey"),
	"recovery code":          i18n.T("Käytti varakoodin", "Använde en reservkod", "Used a recovery code"),
	"recovery codes renewed": i18n.T("Uusi varakoodit", "Förnyade reservkoderna", "Renewed the recovery codes"), "forgotten": i18n.T("Poisti oman tunnuksensa", "Raderade sitt konto", "Deleted the own account"),
}
