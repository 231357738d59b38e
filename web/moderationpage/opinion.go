package moderationpage

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// The deeds about opinions: asking for one, and answering.
const (
	askDeed    = "mielipiteet"
	answerDeed = "vastaus"
)

// advice is what moderators ask and tell each other of the act.
type advice struct {
	Opinions  []moderation.Opinion
	Advisers  []account.Account // whom the viewer can ask; nobody at other times
	AdviserID string            // as typed
	Verdict   string            // as typed
}

func (p Pages) advice(ctx context.Context, v *reviewView) (err error) {
	if v.Opinions, err = p.Moderation.Opinions(ctx, v.Viewer, v.Act); err != nil || !moderation.CanAskOpinion(v.Act, v.Viewer) {
		return err
	}
	v.Advisers, err = p.Moderation.Advisers(ctx, v.Viewer, v.Act)
	return err
}

// asked is the first question that waits for the viewer, if there is one.
func (v reviewView) asked() (moderation.Opinion, bool) {
	for _, o := range v.Opinions {
		if o.CanAnswer(v.Viewer) && v.Act.Status.Waiting() {
			return o, true
		}
	}
	return moderation.Opinion{}, false
}

// advisers is the choices of whom to ask.
func (v reviewView) advisers(ctx context.Context) []ui.Option {
	some := []ui.Option{{Label: anyAdviser.In(ctx)}}
	for _, a := range v.Advisers {
		id := strconv.FormatInt(int64(a.ID), 10)
		some = append(some, ui.Option{Value: id, Label: a.CallName(), Chosen: v.AdviserID == id})
	}
	return some
}

func (v reviewView) verdicts(ctx context.Context) []ui.Option {
	var some []ui.Option
	for _, d := range moderation.Verdicts() {
		some = append(some, ui.Option{Value: string(d), Label: verdictNames[d].In(ctx), Chosen: v.Verdict == string(d)})
	}
	return some
}

// whoAsks is who asks whom.
func whoAsks(ctx context.Context, o moderation.Opinion) string {
	if o.AskedID == 0 {
		return opinionOfAll.In(ctx, o.AskerName)
	}
	return opinionOf.In(ctx, o.AskerName, o.AskedName)
}

// opinionPath is where a deed about an opinion is posted.
func (v reviewView) opinionPath(o moderation.Opinion, deed string) string {
	return fmt.Sprintf("/moderointi/mielipiteet/%d/%s%s", int64(o.ID), deed, v.Part.at(1).query())
}

// AskOpinion asks another moderator about the act.
func (p Pages) AskOpinion(w http.ResponseWriter, r *http.Request) error {
	return p.beside(w, r, askDeed, func(id act.ID, key, _ string) error {
		to, err := adviser(r)
		if err != nil {
			return err
		}
		return p.Moderation.AskOpinion(r.Context(), page.Viewer(r), id, key, to, page.Typed(r, "question"))
	})
}

// adviser is whom the form asks: 0 is whoever comes first.
func adviser(r *http.Request) (account.ID, error) {
	chosen := r.PostFormValue("adviser")
	if chosen == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(chosen, 10, 64)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("adviser %q: %w", chosen, fault.BadRequest)
	}
	return account.ID(n), nil
}

// GiveOpinion answers what the viewer has been asked.
func (p Pages) GiveOpinion(w http.ResponseWriter, r *http.Request) error {
	return p.onOpinion(w, r, func(id moderation.OpinionID) (act.ID, error) {
		return p.Moderation.GiveOpinion(r.Context(), page.Viewer(r), id, moderation.Verdict(r.PostFormValue("verdict")), page.Typed(r, "answer"))
	})
}

// DropOpinion takes a question back.
func (p Pages) DropOpinion(w http.ResponseWriter, r *http.Request) error {
	return p.onOpinion(w, r, func(id moderation.OpinionID) (act.ID, error) {
		return p.Moderation.DropOpinion(r.Context(), page.Viewer(r), id)
	})
}

func (p Pages) onOpinion(w http.ResponseWriter, r *http.Request, do func(moderation.OpinionID) (act.ID, error)) error {
	id, err := page.ID[moderation.OpinionID](r, "id")
	if err != nil {
		return err
	}
	of, err := do(id)
	var problems validate.Problems
	if errors.As(err, &problems) {
		return p.again(w, r, of, problems, answerDeed)
	}
	if err != nil {
		return err
	}
	return p.back(w, r, of, "#"+askDeed)
}

var (
	askedTab     = i18n.T("Sinulta kysytty", "Frågat av dig", "Asked of you")
	askedT       = i18n.T("Sinulta on pyydetty mielipidettä", "Du har ombetts säga din åsikt", "Your opinion is asked for")
	askedLink    = i18n.T("Vastaa", "Svara", "Answer")
	opinionT     = i18n.T("Toinen mielipide", "En andra åsikt", "Second opinion")
	opinionH     = i18n.T("Vain moderoijien kesken: tekijä ei näe näitä, eikä vastaus muuta teon tilaa.", "Bara mellan moderatorer: upphovspersonen ser inte de här, och svaret ändrar inte gärningens läge.", "Among moderators alone: the author does not see these, and an answer does not change where the act stands.")
	opinionAsk   = i18n.T("Pyydä mielipidettä", "Be om en åsikt", "Ask for an opinion")
	adviserL     = i18n.T("Keneltä", "Av vem", "Whom")
	anyAdviser   = i18n.T("Kuka tahansa moderoija", "Vilken moderator som helst", "Any moderator")
	questionL    = i18n.T("Kysymyksesi", "Din fråga", "Your question")
	questionH    = i18n.T("Mistä olet epävarma? Kysytty saa tämän sähköpostilla.", "Vad är du osäker på? Den tillfrågade får det här per e-post.", "What are you unsure of? Whoever is asked gets this by e-mail.")
	verdictL     = i18n.T("Mitä mieltä olet?", "Vad tycker du?", "What do you think?")
	answerL      = i18n.T("Perustelu", "Motivering", "Reason")
	answerH      = i18n.T("Kysyjä saa vastauksesi sähköpostilla. Jos puollat, perustelun voi jättää pois.", "Den som frågade får ditt svar per e-post. Om du är för kan du lämna motiveringen tom.", "Whoever asked gets your answer by e-mail. If you are for it, you may leave this out.")
	answerB      = i18n.T("Anna mielipide", "Ge din åsikt", "Give your opinion")
	opinionOf    = i18n.T("%s kysyy, vastaajaksi on pyydetty %s", "%s frågar %s", "%s asks %s")
	opinionOfAll = i18n.T("%s kysyy muilta moderoijilta", "%s frågar de andra moderatorerna", "%s asks the other moderators")
	opinionWaits = i18n.T("Odottaa vastausta.", "Väntar på svar.", "Waits for an answer.")
	verdictNames = map[moderation.Verdict]i18n.Text{
		moderation.Supports: i18n.T("Puollan", "Jag är för", "I am for it"),
		moderation.Opposes:  i18n.T("En puolla", "Jag är inte för", "I am not for it"),
		moderation.Neither:  i18n.T("Sanon vain huomion", "Jag har bara en kommentar", "I only have a remark"),
	}
	verdictSaid = map[moderation.Verdict]i18n.Text{
		moderation.Supports: i18n.T("%s puoltaa", "%s är för", "%s is for it"),
		moderation.Opposes:  i18n.T("%s ei puolla", "%s är inte för", "%s is not for it"),
		moderation.Neither:  i18n.T("%s huomauttaa", "%s kommenterar", "%s remarks"),
	}
)
