package sketch

import "image/color"

// Walk is two people who walk and talk on a path by a lake.
func Walk() []byte {
	c := blank(paper)
	c.blob(sun, 960, 150, 70, 70)
	c.box(water, 0, 330, width, 140)
	c.shape(moss, 0, 330, 180, 270, 420, 320, 700, 280, 980, 325, width, 290, width, 335, 0, 335)
	c.shape(moss, 0, 440, width, 415, width, height, 0, height)
	c.shape(sand, 0, 650, 500, 560, width, 500, width, 570, 560, 660, 0, height)
	for i, x := range []float64{90, 240, 1010, 1120} {
		c.tree(x, 520+float64(i%2)*30, 300+float64(i%3)*50)
	}
	c.walker(520, 640, 260, tent)
	c.walker(680, 615, 250, lake)
	return c.png()
}

// Notes is a wall with four columns of notes, the last ones done.
func Notes() []byte {
	c := blank(sand)
	c.box(paper, 90, 70, 1020, 560)
	colors := []color.RGBA{tent, sun, water, moss}
	for i, column := range [][]int{{0, 1, 2, 0}, {1, 0, 2}, {2, 1}, {3, 3, 3, 3}} {
		x := 130 + float64(i)*245
		c.box(lake, x, 105, 205, 34)
		for j, n := range column {
			y := 165 + float64(j)*112
			c.box(colors[n], x+float64(j%2)*8, y, 190, 92)
			c.line(ink, 5, x+24, y+32, x+150, y+32)
			c.line(ink, 5, x+24, y+58, x+110, y+58)
		}
	}
	c.box(lake, 90, 630, 1020, 14)
	return c.png()
}

// Lights is the scale of a kitchen below three lights, the green one lit.
func Lights() []byte {
	c := blank(paper)
	c.box(sand, 0, 560, width, 160)
	c.box(lake, 180, 90, 190, 440)
	for i, lit := range []color.RGBA{{92, 49, 40, 255}, {110, 88, 60, 255}, {70, 180, 105, 255}} {
		c.blob(lit, 275, 170+float64(i)*140, 58, 58)
	}
	c.box(ink, 255, 530, 40, 60)
	c.box(lake, 560, 470, 460, 90)
	c.box(water, 600, 490, 150, 50)
	c.line(ink, 26, 790, 470, 790, 420)
	c.blob(ink, 790, 405, 260, 24)
	c.shape(tent, 600, 250, 980, 250, 930, 395, 650, 395)
	c.blob(sand, 790, 250, 190, 34)
	c.blob(moss, 740, 240, 70, 26)
	c.blob(sun, 850, 244, 60, 22)
	return c.png()
}

// Tools is a wall where each tool hangs on its own outline; one is out.
func Tools() []byte {
	c := blank(sand)
	c.box(lake, 80, 60, 1040, 520)
	for i := range 5 {
		x := 200 + float64(i)*200
		handle, outline := tent, water
		if i == 3 { // somebody has it
			handle = lake
		}
		c.line(outline, 66, x, 210, x, 470)
		c.blob(outline, x, 180, 78, 78)
		c.line(handle, 46, x, 250, x, 470)
		if i != 3 {
			c.blob(paper, x, 180, 58, 58)
			c.shape(lake, x-20, 110, x+20, 110, x+20, 180, x-20, 180)
		} else {
			c.blob(lake, x, 180, 58, 58)
		}
	}
	c.box(ink, 0, 620, width, 100)
	return c.png()
}

// Hut is a hut in the forest, with smoke and a fire place.
func Hut() []byte {
	c := blank(paper)
	c.shape(moss, 0, 520, 400, 490, 800, 500, width, 470, width, height, 0, height)
	for i, x := range []float64{70, 190, 330, 880, 1000, 1130} {
		c.tree(x, 540+float64(i%2)*25, 360+float64(i%3)*60)
	}
	c.shape(tent, 600, 170, 850, 560, 350, 560)
	c.shape(sun, 600, 330, 700, 560, 500, 560)
	c.shape(ink, 600, 400, 655, 560, 545, 560)
	for i := range 4 {
		c.blob(water, 600+float64(i*i)*9, 140-float64(i)*38, 22+float64(i)*9, 20+float64(i)*6)
	}
	for i := range 3 {
		c.walker([]float64{380, 470, 800}[i], 690, 120+float64(i%2)*20, []color.RGBA{lake, spruce, tent}[i])
	}
	return c.png()
}
