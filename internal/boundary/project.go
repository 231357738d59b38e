package boundary

import "math"

// tm35fin is degrees of WGS84 in metres of EPSG:3067 (ETRS-TM35FIN): the
// transverse Mercator projection on the ellipsoid GRS80 about 27° E, by
// Krüger's series, good to a millimetre in Finland.
func tm35fin(lon, lat float64) (east, north float64) {
	const (
		a  = 6378137.0
		f  = 1 / 298.257222101
		k0 = 0.9996
	)
	n := f / (2 - f)
	radius := a / (1 + n) * (1 + n*n/4 + n*n*n*n/64)
	h := [...]float64{n/2 - 2*n*n/3 + 5*n*n*n/16, 13*n*n/48 - 3*n*n*n/5, 61 * n * n * n / 240}
	e := math.Sqrt(f * (2 - f))
	phi, lambda := lat*math.Pi/180, (lon-27)*math.Pi/180
	q := math.Asinh(math.Tan(phi)) - e*math.Atanh(e*math.Sin(phi))
	beta := math.Atan(math.Sinh(q))
	eta := math.Atanh(math.Cos(beta) * math.Sin(lambda))
	xi := math.Asin(math.Min(1, math.Max(-1, math.Sin(beta)*math.Cosh(eta))))
	x, y := xi, eta
	for i, c := range h {
		m := float64(2 * (i + 1))
		x += c * math.Sin(m*xi) * math.Cosh(m*eta)
		y += c * math.Cos(m*xi) * math.Sinh(m*eta)
	}
	return 500000 + k0*radius*y, k0 * radius * x
}
