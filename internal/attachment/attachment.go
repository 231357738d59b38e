// Package attachment keeps the pictures and documents of acts.
//
//	waiting → ready
//	       ↘ rejected
//
// What comes is looked at from the inside: its name and what the browser says
// of it decide nothing. A picture is drawn anew in a job, in a few widths and
// without what the camera wrote into it; a document stays as it came. Until
// that is done, and a virus scanner has passed it where there is one, nobody
// can open it. Afterwards it is open to whom its act is open to.
package attachment

import (
	"fmt"
	"path"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment/wording"
	"tekojentori.fi/tori/internal/limit"
	"tekojentori.fi/tori/internal/slug"
	"tekojentori.fi/tori/internal/validate"
)

// ID names an attachment.
type ID int64

func (id ID) String() string { return fmt.Sprintf("attachment %d", int64(id)) }

// A Kind is what an attachment is.
type Kind string

// The kinds.
const (
	Picture  Kind = "picture"
	Document Kind = "document"
)

// A State is how far an attachment is.
type State string

// The states.
const (
	Waiting  State = "waiting"  // being drawn anew or scanned
	Ready    State = "ready"    // open to whom its act is
	Rejected State = "rejected" // not to be opened by anyone, for a Reason
)

// A Reason is why an attachment was rejected.
type Reason string

// The reasons.
const (
	Unreadable Reason = "unreadable" // no program of ours can draw it
	TooLarge   Reason = "too large"  // more pixels than we draw
	Virus      Reason = "virus"      // the scanner found one
)

// The limits. A megabyte is 1,048,576 bytes.
const (
	MaxFiles    = limit.Files    // of an act
	MaxPicture  = limit.Picture  // megabytes
	MaxDocument = limit.Document // megabytes
	MaxAlt      = limit.Description
	maxName     = limit.FileName

	// Megabyte is how many bytes one is.
	Megabyte = 1 << 20
)

// An Attachment is one file of an act.
type Attachment struct {
	ID            ID
	ActID         act.ID
	Kind          Kind
	Name          string // as shown
	MediaType     string
	Size          int64 // as it came, in bytes
	Alt           string
	State         State
	Reason        Reason
	Width, Height int   // of the largest picture
	Widths        []int // of the pictures that there are, rising
	Blob          string
	CreatedAt     time.Time
	Held          Held            // by an update of its act
	HeldAlt       *string         // what the update describes it as; nil: as Alt
	Words         wording.Outcome // how the search could read the document; "": it has not yet, or need not
}

// File is the last part of the address of a: of the picture with a width, or
// of the document with 0. Nothing of it comes from outside but letters.
func (a Attachment) File(width int) string {
	ending := path.Ext(a.Name)
	base := slug.Make(strings.TrimSuffix(a.Name, ending))
	if a.Kind == Picture {
		return fmt.Sprintf("%s-%d%s", base, width, ending)
	}
	return base + ending
}

// key is where the bytes of a file are.
func (a Attachment) key(width int) string {
	if a.Kind == Picture {
		return fmt.Sprintf("%s/%d", a.Blob, width)
	}
	return a.original()
}

// original is where the bytes are as they came.
func (a Attachment) original() string { return a.Blob + "/original" }

// keys is everything that may be stored of a.
func (a Attachment) keys() []string {
	keys := []string{a.original()}
	for _, w := range a.Widths {
		keys = append(keys, a.key(w))
	}
	return keys
}

// canOpen reports whether viewer may open the files of an act that viewer may
// see: of a merged one, which leads everyone elsewhere, only the people who
// have to do with it.
func canOpen(a act.Act, viewer account.Account) bool {
	return a.Status.Public() || a.WrittenBy(viewer) || a.CanSee(viewer) && (a.Status != act.Merged || viewer.Moderates())
}

// canChange reports whether viewer may add and remove files of an act. What
// is public has been reviewed, and stays as it was until an update is too.
func canChange(a act.Act, viewer account.Account) bool {
	return a.CanEdit(viewer) && !a.Status.Public()
}

// AltField is the name of the field with the text alternative.
func (a Attachment) AltField() string { return fmt.Sprintf("alt-%d", int64(a.ID)) }

// Problems is what keeps an act with these files from being submitted.
func Problems(all []Attachment) validate.Problems {
	var p validate.Problems
	for _, a := range all {
		if a.State == Rejected {
			continue
		}
		if a.Kind == Picture {
			p.Text(a.AltField(), a.Alt, MaxAlt)
		} else {
			p.Length(a.AltField(), a.Alt, MaxAlt)
		}
	}
	for i := range p {
		p[i].Subject = nameOf(all, p[i].Field)
	}
	return p
}

func nameOf(all []Attachment, field string) string {
	for _, a := range all {
		if a.AltField() == field {
			return a.Name
		}
	}
	return ""
}

// shown is the name of a file as people see it: no folders, no signs that do
// not show or turn the direction of writing, and the ending of what it is.
func shown(name string, f format) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(name, "")))
	name = strings.Trim(strings.TrimSuffix(name, path.Ext(name)), " .")
	if letters := []rune(name); len(letters) > maxName {
		name = strings.TrimRight(string(letters[:maxName]), " .")
	}
	if name == "" {
		name = map[Kind]string{Picture: "kuva", Document: "liite"}[f.kind]
	}
	return name + "." + f.ending
}
