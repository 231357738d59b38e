package wording

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// maxForms is how deep forms may stand in each other.
const maxForms = 4

// readPDF draws every page with a pen that leaves words.
func readPDF(doc io.ReaderAt, size int64, to *collector) error {
	r, err := pdf.NewReader(doc, size)
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return errEncrypted
	case err != nil && strings.Contains(err.Error(), "encrypt"): // in a way that the reader does not know
		return errEncrypted
	case err != nil:
		return fmt.Errorf("open a PDF: %w", err)
	}
	pages := r.NumPage()
	var failed error
	for n := 1; n <= min(pages, maxPages) && !to.full; n++ {
		err := caught(func() error {
			p := r.Page(n)
			if p.V.IsNull() || p.V.Key("Contents").IsNull() {
				return nil
			}
			d := drawing{to: to, fonts: map[string]*font{}}
			d.draw(p.V.Key("Contents"), p.Resources(), 0)
			return nil
		})
		to.add("\n")
		failed = errors.Join(failed, err) // other pages may be whole
	}
	to.full = to.full || pages > maxPages
	return failed
}

// A drawing is one page as it is drawn.
type drawing struct {
	to    *collector
	fonts map[string]*font // by the name of the form and its own
	pen   pen
	saved []pen
}

// maxSaved bounds the states that a page may keep.
const maxSaved = 512

// draw carries out the operators of a page or a form. Those that show no text
// and move nothing are passed over.
func (d *drawing) draw(content, resources pdf.Value, depth int) {
	pdf.Interpret(content, func(stack *pdf.Stack, op string) {
		if d.to.full {
			panic("enough")
		}
		args := take(stack)
		switch op {
		case "q":
			if len(d.saved) < maxSaved {
				d.saved = append(d.saved, d.pen)
			}
		case "Q":
			if n := len(d.saved); n > 0 {
				d.pen, d.saved = d.saved[n-1].at(d.pen), d.saved[:n-1]
			}
		case "Do":
			if len(args) == 1 && depth < maxForms {
				d.form(resources, args[0].Name(), depth)
			}
		case "Tf":
			if len(args) == 2 {
				d.pen.font, d.pen.size = d.font(resources, args[0].Name(), depth), args[1].Float64()
			}
		case "Tj", "'", `"`, "TJ":
			d.show(op, args)
		default:
			d.pen.move(op, numbers(args))
		}
	})
}

// form draws what stands on the page from elsewhere.
func (d *drawing) form(resources pdf.Value, name string, depth int) {
	x := resources.Key("XObject").Key(name)
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	own := x.Key("Resources")
	if own.IsNull() {
		own = resources
	}
	before := d.pen
	if m := numbers(values(x.Key("Matrix"))); len(m) == 6 {
		d.pen.page = matrix(m).times(d.pen.page)
	}
	d.draw(x, own, depth+1)
	d.pen = before.at(d.pen)
}

// font is a font of the resources, read once.
func (d *drawing) font(resources pdf.Value, name string, depth int) *font {
	key := fmt.Sprint(depth, "/", name)
	if depth > 0 { // forms may have fonts of the same name
		return newFont(resources.Key("Font").Key(name))
	}
	if d.fonts[key] == nil {
		d.fonts[key] = newFont(resources.Key("Font").Key(name))
	}
	return d.fonts[key]
}

// wide is the move between two pieces of a text, in thousandths of its size,
// from which a space must be meant.
const wide = 180

// show writes text where the pen is.
func (d *drawing) show(op string, args []pdf.Value) {
	if len(args) == 0 || d.pen.font == nil {
		return
	}
	if op == "'" || op == `"` {
		d.pen.move("T*", nil)
	}
	last := args[len(args)-1]
	if op != "TJ" {
		d.write(last.RawString())
		return
	}
	for i := range last.Len() {
		v := last.Index(i)
		if v.Kind() == pdf.String {
			d.write(v.RawString())
			continue
		}
		d.pen.forward(-v.Float64() / 1000 * d.pen.size)
	}
}

func (d *drawing) write(raw string) {
	if raw == "" {
		return
	}
	d.to.add(d.pen.gap())
	d.to.add(d.pen.font.decode(raw))
	d.pen.forward(d.pen.font.width(raw)/1000*d.pen.size + float64(d.pen.font.letters(raw))*d.pen.spacing)
	d.pen.ended()
}

// take empties the stack of operands.
func take(stack *pdf.Stack) []pdf.Value {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	return args
}

func values(v pdf.Value) []pdf.Value {
	list := make([]pdf.Value, v.Len())
	for i := range list {
		list[i] = v.Index(i)
	}
	return list
}

func numbers(args []pdf.Value) []float64 {
	list := make([]float64, len(args))
	for i, a := range args {
		list[i] = a.Float64()
	}
	return list
}
