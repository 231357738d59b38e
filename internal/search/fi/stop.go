package fi

import "strings"

// Stop reports whether a word is too common to be looked for among others.
func Stop(word string) bool { return strings.Contains(stopWords, " "+word+" ") }

// stopWords stand between spaces, the whole line too.
const stopWords = " ja tai sekä eli mutta vaan vai kun kuin jos niin että jotta koska vaikka joten siis myös myöskin " +
	"olla olen olet on olemme olette ovat ole oli olisi olisivat olivat ollut olleet oltava olevan oleva " +
	"en et ei emme ette eivät eikä voi voivat voidaan " +
	"minä minun minua minulle minulla sinä sinun sinua sinulle sinulla hän hänen häntä hänelle hänellä " +
	"me meidän meitä meillä meille meiltä te teidän teitä teillä teille he heidän heitä heillä heille heiltä " +
	"tämä tämän tätä tässä tästä tähän tällä tältä tälle tänä tuo tuon tuota tuossa tuosta tuohon tuolla " +
	"se sen sitä siinä siitä siihen sillä siltä sille nämä näiden näitä näissä näistä näihin näillä näille " +
	"ne niiden niitä niissä niistä niihin niillä niille itse " +
	"kuka kenen ketä ketkä keiden mikä minkä mitä missä mistä mihin millä mitkä miten miksi kuinka milloin " +
	"joka jonka jota jossa josta johon jolla jolta jolle jotka joiden joita joissa joista joihin joilla joille " +
	"saa saada saadaan saamme saatu saako saisi tehdä tehdään tehty teemme pitää pitäisi pitääkö haluan haluamme halutaan voiko voimme voisiko onko " +
	"kanssa mukaan kautta noin yli ali nyt sitten vielä jo vain kaikki kaikkien muun muassa esim esimerkiksi mm ym jne "
