// Package infopage is the pages that tell of the portal itself.
package infopage

import (
	"net/http"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// An info is one page: Markdown in each language.
type info struct {
	path        string
	title, text i18n.Text
}

// Pages is the handler of each page by its address.
func Pages() map[string]func(http.ResponseWriter, *http.Request) error {
	handlers := map[string]func(http.ResponseWriter, *http.Request) error{statementPath: Statement}
	for _, i := range infos {
		handlers[i.path] = func(w http.ResponseWriter, r *http.Request) error {
			return page.Render(w, r, http.StatusOK, show(i))
		}
	}
	return handlers
}

// Paths is the addresses of the pages, in their order.
func Paths() []string {
	paths := []string{statementPath}
	for _, i := range infos {
		paths = append(paths, i.path)
	}
	return paths
}
