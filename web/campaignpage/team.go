package campaignpage

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// formView is a campaign being written. What was typed is kept as it was.
type formView struct {
	campaign.Campaign
	Opens, Closes, Gala, Aim, Late string
	FormKey                        string
	Choices                        []ui.Option // of sectors
	Clash                          bool        // somebody else has changed it meanwhile
	Problems                       validate.Problems
	badGala                        bool
}

// Team is every campaign, for those who make them.
func (p Pages) Team(w http.ResponseWriter, r *http.Request) error {
	var all []summary
	for _, c := range p.Campaigns.All() {
		all = append(all, p.summary(r.Context(), c))
	}
	return page.Render(w, r, http.StatusOK, team(all))
}

// New is the form of a new campaign.
func (p Pages) New(w http.ResponseWriter, r *http.Request) error {
	v := formView{FormKey: page.NewKey()}
	v.Basis, v.CountedFor = campaign.Submitted, campaign.Organization
	return page.Render(w, r, http.StatusOK, form(p.withSectors(r, v)))
}

// Create makes a campaign.
func (p Pages) Create(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	v := typed(r)
	v.FormKey = key
	if v.check() {
		return page.Render(w, r, http.StatusUnprocessableEntity, form(p.withSectors(r, v)))
	}
	made, err := p.Campaigns.Create(r.Context(), page.Viewer(r), key, v.Campaign)
	if errors.As(err, &v.Problems) {
		return page.Render(w, r, http.StatusUnprocessableEntity, form(p.withSectors(r, v)))
	}
	if err != nil {
		return err
	}
	if err := p.Flash(w, r, madeT.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, teamPath(made))
}

// Edit is the form of a campaign.
func (p Pages) Edit(w http.ResponseWriter, r *http.Request) error {
	c, err := p.found(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, form(p.withSectors(r, formView{
		Campaign: c, Opens: c.OpensOn.Format(finnishDay), Closes: c.ClosesOn.Format(finnishDay),
		Gala: momentOf(c.GalaAt), Aim: strconv.Itoa(c.Goal), Late: strconv.Itoa(c.LateDays),
	})))
}

// Change writes a campaign.
func (p Pages) Change(w http.ResponseWriter, r *http.Request) error {
	c, err := p.found(r)
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	v := typed(r)
	v.ID, v.Slug, v.Version = c.ID, c.Slug, version
	if v.check() {
		return page.Render(w, r, http.StatusUnprocessableEntity, form(p.withSectors(r, v)))
	}
	err = p.Campaigns.Change(r.Context(), page.Viewer(r), c.ID, version, v.Campaign)
	switch {
	case errors.As(err, &v.Problems):
		return page.Render(w, r, http.StatusUnprocessableEntity, form(p.withSectors(r, v)))
	case errors.Is(err, fault.Conflict): // saving again is a choice: the form has the newest version
		v.Version, v.Clash = c.Version, true
		return page.Render(w, r, http.StatusConflict, form(p.withSectors(r, v)))
	case err != nil:
		return err
	}
	if err := p.Flash(w, r, changedT.In(r.Context())); err != nil {
		return err
	}
	return page.Redirect(w, r, "/ohjelma/kampanjat")
}

func (p Pages) found(r *http.Request) (campaign.Campaign, error) {
	id, err := page.ID[campaign.ID](r, "id")
	if err != nil {
		return campaign.Campaign{}, err
	}
	c, ok := p.Campaigns.Find(id)
	if !ok {
		return c, fmt.Errorf("%v: %w", id, fault.NotFound)
	}
	return c, nil
}

// typed is what the form says.
func typed(r *http.Request) formView {
	v := formView{
		Opens: r.PostFormValue("opens_on"), Closes: r.PostFormValue("closes_on"), Gala: r.PostFormValue("gala_at"), Aim: r.PostFormValue("goal"), Late: r.PostFormValue("late_days"),
	}
	v.Campaign = campaign.Campaign{
		Name: inLanguages(r, "name"), Pitch: inLanguages(r, "pitch"), About: inLanguages(r, "about"),
		OpensOn: day(v.Opens), ClosesOn: day(v.Closes), Goal: number(v.Aim), LateDays: number(v.Late),
		Basis: campaign.Basis(r.PostFormValue("basis")), CountedFor: campaign.CountedFor(r.PostFormValue("counted_for")),
		Public: r.PostFormValue("public") == "true", Sectors: r.PostForm["sectors"],
	}
	var readable bool
	v.GalaAt, readable = page.Moment(v.Gala)
	v.badGala = !readable
	return v
}

// withSectors is v with the sectors to choose from.
func (p Pages) withSectors(r *http.Request, v formView) formView {
	for _, t := range p.Terms.Lists().Sectors() {
		v.Choices = append(v.Choices, ui.Option{Value: t.Code, Label: t.Name.In(r.Context()), Chosen: slices.Contains(v.Sectors, t.Code)})
	}
	return v
}

func momentOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(i18n.Helsinki()).Format(page.FinnishMoment)
}

// check is the problems of what cannot even be read.
func (v *formView) check() bool {
	if v.badGala {
		v.Problems.Add("gala_at", validate.Moment, 0)
	}
	return len(v.Problems) > 0
}

// inLanguages is a text that the form asks for in each language.
func inLanguages(r *http.Request, field string) i18n.Text {
	in := func(l i18n.Lang) string { return strings.TrimSpace(r.PostFormValue(field + "_" + string(l))) }
	return i18n.Typed(in(i18n.FI), in(i18n.SV), in(i18n.EN))
}

// finnishDay is how a Finn writes a day.
const (
	finnishDay = "2.1.2006"
)

// day is a day as a Finn, or a program, writes it; zero if it is none.
func day(s string) time.Time {
	for _, layout := range []string{finnishDay, time.DateOnly} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() >= 2000 && t.Year() < 2200 {
			return t
		}
	}
	return time.Time{}
}

// number is a whole number; nothing is 0, and what is none is out of range.
func number(s string) int {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
