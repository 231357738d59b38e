package ui

import "tekojentori.fi/tori/internal/i18n"

// TextNames is what readers call the texts of an act, by their fields.
var TextNames = map[string]i18n.Text{
	"title":    i18n.T("Nimi", "Namn", "Title"),
	"lead":     i18n.T("Tiivistelmä", "Sammanfattning", "Summary"),
	"need":     i18n.T("Tarve ja tavoitteet", "Behov och mål", "Need and goals"),
	"approach": i18n.T("Ratkaisu", "Lösning", "Solution"),
	"results":  i18n.T("Tulokset", "Resultat", "Results"),
	"lessons":  i18n.T("Vinkit muille", "Tips till andra", "Tips for others"),
}
