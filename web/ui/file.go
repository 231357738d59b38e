package ui

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

// A Photo is a picture in a few widths.
type Photo struct {
	URL, SrcSet   string
	Alt, Lang     string
	Width, Height int
}

// A File is a document to be fetched.
type File struct {
	Name, URL string
	Type      string // in words, as "Word, 1,2 Mt"
	Alt, Lang string
}

// An Upload is the field that files are chosen with.
type Upload struct {
	Field
	Accept string // endings, with commas between
	One    bool   // it takes one file, not several
}

var (
	kilobytes = i18n.T("%d kt", "%d kB", "%d kB")
	megabytes = i18n.T("%.1f Mt", "%.1f MB", "%.1f MB")
)

// Bytes is the size of a file in words.
func Bytes(ctx context.Context, n int64) string {
	const kilo = 1 << 10
	if n < 1000*kilo {
		return kilobytes.In(ctx, max(1, (n+kilo/2)/kilo))
	}
	return megabytes.In(ctx, float64(n)/kilo/kilo)
}

// all is every problem of the field: each file may have one.
func (u Upload) all() validate.Problems { return u.Problems.Only(u.Name) }
