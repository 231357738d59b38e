package accountpage

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/page"
)

// localPath is next if it is a page of ours, without the language in front,
// and "" for any address that could lead elsewhere or round in a circle.
func localPath(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || len(next) > 2000 ||
		strings.ContainsFunc(next, func(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }) {
		return ""
	}
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" {
		return ""
	}
	_, path := i18n.SplitPath(next)
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.HasPrefix(path, "/kirjaudu") {
		return ""
	}
	return path
}

// show renders a page that no cache may keep.
func show(w http.ResponseWriter, r *http.Request, status int, c templ.Component) error {
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, status, c)
}
