package actpage

import "tekojentori.fi/tori/internal/i18n"

var (
	mapTitle = i18n.T("Teot kartalla", "Gärningarna på kartan", "Acts on the map")
	mapLead  = i18n.T(
		"Valitse kunta tai alue, niin näet, mitä siellä on tehty.",
		"Välj en kommun eller ett område så ser du vad som har gjorts där.",
		"Choose a municipality or an area to see what has been done there.")
	mapSays = i18n.T(
		"Kartalla on %d tekoa %d kunnasta.", "På kartan finns %d gärningar från %d kommuner.", "The map has %d acts from %d municipalities.")
	mapRule = i18n.T(
		"Näin laskemme: julkaistut teot ilman arkistoituja. Teko on siinä kunnassa, jonka se itse kertoo, muuten päätoteuttajan kotikunnassa. Yhteinen teko lasketaan kerran. Lakkautetun kunnan teot ovat siinä kunnassa, johon se liittyi.",
		"Så räknar vi: publicerade gärningar utan arkiverade. En gärning finns i den kommun som den själv anger, annars i den huvudansvarigas hemkommun. En gemensam gärning räknas en gång. Gärningar i en upplöst kommun finns i kommunen som den gick upp i.",
		"How we count: published acts, archived ones left out. An act is in the municipality that it names, or else where its lead organisation is based. A joint act counts once. Acts of a dissolved municipality are in the one that it became part of.")
	mapUnplaced = i18n.P(
		i18n.T("Lisäksi %d teon paikkaa emme tiedä.", "För ytterligare %d gärning känner vi inte platsen.", "For %d more act the place is not known."),
		i18n.T("Lisäksi %d teon paikkaa emme tiedä.", "För ytterligare %d gärningar känner vi inte platsen.", "For %d more acts the place is not known."))
	mapWithArchived = i18n.T("Mukana ovat myös arkistoidut teot.", "Även arkiverade gärningar är med.", "Archived acts are included too.")
	asList          = i18n.T("Näytä nämä teot listana", "Visa dessa gärningar som lista", "See these acts as a list")
	showMap         = i18n.T("Näytä kartalla", "Visa på kartan", "Show on the map")
	countiesT       = i18n.T("Hyvinvointialueet", "Välfärdsområdena", "Wellbeing services counties")
	countiesLead    = i18n.T(
		"Jokainen alue on yhtä suuri ruutu suunnilleen paikallaan. Mitä vahvempi väri, sitä enemmän tekoja.",
		"Varje område är en lika stor ruta ungefär på sin plats. Ju starkare färg, desto fler gärningar.",
		"Each area is a tile of the same size, about where it is. The stronger the colour, the more acts.")
	countyTableT       = i18n.T("Alueet taulukkona", "Områdena som tabell", "The areas as a table")
	placeTableT        = i18n.T("Kunnat taulukkona", "Kommunerna som tabell", "The municipalities as a table")
	municipalitiesT    = i18n.T("Kunnat", "Kommunerna", "Municipalities")
	municipalitiesLead = i18n.T(
		"Jokainen piste on kunnan keskus. Mitä suurempi ympyrä, sitä enemmän tekoja. Samat luvut ja linkit ovat myös alla kuntien nimillä.",
		"Varje punkt är en kommuns centrum. Ju större cirkel, desto fler gärningar. Samma siffror och länkar finns också nedanför under kommunernas namn.",
		"Each point is the centre of a municipality. The larger the circle, the more acts. The same numbers and links stand below by the names of the municipalities.")
	allPlaces    = i18n.T("Kaikki %d kuntaa nimen mukaan", "Alla %d kommuner efter namn", "All %d municipalities by name")
	placesByName = i18n.T("Kaikki kunnat, joissa on tekoja", "Alla kommuner med gärningar", "All municipalities with acts")
	placeT2      = i18n.T("Kunta", "Kommun", "Municipality")
	areaT        = i18n.T("Alue", "Område", "Area")
	actCountT    = i18n.T("Tekoja", "Gärningar", "Acts")
	noActsOnMap  = i18n.T("Näillä rajauksilla kartalla ei ole yhtään tekoa.", "Med dessa avgränsningar finns inga gärningar på kartan.", "With these filters there are no acts on the map.")
	chosenPlace  = i18n.T("(valittu)", "(vald)", "(chosen)")
	sourceT      = i18n.T("Rajat: ylläpidon lisäämä aineisto.", "Gränser: material som administratören har lagt till.", "Boundaries: material added by the operator.")
)
