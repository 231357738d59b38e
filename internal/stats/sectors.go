package stats

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/taxonomy"
)

// A mapping is what a term of an older list is in the current one.
type mapping struct{ FromTerm, ToTerm int16 }

// sectorLists is the list of 2020 beside the current one, and what the sectors
// of each are in the other.
type sectorLists struct {
	older   values
	toOlder map[string][]string // by code and slug of the current list
	toNewer map[string][]string // by code and slug of the older list
	notes   [2][]i18n.Text      // of the current list, of the older one
}

// sectorListsOf also fills in the older sectors of each term: a term of 2020 is
// itself, one of today is every term of 2020 that has become it.
func sectorListsOf(lists *taxonomy.Lists, mapped []mapping, masks map[int16]uint64) sectorLists {
	s := sectorLists{toOlder: map[string][]string{}, toNewer: map[string][]string{}}
	older, newer := lists.OlderSectors(), lists.Sectors()
	for _, t := range older {
		masks[int16(t.ID)] = 1 << s.older.add(Value{t.Code, t.Slug, t.Name})
	}
	became := map[taxonomy.ID]taxonomy.ID{}
	for _, m := range mapped {
		if own, ok := masks[m.FromTerm]; ok && lists.Term(taxonomy.ID(m.FromTerm)).List == taxonomy.OlderSectors {
			masks[m.ToTerm] |= own
			became[taxonomy.ID(m.FromTerm)] = taxonomy.ID(m.ToTerm)
		}
	}
	var lost, parted, unmapped []taxonomy.Term
	for _, t := range newer {
		codes := s.older.codesOf(masks[int16(t.ID)])
		s.toOlder[t.Code], s.toOlder[t.Slug] = codes, codes
		switch len(codes) {
		case 0:
			lost = append(lost, t)
		case 1:
		default:
			parted = append(parted, t)
		}
	}
	for _, t := range older {
		to, ok := became[t.ID]
		if !ok {
			unmapped = append(unmapped, t)
			continue
		}
		codes := []string{lists.Term(to).Code}
		s.toNewer[t.Code], s.toNewer[t.Slug] = codes, codes
	}
	s.notes = [2][]i18n.Text{
		notesOf(noneInNewer, unmapped),
		append(notesOf(noneInOlder, lost), notesOf(manyInOlder, parted)...),
	}
	return s
}

// codesOf is the codes of the values of a mask.
func (v *values) codesOf(mask uint64) (codes []string) {
	for ; mask != 0; mask &= mask - 1 {
		codes = append(codes, v.list[bits.TrailingZeros64(mask)].Code)
	}
	return codes
}

var (
	noneInOlder = i18n.T(
		"Vuoden 2020 luettelossa ei ole vastinetta näille: %s. Teko, jolla ei ole muuta toimialaa, on rivillä tai sarakkeessa ”Ei toimialaa tässä luettelossa” ja mukana yhteismäärässä.",
		"I listan från 2020 finns ingen motsvarighet till: %s. En gärning som inte har någon annan bransch finns under ”Ingen bransch i den här listan” och ingår i totalen.",
		"The list of 2020 has nothing for: %s. An act that has no other sector stands under “No sector in this list”, and in the total.")
	manyInOlder = i18n.T(
		"Vuoden 2020 luettelossa näillä on useampi vastine: %s. Teko on niistä jokaisella, yhteismäärässä kerran.",
		"I listan från 2020 har dessa flera motsvarigheter: %s. Gärningen finns under var och en av dem, men en gång i totalen.",
		"The list of 2020 has several for: %s. The act stands under each of them, and once in the total.")
	noneInNewer = i18n.T(
		"Vuoden 2022 luettelossa ei ole vastinetta näille: %s. Teko, jolla ei ole muuta toimialaa, on rivillä tai sarakkeessa ”Ei toimialaa tässä luettelossa” ja mukana yhteismäärässä.",
		"I listan från 2022 finns ingen motsvarighet till: %s. En gärning som inte har någon annan bransch finns under ”Ingen bransch i den här listan” och ingår i totalen.",
		"The list of 2022 has nothing for: %s. An act that has no other sector stands under “No sector in this list”, and in the total.")
	notInList = i18n.T("Ei toimialaa tässä luettelossa", "Ingen bransch i den här listan", "No sector in this list")
)

// notesOf tells something of some terms; nothing of none.
func notesOf(says i18n.Text, terms []taxonomy.Term) []i18n.Text {
	if len(terms) == 0 {
		return nil
	}
	return []i18n.Text{inEach(func(l i18n.Lang) string {
		names := make([]string, len(terms))
		for i, t := range terms {
			names[i] = t.Name.To(l)
		}
		return fmt.Sprintf(says.To(l), strings.Join(names, "; "))
	})}
}

// SectorCodes is the sectors of the list that c counts by that a code or slug
// of any list means: none when that list has nothing for it, and false when no
// list knows it.
func (c *Catalogue) SectorCodes(code string) ([]string, bool) {
	if v, ok := c.Value(Sector, code); ok {
		return []string{v.Code}, true
	}
	moved := c.sectors.toNewer
	if c.lens.Sectors2020 {
		moved = c.sectors.toOlder
	}
	codes, ok := moved[code]
	if !ok && !c.lens.Sectors2020 { // a sector of 2020 that has no other now
		_, ok = c.sectors.older.index[code]
	}
	return slices.Clone(codes), ok
}
