package attachment

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	xdraw "golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // image.Decode reads it

	"tekojentori.fi/tori/internal/limit"
)

// The widths that a picture is drawn in, as far as it is as wide.
const (
	small  = 480
	medium = 960
	large  = 1600
)

// The largest picture that is drawn: a bomb of a few kilobytes may tell of a
// hundred times as many pixels.
const (
	maxPixels  = limit.Pixels * 1_000_000
	maxDecoded = 200 << 20 // bytes in memory
	maxSide    = 20_000
)

// quality of the JPEG files.
const quality = 82

// A drawing is a picture in its widths.
type drawing struct {
	mediaType, ending string
	pictures          []picture // from small to large
}

type picture struct {
	width, height int
	bytes         []byte
}

// draw makes a picture anew: upright, in our widths, without anything that
// was written beside it. It is a Reason if that cannot be done.
func draw(r io.ReadSeeker) (drawing, Reason, error) {
	config, _, err := readAs(r, image.DecodeConfig)
	switch {
	case err != nil:
		return drawing{}, Unreadable, reading(err)
	case !bearable(config):
		return drawing{}, TooLarge, nil
	}
	turn, err := orientation(r)
	if err != nil {
		return drawing{}, "", err
	}
	source, _, err := readAs(r, image.Decode)
	if err != nil {
		return drawing{}, Unreadable, reading(err)
	}
	d, err := redraw(source, turn)
	return d, "", err
}

// readAs reads the picture from its start. What panics in a decoder is
// a picture that cannot be read.
func readAs[T any](r io.ReadSeeker, decode func(io.Reader) (T, string, error)) (v T, name string, err error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return v, "", storeError{err}
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decode: %v", p)
		}
	}()
	return decode(bufio.NewReader(watched{r}))
}

// A storeError is one of the place where the bytes are, not of the bytes.
type storeError struct{ error }

func (e storeError) Unwrap() error { return e.error }

// watched marks the errors of the place.
type watched struct{ io.Reader }

func (w watched) Read(b []byte) (int, error) {
	n, err := w.Reader.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = storeError{err}
	}
	return n, err
}

// reading is err if the bytes could not be had, and nil if they are no picture.
func reading(err error) error {
	var store storeError
	if errors.As(err, &store) {
		return err
	}
	return nil
}

// bearable reports whether there is memory for a picture.
func bearable(c image.Config) bool {
	if c.Width < 1 || c.Height < 1 || c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels {
		return false
	}
	depth := 4
	switch c.ColorModel {
	case color.GrayModel:
		depth = 1
	case color.YCbCrModel:
		depth = 3
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		depth = 8
	}
	return c.Width*c.Height*depth <= maxDecoded
}

// redraw draws the largest width from the source and each smaller one from
// the next larger, which is as good and much quicker.
func redraw(source image.Image, turn turning) (drawing, error) {
	d := drawing{mediaType: "image/jpeg", ending: ".jpg"}
	if o, ok := source.(interface{ Opaque() bool }); ok && !o.Opaque() {
		d.mediaType, d.ending = "image/png", ".png"
	}
	full := turn.size(source.Bounds().Size())
	from := turn.apply(scaled(source, turn.size(fit(full, large))))
	for _, width := range []int{large, medium, small} {
		switch {
		case width < from.Bounds().Dx():
			from = scaled(from, fit(from.Bounds().Size(), width))
		case width != large: // the picture is smaller than that
			continue
		}
		encoded, err := encode(from, d.mediaType)
		if err != nil {
			return d, err
		}
		d.pictures = append([]picture{{from.Bounds().Dx(), from.Bounds().Dy(), encoded}}, d.pictures...)
	}
	return d, nil
}

// fit is the size of a picture no wider than width.
func fit(size image.Point, width int) image.Point {
	if size.X <= width {
		return size
	}
	return image.Pt(width, max(1, (size.Y*width+size.X/2)/size.X))
}

// scaled is the picture in another size, always drawn anew.
func scaled(source image.Image, size image.Point) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: size})
	xdraw.CatmullRom.Scale(out, out.Bounds(), source, source.Bounds(), xdraw.Src, nil)
	return out
}

func encode(p image.Image, mediaType string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if mediaType == "image/png" {
		err = png.Encode(&b, p)
	} else {
		err = jpeg.Encode(&b, p, &jpeg.Options{Quality: quality})
	}
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return b.Bytes(), nil
}
