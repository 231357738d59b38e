package awardpage

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

func yearPath(year int) string { return "/palkitut/" + strconv.Itoa(year) }

func yes(b bool) string { return strconv.FormatBool(b) }

// langOf marks a title in another language than the page.
func langOf(ctx context.Context, lang string) templ.Attributes {
	if lang == "" || lang == string(i18n.From(ctx)) {
		return nil
	}
	return templ.Attributes{"lang": lang}
}

func kindOptions(ctx context.Context, chosen campaign.Kind) []ui.Option {
	var options []ui.Option
	for _, k := range campaign.Kinds() {
		options = append(options, ui.Option{Value: string(k), Label: kinds[k].In(ctx), Chosen: k == chosen})
	}
	return options
}

func wayOptions(ctx context.Context, chosen campaign.DecidedBy) []ui.Option {
	return []ui.Option{
		{Value: string(campaign.ByJury), Label: byJury.In(ctx), Hint: byJuryH.In(ctx), Chosen: chosen == campaign.ByJury},
		{Value: string(campaign.ByCount), Label: byCount.In(ctx), Hint: countRule.In(ctx), Chosen: chosen == campaign.ByCount},
	}
}

// secretUntil says when the awards of a campaign may be told.
func secretUntil(ctx context.Context, c campaign.Campaign) string {
	if c.GalaAt.IsZero() {
		return secretNow.In(ctx)
	}
	return secretTo.In(ctx, i18n.DateTime(ctx, c.GalaAt))
}

var (
	title     = i18n.T("Palkitut", "Prisbelönta", "Awarded")
	lead      = i18n.T("Teot ja organisaatiot, jotka on palkittu kampanjoissa, vuosittain.", "Gärningar och organisationer som har belönats i kampanjerna, år för år.", "The acts and organisations that have been awarded in the campaigns, year by year.")
	noneYet   = i18n.T("Palkintoja ei ole vielä jaettu.", "Inga priser har delats ut ännu.", "No awards have been given yet.")
	allActs   = i18n.T("Kaikki palkitut teot listana", "Alla prisbelönta gärningar som lista", "All awarded acts as a list")
	yearTitle = i18n.T("Palkitut %s", "Prisbelönta %s", "Awarded in %s")
	actsWon   = i18n.P(
		i18n.T("%d palkittu teko", "%d prisbelönt gärning", "%d awarded act"),
		i18n.T("%d palkittua tekoa", "%d prisbelönta gärningar", "%d awarded acts"))
	wonRule = i18n.T(
		"Luvussa on jokainen julkinen teko, joka on saanut palkinnon tai kunniamaininnan, kerran.",
		"I siffran ingår varje offentlig gärning som har fått ett pris eller ett hedersomnämnande, en gång.",
		"The number has each public act that has won an award or an honourable mention, once.")
	mentions = i18n.T("Kunniamaininnat", "Hedersomnämnanden", "Honourable mentions")
	mentionT = i18n.T("Kunniamaininta", "Hedersomnämnande", "Honourable mention")
	mention  = i18n.T("kunniamaininta", "hedersomnämnande", "honourable mention")

	campaignsT = i18n.T("Kampanjat: hallinta", "Kampanjer: hantering", "Campaigns: management")
	prizesT    = i18n.T("Palkinnot", "Priser", "Prizes")
	noPrizes   = i18n.T("Kampanjassa ei ole vielä palkintoja.", "Kampanjen har inga priser ännu.", "The campaign has no prizes yet.")
	newPrize   = i18n.T("Uusi palkinto", "Nytt pris", "New prize")
	addPrize   = i18n.T("Lisää palkinto", "Lägg till priset", "Add the prize")
	noGala     = i18n.T("Gaalan aikaa ei ole vielä annettu: palkinnot pysyvät salassa, kunnes se merkitään kampanjan tietoihin.", "Galans tid är inte angiven ännu: prisen hålls hemliga tills den anges i kampanjens uppgifter.", "The time of the gala has not been told yet: the awards stay secret until it stands in the campaign.")
	galaAt     = i18n.T("Palkinnot tulevat julki yhtä aikaa %s, ja voittajat saavat silloin viestin.", "Prisen offentliggörs samtidigt %s, och vinnarna får då ett meddelande.", "The awards come out at once on %s, and the winners get a letter then.")
	galaWas    = i18n.T("Palkinnot tulivat julki %s.", "Prisen offentliggjordes %s.", "The awards came out on %s.")
	kindL      = i18n.T("Kenelle palkinto annetaan", "Vem som får priset", "Who gets the prize")
	kinds      = map[campaign.Kind]i18n.Text{campaign.ForAct: i18n.T("Teko", "Gärning", "An act"), campaign.ForOrganization: i18n.T("Organisaatio", "Organisation", "An organisation"), campaign.ForPerson: i18n.T("Henkilö", "Person", "A person")}
	decidedL   = i18n.T("Miten voittaja löytyy", "Hur vinnaren utses", "How the winner is found")
	byJury     = i18n.T("Raati tai tiimi valitsee", "En jury eller teamet väljer", "A jury or the team chooses")
	byJuryH    = i18n.T("Raati pisteyttää ehdokkaat, tai tiimi kirjaa voittajat ja perustelut suoraan.", "En jury poängsätter kandidaterna, eller teamet skriver in vinnarna och motiveringarna direkt.", "A jury scores the nominees, or the team writes the winners and the reasons down itself.")
	juryT      = i18n.T("Raati ja ehdokkaat", "Jury och kandidater", "Jury and nominees")
	byCount    = i18n.T("Lasketaan teoista", "Räknas ur gärningarna", "Counted from the acts")
	countRule  = i18n.T("Kunta, jolla on kampanjassa eniten tekoja. Tasatuloksessa palkinnon saavat kaikki ensimmäiset. Vain organisaatioille.", "Kommunen med flest gärningar i kampanjen. Om flera är lika får alla de första priset. Bara för organisationer.", "The municipality with the most acts in the campaign. When several are even, all the first ones get the prize. For organisations only.")
	ways       = map[campaign.DecidedBy]i18n.Text{campaign.ByJury: byJury, campaign.ByCount: byCount}
	countT     = i18n.T("Tilanne juuri nyt", "Läget just nu", "As it stands now")
	tied       = i18n.T("Ensimmäinen sija on jaettu: kaikki nämä saavat palkinnon.", "Första platsen är delad: alla dessa får priset.", "The first place is shared: all of these get the prize.")
	actsOf     = i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))

	confirmCount = i18n.T("Vahvista tulos", "Bekräfta resultatet", "Confirm the result")
	winnersT     = i18n.T("Voittajat", "Vinnare", "Winners")
	noWinners    = i18n.T("Voittajia ei ole vielä valittu.", "Inga vinnare har valts ännu.", "No winners have been chosen yet.")
	underEmbargo = i18n.T("salassa gaalaan asti", "hemligt till galan", "secret until the gala")
	notShown     = i18n.T("Teko, joka ei ole julkinen", "En gärning som inte är offentlig", "An act that is not public")
	revoke       = i18n.T("Poista", "Ta bort", "Remove")
	newWinner    = i18n.T("Lisää voittaja", "Lägg till en vinnare", "Add a winner")
	winnerL      = map[campaign.Kind]i18n.Text{campaign.ForAct: i18n.T("Teon osoite", "Gärningens adress", "Address of the act"), campaign.ForOrganization: i18n.T("Organisaation nimi", "Organisationens namn", "Name of the organisation"), campaign.ForPerson: i18n.T("Henkilön nimi", "Personens namn", "Name of the person")}
	winnerH      = map[campaign.Kind]i18n.Text{campaign.ForAct: i18n.T("Liitä teon sivun osoite.", "Klistra in adressen till gärningens sida.", "Paste the address of the page of the act."), campaign.ForOrganization: i18n.T("Kuten ”Limingan kunta”.", "Som ”Limingo kommun”.", "As “Limingan kunta”."), campaign.ForPerson: i18n.T("Etunimi ja sukunimi.", "För- och efternamn.", "First and last name.")}
	citationH    = i18n.T("Näkyy palkittujen sivulla.", "Syns på sidan för prisbelönta.", "Shown on the page of the awarded.")
	mentionL     = i18n.T("Tämä on kunniamaininta", "Det här är ett hedersomnämnande", "This is an honourable mention")
	grant        = i18n.T("Kirjaa voittaja", "Skriv in vinnaren", "Write down the winner")
	correctT     = i18n.T("Oikaise", "Rätta", "Correct")
	changeT      = i18n.T("Muuta", "Ändra", "Change")
	changeB      = i18n.T("Tallenna muutos", "Spara ändringen", "Save the change")
	unreached    = i18n.T("Viestille ei ole vastaanottajaa portaalissa. Kerro itse.", "Meddelandet har ingen mottagare i portalen. Berätta själv.", "The letter has nobody to go to in the portal. Tell them yourself.")
	atOnce       = i18n.T("Gaala on jo pidetty: voittaja julkistetaan heti ja saa viestin.", "Galan har redan hållits: vinnaren offentliggörs genast och får ett meddelande.", "The gala has been: the winner comes out at once and gets a letter.")
	correctLead  = i18n.T("Palkinto on jo julkinen. Oikaisu muuttaa sen kaikkialla ja näkyy päiväyksineen palkittujen sivulla, teon sivulla ja tiedotteessa.", "Priset är redan offentligt. Rättelsen ändrar det överallt och syns med datum på sidan för prisbelönta, på gärningens sida och i pressmeddelandet.", "The award is out already. The correction changes it everywhere, and is shown with its date on the page of the awarded, of the act and on the press sheet.")
	correctEarly = i18n.T("Palkinto on vielä salassa, joten muutoksesta ei kerrota muille.", "Priset är ännu hemligt, så ändringen berättas inte för andra.", "The award is secret still, so nobody else is told of the change.")
	correctB     = i18n.T("Tallenna oikaisu", "Spara rättelsen", "Save the correction")
	goneL        = i18n.T("Palkinto myönnettiin vahingossa", "Priset delades ut av misstag", "The award was given by mistake")
	goneH        = i18n.T("Palkinto poistetaan. Oikaisu jää näkyviin.", "Priset tas bort. Rättelsen syns fortfarande.", "The award is removed. The correction stays.")
	erratumH     = i18n.T("Mikä oli väärin ja mikä on oikein. Tämä näytetään kaikille.", "Vad som var fel och vad som är rätt. Det här visas för alla.", "What was wrong and what is right. This is shown to everyone.")
	errataT      = i18n.T("Oikaisut", "Rättelser", "Corrections")
	sheetT       = i18n.T("Tiedote ja kunniakirjat", "Pressmeddelande och diplom", "Press sheet and certificates")
	sheetOf      = i18n.T("%s: palkitut", "%s: prisbelönta", "%s: the awarded")
	secretNow    = i18n.T("Salassa, kunnes gaalan aika on annettu.", "Hemligt tills galans tid har angetts.", "Secret until the time of the gala has been told.")
	secretTo     = i18n.T("Salassa, julkaistavissa %s.", "Hemligt, får publiceras %s.", "Under embargo until %s.")
	tookPart     = i18n.T("Kampanjassa on mukana %[1]d tekoa %[2]d organisaatiosta.", "I kampanjen deltar %[1]d gärningar från %[2]d organisationer.", "%[1]d acts from %[2]d organisations take part in the campaign.")
	printB       = i18n.T("Tulosta", "Skriv ut", "Print")
	fileB        = i18n.T("Taulukkona (CSV)", "Som tabell (CSV)", "As a table (CSV)")
	signedBy     = i18n.T("Tekojen tori", "Framstegsarenan", "Tekojen tori")
	diplomaT     = i18n.T("Kunniakirja", "Diplom", "Certificate")
	diplomaOf    = i18n.T("Kunniakirja: %s, %s", "Diplom: %s, %s", "Certificate: %s, %s")
	diplomaLead  = i18n.T("Kunniakirja tulostuu yhdelle A4-sivulle. Kieltä voi vaihtaa sivun ylälaidasta.", "Diplomet skrivs ut på en A4-sida. Du kan byta språk högst upp på sidan.", "The certificate is printed on one A4 page. You can change the language at the top of the page.")
	diplomasT    = i18n.T("Kunniakirjat", "Diplom", "Certificates")
	diplomasLead = i18n.T("Jokainen kunniakirja tulostuu omalle A4-sivulleen.", "Varje diplom skrivs ut på en egen A4-sida.", "Each certificate is printed on an A4 page of its own.")
	allDiplomas  = i18n.T("Kampanjan kaikki kunniakirjat", "Alla kampanjens diplom", "All certificates of the campaign")
	diplomasIn   = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("Kunniakirjat suomeksi", "Diplom på finska", "Certificates in Finnish"), i18n.SV: i18n.T("Kunniakirjat ruotsiksi", "Diplom på svenska", "Certificates in Swedish"), i18n.EN: i18n.T("Kunniakirjat englanniksi", "Diplom på engelska", "Certificates in English"),
	}
	labels = map[string]i18n.Text{
		"erratum_fi": i18n.T("Oikaisu suomeksi", "Rättelse på finska", "Correction in Finnish"), "erratum_sv": i18n.T("Oikaisu ruotsiksi", "Rättelse på svenska", "Correction in Swedish"), "erratum_en": i18n.T("Oikaisu englanniksi", "Rättelse på engelska", "Correction in English"),
		"person":  winnerL[campaign.ForPerson],
		"name_fi": i18n.T("Nimi suomeksi", "Namn på finska", "Name in Finnish"), "name_sv": i18n.T("Nimi ruotsiksi", "Namn på svenska", "Name in Swedish"), "name_en": i18n.T("Nimi englanniksi", "Namn på engelska", "Name in English"),
		"citation_fi": i18n.T("Perustelu suomeksi", "Motivering på finska", "Citation in Finnish"), "citation_sv": i18n.T("Perustelu ruotsiksi", "Motivering på svenska", "Citation in Swedish"), "citation_en": i18n.T("Perustelu englanniksi", "Motivering på engelska", "Citation in English"),
		"organization": i18n.T("Henkilön organisaatio", "Personens organisation", "The person’s organisation"), "kind": kindL, "decided_by": decidedL, "winner": i18n.T("Voittaja", "Vinnare", "Winner"),
	}
)
