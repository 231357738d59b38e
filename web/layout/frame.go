// Package layout is the frame that all pages share: head, header, footer.
package layout

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/account"
)

// A Head is what the frame says of a page.
type Head struct {
	Title       string // of the window and, unless the page draws its own, the h1
	Description string // for search engines and shared links
	Path        string // canonical address without the language prefix; "" for pages that are nobody's business
	Section     string // path of the navigation link that the page belongs to
	Image       string // of shared links
	JSONLD      string // structured data, as JSON
	Feed        string // path of an Atom feed of what the page shows, without the language prefix
	Script      string // another module that the page needs, as write.js
	Wide        bool   // the page draws its own width and h1
	NoIndex     bool
}

// A Frame is what the frame knows of the request.
type Frame struct {
	Viewer  account.Account
	BaseURL string
	Path    string        // of the request, with its query, without the language prefix
	Left    time.Duration // until a viewer who does nothing is signed out
	Flash   string        // said once, on the page after a deed
	Dev     bool          // development: a link to the mails
}

type frameKey struct{}

// WithFrame is ctx with what the frame knows of the request.
func WithFrame(ctx context.Context, f Frame) context.Context {
	return context.WithValue(ctx, frameKey{}, f)
}

// FrameOf is the frame of ctx; the zero Frame if there is none.
func FrameOf(ctx context.Context) Frame {
	f, _ := ctx.Value(frameKey{}).(Frame)
	return f
}

// CopyMark stands in every page where CopyNotice goes when the page is a copy.
const CopyMark = "<!--copy-->"

// CopyNotice is the line that says that a page is a copy, as HTML.
func CopyNotice(ctx context.Context) string {
	return `<p class="flash flash--warning" role="status"><span class="wrap">` + copyNotice.In(ctx) + `</span></p>`
}
