package exportpage

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}
