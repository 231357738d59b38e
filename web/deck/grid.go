package deck

import "tekojentori.fi/tori/internal/i18n"

// A GridTile is the place of a county on the tile map, and what it is called
// where there is little room.
type GridTile struct {
	Code  string // "": the sea
	Short i18n.Text
}

// sea is a place of the grid where there is no county.
var sea = GridTile{}

// Grid is Finland as tiles, five in a row from the north: about where they
// are, each as large as the others.
func Grid() []GridTile { return grid }

var grid = []GridTile{
	sea, sea, sea,
	{"21", i18n.T("Lappi", "Lappland", "Lapland")},
	sea,
	sea, sea, sea,
	{"19", i18n.T("P-Pohjan\u00ADmaa", "N Österb.", "N Ostrob.")},
	{"20", i18n.T("Kainuu", "Kajanal.", "Kainuu")},
	sea,
	{"17", i18n.T("Pohjan\u00ADmaa", "Öster\u00ADbotten", "Ostrob.")},
	{"18", i18n.T("K-Pohjan\u00ADmaa", "M Österb.", "C Ostrob.")},
	{"13", i18n.T("P-Savo", "N Savolax", "N Savo")},
	{"14", i18n.T("P-Karjala", "N Karelen", "N Karelia")},
	sea,
	{"16", i18n.T("E-Pohjan\u00ADmaa", "S Österb.", "S Ostrob.")},
	{"15", i18n.T("K-Suomi", "M Finland", "C Finland")},
	{"12", i18n.T("E-Savo", "S Savolax", "S Savo")},
	sea,
	{"06", i18n.T("Sata\u00ADkunta", "Sata\u00ADkunta", "Sata\u00ADkunta")},
	{"08", i18n.T("Pirkan\u00ADmaa", "Birka\u00ADland", "Pirkan\u00ADmaa")},
	{"09", i18n.T("Päijät-Häme", "P-Tavastl.", "Päijät-H.")},
	{"10", i18n.T("Kymenl.", "Kymme\u00ADned.", "Kymenl.")},
	{"11", i18n.T("E-Karjala", "S Karelen", "S Karelia")},
	{"05", i18n.T("V-Suomi", "Eg. Finl.", "SW Finland")},
	{"07", i18n.T("K-Häme", "Eg. Tavastl.", "Kanta-H.")},
	{"02", i18n.T("K-Uusi\u00ADmaa", "M Nyland", "C Uusimaa")},
	{"04", i18n.T("Vantaa-K.", "Vanda-K.", "Vantaa-K.")},
	{"01", i18n.T("I-Uusi\u00ADmaa", "Ö Nyland", "E Uusimaa")},
	{"91", i18n.T("Ahvenanm.", "Åland", "Åland")},
	sea,
	{"03", i18n.T("L-Uusi\u00ADmaa", "V Nyland", "W Uusimaa")},
	{"90", i18n.T("Helsinki", "Helsing\u00ADfors", "Helsinki")},
	sea,
}
