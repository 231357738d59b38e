package jury

import (
	"fmt"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/validate"
)

// NomineeID names a nominee.
type NomineeID int64

func (id NomineeID) String() string { return fmt.Sprintf("nominee %d", int64(id)) }

// A Nominee is an act, an organisation or a person that may win a prize.
type Nominee struct {
	ID             NomineeID
	AwardID        campaign.PrizeID
	ActID          act.ID          // of a person: what they have done; 0: an organisation
	OrganizationID organization.ID // of a person: where they work; 0: an act
	Person         string
	Reason         string
	ByID           account.ID
	NominatedAt    time.Time
	Act            act.Ties `db:"-"` // the zero one of an organisation
}

// Stands reports whether the nominee can be scored: its act is still to be
// read by everyone.
func (n Nominee) Stands() bool { return n.ActID == 0 || n.Act.Status.Public() }

// A Nomination is what somebody types to nominate.
type Nomination struct {
	Act          string // its address or the last part of it; of a person too
	Organization string // its name
	Person       string
	Reason       string
}

// check is the problems of a nomination but for what it points at.
func (n Nomination) check(kind campaign.Kind) validate.Problems {
	var p validate.Problems
	if kind == campaign.ForPerson {
		p.Text("person", n.Person, limit.Name)
	}
	p.Text("reason", n.Reason, limit.Reason)
	return p
}

// A Conflict is why a juror does not score a nominee; "" is none.
type Conflict string

// The conflicts. All but the first are seen by the portal itself.
const (
	Declared        Conflict = "declared"
	OwnOrganization Conflict = "own organization"
	OwnAct          Conflict = "own act" // they write it, or are a contact of it
	Oneself         Conflict = "oneself"
)

// conflictOf is why a juror must not score a nominee, as far as the portal
// knows: it asks each time, since people change their places of work and acts
// their authors.
func conflictOf(j account.Account, n Nominee, dir *organization.Directory) Conflict {
	if n.Person != "" && strings.EqualFold(strings.TrimSpace(n.Person), strings.TrimSpace(j.Name)) {
		return Oneself
	}
	if n.ActID != 0 && n.Act.Involves(j) {
		return OwnAct
	}
	involved := append([]organization.ID{n.OrganizationID, n.Act.OrganizationID}, n.Act.PartnerIDs...)
	for _, o := range involved {
		if o != 0 && j.OrganizationID != 0 && together(dir.Get(organization.ID(j.OrganizationID)), dir.Get(o)) {
			return OwnOrganization
		}
	}
	return ""
}

// together reports whether two organisations are one in the eyes of a juror: the
// same, or a municipality and its companies.
func together(a, b organization.Organization) bool {
	group := func(o organization.Organization) bool {
		return o.MunicipalityCode != "" && (o.Type == organization.Municipality || o.Type == organization.OwnedCompany)
	}
	return a.ID == b.ID || group(a) && group(b) && a.MunicipalityCode == b.MunicipalityCode
}
