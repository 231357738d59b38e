package page

import (
	"context"
	"net/http"
	"os"
)

// An Upload is a file that came with a form.
type Upload struct {
	Name string // as the browser tells it: never a path of ours
	Size int64  // more than every limit if it was cut off there
	File *os.File
	Err  error // why File could not be kept; File is nil then
}

type uploadsKey struct{}

// WithUploads is ctx with the files that came with the form.
func WithUploads(ctx context.Context, all []Upload) context.Context {
	return context.WithValue(ctx, uploadsKey{}, all)
}

// Uploads is the files that came with the form. They end with the request.
func Uploads(r *http.Request) []Upload {
	all, _ := r.Context().Value(uploadsKey{}).([]Upload)
	return all
}
