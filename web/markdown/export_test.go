package markdown

import (
	"context"
	"strings"
)

// Both is a text as it is shown, and as the sanitizer would have it.
func Both(text string) (string, string) {
	var b strings.Builder
	if err := HTML(text).Render(context.Background(), &b); err != nil {
		return err.Error(), ""
	}
	return b.String(), policy().Sanitize(b.String())
}
