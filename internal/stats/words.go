package stats

import (
	"strings"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

var crossRule = i18n.T(
	"Julkaistut kehittämisteot, myös arkistoidut. Teko on jokaisella rivillä ja sarakkeella, johon se kuuluu; yhteismäärässä se on kerran.",
	"Publicerade utvecklingsgärningar, även arkiverade. En gärning finns på varje rad och i varje kolumn som den hör till; i totalen finns den en gång.",
	"Published development acts, archived ones too. An act stands in each row and column that it belongs to; in the total it stands once.")

var measureRules = map[Measure]i18n.Text{
	Organizations: i18n.T(" Luku on mukana olevien organisaatioiden määrä: kukin kerran solussa.", " Talet är antalet organisationer som deltar, var och en en gång per cell.", " The number is how many organisations take part, each once in a cell."),
	AwardedActs:   i18n.T(" Luku on palkittujen tekojen määrä.", " Talet är antalet prisbelönta gärningar.", " The number is how many of the acts have won an award."),
	Readings:      i18n.T(" Luku kertoo, montako kertaa tekojen sivut on avattu. ", " Talet visar hur många gånger gärningarnas sidor har öppnats. ", " The number is how many times the pages of the acts have been opened. "),
	Adoptions:     i18n.T(" Luku kertoo, montako kertaa teot on nyt otettu käyttöön muualla.", " Talet visar hur många gånger gärningarna nu är i bruk på annat håll.", " The number is how many times the acts are now in use elsewhere."),
}

// pastRules is the rules of measures that are of now otherwise.
var pastRules = map[Measure]i18n.Text{
	Readings: i18n.T(
		" Luku kertoo, montako kertaa tekojen sivut oli siihen mennessä avattu. Yli 13 kuukautta vanhat lukukerrat ovat tallessa kuukausittain, joten niistä on mukana koko kuukausi.",
		" Talet visar hur många gånger gärningarnas sidor hade öppnats fram till dess. Läsningar som är äldre än 13 månader finns bara månadsvis, så av dem ingår hela månaden.",
		" The number is how many times the pages of the acts had been opened by then. Readings older than 13 months are kept by the month, so the whole month is in it."),
	Adoptions: i18n.T(" Luku kertoo, montako kertaa teot olivat silloin käytössä muualla.", " Talet visar hur många gånger gärningarna då var i bruk på annat håll.", " The number is how many times the acts were in use elsewhere then."),
}

var (
	onRule = i18n.T(
		"Luvut sellaisina kuin ne olivat %s (päivän lopussa).",
		"Talen så som de var %s (vid dagens slut).",
		"The numbers as they were on %s (at the end of the day).")
	beforeExactRule = i18n.T(
		"Luvut päivältä ennen %s on koottu jälkikäteen: tekojen tila, julkaiseminen, palkinnot ja käyttöönotot ovat sen päivän mukaiset, muut tiedot varhaisimmat tallessa olevat.",
		"Tal från tiden före %s har ställts samman i efterhand: gärningarnas status, publicering, pris och bruk är från den dagen, övriga uppgifter är de tidigaste som finns sparade.",
		"Numbers from before %s have been put together afterwards: the status of the acts, their publication, awards and adoptions are of that day, the rest is the earliest that is kept.")
	successorRule = i18n.T(
		"Lakkautetun organisaation teot on laskettu sen seuraajalle: organisaatio, sen tyyppi ja kotipaikan maakunta ovat seuraajan, ja yhteinen teko lasketaan seuraajalle kerran.",
		"Gärningar av en organisation som har upphört räknas för den som fortsätter dess arbete: organisationen, dess typ och säteslandskap är efterföljarens, och en gemensam gärning räknas för den en gång.",
		"The acts of an organisation that has ended count for the one that went on with its work: the organisation, its type and the region of its seat are the successor’s, and a joint act counts for it once.")
	sectorRule = i18n.T(
		"Toimialat ovat vuoden 2020 luettelon mukaiset.",
		"Branscherna följer listan från 2020.",
		"The sectors are those of the list of 2020.")
)

// crossRule says in words what a cross table counts.
func (c *Catalogue) crossRule(m Measure) i18n.Text {
	measure := measureRules[m]
	if past := pastRules[m]; !c.lens.On.IsZero() && !past.IsZero() {
		measure = past
	}
	return inEach(func(l i18n.Lang) string { return crossRule.To(l) + strings.TrimRight(measure.To(l), " ") })
}

// lensNotes says in words what c is seen through.
func (c *Catalogue) lensNotes() (notes []i18n.Text) {
	if !c.lens.On.IsZero() {
		notes = append(notes, dated(onRule, c.lens.On))
		if c.lens.On.Before(c.exact) {
			notes = append(notes, dated(beforeExactRule, c.exact))
		}
	}
	if c.lens.Successors {
		notes = append(notes, successorRule)
	}
	return notes
}

// dated is a text with a day in it.
func dated(says i18n.Text, day time.Time) i18n.Text {
	return inEach(func(l i18n.Lang) string { return strings.Replace(says.To(l), "%s", dayIn(l, day), 1) })
}

// sectorNotes tells what the list of sectors does not have, or has in pieces.
func (c *Catalogue) sectorNotes() []i18n.Text {
	if c.lens.Sectors2020 {
		return append([]i18n.Text{sectorRule}, c.sectors.notes[1]...)
	}
	return c.sectors.notes[0]
}

// Words is the rule of a cross table with its notes, for files and letters.
func (x Cross) Words() i18n.Text {
	return inEach(func(l i18n.Lang) string {
		words := []string{x.Definition.Rule.To(l)}
		for _, n := range x.Notes {
			words = append(words, n.To(l))
		}
		return strings.Join(words, " ")
	})
}

// inEach is a text that is made in each language.
func inEach(say func(l i18n.Lang) string) i18n.Text {
	return i18n.T(say(i18n.FI), say(i18n.SV), say(i18n.EN))
}

func dayIn(l i18n.Lang, day time.Time) string {
	if l == i18n.EN {
		return day.Format("2 January 2006")
	}
	return day.Format("2.1.2006")
}
