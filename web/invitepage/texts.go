package invitepage

import "tekojentori.fi/tori/internal/i18n"

var (
	titleT = i18n.T("Kutsu mukaan torille", "Bjud in till arenan", "Invite to the portal")
	leadT  = i18n.T(
		"Kirjoita kutsuttavan sähköpostiosoite. Hän saa linkin, joka on voimassa kaksi viikkoa ja toimii yhden kerran.",
		"Skriv e-postadressen till den som du bjuder in. Hen får en länk som gäller i två veckor och fungerar en gång.",
		"Type the e-mail address of the person. They get a link that is valid for two weeks and works once.")
	ownT       = i18n.T("Kutsut jäseneksi organisaatioon %s.", "Du bjuder in medlemmar till organisationen %s.", "You invite members to the organisation %s.")
	noneT      = i18n.T("Sinulle ei ole merkitty organisaatiota, joten et voi vielä kutsua ketään. Pyydä torin ylläpitäjää lisäämään se.", "Du har ingen organisation antecknad och kan därför ännu inte bjuda in någon. Be en administratör lägga till den.", "No organisation is told for you, so you cannot invite anybody yet. Ask an administrator to add it.")
	emailL     = i18n.T("Sähköpostiosoite", "E-postadress", "E-mail address")
	orgL       = i18n.T("Organisaatio", "Organisation", "Organisation")
	orgH       = i18n.T("Koordinaattorille organisaatio on pakollinen.", "För en koordinator är organisationen obligatorisk.", "A coordinator must have an organisation.")
	rolesL     = i18n.T("Tehtävät torilla", "Uppgifter på arenan", "Roles")
	rolesH     = i18n.T("Teon voi ilmoittaa ilman näitäkin.", "Man kan anmäla gärningar också utan dessa.", "Nobody needs these to tell of an act.")
	languageL  = i18n.T("Kutsun kieli", "Inbjudans språk", "Language of the invitation")
	sendB      = i18n.T("Lähetä kutsu", "Skicka inbjudan", "Send the invitation")
	sentT      = i18n.T("Kutsu on lähetetty osoitteeseen %s.", "Inbjudan har skickats till %s.", "The invitation has been sent to %s.")
	openT      = i18n.T("Vastausta odottavat kutsut", "Inbjudningar som väntar på svar", "Invitations that wait for an answer")
	nothingT   = i18n.T("Yhtään kutsua ei odota vastausta.", "Ingen inbjudan väntar på svar.", "No invitation waits for an answer.")
	memberT    = i18n.T("jäsen", "medlem", "member")
	untilT     = i18n.T("voimassa %s asti", "gäller till %s", "valid until %s")
	cancelB    = i18n.T("Peru kutsu", "Dra tillbaka inbjudan", "Take back")
	cancelledT = i18n.T("Kutsu on peruttu.", "Inbjudan har dragits tillbaka.", "The invitation has been taken back.")
	labels     = map[string]i18n.Text{"email": emailL, "organization": orgL, "roles": rolesL, "language": languageL}
)
