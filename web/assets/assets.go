// Package assets serves the stylesheet, the script, the fonts and the icons.
// dist is made of src by build.mjs and committed, so that building the portal
// needs no Node.
package assets

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed dist
var files embed.FS

// Prefix is where the files are on the site.
const Prefix = "/assets/"

// Path is the address of a file, as app.css. Its name changes with its bytes.
// It panics when there is no such file: the page would lack it.
func Path(name string) string {
	file := hashed(name)
	if file == "" {
		panic("assets: no file " + name)
	}
	return Prefix + file
}

// Serve answers with a file, compressed beforehand, to be kept for ever: other
// bytes would have another name.
func Serve(w http.ResponseWriter, r *http.Request) {
	name, below := strings.CutPrefix(r.URL.Path, Prefix)
	kind := mediaType(name)
	if !below || kind == "" || strings.Contains(name, "/") {
		http.NotFound(w, r)
		return
	}
	body, encoding, err := read(name, r.Header.Get("Accept-Encoding"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	etag := `"` + name + encoding + `"`
	h.Set("ETag", etag)
	if strings.Contains(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", kind)
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	_, _ = w.Write(body) // an error means that the reader has left
}

// mediaType is what a file is, "" if it is not for readers.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".woff2":
		return "font/woff2"
	case ".png":
		return "image/png"
	}
	return ""
}

// read is the file in the smallest form that the reader accepts.
func read(name, accepts string) ([]byte, string, error) {
	for _, e := range []struct{ encoding, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !accepted(accepts, e.encoding) {
			continue
		}
		if b, err := fs.ReadFile(files, "dist/"+name+e.ending); err == nil {
			return b, e.encoding, nil
		}
	}
	b, err := fs.ReadFile(files, "dist/"+name)
	return b, "", err
}

// accepted reports whether the header Accept-Encoding allows an encoding.
func accepted(header, encoding string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(one), ";")
		if strings.EqualFold(name, encoding) {
			return strings.TrimRight(strings.TrimSpace(weight), "0.") != "q="
		}
	}
	return false
}
