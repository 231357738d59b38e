package moderationpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

var (
	queueTitle  = i18n.T("Moderointi", "Moderering", "Moderation")
	tabsLabel   = i18n.T("Jonon rajaukset", "Avgränsningar av kön", "Views of the queue")
	allTab      = i18n.T("Kaikki", "Alla", "All")
	freeTab     = i18n.T("Vapaat", "Lediga", "Unassigned")
	mineTab     = i18n.T("Minulla", "Mina", "Mine")
	lateTab     = i18n.T("Myöhässä", "Försenade", "Overdue")
	returnedTab = i18n.T("Tekijällä", "Hos upphovspersonen", "With the author")
	approvedTab = i18n.T("Hyväksytyt", "Godkända", "Approved")
	emptyQueue  = i18n.T("Täällä ei odota mitään. Hyvää työtä!", "Ingenting väntar här. Bra jobbat!", "Nothing waits here. Well done!")
	inQueue     = i18n.P(i18n.T("%d teko", "%d gärning", "%d act"), i18n.T("%d tekoa", "%d gärningar", "%d acts"))
	with        = i18n.T("Käsittelijä %s, määräpäivä %s", "Handläggare %s, senast %s", "With %s, due on %s")
	outAt       = i18n.T("Julkaistaan %s", "Publiceras %s", "Comes out %s")
	campaignL   = i18n.T("Kampanja", "Kampanj", "Campaign")
	anyCampaign = i18n.T("Kaikki", "Alla", "All")
	narrow      = i18n.T("Rajaa", "Avgränsa", "Narrow")
	nobodyYet   = i18n.T("Ei käsittelijää", "Ingen handläggare", "Nobody yet")
	ownAct      = i18n.T("Oma tekosi: joku muu päättää siitä.", "Din egen gärning: någon annan beslutar om den.", "Your own act: somebody else decides on it.")
	wayLabel    = i18n.T("Muut teot jonossa", "Andra gärningar i kön", "Other acts in the queue")
	placeOf     = i18n.T("%s / %s", "%s / %s", "%s of %s")
	before      = i18n.T("Edellinen", "Föregående", "Previous")
	after       = i18n.T("Seuraava", "Nästa", "Next")
	notInPart   = i18n.T("Ei enää tässä rajauksessa", "Inte längre i den här avgränsningen", "No longer in this view")

	take       = i18n.T("Ota käsittelyyn", "Ta till behandling", "Take it")
	publish    = i18n.T("Hyväksy ja julkaise", "Godkänn och publicera", "Approve and publish")
	publishNow = i18n.T("Julkaise nyt", "Publicera nu", "Publish now")
	schedule   = i18n.T("Hyväksy ja julkaise myöhemmin", "Godkänn och publicera senare", "Approve and publish later")
	publishAtL = i18n.T("Julkaisuaika", "Tid för publicering", "Time of publication")
	publishAtH = i18n.T("Päivä ja kellonaika Suomessa, esimerkiksi 8.12.2026 13.00. Teko tulee silloin esiin itsestään.",
		"Dag och klockslag i Finland, till exempel 8.12.2026 13.00. Gärningen visas då av sig själv.",
		"A day and a time in Finland, for example 8.12.2026 13.00. The act then comes out by itself.")
	giveBack    = i18n.T("Palauta täydennettäväksi", "Returnera för komplettering", "Return for completion")
	reject      = i18n.T("Hylkää", "Avslå", "Reject")
	hide        = i18n.T("Piilota lukijoilta", "Dölj för läsarna", "Hide from readers")
	show        = i18n.T("Palauta näkyviin", "Visa igen", "Show again")
	archive     = i18n.T("Arkistoi", "Arkivera", "Archive")
	reopen      = i18n.T("Avaa uudelleen", "Öppna på nytt", "Reopen")
	reasonL     = i18n.T("Perustelu tekijälle", "Motivering till upphovspersonen", "Reason, for the author")
	reasonH     = i18n.T("Kirjoita kuten kollegalle: mitä puuttuu ja miten sen voi korjata.", "Skriv som till en kollega: vad saknas och hur kan det rättas till.", "Write as to a colleague: what is missing, and how to mend it.")
	decide      = i18n.T("Päätä", "Besluta", "Decide")
	nothingToDo = i18n.T("Tässä tilassa ei ole päätettävää.", "Det finns inget att besluta i det här läget.", "There is nothing to decide at this point.")
	life        = i18n.T("Vaiheet", "Händelser", "History")
	backTo      = i18n.T("Takaisin jonoon", "Tillbaka till kön", "Back to the queue")
	need        = ui.TextNames["need"]
	approach    = ui.TextNames["approach"]
	results     = ui.TextNames["results"]
	lessons     = ui.TextNames["lessons"]
	factsTitle  = i18n.T("Perustiedot", "Basuppgifter", "Facts")
	partnersT   = i18n.T("Mukana myös", "Med är också", "Together with")
	unitT       = i18n.T("Yksikkö", "Enhet", "Unit")
	localityT   = i18n.T("Paikkakunta", "Ort", "Place")
	sectorsT    = i18n.T("Toimialat", "Branscher", "Sectors")
	themesT     = i18n.T("Teemat", "Teman", "Themes")
	tagsT       = i18n.T("Avainsanat", "Nyckelord", "Tags")
	stageT      = i18n.T("Toteutusvaihe", "Fas", "Stage")
	languageT   = i18n.T("Kieli", "Språk", "Language")
	linksT      = i18n.T("Linkit", "Länkar", "Links")
	contacts    = i18n.T("Yhteyshenkilöt", "Kontaktpersoner", "Contacts")
	consented   = i18n.T("lupa annettu", "har gett lov", "has agreed")
	notAsked    = i18n.T("ei lupaa", "inget lov", "has not agreed")

	statusNames = map[act.Status]i18n.Text{
		act.Draft: i18n.T("Luonnos", "Utkast", "Draft"), act.Submitted: i18n.T("Lähetetty", "Skickad", "Sent"),
		act.InReview: i18n.T("Käsittelyssä", "Behandlas", "In review"), act.ChangesRequested: i18n.T("Täydennettävä", "Ska kompletteras", "More is needed"),
		act.Approved: i18n.T("Hyväksytty", "Godkänd", "Approved"), act.Published: i18n.T("Julkaistu", "Publicerad", "Published"),
		act.Hidden: i18n.T("Piilotettu", "Dold", "Hidden"), act.Archived: i18n.T("Arkistoitu", "Arkiverad", "Archived"),
		act.Rejected: i18n.T("Hylätty", "Avslagen", "Rejected"), act.Withdrawn: i18n.T("Peruttu", "Tillbakadragen", "Withdrawn"),
		act.Merged: i18n.T("Yhdistetty", "Sammanslagen", "Merged"),
	}
)

var filesT = i18n.T("Liitteet", "Bilagor", "Attachments")

// fileStates is what moderators are told of files that nobody can open.
var fileStates = map[attachment.State]i18n.Text{
	attachment.Waiting:  i18n.T("%s on vielä käsittelyssä.", "%s behandlas ännu.", "%s is still being worked on."),
	attachment.Rejected: i18n.T("%s ei kelvannut, eikä sitä näytetä.", "%s dög inte och visas inte.", "%s would not do, and is not shown."),
}
