package attachment

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"io"
)

// A turning is how a camera was held, as EXIF numbers it: 1 is upright.
type turning int

// maxHead is how far into a file the note of the camera is looked for.
const maxHead = 256 << 10

// orientation is what the camera wrote into a picture; upright if nothing.
func orientation(r io.ReadSeeker) (turning, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return 1, err
	}
	head, err := io.ReadAll(io.LimitReader(r, maxHead))
	if err != nil {
		return 1, err
	}
	return exif(head), nil
}

// exif finds the note: in JPEG after "Exif\0\0", in WebP and PNG as a chunk.
// Whatever is not as it should be is upright.
func exif(head []byte) turning {
	var note []byte
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xd8")):
		_, note, _ = bytes.Cut(head, []byte("Exif\x00\x00"))
	case bytes.HasPrefix(head, []byte("\x89PNG")):
		_, note, _ = bytes.Cut(head, []byte("eXIf"))
	case bytes.HasPrefix(head, []byte("RIFF")):
		if _, chunk, ok := bytes.Cut(head, []byte("EXIF")); ok && len(chunk) > 4 {
			note = bytes.TrimPrefix(chunk[4:], []byte("Exif\x00\x00"))
		}
	}
	t, err := tiff(note)
	if err != nil || t < 1 || t > 8 {
		return 1
	}
	return t
}

// tiff reads the tag Orientation of the first directory.
func tiff(b []byte) (turning, error) {
	const tag, entry = 0x112, 12
	short := errors.New("too short")
	if len(b) < 8 {
		return 1, short
	}
	var order binary.ByteOrder = binary.LittleEndian
	if b[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return 1, short
	}
	n := int64(order.Uint16(b[at:]))
	for i := at + 2; n > 0; n, i = n-1, i+entry {
		if i+entry > int64(len(b)) {
			return 1, short
		}
		if order.Uint16(b[i:]) == tag {
			return turning(order.Uint16(b[i+8:])), nil
		}
	}
	return 1, nil
}

// size is the size of an upright picture of which a has been taken, and the
// other way round.
func (t turning) size(a image.Point) image.Point {
	if t >= 5 {
		return image.Pt(a.Y, a.X)
	}
	return a
}

// apply is the picture upright.
func (t turning) apply(p *image.RGBA) *image.RGBA {
	if t <= 1 {
		return p
	}
	size := t.size(p.Bounds().Size())
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			from := t.source(x, y, size)
			copy(out.Pix[out.PixOffset(x, y):][:4], p.Pix[p.PixOffset(from.X, from.Y):][:4])
		}
	}
	return out
}

// source is the place in the picture as taken of a place in the upright one.
func (t turning) source(x, y int, size image.Point) image.Point {
	right, bottom := size.X-1-x, size.Y-1-y
	switch t {
	case 2:
		return image.Pt(right, y)
	case 3:
		return image.Pt(right, bottom)
	case 4:
		return image.Pt(x, bottom)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, right)
	case 7:
		return image.Pt(bottom, right)
	case 8:
		return image.Pt(bottom, x)
	}
	return image.Pt(x, y)
}
