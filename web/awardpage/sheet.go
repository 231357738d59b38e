package awardpage

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/transfer"
	"tekojentori.fi/tori/web/page"
)

// sheetView is all that was awarded in a campaign, as the press is told.
type sheetView struct {
	Campaign campaign.Campaign
	Secret   bool // something of it is under embargo
	Counted  stats.Table
	Prizes   []prize
	Errata   []erratum
	Diplomas []diploma
	One      bool // the certificate of one award was asked for
}

// A diploma is the certificate of one award.
type diploma struct {
	winner
	Prize   string
	Mention bool
	On      time.Time // zero: not known yet
}

// sheet reads what a campaign has awarded.
func (p Pages) sheet(r *http.Request) (v sheetView, won []campaign.Award, err error) {
	id, err := page.ID[campaign.ID](r, "id")
	if err != nil {
		return v, nil, err
	}
	var ok bool
	if v.Campaign, ok = p.Campaigns.Find(id); !ok {
		return v, nil, fmt.Errorf("%v: %w", id, fault.NotFound)
	}
	if won, err = p.Campaigns.AwardsOfCampaign(r.Context(), page.Viewer(r), id); err != nil {
		return v, nil, err
	}
	winners, err := p.winners(r.Context(), won)
	if err != nil {
		return v, nil, err
	}
	v.Prizes, _ = byPrize(r.Context(), won, winners)
	for i, a := range won {
		v.Secret = v.Secret || !a.Out
		if winners[i].Name != "" {
			v.Diplomas = append(v.Diplomas, diploma{winners[i], a.Name.In(r.Context()), a.Mention, dayOf(a, v.Campaign)})
		}
	}
	if v.Errata, err = p.errata(r.Context(), func(e campaign.Erratum) bool { return e.CampaignID == id }); err != nil {
		return v, nil, err
	}
	v.Counted = p.Stats.Catalogue().Count(stats.Filter{Archived: true}.With(stats.Campaign, v.Campaign.Slug), stats.Sector)
	return v, won, nil
}

// dayOf is the day that is told with an award; none while it is not known on
// which day the gala is.
func dayOf(a campaign.Award, c campaign.Campaign) time.Time {
	if !a.Out && c.GalaAt.IsZero() {
		return time.Time{}
	}
	return a.GrantedOn
}

func dated(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}

// PressSheet is all that was awarded, to be printed or copied.
func (p Pages) PressSheet(w http.ResponseWriter, r *http.Request) error {
	v, _, err := p.sheet(r)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, pressSheet(v))
}

// Diplomas is the certificates of a campaign, or of one award, a page each, in
// the language of the page.
func (p Pages) Diplomas(w http.ResponseWriter, r *http.Request) error {
	v, _, err := p.sheet(r)
	if err != nil {
		return err
	}
	if one := r.FormValue(awardParam); one != "" {
		v.One = true
		v.Diplomas = slices.DeleteFunc(v.Diplomas, func(d diploma) bool { return strconv.FormatInt(int64(d.ID), 10) != one })
	}
	return page.Render(w, r, http.StatusOK, diplomas(v))
}

// PressFile is all that was awarded as a table.
func (p Pages) PressFile(w http.ResponseWriter, r *http.Request) error {
	v, won, err := p.sheet(r)
	if err != nil {
		return err
	}
	winners, err := p.winners(r.Context(), won)
	if err != nil {
		return err
	}
	rows := [][]string{{"prize", "winner", "organization", "mention", "granted_on", "citation_fi", "citation_sv", "citation_en", "url", "errata"}}
	for i, a := range won {
		if winners[i].Name == "" { // hidden since
			continue
		}
		url := ""
		if winners[i].URL != "" {
			url = p.BaseURL + winners[i].URL
		}
		rows = append(rows, []string{
			a.Name.In(r.Context()), winners[i].Name, winners[i].By, strconv.FormatBool(a.Mention), dated(dayOf(a, v.Campaign)),
			a.Citation.To(i18n.FI), a.Citation.To(i18n.SV), a.Citation.To(i18n.EN), url, errataOf(r.Context(), v.Errata, a),
		})
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="palkitut-`+v.Campaign.Slug+`.csv"`)
	return transfer.WriteRows(w, rows)
}

// errataOf is what was wrong with an award, with the days.
func errataOf(ctx context.Context, all []erratum, a campaign.Award) string {
	var told []string
	for _, e := range all {
		if e.Prize == a.Prize && e.ActID == a.ActID && e.OrganizationID == a.OrganizationID && (e.Person == "") == (a.Person == "") {
			told = append(told, e.CorrectedOn.Format(time.DateOnly)+" "+e.Text.In(ctx))
		}
	}
	return strings.Join(told, " ")
}

func sheetPath(c campaign.Campaign, rest string) string {
	return fmt.Sprintf("/ohjelma/kampanjat/%d/%s", int64(c.ID), rest)
}

// awardParam asks for the certificate of one award.
const awardParam = "myonto"

func diplomaPath(c campaign.Campaign, id campaign.AwardID) string {
	return sheetPath(c, fmt.Sprintf("kunniakirjat?%s=%d", awardParam, int64(id)))
}
