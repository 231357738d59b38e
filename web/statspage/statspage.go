// Package statspage is the public numbers: totals and tables, each with the
// rule that it is counted by.
package statspage

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/deck"
	"tekojentori.fi/tori/web/page"
)

// Pages handles /tilastot and /upota.
type Pages struct {
	Stats *stats.Service
	Deck  deck.Deck
}

type view struct {
	Total    stats.Table
	Charts   []chart
	Facts    []fact
	Campaign string // slug; "": all
	Period   deck.Period
	Before   string // what was counted of the period before, in words
	Typed    url.Values
	Problems validate.Problems
	Choices  []choice
}

// A fact is a number in words, with its rule.
type fact struct{ Says, Rule string }

type choice struct {
	Label, URL string
	Current    bool
}

// Statistics is the page of numbers, of everything or of one campaign.
func (p Pages) Statistics(w http.ResponseWriter, r *http.Request) error {
	ctx, c := r.Context(), p.Stats.Catalogue()
	values := r.URL.Query()
	f, period, err := deck.ReadNumbers(values, c)
	v := view{Campaign: values.Get(deck.Params[stats.Campaign]), Period: period, Typed: values}
	status := http.StatusOK
	if errors.As(err, &v.Problems) {
		status, err = http.StatusUnprocessableEntity, nil
	}
	if err != nil {
		return err
	}
	v.Total = c.Count(f, stats.Sector)
	if before, ok := period.Before(); ok {
		t := c.Count(before.Narrow(f), stats.Sector)
		v.Before = beforeSays.In(ctx, before.In(ctx), t.Total, t.Organizations, t.Awarded)
	}
	if v.Charts, err = p.charts(ctx, c, f); err != nil {
		return err
	}
	v.Facts = facts(ctx, c, f)
	v.Choices = append(v.Choices, choice{everything.In(ctx), i18n.Path(ctx, "/tilastot"), v.Campaign == ""})
	for _, n := range c.Count(stats.Filter{}, stats.Campaign).Rows {
		v.Choices = append(v.Choices, choice{n.Label.In(ctx), i18n.Path(ctx, "/tilastot?kampanja="+n.Code), v.Campaign == n.Code})
	}
	return page.Render(w, r, status, statistics(v))
}

// facts is what the acts tell in single numbers.
func facts(ctx context.Context, c *stats.Catalogue, f stats.Filter) []fact {
	var all []fact
	if wait := c.Wait(f); wait.Of > 0 {
		all = append(all, fact{waitSays.In(ctx, wait.Value, wait.Of), wait.Definition.Rule.In(ctx)})
	}
	spread := c.Adoptions(f)
	return append(all, fact{adoptedSays.In(ctx, spread.Of, spread.Value), spread.Definition.Rule.In(ctx)})
}

var (
	title           = i18n.T("Tilastot", "Statistik", "Statistics")
	lead            = i18n.T("Kaikki luvut lasketaan samoilla säännöillä samoista riveistä. Sääntö on aina luvun vieressä.", "Alla siffror räknas enligt samma regler ur samma rader. Regeln står alltid bredvid siffran.", "All numbers are counted by the same rules from the same rows. The rule always stands beside the number.")
	everything      = i18n.T("Koko aika", "Hela tiden", "All time")
	actsT           = i18n.T("kehittämistekoa", "utvecklingsgärningar", "development acts")
	orgsT           = i18n.T("organisaatiota mukana", "organisationer med", "organisations take part")
	awardedT        = i18n.T("palkittua tekoa", "prisbelönta gärningar", "awarded acts")
	saysT           = i18n.T("Yhteensä %d tekoa. %s", "Totalt %d gärningar. %s", "%d acts in all. %s")
	whichT          = i18n.T("Mistä luvut ovat", "Vad siffrorna gäller", "What the numbers are of")
	countT          = i18n.T("Tekoja", "Gärningar", "Acts")
	readT           = i18n.T("Lukukertoja", "Läsningar", "Readings")
	readSays        = i18n.T("Näinä kuukausina yhteensä %d lukukertaa. %s %s.", "Under de här månaderna sammanlagt %d läsningar. %s %s.", "%d readings in these months. %s %s.")
	mostReadSays    = i18n.T("Luettuja tekoja on %d, lukukertoja kaikkiaan %d. %s %s.", "%d gärningar har lästs, sammanlagt %d gånger. %s %s.", "%d acts have been read, %d times in all. %s %s.")
	embedT          = i18n.T("Upota omalle sivullesi", "Bädda in på din egen sida", "Embed on your own page")
	embedH          = i18n.T("Kopioi tämä koodi sivullesi. Luvut pysyvät ajan tasalla.", "Kopiera den här koden till din sida. Siffrorna hålls aktuella.", "Copy this code to your page. The numbers stay up to date.")
	copyB           = i18n.T("Kopioi koodi", "Kopiera koden", "Copy the code")
	copiedT         = i18n.T("Kopioitu", "Kopierad", "Copied")
	sourceT         = i18n.T("Tekojen tori: kaikki tilastot", "Framstegsarenan: all statistik", "Tekojen tori: all statistics")
	coverageT       = i18n.T("Kunnat mukana maakunnittain", "Kommuner med per landskap", "Municipalities that take part, by region")
	coverageSays    = i18n.T("Mukana on %d kuntaa %d kunnasta. %s", "%d av %d kommuner är med. %s", "%d of %d municipalities take part. %s")
	ofAll           = i18n.T("%s (kuntia %d)", "%s (%d kommuner)", "%s (%d municipalities)")
	municipalitiesT = i18n.T("Kuntia mukana", "Kommuner med", "Taking part")
	factsT          = i18n.T("Matkan varrelta", "Längs vägen", "Along the way")
	waitSays        = i18n.T("Lähettämisestä julkaisuun kuluu %d päivää (mediaani, %d tekoa).", "Från inskickning till publicering går det %d dagar (median, %d gärningar).", "From sending to publication it takes %d days (median of %d acts).")
	adoptedSays     = i18n.T("Käyttöön muualla on otettu %d tekoa, yhteensä %d kertaa.", "%d gärningar har tagits i bruk på annat håll, sammanlagt %d gånger.", "%d acts have been taken into use elsewhere, %d times in all.")
	fromL           = i18n.T("Julkaistu alkaen", "Publicerad från", "Published from")
	untilL          = i18n.T("Julkaistu asti", "Publicerad till", "Published until")
	periodT         = i18n.T("Valitse aika", "Välj period", "Choose a period")
	periodB         = i18n.T("Näytä", "Visa", "Show")
	beforeSays      = i18n.T("Edeltävänä yhtä pitkänä aikana (%s): %d tekoa, %d organisaatiota ja %d palkittua tekoa.", "Under den lika långa perioden före (%s): %d gärningar, %d organisationer och %d prisbelönta gärningar.", "In the period of the same length before (%s): %d acts, %d organisations and %d awarded acts.")
	takeT           = i18n.T("Taulukot tiedostona:", "Tabellerna som fil:", "The tables as a file:")
	listT           = i18n.T("Katso nämä teot listana", "Se dessa gärningar som lista", "See these acts as a list")
)
