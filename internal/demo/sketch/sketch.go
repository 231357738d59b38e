// Package sketch draws the pictures of the demo acts: flat shapes in the
// colours of the portal.
package sketch

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/vector"
)

// The size of every sketch.
const (
	width  = 1200
	height = 720
)

// The colours, each with one meaning all through.
var (
	paper  = color.RGBA{251, 248, 243, 255}
	sand   = color.RGBA{236, 222, 196, 255}
	lake   = color.RGBA{11, 61, 84, 255}
	water  = color.RGBA{163, 210, 230, 255}
	tent   = color.RGBA{194, 65, 12, 255}
	sun    = color.RGBA{255, 192, 120, 255}
	spruce = color.RGBA{47, 107, 74, 255}
	moss   = color.RGBA{150, 185, 140, 255}
	ink    = color.RGBA{16, 34, 44, 255}
)

// A canvas is a sketch that is being drawn.
type canvas struct{ *image.RGBA }

func blank(ground color.RGBA) canvas {
	c := canvas{image.NewRGBA(image.Rect(0, 0, width, height))}
	c.box(ground, 0, 0, width, height)
	return c
}

// png is the finished sketch as a file.
func (c canvas) png() []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, c.RGBA) // a buffer takes everything
	return b.Bytes()
}

// shape fills a polygon, given as x, y, x, y….
func (c canvas) shape(fill color.RGBA, at ...float64) {
	area := around(at).Intersect(c.Bounds())
	if area.Empty() {
		return
	}
	r := vector.NewRasterizer(area.Dx(), area.Dy())
	x, y := float64(area.Min.X), float64(area.Min.Y)
	r.MoveTo(float32(at[0]-x), float32(at[1]-y))
	for i := 2; i < len(at); i += 2 {
		r.LineTo(float32(at[i]-x), float32(at[i+1]-y))
	}
	r.ClosePath()
	r.Draw(c.RGBA, area, image.NewUniform(fill), image.Point{}) // the canvas itself would take the slow way
}

// around is the smallest rectangle with all the places in it.
func around(at []float64) image.Rectangle {
	box := image.Rectangle{Min: image.Pt(width, height)}
	for i := 0; i < len(at); i += 2 {
		box.Min = image.Pt(min(box.Min.X, int(math.Floor(at[i]))), min(box.Min.Y, int(math.Floor(at[i+1]))))
		box.Max = image.Pt(max(box.Max.X, int(math.Ceil(at[i]))), max(box.Max.Y, int(math.Ceil(at[i+1]))))
	}
	return box
}

func (c canvas) box(fill color.RGBA, x, y, w, h float64) {
	c.shape(fill, x, y, x+w, y, x+w, y+h, x, y+h)
}

// blob fills an ellipse around a place.
func (c canvas) blob(fill color.RGBA, x, y, rx, ry float64) {
	const corners = 72
	at := make([]float64, 0, 2*corners)
	for i := range corners {
		turn := 2 * math.Pi * float64(i) / corners
		at = append(at, x+rx*math.Cos(turn), y+ry*math.Sin(turn))
	}
	c.shape(fill, at...)
}

// line draws a stroke with round ends.
func (c canvas) line(fill color.RGBA, thick, x1, y1, x2, y2 float64) {
	length := math.Hypot(x2-x1, y2-y1)
	dx, dy := (y2-y1)/length*thick/2, (x1-x2)/length*thick/2
	c.shape(fill, x1+dx, y1+dy, x2+dx, y2+dy, x2-dx, y2-dy, x1-dx, y1-dy)
	c.blob(fill, x1, y1, thick/2, thick/2)
	c.blob(fill, x2, y2, thick/2, thick/2)
}

// tree stands on its foot.
func (c canvas) tree(x, foot, tall float64) {
	c.box(ink, x-tall*.03, foot-tall*.15, tall*.06, tall*.15)
	for i := range 3 {
		top := foot - tall + float64(i)*tall*.25
		half := tall * (.14 + .06*float64(i))
		c.shape(spruce, x, top, x+half, top+tall*.4, x-half, top+tall*.4)
	}
}

// walker is a person who walks to the right.
func (c canvas) walker(x, foot, tall float64, coat color.RGBA) {
	hip, shoulder := foot-tall*.45, foot-tall*.78
	c.line(ink, tall*.09, x, hip, x+tall*.16, foot)
	c.line(ink, tall*.09, x, hip, x-tall*.15, foot-tall*.02)
	c.line(coat, tall*.24, x, shoulder+tall*.06, x, hip)
	c.line(coat, tall*.08, x, shoulder+tall*.03, x+tall*.19, hip-tall*.04)
	c.blob(sun, x+tall*.02, foot-tall*.92, tall*.085, tall*.095)
	c.shape(ink, x-tall*.08, foot-tall*.93, x-tall*.04, foot-tall*1.02, x+tall*.07, foot-tall*1.02, x+tall*.11, foot-tall*.94)
}
