package followpage

import (
	"tekojentori.fi/tori/internal/follow"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	title    = i18n.T("Seuranta ja kirjanmerkit", "Det du följer och bokmärken", "What you follow and bookmarks")
	detailsT = i18n.T("Omat tiedot", "Egna uppgifter", "Your details")
	lead     = i18n.T(
		"Kerromme sähköpostilla, kun seuraamissasi asioissa tapahtuu jotain. Kirjanmerkeistä löydät tekosi helposti uudelleen.",
		"Vi berättar per e-post när något händer i det du följer. Via bokmärkena hittar du lätt tillbaka till gärningarna.",
		"We tell you by e-mail when something happens in what you follow. By your bookmarks you find acts again.")

	mailsT   = i18n.T("Kuinka usein kirjoitamme", "Hur ofta vi skriver", "How often we write")
	rhythmL  = i18n.T("Viestit", "Meddelanden", "Mails")
	rhythmH  = i18n.T("Tyhjiä viestejä emme lähetä.", "Vi skickar inga tomma meddelanden.", "We send no empty mails.")
	saveB    = i18n.T("Tallenna", "Spara", "Save")
	followsT = i18n.T("Seuraat", "Du följer", "You follow")
	noneYet  = i18n.T("Et vielä seuraa mitään.", "Du följer ännu ingenting.", "You do not follow anything yet.")
	howTo    = i18n.T(
		"Seuraa tekoa sen sivulla, organisaatiota, toimialaa tai teemaa omalla sivullaan, tai tallenna mikä tahansa haku torilta.",
		"Följ en gärning på dess sida, en organisation, bransch eller ett tema på dess egen sida, eller spara vilken sökning som helst.",
		"Follow an act on its page, an organisation, sector or theme on its own page, or save any search.")
	toActs     = i18n.T("Selaa tekoja", "Bläddra bland gärningar", "Browse acts")
	endB       = i18n.T("Lopeta seuraaminen", "Sluta följa", "Stop following")
	bookmarksT = i18n.T("Kirjanmerkit", "Bokmärken", "Bookmarks")
	noMarks    = i18n.T("Kirjanmerkin lisäät teon sivulla.", "Du lägger till ett bokmärke på gärningens sida.", "You add a bookmark on the page of an act.")
	unmarkB    = i18n.T("Poista", "Ta bort", "Remove")
	wholeAct   = i18n.T("Päivitykset, käyttöönotot ja muut vaiheet", "Uppdateringar, ibruktaganden och andra skeden", "Updates, who takes it into use, and what becomes of it")
	actsNow    = i18n.P(
		i18n.T("Uudet teot (nyt %d teko)", "Nya gärningar (nu %d gärning)", "New acts (%d act now)"),
		i18n.T("Uudet teot (nyt %d tekoa)", "Nya gärningar (nu %d gärningar)", "New acts (%d acts now)"))
	goneAct  = i18n.T("Teko, joka ei ole enää esillä", "En gärning som inte längre visas", "An act that is no longer shown")
	goneList = i18n.T("Haku, jota torilla ei enää ole", "En sökning som inte längre finns på arenan", "A search that the portal no longer has")

	newT    = i18n.T("Aloita seuraaminen", "Börja följa", "Start following")
	newLead = i18n.T("Saat sähköpostia, kun tässä on jotain uutta.", "Du får e-post när det finns något nytt här.", "You get a mail when there is something new here.")
	already = i18n.T("Seuraat tätä jo.", "Du följer redan det här.", "You follow this already.")
	sameFor = i18n.T("Sama rytmi koskee kaikkea, mitä seuraat. Voit vaihtaa sen milloin tahansa.", "Samma rytm gäller allt du följer. Du kan byta den när som helst.", "The same goes for all that you follow. You can change it at any time.")
	newB    = i18n.T("Seuraa", "Följ", "Follow")

	savedT    = i18n.T("Tallennettu.", "Sparat.", "Saved.")
	begunT    = i18n.T("Kerromme sinulle, kun tässä on uutta. Rytmin valitset kohdassa Seuranta ja kirjanmerkit.", "Vi berättar när det finns något nytt. Rytmen väljer du under Det du följer och bokmärken.", "We tell you when there is something new. You choose how often under What you follow and bookmarks.")
	endedT    = i18n.T("Et enää seuraa tätä.", "Du följer inte längre det här.", "You no longer follow this.")
	markedT   = i18n.T("Kirjanmerkki on lisätty.", "Bokmärket har lagts till.", "The bookmark has been added.")
	unmarkedT = i18n.T("Kirjanmerkki on poistettu.", "Bokmärket har tagits bort.", "The bookmark has been removed.")
	fullT     = i18n.T("Näitä on jo %d, eikä enempää mahdu. Poista ensin jokin.", "Det finns redan %d, och fler ryms inte. Ta bort någon först.", "There are %d already, and no room for more. Remove one first.")

	stopT       = i18n.T("Lopeta viestit", "Avsluta meddelandena", "End the mails")
	stopLead    = i18n.T("Et enää saa viestejä siitä, mitä seuraat torilla. Seuraamasi asiat jäävät talteen.", "Du får inte längre meddelanden om det du följer på arenan. Det du följer finns kvar.", "You will get no more mails of what you follow at the portal. What you follow is kept.")
	stopNow     = i18n.T("Nyt kirjoitamme näin: %s.", "Nu skriver vi så här: %s.", "Now we write like this: %s.")
	stopB       = i18n.T("Lopeta viestit", "Avsluta meddelandena", "End the mails")
	changeB     = i18n.T("Vaihda vain rytmiä", "Byt bara rytm", "Only change how often")
	stoppedT    = i18n.T("Viestit on lopetettu", "Meddelandena är avslutade", "The mails have ended")
	stoppedLead = i18n.T("Emme enää kirjoita siitä, mitä seuraat. Jos muutat mielesi, valitse viestit uudelleen kohdassa Seuranta ja kirjanmerkit.", "Vi skriver inte längre om det du följer. Om du ändrar dig kan du välja meddelanden på nytt under Det du följer och bokmärken.", "We no longer write about what you follow. If you change your mind, choose mails again under What you follow and bookmarks.")
	deadT       = i18n.T("Linkki ei toimi", "Länken fungerar inte", "The link does not work")
	deadLead    = i18n.T("Linkki on vajaa tai yli vuoden vanha. Kirjautuneena voit lopettaa viestit kohdassa Seuranta ja kirjanmerkit.", "Länken är ofullständig eller över ett år gammal. Som inloggad kan du avsluta meddelandena under Det du följer och bokmärken.", "The link is not whole, or more than a year old. When you are signed in, you can end the mails under What you follow and bookmarks.")
)

var rhythmNames = map[follow.Rhythm]i18n.Text{
	follow.Each:   i18n.T("Heti, yksi viesti jokaisesta asiasta", "Genast, ett meddelande om varje sak", "At once, a mail for each thing"),
	follow.Daily:  i18n.T("Kerran päivässä, aamulla", "En gång om dagen, på morgonen", "Once a day, in the morning"),
	follow.Weekly: i18n.T("Kerran viikossa, maanantaiaamuna", "En gång i veckan, på måndag morgon", "Once a week, on Monday morning"),
	follow.None:   i18n.T("Ei viestejä", "Inga meddelanden", "No mails"),
}

var labels = map[string]i18n.Text{"rhythm": rhythmL}
