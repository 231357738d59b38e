package accountpage

import "tekojentori.fi/tori/internal/i18n"

var (
	byKey     = i18n.T("Pääsyavaimella", "Med lösennyckel", "With a passkey")
	byKeyHelp = i18n.T(
		"Jos olet lisännyt tunnuksellesi pääsyavaimen, sormenjälki, kasvot tai laitteen PIN-koodi riittää.",
		"Om du har lagt till en lösennyckel till ditt konto räcker det med fingeravtryck, ansikte eller enhetens PIN-kod.",
		"If you have added a passkey to your account, a fingerprint, your face or the PIN of your device is enough.")

	keysTitle = i18n.T("Pääsyavaimet", "Lösennycklar", "Passkeys")
	keysNone  = i18n.T(
		"Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla tai laitteen PIN-koodilla, ilman salasanaa ja koodia. Kirjoita yllä olevaan kenttään koodi ja valitse Lisää pääsyavain.",
		"Med en lösennyckel loggar du in med fingeravtryck, ansikte eller enhetens PIN-kod, utan lösenord och kod. Skriv en kod i fältet ovan och välj Lägg till en lösennyckel.",
		"With a passkey you sign in by fingerprint, face or the PIN of your device, without a password and a code. Type a code in the field above and choose Add a passkey.")
	keyAdd     = i18n.T("Lisää pääsyavain", "Lägg till en lösennyckel", "Add a passkey")
	keyMade    = i18n.T("Lisätty %s", "Tillagd %s", "Added %s")
	keyUsed    = i18n.T("käytetty viimeksi %s", "senast använd %s", "last used %s")
	keyRemove  = i18n.T("Poista", "Ta bort", "Remove")
	keyAdded   = i18n.T("Pääsyavain on lisätty. Voit kirjautua sillä ensi kerralla.", "Lösennyckeln har lagts till. Du kan logga in med den nästa gång.", "The passkey has been added. You can sign in with it next time.")
	keyRemoved = i18n.T("Pääsyavain on poistettu torilta. Poista se myös laitteestasi.", "Lösennyckeln har tagits bort från arenan. Ta bort den också från din enhet.", "The passkey has been removed from the portal. Remove it from your device too.")
	keysEnough = i18n.T("Sinulla on jo kymmenen pääsyavainta. Poista niistä jokin, niin voit lisätä uuden.", "Du har redan tio lösennycklar. Ta bort någon av dem, så kan du lägga till en ny.", "You have ten passkeys already. Remove one of them, and you can add another.")

	newKeyTitle = i18n.T("Lisää pääsyavain", "Lägg till en lösennyckel", "Add a passkey")
	newKeyLead  = i18n.T(
		"Anna avaimelle nimi, josta muistat laitteen. Sen jälkeen laitteesi kysyy sormenjälkeä, kasvoja tai PIN-koodia.",
		"Ge nyckeln ett namn som påminner om enheten. Sedan frågar enheten efter fingeravtryck, ansikte eller PIN-kod.",
		"Give the key a name that reminds you of the device. Your device then asks for a fingerprint, your face or a PIN.")
	keyName      = i18n.T("Avaimen nimi", "Nyckelns namn", "Name of the key")
	keyNameHint  = i18n.T("Esimerkiksi Työpuhelin.", "Till exempel Jobbtelefonen.", "For example Work phone.")
	newKeyButton = i18n.T("Luo pääsyavain", "Skapa lösennyckeln", "Create the passkey")

	keyDoorTitle  = i18n.T("Kirjaudu pääsyavaimella", "Logga in med lösennyckel", "Sign in with a passkey")
	keyDoorLead   = i18n.T("Laitteesi kysyy sormenjälkeä, kasvoja tai PIN-koodia.", "Din enhet frågar efter fingeravtryck, ansikte eller PIN-kod.", "Your device asks for a fingerprint, your face or a PIN.")
	keyDoorButton = i18n.T("Käytä pääsyavainta", "Använd lösennyckeln", "Use a passkey")
	keyOtherWay   = i18n.T("Kirjaudu muulla tavalla", "Logga in på annat sätt", "Sign in another way")

	keyRefused = i18n.T(
		"Pääsyavain ei kelvannut. Kokeile uudelleen, tai käytä salasanaa tai sähköpostilinkkiä.",
		"Lösennyckeln godtogs inte. Försök igen, eller använd lösenord eller länk i e-posten.",
		"The passkey was not accepted. Try again, or use your password or a link by e-mail.")
	keyNoScript = i18n.T(
		"Pääsyavain tarvitsee JavaScriptin, ja selaimesi on kytkenyt sen pois.",
		"En lösennyckel behöver JavaScript, som är avstängt i din webbläsare.",
		"A passkey needs JavaScript, which is switched off in your browser.")
	keyCannot = i18n.T(
		"Tämä selain ei osaa käyttää pääsyavaimia. Päivitä selain tai käytä toista laitetta.",
		"Den här webbläsaren kan inte använda lösennycklar. Uppdatera den eller använd en annan enhet.",
		"This browser cannot use passkeys. Update it or use another device.")
	keyLeft = i18n.T(
		"Pääsyavainta ei käytetty. Yritä uudelleen, kun olet valmis.",
		"Lösennyckeln användes inte. Försök igen när du är redo.",
		"The passkey was not used. Try again when you are ready.")
	deadKeyLead = i18n.T(
		"Laitteelta kysyttiin liian kauan sitten tai se on jo vastannut. Aloita alusta.",
		"Frågan till enheten är för gammal eller redan besvarad. Börja om från början.",
		"The device was asked too long ago, or it has answered already. Start again.")
)
