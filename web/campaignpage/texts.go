package campaignpage

import (
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	listTitle = i18n.T("Kampanjat", "Kampanjer", "Campaigns")
	listLead  = i18n.T(
		"Kampanjassa työpaikat kertovat tekonsa samaan aikaan. Mukaan pääsee ilmoittamalla teon.",
		"Under en kampanj berättar arbetsplatser om sina gärningar samtidigt. Du är med när du anmäler en gärning.",
		"In a campaign workplaces tell about their acts at the same time. Tell about an act and you are in.")
	noCampaigns = i18n.T("Kampanjoja ei ole vielä ollut.", "Det har inte varit några kampanjer ännu.", "There have been no campaigns yet.")
	notPublic   = i18n.T("Kampanja ei ole vielä julkinen. Vain ohjelmatiimi näkee tämän sivun.", "Kampanjen är inte offentlig ännu. Bara programteamet ser den här sidan.", "The campaign is not public yet. Only the programme team sees this page.")

	opensIn = i18n.P(
		i18n.T("Alkuun on %d päivä", "%d dag kvar till start", "%d day to go"),
		i18n.T("Alkuun on %d päivää", "%d dagar kvar till start", "%d days to go"))
	opensOn  = i18n.T("%s: kampanja alkaa %s", "%s: kampanjen börjar %s", "%s: the campaign opens on %s")
	daysLeft = i18n.P(
		i18n.T("Aikaa on vielä %d päivä", "%d dag kvar", "%d day left"),
		i18n.T("Aikaa on vielä %d päivää", "%d dagar kvar", "%d days left"))
	closesOn = i18n.T("%s: viimeinen päivä on %s", "%s: sista dagen är %s", "%s: the last day is %s")
	lastDay  = i18n.T("Tänään on viimeinen päivä", "I dag är sista dagen", "Today is the last day")
	grace    = i18n.T("Kampanja päättyi %[1]s. Tekoja otetaan mukaan vielä %[2]s asti", "Kampanjen avslutades %[1]s. Gärningar tas med ännu till och med %[2]s", "The campaign ended on %[1]s. Acts are still taken until %[2]s")
	closed   = i18n.T("Kampanja päättyi %s", "Kampanjen avslutades %s", "The campaign ended on %s")
	thanks   = i18n.T("Kiitos kaikille, jotka olivat mukana! Teot ovat yhä luettavissa, ja niitä saa kopioida.", "Tack till alla som var med! Gärningarna finns kvar att läsa, och de får kopieras.", "Thank you to everyone who took part! The acts are still here to read and to copy.")

	enteredOf = i18n.T("tekoa mukana. Tavoite on %[1]d. Organisaatioita on mukana %[2]d.", "gärningar är med. Målet är %[1]d. %[2]d organisationer är med.", "acts take part. The goal is %[1]d. %[2]d organisations take part.")
	enteredBy = i18n.T("tekoa mukana. Organisaatioita on mukana %d.", "gärningar är med. %d organisationer är med.", "acts take part, from %d organisations.")
	tell      = i18n.T("Ilmoita teko", "Anmäl en gärning", "Tell about an act")
	enterOld  = i18n.T("Lisää aiempi tekosi", "Ta med en tidigare gärning", "Enter an act you have told about")
	editIt    = i18n.T("Muokkaa kampanjaa", "Redigera kampanjen", "Edit the campaign")

	boardT        = i18n.T("Eniten tekoja", "Flest gärningar", "Most acts")
	perThousandT  = i18n.T("Eniten tekoja tuhatta asukasta kohti", "Flest gärningar per tusen invånare", "Most acts per thousand inhabitants")
	organizationT = i18n.T("Organisaatio", "Organisation", "Organisation")
	actsT         = i18n.T("Tekoja", "Gärningar", "Acts")
	perT          = i18n.T("Tekoja / 1 000 as.", "Gärningar / 1 000 inv.", "Acts / 1,000")
	noneYet       = i18n.T("Yhtään tekoa ei ole vielä julkaistu. Voit olla ensimmäinen.", "Ännu har ingen gärning publicerats. Du kan bli först.", "No act has been published yet. You can be the first.")
	showRest      = i18n.T("Näytä loput (%d)", "Visa resten (%d)", "Show the rest (%d)")
	restT         = i18n.T("Loput organisaatiot", "Resten av organisationerna", "The other organisations")
	cutAt         = i18n.T("Taulukossa on %d ensimmäistä, kaikkiaan organisaatioita on %d.", "Tabellen visar de %d första av %d organisationer.", "The table has the first %d of %d organisations.")
	newestT       = i18n.T("Viimeksi mukaan tulleet", "Senast med", "Latest entries")
	allEntries    = i18n.T("Katso kaikki %d tekoa", "Se alla %d gärningar", "See all %d acts")
	numbersT      = i18n.T("Kampanja tilastoina", "Kampanjen i siffror", "The campaign in numbers")

	actsOf = i18n.P(
		i18n.T("%d teko", "%d gärning", "%d act"),
		i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	organizationsOf = i18n.P(
		i18n.T("%d organisaatio", "%d organisation", "%d organisation"),
		i18n.T("%d organisaatiota", "%d organisationer", "%d organisations"))

	rulesT     = i18n.T("Näin lasketaan", "Så räknar vi", "How it is counted")
	windowT    = i18n.T("Kampanja-aika", "Kampanjtid", "Campaign period")
	countedT   = i18n.T("Mukaan lasketaan", "Räknas med", "What counts")
	basisRules = map[campaign.Basis]i18n.Text{
		campaign.Submitted: i18n.T(
			"Kampanjaan ilmoitetut teot, jotka on lähetetty kampanja-aikana. Teko näkyy luvuissa, kun se on julkaistu.",
			"Gärningar som har anmälts till kampanjen och skickats under kampanjtiden. De syns i siffrorna när de har publicerats.",
			"Acts entered in the campaign and sent during it. An act is in the numbers once it has been published."),
		campaign.Published: i18n.T(
			"Kampanjaan ilmoitetut teot, jotka on julkaistu ensimmäisen kerran kampanja-aikana.",
			"Gärningar som har anmälts till kampanjen och publicerats första gången under kampanjtiden.",
			"Acts entered in the campaign and first published during it."),
	}
	lateT     = i18n.T("Myöhästyneet", "Försenade", "Late ones")
	notLate   = i18n.T("Kampanja-ajan jälkeen tekoja ei oteta mukaan.", "Efter kampanjtiden tas inga gärningar med.", "After the period no acts are taken.")
	lateUntil = i18n.T("Teot otetaan mukaan vielä %[1]d päivää kampanja-ajan jälkeen, %[2]s asti.", "Gärningar tas med ännu %[1]d dagar efter kampanjtiden, till och med %[2]s.", "Acts are taken for %[1]d more days after the period, until %[2]s.")
	galaFact  = i18n.T("%s. Palkitut julkistetaan silloin.", "%s. Pristagarna offentliggörs då.", "%s. The awarded are made public then.")
	awardedOf = i18n.T("Palkitut %s", "Prisbelönta %s", "Awarded in %s")
	goneT     = i18n.T("Perutut ja piilotetut", "Tillbakadragna och dolda", "Withdrawn and hidden ones")
	goneRule  = i18n.T(
		"Peruttu, hylätty, piilotettu tai toiseen yhdistetty teko ei ole luvuissa. Kun piilotettu teko tuodaan takaisin, se lasketaan taas. Arkistoitu teko pysyy luvuissa.",
		"En gärning som har dragits tillbaka, avslagits, dolts eller slagits ihop med en annan räknas inte. En dold gärning räknas igen när den visas. En arkiverad gärning räknas.",
		"An act that has been withdrawn, rejected, hidden or merged into another does not count. A hidden one counts again once it is shown. An archived one counts.")
	jointT     = i18n.T("Yhteiset teot", "Gemensamma gärningar", "Joint acts")
	jointRules = map[campaign.CountedFor]i18n.Text{
		campaign.Organization: i18n.T(
			"Yhteinen teko on kokonaismäärässä kerran, ja jokainen sen tekijöistä saa sen omaan lukuunsa.",
			"En gemensam gärning räknas en gång i totalen, och varje organisation får den i sin egen siffra.",
			"A joint act is in the total once, and each of its organisations has it in its own number."),
		campaign.Group: i18n.T(
			"Yhteinen teko on kokonaismäärässä kerran, ja jokainen sen tekijöistä saa sen omaan lukuunsa. Kunnan yhtiön teko lasketaan kunnalle.",
			"En gemensam gärning räknas en gång i totalen, och varje organisation får den i sin egen siffra. Ett kommunalt bolags gärning räknas för kommunen.",
			"A joint act is in the total once, and each of its organisations has it in its own number. The act of a municipal company counts for the municipality."),
	}
)
