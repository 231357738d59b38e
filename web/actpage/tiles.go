package actpage

import "tekojentori.fi/tori/internal/i18n"

// A gridTile is the place of a county on the tile map, and what it is called
// where there is little room.
type gridTile struct {
	code  string
	short i18n.Text
}

// sea is a place of the grid where there is no county.
var sea = gridTile{}

// grid is Finland as tiles, five in a row from the north: about where they
// are, each as large as the others.
var grid = []gridTile{
	sea, sea, sea,
	{"21", i18n.T("Lappi", "Lappland", "Lapland")},
	sea,
	sea, sea, sea,
	{"19", i18n.T("P-Pohjanmaa", "N Österb.", "N Ostrob.")},
	{"20", i18n.T("Kainuu", "Kajanal.", "Kainuu")},
	sea,
	{"17", i18n.T("Pohjanmaa", "Österbotten", "Ostrob.")},
	{"18", i18n.T("K-Pohjanmaa", "M Österb.", "C Ostrob.")},
	{"13", i18n.T("P-Savo", "N Savolax", "N Savo")},
	{"14", i18n.T("P-Karjala", "N Karelen", "N Karelia")},
	sea,
	{"16", i18n.T("E-Pohjanmaa", "S Österb.", "S Ostrob.")},
	{"15", i18n.T("K-Suomi", "M Finland", "C Finland")},
	{"12", i18n.T("E-Savo", "S Savolax", "S Savo")},
	sea,
	{"06", i18n.T("Satakunta", "Satakunta", "Satakunta")},
	{"08", i18n.T("Pirkanmaa", "Birkaland", "Pirkanmaa")},
	{"09", i18n.T("Päijät-Häme", "P-Tavastl.", "Päijät-H.")},
	{"10", i18n.T("Kymenl.", "Kymmened.", "Kymenl.")},
	{"11", i18n.T("E-Karjala", "S Karelen", "S Karelia")},
	{"05", i18n.T("V-Suomi", "Eg. Finl.", "SW Finland")},
	{"07", i18n.T("K-Häme", "Eg. Tavastl.", "Kanta-H.")},
	{"02", i18n.T("K-Uusimaa", "M Nyland", "C Uusimaa")},
	{"04", i18n.T("Vantaa-K.", "Vanda-K.", "Vantaa-K.")},
	{"01", i18n.T("I-Uusimaa", "Ö Nyland", "E Uusimaa")},
	{"91", i18n.T("Ahvenanm.", "Åland", "Åland")},
	sea,
	{"03", i18n.T("L-Uusimaa", "V Nyland", "W Uusimaa")},
	{"90", i18n.T("Helsinki", "Helsingfors", "Helsinki")},
	sea,
}

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
		"How we count: published acts, archived ones left out. An act is in the municipality that it names, else where its lead organisation is seated. A joint act counts once. Acts of a dissolved municipality are in the one that it became part of.")
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
