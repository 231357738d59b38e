package actpage

import (
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
)

var (
	homeT        = i18n.T("Oma organisaatio", "Egen organisation", "Your organisation")
	homeLead     = i18n.T("Olet tämän organisaation koordinaattori.", "Du är koordinator för den här organisationen.", "You are a coordinator of this organisation.")
	homeNone     = i18n.T("Sinua ei ole vielä liitetty organisaatioon. Pyydä ylläpitäjältä.", "Du hör ännu inte till någon organisation. Be administratören.", "You do not belong to an organisation yet. Ask the administrator.")
	homeConfirm  = i18n.T("Vahvistettavat käyttöönotot", "Ibruktaganden att bekräfta", "Adoptions to confirm")
	homeHelp     = i18n.T("Joku on kertonut, että organisaationne on kokeillut tekoa tai ottanut sen käyttöön. Vahvista, jos niin on.", "Någon har berättat att er organisation har prövat en gärning eller tagit den i bruk. Bekräfta om det stämmer.", "Somebody has told that your organisation has tried an act or taken it into use. Confirm it if that is so.")
	homeDone     = i18n.T("Kaikki on vahvistettu.", "Allt är bekräftat.", "Everything is confirmed.")
	homeB        = i18n.T("Vahvista", "Bekräfta", "Confirm")
	homeActs     = i18n.T("Organisaation julkaistut teot", "Organisationens publicerade gärningar", "Published acts of the organisation")
	homeActsNone = i18n.T("Organisaatiolla ei ole vielä julkaistuja tekoja.", "Organisationen har ännu inga publicerade gärningar.", "The organisation has no published acts yet.")
	homeRule     = i18n.T("Luku on julkaistut teot, joissa organisaatio on mukana yksin tai muiden kanssa.", "Talet är publicerade gärningar som organisationen gjort ensam eller med andra.", "The number is published acts that the organisation has done, alone or with others.")
	homePublic   = i18n.T("Organisaation julkinen sivu", "Organisationens offentliga sida", "Public page of the organisation")
	homeInvite   = i18n.T("Kutsu työkavereita torille", "Bjud in kolleger till arenan", "Invite colleagues to the portal")

	homeOutN     = i18n.T("julkaistua tekoa", "publicerade gärningar", "published acts")
	homeComingN  = i18n.T("tulossa", "på väg ut", "coming")
	homeMembersN = i18n.T("jäsentä", "medlemmar", "members")
	homeAskingN  = i18n.T("pyytää jäsenyyttä", "ber om medlemskap", "ask for a membership")
	homeConfirmN = i18n.T("käyttöönottoa vahvistamatta", "ibruktaganden att bekräfta", "adoptions to confirm")

	homeDraftsN  = i18n.T("avattua luonnosta", "öppnade utkast", "opened drafts")
	homeDraft1   = i18n.T("avattu luonnos", "öppnat utkast", "opened draft")
	homeOut1     = i18n.T("julkaistu teko", "publicerad gärning", "published act")
	homeMember1  = i18n.T("jäsen", "medlem", "member")
	homeAsking1  = i18n.T("pyytää jäsenyyttä", "ber om medlemskap", "asks for a membership")
	homeConfirm1 = i18n.T("käyttöönotto vahvistamatta", "ibruktagande att bekräfta", "adoption to confirm")

	homeAsking     = i18n.T("Jäsenyyttä pyytävät", "De som ber om medlemskap", "Who asks for a membership")
	homeAskingNone = i18n.T("Kukaan ei odota vastausta.", "Ingen väntar på svar.", "Nobody waits for an answer.")
	homeAskedAt    = i18n.T("pyysi %s", "bad %s", "asked on %s")
	homeYes        = i18n.T("Hyväksy", "Godkänn", "Approve")
	homeLook       = i18n.T("Katso ja vastaa", "Se och svara", "Look and answer")

	homeDrafts     = i18n.T("Sinulle avatut luonnokset", "Utkast som öppnats för dig", "Drafts that are open to you")
	homeDraftsHelp = i18n.T("Näihin on pyydetty apuasi. Lue ja kommentoi.", "Till de här har man bett om din hjälp. Läs och kommentera.", "Your help is asked for with these. Read and comment.")
	homeDraftsNone = i18n.T("Kukaan ei ole nyt avannut luonnosta.", "Ingen har öppnat ett utkast just nu.", "Nobody has opened a draft now.")
	homeDraftOf    = i18n.T("%s avasi %s", "%s öppnade %s", "%s opened it on %s")
	homeUntitled   = i18n.T("Nimetön luonnos", "Utkast utan namn", "Draft without a name")
	homeMends      = i18n.T("saa korjata", "får rättas", "may be mended")

	homeComing     = i18n.T("Tulossa olevat teot", "Gärningar på väg ut", "Acts that are coming")
	homeComingHelp = i18n.T("Organisaation lähetetyt teot, jotka eivät ole vielä ulkona. Luonnoksista näet ne, jotka on avattu sinulle.", "Organisationens skickade gärningar som ännu inte är ute. Av utkasten ser du dem som har öppnats för dig.", "Acts of the organisation that have been sent and are not out yet. Of drafts you see those that have been opened to you.")
	homeComingNone = i18n.T("Mikään teko ei ole nyt matkalla.", "Ingen gärning är på väg just nu.", "No act is on its way now.")
	homeSentAt     = i18n.T("lähetetty %s", "skickad %s", "sent on %s")

	homeJoint     = i18n.T("Yhteiset teot", "Gemensamma gärningar", "Joint acts")
	homeJointHelp = i18n.T("Muiden teot, joissa organisaationne on mainittu kumppanina. Jos ette ole mukana, kerro se.", "Andras gärningar där er organisation nämns som partner. Berätta om ni inte är med.", "Acts of others that name your organisation as a partner. If it takes no part, say so.")
	homeJointNone = i18n.T("Mikään muiden teko ei mainitse organisaatiotanne kumppanina.", "Ingen av de andras gärningar nämner er organisation som partner.", "No act of others names your organisation as a partner.")
	homeJointNo   = i18n.T("emme ole mukana", "vi är inte med", "we take no part")
	homeJointDeny = i18n.T("Emme ole mukana", "Vi är inte med", "We take no part")
	homeJointBack = i18n.T("Peru", "Ta tillbaka", "Take that back")
	homeJointN    = i18n.T("yhteistä tekoa", "gemensamma gärningar", "joint acts")
	homeJoint1    = i18n.T("yhteinen teko", "gemensam gärning", "joint act")
	homeFile      = i18n.T("Kaikki teot tiedostona, myös tulossa olevien nimet:", "Alla gärningar som fil, också namnen på dem som är på väg ut:", "All acts as a file, also what those that are coming are called:")

	homeMembers      = i18n.T("Jäsenet", "Medlemmar", "Members")
	homeMembersTable = i18n.T("Jäsenet taulukkona", "Medlemmarna i en tabell", "The members as a table")
	homeMembersName  = i18n.T("Nimi", "Namn", "Name")
	homeMembersMail  = i18n.T("Sähköposti", "E-post", "E-mail")
	homeMembersJob   = i18n.T("Tehtävä", "Uppgift", "Job title")
	homeMembersDeed  = i18n.T("Jäsenyys", "Medlemskap", "Membership")
	homeCoordinator  = i18n.T("koordinaattori", "koordinator", "coordinator")
	homeEnd          = i18n.T("Lopeta jäsenyys", "Avsluta medlemskapet", "End the membership")
)

// comingNames is where an act stands that is coming.
var comingNames = map[act.Status]i18n.Text{
	act.Submitted:        i18n.T("Lähetetty", "Skickad", "Sent"),
	act.InReview:         i18n.T("Käsittelyssä", "Behandlas", "In review"),
	act.ChangesRequested: i18n.T("Täydennettävänä", "Kompletteras", "Being completed"),
	act.Approved:         i18n.T("Hyväksytty", "Godkänd", "Approved"),
}

// jointB is what one can say of a joint act.
func jointB(j joint) i18n.Text {
	if j.DeniedAt != nil {
		return homeJointBack
	}
	return homeJointDeny
}
