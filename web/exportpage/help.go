package exportpage

// chosen reports whether some columns are left out, or wrong ones asked for.
func (v view) chosen() bool {
	_, wrong := v.Problems.For("columns")
	for _, c := range v.Columns {
		wrong = wrong || !c.Chosen
	}
	return wrong
}
