package accountpage

import "tekojentori.fi/tori/internal/i18n"

var (
	sessionsTitle = i18n.T("Missä olet kirjautuneena", "Var du är inloggad", "Where you are signed in")
	sessionsHelp  = i18n.T(
		"Jos joukossa on laite, jota et tunne tai joka on kadonnut, kirjaudu ulos siltä. Jos epäilet, että joku muu käyttää tunnustasi, kirjaudu ulos kaikkialta.",
		"Om det finns en enhet som du inte känner igen eller som har försvunnit, logga ut den. Om du misstänker att någon annan använder ditt konto, logga ut överallt.",
		"If there is a device that you do not know or have lost, sign it out. If you suspect that somebody else uses your account, sign out everywhere.")
	thisDevice    = i18n.T("Tämä laite", "Den här enheten", "This device")
	unknownDevice = i18n.T("Tuntematon laite", "Okänd enhet", "Unknown device")
	signedInAt    = i18n.T("Kirjauduttu %s", "Inloggad %s", "Signed in %s")
	seenAt        = i18n.T("viimeksi käytetty %s", "senast använd %s", "last used %s")
	endSession    = i18n.T("Kirjaudu ulos laitteelta", "Logga ut enheten", "Sign out the device")
	sessionEnded  = i18n.T("Laite on kirjattu ulos.", "Enheten har loggats ut.", "The device has been signed out.")
	dataTitle     = i18n.T("Tietosi torilla", "Dina uppgifter på arenan", "Your data")
	dataHelp      = i18n.T(
		"Voit ladata kopion kaikesta, mitä tori tietää sinusta, tai poistaa tunnuksesi.",
		"Du kan ladda ner en kopia av allt som arenan vet om dig, eller ta bort ditt konto.",
		"You can download a copy of everything that the portal knows of you, or delete your account.")
	dataLink        = i18n.T("Kopioi tai poista tietosi", "Kopiera eller ta bort dina uppgifter", "Copy or delete your data")
	leave           = i18n.T("Kirjaudu ulos", "Logga ut", "Sign out")
	leaveEverywhere = i18n.T("Kirjaudu ulos kaikkialta", "Logga ut överallt", "Sign out everywhere")
)
