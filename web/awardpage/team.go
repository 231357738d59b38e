package awardpage

import (
	"errors"
	"fmt"
	"net/http"
	"slices"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// prizesView is the prizes of a campaign, and one being written.
type prizesView struct {
	Campaign campaign.Campaign
	Prizes   []campaign.Prize
	Won      map[campaign.PrizeID]int // how many winners each has
	Over     bool                     // the gala has been
	New      campaign.Prize
	FormKey  string
	Problems validate.Problems
}

// prizeView is a prize, who has won it, and a winner being written.
type prizeView struct {
	campaign.Prize
	Campaign campaign.Campaign
	Winners  []winner
	Judged   bool           // its jury is still to decide
	Used     bool           // somebody would miss it
	Over     bool           // the gala has been
	Takes    bool           // the campaign still takes acts
	Leaders  []stats.Leader // of a prize that is decided by count, as of now
	Stands   bool           // its winners are those leaders
	Errata   []erratum
	Writing  campaign.Winner
	Problems validate.Problems
	Renamed  i18n.Text // a name being written

	NameProblems validate.Problems
}

// Prizes is what can be won in a campaign.
func (p Pages) Prizes(w http.ResponseWriter, r *http.Request) error {
	v := prizesView{FormKey: page.NewKey(), New: campaign.Prize{Kind: campaign.ForAct, DecidedBy: campaign.ByJury}}
	return p.prizes(w, r, http.StatusOK, v)
}

func (p Pages) prizes(w http.ResponseWriter, r *http.Request, status int, v prizesView) error {
	id, err := page.ID[campaign.ID](r, "id")
	if err != nil {
		return err
	}
	var ok bool
	if v.Campaign, ok = p.Campaigns.Find(id); !ok {
		return fmt.Errorf("%v: %w", id, fault.NotFound)
	}
	if v.Prizes, err = p.Campaigns.Prizes(r.Context(), id); err != nil {
		return err
	}
	won, err := p.Campaigns.AwardsOfCampaign(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	v.Won = map[campaign.PrizeID]int{}
	for _, a := range won {
		v.Won[a.Prize]++
	}
	v.Over = p.over(v.Campaign)
	return page.Render(w, r, status, prizes(v))
}

// AddPrize makes a prize.
func (p Pages) AddPrize(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	id, err := page.ID[campaign.ID](r, "id")
	if err != nil {
		return err
	}
	if _, ok := p.Campaigns.Find(id); !ok {
		return fmt.Errorf("%v: %w", id, fault.NotFound)
	}
	v := prizesView{FormKey: key, New: campaign.Prize{
		Name: i18n.Typed(r.PostFormValue("name_fi"), r.PostFormValue("name_sv"), r.PostFormValue("name_en")),
		Kind: campaign.Kind(r.PostFormValue("kind")), DecidedBy: campaign.DecidedBy(r.PostFormValue("decided_by")),
	}}
	made, err := p.Campaigns.AddPrize(r.Context(), page.Viewer(r), key, id, v.New)
	if errors.As(err, &v.Problems) {
		return p.prizes(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, prizePath(made))
}

// Prize is one prize and its winners.
func (p Pages) Prize(w http.ResponseWriter, r *http.Request) error {
	return p.prize(w, r, http.StatusOK, prizeView{})
}

func (p Pages) prize(w http.ResponseWriter, r *http.Request, status int, v prizeView) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	var won []campaign.Award
	if v.Prize, won, err = p.Campaigns.Prize(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	v.Campaign, _ = p.Campaigns.Find(v.CampaignID)
	v.Over, v.Takes = p.over(v.Campaign), v.Campaign.TakesAt(p.Now())
	if v.Winners, err = p.reached(r, won); err != nil {
		return err
	}
	if v.DecidedBy == campaign.ByCount {
		v.Leaders = p.Campaigns.MostInventive(v.Campaign)
		v.Stands = p.stands(won, v.Leaders)
	}
	if v.Errata, err = p.errata(r.Context(), func(e campaign.Erratum) bool { return e.Prize == id }); err != nil {
		return err
	}
	if v.Judged, err = p.Campaigns.Judged(r.Context(), id); err != nil {
		return err
	}
	if v.Used, err = p.Campaigns.Used(r.Context(), id); err != nil {
		return err
	}
	return page.Render(w, r, status, onePrize(v))
}

// reached is the winners, and which of them nobody can write to.
func (p Pages) reached(r *http.Request, won []campaign.Award) ([]winner, error) {
	winners, err := p.winners(r.Context(), won)
	if err != nil {
		return nil, err
	}
	none, err := p.Campaigns.Unreached(r.Context(), page.Viewer(r), won)
	for i := range winners {
		winners[i].Unreached = none[winners[i].ID]
	}
	return winners, err
}

// stands reports whether those who have won a counted prize have the most acts
// still.
func (p Pages) stands(won []campaign.Award, leaders []stats.Leader) bool {
	if len(won) == 0 || len(won) != len(leaders) {
		return false
	}
	return !slices.ContainsFunc(won, func(a campaign.Award) bool {
		slug := p.Organizations.Directory().Get(a.OrganizationID).Slug
		return !slices.ContainsFunc(leaders, func(l stats.Leader) bool { return l.Code == slug })
	})
}

// over reports whether the gala of a campaign has been.
func (p Pages) over(c campaign.Campaign) bool { return !c.GalaAt.IsZero() && !c.GalaAt.After(p.Now()) }

// Grant gives a prize, or, when it is decided by count, lets it be counted.
func (p Pages) Grant(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	v := prizeView{Writing: winning(r)}
	if r.PostFormValue("by") == "count" {
		err = p.Campaigns.GrantComputed(r.Context(), page.Viewer(r), id)
	} else {
		err = p.Campaigns.Grant(r.Context(), page.Viewer(r), id, v.Writing)
	}
	if errors.As(err, &v.Problems) {
		return p.prize(w, r, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, prizePath(id))
}

// winning is the winner that the team has typed. Of a person both the name and
// the organisation are asked for.
func winning(r *http.Request) campaign.Winner {
	w := campaign.Winner{
		Act: r.PostFormValue("winner"), Organization: r.PostFormValue("winner"), Person: r.PostFormValue("winner"), Mention: r.PostFormValue("mention") == "true",
		Citation: i18n.Typed(r.PostFormValue("citation_fi"), r.PostFormValue("citation_sv"), r.PostFormValue("citation_en")),
	}
	if of := r.PostFormValue("organization"); of != "" {
		w.Organization = of
	}
	return w
}

// Revoke takes an award back while it is under embargo.
func (p Pages) Revoke(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.AwardID](r, "id")
	if err != nil {
		return err
	}
	of, err := p.Campaigns.Revoke(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Redirect(w, r, prizePath(of))
}

func prizePath(id campaign.PrizeID) string { return fmt.Sprintf("/ohjelma/palkinnot/%d", int64(id)) }

func prizesPath(c campaign.Campaign) string {
	return fmt.Sprintf("/ohjelma/kampanjat/%d/palkinnot", int64(c.ID))
}

// organization is where a person works, as it is typed.
func (v prizeView) organization() string {
	if v.Writing.Organization == v.Writing.Person {
		return ""
	}
	return v.Writing.Organization
}
