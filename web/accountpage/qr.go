package accountpage

import (
	"fmt"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// A qrCode is drawn as one path, a square for each dark module.
type qrCode struct {
	Box  string // of the view, with the quiet zone that readers need
	Path string
}

// quiet is the modules of white around a code.
const quiet = 4

func drawQR(text string) (qrCode, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return qrCode{}, fmt.Errorf("draw QR code: %w", err)
	}
	var path strings.Builder
	size := code.Bounds().Dx()
	for y := range size {
		for x := range size {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return qrCode{Box: fmt.Sprintf("0 0 %[1]d %[1]d", size+2*quiet), Path: path.String()}, nil
}
