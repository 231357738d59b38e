package jurypage

import (
	"context"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

func scales(ctx context.Context, chosen jury.Scale) []ui.Option {
	var options []ui.Option
	for _, s := range []jury.Scale{jury.Five, jury.Ten} {
		options = append(options, ui.Option{Value: string(s), Label: scaleNames[s].In(ctx), Chosen: s == chosen})
	}
	return options
}

func placeOf(ctx context.Context, s jury.Standing) string {
	switch {
	case s.Place == 0:
		return "–"
	case s.Shared:
		return sharedPlace.In(ctx, s.Place)
	}
	return i18n.Number(ctx, s.Place) + "."
}

// decimals is how exactly means are shown.
const decimals = 2

func number(ctx context.Context, s jury.Standing, x float64) string {
	if s.Scores == 0 {
		return "–"
	}
	return i18n.Decimal(ctx, x, decimals)
}

func rangeOf(ctx context.Context, s jury.Standing) string {
	if s.Scores == 0 {
		return "–"
	}
	return i18n.Decimal(ctx, s.Low, decimals) + "–" + i18n.Decimal(ctx, s.High, decimals)
}

func prizeOrMention(ctx context.Context, c jury.Choice) string {
	if c.Mention {
		return mentionB.In(ctx)
	}
	return winB.In(ctx)
}

func choiceField(c jury.Choice) string {
	if c.Mention {
		return "mention"
	}
	return "winner"
}

// firstID is what the summary of problems leads to when nobody was chosen.
func firstID(row int) templ.Attributes {
	if row > 0 {
		return nil
	}
	return templ.Attributes{"id": "winner"}
}

// What the team reads.
var (
	campaignsT = i18n.T("Kampanjat: hallinta", "Kampanjer: hantering", "Campaigns: management")
	prizesT    = i18n.T("Palkinnot", "Priser", "Prizes")
	juryOf     = i18n.T("Palkinnon raati", "Prisets jury", "The jury of the prize")
	phases     = map[jury.Phase]i18n.Text{
		jury.Preparing: i18n.T("Raatia valmistellaan: anna arviointiperusteet, niin voit lisätä raadin jäsenet.", "Juryn förbereds: ange bedömningsgrunderna, så kan du lägga till jurymedlemmar.", "The jury is being prepared: give the criteria, and you can add its members."),
		jury.Scoring:   i18n.T("Raati pisteyttää. Tulos näkyy, kun pisteytys on päätetty.", "Juryn ger poäng. Resultatet syns när poängsättningen har avslutats.", "The jury is scoring. The result is shown once scoring has been closed."),
		jury.Closed:    i18n.T("Pisteytys on päättynyt. Valitse palkittavat ja kirjaa päätös.", "Poängsättningen är avslutad. Välj pristagarna och skriv in beslutet.", "Scoring is over. Choose who wins and record the decision."),
		jury.Decided:   i18n.T("Päätös on tehty. Palkitut pysyvät salassa gaalaan asti.", "Beslutet är fattat. Pristagarna hålls hemliga till galan.", "The decision is made. The awarded stay secret until the gala."),
	}
	youSit      = i18n.T("Olet itse tässä raadissa. Siksi et näe tulosta ennen päätöstä, ja joku muu tiimistä päättää pisteytyksen ja kirjaa päätöksen.", "Du sitter själv i juryn. Därför ser du inte resultatet före beslutet, och någon annan i teamet avslutar poängsättningen och skriver in beslutet.", "You are on this jury yourself. So you do not see the result before the decision, and somebody else of the team closes the scoring and records the decision.")
	waitsFor    = i18n.T("Pisteytyksen voi päättää, kun raadissa on jäseniä ja palkinnolla ehdokkaita.", "Poängsättningen kan avslutas när juryn har medlemmar och priset kandidater.", "The scoring can be closed once the jury has members and the prize nominees.")
	changeRules = i18n.T("Muuta arviointiperusteita", "Ändra bedömningsgrunderna", "Change the criteria")
	toWinners   = i18n.T("Palkitut ja oikaisut", "Pristagare och rättelser", "Winners and corrections")
	toSheet     = i18n.T("Tiedote ja kunniakirjat", "Pressmeddelande och diplom", "Press sheet and certificates")
	closeB      = i18n.T("Päätä pisteytys", "Avsluta poängsättningen", "Close the scoring")
	closeH      = i18n.T("Kun päätät pisteytyksen, annetut pisteet jäävät voimaan ja näet tuloksen. Yksittäisten jäsenten pisteitä ei näe kukaan.", "När du avslutar poängsättningen står poängen fast och du ser resultatet. Enskilda medlemmars poäng ser ingen.", "Once you close the scoring the points stand, and you see the result. Nobody sees the points of single members.")
	reopenB     = i18n.T("Avaa pisteytys uudelleen", "Öppna poängsättningen igen", "Open the scoring again")
	reopenH     = i18n.T("Jos jonkun pisteet vielä puuttuvat, raati voi jatkaa.", "Om någons poäng ännu saknas kan juryn fortsätta.", "If points are still missing, the jury can go on.")
	undoB       = i18n.T("Pura päätös", "Upphäv beslutet", "Take the decision back")
	undoH       = i18n.T("Päätöksen voi purkaa gaalaan asti. Palkitut poistetaan, ja voit valita uudelleen.", "Beslutet kan upphävas fram till galan. Pristagarna tas bort, och du kan välja på nytt.", "The decision can be taken back until the gala. The winners are removed, and you can choose anew.")
	resultT     = i18n.T("Raadin tulos", "Juryns resultat", "The result of the jury")
	placeT      = i18n.T("Sija", "Plats", "Place")
	sharedPlace = i18n.T("%d. (jaettu)", "%d. (delad)", "%d. (shared)")
	meanT       = i18n.T("Painotettu keskiarvo", "Viktat medeltal", "Weighted mean")
	spreadT     = i18n.T("Hajonta", "Spridning", "Spread")
	rangeT      = i18n.T("Alin–ylin", "Lägst–högst", "Lowest–highest")
	votesT      = i18n.T("Pisteyttäjiä", "Poänggivare", "Scored by")
	recusedT    = i18n.T("Jääviä", "Jäviga", "Recused")
	winnersT    = i18n.T("Palkittavat", "Pristagare", "Who wins")
	winB        = i18n.T("palkinto", "pris", "prize")
	mentionB    = i18n.T("kunniamaininta", "hedersomnämnande", "honourable mention")
	resultRule  = i18n.T("Kunkin jäsenen pisteet painotetaan arviointiperusteiden painoarvoilla, ja sija määräytyy niiden keskiarvosta. Hajonta on keskihajonta. Mukana ovat pisteet, jotka on annettu kaikista perusteista, eivät jäävien.", "Varje medlems poäng viktas med bedömningsgrundernas vikter, och platsen bestäms av medeltalet. Spridningen är standardavvikelsen. Med är poäng som har getts för alla grunder, inte jävigas.", "The points of each member are weighted by the criteria, and their mean decides the place. The spread is the standard deviation. Points count that were given for all criteria, not those of recused members.")
	toDecision  = i18n.T("Jatka perusteluihin", "Fortsätt till motiveringarna", "Go on to the citations")
	progressT   = i18n.T("Raadin eteneminen", "Hur långt juryn har kommit", "How far the jury is")
	memberT     = i18n.T("Jäsen", "Medlem", "Member")
	scoredT     = i18n.T("Pisteyttänyt", "Har poängsatt", "Has scored")
	removeB     = i18n.T("Poista raadista", "Ta bort från juryn", "Take off the jury")
	addMember   = i18n.T("Lisää raadin jäsen", "Lägg till en jurymedlem", "Add a member")
	addMemberB  = i18n.T("Lisää raatiin", "Lägg till", "Add to the jury")
	emailL      = i18n.T("Sähköpostiosoite", "E-postadress", "E-mail address")
	emailH      = i18n.T("Henkilö, jolla on raadin jäsenen rooli. Ohjelmatiimiin kuuluva ei voi olla raadissa.", "En person som har rollen jurymedlem. Den som hör till programteamet kan inte sitta i juryn.", "Somebody who has the role of a juror. Nobody of the programme team can be on the jury.")
	rulesLead   = i18n.T("Perusteita voi muuttaa, kunnes joku on antanut pisteitä.", "Grunderna kan ändras tills någon har gett poäng.", "The criteria can be changed until somebody has given points.")
	scaleL      = i18n.T("Asteikko", "Skala", "Scale")
	scaleNames  = map[jury.Scale]i18n.Text{jury.Five: i18n.T("Pisteet 1–5", "Poäng 1–5", "Points 1–5"), jury.Ten: i18n.T("Pisteet 0–10", "Poäng 0–10", "Points 0–10")}
	criterionT  = i18n.T("Peruste %d", "Grund %d", "Criterion %d")
	nameL       = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("Nimi suomeksi", "Namn på finska", "Name in Finnish"), i18n.SV: i18n.T("Nimi ruotsiksi", "Namn på svenska", "Name in Swedish"), i18n.EN: i18n.T("Nimi englanniksi", "Namn på engelska", "Name in English"),
	}
	weightL      = i18n.T("Painoarvo", "Vikt", "Weight")
	weightH      = i18n.T("Kokonaisluku 1–100. Painoarvot suhteutetaan toisiinsa.", "Ett heltal 1–100. Vikterna ställs i proportion till varandra.", "A whole number from 1 to 100. Weights are proportions.")
	saveRules    = i18n.T("Tallenna perusteet", "Spara grunderna", "Save the criteria")
	decisionT    = i18n.T("Päätös", "Beslut", "Decision")
	decisionLead = i18n.T("Perustelu näkyy palkittujen sivulla, kunniakirjassa ja tiedotteessa. Palkinto pysyy salassa gaalaan asti.", "Motiveringen syns på sidan för prisbelönta, i diplomet och i pressmeddelandet. Priset hålls hemligt till galan.", "The citation is shown on the page of the awarded, on the certificate and on the press sheet. The prize stays secret until the gala.")
	citationL    = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("Perustelu suomeksi", "Motivering på finska", "Citation in Finnish"), i18n.SV: i18n.T("Perustelu ruotsiksi", "Motivering på svenska", "Citation in Swedish"), i18n.EN: i18n.T("Perustelu englanniksi", "Motivering på engelska", "Citation in English"),
	}
	decideB  = i18n.T("Kirjaa päätös", "Skriv in beslutet", "Record the decision")
	toResult = i18n.T("Takaisin tulokseen", "Tillbaka till resultatet", "Back to the result")
)
