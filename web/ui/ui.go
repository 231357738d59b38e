// Package ui is the design system: the components every page is made of. It
// knows texts and problems, never a feature.
package ui

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

var (
	required  = i18n.T("Täytä tämä kohta.", "Fyll i det här fältet.", "Fill this in.")
	tooLong   = i18n.T("Lyhennä: enintään %d merkkiä.", "Förkorta: högst %d tecken.", "Shorten this to at most %d characters.")
	tooFew    = i18n.T("Kirjoita vähintään %d sanaa.", "Skriv minst %d ord.", "Write at least %d words.")
	tooWordy  = i18n.T("Lyhennä: enintään %d sanaa.", "Förkorta: högst %d ord.", "Shorten this to at most %d words.")
	tooMany   = i18n.T("Valitse enintään %d.", "Välj högst %d.", "Choose at most %d.")
	unknown   = i18n.T("Valitse jokin vaihtoehdoista.", "Välj ett av alternativen.", "Choose one of the options.")
	notEmail  = i18n.T("Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.", "Skriv e-postadressen i formen namn@exempel.fi.", "Write an e-mail address like name@example.fi.")
	notWeb    = i18n.T("Kirjoita osoite muodossa https://esimerkki.fi.", "Skriv adressen i formen https://exempel.fi.", "Write an address like https://example.fi.")
	notDate   = i18n.T("Kirjoita kuukausi muodossa 2026-03.", "Skriv månaden i formen 2026-03.", "Write the month like 2026-03.")
	wrongWay  = i18n.T("Päättymisen on oltava alkamisen jälkeen.", "Slutet måste komma efter början.", "The end must come after the start.")
	noConsent = i18n.T("Kysy henkilöltä lupa ja merkitse se, tai valitse, ettei yhteystietoja näytetä.",
		"Be personen om lov och kryssa för det, eller välj att uppgifterna inte visas.",
		"Ask the person for permission and tick it, or choose not to show the details.")
	mend = i18n.P(
		i18n.T("Korjaa %d kohta, niin pääset eteenpäin", "Rätta till %d punkt för att gå vidare", "Mend %d thing to go on"),
		i18n.T("Korjaa %d kohtaa, niin pääset eteenpäin", "Rätta till %d punkter för att gå vidare", "Mend %d things to go on"))
	charsLeft = i18n.T("%d merkkiä jäljellä", "%d tecken kvar", "%d characters left")
	charsOver = i18n.T("%d merkkiä liikaa", "%d tecken för mycket", "%d characters too many")
	optional  = i18n.T("ei pakollinen", "frivillig", "optional")
	crumbs    = i18n.T("Murupolku", "Brödsmulor", "Breadcrumb")
	pages     = i18n.T("Sivut", "Sidor", "Pages")
	previous  = i18n.T("Edellinen", "Föregående", "Previous")
	following = i18n.T("Seuraava", "Nästa", "Next")
	pageOf    = i18n.T("Sivu %d / %d", "Sida %d / %d", "Page %d of %d")
	showAll   = i18n.T("Näytä kaikki", "Visa alla", "Show all")
	removeIt  = i18n.T("Poista rajaus: %s", "Ta bort avgränsningen: %s", "Remove filter: %s")
	awarded   = i18n.T("Palkittu", "Prisbelönt", "Awarded")
	numbers   = i18n.T("Luvut taulukkona", "Siffrorna som tabell", "The numbers as a table")
	name      = i18n.T("Nimi", "Namn", "Name")
	count     = i18n.T("Tekoja", "Gärningar", "Acts")
	stepDone  = i18n.T("valmis", "klar", "done")
)

// Wording is a problem in the words of the reader.
func Wording(ctx context.Context, p validate.Problem) string {
	switch p.Rule {
	case validate.Required:
		return required.In(ctx)
	case validate.TooLong:
		return tooLong.In(ctx, p.Limit)
	case validate.TooFew:
		return tooFew.In(ctx, p.Limit)
	case validate.TooWordy:
		return tooWordy.In(ctx, p.Limit)
	case validate.TooMany:
		return tooMany.In(ctx, p.Limit)
	case validate.Unknown:
		return unknown.In(ctx)
	case validate.Email:
		return notEmail.In(ctx)
	case validate.Web:
		return notWeb.In(ctx)
	case validate.Date:
		return notDate.In(ctx)
	case validate.Order:
		return wrongWay.In(ctx)
	case validate.Consent:
		return noConsent.In(ctx)
	}
	panic("no words for the rule " + p.Rule)
}

// Field is one control of a form with its label, hint and problem.
type Field struct {
	Name     string
	Label    i18n.Text
	Hint     i18n.Text // zero: none
	Value    string
	Type     string // of an input: text unless told
	Rows     int    // more than 0 makes a textarea
	Limit    int    // characters, counted as they are typed; 0: none told
	Optional bool
	Complete string // autocomplete, as email
	Problems validate.Problems
}

// Option is one choice of a Select, Radios or Checkboxes.
type Option struct {
	Value  string
	Label  string
	Hint   string
	Chosen bool
}

// attrs is what marks a control for assistive technology.
func (f Field) attrs() templ.Attributes {
	a := templ.Attributes{}
	described := ""
	if !f.Hint.IsZero() {
		described = f.Name + "-hint"
	}
	if _, bad := f.Problems.For(f.Name); bad {
		a["aria-invalid"] = "true"
		described += " " + f.Name + "-problem"
	}
	if described != "" {
		a["aria-describedby"] = described
	}
	if f.Complete != "" {
		a["autocomplete"] = f.Complete
	}
	return a
}

func (f Field) kind() string {
	if f.Type == "" {
		return "text"
	}
	return f.Type
}

// Card is one act in a list.
type Card struct {
	Title, URL, Lead string
	Sector           string // its name
	Color            string // data-color of its awning; see ColorOf
	Organization     string
	Date             string
	Awarded          bool
	Lang             string // of the title and the lead
}

// ColorOf is the colour of a sector by its code. Colour is never the only
// sign: the name stands on the card too.
func ColorOf(sector string) string {
	switch sector {
	case "education-and-upbringing":
		return "aurinko"
	case "social-and-health-services":
		return "puolukka"
	case "management-administration-and-finance", "business-services":
		return "mustikka"
	case "cleaning-and-catering-services", "housing-property-and-environment":
		return "kuusi"
	case "culture-and-leisure", "employment-services":
		return "teltta"
	}
	return "jarvi"
}

// Facet is one dimension that a list can be narrowed by.
type Facet struct {
	Param  string // of the address
	Title  i18n.Text
	Values []FacetValue
	Open   bool
}

// FacetValue is one choice of a Facet.
type FacetValue struct {
	Code, Label string
	Count       int
	Chosen      bool
}

// shownValues is how many choices of a facet are shown at once.
const shownValues = 8

// first is the choices that are shown at once: the chosen ones are among them.
func (f Facet) first() []FacetValue { return f.Values[:f.split()] }

func (f Facet) rest() []FacetValue { return f.Values[f.split():] }

func (f Facet) split() int {
	n := min(shownValues, len(f.Values))
	for i, v := range f.Values {
		if v.Chosen && i >= n {
			n = i + 1
		}
	}
	if n+2 >= len(f.Values) { // nobody wants to open a list for two more
		n = len(f.Values)
	}
	return n
}

// Chip is a choice that is made, with the address without it.
type Chip struct{ Label, URL string }

// Crumb is a page above this one.
type Crumb struct{ Label, URL string }

// Step is one page of a guided form.
type Step struct {
	Label   string
	URL     string // "": not to be gone to
	Done    bool
	Current bool
}

// Bar is one row of a BarChart.
type Bar struct {
	Label string
	URL   string
	Count int
}

// Dot is a place on the DotMap.
type Dot struct {
	X, Y  int
	Label string
	URL   string
	Count int
}

// radius grows with the root of the count, so that areas compare.
func (d Dot) radius() string {
	if d.Count == 0 {
		return "4"
	}
	r := 9.0
	for n := 1; n < d.Count; n *= 2 {
		r += 4.5
	}
	return strconv.FormatFloat(min(r, 46), 'f', 1, 64)
}

func largest(bars []Bar) int {
	n := 1
	for _, b := range bars {
		n = max(n, b.Count)
	}
	return n
}

// width is the length of a bar in hundredths of the chart.
func width(b Bar, most int) string {
	return strconv.FormatFloat(100*float64(b.Count)/float64(most), 'f', 2, 64) + "%"
}

// Stat is a big number.
type Stat struct {
	Count int
	Label i18n.Text
	URL   string
}
