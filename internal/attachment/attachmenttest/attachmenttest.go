// Package attachmenttest has files and attachments for tests.
package attachmenttest

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/blob"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
)

// Service is the attachments of a database, with their bytes in a folder of
// the test. Its jobs are written down and not done: see Ready.
func Service(t testing.TB, db *postgres.DB, acts *act.Service) *attachment.Service {
	t.Helper()
	jobs, err := job.New(db, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	blobs, err := blob.Open(t.Context(), "", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return attachment.New(db, attachment.Parts{Acts: acts, Blobs: blobs, Jobs: jobs}, time.Now)
}

// File is an incoming file.
func File(name string, content []byte) attachment.Incoming {
	return attachment.Incoming{Name: name, Size: int64(len(content)), Content: bytes.NewReader(content)}
}

// Ready is a file of an act that the owner has added and described, and that
// the jobs have dealt with.
func Ready(t testing.TB, s *attachment.Service, owner account.Account, of act.Act, in attachment.Incoming) attachment.Attachment {
	t.Helper()
	if err := s.Add(t.Context(), owner, of.ID, in); err != nil {
		t.Fatal(err)
	}
	a := Last(t, s, owner, of)
	if err := s.Describe(t.Context(), owner, of.ID, map[attachment.ID]string{a.ID: "Mitä " + in.Name + " esittää"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Process(t.Context(), a.ID); err != nil {
		t.Fatal(err)
	}
	return Last(t, s, owner, of)
}

// Last is the newest attachment of an act.
func Last(t testing.TB, s *attachment.Service, viewer account.Account, of act.Act) attachment.Attachment {
	t.Helper()
	all, err := s.Of(t.Context(), of, viewer)
	if err != nil || len(all) == 0 {
		t.Fatalf("%v has no attachment: %v", of.ID, err)
	}
	return all[len(all)-1]
}

// Drawing is a picture with a red left half and a blue right one.
func Drawing(width, height int) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{200, 30, 30, 255}
			if x >= width/2 {
				c = color.NRGBA{30, 30, 200, 255}
			}
			p.SetNRGBA(x, y, c)
		}
	}
	return p
}

// JPEG is Drawing as a file.
func JPEG(width, height int) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, Drawing(width, height), nil) // a buffer takes everything
	return b.Bytes()
}

// PNG is a picture as a file.
func PNG(p image.Image) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, p)
	return b.Bytes()
}

// ZIP is an archive of entries with a few bytes each.
func ZIP(names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte("<xml/>"))
		}
		if err != nil {
			panic(err)
		}
	}
	_ = z.Close()
	return b.Bytes()
}

// Docx is the entries of a document of Word.
func Docx() []byte { return ZIP("[Content_Types].xml", "_rels/.rels", "word/document.xml") }

// Bomb is a PNG of a few bytes that tells of many pixels.
func Bomb(width, height uint32) []byte {
	b := PNG(image.NewGray(image.Rect(0, 0, 1, 1)))
	header := b[12:29] // IHDR and its 13 bytes
	for i, v := range []uint32{width, height} {
		header[4+4*i], header[5+4*i], header[6+4*i], header[7+4*i] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
	}
	sum := crc32.ChecksumIEEE(header)
	b[29], b[30], b[31], b[32] = byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum)
	return b
}

// WithExif is a JPEG that a camera, held as the number says, wrote a place
// into.
func WithExif(photo []byte, orientation byte) []byte {
	note := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	note = append(note, orientation, 0, 0, 0, 0, 0, 0)
	note = append(note, "GPSLatitude 60.1699 N GPSLongitude 24.9384 E"...)
	size := len(note) + 2
	out := append([]byte{}, photo[:2]...)
	out = append(out, 0xff, 0xe1, byte(size>>8), byte(size))
	return append(append(out, note...), photo[2:]...)
}
