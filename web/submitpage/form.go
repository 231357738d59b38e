package submitpage

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/taxonomy"
	"tekojentori.fi/tori/web/page"
)

// read puts what a step says into c and leaves the rest as it was.
func (p Pages) read(r *http.Request, s step, c *act.Content) error {
	text := func(name string) string { return page.Typed(r, name) }
	if s.slug == clinicStep {
		for _, q := range act.Questions() {
			c.Answers = c.Answers.Set(q, text(string(q)))
		}
		return nil
	}
	for _, name := range s.fields {
		if slices.Contains(act.WordingFields(), name) {
			*c = c.Wording().Set(name, text(name)).In(*c)
		}
		p.readField(r, name, text, c)
	}
	if slices.Contains(s.fields, "organization") {
		return p.readWorkplace(r.Context(), text, c)
	}
	return nil
}

// readField is read for what is no text of its own.
func (p Pages) readField(r *http.Request, name string, text func(string) string, c *act.Content) {
	switch name {
	case "title":
		c.Title = strings.Join(strings.Fields(c.Title), " ")
	case "sectors":
		c.SectorIDs = p.terms(taxonomy.Sector, r.PostForm["sectors"])
	case "themes":
		c.ThemeIDs = p.terms(taxonomy.Theme, r.PostForm["themes"])
	case "language":
		if l := text("language"); slices.Contains([]string{"fi", "sv", "en"}, l) {
			c.Language = l
		}
	case "stage":
		c.Stage = ""
		if s := act.Stage(text("stage")); slices.Contains(act.Stages(), s) {
			c.Stage = s
		}
	case "started":
		c.Started = text("started")
	case "ended":
		c.Ended = text("ended")
	case "tags":
		c.Tags = tags(text("tags"))
	case "contact_name":
		c.Contacts = readContacts(text)
	case "links":
		c.Links = lines(text("links"))
	}
}

func (p Pages) readWorkplace(ctx context.Context, text func(string) string, c *act.Content) error {
	id, err := p.Organizations.Named(ctx, text("organization"))
	if err != nil {
		return err
	}
	c.OrganizationID, c.PartnerIDs = id, []organization.ID{}
	for _, name := range lines(text("partners")) {
		partner, err := p.Organizations.Named(ctx, name)
		if err != nil {
			return err
		}
		if partner != id && !slices.Contains(c.PartnerIDs, partner) {
			c.PartnerIDs = append(c.PartnerIDs, partner)
		}
	}
	c.Unit, c.Locality, c.MunicipalityCode = text("unit"), text("locality"), ""
	if place, ok := p.Organizations.Directory().FindPlace(c.Locality); ok {
		c.MunicipalityCode = place.Code
	}
	return nil
}

// terms is the choices in the order of the form: the first is the primary one.
func (p Pages) terms(k taxonomy.Kind, codes []string) []taxonomy.ID {
	ids := []taxonomy.ID{}
	for _, code := range codes {
		if t, ok := p.Terms.Lists().Find(k, code); ok && code != "" && !slices.Contains(ids, t.ID) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

func readContacts(text func(string) string) []act.Contact {
	contacts := []act.Contact{}
	for n := 1; n <= act.MaxContacts; n++ {
		field := func(name string) string { return text(act.ContactField(name, n)) }
		c := act.Contact{
			Name: field("contact_name"), Title: field("contact_title"), Email: field("contact_email"), Phone: field("contact_phone"),
			Organization: field("contact_organization"),
			Consent:      field("contact_consent") == "true", VisibleTo: act.Visibility(field("contact_visible_to")),
		}
		if c.VisibleTo != act.Everyone && c.VisibleTo != act.SignedIn {
			c.VisibleTo = act.Nobody
		}
		if c.Name+c.Title+c.Email+c.Phone+c.Organization != "" {
			contacts = append(contacts, c)
		}
	}
	return contacts
}

// lines is the lines of a text that say something.
func lines(s string) []string {
	out := []string{}
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// tags is keywords with commas between them, in lower case and each once.
func tags(s string) []string {
	out := []string{}
	for _, t := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '\n' || r == '|' }) {
		t = strings.ToLower(strings.Join(strings.Fields(t), " "))
		if t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

func number(n int) string { return strconv.Itoa(n) }
