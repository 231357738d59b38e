package accountpage

import "tekojentori.fi/tori/internal/i18n"

var (
	forgottenLink  = i18n.T("Unohtuiko salasana?", "Har du glömt lösenordet?", "Forgotten your password?")
	forgottenTitle = i18n.T("Vaihda unohtunut salasana", "Byt ett glömt lösenord", "Change a forgotten password")
	forgottenLead  = i18n.T(
		"Lähetämme sähköpostiisi linkin, jolla voit valita uuden salasanan.",
		"Vi skickar dig en länk per e-post. Med den kan du välja ett nytt lösenord.",
		"We send you a link by e-mail. It lets you choose a new password.")
	passwordSentLead = i18n.T(
		"Lähetimme viestin osoitteeseen %s. Avaa siinä oleva linkki puolen tunnin kuluessa.",
		"Vi skickade ett meddelande till %s. Öppna länken i det inom en halv timme.",
		"We sent a message to %s. Open the link in it within half an hour.")
	newPasswordTitle = i18n.T("Valitse uusi salasana", "Välj ett nytt lösenord", "Choose a new password")
	newPasswordLead  = i18n.T("Vaihdat salasanan tunnukselle %s.", "Du byter lösenord för kontot %s.", "You are changing the password of %s.")
	newPasswordLabel = i18n.T("Uusi salasana", "Nytt lösenord", "New password")
	newPasswordHint  = i18n.T(
		"Vähintään 12 merkkiä. Muutaman sanan lause on hyvä: se on helppo muistaa ja vaikea arvata.",
		"Minst 12 tecken. En mening med några ord är bra: lätt att minnas och svår att gissa.",
		"At least 12 characters. A phrase of a few words is good: easy to remember, hard to guess.")
	newPasswordSave  = i18n.T("Vaihda salasana", "Byt lösenord", "Change the password")
	deadPasswordLead = i18n.T(
		"Linkki toimii yhden kerran ja vain sille luvatun ajan. Jos salasana on yhä unohtunut, pyydä uusi linkki.",
		"Länken fungerar en gång och bara under den tid som utlovats. Om du fortfarande har glömt lösenordet kan du be om en ny länk.",
		"The link works once, and only for as long as was promised. If your password is still forgotten, ask for a new link.")

	passwordTitle   = i18n.T("Salasana", "Lösenord", "Password")
	passwordHelp    = i18n.T("Kun vaihdat salasanan, sinut kirjataan ulos muilta laitteilta.", "När du byter lösenord loggas du ut från andra enheter.", "When you change your password, you are signed out on your other devices.")
	passwordNone    = i18n.T("Sinulla ei ole salasanaa: kirjaudut sähköpostiisi tulevalla linkillä. Jos haluat salasanan, lähetämme linkin sen valitsemiseen.", "Du har inget lösenord: du loggar in med en länk per e-post. Om du vill ha ett lösenord skickar vi en länk där du kan välja det.", "You have no password: you sign in by a link in your e-mail. If you would like a password, we send you a link to choose one.")
	passwordAsk     = i18n.T("Lähetä linkki", "Skicka länken", "Send the link")
	passwordLink    = i18n.T("Vaihda salasana", "Byt lösenord", "Change your password")
	oldPassword     = i18n.T("Nykyinen salasana", "Nuvarande lösenord", "Current password")
	passwordChanged = i18n.T("Salasana on vaihdettu.", "Lösenordet har bytts.", "Your password has been changed.")

	memberTitle = i18n.T("Jäsenyys organisaatiossa", "Medlemskap i en organisation", "Membership of an organisation")
	memberIs    = i18n.T("Olet jäsen: %s.", "Du är medlem av: %s.", "You are a member of: %s.")
	memberAsked = i18n.T("Olet pyytänyt jäsenyyttä ja odotat vastausta: %s.", "Du har bett om medlemskap och väntar på svar: %s.", "You have asked for a membership and wait for an answer: %s.")
	memberNone  = i18n.T("Et ole minkään organisaation jäsen. Luonnoksia voit kirjoittaa ja tekoja lähettää silti.", "Du är inte medlem av någon organisation. Utkast kan du skriva och gärningar skicka ändå.", "You are not a member of any organisation. You can write drafts and send acts all the same.")
	memberLink  = i18n.T("Katso jäsenyyttäsi", "Se ditt medlemskap", "See your membership")
	homeTitle   = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	homeHelp    = i18n.T("Koordinaattorina näet organisaatiosi teot ja vahvistat käyttöönotot.", "Som koordinator ser du organisationens gärningar och bekräftar ibruktaganden.", "As a coordinator you see the acts of your organisation and confirm adoptions.")
	homeLink    = i18n.T("Avaa organisaation sivu", "Öppna organisationens sida", "Open the page of the organisation")
	inviteTitle = i18n.T("Kutsut", "Inbjudningar", "Invitations")
	inviteHelp  = i18n.T("Voit kutsua ihmisiä mukaan torille sähköpostilla.", "Du kan bjuda in folk till arenan per e-post.", "You can invite people to the portal by e-mail.")
	inviteLink  = i18n.T("Kutsu mukaan", "Bjud in", "Invite somebody")

	invitedTitle  = i18n.T("Tervetuloa Tekojen torille", "Välkommen till Framstegsarenan", "Welcome to Tekojen tori")
	invitedLead   = i18n.T("%s kutsuu sinut mukaan osoitteella %s.", "%s bjuder in dig med adressen %s.", "%s invites you to join as %s.")
	invitedFor    = i18n.T("Organisaatio", "Organisation", "Organisation")
	invitedMember = i18n.T("Ilmoitat tekoja ja otat muiden tekoja käyttöön", "Du berättar om gärningar och tar andras i bruk", "You tell of acts and take those of others into use")
	invitedStaff  = i18n.T(
		"Tehtävääsi kuuluu torin asioiden hoitaminen, joten kirjaudut salasanalla. Valitse se nyt.",
		"I din uppgift ingår att sköta arenan, och därför loggar du in med lösenord. Välj det nu.",
		"Your role includes running the portal, so you sign in with a password. Choose it now.")
	invitedAccept   = i18n.T("Tule mukaan", "Kom med", "Join")
	invitedNot      = i18n.T("Jos et tunne kutsujaa tai osoite ei ole sinun, sulje tämä sivu. Mitään ei tapahdu.", "Om du inte känner den som bjuder in eller om adressen inte är din, stäng den här sidan. Då händer ingenting.", "If you do not know who invites you, or the address is not yours, close this page. Nothing happens.")
	invitedDone     = i18n.T("Kutsu on hyväksytty. Kirjaudu vielä salasanallasi.", "Inbjudan har godkänts. Logga ännu in med ditt lösenord.", "The invitation has been accepted. Now sign in with your password.")
	deadInvitationT = i18n.T("Kutsu ei ole enää voimassa", "Inbjudan gäller inte längre", "The invitation is no longer valid")
	deadInvitationL = i18n.T(
		"Kutsu toimii yhden kerran ja kaksi viikkoa, ja kutsuja voi perua sen. Jos tulit juuri mukaan, kirjaudu sisään. Muuten pyydä kutsujalta uusi.",
		"En inbjudan fungerar en gång och i två veckor, och den som bjuder in kan dra tillbaka den. Om du just kom med, logga in. Annars kan du be om en ny.",
		"An invitation works once and for two weeks, and whoever sent it can take it back. If you have just joined, sign in. Otherwise ask for a new one.")
)
