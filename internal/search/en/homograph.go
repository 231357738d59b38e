package en

import "strings"

// Homograph reports whether a common English word is also a Finnish one that
// means something else: home is mould, tie a road.
func Homograph(word string) bool { return strings.Contains(homographs, " "+word+" ") }

// homographs are those for which Finnish synonyms would be found.
const homographs = " home into led tie "
