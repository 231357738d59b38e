package web

import (
	"bytes"
	"maps"
	"net/http"
	"runtime"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"tekojentori.fi/tori/web/layout"
)

// An answer is a finished page or document.
type answer struct {
	etag   string
	route  string // its pattern, for counting
	page   string // what it is counted as when it is read; "": it is no page
	header http.Header
	gzip   []byte // every browser takes it; others get it unpacked
}

func (a *answer) size() uint32 { return uint32(len(a.gzip)) + 1024 }

// A packer packs one page after the other, into the same room.
type packer struct {
	zw     *gzip.Writer
	packed bytes.Buffer
}

// packers are used in turn, one for each processor: making one clears a
// megabyte of memory, and more at a time would pack no faster.
var packers = func() chan *packer {
	all := make(chan *packer, runtime.GOMAXPROCS(0))
	for range cap(all) {
		zw, _ := gzip.NewWriterLevel(nil, 1) // the level is a valid one
		all <- &packer{zw: zw}
	}
	return all
}()

// pack is body packed.
func pack(body *bytes.Buffer) []byte {
	p := <-packers
	defer func() { packers <- p }()
	p.packed.Reset()
	p.zw.Reset(&p.packed)
	_, _ = body.WriteTo(p.zw) // a buffer takes everything
	_ = p.zw.Close()
	return bytes.Clone(p.packed.Bytes()) // without the room that it grew into
}

// finish packs a rendered page, once for everybody.
// Around is the header that every answer has.
func finish(rec *recorder, around http.Header, etag string) *answer {
	a := &answer{etag: etag, header: rec.header}
	for name, values := range around {
		if _, has := a.header[name]; !has && name != "Connection" { // which is for one client
			a.header[name] = values
		}
	}
	a.header.Set("ETag", etag)
	a.header.Set("Cache-Control", "public, max-age=0, must-revalidate")
	a.header.Add("Vary", "Accept-Encoding, Cookie")
	a.gzip = pack(&rec.body)
	a.header.Set("Content-Encoding", "gzip")
	a.header.Set("Content-Length", strconv.Itoa(len(a.gzip)))
	return a
}

func (a *answer) unpacked() []byte {
	var plain bytes.Buffer
	if zr, err := gzip.NewReader(bytes.NewReader(a.gzip)); err == nil { // we have packed it ourselves
		_, _ = plain.ReadFrom(zr)
	}
	return plain.Bytes()
}

// write answers a request, and returns the status.
func (a *answer) write(w http.ResponseWriter, r *http.Request) int {
	h := w.Header()
	maps.Copy(h, a.header)
	if strings.Contains(r.Header.Get("If-None-Match"), a.etag) {
		for _, name := range []string{"Content-Type", "Content-Encoding", "Content-Length"} {
			h.Del(name)
		}
		w.WriteHeader(http.StatusNotModified)
		return http.StatusNotModified
	}
	body := a.gzip
	if !takesGzip(r.Header.Get("Accept-Encoding")) {
		body = a.unpacked()
		h.Del("Content-Encoding")
		h.Set("Content-Length", strconv.Itoa(len(body)))
	}
	gathered(r, func() {
		w.WriteHeader(http.StatusOK)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body)
		}
	})
	return http.StatusOK
}

// takesGzip reads an Accept-Encoding header.
func takesGzip(accepts string) bool {
	for part := range strings.SplitSeq(accepts, ",") {
		coding, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(coding) == "gzip" {
			value, found := strings.CutPrefix(strings.TrimSpace(quality), "q=")
			return !found || strings.Trim(value, "0.") != ""
		}
	}
	return false
}

// writeMarked shows the page with a line that says it is a copy.
func (a *answer) writeMarked(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.header.Get("Content-Type"))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Tori-Copy", "1")
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(bytes.Replace(a.unpacked(), []byte(layout.CopyMark), []byte(layout.CopyNotice(r.Context())), 1))
	}
}
