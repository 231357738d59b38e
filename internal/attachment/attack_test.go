package attachment_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"io"
	"strings"
	"testing"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/attachment/attachmenttest"
	"tekojentori.fi/tori/internal/validate"
)

const page = `<!doctype html><html><script>alert(document.cookie)</script></html>`

func TestWhatIsNotTaken(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	large := func(head []byte, megabytes int) []byte {
		return append(head, make([]byte, megabytes*attachment.Megabyte)...)
	}
	for _, tt := range []struct {
		name    string
		content []byte
		rule    validate.Rule
		limit   int
	}{
		{"nothing.pdf", nil, validate.EmptyFile, 0},
		{"page.jpg", []byte(page), validate.WrongType, 0},
		{"page.pdf", []byte(page), validate.WrongType, 0},
		{"drawing.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), validate.WrongType, 0},
		{"drawing.png", []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), validate.WrongType, 0},
		{"moving.gif", []byte("GIF89a" + strings.Repeat("\x00", 50)), validate.WrongType, 0},
		{"program.pdf", []byte("MZ\x90\x00" + strings.Repeat("\x00", 200)), validate.WrongType, 0},
		{"script.docx", []byte("#!/bin/sh\nrm -rf /\n"), validate.WrongType, 0},
		{"archive.docx", attachmenttest.ZIP("a.txt", "b/c.exe"), validate.WrongType, 0},
		{"program.docx", attachmenttest.ZIP("META-INF/MANIFEST.MF", "Main.class"), validate.WrongType, 0},
		{"macros.docx", attachmenttest.ZIP("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), validate.WrongType, 0},
		{"broken.docx", attachmenttest.Docx()[:120], validate.WrongType, 0},
		{"old.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)), validate.WrongType, 0},
		{"note.txt", []byte("pelkkää tekstiä"), validate.WrongType, 0},
		{"large.jpg", large(attachmenttest.JPEG(9, 9), 10), validate.TooBig, attachment.MaxPicture},
		{"large.pdf", large(attachmenttest.PDF("x"), 20), validate.TooBig, attachment.MaxDocument},
	} {
		err := b.files.Add(t.Context(), b.owner, b.act.ID, attachmenttest.File(tt.name, tt.content))
		var p validate.Problems
		if !errors.As(err, &p) || p[0] != (validate.Problem{Field: "files", Rule: tt.rule, Limit: tt.limit, Subject: tt.name}) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.rule)
		}
	}
	if n := b.stored(); n != 0 {
		t.Errorf("%d files have been stored", n)
	}
}

// The ending and what the browser says decide nothing.
func TestWhatIsTakenByItsBytes(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for _, tt := range []struct {
		name    string
		content []byte
		shown   string
		kind    attachment.Kind
	}{
		{"ohje.pdf", attachmenttest.PDF("a"), "ohje.pdf", attachment.Document},
		{"ohje.exe", attachmenttest.PDF("b"), "ohje.pdf", attachment.Document},
		{"ohje.docx", attachmenttest.Docx(), "ohje.docx", attachment.Document},
		{"odd.docx", attachmenttest.ZIP("docProps/app.xml", "customXml/item1.xml", "word/document.xml"), "odd.docx", attachment.Document},
		{"taulu.bin", attachmenttest.ZIP("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "taulu.xlsx", attachment.Document},
		{"esitys.pptx", attachmenttest.ZIP("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"), "esitys.pptx", attachment.Document},
		{"kuva.pdf", attachmenttest.JPEG(8, 8), "kuva.jpg", attachment.Picture},
	} {
		if err := b.files.Add(t.Context(), b.owner, b.act.ID, attachmenttest.File(tt.name, tt.content)); err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if a := attachmenttest.Last(t, b.files, b.owner, b.act); a.Name != tt.shown || a.Kind != tt.kind {
			t.Errorf("%s is the %s %s, want the %s %s", tt.name, a.Kind, a.Name, tt.kind, tt.shown)
		}
	}
}

func TestPicturesAreDrawnAnew(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	polyglot := append(attachmenttest.JPEG(900, 600), page...)
	for name, content := range map[string][]byte{
		"polyglot.jpg": polyglot,
		"gps.jpg":      attachmenttest.WithExif(attachmenttest.JPEG(902, 600), 1),
		"text.png":     bytes.Replace(attachmenttest.PNG(attachmenttest.Drawing(904, 600)), []byte("IEND\xaeB`\x82"), []byte("IEND\xaeB`\x82"+page), 1),
	} {
		a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File(name, content))
		if a.State != attachment.Ready || len(a.Widths) != 2 {
			t.Fatalf("%s is %s with the widths %v", name, a.State, a.Widths)
		}
		for _, width := range a.Widths {
			got := b.read(a, a.File(width))
			if bytes.Contains(got, []byte("script")) || bytes.Contains(got, []byte("GPS")) || bytes.Contains(got, []byte("Exif")) {
				t.Errorf("%s at %d pixels has kept what was hidden in it", name, width)
			}
			if c, _, err := image.DecodeConfig(bytes.NewReader(got)); err != nil || c.Width != width {
				t.Errorf("%s: %d wide, %v; want %d", name, c.Width, err, width)
			}
		}
		if _, err := b.blobs.Open(t.Context(), a.Blob+"/original"); err != nil {
			t.Errorf("%s: the original is gone before the job has removed it: %v", name, err)
		}
	}
	b.removeByJobs()
	for _, a := range b.all() {
		if _, err := b.blobs.Open(t.Context(), a.Blob+"/original"); err == nil {
			t.Errorf("%s: the original stays", a.Name)
		}
	}
}

func TestOrientationIsHonoured(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File("pysty.jpg", attachmenttest.WithExif(attachmenttest.JPEG(600, 400), 6)))
	if a.Width != 400 || a.Height != 600 {
		t.Fatalf("%d × %d, want 400 × 600", a.Width, a.Height)
	}
	p, _, err := image.Decode(bytes.NewReader(b.read(a, a.File(400))))
	if err != nil {
		t.Fatal(err)
	}
	top, bottom := color.NRGBAModel.Convert(p.At(200, 100)).(color.NRGBA), color.NRGBAModel.Convert(p.At(200, 500)).(color.NRGBA)
	if top.R < 150 || bottom.B < 150 {
		t.Errorf("on top %v, below %v; want red above blue", top, bottom)
	}
}

func TestWhatCannotBeDrawnIsRejected(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for name, tt := range map[string]struct {
		content []byte
		reason  attachment.Reason
	}{
		"bomb.png":   {attachmenttest.Bomb(60_000, 60_000), attachment.TooLarge},
		"long.png":   {attachmenttest.Bomb(2_000_000_000, 1), attachment.TooLarge},
		"nought.png": {attachmenttest.Bomb(0, 0), attachment.Unreadable},
		"cut.jpg":    {attachmenttest.JPEG(500, 500)[:900], attachment.Unreadable},
		"empty.png":  {attachmenttest.Bomb(5_000, 5_000), attachment.Unreadable},
	} {
		a := attachmenttest.Ready(t, b.files, b.owner, b.act, attachmenttest.File(name, tt.content))
		if a.State != attachment.Rejected || a.Reason != tt.reason {
			t.Errorf("%s is %s (%s), want rejected (%s)", name, a.State, a.Reason, tt.reason)
		}
		if _, err := b.files.Open(t.Context(), b.owner, a.ID, a.File(480)); err == nil {
			t.Errorf("%s opens", name)
		}
	}
	if got, err := b.files.Of(t.Context(), b.act, account.Account{}); err != nil || len(got) > 0 {
		t.Errorf("a visitor sees %d of them, %v", len(got), err)
	}
}

func (b *bench) read(a attachment.Attachment, file string) []byte {
	b.t.Helper()
	c, err := b.files.Open(b.t.Context(), b.owner, a.ID, file)
	if err != nil {
		b.t.Fatal(err)
	}
	defer c.Close()
	got, err := io.ReadAll(c)
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}
