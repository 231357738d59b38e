package accountpage

import "tekojentori.fi/tori/internal/i18n"

var (
	factorTitle = i18n.T("Kaksivaiheinen kirjautuminen", "Tvåstegsinloggning", "Two-step sign-in")
	factorLead  = i18n.T(
		"Kun kirjautuminen kysyy myös puhelimesi koodia, pelkällä salasanalla tai sähköpostilla ei pääse tunnuksellesi.",
		"När inloggningen också frågar efter en kod från din telefon räcker det inte med lösenordet eller e-posten för att komma in på ditt konto.",
		"When signing in also asks for a code from your phone, a password or a mailbox alone does not open your account.")
	factorDemanded = i18n.T(
		"Tehtäväsi torilla vaatii kaksivaiheisen kirjautumisen. Ota se käyttöön, niin pääset jatkamaan.",
		"Din uppgift på arenan kräver tvåstegsinloggning. Ta den i bruk, så kan du fortsätta.",
		"Your role on the portal requires two-step sign-in. Take it into use, and you can go on.")
	factorOff     = i18n.T("Ei vielä käytössä", "Ännu inte i bruk", "Not in use yet")
	factorOffHelp = i18n.T(
		"Tarvitset puhelimeesi sovelluksen, joka näyttää kertakäyttöisiä koodeja, esimerkiksi Google Authenticatorin, Microsoft Authenticatorin tai Aegisin. Moni salasanojen hallintaohjelmakin osaa sen.",
		"Du behöver en app i telefonen som visar engångskoder, till exempel Google Authenticator, Microsoft Authenticator eller Aegis. Många lösenordshanterare klarar det också.",
		"You need an app on your phone that shows one-time codes, such as Google Authenticator, Microsoft Authenticator or Aegis. Many password managers can do it too.")
	factorBegin = i18n.T("Ota käyttöön", "Ta i bruk", "Take into use")

	enrolTitle    = i18n.T("Lisää tori sovellukseesi", "Lägg till arenan i din app", "Add the portal to your app")
	enrolScan     = i18n.T("Kuvaa tämä koodi sovelluksella.", "Skanna den här koden med appen.", "Scan this code with the app.")
	enrolPicture  = i18n.T("QR-koodi sovellukselle. Sama avain on alla kirjoitettavaksi.", "QR-kod för appen. Samma nyckel finns nedan att skriva in.", "QR code for the app. The same key stands below to be typed.")
	enrolType     = i18n.T("Jos et voi kuvata, kirjoita sovellukseen tämä avain:", "Om du inte kan skanna, skriv in den här nyckeln i appen:", "If you cannot scan it, type this key into the app:")
	enrolCode     = i18n.T("Koodi sovelluksesta", "Koden i appen", "Code from the app")
	enrolCodeHint = i18n.T("Kuusi numeroa. Koodi vaihtuu puolen minuutin välein.", "Sex siffror. Koden byts varje halv minut.", "Six digits. The code changes every half a minute.")
	enrolDone     = i18n.T("Vahvista koodi", "Bekräfta koden", "Confirm the code")

	factorIsOn = i18n.T("Käytössä", "I bruk", "In use")
	factorLeft = i18n.P(
		i18n.T("Sinulla on %d käyttämätön varakoodi. Varakoodilla kirjaudut, kun puhelin ei ole mukana.", "Du har %d oanvänd reservkod. Med en reservkod loggar du in när du inte har telefonen med dig.", "You have %d unused recovery code. A recovery code lets you in when you do not have your phone."),
		i18n.T("Sinulla on %d käyttämätöntä varakoodia. Varakoodilla kirjaudut, kun puhelin ei ole mukana.", "Du har %d oanvända reservkoder. Med en reservkod loggar du in när du inte har telefonen med dig.", "You have %d unused recovery codes. A recovery code lets you in when you do not have your phone."))
	factorRenew  = i18n.T("Tee uudet varakoodit", "Gör nya reservkoder", "Make new recovery codes")
	factorRemove = i18n.T("Poista käytöstä", "Ta ur bruk", "Take out of use")
	factorGone   = i18n.T("Kaksivaiheinen kirjautuminen on poistettu käytöstä.", "Tvåstegsinloggningen är inte längre i bruk.", "Two-step sign-in is no longer in use.")
	factorLink   = i18n.T("Ota käyttöön tai vaihda kaksivaiheinen kirjautuminen", "Ta i bruk eller byt tvåstegsinloggning", "Set up or change two-step sign-in")

	codeLabel  = i18n.T("Koodi", "Kod", "Code")
	codeEither = i18n.T("Kuusi numeroa sovelluksestasi, tai varakoodi.", "Sex siffror från din app, eller en reservkod.", "Six digits from your app, or a recovery code.")

	recoveryTitle = i18n.T("Ota varakoodit talteen", "Spara reservkoderna", "Keep your recovery codes")
	recoveryLead  = i18n.T(
		"Kaksivaiheinen kirjautuminen on käytössä. Jos puhelin katoaa, pääset sisään varakoodilla. Koodit näytetään vain nyt.",
		"Tvåstegsinloggningen är i bruk. Om telefonen försvinner kommer du in med en reservkod. Koderna visas bara nu.",
		"Two-step sign-in is in use. If you lose your phone, a recovery code lets you in. The codes are shown only now.")
	recoveryCodes = i18n.T("Varakoodit", "Reservkoder", "Recovery codes")
	recoveryHelp  = i18n.T(
		"Tulosta koodit tai tallenna ne salasanojen hallintaohjelmaan. Kukin koodi toimii kerran.",
		"Skriv ut koderna eller spara dem i en lösenordshanterare. Varje kod fungerar en gång.",
		"Print the codes or keep them in a password manager. Each code works once.")
	recoveryKept = i18n.T("Koodit ovat tallessa", "Koderna är sparade", "I have kept the codes")

	stepTitle = i18n.T("Vahvista kirjautuminen", "Bekräfta inloggningen", "Confirm signing in")
	stepLead  = i18n.T("Avaa sovellus puhelimestasi ja kirjoita sen näyttämä koodi.", "Öppna appen i din telefon och skriv koden som den visar.", "Open the app on your phone and type the code that it shows.")
	stepLost  = i18n.T(
		"Jos puhelin ja varakoodit ovat kadonneet, pyydä torin pääkäyttäjää nollaamaan kaksivaiheinen kirjautuminen.",
		"Om telefonen och reservkoderna har försvunnit, be arenans huvudanvändare nollställa tvåstegsinloggningen.",
		"If your phone and recovery codes are lost, ask the portal’s administrator to reset two-step sign-in.")
	tooManyCodes = i18n.T(
		"Väärä koodi annettiin liian monta kertaa. Odota vartti ja yritä sitten uudelleen.",
		"Fel kod angavs för många gånger. Vänta en kvart och försök sedan igen.",
		"A wrong code was given too many times. Wait a quarter of an hour, then try again.")
	deadStepTitle = i18n.T("Kirjautuminen vanheni", "Inloggningen har gått ut", "Signing in took too long")
	deadStepLead  = i18n.T(
		"Koodi pitää antaa kymmenen minuutin kuluessa. Aloita kirjautuminen alusta.",
		"Koden ska ges inom tio minuter. Börja inloggningen från början.",
		"The code has to be given within ten minutes. Start signing in again.")
)
