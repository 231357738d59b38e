// Package assets serves the stylesheet, the script, the fonts and the icons.
// dist is made of src by build.mjs and committed, so that building the portal
// needs no Node.
package assets

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
)

//go:embed dist
var files embed.FS

// names is the hashed name of each file by its plain one.
var names = sync.OnceValue(func() map[string]string {
	text, err := files.ReadFile("dist/manifest.json")
	if err != nil {
		panic(err)
	}
	m := map[string]string{}
	if err := json.Unmarshal(text, &m); err != nil {
		panic(err)
	}
	return m
})

// Prefix is where the files are on the site.
const Prefix = "/assets/"

// Path is the address of a file, as app.css. Its name changes with its bytes.
// It panics when there is no such file: the page would lack it.
func Path(name string) string {
	hashed, ok := names()[name]
	if !ok {
		panic("assets: no file " + name)
	}
	return Prefix + hashed
}

// types is the media types of what is in dist.
var types = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2",
	".png": "image/png", ".json": "application/json",
}

// Serve answers with a file, compressed beforehand, to be kept for ever.
func Serve(w http.ResponseWriter, r *http.Request) {
	name := path.Base(r.URL.Path)
	kind, ok := types[path.Ext(name)]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body, encoding, err := read(name, r.Header.Get("Accept-Encoding"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	_, _ = w.Write(body)
}

func read(name, accepts string) ([]byte, string, error) {
	for _, e := range []struct{ token, ending, encoding string }{{"br", ".br", "br"}, {"gzip", ".gz", "gzip"}} {
		if strings.Contains(accepts, e.token) {
			if b, err := fs.ReadFile(files, "dist/"+name+e.ending); err == nil {
				return b, e.encoding, nil
			}
		}
	}
	b, err := fs.ReadFile(files, "dist/"+name)
	return b, "", err
}
