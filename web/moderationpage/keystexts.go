package moderationpage

import "tekojentori.fi/tori/internal/i18n"

var (
	keysT       = i18n.T("Pikanäppäimet", "Kortkommandon", "Keyboard shortcuts")
	keysOn      = i18n.T("Pikanäppäimet ovat käytössä tässä selaimessa", "Kortkommandona är i bruk i den här webbläsaren", "Shortcuts are in use in this browser")
	keyNext     = i18n.T("seuraava teko", "nästa gärning", "next act")
	keyPrevious = i18n.T("edellinen teko", "föregående gärning", "previous act")
	keyChoose   = i18n.T("valitse teko tai poista valinta", "välj gärningen eller ta bort valet", "choose the act, or not")
	keyUp       = i18n.T("takaisin jonoon", "tillbaka till kön", "back to the queue")
	keyHelp     = i18n.T("tämä luettelo", "den här listan", "this list")

	copiedT = i18n.T("Samoja sanoja %d %%: ”%s”", "Samma ord %d %%: ”%s”", "The same words, %d%%: “%s”")
)
