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
asia asian asiaa asiassa asiasta asiaan asialla asialta asialle asiaksi asiana asiat asioiden asioita asioissa asioista asioihin asioilla asioille
vuosi vuonna vuosina vuosiksi
uusi uusiksi uusina uutena uudeksi
kuukausi kuukautena kuukaudeksi kuukausina
ovi oven ovea ovessa ovesta oveen ovella ovelta ovelle ovet ovien ovia ovissa oviin ovilla
alku alun alkua alussa alusta alkuun alulla alulle aluksi alkuna
haku haun hakua haussa hausta hakuun haulla haut hakujen hakuja hauissa
luku luvun lukua luvussa luvusta lukuun luvulla luvut lukujen lukuja luvuissa luvuista lukuihin luvuilla
laki lain lakia laissa laista lakiin lailla lait lakien lakeja laeissa
ikä iän ikää iässä iästä ikään iällä iät ikien
väki väen väkeä väessä väestä väkeen väellä väelle
poika pojan poikaa pojalla pojalle pojat poikien poikia pojilla pojille
jalka jalan jalkaa jalassa jalasta jalkaan jalalla jalat jalkojen jalkoja jaloissa jaloilla
aika ajan aikaa ajassa ajasta aikaan ajalla ajalta ajalle ajaksi aikana ajat aikojen aikoja ajoissa ajoista aikoihin ajoilla ajoille
ruoka ruoan ruuan ruokaa ruoassa ruuassa ruoasta ruuasta ruokaan ruoalla ruualla ruoat ruuat ruokien ruokia ruoissa ruoista ruokiin
tauko tauon taukoa tauossa tauosta taukoon tauolla tauolta tauolle tauot taukojen taukoja tauoissa tauoista taukoihin tauoilla tauoille
lista listan listaa listassa listasta listaan listalla listalta listalle listaksi listat listojen listoja listoissa listoista listoihin listoilla listoille
posti postin postia postissa postista postiin postilla postilta postille postit postien posteja
pöytä pöydän pöytää pöydässä pöydästä pöytään pöydällä pöydälle pöydät pöytien pöytiä pöydissä
kohta kohdan kohtaa kohdassa kohdasta kohtaan kohdalla kohdalle kohdat kohtien kohtia kohdissa
kausi kauden kautta kaudessa kaudesta kauteen kaudella kaudelta kaudelle kaudeksi kaudet kausien kausia kausissa kausiin
valmis valmiin valmista valmiissa valmiista valmiiseen valmiilla valmiille valmiiksi valmiina valmiit valmiiden valmiita valmiisiin
ihminen ihmisen ihmistä ihmisessä ihmisestä ihmiseen ihmisellä ihmiselle ihmiset ihmisten ihmisiä ihmisissä ihmisistä ihmisiin ihmisillä ihmisille
`)

// last is those of them that are the last part of many a compound, as in
// etätöissä and työajan.
var last = map[string]bool{
	"työ": true, "lapsi": true, "aika": true, "ruoka": true, "tauko": true, "lista": true, "asia": true, "väki": true, "valmis": true,
	"posti": true, "pöytä": true, "kohta": true, "kausi": true, "vuosi": true,
}

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
