package ui

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
)

// A Receipt is what the script that keeps a form learns of what it has sent.
type Receipt struct {
	Words   string `json:"words"`
	Version int    `json:"version,omitempty"`
	Base    string `json:"base,omitempty"`
	Whole   bool   `json:"whole"` // everything is stored
}

// Answer writes a receipt, or what has more in it.
func Answer(w http.ResponseWriter, status int, told any) error {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(told) // an error means that the writer has left
	return nil
}

// Autosaving is what the script that keeps a form has to know: where it sends
// it, and what the browser calls its copy.
func Autosaving(ctx context.Context, path, keep string) templ.Attributes {
	return templ.Attributes{
		"data-autosave": path, "data-keep": keep, "data-now": savingNow.In(ctx), "data-away": saveAway.In(ctx),
		"data-out": saveOut.In(ctx), "data-other": saveOther.In(ctx), "data-found": saveFound.In(ctx), "data-older": saveOlder.In(ctx),
	}
}

// Saved is when something was stored last, in words.
func Saved(ctx context.Context, at, now time.Time) string {
	day := func(t time.Time) string { return t.In(i18n.Helsinki()).Format(time.DateOnly) }
	if day(at) == day(now) {
		return savedAt.In(ctx, i18n.Clock(ctx, at))
	}
	return savedAt.In(ctx, i18n.DateTime(ctx, at))
}

var (
	savedAt    = i18n.T("Tallennettu %s", "Sparad %s", "Saved %s")
	savingNow  = i18n.T("Tallennetaan…", "Sparar…", "Saving…")
	saveAway   = i18n.T("Palveluun ei juuri nyt saada yhteyttä. Tekstisi on tallessa tässä selaimessa, ja se lähetetään, kun yhteys palaa.", "Tjänsten kan inte nås just nu. Din text finns kvar i den här webbläsaren och skickas när förbindelsen är tillbaka.", "The service cannot be reached just now. Your text is kept in this browser, and is sent when the connection is back.")
	saveOut    = i18n.T("Kirjautumisesi on vanhentunut. Tekstisi on tallessa tässä selaimessa. Kirjaudu uudelleen, niin jatkat siitä, mihin jäit.", "Din inloggning har gått ut. Din text finns kvar i den här webbläsaren. Logga in igen så fortsätter du där du slutade.", "Your sign-in has run out. Your text is kept in this browser. Sign in again to go on where you stopped.")
	saveOther  = i18n.T("Tallennus ei onnistunut. Tekstisi on tallessa tässä selaimessa. Paina tallennuspainiketta.", "Det gick inte att spara. Din text finns kvar i den här webbläsaren. Tryck på knappen för att spara.", "It could not be saved. Your text is kept in this browser. Press the button that saves.")
	saveFound  = i18n.T("Palautimme tekstin, joka oli jäänyt tähän selaimeen.", "Vi återställde den text som fanns kvar i den här webbläsaren.", "The text that had stayed in this browser is back.")
	saveOlder  = i18n.T("Tässä selaimessa on tekstiä, jota ei ehditty tallentaa. Sisältöä on sen jälkeen muutettu, joten emme korvanneet mitään.", "Det finns text i den här webbläsaren som inte hann sparas. Innehållet har ändrats sedan dess, så vi ersatte ingenting.", "There is text in this browser that was not saved in time. The content has been changed since, so nothing was replaced.")
	compareB   = i18n.T("Vertaa ja valitse", "Jämför och välj", "Compare and choose")
	dropB      = i18n.T("Poista selaimen teksti", "Ta bort webbläsarens text", "Delete the text in the browser")
	signAgainB = i18n.T("Kirjaudu uudelleen", "Logga in igen", "Sign in again")
)
