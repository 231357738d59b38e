package accountpage

import (
	"tekojentori.fi/tori/internal/i18n"
)

var (
	signInTitle = i18n.T("Kirjaudu torille", "Logga in på arenan", "Sign in")
	signInLead  = i18n.T(
		"Tekoja voi lukea kirjautumatta. Kirjaudu, kun haluat kertoa omasta teostasi.",
		"Du kan läsa om gärningarna utan att logga in. Logga in när du vill berätta om din egen.",
		"You can read the acts without signing in. Sign in when you want to share your own.")

	textKept = i18n.T(
		"Et ole kirjautuneena, mutta kirjoittamasi on tallessa. Kirjaudu, niin jatkat siitä, mihin jäit.",
		"Du är inte inloggad, men det du skrev finns kvar. Logga in så fortsätter du där du slutade.",
		"You are not signed in, but what you wrote is kept. Sign in, and you go on where you stopped.")

	byLink     = i18n.T("Linkki sähköpostiin", "Länk per e-post", "A link by e-mail")
	byLinkHelp = i18n.T(
		"Lähetämme sinulle linkin, jolla pääset sisään. Salasanaa ei tarvita. Jos olet täällä ensi kertaa, saat samalla tunnuksen.",
		"Vi skickar en länk som du loggar in med. Du behöver inget lösenord. Är du här för första gången får du samtidigt ett konto.",
		"We send you a link that lets you in. You need no password. If this is your first time here, it also makes you an account.")
	emailLabel = i18n.T("Sähköpostiosoite", "E-postadress", "E-mail address")
	emailHint  = i18n.T("Mieluiten työosoitteesi, esimerkiksi nimi@kunta.fi", "Helst din arbetsadress, till exempel namn@kommun.fi", "Preferably your work address, such as name@municipality.fi")
	sendLink   = i18n.T("Lähetä linkki", "Skicka länken", "Send the link")

	byPassword     = i18n.T("Salasana", "Lösenord", "A password")
	byPasswordHelp = i18n.T(
		"Moderoijat, toimitus, ohjelmatiimi ja ylläpito kirjautuvat salasanalla.",
		"Moderatorer, redaktionen, programteamet och administratörerna loggar in med lösenord.",
		"Moderators, editors, the programme team and administrators sign in with a password.")
	passwordLabel = i18n.T("Salasana", "Lösenord", "Password")
	enter         = i18n.T("Kirjaudu", "Logga in", "Sign in")
	refused       = i18n.T(
		"Sähköpostiosoite ja salasana eivät täsmää. Tarkista molemmat, tai pyydä linkki sähköpostiisi.",
		"E-postadressen och lösenordet stämmer inte överens. Kontrollera båda, eller be om en länk per e-post.",
		"The e-mail address and the password do not match. Check both, or ask for a link by e-mail.")
	tooMany = i18n.T(
		"Väärä salasana annettiin liian monta kertaa. Odota vartti ja yritä sitten uudelleen.",
		"Fel lösenord angavs för många gånger. Vänta en kvart och försök sedan igen.",
		"A wrong password was given too many times. Wait a quarter of an hour, then try again.")

	sentTitle = i18n.T("Katso sähköpostisi", "Titta i din e-post", "Check your e-mail")
	sentLead  = i18n.T(
		"Lähetimme viestin osoitteeseen %s. Avaa siinä oleva linkki 10 minuutin kuluessa.",
		"Vi skickade ett meddelande till %s. Öppna länken i det inom 10 minuter.",
		"We sent a message to %s. Open the link in it within 10 minutes.")
	sentHelp = i18n.T("Eikö viestiä näy?", "Syns inget meddelande?", "No message?")
	sentTips = [...]i18n.Text{
		i18n.T("Odota pari minuuttia: viesti voi olla vielä matkalla.", "Vänta ett par minuter: meddelandet kan ännu vara på väg.", "Wait a couple of minutes: it may still be on its way."),
		i18n.T("Katso roskapostista.", "Titta i skräpposten.", "Look in your junk mail."),
		i18n.T("Tarkista, että osoite on oikein. Yhteen osoitteeseen lähetämme enintään viisi linkkiä tunnissa.", "Kontrollera att adressen är rätt. Vi skickar högst fem länkar i timmen till samma adress.", "Check that the address is right. We send at most five links an hour to one address."),
	}
	tryAgain = i18n.T("Palaa kirjautumiseen", "Tillbaka till inloggningen", "Back to signing in")

	confirmTitle = i18n.T("Vielä yksi napautus", "Ett klick till", "One more click")
	confirmLead  = i18n.T("Kirjaudut Tekojen torille osoitteella %s.", "Du loggar in på Framstegsarenan med adressen %s.", "You are signing in to Tekojen tori as %s.")
	confirmHelp  = i18n.T(
		"Jos osoite ei ole sinun, sulje tämä sivu.",
		"Om adressen inte är din, stäng den här sidan.",
		"If the address is not yours, close this page.")

	deadTitle = i18n.T("Linkki ei enää toimi", "Länken fungerar inte längre", "The link no longer works")
	deadLead  = i18n.T(
		"Kirjautumislinkki toimii yhden kerran ja 10 minuuttia. Jos painoit juuri nappia kahdesti, olet ehkä jo sisällä. Muuten pyydä uusi linkki, se tulee hetkessä.",
		"En inloggningslänk fungerar en gång och i 10 minuter. Om du nyss klickade två gånger är du kanske redan inne. Annars kan du be om en ny länk, den kommer genast.",
		"A sign-in link works once and for 10 minutes. If you just clicked twice, you may be in already. Otherwise ask for a new link; it comes in a moment.")
	newLink = i18n.T("Pyydä uusi linkki", "Be om en ny länk", "Ask for a new link")

	detailsTitle = i18n.T("Omat tiedot", "Egna uppgifter", "Your details")
	detailsLead  = i18n.T(
		"Näillä tiedoilla pidämme sinuun yhteyttä. Teon sivulla näkyvät vain ne yhteystiedot, jotka sen ilmoittajat ovat antaneet.",
		"Med de här uppgifterna håller vi kontakt med dig. På en gärnings sida syns bara de kontaktuppgifter som anmälarna har gett.",
		"We keep in touch with you by these details. The page of an act shows only the contact details given with it.")
	welcome       = i18n.T("Tervetuloa! Kerro ensin, kuka olet.", "Välkommen! Berätta först vem du är.", "Welcome! First tell us who you are.")
	accountName   = i18n.T("Tunnus", "Konto", "Account")
	rolesLabel    = i18n.T("Tehtävät torilla", "Uppgifter på arenan", "Roles")
	nameLabel     = i18n.T("Nimi", "Namn", "Name")
	titleLabel    = i18n.T("Tehtävänimike", "Titel", "Job title")
	phoneLabel    = i18n.T("Puhelin", "Telefon", "Phone")
	languageLabel = i18n.T("Millä kielellä lähetämme sinulle viestejä?", "På vilket språk skickar vi meddelanden till dig?", "In which language do we write to you?")
	save          = i18n.T("Tallenna", "Spara", "Save")
	saved         = i18n.T("Tiedot on tallennettu.", "Uppgifterna har sparats.", "Your details have been saved.")
)
