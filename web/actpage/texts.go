package actpage

import (
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/ui"
)

// titles is what each dimension is called above its choices.
var titles = map[stats.Dimension]i18n.Text{
	stats.Sector:           i18n.T("Toimiala", "Bransch", "Sector"),
	stats.Theme:            i18n.T("Teema", "Tema", "Theme"),
	stats.Organization:     i18n.T("Organisaatio", "Organisation", "Organisation"),
	stats.OrganizationType: i18n.T("Organisaatiotyyppi", "Organisationstyp", "Type of organisation"),
	stats.Region:           i18n.T("Maakunta", "Landskap", "Region"),
	stats.Year:             i18n.T("Julkaisuvuosi", "Publiceringsår", "Year of publication"),
	stats.Stage:            i18n.T("Toteutusvaihe", "Fas", "Stage"),
	stats.Awarded:          i18n.T("Palkinnot", "Pris", "Awards"),
	stats.Language:         i18n.T("Kieli", "Språk", "Language"),
	stats.Campaign:         i18n.T("Kampanja", "Kampanj", "Campaign"),
}

var (
	listTitle  = i18n.T("Selaa kehittämistekoja", "Bläddra bland utvecklingsgärningar", "Browse development acts")
	heroTop    = i18n.T("Löydä teko, joka toimii", "Hitta en gärning som fungerar", "Find an act that works")
	heroBottom = i18n.T("– ja tee se omaksi", "– och gör den till er egen", "– and make it your own")
	heroLead   = i18n.T(
		"%d kehittämistekoa %d työpaikalta. Hae, vertaa ja kysy suoraan tekijältä.",
		"%d utvecklingsgärningar från %d arbetsplatser. Sök, jämför och fråga dem som gjorde jobbet.",
		"%d development acts from %d workplaces. Search, compare and ask the people who did it.")
	searchLabel  = i18n.T("Hae tekoja", "Sök gärningar", "Search acts")
	searchHint   = i18n.T("Esim. työvuorot, perehdytys", "T.ex. möten, introduktion", "E.g. meetings, onboarding")
	searchGo     = i18n.T("Hae", "Sök", "Search")
	narrow       = i18n.T("Rajaa", "Avgränsa", "Narrow down")
	showList     = i18n.T("Näytä teot", "Visa gärningarna", "Show the acts")
	clearAll     = i18n.T("Tyhjennä rajaukset", "Ta bort alla avgränsningar", "Clear all filters")
	sortLabel    = i18n.T("Järjestys", "Ordning", "Order")
	sortGo       = i18n.T("Vaihda", "Byt", "Change")
	adoptedFirst = i18n.T("Käytetyimmät", "Mest använda", "Most used")
	newestFirst  = i18n.T("Uusimmat ensin", "Nyaste först", "Newest first")
	oldestFirst  = i18n.T("Vanhimmat ensin", "Äldsta först", "Oldest first")
	bestFirst    = i18n.T("Osuvimmat ensin", "Mest relevanta först", "Most relevant first")
	total        = i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	actsWord     = i18n.T("tekoa", "gärningar", "acts")
	places       = i18n.T("työpaikkaa", "arbetsplatser", "workplaces")
	awardedWord  = i18n.T("palkittua", "prisbelönta", "awarded")
	actWord      = i18n.T("teko", "gärning", "act")
	placeWord    = i18n.T("työpaikka", "arbetsplats", "workplace")
	certificateT = i18n.T("Kunniakirja", "Diplom", "Certificate")
	erratumWord  = i18n.T("Oikaisu %s", "Rättelse %s", "Correction %s")
	awardWord    = i18n.T("palkittu", "prisbelönt", "awarded")
	partial      = i18n.T(
		"Kaikkia hakusanoja ei löytynyt samasta teosta, joten mukana ovat myös osittaiset osumat.",
		"Alla sökord fanns inte i samma gärning, så även delvisa träffar visas.",
		"No act has all of the words, so partial matches are shown too.")
	alsoSearched = i18n.T("Haettu myös: %s", "Också sökt: %s", "Also searched: %s")
	correctedTo  = i18n.T("Näytetään osumat haulle ”%s”.", "Träffar för sökningen ”%s” visas.", "Showing results for “%s”.")
	didYouMean   = i18n.T("Tarkoititko:", "Menade du:", "Did you mean:")
	cutQuery     = i18n.T("Haku oli pitkä, joten haimme sen alulla.", "Sökningen var lång, så vi sökte med början av den.", "The search was long, so we used the beginning of it.")
	nothing      = i18n.T("Näillä rajauksilla ei löytynyt tekoja", "Inga gärningar med de här avgränsningarna", "No acts with these filters")
	nothingFor   = i18n.T("Haulla ”%s” ei löytynyt tekoja", "Inga gärningar för sökningen ”%s”", "No acts found for “%s”")
	waysHelp     = i18n.T("Jätä yksi ehto pois, niin tekoja löytyy:", "Ta bort ett villkor, så finns det gärningar:", "Leave one condition out, and there are acts:")
	nothingHelp  = i18n.T(
		"Kokeile toista sanaa tai poista rajauksia. Usein auttaa, kun kirjoittaa vain yhden sanan perusmuodossa.",
		"Pröva ett annat ord eller ta bort avgränsningar. Ofta hjälper det att skriva bara ett ord i grundform.",
		"Try another word, or remove filters. It often helps to write a single word in its basic form.")
	wordsHelp = i18n.T(
		"Kokeile toista sanaa. Usein auttaa, kun kirjoittaa vain yhden sanan perusmuodossa.",
		"Pröva ett annat ord. Ofta hjälper det att skriva bara ett ord i grundform.",
		"Try another word. It often helps to write a single word in its basic form.")
	nothingYet = i18n.T(
		"Onko teillä tehty jotain tällaista? Kerro siitä muille – vartti riittää.",
		"Har ni gjort något sådant? Berätta om det för andra – en kvart räcker.",
		"Have you done something like this? Tell others about it – a quarter of an hour is enough.")
	tellOthers  = i18n.T("Ilmoita teko", "Anmäl en gärning", "Share an act")
	everT       = i18n.T("Koko ajalta", "Från hela tiden", "Of all time")
	anywhereT   = i18n.T("Koko maasta", "I hela landet", "In the whole country")
	withoutText = i18n.T("Ilman hakua ”%s”", "Utan sökningen ”%s”", "Without the search “%s”")
	withoutIt   = i18n.T("Ilman rajausta ”%s”", "Utan avgränsningen ”%s”", "Without “%s”")

	home          = i18n.T("Etusivu", "Startsidan", "Front page")
	acts          = i18n.T("Teot", "Gärningar", "Acts")
	needTitle     = ui.TextNames["need"]
	approachTitle = ui.TextNames["approach"]
	resultsTitle  = ui.TextNames["results"]
	lessonsTitle  = ui.TextNames["lessons"]
	factsTitle    = i18n.T("Perustiedot", "Basuppgifter", "Facts")
	organizationT = i18n.T("Organisaatio", "Organisation", "Organisation")
	partnersT     = i18n.T("Mukana myös", "Med är också", "Together with")
	unitT         = i18n.T("Yksikkö", "Enhet", "Unit")
	placeT        = i18n.T("Paikkakunta", "Ort", "Place")
	regionT       = i18n.T("Maakunta", "Landskap", "Region")
	stageT        = i18n.T("Toteutusvaihe", "Fas", "Stage")
	periodT       = i18n.T("Ajankohta", "Tidpunkt", "When")
	sectorT       = i18n.T("Toimiala", "Bransch", "Sector")
	themeT        = i18n.T("Teemat", "Teman", "Themes")
	tagT          = i18n.T("Avainsanat", "Nyckelord", "Tags")
	publishedT    = i18n.T("Julkaistu", "Publicerad", "Published")
	contactsT     = i18n.T("Kysy tekijältä", "Fråga dem som gjorde det", "Ask the people who did it")
	noContacts    = i18n.T(
		"Yhteystietoja ei ole julkaistu. Voit kysyä organisaation vaihteesta tai kirjaamosta.",
		"Inga kontaktuppgifter har publicerats. Fråga via organisationens växel eller registratur.",
		"No contact details have been published. Ask the organisation’s switchboard or registry.")
	picturesT    = i18n.T("Kuvat", "Bilder", "Pictures")
	documentsT   = i18n.T("Liitteet", "Bilagor", "Attachments")
	mergedT      = i18n.T("Tähän on yhdistetty", "Sammanslagna med den här", "Merged into this one")
	linksT       = i18n.T("Lue lisää", "Läs mer", "Read more")
	shareT       = i18n.T("Talleta, jaa ja tulosta", "Spara, dela och skriv ut", "Keep, share and print")
	copyLink     = i18n.T("Kopioi linkki", "Kopiera länken", "Copy the link")
	copied       = i18n.T("Linkki kopioitu", "Länken kopierad", "Link copied")
	printIt      = i18n.T("Tulosta", "Skriv ut", "Print")
	mailIt       = i18n.T("Lähetä sähköpostilla", "Skicka per e-post", "Send by e-mail")
	wordT        = i18n.T("haku", "sökning", "search")
	actT         = i18n.T("teko", "gärning", "act")
	aWorkplaceT  = i18n.T("organisaatio", "organisation", "organisation")
	aThemeT      = i18n.T("teema", "tema", "theme")
	suggestionsT = i18n.P(i18n.T("%d ehdotus", "%d förslag", "%d suggestion"), i18n.T("%d ehdotusta", "%d förslag", "%d suggestions"))
	inCommon     = i18n.T("Yhteistä: %s", "Gemensamt: %s", "In common: %s")
	quoted       = i18n.T("”%s”", "”%s”", "“%s”")
	similarT     = i18n.T("Samankaltaisia tekoja", "Liknande gärningar", "Similar acts")
	archivedT    = i18n.T("Tämä teko on arkistoitu. Teksti on tallella, mutta se voi olla vanhentunut.", "Den här gärningen är arkiverad. Texten finns kvar men kan vara föråldrad.", "This act has been archived. The text is kept, but it may be out of date.")
	notPublicT   = i18n.T("Tämä teko ei ole julkinen. Sen näkevät vain tekijä ja moderoijat.", "Den här gärningen är inte offentlig. Bara upphovspersonen och moderatorerna ser den.", "This act is not public. Only its author and the moderators see it.")
	editIt       = i18n.T("Muokkaa", "Redigera", "Edit")
	putAway      = i18n.T("Arkistoi teko koordinaattorina", "Arkivera gärningen som koordinator", "Archive the act as its coordinator")
	putAwayH     = i18n.T("Arkistoitu teko jää luettavaksi linkillä, mutta poistuu listalta ja hausta. Tekijät saavat siitä viestin. Et voi palauttaa sitä itse.",
		"En arkiverad gärning kan läsas via länk men försvinner ur listan och sökningen. De som har gjort den får ett meddelande. Du kan inte återställa den själv.",
		"An archived act can be read by its link, but leaves the list and the search. Its authors are told. You cannot bring it back yourself.")
	putAwayB   = i18n.T("Arkistoi teko", "Arkivera gärningen", "Archive the act")
	notPartner = i18n.T("Eikö organisaationne ole mukana?", "Är er organisation inte med?", "Does your organisation take no part?")
	reviewIt   = i18n.T("Avaa moderoinnissa", "Öppna i modereringen", "Open in moderation")
	sectorPage = i18n.T("Toimiala", "Bransch", "Sector")
	themePage  = i18n.T("Teema", "Tema", "Theme")
	regionPage = i18n.T("Maakunta", "Landskap", "Region")
	orgPages   = map[organization.Type]i18n.Text{
		organization.Municipality:    i18n.T("Kunta", "Kommun", "Municipality"),
		organization.WellbeingCounty: i18n.T("Hyvinvointialue", "Välfärdsområde", "Wellbeing services county"),
		organization.JointAuthority:  i18n.T("Kuntayhtymä", "Samkommun", "Joint municipal authority"),
		organization.OwnedCompany:    i18n.T("Kunta- tai hyvinvointialueyhtiö", "Kommun- eller välfärdsområdesägt bolag", "Company owned by municipalities or counties"),
		organization.Other:           i18n.T("Muu organisaatio", "Annan organisation", "Other organisation"),
	}
	newestT    = i18n.T("Uusimmat teot", "Nyaste gärningarna", "Newest acts")
	seeAll     = i18n.P(i18n.T("Katso %d teko listana", "Se %d gärning som lista", "See %d act as a list"), i18n.T("Katso kaikki %d tekoa", "Se alla %d gärningar", "See all %d acts"))
	seeNumbers = i18n.T("Katso tilastot", "Se statistiken", "See the statistics")
	noneYet    = i18n.T("Täällä ei ole vielä tekoja. Ensimmäinen voi olla teidän.", "Här finns inga gärningar än. Den första kan vara er.", "There are no acts here yet. The first one could be yours.")
	topTitles  = map[stats.Dimension]i18n.Text{
		stats.Sector:       i18n.T("Teot toimialoittain", "Gärningar per bransch", "Acts by sector"),
		stats.Organization: i18n.T("Organisaatiot, joilla on eniten tekoja", "Organisationer med flest gärningar", "Organisations with the most acts"),
	}
	dissolvedT = i18n.T("Organisaatio on lakannut %s. Toimintaa jatkaa %s.", "Organisationen upphörde %s. Verksamheten fortsätter i %s.", "The organisation ended on %s. Its work goes on in %s.")
)
