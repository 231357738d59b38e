package stats

import "tekojentori.fi/tori/internal/i18n"

// TitleOf is what the table by a dimension is called.
func TitleOf(d Dimension) i18n.Text { return titles[d] }

// MonthsTitle is what the table by month is called.
func MonthsTitle() i18n.Text { return monthsTitle }

// ErasTitle is what the table by era is called.
func ErasTitle() i18n.Text { return erasTitle }

// ReadingsTitle is what the table of readings by month is called.
func ReadingsTitle() i18n.Text { return readingsTitle }

// MostReadTitle is what the table of the most read acts is called.
func MostReadTitle() i18n.Text { return mostReadTitle }

// WaitTitle is what the table of the days until publication is called.
func WaitTitle() i18n.Text { return waitTitle }

// AdoptionTitle is what the table of adoptions is called.
func AdoptionTitle() i18n.Text { return adoptionTitle }

// ReachTitle is what the table of how widely acts have spread is called.
func ReachTitle() i18n.Text { return reachTitle }

// CoverageTitle is what the table of municipalities that take part is called.
func CoverageTitle() i18n.Text { return coverageTitle }

var (
	waitTitle     = i18n.T("Lähettämisestä julkaisuun", "Från inskickning till publicering", "From sending to publication")
	adoptionTitle = i18n.T("Käyttöönotot muualla", "I bruk på annat håll", "Adoptions elsewhere")
	reachTitle    = i18n.T("Kuinka laajalle teot ovat levinneet", "Hur vitt gärningarna har spritts", "How widely acts have spread")
	coverageTitle = i18n.T("Kunnat mukana maakunnittain", "Kommuner med per landskap", "Municipalities that take part, by region")
	monthsTitle   = i18n.T("Teot kuukausittain", "Gärningar per månad", "Acts by month")
	erasTitle     = i18n.T("Teot ohjelman vaiheittain", "Gärningar per programperiod", "Acts by era of the programme")
	readingsTitle = i18n.T("Tekojen lukukerrat kuukausittain", "Läsningar av gärningar per månad", "Readings of acts by month")
	mostReadTitle = i18n.T("Luetuimmat teot", "Mest lästa gärningar", "Most read acts")
)

var titles = [dimensions]i18n.Text{
	Sector:           i18n.T("Teot toimialoittain", "Gärningar per bransch", "Acts by sector"),
	Theme:            i18n.T("Teot teemoittain", "Gärningar per tema", "Acts by theme"),
	Organization:     i18n.T("Teot organisaatioittain", "Gärningar per organisation", "Acts by organisation"),
	OrganizationType: i18n.T("Teot organisaatiotyypeittäin", "Gärningar per organisationstyp", "Acts by type of organisation"),
	Region:           i18n.T("Teot maakunnittain", "Gärningar per landskap", "Acts by region"),
	Year:             i18n.T("Teot julkaisuvuosittain", "Gärningar per publiceringsår", "Acts by year of publication"),
	Stage:            i18n.T("Teot toteutusvaiheittain", "Gärningar per fas", "Acts by stage"),
	Awarded:          i18n.T("Palkitut teot", "Prisbelönta gärningar", "Awarded acts"),
	Language:         i18n.T("Teot kielittäin", "Gärningar per språk", "Acts by language"),
	Campaign:         i18n.T("Teot kampanjoittain", "Gärningar per kampanj", "Acts by campaign"),
}
