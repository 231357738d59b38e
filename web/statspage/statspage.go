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
	"tekojentori.fi/tori/web/ui"
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
	Filter   stats.Filter
	Chips    []ui.Chip // what they are narrowed by, but the campaign
	Period   deck.Period
	Other    deck.Period // to compare with, as it was asked for
	Compared *comparison // nil: with nothing
	Typed    url.Values
	Problems validate.Problems
	Choices  []choice // the campaigns
}

// A fact is a number in words, with its rule.
type fact struct{ Says, Rule string }

type choice struct {
	Label, URL string
	Current    bool
}

// Statistics is the page of numbers, of everything or of what the reader has
// narrowed them to.
func (p Pages) Statistics(w http.ResponseWriter, r *http.Request) error {
	ctx, c := r.Context(), p.Stats.Catalogue()
	values := r.URL.Query()
	f, period, err := deck.ReadNumbers(values, c)
	v := view{Filter: f, Period: period, Typed: values}
	if err != nil && !errors.As(err, &v.Problems) {
		return err
	}
	var wrong validate.Problems
	if v.Other, err = deck.ReadOther(values); err != nil && !errors.As(err, &wrong) {
		return err
	}
	status := http.StatusOK
	if v.Problems = append(v.Problems, wrong...); len(v.Problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	v.Total = c.Count(f, stats.Year) // each act once
	v.Compared = compare(ctx, c, f, period, v.Other)
	if v.Charts, err = p.charts(ctx, c, f); err != nil {
		return err
	}
	v.Facts = facts(ctx, c, f, v.Compared)
	v.narrowed(ctx, c)
	return page.Render(w, r, status, statistics(v))
}

// facts is what the acts tell in single numbers, but those that stand in a
// comparison already.
func facts(ctx context.Context, c *stats.Catalogue, f stats.Filter, told *comparison) []fact {
	var all []fact
	if wait := c.Wait(f); wait.Of > 0 && (told == nil || !told.Waits) {
		all = append(all, fact{waitSays.In(ctx, wait.Value, wait.Of), ruleOf(ctx, wait.Definition)})
	}
	if told == nil {
		spread := c.Adoptions(f)
		all = append(all, fact{adoptedSays.In(ctx, spread.Of, spread.Value), ruleOf(ctx, spread.Definition)})
	}
	if n := c.Solutions(f); n.Value > 0 {
		all = append(all, fact{solutionsSay.In(ctx, n.Value), ruleOf(ctx, n.Definition)})
	}
	return all
}

var (
	title           = i18n.T("Tilastot", "Statistik", "Statistics")
	lead            = i18n.T("Kaikki luvut lasketaan samoilla säännöillä samoista riveistä. Sääntö on aina luvun vieressä.", "Alla siffror räknas enligt samma regler ur samma rader. Regeln står alltid bredvid siffran.", "All numbers are counted by the same rules from the same rows. The rule always stands beside the number.")
	everything      = i18n.T("Koko aika", "Hela tiden", "All time")
	actsT           = i18n.T("kehittämistekoa", "utvecklingsgärningar", "development acts")
	orgsT           = i18n.T("organisaatiota mukana", "organisationer med", "organisations take part")
	awardedT        = i18n.T("palkittua tekoa", "prisbelönta gärningar", "awarded acts")
	actT            = i18n.T("kehittämisteko", "utvecklingsgärning", "development act")
	orgT            = i18n.T("organisaatio mukana", "organisation med", "organisation takes part")
	awardT          = i18n.T("palkittu teko", "prisbelönt gärning", "awarded act")
	saysT           = i18n.T("Yhteensä %d tekoa. %s", "Totalt %d gärningar. %s", "%d acts in all. %s")
	whichT          = i18n.T("Mistä luvut ovat", "Vad siffrorna gäller", "What the numbers are of")
	countT          = i18n.T("Tekoja", "Gärningar", "Acts")
	readT           = i18n.T("Lukukertoja", "Läsningar", "Readings")
	readSays        = i18n.T("Näinä kuukausina yhteensä %d lukukertaa. %s", "Under de här månaderna sammanlagt %d läsningar. %s", "%d readings in these months. %s")
	mostReadSays    = i18n.T("Luettuja tekoja on %d, lukukertoja kaikkiaan %d. %s", "%d gärningar har lästs, sammanlagt %d gånger. %s", "%d acts have been read, %d times in all. %s")
	embedT          = i18n.T("Upota omalle sivullesi", "Bädda in på din egen sida", "Embed on your own page")
	embedH          = i18n.T("Jokaisen kuvion voi upottaa omalle sivulle koodilla, joka on sen alla. Luvut pysyvät ajan tasalla.", "Varje figur kan bäddas in på din egen sida med koden under den. Siffrorna hålls aktuella.", "Every chart can be embedded on a page of your own by the code under it. The numbers stay up to date.")
	copyB           = i18n.T("Kopioi koodi", "Kopiera koden", "Copy the code")
	copiedT         = i18n.T("Kopioitu", "Kopierad", "Copied")
	sourceT         = i18n.T("Tekojen tori: kaikki tilastot", "Framstegsarenan: all statistik", "Tekojen tori: all statistics")
	coverageSays    = i18n.T("Mukana on %d kuntaa %d kunnasta. %s", "%d av %d kommuner är med. %s", "%d of %d municipalities take part. %s")
	municipalitiesT = i18n.T("Kuntia mukana", "Kommuner med", "Taking part")
	factsT          = i18n.T("Matkan varrelta", "Längs vägen", "Along the way")
	waitSays        = i18n.T("Lähettämisestä julkaisuun kuluu %d päivää (mediaani, %d tekoa).", "Från inskickning till publicering går det %d dagar (median, %d gärningar).", "From sending to publication it takes %d days (median of %d acts).")
	adoptedSays     = i18n.T("Käyttöön muualla on otettu %d tekoa, yhteensä %d kertaa.", "%d gärningar har tagits i bruk på annat håll, sammanlagt %d gånger.", "%d acts have been taken into use elsewhere, %d times in all.")
	solutionsSay    = i18n.T("Kiinnostavia ratkaisuja on julkaistu: %d.", "Intressanta lösningar som har publicerats: %d.", "Interesting solutions that have been published: %d.")
	fromL           = i18n.T("Julkaistu alkaen", "Publicerad från", "Published from")
	untilL          = i18n.T("Julkaistu asti", "Publicerad till", "Published until")
	narrowT         = i18n.T("Rajaa tilastoja", "Avgränsa statistiken", "Narrow the statistics")
	narrowHint      = i18n.T("Yhden organisaation, teeman tai alueen luvut löydät täältä:", "Siffrorna för en enda organisation, ett tema eller ett område finns här:", "Figures of one organisation, theme or region:")
	periodB         = i18n.T("Näytä", "Visa", "Show")
	takeT           = i18n.T("Taulukot tiedostona:", "Tabellerna som fil:", "The tables as a file:")
	listT           = i18n.T("Katso nämä teot listana", "Se dessa gärningar som lista", "See these acts as a list")
)
