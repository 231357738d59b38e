package web

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/web/page"
)

// The limits of a form with files. Slow lines are waited for, so these forms
// have places of their own and take none from the pages.
const (
	maxFile      = attachment.MaxDocument * attachment.Megabyte
	maxUpload    = attachment.MaxFiles*maxFile + maxBody
	maxParts     = limit.FormFieldCount // fields and files
	uploadPlaces = 32
	filePlaces   = 64 // of readers of files
	uploadTime   = limit.UploadMinutes * time.Minute
	silence      = 15 * time.Second // after which nobody is waited for
	afterUpload  = time.Minute      // for the work on what has come
)

// received reads a form with files: its fields as every form's, its files
// into unnamed files of the system. A visitor's files are not read: they have
// to sign in first, and their text is kept for them.
func (s Site) received(next http.Handler) http.Handler {
	return page.Handle(func(w http.ResponseWriter, r *http.Request) error {
		if err := cleanAddress(r); err != nil {
			return err
		}
		server := http.NewResponseController(w)
		form := incoming{fields: url.Values{}, room: maxBody, keep: page.Viewer(r).SignedIn()}
		defer form.close()
		limit := int64(maxBody)
		if form.keep && multipartForm(r) {
			limit = maxUpload
		}
		r.Body = http.MaxBytesReader(w, &patient{r.Body, server, s.Now, s.Now().Add(uploadTime)}, limit)
		if err := form.read(r); err != nil {
			return err
		}
		_ = server.SetWriteDeadline(s.Now().Add(afterUpload)) // a recorder of tests has none
		next.ServeHTTP(w, r.WithContext(page.WithUploads(r.Context(), form.files)))
		return nil
	})
}

func multipartForm(r *http.Request) bool {
	return strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data")
}

// patient is a body that may take long but must not fall silent.
type patient struct {
	io.ReadCloser
	server *http.ResponseController
	now    func() time.Time
	end    time.Time
}

func (p *patient) Read(b []byte) (int, error) {
	next := p.now().Add(silence)
	if next.After(p.end) {
		next = p.end
	}
	_ = p.server.SetReadDeadline(next) // a recorder of tests has none
	return p.ReadCloser.Read(b)
}

// incoming is a form that is being read.
type incoming struct {
	fields url.Values
	files  []page.Upload
	room   int64 // for text, in bytes
	keep   bool  // the files
}

func (in *incoming) close() {
	for _, f := range in.files {
		if f.File != nil {
			_ = f.File.Close() // it has no name any more, so it is gone
		}
	}
}

func (in *incoming) read(r *http.Request) error {
	if !multipartForm(r) {
		return parseForm(r)
	}
	parts, err := r.MultipartReader()
	if err != nil {
		return fmt.Errorf("form: %w", fault.BadRequest)
	}
	err = in.parts(parts)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge) && (len(in.files) > 0 || !in.keep): // its text came first, and is kept
	case errors.As(err, &tooLarge), errors.Is(err, fault.TooLarge):
		return fmt.Errorf("form: %w", fault.TooLarge)
	case err != nil:
		return fmt.Errorf("form: %w", fault.BadRequest)
	}
	if !text(in.fields) {
		return fmt.Errorf("form: %w", fault.BadRequest)
	}
	r.PostForm, r.Form = in.fields, in.fields
	return nil
}

func (in *incoming) parts(parts *multipart.Reader) error {
	for range maxParts {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if part.FileName() != "" {
			err = in.file(part)
		} else {
			err = in.field(part)
		}
		if err != nil {
			return err
		}
	}
	return fault.BadRequest
}

func (in *incoming) field(part *multipart.Part) error {
	value, err := io.ReadAll(io.LimitReader(part, in.room+1))
	if err != nil {
		return err
	}
	if in.room -= int64(len(value)); in.room < 0 {
		return fault.TooLarge
	}
	in.fields.Add(part.FormName(), string(value))
	return nil
}

// file keeps a file until the end of the request: as one without a name, so
// that nothing is left of it even when the portal is killed.
func (in *incoming) file(part *multipart.Part) error {
	if !in.keep || len(in.files) >= 2*attachment.MaxFiles { // half of these are refused as too many
		return nil // NextPart skips it
	}
	u := page.Upload{Name: strings.ToValidUTF8(part.FileName(), "")}
	defer func() { in.files = append(in.files, u) }()
	if u.File, u.Err = os.CreateTemp("", "tori-upload-"); u.Err != nil {
		u.File = nil
		return nil
	}
	to := &disk{file: u.File}
	u.Err = os.Remove(u.File.Name())
	n, err := io.Copy(to, io.LimitReader(part, maxFile+1))
	u.Size = n
	if to.err != nil || u.Err != nil {
		u.Err = errors.Join(to.err, u.Err, u.File.Close())
		u.File = nil
		return nil
	}
	if err != nil {
		u.Size = maxFile + 1 // only the limit of the whole form is told in the form
	}
	return err
}

// disk remembers that it was the disk that failed, and not the sender.
type disk struct {
	file *os.File
	err  error
}

func (d *disk) Write(b []byte) (int, error) {
	n, err := d.file.Write(b)
	d.err = err
	return n, err
}
