package jurypage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// decisionView is whom the team gives a prize to, and why, as it is written.
type decisionView struct {
	panelView
	Choices []jury.Choice
}

// move brings the jury to another phase.
func (p Pages) move(w http.ResponseWriter, r *http.Request, to func(context.Context, account.Account, campaign.PrizeID) error) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	if err := to(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	return page.Redirect(w, r, panelPath(id))
}

// Decision asks for the citations of those whom the team has chosen in the
// result.
func (p Pages) Decision(w http.ResponseWriter, r *http.Request) error {
	asked := r.URL.Query()
	choices := chosen(asked["voittaja"], asked["maininta"])
	if !slices.ContainsFunc(choices, func(c jury.Choice) bool { return !c.Mention }) {
		v := panelView{Problems: validate.Problems{{Field: "winner", Rule: validate.Required}}}
		return p.panel(w, r, http.StatusUnprocessableEntity, v, false)
	}
	return p.decision(w, r, http.StatusOK, choices, nil)
}

// decision shows the form of a decision while one can be made.
func (p Pages) decision(w http.ResponseWriter, r *http.Request, status int, choices []jury.Choice, problems validate.Problems) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	v := decisionView{panelView: panelView{Problems: problems, ByID: map[jury.NomineeID]nominee{}}}
	if v.Panel, err = p.Juries.Panel(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if v.Jury.Phase() != jury.Closed || v.Sits {
		return fmt.Errorf("decide %v, which is %s: %w", id, v.Jury.Phase(), fault.Conflict)
	}
	v.Campaign = p.campaignOf(v.Jury)
	for _, n := range p.nominees(r.Context(), v.Nominees) {
		v.ByID[n.ID] = n
	}
	for _, c := range choices {
		if _, known := v.ByID[c.Nominee]; known {
			v.Choices = append(v.Choices, c)
		}
	}
	return page.Render(w, r, status, decision(v))
}

// chosen is the nominees with the numbers; a winner is not mentioned too.
func chosen(winners, mentions []string) []jury.Choice {
	var choices []jury.Choice
	add := func(numbers []string, mention bool) {
		for _, s := range numbers {
			id, err := strconv.ParseInt(s, 10, 64)
			known := slices.ContainsFunc(choices, func(c jury.Choice) bool { return c.Nominee == jury.NomineeID(id) })
			if err == nil && !known {
				choices = append(choices, jury.Choice{Nominee: jury.NomineeID(id), Mention: mention})
			}
		}
	}
	add(winners, false)
	add(mentions, true)
	return choices
}

// Decide records the decision.
func (p Pages) Decide(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	version, err := page.Version(r)
	if err != nil {
		return err
	}
	choices := chosen(r.PostForm["winner"], r.PostForm["mention"])
	for i, c := range choices {
		of := func(l i18n.Lang) string { return r.PostFormValue(jury.CitationField(c.Nominee, l)) }
		choices[i].Citation = i18n.Typed(of(i18n.FI), of(i18n.SV), of(i18n.EN))
	}
	var problems validate.Problems
	err = p.Juries.Decide(r.Context(), page.Viewer(r), id, version, choices)
	if errors.As(err, &problems) {
		return p.decision(w, r, http.StatusUnprocessableEntity, choices, problems)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, panelPath(id))
}

func (v decisionView) labels() map[string]i18n.Text {
	all := v.panelView.labels()
	for _, c := range v.Choices {
		for _, l := range i18n.Langs() {
			all[jury.CitationField(c.Nominee, l)] = citationL[l]
		}
	}
	return all
}
