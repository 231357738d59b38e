package act

import (
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letters of an act. Their subjects take its title, their bodies its title,
// a reason and a link, in this order.
var (
	receipt = mail.Letter{
		Subject: i18n.T("Kiitos, teko on perillä: %s", "Tack, gärningen har kommit fram: %s", "Thank you, we have your act: %s"),
		Body: i18n.T("Hei!\n\nKiitos, kun kerroit teosta ”%[1]s”. Moderoija lukee sen viiden työpäivän kuluessa ja vastaa sinulle sähköpostilla. Tilannetta voit seurata omista teoista:\n\n%[3]s",
			"Hej!\n\nTack för att du berättade om gärningen ”%[1]s”. En moderator läser den inom fem arbetsdagar och svarar dig per e-post. Du kan följa läget bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThank you for telling about the act “%[1]s”. A moderator will read it within five working days and answer you by e-mail. You can follow it among your acts:\n\n%[3]s"),
	}
	arrived = mail.Letter{
		Subject: i18n.T("Uusi teko jonossa: %s", "Ny gärning i kön: %s", "New act in the queue: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” odottaa moderoijaa:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” väntar på en moderator:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” waits for a moderator:\n\n%[3]s"),
	}
	returned = mail.Letter{
		Subject: i18n.T("Täydennä vielä tekoa: %s", "Komplettera gärningen: %s", "A little more about your act: %s"),
		Body: i18n.T("Hei!\n\nLuimme teon ”%[1]s”. Ennen julkaisua toivomme siihen täydennystä:\n\n%[2]s\n\nTekstisi on tallessa. Täydennä ja lähetä se uudelleen täällä:\n\n%[3]s",
			"Hej!\n\nVi har läst gärningen ”%[1]s”. Innan den publiceras önskar vi en komplettering:\n\n%[2]s\n\nDin text finns kvar. Komplettera och skicka den på nytt här:\n\n%[3]s",
			"Hello,\n\nWe have read the act “%[1]s”. Before we publish it, we would like a little more:\n\n%[2]s\n\nYour text is safe. Complete it and send it again here:\n\n%[3]s"),
	}
	published = mail.Letter{
		Subject: i18n.T("Tekosi on julkaistu: %s", "Din gärning är publicerad: %s", "Your act is published: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on nyt kaikkien luettavissa. Jaa se työkavereille ja verkostoille:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” kan nu läsas av alla. Dela den med kolleger och nätverk:\n\n%[3]s",
			"Hello,\n\nEveryone can now read the act “%[1]s”. Share it with your colleagues and networks:\n\n%[3]s"),
	}
	rejected = mail.Letter{
		Subject: i18n.T("Tekoa ei julkaista: %s", "Gärningen publiceras inte: %s", "Your act will not be published: %s"),
		Body: i18n.T("Hei!\n\nKiitos, kun kerroit teosta ”%[1]s”. Emme julkaise sitä Tekojen torilla, ja syy on tämä:\n\n%[2]s\n\nTekstisi on tallessa omissa teoissa:\n\n%[3]s",
			"Hej!\n\nTack för att du berättade om gärningen ”%[1]s”. Vi publicerar den inte på Framstegsarenan av följande skäl:\n\n%[2]s\n\nDin text finns kvar bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThank you for telling about the act “%[1]s”. We will not publish it, and this is why:\n\n%[2]s\n\nYour text is kept among your acts:\n\n%[3]s"),
	}
	updateArrived = mail.Letter{
		Subject: i18n.T("Päivitys jonossa: %s", "Uppdatering i kön: %s", "Update in the queue: %s"),
		Body: i18n.T("Hei!\n\nJulkaistua tekoa ”%[1]s” on päivitetty. Entinen teksti on esillä, kunnes päivitys on hyväksytty:\n\n%[3]s",
			"Hej!\n\nDen publicerade gärningen ”%[1]s” har uppdaterats. Den tidigare texten visas tills uppdateringen har godkänts:\n\n%[3]s",
			"Hello,\n\nThe published act “%[1]s” has been updated. The earlier text is shown until the update is approved:\n\n%[3]s"),
	}
	updatePublished = mail.Letter{
		Subject: i18n.T("Päivityksesi on julkaistu: %s", "Din uppdatering är publicerad: %s", "Your update is published: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” päivitys on hyväksytty ja kaikkien luettavissa:\n\n%[3]s",
			"Hej!\n\nUppdateringen av gärningen ”%[1]s” är godkänd och kan läsas av alla:\n\n%[3]s",
			"Hello,\n\nThe update of the act “%[1]s” is approved, and everyone can read it:\n\n%[3]s"),
	}
	updateRejected = mail.Letter{
		Subject: i18n.T("Päivitystä ei julkaista: %s", "Uppdateringen publiceras inte: %s", "Your update will not be published: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” päivitystä ei julkaista, ja syy on tämä:\n\n%[2]s\n\nTeko on esillä entisellään. Voit tehdä uuden päivityksen omissa teoissa:\n\n%[3]s",
			"Hej!\n\nUppdateringen av gärningen ”%[1]s” publiceras inte av följande skäl:\n\n%[2]s\n\nGärningen visas som förut. Du kan göra en ny uppdatering bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThe update of the act “%[1]s” will not be published, and this is why:\n\n%[2]s\n\nThe act is shown as it was. You can make a new update among your acts:\n\n%[3]s"),
	}
	merged = mail.Letter{
		Subject: i18n.T("Tekosi on yhdistetty toiseen: %s", "Din gärning har slagits ihop med en annan: %s", "Your act has been merged with another: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” kertoo samasta asiasta kuin toinen julkaistu teko, joten ne on yhdistetty. Vanha osoite johtaa nyt sinne, ja tekosi ja työpaikkasi mainitaan sen sivulla:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” berättar om samma sak som en annan publicerad gärning, så de har slagits ihop. Den gamla adressen leder nu dit, och din gärning och din arbetsplats nämns på sidan:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” tells about the same thing as another published act, so they have been merged. The old address now leads there, and your act and workplace are named on its page:\n\n%[3]s"),
	}
	hidden = mail.Letter{
		Subject: i18n.T("Teko on piilotettu toistaiseksi: %s", "Gärningen är tills vidare dold: %s", "Your act is hidden for now: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on toistaiseksi piilotettu lukijoilta:\n\n%[2]s\n\nTilanteen näet omista teoista:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” är tills vidare dold för läsarna:\n\n%[2]s\n\nDu ser läget bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” is hidden from readers for now:\n\n%[2]s\n\nYou can see how it stands among your acts:\n\n%[3]s"),
	}
	approved = mail.Letter{ // its reason is the time
		Subject: i18n.T("Tekosi on hyväksytty: %s", "Din gärning är godkänd: %s", "Your act is approved: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on hyväksytty. Se julkaistaan %[2]s, ja saat siitä viestin silloin. Siihen asti sitä ei näe kukaan muu kuin te tekijät ja moderoijat.\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” är godkänd. Den publiceras %[2]s, och då får du ett meddelande. Tills dess ser ingen annan än ni medverkande och moderatorerna den.\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” is approved. It comes out on %[2]s, and you will be told then. Until that nobody but its authors and the moderators sees it.\n\n%[3]s"),
	}
	shown = mail.Letter{
		Subject: i18n.T("Tekosi on taas esillä: %s", "Din gärning visas igen: %s", "Your act is shown again: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” ei ole enää piilotettu: kaikki voivat taas lukea sen.\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” är inte längre dold: alla kan läsa den igen.\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” is no longer hidden: everyone can read it again.\n\n%[3]s"),
	}
	archived = mail.Letter{
		Subject: i18n.T("Teko on arkistoitu: %s", "Gärningen är arkiverad: %s", "An act of yours is archived: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on siirretty arkistoon. Se ei ole enää listalla, mutta sen voi yhä lukea osoitteestaan, ja se on mukana tilastoissa:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” har arkiverats. Den finns inte längre i listan, men den kan läsas på sin adress och ingår i statistiken:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” has been archived. It is no longer in the list, but it can be read at its address, and it counts in the statistics:\n\n%[3]s"),
	}
	reopened = mail.Letter{
		Subject: i18n.T("Teko on taas käsittelyssä: %s", "Gärningen behandlas på nytt: %s", "Your act is being reviewed again: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on otettu uudelleen käsittelyyn. Sinun ei tarvitse tehdä mitään: moderoija lukee sen viiden työpäivän kuluessa ja vastaa sinulle sähköpostilla.\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” har tagits till ny behandling. Du behöver inte göra något: en moderator läser den inom fem arbetsdagar och svarar dig per e-post.\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” has been taken up again. You need not do anything: a moderator will read it within five working days and answer you by e-mail.\n\n%[3]s"),
	}
	withdrawn = mail.Letter{ // to those who write it with its owner
		Subject: i18n.T("Teko on peruttu: %s", "Gärningen har dragits tillbaka: %s", "An act of yours has been withdrawn: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” omistaja on perunut sen, joten sitä ei julkaista. Teksti on tallessa omissa teoissa:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” har dragits tillbaka av sin ägare, så den publiceras inte. Texten finns kvar bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThe owner of the act “%[1]s” has withdrawn it, so it will not be published. The text is kept among your acts:\n\n%[3]s"),
	}
	updateWithdrawn = mail.Letter{
		Subject: i18n.T("Päivitys on peruttu: %s", "Uppdateringen har dragits tillbaka: %s", "An update of yours has been withdrawn: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” omistaja on perunut sen päivityksen. Teko pysyy entisellään:\n\n%[3]s",
			"Hej!\n\nUppdateringen av gärningen ”%[1]s” har dragits tillbaka av gärningens ägare. Gärningen är som förut:\n\n%[3]s",
			"Hello,\n\nThe owner of the act “%[1]s” has withdrawn its update. The act stays as it was:\n\n%[3]s"),
	}
)
