package jointpage

import "tekojentori.fi/tori/internal/i18n"

var (
	homeT     = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	jointT    = i18n.T("Yhteinen teko", "Gemensam gärning", "Joint act")
	namedT    = i18n.T("Teosta kertoo %s. Siinä on mainittu kumppanina %s.", "Om gärningen berättar %s. I den nämns %s som partner.", "%s tells about the act. It names %s as a partner.")
	sentT     = i18n.T("Teko lähetettiin %s, ja sitä käsitellään vielä.", "Gärningen skickades %s och behandlas ännu.", "The act was sent on %s, and is still being reviewed.")
	comingT   = i18n.T("Voit lukea tekstin, kun teko julkaistaan. Saat siitä viestin.", "Du kan läsa texten när gärningen publiceras. Du får ett meddelande då.", "You can read the text once the act is published. You will be told then.")
	publicT   = i18n.T("Teko on julkaistu, ja kaikki voivat lukea sen.", "Gärningen är publicerad, och alla kan läsa den.", "The act is published, and everyone can read it.")
	archivedT = i18n.T("Teko on arkistoitu: se ei ole listalla, mutta sen voi lukea.", "Gärningen är arkiverad: den finns inte i listan men kan läsas.", "The act is archived: it is not in the list, but it can be read.")
	readT     = i18n.T("Lue teko", "Läs gärningen", "Read the act")
	denyH     = i18n.T("Jos organisaationne ei ole mukana, kerro se tässä. Sitä ei sen jälkeen mainita teon kumppanina missään, ellet itse peru tätä. Teon tekijät saavat siitä viestin.",
		"Om er organisation inte är med, berätta det här. Den nämns därefter ingenstans som partner, om du inte tar tillbaka det. De som har gjort gärningen får ett meddelande.",
		"If your organisation takes no part, say so here. It is then named nowhere as a partner, unless you take that back. The people of the act are told.")
	noteL   = i18n.T("Mitä haluat sanoa tekijöille?", "Vad vill du säga till dem som har gjort gärningen?", "What would you like to say to its people?")
	noteH   = i18n.T("Esimerkiksi: olemme vasta harkitsemassa tätä.", "Till exempel: vi har bara övervägt det här.", "For example: we are only considering this.")
	denyB   = i18n.T("Emme ole mukana", "Vi är inte med", "We take no part")
	backB   = i18n.T("Palaa", "Gå tillbaka", "Go back")
	deniedT = i18n.T("%s ei ole mukana tässä teossa. Näin kerrottiin %s, eikä organisaatiota mainita kumppanina.", "%s är inte med i den här gärningen. Det berättades %s, och organisationen nämns inte som partner.", "%s takes no part in this act. That was said on %s, and the organisation is not named as a partner.")
	affirmB = i18n.T("Olemme sittenkin mukana", "Vi är med ändå", "We take part after all")
	labels  = map[string]i18n.Text{"note": noteL}

	deniedThanks   = i18n.T("Organisaatiota ei enää mainita kumppanina. Teon tekijät saavat viestin.", "Organisationen nämns inte längre som partner. De som har gjort gärningen får ett meddelande.", "The organisation is no longer named as a partner. The people of the act are told.")
	affirmedThanks = i18n.T("Organisaatio mainitaan taas kumppanina.", "Organisationen nämns igen som partner.", "The organisation is named as a partner again.")
)
