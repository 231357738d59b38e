package attachment

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corners is a picture whose four corners differ, as taken.
func corners() *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, 3, 2))
	for i, at := range []image.Point{{0, 0}, {2, 0}, {2, 1}, {0, 1}} {
		p.SetRGBA(at.X, at.Y, color.RGBA{R: uint8(i + 1), A: 255})
	}
	return p
}

func TestTurning(t *testing.T) {
	t.Parallel()
	// The corner that is on top left, top right, bottom right and bottom left
	// once the picture is upright.
	for turn, want := range map[turning][]uint8{
		1: {1, 2, 3, 4}, 2: {2, 1, 4, 3}, 3: {3, 4, 1, 2}, 4: {4, 3, 2, 1},
		5: {1, 4, 3, 2}, 6: {4, 1, 2, 3}, 7: {3, 2, 1, 4}, 8: {2, 3, 4, 1},
	} {
		p := turn.apply(corners())
		r := p.Bounds().Max.Sub(image.Pt(1, 1))
		var got []uint8
		for _, at := range []image.Point{{0, 0}, {r.X, 0}, r, {0, r.Y}} {
			got = append(got, p.RGBAAt(at.X, at.Y).R)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("orientation %d (-want +got):\n%s", turn, diff)
		}
	}
}

func TestOddNotesAreUpright(t *testing.T) {
	t.Parallel()
	for _, note := range []string{
		"", "\xff\xd8", "\xff\xd8Exif\x00\x00", "\xff\xd8Exif\x00\x00MM\x00\x2a\xff\xff\xff\xff", "\xff\xd8Exif\x00\x00II\x2a\x00\x08\x00\x00\x00\xff\xff\x12\x01",
		"\xff\xd8Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x63\x00\x00", "RIFF0000WEBPEXIF", "\x89PNGeXIf",
	} {
		if got := exif([]byte(note)); got != 1 {
			t.Errorf("%q is turned by %d", note, got)
		}
	}
}

func FuzzExif(f *testing.F) {
	f.Add([]byte("\xff\xd8Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if got := exif(b); got < 1 || got > 8 {
			t.Errorf("turned by %d", got)
		}
	})
}

func TestWidths(t *testing.T) {
	t.Parallel()
	for source, want := range map[image.Point][]image.Point{
		{3000, 2000}: {{480, 320}, {960, 640}, {1600, 1067}},
		{1000, 10}:   {{480, 5}, {960, 10}, {1000, 10}},
		{480, 300}:   {{480, 300}},
		{20, 900}:    {{20, 900}},
	} {
		d, err := redraw(image.NewGray(image.Rectangle{Max: source}), 1)
		if err != nil {
			t.Fatal(err)
		}
		var got []image.Point
		for _, p := range d.pictures {
			c, _, err := image.DecodeConfig(bytes.NewReader(p.bytes))
			if err != nil || c.Width != p.width || c.Height != p.height {
				t.Errorf("%v: %v, told %d × %d, is %d × %d", source, err, p.width, p.height, c.Width, c.Height)
			}
			got = append(got, image.Pt(p.width, p.height))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", source, diff)
		}
	}
}

func TestNamesAreShownSafely(t *testing.T) {
	t.Parallel()
	jpg := formats()[0]
	for name, want := range map[string]string{
		"kierros.JPG": "kierros.jpg", "../../etc/passwd": "passwd.jpg", `C:\Users\Aino\kuva.png`: "kuva.jpg", "": "kuva.jpg", ".jpg": "kuva.jpg",
		"a\u202egpj.exe": "agpj.jpg", "a\x00b\r\nSet-Cookie: x.jpg": "abSet-Cookie: x.jpg", "työn ääni.jpeg": "työn ääni.jpg", "\xff\xfe.jpg": "kuva.jpg",
		`"><script>.jpg`: `"><script>.jpg`, "...": "kuva.jpg",
	} {
		if got := shown(name, jpg); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
	if got := (Attachment{Kind: Picture, Name: `"><script>ä b.jpg`}).File(480); got != "script-a-b-480.jpg" {
		t.Errorf("the address ends in %q", got)
	}
}
