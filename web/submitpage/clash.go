package submitpage

import (
	"net/http"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/web/page"
)

// A clash is a step that says one thing here and another as it is stored.
type clash struct {
	Stored, Typed view
	Differing     []part
	Form          []pair // as it came, less what belongs to the old version
}

// A pair is one field of a form.
type pair struct{ name, value string }

// The choice for a part of a clash is in a field of this name and the part's.
const (
	choiceField = "take-"
	takeStored  = "stored"
	takeTyped   = "typed"
)

// compare shows both texts of a step that somebody has changed meanwhile. The
// writer chooses for each question, and nothing is stored until then.
func (p Pages) compare(w http.ResponseWriter, r *http.Request, stored act.Act, typed act.Content, at int) error {
	s := wayOf(stored).pages()[at]
	c := clash{Stored: view{Act: stored, Step: at, Pages: p}, Typed: view{Act: stored, Step: at, Pages: p}}
	c.Typed.Act.Content = typed
	if c.Differing = differing(s, stored.Content, typed); len(c.Differing) == 0 { // it is as it should be
		return p.onward(w, r, stored, at)
	}
	for name, values := range r.PostForm {
		if slices.Contains([]string{"version", "base", "form_key", "remove"}, name) || strings.HasPrefix(name, choiceField) {
			continue
		}
		for _, value := range values {
			c.Form = append(c.Form, pair{name, value})
		}
	}
	slices.SortStableFunc(c.Form, func(a, b pair) int { return strings.Compare(a.name, b.name) })
	return page.Render(w, r, http.StatusConflict, clashPage(c))
}

// chosen is what a form says, with the stored text where its writer has chosen
// that on the page of a clash.
func chosen(r *http.Request, s step, typed, stored act.Content) act.Content {
	for _, part := range parts(s) {
		if r.PostFormValue(choiceField+part.name) == takeStored {
			part.take(&typed, stored)
		}
	}
	return typed
}
