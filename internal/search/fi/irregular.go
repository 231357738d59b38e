package fi

import "strings"

// irregular is the forms of common words whose stems are too short for the
// rules, by their base forms.
var irregular = forms(`
työ työn työtä työssä työstä työhön työllä työltä työlle työnä työksi työt töiden töitä töissä töistä töihin töillä töille
yö yön yötä yöstä yöhön yöllä yöltä yölle yöt öiden öitä öissä öistä öihin öillä öille
lapsi lapsen lasta lapsessa lapsesta lapseen lapsella lapselta lapselle lapset lasten lapsien lapsia lapsissa lapsista lapsiin lapsilla lapsilta lapsille
uusi uuden uutta uudessa uudesta uuteen uudella uudelta uudelle uudet uusien uusia uusissa uusista uusiin uusilla uusilta uusille
vuosi vuoden vuotta vuodessa vuodesta vuoteen vuodella vuodelta vuodelle vuodet vuosien vuosia vuosissa vuosista vuosiin vuosilta vuosille
kuukausi kuukauden kuukautta kuukaudessa kuukaudesta kuukauteen kuukaudet kuukausien kuukausia kuukausissa
käsi käden kättä kädessä kädestä käteen kädellä kädet käsien käsiä käsissä käsistä käsiin käsillä
tie tien tietä tiellä tieltä tielle tiet teiden teitä teillä teiltä teille
kieli kielen kieltä kielessä kielestä kieleen kielellä kielelle kielet kielten kielien kieliä kielissä kielistä kieliin kielillä
mieli mielen mieltä mielessä mielestä mieleen mielellä
uni unen unta unessa unesta uneen unet unien unia
ääni äänen ääntä äänessä äänestä ääneen äänellä äänet äänien äänten ääniä äänillä
pieni pienen pientä pienessä pienestä pieneen pienellä pienet pienten pienien pieniä pienissä pienille
nuori nuoren nuorta nuoressa nuoresta nuoreen nuorella nuorelle nuoret nuorten nuorien nuoria nuorissa nuorista nuoriin nuorilla nuorilta nuorille
ihminen ihmisen ihmistä ihmisessä ihmisestä ihmiseen ihmisellä ihmiselle ihmiset ihmisten ihmisiä ihmisissä ihmisistä ihmisiin ihmisillä ihmisille
`)

// forms reads a base form and its other forms from each line.
func forms(table string) map[string]string {
	bases := map[string]string{}
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for _, w := range words {
			bases[w] = words[0]
		}
	}
	return bases
}
