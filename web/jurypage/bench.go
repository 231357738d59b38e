package jurypage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// benchView is a jury and its nominees before a juror.
type benchView struct {
	jury.Bench
	Campaign campaign.Campaign
	Nominees []nominee // of the cases, in their order
}

// caseView is a nominee before a juror, and what the juror says.
type caseView struct {
	benchView
	Case     jury.Case
	Nominee  nominee
	Said     jury.Ballot
	Why      string // of a declaration being written
	Changed  bool   // what is stored has changed since the form was made
	Problems validate.Problems
	Pages    Pages
}

// Benches is the juries that the viewer sits on.
func (p Pages) Benches(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Juries.Benches(r.Context(), page.Viewer(r))
	if err != nil {
		return err
	}
	views := make([]benchView, len(all))
	for i, b := range all {
		views[i] = p.bench(r.Context(), b)
	}
	return page.Render(w, r, http.StatusOK, benches(views))
}

// Bench is one jury before the viewer.
func (p Pages) Bench(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[campaign.PrizeID](r, "id")
	if err != nil {
		return err
	}
	b, err := p.Juries.Bench(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, bench(p.bench(r.Context(), b)))
}

func (p Pages) bench(ctx context.Context, b jury.Bench) benchView {
	v := benchView{Bench: b, Campaign: p.campaignOf(b.Jury)}
	for _, c := range b.Cases {
		v.Nominees = append(v.Nominees, p.nominee(ctx, c.Nominee))
	}
	return v
}

// Case is one nominee before the viewer.
func (p Pages) Case(w http.ResponseWriter, r *http.Request) error {
	return p.oneCase(w, r, http.StatusOK, caseView{}, false)
}

// oneCase shows a nominee, with what is stored unless it is being typed.
func (p Pages) oneCase(w http.ResponseWriter, r *http.Request, status int, v caseView, typed bool) error {
	id, err := page.ID[jury.NomineeID](r, "id")
	if err != nil {
		return err
	}
	b, c, err := p.Juries.Case(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	v.benchView, v.Case, v.Nominee, v.Pages = p.bench(r.Context(), b), c, p.nominee(r.Context(), c.Nominee), p
	if !typed {
		v.Said = c.Ballot
	}
	if v.Changed {
		v.Said.Version = c.Ballot.Version
	}
	return page.Render(w, r, status, oneCase(v))
}

// said is what a juror has typed. A criterion without points is left for later.
func said(r *http.Request) (jury.Ballot, error) {
	version, err := seen(r)
	b := jury.Ballot{Points: jury.Points{}, Note: r.PostFormValue("note"), Version: version}
	for name, values := range r.PostForm {
		digits, isPoints := strings.CutPrefix(name, "points-")
		id, err := strconv.ParseInt(digits, 10, 64)
		if !isPoints || err != nil || values[0] == "" {
			continue
		}
		n, err := strconv.Atoi(values[0])
		if err != nil {
			n = -1 // on no scale
		}
		b.Points[jury.CriterionID(id)] = n
	}
	return b, err
}

// Score stores what the viewer says of a nominee, and goes on to the next one
// if asked to.
func (p Pages) Score(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[jury.NomineeID](r, "id")
	if err != nil {
		return err
	}
	b, err := said(r)
	if err != nil {
		return err
	}
	v := caseView{Said: b}
	_, err = p.Juries.Score(r.Context(), page.Viewer(r), id, b)
	switch {
	case errors.As(err, &v.Problems):
		return p.oneCase(w, r, http.StatusUnprocessableEntity, v, true)
	case errors.Is(err, fault.Conflict) && p.goesOn(r, id):
		v.Changed = true
		return p.oneCase(w, r, http.StatusConflict, v, true)
	case err != nil:
		return err
	}
	return p.onward(w, r, id)
}

// goesOn reports whether the viewer can still score a nominee.
func (p Pages) goesOn(r *http.Request, id jury.NomineeID) bool {
	b, c, err := p.Juries.Case(r.Context(), page.Viewer(r), id)
	return err == nil && b.Jury.Phase() == jury.Scoring && c.Stands()
}

func (p Pages) onward(w http.ResponseWriter, r *http.Request, id jury.NomineeID) error {
	b, c, err := p.Juries.Case(r.Context(), page.Viewer(r), id)
	if err != nil {
		return err
	}
	next := b.Next(id)
	if r.PostFormValue("action") != "next" || next == 0 {
		return page.Redirect(w, r, benchPath(c.AwardID))
	}
	return page.Redirect(w, r, casePath(next))
}

// Autosave stores what the viewer says while it is being typed.
func (p Pages) Autosave(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[jury.NomineeID](r, "id")
	if err != nil {
		return err
	}
	b, err := said(r)
	if err != nil {
		return err
	}
	var problems validate.Problems
	b, err = p.Juries.Score(r.Context(), page.Viewer(r), id, b)
	switch {
	case errors.As(err, &problems):
		return ui.Answer(w, http.StatusUnprocessableEntity, ui.Receipt{Words: ui.Wording(r.Context(), problems[0])})
	case errors.Is(err, fault.Conflict):
		return ui.Answer(w, http.StatusConflict, ui.Receipt{Words: changedT.In(r.Context())})
	case err != nil:
		return err
	}
	return ui.Answer(w, http.StatusOK, ui.Receipt{Words: ui.Saved(r.Context(), p.Now(), p.Now()), Version: b.Version, Base: strconv.Itoa(b.Version), Whole: true})
}

// Recuse declares that the viewer is tied to a nominee, or takes that back.
func (p Pages) Recuse(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[jury.NomineeID](r, "id")
	if err != nil {
		return err
	}
	if r.PostFormValue("undo") != "" {
		if err := p.Juries.Unrecuse(r.Context(), page.Viewer(r), id); err != nil {
			return err
		}
		return page.Redirect(w, r, casePath(id))
	}
	v := caseView{Why: r.PostFormValue("reason")}
	err = p.Juries.Recuse(r.Context(), page.Viewer(r), id, v.Why)
	if errors.As(err, &v.Problems) {
		return p.oneCase(w, r, http.StatusUnprocessableEntity, v, false)
	}
	if err != nil {
		return err
	}
	return p.onward(w, r, id)
}

// keep is what a browser calls what it keeps until it is sent.
func (v caseView) keep(ctx context.Context) string {
	return fmt.Sprintf("%d/raati-%d/pisteet", int64(layout.FrameOf(ctx).Viewer.ID), int64(v.Case.ID))
}

// stored is when the points were stored last.
func (v caseView) stored(ctx context.Context) string {
	if v.Case.Ballot.Version == 0 {
		return ""
	}
	return ui.Saved(ctx, v.Case.Ballot.UpdatedAt, v.Pages.Now())
}

// options is the points that a criterion can be given.
func (v caseView) options(ctx context.Context, id jury.CriterionID) []ui.Option {
	given, ok := v.Said.Points[id]
	var options []ui.Option
	for n := v.Jury.Scale.Least(); n <= v.Jury.Scale.Most(); n++ {
		o := ui.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n), Chosen: ok && n == given}
		switch n {
		case v.Jury.Scale.Least():
			o.Hint = worst.In(ctx)
		case v.Jury.Scale.Most():
			o.Hint = best.In(ctx)
		}
		options = append(options, o)
	}
	return options
}

// ten is options for a list, which has no hints and an empty choice.
func (v caseView) ten(ctx context.Context, id jury.CriterionID) []ui.Option {
	return append([]ui.Option{{Label: choosePoints.In(ctx)}}, v.options(ctx, id)...)
}

// labels is the names of the fields, the criteria among them.
func (v caseView) labels() map[string]i18n.Text {
	all := map[string]i18n.Text{"note": noteL, "reason": whyL}
	for _, c := range v.Jury.Criteria {
		all[c.ID.Field()] = c.Name
	}
	return all
}
