package jurypage

import (
	"context"
	"net/http"
	"strconv"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// takeParam asks for the criteria of another prize in the form.
const takeParam = "perusteet"

// take puts the criteria of another prize into the form, when the address asks
// for them and they can still be changed. Nothing is stored until the form is.
func (p Pages) take(r *http.Request, v *panelView) error {
	if !v.Jury.Open() || v.Begun {
		return nil
	}
	var err error
	if v.Earlier, err = p.Juries.Earlier(r.Context(), page.Viewer(r), v.Jury.Prize.ID); err != nil {
		return err
	}
	asked := r.FormValue(takeParam)
	for _, e := range v.Earlier {
		if asked == strconv.FormatInt(int64(e.Prize.ID), 10) {
			v.Taken, v.Rules = e, e.Rules
		}
	}
	return nil
}

// earlier is the prizes whose criteria can be taken.
func (p Pages) earlier(ctx context.Context, v panelView) []ui.Option {
	options := make([]ui.Option, len(v.Earlier))
	for i, e := range v.Earlier {
		options[i] = ui.Option{
			Value: strconv.FormatInt(int64(e.Prize.ID), 10), Label: e.Prize.Name.In(ctx) + " · " + p.campaignOf(e).Name.In(ctx), Chosen: e.Prize.ID == v.Taken.Prize.ID,
		}
	}
	return options
}

var (
	takeL  = i18n.T("Käytä aiemman palkinnon perusteita", "Använd grunderna för ett tidigare pris", "Use the criteria of an earlier prize")
	takeH  = i18n.T("Perusteet tulevat lomakkeelle, ja voit muuttaa niitä ennen tallennusta.", "Grunderna hämtas till formuläret, och du kan ändra dem innan du sparar.", "The criteria come into the form, and you can change them before you save.")
	takeB  = i18n.T("Hae perusteet", "Hämta grunderna", "Fetch the criteria")
	takenT = i18n.T("Lomakkeella ovat nyt palkinnon ”%s” perusteet. Tarkista ne ja tallenna.", "I formuläret finns nu grunderna för priset ”%s”. Kontrollera dem och spara.", "The form now has the criteria of the prize “%s”. Look at them and save.")
)
