package submitpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// hintAt is where the hint is followed.
func (v view) hintAt(h act.Hint) string {
	if slug := v.way().asking(h.Field); slug != "" {
		return address(v.Act.ID, slug) + "#" + h.Field
	}
	return address(v.Act.ID, needStep)
}

var (
	adviceT = i18n.T("Näin teosta on muille vielä enemmän hyötyä", "Så här blir gärningen ännu mer till nytta för andra", "How the act would help others even more")
	adviceH = i18n.T("Nämä ovat ehdotuksia. Voit lähettää teon myös tällaisenaan.", "Det här är förslag. Du kan skicka gärningen också som den är.", "These are suggestions. You can send the act as it is, too.")

	advices = map[act.Advice]i18n.Text{
		act.NoFigures: i18n.T("Yksikin luku kertoo paljon: montako, kuinka usein, kuinka paljon vähemmän?", "Redan en siffra säger mycket: hur många, hur ofta, hur mycket mindre?", "A single number tells a lot: how many, how often, how much less?"),
		act.General:   i18n.T("Nimi voisi olla monen muunkin teon. Mikä tässä on omaa?", "Namnet kunde passa många andra gärningar. Vad är det egna i den här?", "The name could be that of many acts. What is special about this one?"),
		act.Capitals:  i18n.T("Isoin kirjaimin kirjoitettua on raskas lukea. Kirjoita niin kuin muutenkin.", "Text med stora bokstäver är tung att läsa. Skriv som du brukar.", "Capitals are hard to read. Write as you usually do."),
		act.Brief:     i18n.T("Muutama virke lisää auttaa toista tekemään saman.", "Några meningar till hjälper andra att göra samma sak.", "A few more sentences help others to do the same."),
		act.NoLead:    i18n.T("Yhden virkkeen tiivistelmä auttaa lukijaa löytämään teon hakutuloksista.", "En sammanfattning på en mening hjälper läsaren att hitta gärningen bland sökresultaten.", "A summary of one sentence helps readers to find the act in search results."),
		act.NoLessons: i18n.T("Mitä sanoisit sille, joka aloittaa huomenna? Vinkki on usein teon luetuin kohta.", "Vad skulle du säga till den som börjar i morgon? Tipset är ofta det mest lästa.", "What would you tell somebody who begins tomorrow? A tip is often what is read most."),
		act.NoContact: i18n.T("Lukija haluaa usein kysyä lisää. Voiko joku näkyä yhteyshenkilönä sähköpostin tai puhelimen kanssa?", "Läsaren vill ofta fråga mer. Kan någon synas som kontaktperson med e-post eller telefon?", "Readers often want to ask more. Could somebody be shown as a contact, with e-mail or phone?"),
	}

	exampleT = i18n.T("Esimerkki", "Exempel", "Example")

	// examples is what a good answer looks like, by field.
	examples = map[string]i18n.Text{
		"title": i18n.T("Palaveri lähtee lenkille", "Mötet går ut på promenad", "The meeting goes for a walk"),
		"lead": i18n.T("Viikkopalaveri pidetään kävellen. Kokous lyheni puoleen, ja kaikki saavat puheenvuoron.",
			"Veckomötet hålls till fots. Mötet blev hälften så långt, och alla får ordet.",
			"The weekly meeting is held on foot. It takes half the time, and everyone gets to speak."),
		"need": i18n.T("Istuimme viikkopalaverissa puolitoista tuntia. Samat kolme ihmistä puhuivat, ja muut lukivat sähköpostia. Halusimme, että jokainen tulee kuulluksi ja että palaveri mahtuu tuntiin.",
			"Vi satt en och en halv timme på veckomötet. Samma tre personer talade, och de andra läste e-post. Vi ville att alla ska bli hörda och att mötet ryms i en timme.",
			"We sat in the weekly meeting for an hour and a half. The same three people spoke and the others read e-mail. We wanted everyone to be heard, and the meeting to fit into an hour."),
		"approach": i18n.T("1. Sovimme, että palaverista kävellään ensimmäiset 30 minuuttia pareittain. 2. Jokaisella parilla on yksi kysymys. 3. Lopuksi parit kertovat vastauksensa sisällä vartissa, ja päätökset kirjataan taululle.",
			"1. Vi kom överens om att gå de första 30 minuterna i par. 2. Varje par har en fråga. 3. Till slut berättar paren sina svar inomhus på en kvart, och besluten skrivs på tavlan.",
			"1. We agreed to walk the first 30 minutes in pairs. 2. Each pair has one question. 3. In the end the pairs tell their answers indoors in a quarter of an hour, and decisions go on the board."),
		"results": i18n.T("Palaveri kestää nyt 45 minuuttia, ennen 90. Keväällä puheenvuoron käytti 11 ihmistä 12:sta. Sateella kävely jäi väliin kaksi kertaa kymmenestä.",
			"Mötet tar nu 45 minuter, tidigare 90. I våras tog 11 av 12 personer till orda. Två promenader av tio regnade bort.",
			"The meeting takes 45 minutes now, it was 90. In spring 11 of 12 people spoke. Two walks out of ten were rained off."),
		"lessons": i18n.T("Aloittakaa yhdestä palaverista kuussa. Kirjatkaa päätökset heti, muuten ne unohtuvat matkalle.",
			"Börja med ett möte i månaden. Skriv upp besluten genast, annars glöms de på vägen.",
			"Begin with one meeting a month. Write the decisions down at once, or they are forgotten on the way."),
	}
)
