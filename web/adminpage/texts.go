package adminpage

import "tekojentori.fi/tori/internal/i18n"

var (
	frontTitle     = i18n.T("Ylläpito", "Administration", "Administration")
	addressesTitle = i18n.T("Vanhat osoitteet", "Gamla adresser", "Old addresses")
	addressesLead  = i18n.T(
		"Osoitteet, joita ihmiset yhä kysyvät mutta joita emme tunne. Ohjaa ne teolle tai sivulle. Emme tiedä emmekä tallenna, kuka kysyi.",
		"Adresser som folk ännu frågar efter men som vi inte känner. Led dem till en gärning eller en sida. Vi vet inte och sparar inte vem som frågade.",
		"Addresses that people still ask for and we do not know. Point them to an act or a page. We neither know nor keep who asked.")
	searchTitle = i18n.T("Haun hoito", "Sökningens skötsel", "Tending the search")
	searchLead  = i18n.T(
		"Mitä ihmiset hakevat ja mitä he löytävät. Hakijaa ei tallenneta, ja haut poistetaan 13 kuukauden kuluttua.",
		"Vad folk söker och vad de hittar. Vem som söker sparas inte, och sökningarna raderas efter 13 månader.",
		"What people search for and what they find. Who searches is not kept, and searches are deleted after 13 months.")
	missedCount = i18n.P(
		i18n.T("%d osoite, jota kysytään turhaan", "%d adress som efterfrågas förgäves", "%d address asked for in vain"),
		i18n.T("%d osoitetta, joita kysytään turhaan", "%d adresser som efterfrågas förgäves", "%d addresses asked for in vain"))
	vainCount = i18n.P(
		i18n.T("%d haku ei löydä mitään", "%d sökning hittar inget", "%d search finds nothing"),
		i18n.T("%d hakua ei löydä mitään", "%d sökningar hittar inget", "%d searches find nothing"))
	vainNone   = i18n.T("Jokainen haku on löytänyt jotain.", "Varje sökning har hittat något.", "Every search has found something.")
	missedNone = i18n.T("Kukaan ei ole kysynyt tuntematonta osoitetta.", "Ingen har frågat efter en okänd adress.", "Nobody has asked for an unknown address.")
	freshT     = i18n.T("Kaikki teot ovat mukana haussa.", "Alla gärningar finns med i sökningen.", "Every act is in the search.")
	tryFirst   = i18n.T("Kokeile ennen kuin tallennat: kirjoita haku, niin näet, mitä se löytää nyt ja mitä näillä sanoilla.", "Pröva innan du sparar: skriv en sökning, så ser du vad den hittar nu och vad den hittar med orden.", "Try before you save: type a search to see what it finds now and what it finds with these words.")
	engineT    = i18n.T("Haun moottori", "Sökmotorn", "The search engine")
	fullT      = i18n.T("Suomen sanakirja on käytössä.", "Den finska ordboken är i bruk.", "The Finnish dictionary is in use.")
	fallbackT  = i18n.T("Suomen sanakirjaa ei löytynyt, joten haku löytää vähemmän. Asenna voikko-fi tai aseta FI_LEXICON.", "Den finska ordboken hittades inte, så sökningen hittar mindre. Installera voikko-fi eller ange FI_LEXICON.", "The Finnish dictionary was not found, so searches find less. Install voikko-fi or set FI_LEXICON.")
	versionT   = i18n.T("Sana-analyysin versio: %s", "Ordanalysens version: %s", "Version of the word analysis: %s")
	staleT     = i18n.P(i18n.T("%d teko odottaa uudelleen indeksointia.", "%d gärning väntar på att indexeras om.", "%d act waits to be indexed anew."), i18n.T("%d tekoa odottaa uudelleen indeksointia.", "%d gärningar väntar på att indexeras om.", "%d acts wait to be indexed anew."))
	addressL   = i18n.T("Vanha osoite", "Gammal adress", "Old address")
	addressH   = i18n.T("Kokonainen osoite tai sen loppuosa, esimerkiksi /tekopankki/kavelykokous.", "Hela adressen eller slutet av den, till exempel /tekopankki/kavelykokous.", "The whole address or the end of it, for example /tekopankki/kavelykokous.")
	targetL    = i18n.T("Minne se ohjataan", "Vart den leds", "Where it leads")
	targetH    = i18n.T("Julkaistun teon tai muun sivumme osoite, esimerkiksi /katso/kavelykokoukset.", "Adressen till en publicerad gärning eller en annan sida hos oss, till exempel /katso/kavelykokoukset.", "The address of a published act or another page of ours, for example /katso/kavelykokoukset.")
	pointIt    = i18n.T("Ohjaa", "Led om", "Point it")
	pointThis  = i18n.T("Ohjaa…", "Led om…", "Point it…")
	forgetIt   = i18n.T("Unohda", "Glöm", "Forget")
	takeBack   = i18n.T("Poista", "Ta bort", "Remove")
	missedT    = i18n.T("Turhaan kysytyt, 90 päivää", "Förgäves efterfrågade, 90 dagar", "Asked for in vain, 90 days")
	targetsT   = i18n.T("Ohjatut osoitteet", "Omledda adresser", "Addresses that lead on")
	noneT      = i18n.T("Ei yhtään.", "Inga.", "None.")
	timesT     = i18n.T("Kertoja", "Gånger", "Times")
	lastT      = i18n.T("Viimeksi", "Senast", "Last")
	actionsT   = i18n.T("Toiminnot", "Åtgärder", "Actions")
	queryT     = i18n.T("Haku", "Sökning", "Search")
	hitsT      = i18n.T("Osumia", "Träffar", "Hits")
	vainT      = i18n.T("Eivät löydä mitään, 90 päivää", "Hittar inget, 90 dagar", "Finding nothing, 90 days")
	askedT     = i18n.T("Haetuimmat, 90 päivää", "Mest sökta, 90 dagar", "Most searched for, 90 days")
	makeSyn    = i18n.T("Tee synonyymi", "Gör en synonym", "Make a synonym")
	pinThis    = i18n.T("Nosta teko", "Lyft en gärning", "Pin an act")
	synonymsT  = i18n.T("Synonyymit", "Synonymer", "Synonyms")
	lineL      = i18n.T("Sanat, jotka tarkoittavat samaa", "Ord som betyder detsamma", "Words that mean the same")
	lineH      = i18n.T("Kumpaankin suuntaan: mentorointi | mestari-kisälli. Yhteen suuntaan: tyky > työhyvinvointi. Läheiset: etätyö ~ hybridityö. Lajit: huonekalu >> tuoli | pöytä.", "I båda riktningarna: mentorointi | mestari-kisälli. I en riktning: tyky > työhyvinvointi. Närliggande: etätyö ~ hybridityö. Slag: huonekalu >> tuoli | pöytä.", "Both ways: mentorointi | mestari-kisälli. One way: tyky > työhyvinvointi. Related: etätyö ~ hybridityö. Kinds: huonekalu >> tuoli | pöytä.")
	tryL       = i18n.T("Kokeile haulla", "Pröva med en sökning", "Try it on a search")
	tryIt      = i18n.T("Kokeile", "Pröva", "Try it")
	saveIt     = i18n.T("Tallenna synonyymi", "Spara synonymen", "Save the synonym")
	previewT   = i18n.T("Haku ”%s” löytää nyt %d tekoa, tämän jälkeen %d.", "Sökningen ”%s” hittar nu %d gärningar, efter detta %d.", "The search “%s” finds %d acts now, after this %d.")
	alsoT      = i18n.T("Haettaisiin myös: %s", "Skulle också sökas: %s", "Also searched for: %s")
	addedT     = i18n.T("Lisätyt ja sammutetut", "Tillagda och avstängda", "Added and switched off")
	offT       = i18n.T("sammutettu", "avstängd", "switched off")
	builtinT   = i18n.T("Ohjelman omat, joissa on kokeiltu sana", "Programmets egna som har det prövade ordet", "Of the program, with the word that is tried")
	switchOff  = i18n.T("Sammuta", "Stäng av", "Switch off")
	taughtT    = i18n.T("Sanat, joita sanakirja ei tunne", "Ord som ordboken inte känner", "Words that the dictionary lacks")
	taughtLead = i18n.T("Opeta haulle sana ja kerro, mikä tuttu sana taipuu samoin: mentorointi taipuu kuin arviointi. Teot luetaan uudelleen muutamassa minuutissa, ja haku toimii sillä välin.",
		"Lär sökningen ett ord och berätta vilket bekant ord som böjs likadant: mentorointi böjs som arviointi. Gärningarna läses om på några minuter och sökningen fungerar under tiden.",
		"Teach the search a word, and tell which known word inflects alike: mentorointi like arviointi. The acts are read anew within minutes, and searches go on meanwhile.")
	lemmaL      = i18n.T("Uusi sana perusmuodossa", "Nytt ord i grundform", "New word, in its base form")
	modelL      = i18n.T("Sana, joka taipuu samoin", "Ord som böjs likadant", "Word that inflects alike")
	modelH      = i18n.T("Perusmuodossa. Sanojen pitää päättyä samalla tavalla, ja niissä pitää olla samanlaiset vokaalit (a, o, u tai ä, ö, y).", "I grundform. Orden ska sluta likadant och ha samma slags vokaler (a, o, u eller ä, ö, y).", "In its base form. The words must end alike and have the same kind of vowels (a, o, u or ä, ö, y).")
	teachIt     = i18n.T("Opeta sana", "Lär in ordet", "Teach the word")
	learnedNone = i18n.T("Sanan voi opettaa. Julkaistuissa teoissa ei ole vielä sen muotoja.", "Ordet kan läras in. De publicerade gärningarna har ännu inga former av det.", "The word can be taught. The published acts have no forms of it yet.")
	learnedT    = i18n.T("Nämä tekojen sanat luettaisiin tämän sanan muodoiksi: %s.", "De här orden i gärningarna skulle läsas som former av ordet: %s.", "These words of the acts would be read as forms of it: %s.")
	cannotLearn = i18n.T("Näin sanaa ei voi opettaa: sanakirjan pitää tuntea malli eikä uutta sanaa, ja niiden pitää päättyä samalla tavalla.",
		"Så här kan ordet inte läras in: ordboken ska känna modellen men inte det nya ordet, och de ska sluta likadant.",
		"The word cannot be taught like this: the dictionary must know the model and not the new word, and they must end alike.")
	taughtRow  = i18n.T("%s taipuu kuin %s", "%s böjs som %s", "%s inflects like %s")
	pinsT      = i18n.T("Nostot", "Lyft", "Pinned acts")
	pinsLead   = i18n.T("Nostettu teko on haun tulosten ensimmäinen.", "En lyft gärning står först bland träffarna.", "A pinned act is the first result of the search.")
	pinQueryL  = i18n.T("Haku", "Sökning", "Search")
	pinActL    = i18n.T("Teko, joka näytetään ensin", "Gärningen som visas först", "The act that is shown first")
	pinActH    = i18n.T("Julkaistun teon osoite.", "Adressen till en publicerad gärning.", "The address of a published act.")
	pinIt      = i18n.T("Nosta", "Lyft", "Pin it")
	notPublicT = i18n.T("ei ole julkinen, joten ei näy", "är inte offentlig och visas inte", "is not public, so it is not shown")
	labels     = map[string]i18n.Text{"address": addressL, "target": targetL, "line": lineL, "koe": tryL, "query": pinQueryL, "act": pinActL, "lemma": lemmaL, "model": modelL}
)
