package submitpage

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/page"
	"tekojentori.fi/tori/web/ui"
)

// The steps that something else than their form asks of. The form of the one
// with the files is posted to an address of its own, as its limits are.
const (
	firstStep    = "tyopaikka"
	needStep     = "tarve"
	approachStep = "ratkaisu"
	resultStep   = "tulokset"
	contactStep  = "yhteystiedot"
	checkStep    = "tarkista"
	filesStep    = "liitteet"
	filesAnchor  = "#liitteet"
)

// Attach keeps the step with the files. Each button of its form does: a file
// that has been chosen is never lost, whichever is pressed.
func (p Pages) Attach(w http.ResponseWriter, r *http.Request) error {
	return p.save(w, r, contactStep)
}

// takesFiles reports whether the step has files.
func (v view) takesFiles() bool { return v.current().slug == contactStep && v.Act.ID != 0 }

func (v view) encoding() templ.Attributes {
	if !v.takesFiles() {
		return nil
	}
	return templ.Attributes{"enctype": "multipart/form-data"}
}

// filesOf tells the view of the files of the act, and of all that the act
// lacks.
func (p Pages) filesOf(r *http.Request, v *view) (err error) {
	v.Files, err = p.Attachments.Of(r.Context(), v.Act, page.Viewer(r))
	if err != nil {
		return err
	}
	partners, err := p.Partners.Problems(r.Context(), v.Act)
	v.All = slices.Concat(wrong(v.Act.Check()), partners, attachment.Problems(v.Files))
	return err
}

// keepFiles does what a form says of files: descriptions, removal, new ones.
// It is the problems of files that were not taken.
func (p Pages) keepFiles(r *http.Request, a act.Act) (validate.Problems, error) {
	by := page.Viewer(r)
	if err := p.Attachments.Describe(r.Context(), by, a.ID, alts(r)); err != nil {
		return nil, err
	}
	if id, err := strconv.ParseInt(r.PostFormValue("remove"), 10, 64); err == nil {
		if err := p.Attachments.Remove(r.Context(), by, a.ID, attachment.ID(id)); err != nil {
			return nil, err
		}
	}
	var refused validate.Problems
	for _, u := range page.Uploads(r) {
		problems, err := p.keepFile(r, a, u)
		if err != nil {
			return nil, err
		}
		refused = append(refused, problems...)
	}
	return refused, nil
}

func (p Pages) keepFile(r *http.Request, a act.Act, u page.Upload) (validate.Problems, error) {
	err := u.Err
	if u.File == nil {
		err = errors.Join(err, validate.Problems{{Field: "files", Rule: validate.NotStored, Subject: u.Name}})
	} else {
		err = p.Attachments.Add(r.Context(), page.Viewer(r), a.ID, attachment.Incoming{Name: u.Name, Size: u.Size, Content: u.File})
	}
	problems := wrong(err)
	if problems == nil {
		return nil, err
	}
	for _, problem := range problems {
		if problem.Rule == validate.NotStored { // the writer cannot help it, the operator can
			slog.ErrorContext(r.Context(), "a file could not be stored", "error", err)
		}
	}
	return problems, nil
}

// alts is the descriptions in a form, by attachment.
func alts(r *http.Request) map[attachment.ID]string {
	all := map[attachment.ID]string{}
	for name, values := range r.PostForm {
		number, ok := strings.CutPrefix(name, "alt-")
		if id, err := strconv.ParseInt(number, 10, 64); ok && err == nil && id > 0 && len(values) > 0 {
			all[attachment.ID(id)] = strings.Join(strings.Fields(values[0]), " ")
		}
	}
	return all
}

// upload is the field that files are chosen with.
func (v view) upload() ui.Upload {
	return ui.Upload{Field: ui.Field{Name: "files", Label: filesL, Hint: filesH, Problems: v.Problems}, Accept: attachment.Accept()}
}

// description is the field with what a file shows or tells.
func (v view) description(a attachment.Attachment) ui.Field {
	f := ui.Field{Name: a.AltField(), Label: altPictureL, Value: a.Alt, Rows: 2, Limit: attachment.MaxAlt, Problems: v.Problems}
	if a.Kind == attachment.Document {
		f.Label, f.Hint, f.Optional = altDocumentL, altDocumentH, true
	}
	return f
}

// hasPictures reports whether there is a picture to be described.
func (v view) hasPictures() bool {
	for _, a := range v.Files {
		if a.Kind == attachment.Picture {
			return true
		}
	}
	return false
}

// room reports whether another file may be added.
func (v view) room() bool { return len(v.Files) < attachment.MaxFiles }

// standingOf is how far a file is, in words.
func standingOf(ctx context.Context, a attachment.Attachment) string {
	switch a.State {
	case attachment.Waiting:
		return fileWaiting.In(ctx)
	case attachment.Ready:
		if t, ok := fileUnread[a.Words]; ok {
			return t.In(ctx)
		}
		return fileReady.In(ctx)
	case attachment.Rejected:
	}
	return fileRejected[a.Reason].In(ctx)
}

func (v view) fileNames() string {
	var names []string
	for _, a := range v.Files {
		if a.State != attachment.Rejected {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ", ")
}

// stateID marks the words that a script renews while a file waits.
func stateID(a attachment.Attachment) string { return fmt.Sprintf("tila-%d", int64(a.ID)) }

// rejected marks words that tell of a file that is not shown.
func rejected(a attachment.Attachment) templ.Attributes {
	if a.State != attachment.Rejected {
		return nil
	}
	return templ.Attributes{"class": "missing"}
}
