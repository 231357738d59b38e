package wording

import "github.com/ledongthuc/pdf"

// A font is how the bytes of a text become letters, and how wide they are.
type font struct {
	encoder pdf.TextEncoding
	double  bool            // two bytes a letter
	widths  map[int]float64 // in thousandths of the size
	usual   float64         // of the letters that widths lack
	decoded map[string]string
}

// usualWidth is of a letter that no font tells of.
const usualWidth = 500

func newFont(v pdf.Value) *font {
	of := pdf.Font{V: v}
	f := &font{encoder: of.Encoder(), widths: map[int]float64{}, usual: usualWidth, decoded: map[string]string{}}
	if v.Key("Subtype").Name() == "Type0" {
		f.double = true
		f.readPairs(v.Key("DescendantFonts").Index(0))
		return f
	}
	first := of.FirstChar()
	for i, w := range of.Widths() {
		if i > 255 {
			break
		}
		f.widths[first+i] = w
	}
	return f
}

// readPairs reads the widths of a font of two bytes a letter: "from [w w w]"
// or "from to w".
func (f *font) readPairs(v pdf.Value) {
	if w := v.Key("DW"); !w.IsNull() {
		f.usual = w.Float64()
	} else {
		f.usual = 1000
	}
	list := v.Key("W")
	for i := 0; i+1 < list.Len(); {
		from := int(list.Index(i).Int64())
		if each := list.Index(i + 1); each.Kind() == pdf.Array {
			for j := range each.Len() {
				f.widths[from+j] = each.Index(j).Float64()
			}
			i += 2
			continue
		}
		to := min(int(list.Index(i+1).Int64()), 1<<16)
		for code := from; code >= 0 && code <= to; code++ {
			f.widths[code] = list.Index(i + 2).Float64()
		}
		i += 3
	}
}

// letters is how many there are in some bytes.
func (f *font) letters(raw string) int {
	if f.double {
		return len(raw) / 2
	}
	return len(raw)
}

func (f *font) width(raw string) float64 {
	sum, step := 0.0, 1
	if f.double {
		step = 2
	}
	for i := 0; i+step <= len(raw); i += step {
		code := int(raw[i])
		if f.double {
			code = code<<8 | int(raw[i+1])
		}
		w, ok := f.widths[code]
		if !ok {
			w = f.usual
		}
		sum += w
	}
	return sum
}

// maxDecoded bounds the pieces of text that are kept decoded.
const maxDecoded = 4096

func (f *font) decode(raw string) string {
	if s, ok := f.decoded[raw]; ok {
		return s
	}
	s := f.encoder.Decode(raw)
	if len(f.decoded) < maxDecoded {
		f.decoded[raw] = s
	}
	return s
}
