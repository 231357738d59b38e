// Package filepage serves the files of acts. They come from strangers, so
// nothing in them runs, whatever they turn out to be.
package filepage

import (
	"fmt"
	"mime"
	"net/http"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/web/page"
)

// Pages handles the requests below /liitteet.
type Pages struct {
	Attachments *attachment.Service
	Now         func() time.Time
}

// Time is the longest that a reader may take to fetch a file.
const Time = 5 * time.Minute

// Show is one file, for whom its act is to be seen by.
func (p Pages) Show(w http.ResponseWriter, r *http.Request) error {
	id, err := page.ID[attachment.ID](r, "id")
	if err != nil {
		return err
	}
	file := r.PathValue("name")
	c, err := p.Attachments.Open(r.Context(), page.Viewer(r), id, file)
	if err != nil {
		return err
	}
	defer c.Close()
	h := w.Header()
	h.Set("Content-Type", c.MediaType)
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
	h.Set("Content-Disposition", disposition(c.Attachment))
	h.Set("Cache-Control", "no-store")
	if c.Public { // seen again only after asking: it may have been hidden meanwhile
		h.Set("Cache-Control", "public, max-age=0, must-revalidate")
		h.Set("ETag", fmt.Sprintf(`"%s-%s"`, c.Blob[strings.IndexByte(c.Blob, '/')+1:], file))
	}
	_ = http.NewResponseController(w).SetWriteDeadline(p.Now().Add(Time)) // a recorder of tests has none
	http.ServeContent(w, r, "", time.Time{}, c)
	return nil
}

// disposition has pictures of our own drawing shown and documents kept.
func disposition(a attachment.Attachment) string {
	way := "attachment"
	if a.Kind == attachment.Picture {
		way = "inline"
	}
	return mime.FormatMediaType(way, map[string]string{"filename": a.Name})
}
