package jurypage

import (
	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/campaign/jury"
	"tekojentori.fi/tori/internal/i18n"
)

// What moderators and the team read who nominate.
var (
	listsT          = i18n.T("Palkintoehdotukset", "Prisförslag", "Nominations")
	listsLead       = i18n.T("Ehdota palkittavia kampanjojen teoista. Raati arvioi ehdokkaat.", "Föreslå pristagare bland kampanjernas gärningar. Juryn bedömer kandidaterna.", "Nominate from the acts of the campaigns. The jury scores the nominees.")
	noLists         = i18n.T("Mihinkään palkintoon ei juuri nyt haeta ehdokkaita.", "Just nu söks inga kandidater till något pris.", "No prize takes nominations just now.")
	nomineesOf      = i18n.P(i18n.T("%d ehdokas", "%d kandidat", "%d nominee"), i18n.T("%d ehdokasta", "%d kandidater", "%d nominees"))
	nomineesT       = i18n.T("Ehdokkaat", "Kandidater", "Nominees")
	noNominees      = i18n.T("Ehdokkaita ei ole vielä.", "Det finns inga kandidater ännu.", "There are no nominees yet.")
	takeBack        = i18n.T("Peru ehdotus", "Dra tillbaka förslaget", "Take the nomination back")
	nominateT       = i18n.T("Ehdota palkittavaa", "Föreslå en pristagare", "Nominate")
	nominateB       = i18n.T("Ehdota", "Föreslå", "Nominate")
	personH         = i18n.T("Etunimi ja sukunimi. Kysy häneltä ensin, saako häntä ehdottaa.", "För- och efternamn. Fråga personen först om du får föreslå hen.", "First and last name. Ask them first whether you may.")
	reasonH         = i18n.T("Raati lukee tämän.", "Juryn läser det här.", "The jury reads this.")
	nomineeL        = map[campaign.Kind]i18n.Text{campaign.ForAct: i18n.T("Teon osoite", "Gärningens adress", "Address of the act"), campaign.ForOrganization: i18n.T("Organisaation nimi", "Organisationens namn", "Name of the organisation"), campaign.ForPerson: i18n.T("Hänen tekonsa osoite", "Adressen till hens gärning", "Address of their act")}
	nomineeH        = map[campaign.Kind]i18n.Text{campaign.ForAct: i18n.T("Julkaistu teko, joka on mukana kampanjassa.", "En publicerad gärning som är med i kampanjen.", "A published act that takes part in the campaign."), campaign.ForOrganization: i18n.T("Organisaatio, jolla on kampanjassa teko.", "En organisation som har en gärning i kampanjen.", "An organisation that has an act in the campaign."), campaign.ForPerson: i18n.T("Julkaistu teko, joka on mukana kampanjassa. Hän saa palkinnon teon organisaation väkenä.", "En publicerad gärning som är med i kampanjen. Hen får priset som en del av gärningens organisation.", "A published act that takes part in the campaign. They win as one of its organisation.")}
	notPublic       = i18n.T("Teko ei ole julkinen", "Gärningen är inte offentlig", "The act is not public")
	nominationsOver = i18n.T("Ehdotuksia ei enää oteta: pisteytys on päättynyt.", "Förslag tas inte längre emot: poängsättningen är avslutad.", "No nominations are taken any more: scoring is over.")
	labels          = map[string]i18n.Text{
		"winner": i18n.T("Ehdokas", "Kandidat", "Nominee"), "person": i18n.T("Henkilön nimi", "Personens namn", "Name of the person"), "reason": i18n.T("Miksi juuri tämä", "Varför just den här", "Why this one"),
	}
)

// What jurors read.
var (
	juryT            = i18n.T("Raati", "Jury", "Jury")
	juryLead         = i18n.T("Palkinnot, joiden ehdokkaita arvioit.", "Priser vars kandidater du bedömer.", "Prizes whose nominees you score.")
	noJuries         = i18n.T("Et ole juuri nyt yhdessäkään raadissa.", "Du sitter inte i någon jury just nu.", "You are on no jury just now.")
	notBegun         = i18n.T("Pisteytys ei ole vielä alkanut.", "Poängsättningen har inte börjat ännu.", "Scoring has not begun yet.")
	doneOf           = i18n.T("Olet pisteyttänyt %[1]d / %[2]d.", "Du har poängsatt %[1]d av %[2]d.", "You have scored %[1]d of %[2]d.")
	noneNominated    = i18n.T("Ehdokkaita ei ole vielä. Katso uudelleen, kun niitä on ehdotettu.", "Det finns inga kandidater ännu. Titta på nytt när några har föreslagits.", "There are no nominees yet. Look again when some have been nominated.")
	noneAsked        = i18n.T("Olet jäävi kaikkien ehdokkaiden kohdalla tai ne eivät ole julkisia, joten sinun ei tarvitse pisteyttää.", "Du är jävig för alla kandidater eller så är de inte offentliga, så du behöver inte ge poäng.", "You are recused from all the nominees, or they are not public, so there is nothing for you to score.")
	allDone          = i18n.T("Kiitos, kaikki on valmista! Voit muuttaa pisteitä, kunnes pisteytys päätetään.", "Tack, allt är klart! Du kan ändra poängen tills poängsättningen avslutas.", "Thank you, all is done! You can change your points until the scoring is closed.")
	scoringOver      = i18n.T("Pisteytys on päättynyt.", "Poängsättningen är avslutad.", "Scoring is over.")
	blindT           = i18n.T("Pisteytät itsenäisesti. Et näe toisten pisteitä, eivätkä he näe sinun.", "Du ger poäng självständigt. Du ser inte de andras poäng, och de ser inte dina.", "You score on your own. You do not see the points of others, and they do not see yours.")
	criteriaT        = i18n.T("Arviointiperusteet", "Bedömningsgrunder", "Criteria")
	weightOf         = i18n.T("painoarvo %d %%", "vikt %d %%", "weight %d%%")
	scaleIs          = i18n.T("Pisteet annetaan asteikolla %d–%d.", "Poängen ges på skalan %d–%d.", "Points are given from %d to %d.")
	worst            = i18n.T("heikko", "svag", "weak")
	best             = i18n.T("erinomainen", "utmärkt", "excellent")
	choosePoints     = i18n.T("Valitse pisteet", "Välj poäng", "Choose the points")
	toScore          = i18n.T("Odottaa pisteitäsi", "Väntar på dina poäng", "Waits for your points")
	begun            = i18n.T("Kesken", "Påbörjad", "Begun")
	scored           = i18n.T("Pisteytetty", "Poängsatt", "Scored")
	tied             = i18n.T("Olet jäävi", "Du är jävig", "You are recused")
	whyNominated     = i18n.T("Miksi ehdolla", "Varför nominerad", "Why nominated")
	readAct          = i18n.T("Lue koko teko", "Läs hela gärningen", "Read the whole act")
	readOrganization = i18n.T("Katso organisaation teot", "Se organisationens gärningar", "See the acts of the organisation")
	yourPoints       = i18n.T("Pisteesi", "Dina poäng", "Your points")
	noteL            = i18n.T("Muistiinpano", "Anteckning", "Note")
	noteH            = i18n.T("Vain sinä näet tämän.", "Bara du ser den här.", "Only you see this.")
	saveNext         = i18n.T("Tallenna ja siirry seuraavaan", "Spara och gå till nästa", "Save and go to the next one")
	saveB            = i18n.T("Tallenna", "Spara", "Save")
	changedT         = i18n.T("Olet muuttanut pisteitä toisessa ikkunassa.", "Du har ändrat poängen i ett annat fönster.", "You have changed the points in another window.")
	changedHelp      = i18n.T("Alla on se, mitä kirjoitit tässä. Jos tallennat, se korvaa tallennetun.", "Nedan finns det du skrev här. Om du sparar ersätter det det sparade.", "Below is what you typed here. If you save, it replaces what is stored.")
	storedT          = i18n.T("Tallennettuna on:", "Sparat är:", "Stored is:")
	tiedT            = i18n.T("Oletko jäävi?", "Är du jävig?", "Are you tied to this nominee?")
	tiedLead         = i18n.T("Jos ehdokas on sinulle tai läheisellesi läheinen, ilmoita siitä. Et silloin pisteytä sitä, eivätkä jo antamasi pisteet vaikuta.", "Om kandidaten står dig eller dina närmaste nära, säg till. Då ger du inga poäng, och de du redan har gett räknas inte.", "If the nominee is close to you or yours, say so. Then you do not score it, and points that you have given do not count.")
	whyL             = i18n.T("Mistä syystä", "Av vilken orsak", "For what reason")
	whyH             = i18n.T("Esimerkiksi: olen ollut mukana hankkeessa.", "Till exempel: jag har deltagit i projektet.", "For example: I have taken part in the project.")
	tiedB            = i18n.T("Ilmoita jääviys", "Anmäl jäv", "Declare it")
	untiedB          = i18n.T("Peru ilmoitus", "Dra tillbaka anmälan", "Take it back")
	conflicts        = map[jury.Conflict]i18n.Text{
		jury.Declared:        i18n.T("Olet ilmoittanut olevasi jäävi. Et pisteytä tätä ehdokasta.", "Du har anmält att du är jävig. Du ger inte den här kandidaten poäng.", "You have declared that you are tied to this nominee. You do not score it."),
		jury.OwnOrganization: i18n.T("Oma organisaatiosi on mukana, joten et pisteytä tätä ehdokasta.", "Din egen organisation är med, så du ger inte den här kandidaten poäng.", "Your own organisation takes part, so you do not score this nominee."),
		jury.OwnAct:          i18n.T("Olet tämän teon tekijä tai yhteyshenkilö, joten et pisteytä sitä.", "Du har gjort gärningen eller är dess kontaktperson, så du ger den inte poäng.", "You are an author or a contact of this act, so you do not score it."),
		jury.Oneself:         i18n.T("Olet itse ehdokas, joten et pisteytä.", "Du är själv kandidat, så du ger inga poäng.", "You are the nominee, so you do not score."),
	}
)
