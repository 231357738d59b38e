package moderationpage

import (
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/moderation"
)

var (
	allActsT  = i18n.T("Kaikki teot", "Alla gärningar", "All acts")
	allActsH  = i18n.T("Jokainen lähetetty teko, uusin ensin. Valitse tekoja ja päätä, mitä niille tehdään yhdellä kertaa.", "Alla gärningar som skickats, de nyaste först. Välj gärningar och bestäm vad som görs med dem på en gång.", "Every act that was sent, the newest first. Choose acts, and what is to be done to them at once.")
	statusL   = i18n.T("Tila", "Läge", "Status")
	titleWord = i18n.T("Sana otsikossa", "Ord i rubriken", "Word in the title")
	actT      = i18n.T("Teko", "Gärning", "Act")
	orgT      = i18n.T("Organisaatio", "Organisation", "Organisation")
	sectorL   = i18n.T("Toimiala", "Bransch", "Sector")
	themeL    = i18n.T("Teema", "Tema", "Theme")
	noActs    = i18n.T("Tällaisia tekoja ei ole.", "Det finns inga sådana gärningar.", "There are no such acts.")
	chooseAct = i18n.T("Valitse: %s", "Välj: %s", "Choose: %s")
	chosenT   = i18n.T("Valitut teot", "Valda gärningar", "Chosen acts")
	chooseAll = i18n.P(i18n.T("Kaikki tämän rajauksen teot (%d), myös muilla sivuilla", "Alla gärningar i urvalet (%d), också på andra sidor", "All acts of this view (%d), on other pages too"),
		i18n.T("Kaikki tämän rajauksen teot (%d), myös muilla sivuilla", "Alla gärningar i urvalet (%d), också på andra sidor", "All acts of this view (%d), on other pages too"))
	whatL      = i18n.T("Mitä valituille tehdään?", "Vad görs med de valda?", "What is to be done to them?")
	goOn       = i18n.T("Jatka", "Fortsätt", "Go on")
	goOnH      = i18n.T("Näet ensin, mitä tapahtuu. Mitään ei vielä muuteta.", "Du ser först vad som händer. Inget ändras ännu.", "You see first what will happen. Nothing is changed yet.")
	assignT    = i18n.T("Anna käsiteltäväksi", "Ge för behandling", "Assign to a moderator")
	sortT      = i18n.T("Vaihda toimiala tai teema", "Byt bransch eller tema", "Change the sector or theme")
	outAtT     = i18n.T("Hyväksy ja ajasta julkaisu", "Godkänn och tidsbestäm publiceringen", "Approve and set the time of publication")
	archiveT   = i18n.T("Arkistoi", "Arkivera", "Archive")
	toL        = i18n.T("Kenelle", "Till vem", "To whom")
	sectorH    = i18n.T("Ensisijainen toimiala vaihtuu tähän, muut säilyvät.", "Den första branschen byts till denna, de andra blir kvar.", "This becomes the primary sector; the others stay.")
	themeH     = i18n.T("Ensisijainen teema vaihtuu tähän, muut säilyvät.", "Det första temat byts till detta, de andra blir kvar.", "This becomes the primary theme; the others stay.")
	asItIs     = i18n.T("Ei muutosta", "Ingen ändring", "As it is")
	canT       = i18n.P(i18n.T("Tämä tehdään %d teolle", "Det här görs med %d gärning", "This is done to %d act"), i18n.T("Tämä tehdään %d teolle", "Det här görs med %d gärningar", "This is done to %d acts"))
	cannotT    = i18n.P(i18n.T("%d teko jää ennalleen", "%d gärning lämnas som den är", "%d act stays as it is"), i18n.T("%d tekoa jää ennalleen", "%d gärningar lämnas som de är", "%d acts stay as they are"))
	doneB      = i18n.P(i18n.T("Vahvista %d teolle", "Bekräfta för %d gärning", "Confirm for %d act"), i18n.T("Vahvista %d teolle", "Bekräfta för %d gärningar", "Confirm for %d acts"))
	done       = i18n.P(i18n.T("Valmista: %d teko.", "Klart: %d gärning.", "Done: %d act."), i18n.T("Valmista: %d tekoa.", "Klart: %d gärningar.", "Done: %d acts."))
	noneChosen = i18n.T("Et valinnut yhtään tekoa. Palaa luetteloon ja merkitse ne, joita asia koskee.", "Du valde inga gärningar. Gå tillbaka till listan och markera dem som det gäller.", "You chose no acts. Go back to the list and tick those that it is about.")
	noneCan    = i18n.T("Tätä ei voi tehdä yhdellekään valitulle teolle.", "Det här kan inte göras med någon av de valda gärningarna.", "This can be done to none of the chosen acts.")
	together   = i18n.T("Kaikki tehdään kerralla tai ei mitään. Jokainen muutos kirjataan lokiin.", "Allt görs på en gång eller inget. Varje ändring antecknas i loggen.", "All of it is done at once, or nothing. Every change is written in the log.")
	staleT     = i18n.T("Jokin teoista muuttui sillä välin, joten mitään ei tehty. Tässä on tilanne nyt: katso ja vahvista uudelleen.", "Någon av gärningarna ändrades under tiden, så inget gjordes. Så här ser det ut nu: titta och bekräfta på nytt.", "One of the acts changed meanwhile, so nothing was done. This is how it stands now: look, and confirm again.")
	moreT      = i18n.T("Kerralla otetaan enintään %d tekoa. Loput odottavat seuraavaa kertaa.", "Högst %d gärningar tas på en gång. Resten väntar till nästa gång.", "At most %d acts are taken at a time. The rest wait for the next time.")
	backList   = i18n.T("Takaisin luetteloon", "Tillbaka till listan", "Back to the list")

	obstacleNames = map[moderation.Obstacle]i18n.Text{
		moderation.Own:         ownAct,
		moderation.TheirOwn:    i18n.T("Valitun moderoijan oma teko.", "Den valda moderatorns egen gärning.", "An act of the chosen moderator's own."),
		moderation.OtherStatus: i18n.T("Ei onnistu tässä tilassa.", "Går inte i det här läget.", "Not possible at this point."),
		moderation.UpdateWaits: i18n.T("Teosta on tekeillä päivitys: päätä siitä ensin.", "Gärningen håller på att uppdateras: besluta först om det.", "An update of the act is being made: decide on it first."),
		moderation.Unsent:      i18n.T("Ei enää moderoijien.", "Inte längre hos moderatorerna.", "No longer with the moderators."),
	}
	bulkLabels = map[string]i18n.Text{"moderator": toL, "sector": sectorL, "publish_at": publishAtL}
)
