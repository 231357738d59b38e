package moderationpage

import "tekojentori.fi/tori/internal/validate"

func tabPath(t tab) string {
	if t.slug == "" {
		return "/moderointi"
	}
	return "/moderointi?rajaus=" + t.slug
}

// reasonFor is the reason as typed, in the form that it was typed in.
func reasonFor(v reviewView, deed string) string {
	if v.Deed == deed {
		return v.Reason
	}
	return ""
}

func problemsFor(v reviewView, deed string) validate.Problems {
	if v.Deed == deed {
		return v.Problems
	}
	return nil
}
