// Package transfer moves acts in and out of files: CSV, XLSX and JSON Lines.
// One registry of columns serves both ways, so that import reads what export
// writes.
package transfer

import (
	"slices"

	"tekojentori.fi/tori/internal/i18n"
)

// A Row is an act, or a solution, as a file tells it.
type Row struct {
	Ref, Kind, Title, Lead, Need, Approach, Results, Lessons, Stage  string
	Organization, OrganizationType, Unit, Locality, MunicipalityCode string
	Language, SubmittedAt, PublishedAt, Status, Campaign             string
	ContactName, ContactTitle, ContactEmail                          string
	Partners, Sectors, Themes, Tags, Links, LegacyURLs               []string

	given map[string]bool // the columns that the file has for it
}

// A Column is one column of a file.
type Column struct {
	Name     string // in the file
	Label    i18n.Text
	Personal bool                 // left out unless asked for with a reason
	Moment   bool                 // a day and time: a real one in a spreadsheet
	Text     func(*Row) *string   // of a column of one value
	List     func(*Row) *[]string // of a column of several
}

// Columns is the registry: every column in the order that export writes them.
func Columns() []Column { return slices.Clone(columns) }

// PersonalColumns is the names of the columns that tell of people.
func PersonalColumns() []string {
	var names []string
	for _, c := range columns {
		if c.Personal {
			names = append(names, c.Name)
		}
	}
	return names
}

var columns = []Column{
	{Name: "ref", Label: i18n.T("Tunnus", "Beteckning", "Reference"), Text: func(r *Row) *string { return &r.Ref }},
	{Name: "kind", Label: i18n.T("Laji", "Slag", "Kind"), Text: func(r *Row) *string { return &r.Kind }},
	{Name: "title", Label: i18n.T("Otsikko", "Rubrik", "Title"), Text: func(r *Row) *string { return &r.Title }},
	{Name: "lead", Label: i18n.T("Tiivistelmä", "Ingress", "Lead"), Text: func(r *Row) *string { return &r.Lead }},
	{Name: "need", Label: i18n.T("Tarve ja tavoitteet", "Behov och mål", "Need and goals"), Text: func(r *Row) *string { return &r.Need }},
	{Name: "approach", Label: i18n.T("Ratkaisu", "Lösning", "Solution"), Text: func(r *Row) *string { return &r.Approach }},
	{Name: "results", Label: i18n.T("Tulokset", "Resultat", "Results"), Text: func(r *Row) *string { return &r.Results }},
	{Name: "lessons", Label: i18n.T("Vinkit muille", "Tips till andra", "Tips for others"), Text: func(r *Row) *string { return &r.Lessons }},
	{Name: "stage", Label: i18n.T("Toteutusvaihe", "Fas", "Stage"), Text: func(r *Row) *string { return &r.Stage }},
	{Name: "organization", Label: i18n.T("Organisaatio", "Organisation", "Organisation"), Text: func(r *Row) *string { return &r.Organization }},
	{Name: "organization_type", Label: i18n.T("Organisaatiotyyppi", "Organisationstyp", "Type of organisation"), Text: func(r *Row) *string { return &r.OrganizationType }},
	{Name: "partners", Label: i18n.T("Kumppanit", "Partner", "Partners"), List: func(r *Row) *[]string { return &r.Partners }},
	{Name: "unit", Label: i18n.T("Yksikkö", "Enhet", "Unit"), Text: func(r *Row) *string { return &r.Unit }},
	{Name: "locality", Label: i18n.T("Paikkakunta", "Ort", "Locality"), Text: func(r *Row) *string { return &r.Locality }},
	{Name: "municipality_code", Label: i18n.T("Kuntanumero", "Kommunnummer", "Municipality code"), Text: func(r *Row) *string { return &r.MunicipalityCode }},
	{Name: "sectors", Label: i18n.T("Toimialat", "Branscher", "Sectors"), List: func(r *Row) *[]string { return &r.Sectors }},
	{Name: "themes", Label: i18n.T("Teemat", "Teman", "Themes"), List: func(r *Row) *[]string { return &r.Themes }},
	{Name: "tags", Label: i18n.T("Avainsanat", "Nyckelord", "Tags"), List: func(r *Row) *[]string { return &r.Tags }},
	{Name: "language", Label: i18n.T("Kieli", "Språk", "Language"), Text: func(r *Row) *string { return &r.Language }},
	{Name: "submitted_at", Label: i18n.T("Lähetetty", "Skickad", "Submitted"), Moment: true, Text: func(r *Row) *string { return &r.SubmittedAt }},
	{Name: "published_at", Label: i18n.T("Julkaistu", "Publicerad", "Published"), Moment: true, Text: func(r *Row) *string { return &r.PublishedAt }},
	{Name: "status", Label: i18n.T("Tila", "Status", "Status"), Text: func(r *Row) *string { return &r.Status }},
	{Name: "campaign", Label: i18n.T("Kampanja", "Kampanj", "Campaign"), Text: func(r *Row) *string { return &r.Campaign }},
	{Name: "contact_name", Label: i18n.T("Yhteyshenkilö", "Kontaktperson", "Contact"), Personal: true, Text: func(r *Row) *string { return &r.ContactName }},
	{Name: "contact_title", Label: i18n.T("Yhteyshenkilön tehtävä", "Kontaktpersonens titel", "Contact’s title"), Personal: true, Text: func(r *Row) *string { return &r.ContactTitle }},
	{Name: "contact_email", Label: i18n.T("Yhteyshenkilön sähköposti", "Kontaktpersonens e-post", "Contact’s e-mail"), Personal: true, Text: func(r *Row) *string { return &r.ContactEmail }},
	{Name: "links", Label: i18n.T("Linkit", "Länkar", "Links"), List: func(r *Row) *[]string { return &r.Links }},
	{Name: "legacy_urls", Label: i18n.T("Vanhat osoitteet", "Gamla adresser", "Old addresses"), List: func(r *Row) *[]string { return &r.LegacyURLs }},
}

func columnByName(name string) (Column, bool) {
	for _, c := range columns {
		if c.Name == name {
			return c, true
		}
	}
	return Column{}, false
}

// Header is the names of all columns.
func Header() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return names
}

// Cells is the row as CSV has it, in the order of Header.
func (r *Row) Cells() []string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = guard(c.cell(r))
	}
	return cells
}
