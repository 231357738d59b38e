package act

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/internal/validate"
)

// A Stage is how far the work itself is.
type Stage string

// The stages.
const (
	Planned   Stage = "planned"   // suunnitteilla
	Ongoing   Stage = "ongoing"   // kesken
	InUse     Stage = "in_use"    // käytössä
	Completed Stage = "completed" // valmis
	Ended     Stage = "ended"     // päättynyt
)

// Stages is every stage in order.
func Stages() []Stage { return []Stage{Planned, Ongoing, InUse, Completed, Ended} }

// Content is what the writer tells.
type Content struct {
	Title, Lead                      string
	Need, Approach, Results, Lessons string // Markdown
	Stage                            Stage
	Language                         string // fi, sv or en
	OrganizationID                   organization.ID
	PartnerIDs                       []organization.ID
	Unit, Locality                   string
	MunicipalityCode                 string
	SectorIDs, ThemeIDs              []taxonomy.ID // the first is the primary one
	Tags                             []string      // lower case
	Started, Ended                   string        // months as 2026-03, or ""
	Contacts                         []Contact
	Links                            []string
	Answers                          Answers // in the clinic; no part of what is sent
}

// A Contact is a person who answers questions about an act.
type Contact struct {
	Name         string     `json:"name"`
	Title        string     `json:"title"`
	Email        string     `json:"email"`
	Phone        string     `json:"phone"`
	Organization string     `json:"organization"`
	Consent      bool       `json:"consent"` // the person has agreed to be shown
	VisibleTo    Visibility `json:"visible_to"`
}

// A Visibility is who may see a contact.
type Visibility string

// The visibilities.
const (
	Everyone Visibility = "everyone"
	SignedIn Visibility = "signed_in"
	Nobody   Visibility = "nobody"
)

// The limits of the fields, in characters unless said otherwise: see limit.
const (
	MaxTitle      = limit.Title
	MinTitleWords = limit.MinTitleWords
	MaxTitleWords = limit.MaxTitleWords
	MaxLead       = limit.Lead
	MaxText       = limit.Text
	MaxShort      = limit.Short
	MaxTag        = limit.Tag
	MaxLink       = limit.Link
	MaxSectors    = limit.Sectors
	MaxThemes     = limit.Themes
	MaxTags       = limit.Tags
	MaxPartners   = limit.Partners
	MaxContacts   = limit.Contacts
	MaxLinks      = limit.Links
	MaxDraft      = limit.Draft
)

// Check is nil, or the validate.Problems that keep c from being submitted.
func (c Content) Check() error {
	var p validate.Problems
	c.checkWorkplace(&p)
	c.checkStory(&p)
	c.checkSorting(&p)
	c.checkContacts(&p)
	c.checkLinks(&p)
	return p.Err()
}

// CheckDraft is nil, or the problems that keep c from being stored at all. A
// draft may lack anything and be too long, but not endless.
func (c Content) CheckDraft() error {
	var p validate.Problems
	for _, f := range []struct{ name, value string }{
		{"title", c.Title},
		{"lead", c.Lead},
		{"need", c.Need},
		{"approach", c.Approach},
		{"results", c.Results},
		{"lessons", c.Lessons},
		{"unit", c.Unit},
		{"locality", c.Locality},
		{"links", strings.Join(c.Links, "\n")},
		{"tags", strings.Join(c.Tags, ", ")},
	} {
		p.Length(f.name, f.value, MaxDraft)
	}
	for _, q := range Questions() {
		p.Length(string(q), c.Answers.Of(q), MaxDraft)
	}
	for i, contact := range c.Contacts {
		p.Length(ContactField("contact_name", i+1), contact.Name+contact.Title+contact.Email+contact.Phone+contact.Organization, MaxDraft)
	}
	c.checkMonths(&p)
	return p.Err()
}

func (c Content) checkWorkplace(p *validate.Problems) {
	if c.OrganizationID == 0 {
		p.Add("organization", validate.Required, 0)
	}
	if len(c.PartnerIDs) > MaxPartners {
		p.Add("partners", validate.TooMany, MaxPartners)
	}
	p.Length("unit", c.Unit, MaxShort)
	p.Length("locality", c.Locality, MaxShort)
}

func (c Content) checkStory(p *validate.Problems) {
	p.Text("title", c.Title, MaxTitle)
	p.Words("title", c.Title, MinTitleWords, MaxTitleWords)
	p.Length("lead", c.Lead, MaxLead)
	p.Text("need", c.Need, MaxText)
	p.Text("approach", c.Approach, MaxText)
	p.Text("results", c.Results, MaxText)
	p.Length("lessons", c.Lessons, MaxText)
	if !slices.Contains(Stages(), c.Stage) {
		p.Add("stage", validate.Required, 0)
	}
	c.checkMonths(p)
}

func (c Content) checkMonths(p *validate.Problems) {
	start, okStart := month(c.Started)
	end, okEnd := month(c.Ended)
	if !okStart {
		p.Add("started", validate.Date, 0)
	}
	switch {
	case !okEnd:
		p.Add("ended", validate.Date, 0)
	case c.Started != "" && c.Ended != "" && end.Before(start):
		p.Add("ended", validate.Order, 0)
	}
}

// month is the first day of a month as 2026-03; true also for "".
func month(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, true
	}
	t, err := time.Parse("2006-01", s)
	return t, err == nil && t.Year() >= 1900 && t.Year() < 2200
}

func (c Content) checkSorting(p *validate.Problems) {
	for _, f := range []struct {
		name string
		ids  []taxonomy.ID
		max  int
	}{{"sectors", c.SectorIDs, MaxSectors}, {"themes", c.ThemeIDs, MaxThemes}} {
		switch {
		case len(f.ids) == 0:
			p.Add(f.name, validate.Required, 0)
		case len(f.ids) > f.max:
			p.Add(f.name, validate.TooMany, f.max)
		}
	}
	if len(c.Tags) > MaxTags {
		p.Add("tags", validate.TooMany, MaxTags)
	}
	for _, t := range c.Tags {
		p.Length("tags", t, MaxTag)
	}
}

// ContactField is the name of a field of the n-th contact, from 1: the first
// one has the plain name.
func ContactField(name string, n int) string {
	if n == 1 {
		return name
	}
	return fmt.Sprintf("%s-%d", name, n)
}

func (c Content) checkContacts(p *validate.Problems) {
	if len(c.Contacts) == 0 {
		p.Add("contact_name", validate.Required, 0)
	}
	if len(c.Contacts) > MaxContacts {
		p.Add("contact_name", validate.TooMany, MaxContacts)
	}
	for i, contact := range c.Contacts {
		n := i + 1
		p.Text(ContactField("contact_name", n), contact.Name, MaxShort)
		p.Length(ContactField("contact_title", n), contact.Title, MaxShort)
		p.Email(ContactField("contact_email", n), contact.Email)
		p.Length(ContactField("contact_phone", n), contact.Phone, MaxShort)
		p.Length(ContactField("contact_organization", n), contact.Organization, MaxShort)
		if !contact.Consent && contact.VisibleTo != Nobody {
			p.Add(ContactField("contact_consent", n), validate.Consent, 0)
		}
	}
}

func (c Content) checkLinks(p *validate.Problems) {
	if len(c.Links) > MaxLinks {
		p.Add("links", validate.TooMany, MaxLinks)
	}
	for _, l := range c.Links {
		p.Length("links", l, MaxLink)
		p.Web("links", l)
	}
}
