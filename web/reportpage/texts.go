package reportpage

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
)

var (
	title       = i18n.T("Ristiintaulukko", "Korstabell", "Cross table")
	lead        = i18n.T("Laske teot kahden asian mukaan yhtä aikaa. Jokaisesta luvusta pääset tekoihin, joista se on laskettu.", "Räkna gärningarna enligt två saker samtidigt. Från varje tal kommer du till gärningarna bakom det.", "Count the acts by two things at once. Every number leads to the acts that it is counted from.")
	rowsL       = i18n.T("Rivit", "Rader", "Rows")
	columnsL    = i18n.T("Sarakkeet", "Kolumner", "Columns")
	measureL    = i18n.T("Mitä lasketaan", "Vad räknas", "What is counted")
	shareL      = i18n.T("Prosenttiosuudet", "Procentandelar", "Percentages")
	fromL       = i18n.T("Julkaistu alkaen", "Publicerad från", "Published from")
	untilL      = i18n.T("Julkaistu asti", "Publicerad till", "Published until")
	narrowT     = i18n.T("Rajaa tekoja", "Avgränsa gärningarna", "Narrow the acts")
	showB       = i18n.T("Näytä taulukko", "Visa tabellen", "Show the table")
	everything  = i18n.T("Kaikki", "Alla", "All")
	onlyTotals  = i18n.T("Ei sarakkeita, vain yhteensä", "Inga kolumner, bara totalt", "No columns, totals only")
	totalT      = i18n.T("Yhteensä", "Totalt", "Total")
	emptyT      = i18n.T("Yksikään teko ei sovi näihin rajauksiin. Poista jokin rajaus tai pidennä ajanjaksoa.", "Ingen gärning motsvarar avgränsningarna. Ta bort någon av dem eller förläng perioden.", "No act fits these choices. Remove one of them or lengthen the period.")
	takeT       = i18n.T("Taulukko tiedostona:", "Tabellen som fil:", "The table as a file:")
	keepT       = i18n.T("Tallenna taulukko", "Spara tabellen", "Keep the table")
	nameL       = i18n.T("Nimi", "Namn", "Name")
	sharedL     = i18n.T("Näytä koko tiimille", "Visa för hela teamet", "Show to the whole team")
	keepB       = i18n.T("Tallenna", "Spara", "Keep")
	keptT       = i18n.T("Tallennetut taulukot", "Sparade tabeller", "Kept tables")
	sharedT     = i18n.T("koko tiimille", "för hela teamet", "for the whole team")
	dropB       = i18n.T("Poista", "Ta bort", "Remove")
	monthlyB    = i18n.T("Tilaa joka kuukausi sähköpostiin", "Beställ varje månad per e-post", "Get by e-mail every month")
	notMonthly  = i18n.T("Lopeta kuukausiraportti", "Avsluta månadsrapporten", "End the monthly report")
	saysT       = i18n.T("Yhteensä %d. %s %s.", "Totalt %d. %s %s.", "%d in all. %s %s.")
	lensT       = i18n.T("Toimialaluettelo, yhdistyneet organisaatiot ja menneen päivän luvut", "Branschlista, sammanslagna organisationer och tal från en tidigare dag", "List of sectors, merged organisations and a past day")
	listL       = i18n.T("Toimialaluettelo", "Branschlista", "List of sectors")
	list2022O   = i18n.T("Vuoden 2022 luettelo", "Listan från 2022", "The list of 2022")
	list2020O   = i18n.T("Vuoden 2020 luettelo", "Listan från 2020", "The list of 2020")
	mergedL     = i18n.T("Yhdistyneet organisaatiot", "Sammanslagna organisationer", "Merged organisations")
	asThenO     = i18n.T("Sellaisina kuin ne olivat", "Så som de var", "As they were")
	successorsO = i18n.T("Seuraajansa luvuissa", "Hos efterföljaren", "With their successors")
	onL         = i18n.T("Luvut sellaisina kuin ne olivat päivänä", "Talen så som de var dagen", "The numbers as they were on the day")
	onHint      = i18n.T("Tyhjä tarkoittaa: luvut nyt. Täsmälleen silloiset luvut saat %s alkaen.", "Tomt betyder: talen nu. Exakt dåtida tal finns från och med %s.", "Empty means: the numbers now. They come out exactly as then from %s on.")
	behindT     = i18n.T("Teot luvun takana", "Gärningarna bakom talet", "The acts behind the number")
	backT       = i18n.T("Takaisin taulukkoon", "Tillbaka till tabellen", "Back to the table")
	behindN     = i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	hiddenN     = i18n.P(
		i18n.T("Näistä %d ei ole enää kaikkien luettavissa: se on sittemmin piilotettu, yhdistetty toiseen tai poistettu.", "%d av dem kan inte längre läsas av alla: den har dolts, slagits ihop med en annan eller raderats.", "%d of them is no longer for everyone to read: it has been hidden, merged or deleted since."),
		i18n.T("Näistä %d ei ole enää kaikkien luettavissa: ne on sittemmin piilotettu, yhdistetty toisiin tai poistettu.", "%d av dem kan inte längre läsas av alla: de har dolts, slagits ihop med andra eller raderats.", "%d of them are no longer for everyone to read: they have been hidden, merged or deleted since."))
	byT = i18n.T("%s ja %s", "%s och %s", "%s and %s")
)

var names = map[stats.Dimension]i18n.Text{
	stats.Sector:           i18n.T("Toimiala", "Bransch", "Sector"),
	stats.Theme:            i18n.T("Teema", "Tema", "Theme"),
	stats.Organization:     i18n.T("Organisaatio", "Organisation", "Organisation"),
	stats.OrganizationType: i18n.T("Organisaatiotyyppi", "Organisationstyp", "Type of organisation"),
	stats.Region:           i18n.T("Maakunta", "Landskap", "Region"),
	stats.Year:             i18n.T("Julkaisuvuosi", "Publiceringsår", "Year of publication"),
	stats.Stage:            i18n.T("Vaihe", "Fas", "Stage"),
	stats.Awarded:          i18n.T("Palkinto", "Pris", "Award"),
	stats.Language:         i18n.T("Kieli", "Språk", "Language"),
	stats.Campaign:         i18n.T("Kampanja", "Kampanj", "Campaign"),
}

var measureNames = map[stats.Measure]i18n.Text{
	stats.Acts:          i18n.T("Kehittämisteot", "Utvecklingsgärningar", "Development acts"),
	stats.Organizations: i18n.T("Mukana olevat organisaatiot", "Organisationer som deltar", "Organisations that take part"),
	stats.AwardedActs:   i18n.T("Palkitut teot", "Prisbelönta gärningar", "Awarded acts"),
	stats.Adoptions:     i18n.T("Käyttöönotot muualla", "I bruk på annat håll", "Adoptions elsewhere"),
	stats.Readings:      i18n.T("Lukukerrat", "Läsningar", "Readings"),
}

var shareNames = map[stats.Share]i18n.Text{
	stats.NoShare:  i18n.T("Ei osuuksia", "Inga andelar", "None"),
	stats.OfRow:    i18n.T("Rivin yhteismäärästä", "Av radens total", "Of the row’s total"),
	stats.OfColumn: i18n.T("Sarakkeen yhteismäärästä", "Av kolumnens total", "Of the column’s total"),
	stats.OfAll:    i18n.T("Kaikista", "Av alla", "Of all"),
}

// corner is what the rows and the columns are.
func (q query) corner() i18n.Text {
	if q.Columns == stats.Nothing {
		return names[q.Rows]
	}
	return i18n.T(names[q.Rows].To(i18n.FI)+" / "+names[q.Columns].To(i18n.FI), names[q.Rows].To(i18n.SV)+" / "+names[q.Columns].To(i18n.SV), names[q.Rows].To(i18n.EN)+" / "+names[q.Columns].To(i18n.EN))
}

// percent is the share of a cell in words; "" when none is asked for, and of
// nothing.
func (v view) percent(ctx context.Context, row, column int) string {
	n, whole := v.Table.At(row, column), v.Table.Whole(v.Query.Share, row, column)
	if n == 0 || whole == 0 {
		return ""
	}
	return i18n.Percent(ctx, n, whole)
}

// lineAt is a row or a column of the table; nil of its line of totals.
func lineAt(lines []stats.Line, at int) *stats.Line {
	if at == stats.Sum {
		return nil
	}
	return &lines[at]
}
