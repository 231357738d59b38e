package actpage

import (
	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	spreadTitle = i18n.T("Missä tämä on käytössä", "Var det här används", "Where this is in use")
	inUseIn     = i18n.P(
		i18n.T("Käytössä %d organisaatiossa tekijän lisäksi", "I bruk i %d organisation utöver upphovsorganisationen", "In use in %d organisation besides its makers"),
		i18n.T("Käytössä %d organisaatiossa tekijän lisäksi", "I bruk i %d organisationer utöver upphovsorganisationen", "In use in %d organisations besides its makers"))
	triedIn = i18n.P(
		i18n.T("kokeiltu %d organisaatiossa", "prövad i %d organisation", "tried in %d organisation"),
		i18n.T("kokeiltu %d organisaatiossa", "prövad i %d organisationer", "tried in %d organisations"))
	inUseAt = i18n.P(
		i18n.T("%d organisaatio käyttää", "%d organisation använder", "%d organisation uses it"),
		i18n.T("%d organisaatiota käyttää", "%d organisationer använder", "%d organisations use it"))
	spreadRule = i18n.T(
		"Luku kertoo, moniko organisaatio on itse ilmoittanut käyttävänsä tätä nyt.",
		"Talet anger hur många organisationer som själva har meddelat att de använder det här nu.",
		"The number is how many organisations have themselves said that they use this now.")
	nobodyYet = i18n.T(
		"Kukaan muu ei ole vielä kertonut kopioineensa tätä. Teettekö te sen ensimmäisinä?",
		"Ingen annan har ännu berättat att de har kopierat det här. Blir ni först?",
		"Nobody else has said yet that they copied this. Will you be the first?")
	adoptIt     = i18n.T("Otettu käyttöön meillä", "Tagits i bruk hos oss", "We use this too")
	adoptHelp   = i18n.T("Kerro, miten pitkällä teillä ollaan. Tieto näkyy kaikille organisaation nimellä, ei sinun nimelläsi, ja teon tekijä saa siitä viestin.", "Berätta hur långt ni har kommit. Uppgiften visas för alla med organisationens namn, inte ditt, och den som gjorde gärningen får ett meddelande.", "Tell how far you are. Everyone sees it under the name of your organisation, not yours, and the act’s author gets a message.")
	adoptSignIn = i18n.T("Kirjaudu ja kerro, että tämä on käytössä teillä", "Logga in och berätta att det här används hos er", "Sign in and say that you use this")
	adoptJoin   = i18n.T("Oletteko kopioineet tämän? Käyttöönotosta kertoo organisaation jäsen, sillä tieto näkyy organisaation nimellä. Kun jäsenyytesi on hyväksytty, voit kertoa.", "Har ni kopierat det här? Om ibruktaganden berättar den som är medlem av organisationen, för uppgiften visas i organisationens namn. När ditt medlemskap är godkänt kan du berätta.", "Have you copied this? Members of an organisation tell of adoptions, for they are shown under its name. You can tell once your membership is approved.")
	adoptJoinB  = i18n.T("Pyydä jäsenyyttä", "Be om medlemskap", "Ask for a membership")
	adoptOwn    = i18n.T("Organisaatiosi on tehnyt tämän teon. Muut kertovat täällä, kun he ottavat sen käyttöön.", "Din organisation har gjort den här gärningen. Andra berättar här när de tar den i bruk.", "Your organisation has done this act. Others tell here when they take it into use.")
	stateL      = i18n.T("Miten pitkällä olette?", "Hur långt har ni kommit?", "How far are you?")
	noteL       = i18n.T("Mitä muutitte tai opitte?", "Vad ändrade eller lärde ni er?", "What did you change or learn?")
	noteHint    = i18n.T("Esimerkiksi: aloitimme yhdestä tiimistä ja lyhensimme palaverin vartiksi.", "Till exempel: vi började med ett team och kortade mötet till en kvart.", "For example: we began with one team and cut the meeting to a quarter of an hour.")
	tellIt      = i18n.T("Kerro muille", "Berätta för andra", "Tell others")
	confirmed   = i18n.T("Vahvistettu", "Bekräftat", "Confirmed")
	confirmIt   = i18n.T("Vahvista: %s", "Bekräfta: %s", "Confirm: %s")
	removeIt    = i18n.T("Poista: %s", "Ta bort: %s", "Remove: %s")
	stepSays    = i18n.T("%s %s: %s", "%s %s: %s", "%s %s: %s") // day, organisation, state
	yearsT      = i18n.T("Näin teko on levinnyt", "Så har gärningen spridits", "How the act has spread")
	growthT     = i18n.T("Vuoden lopussa", "Vid årets slut", "At the end of the year")
	usedT       = i18n.T("Käytössä", "I bruk", "In use")
	yearsRule   = i18n.T(
		"Päivä on se, jona organisaatio kertoi asian täällä. Poistetut tiedot eivät ole mukana.",
		"Dagen är den då organisationen berättade det här. Borttagna uppgifter är inte med.",
		"The day is when the organisation told it here. What has been removed is left out.")
	spreadMap = i18n.T("Kartta paikkakunnista, joilla teko on käytössä", "Karta över orter där gärningen används", "A map of the places where the act is in use")

	toldThanks      = i18n.T("Kiitos! Nyt muutkin näkevät, että teko leviää.", "Tack! Nu ser också andra att gärningen sprids.", "Thank you! Now others see that the act is spreading.")
	confirmedThanks = i18n.T("Kiitos, tieto on vahvistettu.", "Tack, uppgiften är bekräftad.", "Thank you, it is confirmed.")
	removedThanks   = i18n.T("Tieto on poistettu.", "Uppgiften är borttagen.", "It has been removed.")

	stateNames = map[adoption.State]i18n.Text{
		adoption.Considered: i18n.T("Harkitsemme", "Vi överväger", "Considering"),
		adoption.Tried:      i18n.T("Kokeiltu", "Prövat", "Tried"),
		adoption.InUse:      i18n.T("Käytössä", "I bruk", "In use"),
		adoption.Stopped:    i18n.T("Lopetettu", "Upphört", "Stopped"),
	}
	stateColors = map[adoption.State]string{
		adoption.Considered: "neutral", adoption.Tried: "aurinko", adoption.InUse: "kuusi", adoption.Stopped: "neutral",
	}
	adoptionLabels = map[string]i18n.Text{"state": stateL, "note": noteL}
)
