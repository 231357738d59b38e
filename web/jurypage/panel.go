package jurypage

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
)

// panelView is a jury as the team sees it.
type panelView struct {
	jury.Panel
	Pages    Pages
	Campaign campaign.Campaign
	ByID     map[jury.NomineeID]nominee
	Rules    jury.Rules // as typed
	Weights  []string   // as typed, of each criterion
	FormKey  string
	Email    string
	Earlier  []jury.Jury // whose criteria can be taken
	Taken    jury.Jury   // whose criteria are in the form; the zero one: none
	Problems validate.Problems
}

// Panel is the jury of a prize.
func (p Pages) Panel(w http.ResponseWriter, r *http.Request) error {
	return p.panel(w, r, http.StatusOK, panelView{FormKey: page.NewKey()}, false)
}

func (p Pages) panel(w http.ResponseWriter, r *http.Request, status int, v panelView, typed bool) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	if v.Panel, err = p.Juries.Panel(r.Context(), page.Viewer(r), id); err != nil {
		return err
	}
	if v.FormKey == "" {
		v.FormKey = page.NewKey()
	}
	v.Pages, v.Campaign, v.ByID = p, p.campaignOf(v.Jury), map[jury.NomineeID]nominee{}
	for _, n := range p.nominees(r.Context(), v.Nominees) {
		v.ByID[n.ID] = n
	}
	if !typed {
		v.Rules, v.Weights = v.Jury.Rules, nil
		if err := p.take(r, &v); err != nil {
			return err
		}
		for _, c := range v.Rules.Criteria {
			v.Weights = append(v.Weights, strconv.Itoa(c.Weight))
		}
	}
	return page.Render(w, r, status, panel(v))
}

// SetRules writes what the jury scores by.
func (p Pages) SetRules(w http.ResponseWriter, r *http.Request) error {
	key, err := page.Key(r)
	if err != nil {
		return err
	}
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	version, err := seen(r)
	if err != nil {
		return err
	}
	v := panelView{FormKey: key}
	v.Rules, v.Weights = rules(r)
	err = p.Juries.SetRules(r.Context(), page.Viewer(r), id, key, version, v.Rules)
	if errors.As(err, &v.Problems) {
		return p.panel(w, r, http.StatusUnprocessableEntity, v, true)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, panelPath(id))
}

// rules is what the team has typed; rows that are empty are none.
func rules(r *http.Request) (jury.Rules, []string) {
	typed := jury.Rules{Scale: jury.Scale(r.PostFormValue("scale"))}
	var weights []string
	for n := range limit.Criteria {
		of := func(name string) string { return strings.TrimSpace(r.PostFormValue(jury.Field(name, n+1))) }
		name, weight := i18n.Typed(of("name_fi"), of("name_sv"), of("name_en")), of("weight")
		if name.IsZero() && weight == "" {
			continue
		}
		number, err := strconv.Atoi(weight)
		if err != nil {
			number = -1
		}
		typed.Criteria = append(typed.Criteria, jury.Criterion{Name: name, Weight: number})
		weights = append(weights, weight)
	}
	return typed, weights
}

// AddMember puts somebody on the jury.
func (p Pages) AddMember(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	v := panelView{Email: r.PostFormValue("email")}
	err = p.Juries.AddMember(r.Context(), page.Viewer(r), id, v.Email)
	if errors.As(err, &v.Problems) {
		return p.panel(w, r, http.StatusUnprocessableEntity, v, false)
	}
	if err != nil {
		return err
	}
	return page.Redirect(w, r, panelPath(id))
}

// RemoveMember takes somebody off the jury.
func (p Pages) RemoveMember(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	who, err := page.ID[account.ID](r, "account")
	if err != nil {
		return err
	}
	if err := p.Juries.RemoveMember(r.Context(), page.Viewer(r), id, who); err != nil {
		return err
	}
	return page.Redirect(w, r, panelPath(id))
}

// Close ends the scoring.
func (p Pages) Close(w http.ResponseWriter, r *http.Request) error {
	return p.move(w, r, p.Juries.Close)
}

// Reopen lets the jurors go on.
func (p Pages) Reopen(w http.ResponseWriter, r *http.Request) error {
	return p.move(w, r, p.Juries.Reopen)
}

// Undo takes a decision back.
func (p Pages) Undo(w http.ResponseWriter, r *http.Request) error {
	return p.move(w, r, p.Juries.Undo)
}

// criterion is the nth criterion as typed, from 0; the zero one where there is
// none.
func (v panelView) criterion(n int) (jury.Criterion, string) {
	if n < len(v.Rules.Criteria) {
		return v.Rules.Criteria[n], v.Weights[n]
	}
	return jury.Criterion{}, ""
}

// labels is the names of the fields of the team.
func (v panelView) labels() map[string]i18n.Text {
	all := map[string]i18n.Text{"scale": scaleL, "email": emailL, "winner": winnersT}
	for n := range limit.Criteria {
		for l, text := range nameL {
			all[jury.Field("name_"+string(l), n+1)] = numbered(n, text)
		}
		all[jury.Field("weight", n+1)] = numbered(n, weightL)
	}
	return all
}

// numbered is the name of a field of the nth criterion, from 0.
func numbered(n int, text i18n.Text) i18n.Text {
	in := func(l i18n.Lang) string { return fmt.Sprintf("%d. %s", n+1, text.To(l)) }
	return i18n.Typed(in(i18n.FI), in(i18n.SV), in(i18n.EN))
}
