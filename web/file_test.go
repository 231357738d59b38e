package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/web/gallery"
)

// withFiles is an act of the member with a picture and a document, and its
// public page.
func (p *portal) withFiles() (act.Act, attachment.Attachment, attachment.Attachment) {
	p.t.Helper()
	a := p.draft()
	owner, moderator := p.accounts["member"], p.accounts["moderator"]
	picture := attachmenttest.Ready(p.t, p.site.Attachments, owner, a, attachmenttest.File("Kierros käytävällä.jpg", attachmenttest.JPEG(1200, 800)))
	document := attachmenttest.Ready(p.t, p.site.Attachments, owner, a, attachmenttest.File("Ohje <b>.pdf", attachmenttest.PDF("hei")))
	a = p.live(a.ID, func(a *act.Act) []error {
		now := time.Now()
		return []error{a.Submit(owner, now), a.Take(moderator, now), a.Approve(moderator, nil, now), a.Publish(moderator, now)}
	})
	return a, picture, document
}

func TestThePageOfAnActShowsItsFiles(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a, picture, document := p.withFiles()
	body := p.as("visitor", "/katso/"+a.Slug, nil).Body.String()
	for _, want := range []string{
		`src="` + gallery.Path(picture, 960) + `"`, gallery.Path(picture, 480) + " 480w", gallery.Path(picture, 1200) + " 1200w", `width="1200" height="800"`,
		`alt="Mitä Kierros käytävällä.jpg esittää"`, `fetchpriority="high"`, `href="` + gallery.Path(document, 0) + `"`, "Ohje &lt;b&gt;.pdf (PDF, 1 kt)",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	json := p.as("visitor", "/api/v1/acts/"+a.Slug, nil).Body.String()
	for _, want := range []string{`"url":"http://tori.example` + gallery.Path(picture, 1200) + `"`, `"media_type":"application/pdf"`, `"alt":"Mitä Kierros käytävällä.jpg esittää"`} {
		if !strings.Contains(json, want) {
			t.Errorf("the API lacks %s in %s", want, json)
		}
	}
	if review := p.as("moderator", "/moderointi/teot/1", nil).Body.String(); !strings.Contains(review, gallery.Path(picture, 960)) || !strings.Contains(review, gallery.Path(document, 0)) {
		t.Error("the moderators do not see the files")
	}
}

func TestFilesAreServedSafely(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	_, picture, document := p.withFiles()
	for path, want := range map[string][]string{
		gallery.Path(picture, 480): {"image/jpeg", "inline; filename*=utf-8''Kierros%20k%C3%A4yt%C3%A4v%C3%A4ll%C3%A4.jpg"},
		gallery.Path(document, 0):  {"application/pdf", `attachment; filename="Ohje <b>.pdf"`},
	} {
		w := p.as("visitor", path, nil)
		h := w.Header()
		for name, value := range map[string]string{
			"Content-Type": want[0], "Content-Disposition": want[1], "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
			"Cache-Control": "public, max-age=0, must-revalidate", "Accept-Ranges": "bytes", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if h.Get(name) != value {
				t.Errorf("%s: %d, %s is %q, want %q", path, w.Code, name, h.Get(name), value)
			}
		}
		if again := p.with("visitor", path, "If-None-Match", h.Get("ETag")); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s again: %d", path, again.Code)
		}
		if part := p.with("visitor", path, "Range", "bytes=0-3"); part.Code != http.StatusPartialContent || part.Body.Len() != 4 {
			t.Errorf("%s in part: %d, %d bytes", path, part.Code, part.Body.Len())
		}
	}
	for _, path := range []string{
		"/liitteet/1/", "/liitteet/1/muu.jpg", "/liitteet/0/x", "/liitteet/99999999999999999999/x", "/liitteet/1/..%2f..%2fetc%2fpasswd", "/liitteet/1/original",
		strings.Replace(gallery.Path(picture, 480), "480", "0", 1), strings.Replace(gallery.Path(picture, 480), "480", "1600", 1), "/liitteet/1/%00",
	} {
		if w := p.as("visitor", path, nil); w.Code != http.StatusNotFound && w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// with is a GET with a header.
func (p *portal) with(who, path, name, value string) *httptest.ResponseRecorder {
	p.t.Helper()
	r := httptest.NewRequest("GET", path, nil)
	r.Header.Set(name, value)
	if c := p.cookies[who]; c != nil {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w
}

// A file that nobody has passed yet is opened by nobody, whatever its act is.
func TestFilesThatWaitAreOpenedByNobody(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	a := p.draft()
	if err := p.site.Attachments.Add(t.Context(), p.accounts["member"], a.ID, attachmenttest.File("kuva.jpg", attachmenttest.JPEG(480, 300))); err != nil {
		t.Fatal(err)
	}
	f := attachmenttest.Last(t, p.site.Attachments, p.accounts["member"], a)
	for _, who := range people() {
		for _, name := range []string{"kuva-480.jpg", "kuva-0.jpg", "kuva.jpg", "original"} {
			if w := p.as(who, strings.Replace(gallery.Path(f, 0), "kuva-0.jpg", name, 1), nil); w.Code != http.StatusNotFound {
				t.Errorf("%s opens %s: %d", who, name, w.Code)
			}
		}
	}
}
