package campaignpage

import (
	"context"

	"tekojentori.fi/tori/internal/campaign"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

func formTitle(ctx context.Context, v formView) string {
	if v.ID == 0 {
		return newOne.In(ctx)
	}
	return editIt.In(ctx)
}

func formPath(v formView) string {
	if v.ID == 0 {
		return "/ohjelma/kampanjat"
	}
	return teamPath(v.Campaign)
}

func bases(ctx context.Context, chosen campaign.Basis) []ui.Option {
	var options []ui.Option
	for _, b := range []campaign.Basis{campaign.Submitted, campaign.Published} {
		options = append(options, ui.Option{Value: string(b), Label: basisNames[b].In(ctx), Hint: basisRules[b].In(ctx), Chosen: b == chosen})
	}
	return options
}

func groups(ctx context.Context, chosen campaign.CountedFor) []ui.Option {
	var options []ui.Option
	for _, g := range []campaign.CountedFor{campaign.Organization, campaign.Group} {
		options = append(options, ui.Option{Value: string(g), Label: groupNames[g].In(ctx), Hint: jointRules[g].In(ctx), Chosen: g == chosen})
	}
	return options
}

var (
	teamTitle  = i18n.T("Kampanjat: hallinta", "Kampanjer: hantering", "Campaigns: management")
	teamLead   = i18n.T("Kaikki kampanjat, myös ne, jotka eivät ole vielä julkisia.", "Alla kampanjer, även de som inte är offentliga ännu.", "Every campaign, also those that are not public yet.")
	newOne     = i18n.T("Uusi kampanja", "Ny kampanj", "New campaign")
	nameT      = i18n.T("Nimi", "Namn", "Name")
	standingT  = i18n.T("Näkyvyys", "Synlighet", "Visibility")
	onSite     = i18n.T("Julkinen", "Offentlig", "Public")
	onlyTeam   = i18n.T("Vain tiimille", "Bara för teamet", "Team only")
	inLanguage = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("Suomeksi", "På finska", "In Finnish"),
		i18n.SV: i18n.T("Ruotsiksi", "På svenska", "In Swedish"),
		i18n.EN: i18n.T("Englanniksi", "På engelska", "In English"),
	}
	pitchL      = i18n.T("Miksi mukaan", "Varför vara med", "Why take part")
	pitchH      = i18n.T("Virke tai kaksi. Näkyy etusivulla ja kampanjan sivulla.", "En mening eller två. Syns på startsidan och kampanjens sida.", "A sentence or two. Shown on the front page and the page of the campaign.")
	aboutL      = i18n.T("Lisää kampanjasta", "Mer om kampanjen", "More about the campaign")
	aboutH      = i18n.T("Palkinnot, gaala, ohjeet. Kirjoita kaikilla kielillä tai ei millään.", "Priser, gala, anvisningar. Skriv på alla språk eller inget.", "Prizes, gala, instructions. Write in all languages or in none.")
	opensL      = i18n.T("Ensimmäinen päivä", "Första dagen", "First day")
	closesL     = i18n.T("Viimeinen päivä", "Sista dagen", "Last day")
	dayH        = i18n.T("Esimerkiksi 1.9.2026", "Till exempel 1.9.2026", "For example 1.9.2026")
	galaL       = i18n.T("Gaala", "Gala", "Gala")
	galaH       = i18n.T("Palkitut tulevat julki tällä minuutilla. Esimerkiksi 8.12.2026 13.00", "De prisbelönta offentliggörs denna minut. Till exempel 8.12.2026 13.00", "The awarded come out at this minute. For example 8.12.2026 13.00")
	prizesT     = i18n.T("Palkinnot", "Priser", "Prizes")
	goalL       = i18n.T("Tavoite", "Mål", "Goal")
	goalH       = i18n.T("Kuinka monta tekoa. Jätä tyhjäksi, jos tavoitetta ei ole.", "Hur många gärningar. Lämna tomt om det inte finns något mål.", "How many acts. Leave empty if there is no goal.")
	lateL       = i18n.T("Armonpäiviä", "Respitdagar", "Days of grace")
	lateH       = i18n.T("Kuinka monta päivää viimeisen päivän jälkeen tekoja vielä otetaan mukaan.", "Hur många dagar efter sista dagen gärningar ännu tas med.", "For how many days after the last one acts are still taken.")
	basisL      = i18n.T("Mikä päivä ratkaisee", "Vilken dag som avgör", "Which day decides")
	basisNames  = map[campaign.Basis]i18n.Text{campaign.Submitted: i18n.T("Lähetyspäivä", "Dagen då den skickades", "The day it was sent"), campaign.Published: i18n.T("Julkaisupäivä", "Publiceringsdagen", "The day it was published")}
	countedForL = i18n.T("Kenelle teot lasketaan", "För vem gärningarna räknas", "For whom the acts count")
	groupNames  = map[campaign.CountedFor]i18n.Text{campaign.Organization: i18n.T("Jokaiselle organisaatiolle erikseen", "För varje organisation för sig", "For each organisation by itself"), campaign.Group: i18n.T("Kuntakonserneittain", "Per kommunkoncern", "By municipal group")}
	publicL     = i18n.T("Kampanja on julkinen", "Kampanjen är offentlig", "The campaign is public")
	publicH     = i18n.T("Muuten vain ohjelmatiimi näkee sen, eikä siihen voi ilmoittautua.", "Annars ser bara programteamet den, och det går inte att anmäla sig.", "Otherwise only the programme team sees it, and nothing can be entered.")
	madeT       = i18n.T("Kampanja on tallennettu. Lisää vielä kuva ja palkinnot.", "Kampanjen är sparad. Lägg ännu till en bild och priserna.", "The campaign is saved. Now add a picture and the prizes.")
	changedT    = i18n.T("Kampanjan tiedot on tallennettu.", "Kampanjens uppgifter är sparade.", "The campaign is saved.")
	saveIt      = i18n.T("Tallenna kampanja", "Spara kampanjen", "Save the campaign")
	clashT      = i18n.T("Joku muu on muuttanut kampanjaa tällä välin", "Någon annan har ändrat kampanjen under tiden", "Somebody else has changed the campaign meanwhile")
	clashHelp   = i18n.T("Tekstisi ovat alla. Jos tallennat, ne korvaavat toisen tekemät muutokset.", "Dina texter finns nedan. Om du sparar ersätter de den andras ändringar.", "Your texts are below. If you save, they replace the other changes.")

	labels = map[string]i18n.Text{
		"name_fi": i18n.T("Nimi suomeksi", "Namn på finska", "Name in Finnish"), "name_sv": i18n.T("Nimi ruotsiksi", "Namn på svenska", "Name in Swedish"), "name_en": i18n.T("Nimi englanniksi", "Namn på engelska", "Name in English"),
		"pitch_fi": i18n.T("Miksi mukaan, suomeksi", "Varför vara med, på finska", "Why take part, in Finnish"), "pitch_sv": i18n.T("Miksi mukaan, ruotsiksi", "Varför vara med, på svenska", "Why take part, in Swedish"), "pitch_en": i18n.T("Miksi mukaan, englanniksi", "Varför vara med, på engelska", "Why take part, in English"),
		"about_fi": i18n.T("Lisää kampanjasta, suomeksi", "Mer om kampanjen, på finska", "More, in Finnish"), "about_sv": i18n.T("Lisää kampanjasta, ruotsiksi", "Mer om kampanjen, på svenska", "More, in Swedish"), "about_en": i18n.T("Lisää kampanjasta, englanniksi", "Mer om kampanjen, på engelska", "More, in English"),
		"opens_on": opensL, "closes_on": closesL, "gala_at": galaL, "goal": goalL, "late_days": lateL, "basis": basisL, "counted_for": countedForL, "public": publicL, "sectors": sectorsL,
	}
)
