package submitpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

// placeOf is where a field is changed.
func (v view) placeOf(field string) string {
	if slug := v.way().asking(field); slug != "" {
		return address(v.Act.ID, slug) + "#" + field
	}
	return address(v.Act.ID, needStep)
}

var (
	revealsT = i18n.T("Tekstissä voi olla henkilötietoja", "Texten kan innehålla personuppgifter", "The text may hold personal data")
	revealsH = i18n.T("Kuka tahansa voi lukea julkaistun teon. Jos nämä ovat jonkun omia tietoja, poista ne tekstistä. Yhteyshenkilöille on oma kohtansa, ja siinä heiltä kysytään lupa.",
		"Vem som helst kan läsa en publicerad gärning. Om det här är någons egna uppgifter, ta bort dem ur texten. Kontaktpersonerna har en egen punkt, där de tillfrågas om lov.",
		"Anyone can read an act that is published. If these belong to somebody, take them out of the text. Contacts have a place of their own, where they are asked for consent.")

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
)
