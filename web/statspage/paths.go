package statspage

import "github.com/a-h/templ"

func path(v view) string {
	if v.Campaign == "" {
		return "/tilastot"
	}
	return "/tilastot?kampanja=" + v.Campaign
}

// listPath is the very acts that the totals count, archived ones too.
func listPath(v view) string {
	if v.Campaign == "" {
		return "/tekojen-tori?arkisto=mukana"
	}
	return "/tekojen-tori?arkisto=mukana&kampanja=" + v.Campaign
}

// filePath is where the same tables are as a file.
func filePath(v view, format string) string {
	if v.Campaign == "" {
		return "/avoin-data/tilastot." + format
	}
	return "/avoin-data/tilastot." + format + "?kampanja=" + v.Campaign
}

func current(c choice) templ.Attributes {
	if c.Current {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}
