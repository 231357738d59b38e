package submitpage

import "tekojentori.fi/tori/internal/i18n"

var (
	formTitle     = i18n.T("Ilmoita kehittämisteko", "Anmäl en utvecklingsgärning", "Share a development act")
	stepsLabel    = i18n.T("Lomakkeen vaiheet", "Formulärets steg", "Steps of the form")
	stepOf        = i18n.T("Vaihe %d/%d: %s", "Steg %d/%d: %s", "Step %d/%d: %s")
	stepWorkplace = i18n.T("Työpaikka", "Arbetsplats", "Workplace")
	stepNeed      = i18n.T("Tarve", "Behov", "Need")
	stepApproach  = i18n.T("Mitä tehtiin", "Vad gjordes", "What was done")
	stepResults   = i18n.T("Tulokset", "Resultat", "Results")
	stepContacts  = i18n.T("Yhteystiedot ja liitteet", "Kontakt och bilagor", "Contacts and attachments")
	stepCheck     = i18n.T("Tarkista ja lähetä", "Granska och skicka", "Check and send")

	next         = i18n.T("Tallenna ja jatka", "Spara och fortsätt", "Save and continue")
	back         = i18n.T("Edellinen", "Föregående", "Back")
	saveDraft    = i18n.T("Tallenna luonnos", "Spara utkast", "Save draft")
	send         = i18n.T("Lähetä julkaistavaksi", "Skicka för publicering", "Send to be published")
	editPart     = i18n.T("Muokkaa", "Redigera", "Edit")
	changedSince = i18n.T("Teksti on tallentunut sen jälkeen, kun avasit tämän sivun. Tässä se on nyt: tarkista ja lähetä uudelleen.", "Texten har sparats efter att du öppnade den här sidan. Så här är den nu: kontrollera och skicka igen.", "The text has been saved since you opened this page. This is how it is now: check it and send it again.")
	ready        = i18n.T("Kaikki tarvittava on kirjoitettu. Lue vielä läpi ja lähetä.", "Allt som behövs är skrivet. Läs igenom och skicka.", "Everything needed is there. Read it through once more and send it.")
	notReady     = i18n.T("Täydennä nämä kohdat, niin voit lähettää teon.", "Fyll i dessa punkter så kan du skicka gärningen.", "Complete these, and you can send the act.")
	clashT       = i18n.T("Tekoa on muutettu muualla", "Gärningen har ändrats på annat håll", "The act has been changed elsewhere")
	clashHelp    = i18n.T("Joku on tallentanut tämän kohdan samaan aikaan, ehkä sinä itse toisessa ikkunassa. Kumpikin teksti on tallessa, eikä mitään ole korvattu. Valitse, kumpi jää.",
		"Någon har sparat det här avsnittet samtidigt, kanske du själv i ett annat fönster. Båda texterna finns kvar, och ingenting har ersatts. Välj vilken som ska gälla.",
		"Somebody has saved this part at the same time, perhaps you in another window. Both texts are safe, and nothing has been replaced. Choose which one stays.")
	clashMine   = i18n.T("Tämän sivun teksti", "Texten på den här sidan", "The text of this page")
	clashTheirs = i18n.T("Muualla tallennettu teksti", "Texten som sparades på annat håll", "The text saved elsewhere")
	clashEmpty  = i18n.T("tyhjä", "tom", "empty")
	clashSave   = i18n.T("Tallenna valitut", "Spara det valda", "Save what I chose")

	savedLess = i18n.T("Tallennettu %s. Uusi organisaatio tallentuu, kun painat ”Tallenna ja jatka”.", "Sparad %s. Den nya organisationen sparas när du trycker på ”Spara och fortsätt”.", "Saved %s. The new organisation is saved when you press “Save and go on”.")
	saveClash = i18n.T("Tätä kohtaa on muutettu muualla, joten emme korvanneet mitään. Katso molemmat tekstit ja valitse.", "Det här avsnittet har ändrats på annat håll, så vi ersatte ingenting. Se båda texterna och välj.", "This part has been changed elsewhere, so nothing was replaced. Look at both texts and choose.")
	saveBad   = i18n.T("Emme voi vielä tallentaa tätä kohtaa. %s", "Vi kan ännu inte spara det här avsnittet. %s", "This part cannot be saved yet. %s")
	alikeT    = i18n.T("Onko tämä sama teko?", "Är det här samma gärning?", "Is this the same act?")
	alikeLead = i18n.T("Torilla on jo jotain samankaltaista. Jos olette tehneet saman yhdessä, pyydä mukaan tekijäksi, niin teko kerrotaan kerran. Jos omanne on toinen, jatka kirjoittamista.",
		"På arenan finns redan något liknande. Om ni har gjort samma sak tillsammans kan du be att få vara med, så att gärningen berättas en gång. Om er är en annan, fortsätt skriva.",
		"There is something similar at the portal already. If you did it together, ask to be one of its authors, so that it is told once. If yours is another, go on writing.")
	alikeWhy    = i18n.T("Yhteistä: %s", "Gemensamt: %s", "In common: %s")
	alikeWord   = i18n.T("”%s”", "”%s”", "“%s”")
	alikeJoin   = i18n.T("Pyydä mukaan tekijäksi", "Be att få vara med", "Ask to be an author")
	ownerSends  = i18n.T("Teon lähettää sen omistaja, kun kaikki on valmista.", "Gärningens ägare skickar den när allt är klart.", "The owner of the act sends it when everything is ready.")
	privacyNote = i18n.T("Älä kirjoita teksteihin asiakkaiden tai työkavereiden henkilötietoja.", "Skriv inte personuppgifter om kunder eller kolleger i texterna.", "Please do not write personal data of customers or colleagues into the texts.")

	// The lengths of sessions stand in package session.
	sessionNote = i18n.T("Kirjautumisesi on voimassa 12 tuntia kerrallaan. Jos se ehtii päättyä, mitään ei häviä: kirjaudu uudelleen ja jatka siitä, mihin jäit.",
		"Din inloggning gäller 12 timmar åt gången. Om den hinner gå ut försvinner ingenting: logga in på nytt och fortsätt där du slutade.",
		"You are signed in for 12 hours at a time. If that runs out, nothing is lost: sign in again and continue where you stopped.")

	organizationL = i18n.T("Organisaatio", "Organisation", "Organisation")
	organizationH = i18n.T("Kunta, kuntayhtymä, hyvinvointialue tai yhtiö. Ala kirjoittaa ja valitse listasta, tai kirjoita nimi itse.",
		"Kommun, samkommun, välfärdsområde eller bolag. Börja skriva och välj i listan, eller skriv namnet själv.",
		"A municipality, joint authority, wellbeing services county or company. Start typing and choose from the list, or write the name yourself.")
	partnersL = i18n.T("Muut mukana olleet organisaatiot", "Andra organisationer som var med", "Other organisations that took part")
	partnersH = i18n.T("Yksi riville.", "En per rad.", "One on each line.")
	unitL     = i18n.T("Työpaikka tai yksikkö", "Arbetsplats eller enhet", "Workplace or unit")
	unitH     = i18n.T("Esimerkiksi Kirkonkylän päiväkoti.", "Till exempel Kyrkbyns daghem.", "For example Kirkonkylä day-care centre.")
	localityL = i18n.T("Paikkakunta", "Ort", "Locality")
	localityH = i18n.T("Missä työtä tehtiin, jos organisaation nimi ei sitä kerro.", "Var arbetet gjordes, om organisationens namn inte berättar det.", "Where the work was done, if the name of the organisation does not tell.")

	titleL = i18n.T("Teon nimi", "Gärningens namn", "Name of the act")
	titleH = i18n.T("2–9 sanaa, joista toinen ymmärtää heti, mistä on kyse. Esimerkiksi ”Hoitajat suunnittelevat vuorot yhdessä”.",
		"2–9 ord som genast berättar vad det handlar om. Till exempel ”Vårdarna planerar skiften tillsammans”.",
		"2–9 words that tell at once what it is about. For example “Nurses plan their shifts together”.")
	leadL       = i18n.T("Tiivistelmä", "Sammanfattning", "Summary")
	leadH       = i18n.T("Yksi tai kaksi virkettä, jotka näkyvät hakutuloksissa.", "En eller två meningar som syns i sökresultaten.", "One or two sentences that are shown in search results.")
	leadLastH   = i18n.T("Nyt kun muu on kerrottu: yksi tai kaksi virkettä, jotka näkyvät hakutuloksissa.", "Nu när resten är berättat: en eller två meningar som syns i sökresultaten.", "Now that the rest is told: one or two sentences that are shown in search results.")
	needL       = i18n.T("Miksi jotain piti muuttaa?", "Varför behövde något ändras?", "Why did something have to change?")
	needH       = i18n.T("Kerro, mikä hiersi tai mitä halusitte paremmaksi.", "Berätta vad som skavde eller vad ni ville förbättra.", "Tell what was not working, or what you wanted to improve.")
	sectorL     = i18n.T("Toimiala", "Bransch", "Sector")
	sectorH     = i18n.T("Minkä alan työtä tämä koskee eniten?", "Vilken branschs arbete gäller det här mest?", "Whose work does this concern most?")
	sectorMore  = i18n.T("Koskee myös näitä toimialoja", "Gäller också dessa branscher", "Concerns these sectors too")
	sectorMoreH = i18n.T("Enintään kaksi lisää.", "Högst två till.", "At most two more.")
	themesL     = i18n.T("Teemat", "Teman", "Themes")
	themesH     = i18n.T("Valitse 1–3.", "Välj 1–3.", "Choose 1–3.")
	languageL   = i18n.T("Millä kielellä kirjoitat?", "På vilket språk skriver du?", "Which language do you write in?")
	languageH   = i18n.T("Kirjoita kaikki kohdat samalla kielellä.", "Skriv allt på samma språk.", "Write everything in the same language.")
	choose      = i18n.T("Valitse", "Välj", "Choose")

	approachL = i18n.T("Mitä teitte?", "Vad gjorde ni?", "What did you do?")
	approachH = i18n.T("Kerro vaihe vaiheelta, niin että toinen työpaikka voi tehdä saman.", "Berätta steg för steg så att en annan arbetsplats kan göra samma sak.", "Tell it step by step, so that another workplace can do the same.")
	stageL    = i18n.T("Missä vaiheessa työ on?", "I vilken fas är arbetet?", "How far is the work?")
	stageH    = i18n.T("Keskeneräisestäkin kannattaa kertoa.", "Också det som är på hälft är värt att berätta om.", "What is not ready yet is worth telling, too.")
	startedL  = i18n.T("Alkoi", "Började", "Began")
	endedL    = i18n.T("Päättyi", "Slutade", "Ended")
	monthH    = i18n.T("Kuukausi muodossa 2026-03.", "Månad i formen 2026-03.", "The month, like 2026-03.")

	resultsL = i18n.T("Mitä muuttui?", "Vad förändrades?", "What changed?")
	resultsH = i18n.T("Kerro tulos niin, että toinen voi verrata. Luku auttaa, mutta ei ole pakollinen – myös se, mikä ei onnistunut, kiinnostaa.",
		"Berätta resultatet så att andra kan jämföra. En siffra hjälper men är inte obligatorisk – det som inte lyckades är också intressant.",
		"Tell the result so that others can compare. A number helps but is not required – what did not work is of interest too.")
	lessonsL = i18n.T("Vinkit muille", "Tips till andra", "Tips for others")
	lessonsH = i18n.T("Mitä tekisitte nyt toisin? Mistä kannattaa aloittaa?", "Vad skulle ni göra annorlunda nu? Var lönar det sig att börja?", "What would you do differently now? Where is it good to start?")
	tagsL    = i18n.T("Avainsanat", "Nyckelord", "Keywords")
	tagsH    = i18n.T("Enintään kahdeksan, pilkulla erotettuina.", "Högst åtta, med komma emellan.", "At most eight, with commas between.")

	contactTitle1 = i18n.T("Yhteyshenkilö", "Kontaktperson", "Contact person")
	contactTitle2 = i18n.T("Toinen yhteyshenkilö", "En annan kontaktperson", "Another contact person")
	contactTitleN = i18n.T("%d. yhteyshenkilö", "Kontaktperson %d", "Contact person %d")
	contactH      = i18n.T("Kuka osaa kertoa lisää sille, joka haluaa tehdä saman?", "Vem kan berätta mer för den som vill göra samma sak?", "Who can tell more to somebody who wants to do the same?")

	contactOrganizationL = i18n.T("Yhteyshenkilön organisaatio", "Kontaktpersonens organisation", "Organisation of the contact person")
	contactOrganizationH = i18n.T("Jos se on muu kuin teon organisaatio.", "Om den är en annan än gärningens organisation.", "If it is not the organisation of the act.")

	nameL     = i18n.T("Nimi", "Namn", "Name")
	jobL      = i18n.T("Tehtävänimike", "Titel", "Job title")
	emailL    = i18n.T("Sähköposti", "E-post", "E-mail")
	phoneL    = i18n.T("Puhelin", "Telefon", "Phone")
	visibleL  = i18n.T("Kenelle yhteystiedot näkyvät?", "För vem visas kontaktuppgifterna?", "Who may see the details?")
	everyoneO = i18n.T("Kaikille", "För alla", "Everyone")
	signedInO = i18n.T("Kirjautuneille", "För inloggade", "People who have signed in")
	nobodyO   = i18n.T("Ei kenellekään, vain moderoijille", "Ingen, bara moderatorerna", "Nobody but the moderators")
	consentL  = i18n.T("Henkilö on antanut luvan näyttää tietonsa näin", "Personen har gett lov att visa uppgifterna så här", "The person has agreed to be shown like this")
	consentH  = i18n.T("Jos henkilö on joku muu kuin sinä, kysymme häneltä luvan sähköpostilla, kun lähetät teon. Tiedot näkyvät vasta, kun hän on suostunut, joten ilman sähköpostia niitä ei näytetä.",
		"Om personen är någon annan än du frågar vi hen om lov per e-post när du skickar gärningen. Uppgifterna visas först när hen har gett lov, och utan e-postadress visas de alltså inte.",
		"If the person is not you, we ask them by e-mail when you send the act. The details are shown only once they agree, so without an e-mail address they are not shown.")
	consentAsked = i18n.T("%s: kysyimme luvan sähköpostilla. Tiedot näkyvät, kun hän on suostunut.", "%s: vi har frågat om lov per e-post. Uppgifterna visas när hen har gett lov.", "%s: asked by e-mail. The details are shown once they agree.")
	consentMute  = i18n.T("%s: lupaa ei voi kysyä ilman sähköpostia, joten tietoja ei näytetä.", "%s: utan e-postadress kan vi inte fråga om lov, så uppgifterna visas inte.", "%s: without an e-mail address nobody can be asked, so the details are not shown.")
	consentNo    = i18n.T("%s ei ole enää yhteyshenkilö, eikä tietoja näytetä.", "%s är inte längre kontaktperson, och uppgifterna visas inte.", "%s is no longer a contact, and the details are not shown.")
	linksL       = i18n.T("Linkit", "Länkar", "Links")
	linksH       = i18n.T("Materiaalit, videot tai uutiset. Yksi osoite riville, esimerkiksi https://esimerkki.fi/video.", "Material, videor eller nyheter. En adress per rad, till exempel https://exempel.fi/video.", "Material, videos or news. One address on each line, for example https://example.fi/video.")
	enterL       = i18n.T("Teko osallistuu kampanjaan %s", "Gärningen deltar i kampanjen %s", "The act takes part in %s")

	introLead = i18n.T("Kerro, mitä teitte, miksi ja mitä siitä seurasi. Aikaa menee noin vartti, ja luonnos säilyy: voit jatkaa, kun ehdit.",
		"Berätta vad ni gjorde, varför och vad som följde. Det tar ungefär en kvart, och utkastet sparas: du kan fortsätta när du hinner.",
		"Tell what you did, why, and what came of it. It takes about a quarter of an hour, and your draft is kept: go on when you have time.")
	introSteps = i18n.T("Näin se etenee", "Så här går det till", "How it goes")
	intro1     = i18n.T("Kirjaudu sähköpostiisi tulevalla linkillä. Salasanaa ei tarvita.", "Logga in med en länk som kommer till din e-post. Inget lösenord behövs.", "Sign in with a link that comes to your e-mail. No password is needed.")
	intro2     = i18n.T("Vastaa kuuteen lyhyeen kohtaan. Jokainen kohta tallentuu.", "Svara på sex korta frågor. Varje steg sparas.", "Answer six short steps. Each one is saved.")
	intro3     = i18n.T("Moderoija lukee teon viiden työpäivän kuluessa ja julkaisee sen tai kysyy lisää.", "En moderator läser gärningen inom fem arbetsdagar och publicerar den eller frågar mer.", "A moderator reads the act within five working days and publishes it, or asks for more.")
	signIn     = i18n.T("Kirjaudu ja aloita", "Logga in och börja", "Sign in and begin")

	thanksTitle = i18n.T("Kiitos, teko on perillä", "Tack, gärningen har kommit fram", "Thank you, we have your act")
	thanksText  = i18n.T("”%s” odottaa nyt moderoijaa. Saat vastauksen sähköpostiisi viiden työpäivän kuluessa, ja tilanteen näet omista teoista.",
		"”%s” väntar nu på en moderator. Du får svar per e-post inom fem arbetsdagar, och du ser läget bland dina gärningar.",
		"“%s” is now waiting for a moderator. You will have an answer by e-mail within five working days, and you can follow it among your acts.")
	updateTitle = i18n.T("Päivitä kehittämisteko", "Uppdatera utvecklingsgärningen", "Update the development act")
	updateT     = i18n.T("Päivitys", "Uppdatering", "Update")
	updateLive  = i18n.T("Entinen teksti liitteineen on esillä, kunnes päivitys on hyväksytty.", "Den tidigare texten med bilagor visas tills uppdateringen har godkänts.", "The earlier text and its attachments are shown until the update is approved.")
	updateForm  = i18n.T("Päivität julkaistua tekoa. Lukijat näkevät entisen tekstin ja liitteet, kunnes moderoija on hyväksynyt päivityksen.",
		"Du uppdaterar en publicerad gärning. Läsarna ser den tidigare texten och bilagorna tills en moderator har godkänt uppdateringen.",
		"You are updating a published act. Readers see the earlier text and attachments until a moderator has approved the update.")
	updateGoOn   = i18n.T("Jatka päivitystä", "Fortsätt uppdatera", "Go on with the update")
	updateThanks = i18n.T("Teon ”%s” päivitys odottaa nyt moderoijaa. Lukijat näkevät entisen tekstin, kunnes päivitys on hyväksytty. Saat vastauksen sähköpostiisi viiden työpäivän kuluessa.",
		"Uppdateringen av ”%s” väntar nu på en moderator. Läsarna ser den tidigare texten tills uppdateringen har godkänts. Du får svar per e-post inom fem arbetsdagar.",
		"The update of “%s” is now waiting for a moderator. Readers see the earlier text until it is approved. You will have an answer by e-mail within five working days.")
	revise   = i18n.T("Päivitä", "Uppdatera", "Update")
	archive  = i18n.T("Arkistoi", "Arkivera", "Archive")
	archiveH = i18n.T("Arkistoitu teko jää luettavaksi linkillä, mutta poistuu listalta ja hausta. Et voi palauttaa sitä itse.",
		"En arkiverad gärning kan läsas via länken men försvinner ur listan och sökningen. Du kan inte återställa den själv.",
		"An archived act can be read by its link, but leaves the list and the search. You cannot bring it back yourself.")
	archiveB = i18n.T("Arkistoi teko", "Arkivera gärningen", "Archive the act")
	usedBy   = i18n.P(
		i18n.T("Käytössä %d muussa organisaatiossa.", "I bruk i %d annan organisation.", "In use in %d other organisation."),
		i18n.T("Käytössä %d muussa organisaatiossa.", "I bruk i %d andra organisationer.", "In use in %d other organisations."))
	readTimes = i18n.P(
		i18n.T("Luettu %d kerran.", "Läst %d gång.", "Read %d time."),
		i18n.T("Luettu %d kertaa.", "Läst %d gånger.", "Read %d times."))
	mineTitle  = i18n.T("Omat teot", "Egna gärningar", "Your acts")
	draftUntil = i18n.T("Luonnos säilyy 12 kuukautta viimeisestä muutoksesta, siis %s asti. Muistutamme kuukautta ennen poistamista.",
		"Utkastet sparas i 12 månader efter den senaste ändringen, alltså till %s. Vi påminner en månad innan det raderas.",
		"The draft is kept for 12 months after its last change, that is until %s. We remind you a month before it is deleted.")
	mineEmpty     = i18n.T("Et ole vielä kertonut teoista.", "Du har inte berättat om några gärningar än.", "You have not shared any acts yet.")
	mineSaved     = i18n.T("Luonnos on tallessa. Jatka, kun ehdit.", "Utkastet är sparat. Fortsätt när du hinner.", "Your draft is saved. Go on when you have time.")
	wishOpen      = i18n.T("Pyysit mukaan tekijäksi %s, ja pyyntö odottaa vastausta:", "Du bad om att få vara med %s, och förfrågan väntar på svar:", "You asked to be an author on %s, and the request waits for an answer:")
	peopleB       = i18n.T("Tekijät", "Medverkande", "Authors")
	asAuthor      = i18n.T("Olet mukana tekijänä.", "Du är med som medverkande.", "You are one of its authors.")
	begin         = i18n.T("Kerro uudesta teosta", "Berätta om en ny gärning", "Share a new act")
	goOn          = i18n.T("Jatka", "Fortsätt", "Continue")
	readIt        = i18n.T("Lue", "Läs", "Read")
	untitled      = i18n.T("Nimetön luonnos", "Utkast utan namn", "Untitled draft")
	changedAt     = i18n.T("Muutettu %s", "Ändrad %s", "Changed %s")
	fromModerator = i18n.T("Moderoijalta:", "Från moderatorn:", "From the moderator:")
)
