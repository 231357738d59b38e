package adminpage

import (
	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	peopleTitle  = i18n.T("Henkilöt", "Personer", "People")
	peopleLead   = i18n.T("Kaikki, joilla on tunnus. Täällä annat tehtäviä ja suljet tunnuksia. Jokainen muutos kirjataan lokiin.", "Alla som har ett konto. Här ger du uppgifter och stänger konton. Varje ändring antecknas i loggen.", "Everyone who has an account. Here you give roles and close accounts. Every change is written in the log.")
	membersTitle = i18n.T("Jäsenyyspyynnöt", "Begäranden om medlemskap", "Requests for membership")
	membersNone  = i18n.T("Kukaan ei odota vastausta.", "Ingen väntar på svar.", "Nobody waits for an answer.")
	membersWait  = i18n.P(i18n.T("%d henkilö odottaa vastausta.", "%d person väntar på svar.", "%d person waits for an answer."), i18n.T("%d henkilöä odottaa vastausta.", "%d personer väntar på svar.", "%d people wait for an answer."))
	memberOf     = i18n.T("Jäsen: %s.", "Medlem av: %s.", "Member of: %s.")
	endMemberB   = i18n.T("Lopeta jäsenyys", "Avsluta medlemskapet", "End the membership")
	findPersonL  = i18n.T("Nimi tai sähköposti", "Namn eller e-post", "Name or e-mail")
	roleL        = i18n.T("Tehtävä", "Uppgift", "Role")
	anyRole      = i18n.T("Kaikki", "Alla", "All")
	findB        = i18n.T("Hae", "Sök", "Search")
	peopleCount  = i18n.P(i18n.T("%d henkilö", "%d person", "%d person"), i18n.T("%d henkilöä", "%d personer", "%d people"))
	nobodyT      = i18n.T("Kukaan ei sovi hakuun. Kokeile osaa nimestä tai sähköpostista.", "Ingen motsvarar sökningen. Pröva med en del av namnet eller e-postadressen.", "Nobody fits the search. Try a part of the name or the address.")
	personT      = i18n.T("Henkilö", "Person", "Person")
	emailT       = i18n.T("Sähköposti", "E-post", "E-mail")
	rolesT       = i18n.T("Tehtävät", "Uppgifter", "Roles")
	rolesH       = i18n.T("Jokainen kirjautunut voi ilmoittaa tekoja ilman näitä. Jos poistat tehtävän, henkilö kirjataan ulos kaikkialta.", "Alla som loggat in kan anmäla gärningar utan dessa. Om du tar bort en uppgift loggas personen ut överallt.", "Everyone who has signed in can tell of acts without these. If you take a role away, the person is signed out everywhere.")
	saveRolesB   = i18n.T("Tallenna tehtävät", "Spara uppgifterna", "Save the roles")
	stateT       = i18n.T("Tila", "Läge", "State")
	openT        = i18n.T("Käytössä", "I bruk", "Open")
	closedT      = i18n.T("Suljettu", "Stängt", "Closed")
	twoStepsT    = i18n.T("Käytössä, kaksivaiheinen kirjautuminen", "I bruk, tvåstegsinloggning", "Open, with two-step sign-in")
	selfT        = i18n.T("Tämä on oma tunnuksesi. Omia tehtäviä ei voi muuttaa: pyydä toista ylläpitäjää.", "Det här är ditt eget konto. Man kan inte ändra sina egna uppgifter: be en annan administratör.", "This is your own account. Nobody changes their own roles: ask another administrator.")
	accountT     = i18n.T("Tunnus", "Konto", "Account")
	closeH       = i18n.T("Suljettuun tunnukseen ei pääse. Teot jäävät paikoilleen, ja tunnuksen voi avata uudelleen.", "Ett stängt konto går inte att logga in på. Gärningarna blir kvar, och kontot kan öppnas igen.", "Nobody can sign in to a closed account. The acts stay, and it can be opened again.")
	closeB       = i18n.T("Sulje tunnus", "Stäng kontot", "Close the account")
	openH        = i18n.T("Tunnus on suljettu. Kun avaat sen, henkilö voi taas kirjautua.", "Kontot är stängt. När du öppnar det kan personen logga in igen.", "The account is closed. Once you open it, the person can sign in again.")
	openB        = i18n.T("Avaa tunnus", "Öppna kontot", "Open the account")
	inviteT      = i18n.T("Kutsu joku mukaan", "Bjud in någon", "Invite somebody")
	passwordH    = i18n.T("Jos henkilö on unohtanut salasanansa eikä saa linkkiä itse, lähetä hänelle linkki uuden salasanan valitsemiseen. Varmista ensin, että pyyntö tulee häneltä itseltään.", "Om personen har glömt sitt lösenord och inte själv får någon länk, skicka en länk för att välja ett nytt. Försäkra dig först om att begäran kommer från personen själv.", "If the person has forgotten the password and gets no link by themself, send a link to choose a new one. Make sure first that they ask for it themselves.")
	passwordB    = i18n.T("Lähetä linkki salasanan vaihtoon", "Skicka en länk för att byta lösenord", "Send a link to change the password")
	resetH       = i18n.T("Jos henkilö on kadottanut puhelimensa ja varakoodinsa, poista kirjautumisen toinen vaihe. Varmista ensin, että pyyntö tulee häneltä itseltään.", "Om personen har tappat sin telefon och sina reservkoder, ta bort det andra steget. Försäkra dig först om att begäran kommer från personen själv.", "If the person has lost the phone and the recovery codes, remove the second step of signing in. Make sure first that they ask for it themselves.")
	resetB       = i18n.T("Poista toinen vaihe", "Ta bort andra steget", "Remove the second step")
)

// mayDo is what each role may do, in words.
var mayDo = map[account.Role]i18n.Text{
	account.Coordinator: i18n.T("Auttaa oman organisaation teoissa.", "Hjälper med den egna organisationens gärningar.", "Helps with the acts of the own organisation."),
	account.Moderator:   i18n.T("Tarkistaa ja julkaisee tekoja.", "Granskar och publicerar gärningar.", "Reviews and publishes acts."),
	account.Editor:      i18n.T("Kirjoittaa torin omat tekstit.", "Skriver torgets egna texter.", "Writes the portal’s own texts."),
	account.Team:        i18n.T("Vetää kampanjoita, antaa palkintoja ja näkee kaikki luvut.", "Leder kampanjer, delar ut priser och ser alla siffror.", "Runs campaigns, gives awards and sees all numbers."),
	account.Juror:       i18n.T("Arvioi tekoja.", "Bedömer gärningar.", "Scores acts."),
	account.Coach:       i18n.T("Raportoi sparraukset.", "Rapporterar sparringar.", "Reports coaching."),
	account.Admin:       i18n.T("Hoitaa henkilöitä, luetteloita ja organisaatioita, ja saa tehdä kaiken muunkin.", "Sköter personer, listor och organisationer, och får göra allt annat också.", "Tends people, lists and organisations, and may do everything else too."),
}
