// Package markdown turns what people write into HTML that is safe to show:
// paragraphs, emphasis, lists, quotes and links, no more.
package markdown

import (
	"bufio"
	"html"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
)

// policy lets through what the writers' toolbar can make. goldmark leaves raw
// HTML out already; this is the second lock on the same door.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := allowed()
	p.RequireNoFollowOnLinks(true)
	p.RequireNoReferrerOnLinks(true)
	return p
})

// ours is for what we have written ourselves.
var ours = sync.OnceValue(func() *bluemonday.Policy { return allowed().AllowRelativeURLs(true) })

func allowed() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto")
	return p
}

// shift makes the headings of a text fit under those of the page.
var shift = strings.NewReplacer("<h1>", "<h3>", "</h1>", "</h3>", "<h2>", "<h3>", "</h2>", "</h3>",
	"<h5>", "<h4>", "</h5>", "</h4>", "<h6>", "<h4>", "</h6>", "</h4>")

// HTML is a text that stands under a heading of its own, as HTML.
func HTML(text string) templ.Component { return convert(text, shift, policy()) }

// Page is a text of our own that is a page by itself: its headings follow the
// h1, and its links may lead to our other pages.
func Page(text string) templ.Component {
	return convert(text, strings.NewReplacer("<h1>", "<h2>", "</h1>", "</h2>"), ours())
}

func convert(text string, headings *strings.Replacer, policy *bluemonday.Policy) templ.Component {
	var b strings.Builder
	out := writers.Get().(*bufio.Writer)
	defer writers.Put(out)
	out.Reset(&b)
	if err := goldmark.Convert([]byte(text), out); err != nil { // writing to a builder does not fail
		return templ.Raw("<p>" + html.EscapeString(text) + "</p>")
	}
	made := headings.Replace(b.String())
	if bare(made) {
		return templ.Raw(made)
	}
	return templ.Raw(policy.Sanitize(made))
}

// writers spare goldmark a buffer of its own for each text.
var writers = sync.Pool{New: func() any { return bufio.NewWriter(nil) }}

// bare reports whether a text has no tags but a few that no policy would touch,
// all without attributes. Most texts are such, and need no parsing again.
func bare(made string) bool {
	for {
		_, after, more := strings.Cut(made, "<")
		if !more {
			return true
		}
		tag, rest, _ := strings.Cut(after, ">")
		switch strings.TrimPrefix(tag, "/") {
		case "p", "em", "strong", "ul", "ol", "li", "blockquote", "h2", "h3", "h4":
			made = rest
		default:
			return false
		}
	}
}
