package submitpage

import "tekojentori.fi/tori/internal/i18n"

var (
	clinicT    = i18n.T("Kehittämisteko-klinikka", "Gärningskliniken", "Development act clinic")
	clinicLead = i18n.T("Vastaa niin kuin kertoisit työkaverille kahvitauolla. Kokoamme vastauksista tekstin lomakkeelle, ja saat muokata sitä vapaasti. Kysymyksen voi myös ohittaa.",
		"Svara som om du berättade för en kollega på kaffepausen. Av svaren sätter vi ihop en text till formuläret, och du får ändra den fritt. Du kan också hoppa över en fråga.",
		"Answer as you would tell a colleague over coffee. We put a text together of the answers for the form, and you can edit it freely. You may skip questions, too.")
	clinicKept = i18n.T("Vastaukset näkevät vain ne, jotka kirjoittavat tätä tekoa. Ne poistetaan, kun teko julkaistaan.",
		"Svaren ser bara de som skriver den här gärningen. De raderas när gärningen publiceras.",
		"Only those who write this act see the answers. They are deleted when the act is published.")
	clinicIntro = i18n.T("Etkö tiedä, mistä aloittaa? Kirjautuneena voit vastata kuuteen kysymykseen ääneen ajatellen, ja kokoamme vastauksista tekstin pohjan.",
		"Vet du inte var du ska börja? Som inloggad kan du svara på sex frågor som om du tänkte högt, och vi sätter ihop en grund till texten av svaren.",
		"Not sure where to begin? Once signed in you can answer six questions as if thinking aloud, and we make a first text of the answers.")
	clinicAsk   = i18n.T("Etkö tiedä, mistä aloittaa?", "Vet du inte var du ska börja?", "Not sure where to begin?")
	clinicAskB  = i18n.T("Vastaa kuuteen kysymykseen", "Svara på sex frågor", "Answer six questions")
	clinicBack  = i18n.T("Vastauksesi klinikassa ovat tallessa.", "Dina svar i kliniken finns kvar.", "Your answers in the clinic are kept.")
	clinicBackB = i18n.T("Palaa vastauksiin", "Tillbaka till svaren", "Back to the answers")
	clinicNext  = i18n.T("Kokoa tekstiksi", "Sätt ihop till en text", "Make a text of it")
	clinicForm  = i18n.T("Lomakkeelle", "Till formuläret", "To the form")

	composedT = i18n.T("Vastauksistasi tuli teksti", "Dina svar blev en text", "Your answers have become a text")
	composedP = i18n.T("Lue läpi. Kun viet tekstin lomakkeelle, voit vielä muokata jokaista kohtaa.",
		"Läs igenom. När du tar texten till formuläret kan du ännu ändra varje punkt.",
		"Read it through. Once it is in the form you can still edit every part.")
	composedOver = i18n.T("Lomakkeella on jo tekstiä. Mitään ei korvata, ellet itse valitse niin.",
		"I formuläret finns redan text. Ingenting ersätts om du inte själv väljer det.",
		"There is text in the form already. Nothing is replaced unless you choose so.")
	composedOld   = i18n.T("Pidä lomakkeen teksti", "Behåll formulärets text", "Keep the text of the form")
	composedMade  = i18n.T("Ota vastauksista koottu teksti", "Ta texten av svaren", "Take the text of the answers")
	composedBoth  = i18n.T("Ota molemmat peräkkäin", "Ta båda efter varandra", "Take both, one after the other")
	composedB     = i18n.T("Vie lomakkeelle", "Ta till formuläret", "Take it to the form")
	composedBack  = i18n.T("Muuta vastauksia", "Ändra svaren", "Change the answers")
	composedNone  = i18n.T("Vastaa ensin ainakin yhteen kysymykseen.", "Svara först på minst en fråga.", "Answer at least one question first.")
	composedThere = i18n.T("Vastaustesi teksti on jo lomakkeella.", "Texten av dina svar finns redan i formuläret.", "The text of your answers is in the form already.")

	// questionHints help to answer, by the name of the question.
	questionHints = map[string]i18n.Text{
		"before": i18n.T("Kerro arjesta: mitä tapahtui, ja ketä se kuormitti?", "Berätta om vardagen: vad hände, och vem tyngde det?", "Tell of everyday work: what happened, and whom did it wear?"),
		"wish":   i18n.T("Yksi toive riittää.", "En önskan räcker.", "One wish is enough."),
		"deed":   i18n.T("Yhdellä virkkeellä, kuin hississä kysyttäessä.", "Med en mening, som om någon frågade i hissen.", "In one sentence, as if somebody asked in the lift."),
		"how":    i18n.T("Kuka tekee, milloin ja millä välineillä? Vaiheet saa luetella.", "Vem gör vad, när och med vilka redskap? Du får räkna upp stegen.", "Who does what, when and with which tools? You may list the steps."),
		"change": i18n.T("Luku on hyvä, mutta palaute tai oma havaintokin kelpaa.", "En siffra är bra, men också respons eller en egen iakttagelse duger.", "A number is good, but feedback or what you have noticed will do, too."),
		"tip":    i18n.T("Mikä kannattaa tehdä ensin, ja mikä jättää tekemättä?", "Vad lönar det sig att göra först, och vad ska man låta bli?", "What to do first, and what to leave out?"),
	}

	// spoken is how somebody might answer, by the name of the question.
	spoken = map[string]i18n.Text{
		"before": i18n.T("No, viikkopalaverissa istuttiin puolitoista tuntia. Samat kolme puhuivat, ja muut lukivat sähköpostia.", "Tja, vi satt en och en halv timme på veckomötet. Samma tre talade, och de andra läste e-post.", "Well, we sat in the weekly meeting for an hour and a half. The same three spoke, and the others read e-mail."),
		"wish":   i18n.T("Että jokainen tulee kuulluksi ja että palaveri mahtuu tuntiin.", "Att alla blir hörda och att mötet ryms i en timme.", "That everyone is heard and the meeting fits into an hour."),
		"deed":   i18n.T("Alettiin pitää viikkopalaveri kävellen.", "Vi började hålla veckomötet till fots.", "We began to hold the weekly meeting on foot."),
		"how":    i18n.T("Ensimmäinen puoli tuntia kävellään pareittain, ja jokaisella parilla on yksi kysymys. Lopuksi vastaukset kerrotaan sisällä, ja päätökset kirjataan taululle.", "Den första halvtimmen går vi i par, och varje par har en fråga. Till slut berättas svaren inomhus, och besluten skrivs på tavlan.", "We walk in pairs for the first half an hour, and each pair has one question. In the end the answers are told indoors, and decisions go on the board."),
		"change": i18n.T("Palaveri kestää nyt 45 minuuttia, ennen 90. Keväällä puheenvuoron käytti 11 ihmistä 12:sta.", "Mötet tar nu 45 minuter, tidigare 90. I våras tog 11 av 12 personer till orda.", "The meeting takes 45 minutes now, it was 90. In spring 11 of 12 people spoke."),
		"tip":    i18n.T("Aloittakaa yhdestä palaverista kuussa. Ja kirjatkaa päätökset heti, muuten ne unohtuvat matkalle.", "Börja med ett möte i månaden. Och skriv upp besluten genast, annars glöms de på vägen.", "Begin with one meeting a month. And write the decisions down at once, or they are forgotten on the way."),
	}

	askBefore = i18n.T("Mikä teillä oli ennen hankalaa?", "Vad var besvärligt hos er förut?", "What was difficult before?")
	askWish   = i18n.T("Mitä toivoitte, että olisi toisin?", "Vad önskade ni skulle vara annorlunda?", "What did you wish would be different?")
	askDeed   = i18n.T("Mitä keksitte tehdä?", "Vad kom ni på att göra?", "What did you come up with?")
	askHow    = i18n.T("Miten se käytännössä menee?", "Hur går det till i praktiken?", "How does it go in practice?")
	askChange = i18n.T("Mistä huomaa, että jokin on muuttunut?", "Hur märks det att något har förändrats?", "How can you tell that something has changed?")
	askTip    = i18n.T("Mitä sanoisit kollegalle, joka aloittaa huomenna?", "Vad skulle du säga till en kollega som börjar i morgon?", "What would you tell a colleague who begins tomorrow?")
)
