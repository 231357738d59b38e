package wording

import "math"

// A pen is where the next letter of a page stands.
type pen struct {
	page       matrix // from the page to the paper
	text, line matrix // from the text, and the line, to the page
	font       *font
	size       float64
	leading    float64
	spacing    float64 // after each letter
	stretch    float64 // 0: as it is

	wrote      bool
	endX, endY float64 // of what was written last, on the paper
}

// at is the pen where another one has stopped writing.
func (p pen) at(o pen) pen {
	p.wrote, p.endX, p.endY = o.wrote, o.endX, o.endY
	return p
}

// move carries out an operator that moves the pen or changes how it writes.
func (p *pen) move(op string, n []float64) {
	switch {
	case op == "cm" && len(n) == 6:
		p.page = matrix(n).times(p.page)
	case op == "BT":
		p.text, p.line = matrix{}, matrix{}
	case op == "Tm" && len(n) == 6:
		p.line = matrix(n)
		p.text = p.line
	case (op == "Td" || op == "TD") && len(n) == 2:
		if op == "TD" {
			p.leading = -n[1]
		}
		p.line = shift(n[0], n[1]).times(p.line)
		p.text = p.line
	case op == "T*":
		p.line = shift(0, -p.leading).times(p.line)
		p.text = p.line
	case op == "TL" && len(n) == 1:
		p.leading = n[0]
	case op == "Tc" && len(n) == 1:
		p.spacing = n[0]
	case op == "Tz" && len(n) == 1:
		p.stretch = n[0] / 100
	}
}

// forward moves the pen along its line.
func (p *pen) forward(by float64) {
	if p.stretch != 0 {
		by *= p.stretch
	}
	p.text = shift(by, 0).times(p.text)
}

// gap is what must stand between what was written last and what comes: a line,
// a space or nothing.
func (p *pen) gap() string {
	if !p.wrote {
		return ""
	}
	on := p.text.times(p.page).full()
	em := math.Abs(p.size) * max(math.Hypot(on[0], on[1]), math.Hypot(on[2], on[3]))
	dx, dy := on[4]-p.endX, on[5]-p.endY
	if math.Hypot(on[0], on[1]) > 0 { // along the line and across it, however it is turned
		c, s := on[0]/math.Hypot(on[0], on[1]), on[1]/math.Hypot(on[0], on[1])
		dx, dy = dx*c+dy*s, dy*c-dx*s
	}
	switch {
	case math.Abs(dy) > em/2:
		return "\n"
	case dx > em*wide/1000 || dx < -em:
		return " "
	}
	return ""
}

// ended notes where the pen is.
func (p *pen) ended() {
	on := p.text.times(p.page).full()
	p.wrote, p.endX, p.endY = true, on[4], on[5]
}

// A matrix maps a plane onto another; nil or empty is no change.
type matrix []float64

func (m matrix) full() matrix {
	if len(m) != 6 {
		return matrix{1, 0, 0, 1, 0, 0}
	}
	return m
}

func shift(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// times is m and then o.
func (m matrix) times(o matrix) matrix {
	a, b := m.full(), o.full()
	return matrix{
		a[0]*b[0] + a[1]*b[2], a[0]*b[1] + a[1]*b[3],
		a[2]*b[0] + a[3]*b[2], a[2]*b[1] + a[3]*b[3],
		a[4]*b[0] + a[5]*b[2] + b[4], a[4]*b[1] + a[5]*b[3] + b[5],
	}
}
