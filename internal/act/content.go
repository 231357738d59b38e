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

// Check is nil, or the validate.Problems that keep c from being submitted by
// the form of today.
func (c Content) Check() error { return CurrentForm().Check(c) }

// Check is nil, or the validate.Problems that keep c from being submitted.
func (f Form) Check(c Content) error {
	var p validate.Problems
	c.checkWorkplace(f, &p)
	c.checkStory(f, &p)
	c.checkSorting(f, &p)
	c.checkContacts(f, &p)
	c.checkLinks(f, &p)
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

func (c Content) checkWorkplace(f Form, p *validate.Problems) {
	f.required(p, "organization", c.OrganizationID != 0)
	f.list(p, "partners", len(c.PartnerIDs))
	f.text(p, "unit", c.Unit)
	f.text(p, "locality", c.Locality)
}

func (c Content) checkStory(f Form, p *validate.Problems) {
	for _, name := range WordingFields() {
		f.text(p, name, c.Wording().Of(name))
	}
	f.required(p, "stage", slices.Contains(Stages(), c.Stage))
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

func (c Content) checkSorting(f Form, p *validate.Problems) {
	f.list(p, "sectors", len(c.SectorIDs))
	f.list(p, "themes", len(c.ThemeIDs))
	f.list(p, "tags", len(c.Tags))
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

func (c Content) checkContacts(f Form, p *validate.Problems) {
	f.required(p, "contact_name", len(c.Contacts) > 0)
	if len(c.Contacts) > MaxContacts {
		p.Add("contact_name", validate.TooMany, MaxContacts)
	}
	for i, contact := range c.Contacts {
		at := func(name string) string { return ContactField(name, i+1) }
		f.textAs(p, "contact_name", at("contact_name"), contact.Name)
		f.textAs(p, "contact_title", at("contact_title"), contact.Title)
		p.Email(at("contact_email"), contact.Email)
		f.textAs(p, "contact_phone", at("contact_phone"), contact.Phone)
		f.textAs(p, "contact_organization", at("contact_organization"), contact.Organization)
		if !contact.Consent && contact.VisibleTo != Nobody {
			p.Add(at("contact_consent"), validate.Consent, 0)
		}
	}
}

func (c Content) checkLinks(f Form, p *validate.Problems) {
	f.list(p, "links", len(c.Links))
	for _, l := range c.Links {
		p.Length("links", l, MaxLink)
		p.Web("links", l)
	}
}
