package submitpage

import (
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/wording"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	filesT = i18n.T("Liitteet", "Bilagor", "Attachments")
	filesI = i18n.T("Kuvat ja asiakirjat auttavat toista työpaikkaa tekemään saman: vaikkapa kuva taulusta, ohje tai lomakepohja.",
		"Bilder och dokument hjälper en annan arbetsplats att göra samma sak: till exempel en bild av tavlan, en anvisning eller en blankettmall.",
		"Pictures and documents help another workplace to do the same: a photo of the board, a guide or a form, for example.")
	filesL = i18n.T("Lisää tiedostoja", "Lägg till filer", "Add files")
	filesH = i18n.T("Kuvat jpg, png tai webp, enintään 10 Mt. Asiakirjat pdf, docx, xlsx, pptx tai odt, enintään 20 Mt. Yhteensä enintään 10 tiedostoa, ja voit valita useita kerralla. Kuvista poistetaan paikkatiedot. Varmista, että kuvissa näkyvät ihmiset ovat antaneet luvan.",
		"Bilder jpg, png eller webp, högst 10 MB. Dokument pdf, docx, xlsx, pptx eller odt, högst 20 MB. Sammanlagt högst 10 filer, och du kan välja flera på en gång. Platsuppgifter tas bort ur bilderna. Se till att de som syns i bilderna har gett lov.",
		"Pictures as jpg, png or webp, at most 10 MB. Documents as pdf, docx, xlsx, pptx or odt, at most 20 MB. At most 10 files in all, and you can choose several at once. Places are removed from the pictures. Make sure that the people in them have agreed.")
	filesFull = i18n.T("Tekoon on lisätty enimmäismäärä, 10 tiedostoa. Poista jokin, jos haluat lisätä toisen.",
		"Gärningen har redan det högsta antalet filer, 10. Ta bort någon om du vill lägga till en annan.",
		"The act has the most files there can be, 10. Remove one to add another.")
	uploadB       = i18n.T("Lisää valitut", "Lägg till de valda", "Add the chosen files")
	removeB       = i18n.T("Poista", "Ta bort", "Remove")
	removeFile    = i18n.T("Poista liite %s", "Ta bort bilagan %s", "Remove the attachment %s")
	sending       = i18n.T("Lähetetään, %s %%", "Skickar, %s %%", "Sending, %s%%")
	sendingFailed = i18n.T("Lähetys katkesi. Tarkista yhteys ja yritä uudelleen.", "Överföringen avbröts. Kontrollera förbindelsen och försök igen.", "The sending was cut off. Check the connection and try again.")
	altShort      = i18n.T("Kuvan kuvaus", "Bildbeskrivning", "Description of the picture")
	altPictureL   = i18n.T("Mitä kuvassa näkyy?", "Vad syns i bilden?", "What is in the picture?")
	altPictureH   = i18n.T("Kuvaus luetaan ääneen niille, jotka eivät näe kuvaa. Kerro se, mikä kuvassa on tärkeää, esimerkiksi ”Kolme hoitajaa suunnittelee vuoroja ison taulun ääressä”.",
		"Beskrivningen läses upp för dem som inte ser bilden. Berätta det som är viktigt i den, till exempel ”Tre vårdare planerar skift vid en stor tavla”.",
		"The description is read aloud to people who do not see the picture. Tell what matters in it, for example “Three nurses plan their shifts at a large board”.")
	altDocumentL = i18n.T("Mitä tiedostossa kerrotaan?", "Vad berättar filen?", "What does the file tell?")
	altDocumentH = i18n.T("Yksi virke riittää. Se auttaa myös niitä, jotka eivät voi avata tiedostoa.", "En mening räcker. Den hjälper också dem som inte kan öppna filen.", "One sentence is enough. It helps those too who cannot open the file.")

	fileWaiting = i18n.T("Käsitellään vielä. Voit jatkaa kirjoittamista.", "Behandlas ännu. Du kan fortsätta skriva.", "Still being worked on. You can go on writing.")
	fileReady   = i18n.T("Valmis", "Klar", "Ready")
)

// fileUnread is why the search does not find an act by the words of a document,
// and what to do about it. Readers can open the document all the same.
var fileUnread = map[wording.Outcome]i18n.Text{
	wording.Encrypted: i18n.T("Valmis, ja julkaistaan teon mukana. Tiedosto on kuitenkin suojattu salasanalla, joten haku ei löydä tekoa sen sanoilla. Lisää se ilman salasanaa, jos voit.",
		"Klar, och publiceras med gärningen. Filen är ändå skyddad med lösenord, så sökningen hittar inte gärningen på orden i den. Lägg till den utan lösenord om du kan.",
		"Ready, and published with the act. But the file is locked with a password, so the search does not find the act by the words in it. Add it without the password if you can."),
	wording.Damaged: i18n.T("Valmis, ja julkaistaan teon mukana. Tiedoston tekstiä ei kuitenkaan pystytty lukemaan, joten haku ei löydä tekoa sen sanoilla. Tarkista, että tiedosto aukeaa.",
		"Klar, och publiceras med gärningen. Texten i filen gick ändå inte att läsa, så sökningen hittar inte gärningen på orden i den. Kontrollera att filen går att öppna.",
		"Ready, and published with the act. But its text could not be read, so the search does not find the act by the words in it. Check that the file opens."),
	wording.Heavy: i18n.T("Valmis, ja julkaistaan teon mukana. Tiedosto on kuitenkin liian suuri tai raskas haun luettavaksi, joten haku ei löydä tekoa sen sanoilla. Kerro tärkein myös teon tekstissä.",
		"Klar, och publiceras med gärningen. Filen är ändå för stor eller tung för att sökningen ska kunna läsa den, så gärningen hittas inte på orden i den. Berätta det viktigaste också i gärningens text.",
		"Ready, and published with the act. But the file is too large or heavy for the search to read, so the act is not found by the words in it. Tell the main thing in the text of the act too."),
	wording.Wordless: i18n.T("Valmis, ja julkaistaan teon mukana. Tiedostosta ei kuitenkaan löytynyt tekstiä: ehkä sen sivut ovat skannattuja kuvia. Haku ei löydä tekoa sen sanoilla, joten kerro tärkein myös teon tekstissä.",
		"Klar, och publiceras med gärningen. I filen hittades ändå ingen text: kanske är sidorna skannade bilder. Sökningen hittar inte gärningen på orden i den, så berätta det viktigaste också i gärningens text.",
		"Ready, and published with the act. But no text was found in the file: perhaps its pages are scanned pictures. The search does not find the act by the words in it, so tell the main thing in the text of the act too."),
	wording.Cut: i18n.T("Valmis, ja julkaistaan teon mukana. Tiedosto on niin pitkä, että haku löytää teon vain sen alkuosan sanoilla.",
		"Klar, och publiceras med gärningen. Filen är så lång att sökningen bara hittar gärningen på orden i början av den.",
		"Ready, and published with the act. The file is so long that the search finds the act only by the words in its first part."),
}

// fileRejected is why a file is not shown, and what to do about it.
var fileRejected = map[attachment.Reason]i18n.Text{
	attachment.Unreadable: i18n.T("Kuvaa ei saatu auki. Poista se ja lisää uudelleen jpg- tai png-kuvana.", "Bilden gick inte att öppna. Ta bort den och lägg till den igen som jpg eller png.", "The picture could not be opened. Remove it and add it again as jpg or png."),
	attachment.TooLarge:   i18n.T("Kuvassa on liikaa pisteitä, yli 40 miljoonaa. Poista se ja lisää pienempi kuva.", "Bilden har för många bildpunkter, över 40 miljoner. Ta bort den och lägg till en mindre bild.", "The picture has too many pixels, more than 40 million. Remove it and add a smaller one."),
	attachment.Virus:      i18n.T("Virustarkistus löysi tiedostosta haittaohjelman, joten sitä ei julkaista. Poista se.", "Viruskontrollen hittade skadlig kod i filen, så den publiceras inte. Ta bort den.", "The virus scanner found malware in the file, so it will not be published. Remove it."),
}
