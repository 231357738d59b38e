package datapage

import (
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

var (
	title      = i18n.T("Avoin data", "Öppna data", "Open data")
	lead       = i18n.T("Julkaistut kehittämisteot ja niiden luvut tiedostoina ja rajapintana. Saa käyttää vapaasti.", "Publicerade utvecklingsgärningar och deras siffror som filer och gränssnitt. Fria att använda.", "The published development acts and their numbers as files and as an API. Free to use.")
	publisherT = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
	keywordT   = i18n.T("työelämän kehittäminen", "utveckling av arbetslivet", "development of working life")
	actsT      = i18n.T("Kehittämisteot", "Utvecklingsgärningar", "Development acts")
	actsText   = i18n.T(
		"Jokainen julkaistu teko riveittäin, myös arkistoidut, uusin ensin. Ei henkilötietoja.",
		"Varje publicerad gärning på en egen rad, även arkiverade, den nyaste först. Inga personuppgifter.",
		"One row for each published act, archived ones too, the newest first. No personal data.")
	numbersT    = i18n.T("Tilastot", "Statistik", "Statistics")
	numbersText = i18n.T(
		"Tekojen määrät toimialoittain, teemoittain, organisaatioittain, maakunnittain ja muuten. Jokaisen taulukon mukana on laskentasääntö. Yhden kampanjan luvut saa lisäämällä osoitteeseen ?kampanja=.",
		"Antalet gärningar per bransch, tema, organisation, landskap med mera. Varje tabell har sin räkneregel. Siffrorna för en kampanj får du genom att lägga till ?kampanja= i adressen.",
		"How many acts there are by sector, theme, organisation, region and so on. Each table has the rule that it is counted by. Add ?kampanja= to the address for one campaign.")
	coachingT    = i18n.T("Sparraus", "Sparring", "Coaching")
	coachingText = i18n.T(
		"Sparrausten, päivien ja osallistujien määrät sekä sparraukset teemoittain, toimialoittain ja vuosittain. Ei henkilötietoja.",
		"Antalet sparringar, dagar och deltagare samt sparringarna per tema, bransch och år. Inga personuppgifter.",
		"How many coachings, days and participants there are, and the coachings by theme, sector and year. No personal data.")
	workshopsT    = i18n.T("Työpajat", "Verkstäder", "Workshops")
	workshopsText = i18n.T(
		"Työpajasarjojen pidetyt haastattelut ja työpajat lajeittain ja kuukausittain. Ei henkilötietoja.",
		"Intervjuer och verkstäder som har hållits i verkstadsserierna, efter slag och månad. Inga personuppgifter.",
		"The interviews and workshops that have been held of each series, by kind and month. No personal data.")
	termsT      = i18n.T("Käyttöehdot ja tuoreus", "Villkor och aktualitet", "Terms and freshness")
	termsText   = i18n.T("Mainitse lähteeksi Tekojen tori.", "Ange Framstegsarenan som källa.", "Name Tekojen tori as the source.")
	countT      = i18n.T("Aineistossa on nyt %d tekoa.", "Materialet har nu %d gärningar.", "There are %d acts now.")
	privacyText = i18n.T("Yhteyshenkilöt eivät kuulu avoimeen dataan.", "Kontaktpersonerna hör inte till öppna data.", "The contacts are not part of the open data.")
	freshText   = i18n.T(
		"Tiedostot tehdään pyydettäessä, joten niissä on aina viimeisin tilanne. ETag-otsake kertoo, onko mikään muuttunut.",
		"Filerna görs på begäran och är alltid aktuella. Huvudet ETag berättar om något har ändrats.",
		"The files are made when they are asked for, so they are always up to date. The header ETag tells whether anything has changed.")
	columnsT = i18n.T("Tekojen sarakkeet", "Gärningarnas kolumner", "Columns of the acts")
	idsText  = i18n.T(
		"Tunnus (ref) ja osoitteen loppuosa eivät muutu. Monta arvoa samassa solussa erotetaan pystyviivalla.",
		"Beteckningen (ref) och adressens slut ändras inte. Flera värden i samma cell skiljs åt med ett lodstreck.",
		"The reference (ref) and the end of the address do not change. Several values in a cell are separated by a vertical bar.")
	apiT      = i18n.T("Rajapinta", "Gränssnitt", "API")
	apiText   = i18n.T("JSON-rajapinta on auki kaikille ilman tunnuksia. Kuvaus:", "JSON-gränssnittet är öppet för alla utan inloggning. Beskrivning:", "The JSON API is open to everyone without keys. Its description:")
	limitText = i18n.T(
		"Yhdestä osoitteesta voi tehdä enintään %d pyyntöä minuutissa. Vastauksen otsakkeet X-RateLimit-Limit, X-RateLimit-Remaining ja X-RateLimit-Reset kertovat, paljonko on jäljellä. Muistista annetut vastaukset eivät kuluta pyyntöjä.",
		"Från en adress kan man göra högst %d anrop i minuten. Huvudena X-RateLimit-Limit, X-RateLimit-Remaining och X-RateLimit-Reset berättar hur många som är kvar. Svar ur minnet räknas inte.",
		"One address may make at most %d requests a minute. The headers X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset tell how many are left. Answers from memory do not count.")
	examples = []struct {
		path string
		says i18n.Text
	}{
		{"/api/v1/acts?q=palaverit&per_page=5", i18n.T("teot, joista haku löytyy", "gärningar som en sökning hittar", "acts that a search finds")},
		{"/api/v1/acts?sector=education-and-upbringing&awarded=true", i18n.T("palkitut teot toimialalta", "prisbelönta gärningar i en bransch", "awarded acts of a sector")},
		{"/api/v1/statistics?by=sector&campaign=hyva-kiertamaan-2022", i18n.T("kampanjan teot toimialoittain", "en kampanjs gärningar per bransch", "the acts of a campaign by sector")},
		{"/api/v1/taxonomy", i18n.T("toimialat ja teemat koodeineen", "branscher och teman med koder", "sectors and themes with their codes")},
		{"/api/v1/organizations", i18n.T("organisaatiot", "organisationer", "organisations")},
	}
	catalogueT    = i18n.T("Luetteloille", "För kataloger", "For catalogues")
	catalogueText = i18n.T("Aineistojen kuvaus DCAT-AP-muodossa, avoindata.fi-palvelua varten:", "Beskrivning av materialen i formatet DCAT-AP, för avoindata.fi:", "The data sets described in DCAT-AP, for avoindata.fi:")
	changesT      = i18n.T("Muutokset", "Ändringar", "Changes")
	changes       = []struct {
		on   time.Time
		what i18n.Text
	}{
		{time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC), i18n.T(
			"Ensimmäiset tiedostot: teot ja tilastot. Sarakkeita voi tulla lisää; vanhojen nimet ja merkitys säilyvät.",
			"De första filerna: gärningar och statistik. Nya kolumner kan komma till; de gamlas namn och betydelse består.",
			"The first files: acts and statistics. Columns may be added; the names and meaning of the old ones stay.")},
		{time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC), i18n.T(
			"Tilastoissa ovat myös mukana olevat kunnat, päivät lähettämisestä julkaisuun ja käyttöönotot. Kampanjan luvuissa lukee kampanjan oma sääntö, aika ja peruste (basis: submitted tai first_published). XLSX-tiedostoissa ajat ovat oikeita päiviä ja kellonaikoja, ja sarakkeet selitetään omalla välilehdellään.",
			"I statistiken finns även kommunerna som är med, dagarna från inskickning till publicering och hur ofta gärningar är i bruk. En kampanjs siffror har kampanjens egen regel, tid och grund (basis: submitted eller first_published). I XLSX-filerna är tider riktiga datum och klockslag, och kolumnerna förklaras på ett eget blad.",
			"The statistics also have the municipalities that take part, the days from sending to publication and adoptions. The numbers of a campaign have its own rule, window and basis (submitted or first_published). In XLSX files times are real dates, and a sheet of its own tells what the columns are.")},
		{time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC), i18n.T(
			"Uudet aineistot: sparraus ja työpajat.", "Nya material: sparring och verkstäder.", "New data sets: coaching and workshops.")},
	}
)
