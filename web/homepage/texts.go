package homepage

import "tekojentori.fi/tori/internal/i18n"

var (
	title       = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
	description = i18n.T(
		"Kuntien ja hyvinvointialueiden kehittämisteot: löydä toimiva teko, kysy tekijältä ja tee se omaksi.",
		"Utvecklingsgärningar i kommuner och välfärdsområden: hitta en gärning som fungerar, fråga dem som gjorde den och gör den till er egen.",
		"Development acts of municipalities and wellbeing services counties: find one that works, ask its people and make it your own.")
	heroTop    = i18n.T("Joku on jo ratkaissut sen.", "Någon har redan löst det.", "Somebody has solved it already.")
	heroBottom = i18n.T("Löydä teko ja tee se omaksi.", "Hitta gärningen och gör den till er egen.", "Find the act and make it your own.")
	heroLead   = i18n.T(
		"Kuntien ja hyvinvointialueiden työpaikat kertovat torilla, mitä ne muuttivat omassa työssään ja mitä siitä seurasi. Kaikki on vapaasti kopioitavissa.",
		"Arbetsplatser i kommuner och välfärdsområden berättar på arenan vad de har ändrat i sitt eget arbete och vad som följde. Allt får kopieras fritt.",
		"Workplaces of municipalities and wellbeing services counties tell what they changed in their own work and what came of it. All of it is yours to copy.")
	searchLabel = i18n.T("Hae tekoja", "Sök gärningar", "Search acts")
	searchHint  = i18n.T("Mitä etsit? Esim. palaverit", "Vad söker du? T.ex. möten", "What do you need? E.g. meetings")
	searchGo    = i18n.T("Hae", "Sök", "Search")
	actsWord    = i18n.T("tekoa", "gärningar", "acts")
	placesWord  = i18n.T("työpaikkaa", "arbetsplatser", "workplaces")
	awardedWord = i18n.T("palkittua", "prisbelönta", "awarded")
	stallsT     = i18n.T("Torin kojut", "Arenans stånd", "The market stalls")
	stallsLead  = i18n.T("Mistä työstä on kyse?", "Vilket arbete gäller det?", "What kind of work is it about?")
	newestT     = i18n.T("Uusimmat teot", "Nyaste gärningarna", "Newest acts")
	allNumbers  = i18n.T("Kaikki luvut", "Alla siffror", "All numbers")
	allActs     = i18n.T("Selaa kaikkia tekoja", "Bläddra bland alla gärningar", "Browse all acts")
	awardedT    = i18n.T("Palkittuja tekoja", "Prisbelönta gärningar", "Awarded acts")
	allAwarded  = i18n.T("Katso kaikki palkitut", "Se alla prisbelönta", "See all awarded")
	mapLabel    = i18n.T("Suomen kunnat pisteinä: pisteen koko kertoo, kuinka monta tekoa kunnasta on. Yhteensä %d tekoa.", "Finlands kommuner som prickar: prickens storlek visar hur många gärningar kommunen har. Totalt %d gärningar.", "The municipalities of Finland as dots: the size tells how many acts each has. %d acts in all.")
	total       = i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	openUntil   = i18n.T("Kampanja on auki %s asti", "Kampanjen är öppen till och med %s", "The campaign is open until %s")
	entered     = i18n.T("tekoa on jo mukana. Tavoite on %d.", "gärningar är redan med. Målet är %d.", "acts have been entered. The goal is %d.")
	enteredAll  = i18n.T("tekoa on jo mukana.", "gärningar är redan med.", "acts have been entered.")
	entries     = i18n.T("Katso, missä mennään", "Se hur det går", "See how it is going")
	tryT        = i18n.T("Kokeile:", "Pröva:", "Try:")
	tries       = [...]i18n.Text{
		i18n.T("perehdytys", "introduktion", "onboarding"),
		i18n.T("työvuorot", "möten", "meetings"),
		i18n.T("ruokahävikki", "hemvård", "food waste"),
		i18n.T("tekoäly", "rekrytering", "artificial intelligence"),
	}
	ctaT    = i18n.T("Mitä te olette tehneet?", "Vad har ni gjort?", "What have you done?")
	ctaLead = i18n.T(
		"Ei tarvitse olla hanke eikä valmis. Riittää, että muutitte jotain ja huomasitte eron. Kertomiseen menee noin vartti, ja voit jatkaa myöhemmin siitä, mihin jäit.",
		"Det behöver inte vara ett projekt och inte vara färdigt. Det räcker att ni ändrade något och märkte skillnad. Det tar ungefär en kvart att berätta, och du kan fortsätta senare där du slutade.",
		"It need not be a project, nor finished. It is enough that you changed something and noticed the difference. It takes about a quarter of an hour, and you can continue later where you stopped.")
	tell = i18n.T("Ilmoita teko", "Anmäl en gärning", "Share an act")
)
