package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"tekojentori.fi/tori/internal/validate"
)

// A format is a type of file that is taken.
type format struct {
	mediaType string
	kind      Kind
	ending    string
	entry     string // that a ZIP of this type has in it; "": no ZIP
}

// formats is the whole list: what is not on it is refused.
func formats() []format {
	const office = "application/vnd.openxmlformats-officedocument."
	return []format{
		{"image/jpeg", Picture, "jpg", ""},
		{"image/png", Picture, "png", ""},
		{"image/webp", Picture, "webp", ""},
		{"application/pdf", Document, "pdf", ""},
		{office + "wordprocessingml.document", Document, "docx", "word/document.xml"},
		{office + "spreadsheetml.sheet", Document, "xlsx", "xl/workbook.xml"},
		{office + "presentationml.presentation", Document, "pptx", "ppt/presentation.xml"},
		{"application/vnd.oasis.opendocument.text", Document, "odt", "content.xml"},
	}
}

// Accept is the file endings that a form lets people choose from.
func Accept() string {
	endings := []string{".jpeg"}
	for _, f := range formats() {
		endings = append(endings, "."+f.ending)
	}
	return strings.Join(endings, ",")
}

// An Incoming is a file as somebody sends it. Content may be cut off where it
// grows over every limit: then Size is beyond the limit too.
type Incoming struct {
	Name    string
	Size    int64
	Content io.ReaderAt
}

func (in Incoming) reader() *io.SectionReader { return io.NewSectionReader(in.Content, 0, in.Size) }

// classify is what a file is by its bytes, or a validate.Problems.
func classify(in Incoming) (format, error) {
	refuse := func(r validate.Rule, limit int) (format, error) {
		return format{}, validate.Problems{{Field: "files", Rule: r, Limit: limit, Subject: in.Name}}
	}
	if in.Size == 0 {
		return refuse(validate.EmptyFile, 0)
	}
	sniffed, err := mimetype.DetectReader(in.reader())
	if err != nil {
		return format{}, fmt.Errorf("look into a file: %w", err)
	}
	archive := sniffed.Is("application/zip")
	for _, f := range formats() {
		if !sniffed.Is(f.mediaType) && (!archive || f.entry == "") {
			continue
		}
		limit := MaxDocument
		if f.kind == Picture {
			limit = MaxPicture
		}
		if in.Size > int64(limit)*Megabyte {
			return refuse(validate.TooBig, limit)
		}
		if f.entry == "" || hasEntry(in, f.entry) {
			return f, nil
		}
	}
	return refuse(validate.WrongType, 0)
}

// maxDirectory is the largest list of contents that a ZIP may have, in bytes:
// documents have some dozens of entries, a bomb may have a million.
const maxDirectory = 1 << 20

// hasEntry reports whether a ZIP holds a document of the kind, and no macros:
// Office asks people to let them run.
func hasEntry(in Incoming, entry string) bool {
	if !smallDirectory(in) {
		return false
	}
	z, err := zip.NewReader(in.Content, in.Size)
	if err != nil {
		return false
	}
	found := false
	for _, f := range z.File {
		if strings.HasSuffix(strings.ToLower(f.Name), "vbaproject.bin") {
			return false
		}
		found = found || f.Name == entry
	}
	return found
}

// smallDirectory reads the end of a ZIP, which tells where its list of
// contents begins and how long it is.
func smallDirectory(in Incoming) bool {
	const record = 22
	tail := make([]byte, min(in.Size, 64<<10+record))
	if _, err := in.Content.ReadAt(tail, in.Size-int64(len(tail))); err != nil && err != io.EOF {
		return false
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || at+record > len(tail) {
		return false
	}
	size, offset := binary.LittleEndian.Uint32(tail[at+12:]), binary.LittleEndian.Uint32(tail[at+16:])
	return size <= maxDirectory && in.Size-int64(offset) <= maxDirectory+64<<10
}
