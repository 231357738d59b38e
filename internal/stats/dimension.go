// Package stats is the one counting module: every number of acts on every
// page, in every export and answer of the API comes from it. It keeps a row of
// a few numbers for each public act in memory, and counts by walking them.
package stats

import (
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/i18n"
)

// A Dimension is what acts are counted and narrowed by.
type Dimension int

// The dimensions, in the order that the pages show them.
const (
	Sector Dimension = iota
	Theme
	Organization
	OrganizationType
	Region
	Year // of the first publication, in Finnish time
	Stage
	Awarded
	Language
	Campaign
	dimensions // how many
)

// Dimensions is every dimension in order.
func Dimensions() []Dimension {
	return []Dimension{Sector, Theme, Organization, OrganizationType, Region, Year, Stage, Awarded, Language, Campaign}
}

// Code is the name of d in the API.
func (d Dimension) Code() string {
	return [...]string{
		"sector", "theme", "organization", "organization_type", "region", "year", "stage", "awarded", "language", "campaign",
	}[d]
}

// DimensionByCode is the dimension with a name in the API.
func DimensionByCode(code string) (Dimension, bool) {
	for _, d := range Dimensions() {
		if d.Code() == code {
			return d, true
		}
	}
	return 0, false
}

// A Value is one choice of a dimension.
type Value struct {
	Code  string // in files, the API and addresses
	Slug  string // in addresses too, where the Finnish one differs from the code
	Label i18n.Text
}

// values is the choices of a dimension with a place for each: the bit of a
// row's mask, or for organisations the number in a row's list.
type values struct {
	list  []Value
	index map[string]int // by code and by slug
}

func (v *values) add(x Value) int {
	if v.index == nil {
		v.index = map[string]int{}
	}
	n := len(v.list)
	v.list = append(v.list, x)
	v.index[x.Code] = n
	if _, taken := v.index[x.Slug]; x.Slug != "" && !taken {
		v.index[x.Slug] = n
	}
	return n
}

var (
	typeNames = []Value{
		{Code: "municipality", Slug: "kunta", Label: i18n.T("Kunnat ja kaupungit", "Kommuner och städer", "Municipalities and cities")},
		{Code: "wellbeing_county", Slug: "hyvinvointialue", Label: i18n.T("Hyvinvointialueet", "Välfärdsområden", "Wellbeing services counties")},
		{Code: "joint_authority", Slug: "kuntayhtyma", Label: i18n.T("Kuntayhtymät", "Samkommuner", "Joint authorities")},
		{Code: "owned_company", Slug: "yhtio", Label: i18n.T("Kunta- ja hyvinvointialueyhtiöt", "Kommun- och välfärdsområdesägda bolag", "Publicly owned companies")},
		{Code: "other", Slug: "muu", Label: i18n.T("Muut organisaatiot", "Övriga organisationer", "Other organisations")},
	}
	stageNames = []Value{
		{Code: "planned", Slug: "suunnitteilla", Label: i18n.T("Suunnitteilla", "Planeras", "Planned")},
		{Code: "ongoing", Slug: "kesken", Label: i18n.T("Kesken", "Pågår", "Ongoing")},
		{Code: "in_use", Slug: "kaytossa", Label: i18n.T("Käytössä", "I bruk", "In use")},
		{Code: "completed", Slug: "valmis", Label: i18n.T("Valmis", "Slutförd", "Completed")},
		{Code: "ended", Slug: "paattynyt", Label: i18n.T("Päättynyt", "Avslutad", "Ended")},
	}
	languageNames = []Value{
		{Code: "fi", Label: i18n.T("Suomi", "Finska", "Finnish")},
		{Code: "sv", Label: i18n.T("Ruotsi", "Svenska", "Swedish")},
		{Code: "en", Label: i18n.T("Englanti", "Engelska", "English")},
	}
	awardedNames = []Value{
		{Code: "true", Slug: "kylla", Label: i18n.T("Palkitut teot", "Prisbelönta gärningar", "Awarded acts")},
	}
)

// firstYear is the year of the first bit of a row's mask: the programme began
// in 2015, and a mask has room for 64 years.
const firstYear = 2000

func yearOf(t time.Time, helsinki *time.Location) int {
	return min(max(t.In(helsinki).Year(), firstYear), firstYear+63)
}

func yearValue(year int) Value {
	s := strconv.Itoa(year)
	return Value{Code: s, Label: i18n.Name(s, s, s)}
}

// StageNames is the stages of an act with their names.
func StageNames() []Value { return stageNames }
