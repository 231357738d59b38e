package fi

import "strings"

// Dull reports whether a base form stands in any text, so that an act need not
// have it: of liian monta kokousta the meetings tell what is looked for.
func Dull(lemma string) bool { return strings.Contains(dull, " "+lemma+" ") }

// dull stand between spaces, the whole line too.
const dull = " liian liika liikaa moni monta paljon paljo enemmän enempi enin vähän vähä hyvin hyvä huonosti usea muutama " +
	"aina enää joskus koskaan ensin heti pian jatkuva tosi todella ihan edes aivan melko varsin pois takaisin yhä jälleen " +
	"joka jokainen jokin joku kukaan mikään tulla mennä alkaa aloittaa jäädä ottaa antaa panna laittaa käydä saada tehdä voida " +
	"pitää tahtoa täytyä tarvita haluta haluttaa tietää löytää pysyä tuntua kannattaa pystyä joutua " +
	"vähentää vähentäminen lisätä lisääminen parantaa parantaminen auttaa "
