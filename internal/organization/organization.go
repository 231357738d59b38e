// Package organization knows who does the acts: municipalities, joint
// authorities, wellbeing counties and companies, and where in Finland they are.
package organization

import (
	"fmt"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
)

// ID names an organisation.
type ID int64

func (id ID) String() string { return fmt.Sprintf("organization %d", int64(id)) }

// A Type is what kind of organisation one is.
type Type string

// The types.
const (
	Municipality    Type = "municipality"     // kunta
	JointAuthority  Type = "joint_authority"  // kuntayhtymä
	WellbeingCounty Type = "wellbeing_county" // hyvinvointialue
	OwnedCompany    Type = "owned_company"    // kunta- tai hyvinvointialueyhtiö
	Other           Type = "other"            // muu jäsenyhteisö
)

// Types is every type in the order that the pages show them.
func Types() []Type {
	return []Type{Municipality, WellbeingCounty, JointAuthority, OwnedCompany, Other}
}

// Known reports whether t is one of the types.
func (t Type) Known() bool {
	switch t {
	case Municipality, JointAuthority, WellbeingCounty, OwnedCompany, Other:
		return true
	}
	return false
}

// An Organization is one organisation, of today or dissolved.
type Organization struct {
	ID               ID
	Slug             string
	Type             Type
	Name             i18n.Text
	MunicipalityCode string    // itself or its seat; "" if not known
	RegionCode       string    // of that municipality
	ValidTo          time.Time // the last day; zero: it still exists
	SuccessorID      ID        // 0: none
}

// A Region is a maakunta.
type Region struct {
	Code string
	Slug string
	Name i18n.Text
}

// A Place is a municipality on the map.
type Place struct {
	Code       string
	Name       i18n.Text
	RegionCode string
	CountyCode string // of the wellbeing services county; "" if it was dissolved before there were any
	Dissolved  bool
	Successor  string // code of the municipality that it became part of
	X, Y       int    // on a view of 1000 × 1757
}

// A County is a wellbeing services county (hyvinvointialue), or Helsinki or
// Åland, which look after the same things themselves.
type County struct {
	Code string
	Name i18n.Text
}

// Fold is a name as it is compared: lower case and single spaces, so that
// "Limingan  KUNTA" is Limingan kunta.
func Fold(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// MaxName is the longest name of an organisation, in characters.
const MaxName = limit.Short
