// Package workshoppage is the public pages of the series of workshops: what has
// been held of each, in numbers that have their rule.
package workshoppage

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/web/page"
)

// path is the address of the list.
const path = "/tyopajat"

// Pages handles /tyopajat.
type Pages struct{ Stats *stats.Service }

// List is every series.
func (p Pages) List(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Stats.WorkshopSeries(r.Context())
	if err != nil {
		return err
	}
	return page.Render(w, r, http.StatusOK, list(all))
}

// Show is one series.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	all, err := p.Stats.WorkshopSeries(r.Context())
	if err != nil {
		return err
	}
	slug := r.PathValue("slug")
	n := slices.IndexFunc(all, func(s stats.WorkshopSeries) bool { return s.Slug == slug })
	if n < 0 {
		return fmt.Errorf("workshops %q: %w", slug, fault.NotFound)
	}
	return page.Render(w, r, http.StatusOK, show(all[n]))
}

// address is where a series is.
func address(s stats.WorkshopSeries) string { return path + "/" + s.Slug }

// says is how many there are of a table, and its rule.
func says(ctx context.Context, n stats.Named) string {
	return heldSays.In(ctx, n.Total) + " " + n.Definition.Rule.In(ctx) + " " + n.Definition.Window.In(ctx) + "."
}

var (
	title = i18n.T("Työpajat", "Verkstäder", "Workshops")
	lead  = i18n.T(
		"Kehittämistyöpajassa työpaikan väki miettii yhdessä, mitä omassa työssä kannattaa muuttaa. Tässä näkyy, mitä työpajasarjoista on pidetty.",
		"I en utvecklingsverkstad funderar personalen tillsammans på vad som är värt att ändra i det egna arbetet. Här ser du vad som har hållits i verkstadsserierna.",
		"In a workshop the people of a workplace think together about what to change in their own work. Here is what has been held of each series.")
	seriesLead = i18n.T(
		"Kehittämistyöpajojen sarja. Ilmoittautumisen viimeinen päivä: %s.",
		"En serie utvecklingsverkstäder. Sista anmälningsdag: %s.",
		"A series of workshops for developing work. The last day to sign up: %s.")
	plannedSays = i18n.T("Ohjelma suunnitteli noin %d työpajaa.", "Programmet planerade ungefär %d verkstäder.", "The programme planned about %d workshops.")
	noneT       = i18n.T("Yhtään ei ole vielä pidetty.", "Ingen har hållits ännu.", "None has been held yet.")
	noSeriesT   = i18n.T("Työpajasarjoja ei ole vielä.", "Det finns inga verkstadsserier ännu.", "There are no series of workshops yet.")
	heldSays    = i18n.T("Taulukossa on %d.", "I tabellen finns %d.", "There are %d in the table.")
	heldT       = i18n.T("Pidetty", "Hållna", "Held")
	heldOf      = i18n.T("Haastatteluja ja työpajoja pidetty: %d", "Intervjuer och verkstäder som har hållits: %d", "Interviews and workshops held: %d")
	takeT       = i18n.T("Taulukot tiedostona:", "Tabellerna som fil:", "The tables as a file:")
)
