package en

import "tekojentori.fi/tori/internal/search/token"

// Dull reports whether a stem says nothing about what two texts have in common:
// that of a stop word, or of an adverb or a verb that stands in any text.
// Unlike stop words these are still looked for.
func Dull(stem string) bool { return dull[stem] }

var dull = token.Stems(Stem, stopWords+`
	i me my mine him himself herself itself themselves yourself ourselves myself yours ours theirs someone something anyone
	anything everyone everything nobody nothing every each both either neither another same own several many much few fewer
	less least lot lots first last next second two three one may might must shall cannot let lets get gets got getting
	go goes going went gone come comes came make makes made making take takes took taken give gives gave given
	keep keeps kept put puts use uses used using need needs needed want wants wanted know knows knew known see sees seen
	say says said think thought find finds found become became begin began begun start seem seems look looks
	never ever always often sometimes usually already still yet again once soon now today later just even quite rather
	very too almost nearly enough instead however therefore thus though although because since until while during before
	after over under out up down off back away through without within between among against across around along per via upon
	together well really simply easily quickly far forward onto toward towards whether else
	reduce reducing increase improve improving help helps how why what`)
