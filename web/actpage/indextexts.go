package actpage

import "tekojentori.fi/tori/internal/i18n"

var (
	orgsIndex    = i18n.T("Organisaatiot", "Organisationer", "Organisations")
	sectorsIndex = i18n.T("Toimialat", "Branscher", "Sectors")
	themesIndex  = i18n.T("Teemat", "Teman", "Themes")
	regionsIndex = i18n.T("Maakunnat", "Landskap", "Regions")
	orgsLead     = i18n.T(
		"Kaikki työpaikat, joilla on julkaistuja kehittämistekoja, aakkosjärjestyksessä. Valitse nimi, niin näet sen teot.",
		"Alla arbetsplatser som har publicerade utvecklingsgärningar, i alfabetisk ordning. Välj ett namn så ser du gärningarna.",
		"Every workplace that has published development acts, in alphabetical order. Choose a name to see its acts.")
	sectorsLead = i18n.T(
		"Katso, mitä omalla toimialallasi on kehitetty – tai lainaa idea naapurilta.",
		"Se vad man har utvecklat i din bransch – eller låna en idé av grannen.",
		"See what has been developed in your sector – or borrow an idea from next door.")
	themesLead = i18n.T(
		"Sama pulma on ratkaistu monella toimialalla. Etsi teot sen mukaan, mitä niillä on haluttu muuttaa.",
		"Samma problem har lösts i många branscher. Hitta gärningarna enligt vad man ville förändra.",
		"The same problem has been solved in many sectors. Find the acts by what they set out to change.")
	regionsLead = i18n.T(
		"Löydä teot läheltä, niin voit käydä katsomassa, miten ne toimivat.",
		"Hitta gärningar i närheten, så kan du åka och se hur de fungerar.",
		"Find acts near you, and go and see how they work.")
	jointRule = i18n.T(
		"Luku on julkaistujen tekojen määrä ilman arkistoituja, sama kuin listalla. Yhteinen teko on jokaisella tekijällään.",
		"Talet är antalet publicerade gärningar utan arkiverade, samma som i listan. En gemensam gärning finns hos var och en av sina organisationer.",
		"The number is how many published acts there are without archived ones, the same as in the list. A joint act stands at each of its organisations.")
	severalRule = i18n.T(
		"Luku on julkaistujen tekojen määrä ilman arkistoituja, sama kuin listalla. Teolla voi olla useampi kuin yksi, joten rivien summa voi olla tekojen määrää suurempi.",
		"Talet är antalet publicerade gärningar utan arkiverade, samma som i listan. En gärning kan ha flera än en, så summan av raderna kan vara större än antalet gärningar.",
		"The number is how many published acts there are without archived ones, the same as in the list. An act may have more than one, so the rows may add up to more than there are acts.")
	placeRule = i18n.T(
		"Luku on julkaistujen tekojen määrä ilman arkistoituja, sama kuin listalla. Maakunta on teon oman paikkakunnan, ja jos sitä ei ole kerrottu, organisaation.",
		"Talet är antalet publicerade gärningar utan arkiverade, samma som i listan. Landskapet är det som gärningens egen ort ligger i, och om den inte har berättats, organisationens.",
		"The number is how many published acts there are without archived ones, the same as in the list. The region is that of the act’s own place or, where none is told, of its organisation.")
	sectorsWord = i18n.T("toimialaa", "branscher", "sectors")
	sectorWord  = i18n.T("toimiala", "bransch", "sector")
	themesWord  = i18n.T("teemaa", "teman", "themes")
	themeWord   = i18n.T("teema", "tema", "theme")
	regionsWord = i18n.T("maakuntaa", "landskap", "regions")
	regionWord  = i18n.T("maakunta", "landskap", "region")
	indexNav    = i18n.T("Selaa tekoja", "Bläddra bland gärningarna", "Browse the acts")
	lettersNav  = i18n.T("Alkukirjaimet", "Begynnelsebokstäver", "First letters")
	notYetLink  = i18n.T("Katso, mitkä kunnat ovat mukana ja mitkä eivät vielä", "Se vilka kommuner som är med och vilka som inte är det ännu", "See which municipalities take part and which do not yet")
)
