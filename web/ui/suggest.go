package ui

import (
	"context"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
)

var suggestionsLabel = i18n.T("Hakuehdotukset", "Sökförslag", "Search suggestions")

// Suggests lets the script suggest searches under a field.
func Suggests(ctx context.Context) templ.Attributes {
	return templ.Attributes{"data-suggest": i18n.Path(ctx, "/tekojen-tori/ehdotukset"), "data-label": suggestionsLabel.In(ctx)}
}
