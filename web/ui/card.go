package ui

// Card is one act in a list.
type Card struct {
	Title, URL, Lead string
	Sector           string // its name
	Color            string // data-color of its awning; see ColorOf
	Organization     string
	Date             string
	Awarded          bool
	Adopted          string // by how many others, in words; "" for none
	Lang             string // of the title and the lead
}

// ColorOf is the colour of a sector by its code. Colour is never the only
// sign: the name stands on the card too.
func ColorOf(sector string) string {
	switch sector {
	case "education-and-upbringing":
		return "aurinko"
	case "social-and-health-services":
		return "puolukka"
	case "management-administration-and-finance":
		return "mustikka"
	case "culture-and-leisure":
		return "kanerva"
	case "housing-property-and-environment":
		return "kuusi"
	case "business-services":
		return "savi"
	case "cleaning-and-catering-services":
		return "meri"
	case "employment-services":
		return "teltta"
	}
	return "jarvi"
}
