package ui

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
)

var (
	required  = i18n.T("Täytä tämä kohta.", "Fyll i den här punkten.", "Fill this in.")
	tooLong   = i18n.T("Lyhennä: enintään %d merkkiä.", "Förkorta: högst %d tecken.", "Shorten this to at most %d characters.")
	tooFew    = i18n.T("Kirjoita vähintään %d sanaa.", "Skriv minst %d ord.", "Write at least %d words.")
	tooWordy  = i18n.T("Lyhennä: enintään %d sanaa.", "Förkorta: högst %d ord.", "Shorten this to at most %d words.")
	tooMany   = i18n.T("Valitse enintään %d.", "Välj högst %d.", "Choose at most %d.")
	unknown   = i18n.T("Valitse jokin vaihtoehdoista.", "Välj ett av alternativen.", "Choose one of the options.")
	notEmail  = i18n.T("Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.", "Skriv e-postadressen i formen namn@exempel.fi.", "Write an e-mail address like name@example.fi.")
	notWeb    = i18n.T("Kirjoita osoite muodossa https://esimerkki.fi.", "Skriv adressen i formen https://exempel.fi.", "Write an address like https://example.fi.")
	notDate   = i18n.T("Kirjoita kuukausi muodossa 2026-03.", "Skriv månaden i formen 2026-03.", "Write the month like 2026-03.")
	notDay    = i18n.T("Anna päivä, esimerkiksi 1.9.2026.", "Ange en dag, till exempel 1.9.2026.", "Give a day, for example 1.9.2026.")
	notMoment = i18n.T("Anna päivä ja kellonaika, esimerkiksi 8.12.2026 13.00.", "Ange dag och klockslag, till exempel 8.12.2026 13.00.", "Give a day and a time, for example 8.12.2026 13.00.")
	isPast    = i18n.T("Valitse aika, joka on vielä edessä.", "Välj en tid som ännu är framför oss.", "Choose a time that is still to come.")
	isFuture  = i18n.T("Valitse tämä päivä tai mennyt päivä.", "Välj i dag eller en dag som varit.", "Choose today or a past day.")
	notRange  = i18n.T("Kirjoita kokonaisluku väliltä 0–%d.", "Skriv ett heltal mellan 0 och %d.", "Write a whole number from 0 to %d.")
	wrongWay  = i18n.T("Päättymisen on oltava alkamisen jälkeen.", "Slutet måste komma efter början.", "The end must come after the start.")
	noConsent = i18n.T("Kysy henkilöltä lupa ja merkitse se, tai valitse, ettei yhteystietoja näytetä.",
		"Be personen om lov och kryssa för det, eller välj att uppgifterna inte visas.",
		"Ask the person for permission and tick it, or choose not to show the details.")
	noPartner = i18n.T("Jokin näistä on kertonut, ettei se ole mukana tässä teossa. Poista se: omista teoista näet, mikä se on.",
		"Någon av de här har berättat att den inte är med i den här gärningen. Ta bort den: bland dina gärningar ser du vilken.",
		"One of these has said that it takes no part in this act. Take it away: your acts tell which it is.")
	yourself = i18n.T("Tämä on oma osoitteesi. Kirjoita toisen henkilön osoite.", "Det här är din egen adress. Skriv en annan persons adress.", "This is your own address. Write that of another person.")
	crowded  = i18n.T("Mukana ja kutsuttuina voi olla enintään %d. Poista ensin joku.", "Högst %d kan vara med eller inbjudna. Ta bort någon först.", "At most %d can take part or be invited. Remove somebody first.")
	isMember = i18n.T("Olet jo tämän organisaation jäsen.", "Du är redan medlem av den här organisationen.", "You are a member of this organisation already.")
	saidNo   = i18n.T("Organisaatio vastasi äskettäin kieltävästi. Voit pyytää uudelleen kuukauden kuluttua, tai koordinaattori voi kutsua sinut.",
		"Organisationen svarade nyligen nej. Du kan be på nytt om en månad, eller så kan koordinatorn bjuda in dig.",
		"The organisation said no not long ago. You can ask again in a month, or its coordinator can invite you.")
	held = i18n.T("Tekoa ei voi poistaa, koska se on palkittu tai ehdolla tai siihen on yhdistetty toinen teko. Kerro syy ja jätä teko, tai arkistoi se.",
		"Gärningen kan inte raderas, eftersom den har fått ett pris, är nominerad eller har slagits ihop med en annan. Ange skälet och låt gärningen vara, eller arkivera den.",
		"The act cannot be deleted, since it has been awarded or nominated, or another act has been merged into it. Say why and leave it, or archive it.")
	unlike = i18n.T("Sanaa ei voi opettaa näin. Sanakirjan pitää tuntea malli eikä uutta sanaa, molemmat perusmuodossa, ja niiden pitää päättyä samalla tavalla.",
		"Ordet kan inte läras in så här. Ordboken ska känna modellen men inte det nya ordet, båda i grundform, och de ska sluta likadant.",
		"The word cannot be taught like this. The dictionary must know the model and not the new word, both in their base form, and they must end alike.")
	tooShort      = i18n.P(i18n.T("Lisää vielä merkkejä: vähintään %d merkki.", "Lägg till tecken: minst %d tecken.", "Add more characters: at least %d character."), i18n.T("Lisää vielä merkkejä: vähintään %d merkkiä.", "Lägg till tecken: minst %d tecken.", "Add more characters: at least %d characters."))
	notAddress    = i18n.T("Valitse jokin muu kuin sähköpostiosoitteesi.", "Välj något annat än din e-postadress.", "Choose something else than your e-mail address.")
	wrongPassword = i18n.T("Salasana ei täsmää. Kirjoita se, jolla kirjaudut nyt.", "Lösenordet stämmer inte. Skriv det som du loggar in med nu.", "The password does not match. Type the one that you sign in with now.")
	noAnswer      = i18n.T("Osoite ei vastaa niin kuin kirjautumispalvelun pitäisi. Tarkista se.", "Adressen svarar inte som en inloggningstjänst ska. Kontrollera den.", "The address does not answer as a sign-in service should. Check it.")
	notDomain     = i18n.T("Kirjoita pelkät verkkotunnukset, esimerkiksi kunta.fi.", "Skriv bara domäner, till exempel kommun.fi.", "Type domains only, such as municipality.fi.")
	takenDomain   = i18n.T("Jokin verkkotunnuksista on jo toisella organisaatiolla. Poista se jommaltakummalta.", "Någon av domänerna hör redan till en annan organisation. Ta bort den från endera.", "One of the domains belongs to another organisation already. Remove it from one of them.")
	wrongCode     = i18n.T("Koodi ei käy. Odota seuraavaa koodia ja kirjoita se: kukin koodi toimii vain kerran.",
		"Koden duger inte. Vänta på nästa kod och skriv den: varje kod fungerar bara en gång.",
		"The code does not work. Wait for the next code and type it: each code works only once.")
	notConfirmed       = i18n.T("Kirjoita tähän se osoite, jolla kirjaudut torille.", "Skriv här den adress som du loggar in med.", "Type the address that you sign in with.")
	staffLine          = i18n.T("Kirjoita riville organisaatio, puolipiste ja henkilöstömäärä kokonaislukuna, enintään %d.", "Skriv organisationen, ett semikolon och antalet anställda som heltal, högst %d.", "Write the organisation, a semicolon and the number of employees as a whole number, %d at the most.")
	noSuchOrganization = i18n.T("Tämän nimistä organisaatiota ei löydy. Tarkista nimi.", "Ingen organisation heter så. Kontrollera namnet.", "No organisation has this name. Check it.")
	noSuchAct          = i18n.T("Tässä osoitteessa ei ole julkaistua tekoa. Kopioi osoite teon sivulta.", "På den här adressen finns ingen publicerad gärning. Kopiera adressen från gärningens sida.", "No published act has this address. Copy the address from the page of the act.")
	noSuchPage         = i18n.T("Tällaista julkista sivua meillä ei ole. Kopioi osoite sivulta, jolle haluat ohjata.", "Vi har ingen sådan offentlig sida. Kopiera adressen från sidan som du vill leda till.", "We have no such public page. Copy the address from the page that you want to lead to.")
	noSuchJuror        = i18n.T("Kenelläkään tällä osoitteella ei ole raadin jäsenen roolia, tai hän kuuluu ohjelmatiimiin. Kutsu hänet ensin raadin jäseneksi.", "Adressen hör inte till någon med rollen jurymedlem, eller så hör personen till programteamet. Bjud först in personen som jurymedlem.", "Nobody with this address has the role of a juror, or they belong to the programme team. Invite them as a juror first.")
	synonymLine        = i18n.T("Kirjoita vähintään kaksi sanaa ja niiden väliin |, > tai ~, esimerkiksi mentorointi | mestari-kisälli.", "Skriv minst två ord och mellan dem |, > eller ~, till exempel mentorskap | handledning.", "Write at least two words with |, > or ~ between them, for example mentoring | coaching.")
	notEntered         = i18n.T("Valitse julkaistu teko tai organisaatio, joka on mukana tässä kampanjassa.", "Välj en publicerad gärning eller en organisation som är med i kampanjen.", "Choose a published act or an organisation that takes part in this campaign.")
	notCounted         = i18n.T("Vain organisaation palkinto voidaan laskea teoista. Vaihda saajaksi organisaatio, tai anna raadin valita.", "Bara ett pris till en organisation kan räknas ur gärningarna. Välj organisation som mottagare, eller låt en jury välja.", "Only a prize of an organisation can be counted from the acts. Give it to an organisation, or let a jury choose.")
	ownWork            = i18n.T("Olet tämän teon tekijä. Pyydä jotakuta toista ehdottamaan sitä.", "Du är med bland dem som har gjort gärningen. Be någon annan föreslå den.", "You are one of the authors of this act. Ask somebody else to nominate it.")
	emptyFile          = i18n.T("Tiedosto on tyhjä. Valitse toinen tiedosto.", "Filen är tom. Välj en annan fil.", "The file is empty. Choose another one.")
	wrongType          = i18n.T("Tällaista tiedostoa ei voi lisätä. Tallenna se kuvana (jpg, png, webp) tai asiakirjana (pdf, docx, xlsx, pptx, odt) ja lisää uudelleen.",
		"En sådan fil kan inte läggas till. Spara den som bild (jpg, png, webp) eller dokument (pdf, docx, xlsx, pptx, odt) och försök igen.",
		"A file of this type cannot be added. Save it as a picture (jpg, png, webp) or a document (pdf, docx, xlsx, pptx, odt) and add it again.")
	tooBig = i18n.T("Tiedosto on liian suuri: enintään %d Mt. Pienennä se ja lisää uudelleen.", "Filen är för stor: högst %d MB. Förminska den och försök igen.",
		"The file is too large: at most %d MB. Make it smaller and add it again.")
	notStored = i18n.T("Tiedostoa ei voitu tallentaa juuri nyt. Tekstit ovat tallessa. Yritä hetken kuluttua uudelleen.",
		"Filen kunde inte sparas just nu. Texterna är sparade. Försök igen om en stund.", "The file could not be kept just now. Your texts are saved. Try again in a moment.")
	noRoom = i18n.T("Tekoon mahtuu enintään %d tiedostoa. Poista ensin jokin niistä.", "En gärning rymmer högst %d filer. Ta först bort någon av dem.",
		"An act has room for at most %d files. Remove one of them first.")
	ofFile = i18n.T("”%s”: %s", "”%s”: %s", "“%s”: %s")
	mend   = i18n.P(
		i18n.T("Korjaa %d kohta, niin pääset eteenpäin", "Rätta till %d punkt för att gå vidare", "Fix %d thing to continue"),
		i18n.T("Korjaa %d kohtaa, niin pääset eteenpäin", "Rätta till %d punkter för att gå vidare", "Fix %d things to continue"))
	charsMost = i18n.P(
		i18n.T("Enintään %d merkki", "Högst %d tecken", "At most %d character"),
		i18n.T("Enintään %d merkkiä", "Högst %d tecken", "At most %d characters"))
	charsLeft   = i18n.T("%d merkkiä jäljellä", "%d tecken kvar", "%d characters left")
	charsOver   = i18n.T("%d merkkiä liikaa", "%d tecken för mycket", "%d characters too many")
	optional    = i18n.T("ei pakollinen", "frivillig", "optional")
	crumbs      = i18n.T("Murupolku", "Brödsmulor", "Breadcrumb")
	pages       = i18n.T("Sivut", "Sidor", "Pages")
	previous    = i18n.T("Edellinen", "Föregående", "Previous")
	following   = i18n.T("Seuraava", "Nästa", "Next")
	pageOf      = i18n.T("Sivu %d / %d", "Sida %d / %d", "Page %d of %d")
	showAll     = i18n.T("Näytä kaikki (%d)", "Visa alla (%d)", "Show all (%d)")
	removeIt    = i18n.T("Poista rajaus: %s", "Ta bort avgränsningen: %s", "Remove filter: %s")
	awarded     = i18n.T("Palkittu", "Prisbelönt", "Awarded")
	places      = i18n.T("Paikkakunnat luettelona", "Orterna som lista", "The places as a list")
	count       = i18n.T("Tekoja", "Gärningar", "Acts")
	byModerator = i18n.T("Moderoija:", "Moderatorn:", "The moderator:")
	stepDone    = i18n.T("valmis", "klar", "done")
	chosen      = i18n.T("%d valittu", "%d valda", "%d chosen")
	inWords     = map[i18n.Lang]i18n.Text{
		i18n.FI: i18n.T("suomeksi", "på finska", "in Finnish"),
		i18n.SV: i18n.T("ruotsiksi", "på svenska", "in Swedish"),
		i18n.EN: i18n.T("englanniksi", "på engelska", "in English"),
	}
)

// Wording is a problem in the words of the reader.
func Wording(ctx context.Context, p validate.Problem) string {
	if name := p.Subject; name != "" {
		p.Subject = ""
		return ofFile.In(ctx, name, Wording(ctx, p))
	}
	switch p.Rule {
	case validate.Required:
		return required.In(ctx)
	case validate.TooLong:
		return tooLong.In(ctx, p.Limit)
	case validate.TooFew:
		return tooFew.In(ctx, p.Limit)
	case validate.TooWordy:
		return tooWordy.In(ctx, p.Limit)
	case validate.TooMany:
		return tooMany.In(ctx, p.Limit)
	case validate.Unknown:
		return unknown.In(ctx)
	case validate.Email:
		return notEmail.In(ctx)
	case validate.Web:
		return notWeb.In(ctx)
	case validate.Date:
		return notDate.In(ctx)
	case validate.Day:
		return notDay.In(ctx)
	case validate.Moment:
		return notMoment.In(ctx)
	case validate.Past:
		return isPast.In(ctx)
	case validate.Future:
		return isFuture.In(ctx)
	case validate.Range:
		return notRange.In(ctx, p.Limit)
	case validate.Order:
		return wrongWay.In(ctx)
	case validate.Consent:
		return noConsent.In(ctx)
	case validate.NoPartner:
		return noPartner.In(ctx)
	case validate.Yourself:
		return yourself.In(ctx)
	case validate.Crowded:
		return crowded.In(ctx, p.Limit)
	case validate.Member:
		return isMember.In(ctx)
	case validate.Refused:
		return saidNo.In(ctx)
	case validate.Held:
		return held.In(ctx)
	case validate.Unlike:
		return unlike.In(ctx)
	case validate.TooShort:
		return tooShort.In(ctx, p.Limit)
	case validate.NotAddress:
		return notAddress.In(ctx)
	case validate.Password:
		return wrongPassword.In(ctx)
	case validate.NoAnswer:
		return noAnswer.In(ctx)
	case validate.Domain:
		return notDomain.In(ctx)
	case validate.TakenDomain:
		return takenDomain.In(ctx)
	case validate.Code:
		return wrongCode.In(ctx)
	case validate.Confirm:
		return notConfirmed.In(ctx)
	case validate.StaffLine:
		return staffLine.In(ctx, p.Limit)
	case validate.NoSuchOrganization:
		return noSuchOrganization.In(ctx)
	case validate.NoSuchAct:
		return noSuchAct.In(ctx)
	case validate.NoSuchPage:
		return noSuchPage.In(ctx)
	case validate.NoSuchJuror:
		return noSuchJuror.In(ctx)
	case validate.SynonymLine:
		return synonymLine.In(ctx)
	case validate.NotEntered:
		return notEntered.In(ctx)
	case validate.NotCounted:
		return notCounted.In(ctx)
	case validate.OwnWork:
		return ownWork.In(ctx)
	case validate.EmptyFile:
		return emptyFile.In(ctx)
	case validate.WrongType:
		return wrongType.In(ctx)
	case validate.TooBig:
		return tooBig.In(ctx, p.Limit)
	case validate.NotStored:
		return notStored.In(ctx)
	case validate.NoRoom:
		return noRoom.In(ctx, p.Limit)
	}
	panic("no words for the rule " + p.Rule)
}
