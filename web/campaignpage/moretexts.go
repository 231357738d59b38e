package campaignpage

import "tekojentori.fi/tori/internal/i18n"

var (
	pictureT = i18n.T("Kampanjan kuva", "Kampanjens bild", "Picture of the campaign")
	fileL    = i18n.T("Kuva", "Bild", "Picture")
	fileH    = i18n.T("JPG, PNG tai WebP, enintään 10 Mt. Kuva piirretään uudelleen ilman kameran tietoja. Sama kuva näkyy kaikilla kielillä.", "JPG, PNG eller WebP, högst 10 MB. Bilden ritas om utan kamerans uppgifter. Samma bild visas på alla språk.", "JPG, PNG or WebP, 10 MB at the most. The picture is drawn anew without what the camera wrote. It is shown in every language.")
	altL     = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("Mitä kuvassa näkyy, suomeksi", "Vad bilden visar, på finska", "What the picture shows, in Finnish"),
		i18n.SV: i18n.T("Mitä kuvassa näkyy, ruotsiksi", "Vad bilden visar, på svenska", "What the picture shows, in Swedish"),
		i18n.EN: i18n.T("Mitä kuvassa näkyy, englanniksi", "Vad bilden visar, på engelska", "What the picture shows, in English"),
	}
	altH          = i18n.T("Kuvaus luetaan ääneen niille, jotka eivät näe kuvaa.", "Beskrivningen läses upp för den som inte ser bilden.", "The description is read aloud to those who do not see the picture.")
	savePicture   = i18n.T("Tallenna kuva", "Spara bilden", "Save the picture")
	removePicture = i18n.T("Poista kuva", "Ta bort bilden", "Remove the picture")

	staffT    = i18n.T("Henkilöstömäärät", "Antal anställda", "Numbers of employees")
	staffLead = i18n.T(
		"Kun kerrot, kuinka paljon väkeä organisaatioissa on, kampanjan sivulla näkyy myös tekojen määrä tuhatta työntekijää kohti. Mukana ovat vain ne organisaatiot, joiden määrän kerrot.",
		"När du berättar hur många anställda organisationerna har visar kampanjens sida också antalet gärningar per tusen anställda. Bara organisationer vars antal du anger är med.",
		"When you tell how many people organisations employ, the page of the campaign also shows the acts per thousand employees. Only organisations whose number you give are in it.")
	staffL    = i18n.T("Organisaatiot ja henkilöstömäärät", "Organisationer och antal anställda", "Organisations and numbers of employees")
	staffH    = i18n.T("Yksi organisaatio riville, puolipisteen jälkeen luku. Esimerkiksi: Limingan kunta; 820. Kaksi saraketta voi liittää suoraan taulukosta. Kuntakonserneja laskettaessa luku on koko konsernin.", "En organisation per rad och talet efter ett semikolon. Till exempel: Limingan kunta; 820. Två kolumner kan klistras in direkt från en tabell. När kommunkoncerner räknas gäller talet hela koncernen.", "One organisation a line, the number after a semicolon. For example: Limingan kunta; 820. Two columns can be pasted from a sheet. When municipal groups are counted, the number is of the whole group.")
	saveStaff = i18n.T("Tallenna määrät", "Spara antalen", "Save the numbers")

	perEmployeesT = i18n.T("Eniten tekoja tuhatta työntekijää kohti", "Flest gärningar per tusen anställda", "Most acts per thousand employees")
	perEmployeeT  = i18n.T("Tekoja / 1 000 työntekijää", "Gärningar / 1 000 anställda", "Acts / 1,000 employees")

	sectorsT    = i18n.T("Toimialat", "Branscher", "Sectors")
	allSectors  = i18n.T("Mukaan pääsevät kaikkien toimialojen teot.", "Gärningar inom alla branscher kan vara med.", "Acts of all sectors can take part.")
	sectorsRule = i18n.T("Mukaan pääsevät teot, joiden toimialoista ainakin yksi on jokin näistä: %s. Toimiala katsotaan, kun teko tulee mukaan.", "Med kan vara gärningar som har minst en av dessa branscher: %s. Branschen avgörs när gärningen anmäls.", "Acts can take part that have at least one of these sectors: %s. The sector is looked at when the act is entered.")
	sectorsL    = i18n.T("Toimialat, joiden teot pääsevät mukaan", "Branscher vars gärningar kan vara med", "Sectors whose acts can take part")
	sectorsH    = i18n.T("Jätä kaikki valitsematta, jos kampanja on kaikille. Mukana olevat teot pysyvät mukana, vaikka muuttaisit valintoja.", "Lämna alla ovalda om kampanjen är öppen för alla. Gärningar som redan är med blir kvar även om du ändrar valen.", "Choose none if the campaign is for all. Acts that take part already stay even if you change this.")
	alsoT       = i18n.T("Muuta kampanjasta", "Annat om kampanjen", "More of the campaign")

	moreLabels = map[string]i18n.Text{"files": fileL, "alt_fi": altL[i18n.FI], "alt_sv": altL[i18n.SV], "alt_en": altL[i18n.EN], "staff": staffL}
)
