package stats

import "tekojentori.fi/tori/internal/i18n"

var (
	coachingRule = i18n.T(
		"Sparraushakemukset, jotka ohjelma on hyväksynyt.",
		"Ansökningar om sparring som programmet har godkänt.",
		"Applications for coaching that the programme has approved.")
	coachedRule = i18n.T(
		"Organisaatiot, joilla on ainakin yksi hyväksytty sparraus, kukin kerran.",
		"Organisationer med minst en godkänd sparring, var och en en gång.",
		"Organisations with at least one approved coaching, each once.")
	coachingDaysRule = i18n.T(
		"Hyväksyttyjen sparrausten päivät yhteensä.",
		"Dagarna i de godkända sparringarna sammanlagt.",
		"The days of the approved coachings, in all.")
	participantsRule = i18n.T(
		"Sparrausten osallistujat yhteensä. Kahteen sparraukseen osallistunut on mukana kahdesti.",
		"Deltagarna i sparringarna sammanlagt. Den som har deltagit i två räknas två gånger.",
		"The participants of the coachings, in all. Whoever took part in two counts twice.")
	providersRule = i18n.T(
		"Palveluntuottajat, joilta on tullut sparraaja ainakin yhteen sparraukseen, kukin kerran.",
		"Tjänsteproducenter som har haft en coach i minst en sparring, var och en en gång.",
		"Providers whose coach has given at least one coaching, each once.")
	coachesRule = i18n.T(
		"Sparraajat, joilla on ollut ainakin yksi sparraus, kukin kerran.",
		"Coacher som har haft minst en sparring, var och en en gång.",
		"Coaches who have given at least one coaching, each once.")
	gradesRule = i18n.T(
		"Osallistujien antamien arvosanojen keskiarvo asteikolla 1–5. Jokainen vastaus painaa yhtä paljon.",
		"Medeltalet av deltagarnas vitsord på skalan 1–5. Varje svar väger lika mycket.",
		"The mean of the grades that participants gave, from 1 to 5. Each answer weighs the same.")
	coachingSectorRule = i18n.T(
		"Hyväksytyt sparraukset toimialoittain, kukin kerran. Taulukon ulkopuolella ovat koko organisaatiota koskevat sparraukset: %d.",
		"Godkända sparringar per bransch, var och en en gång. Utanför tabellen står sparringar som gällde en hel organisation: %d.",
		"Approved coachings by sector, each once. Those that concerned a whole organisation stand outside the table: %d.")
	coachingThemeRule = i18n.T(
		"Hyväksytyt sparraukset teemoittain, kukin kerran.",
		"Godkända sparringar per tema, var och en en gång.",
		"Approved coachings by theme, each once.")
	coachingYearRule = i18n.T(
		"Hyväksytyt sparraukset hyväksymisvuosittain, kukin kerran.",
		"Godkända sparringar per år för godkännandet, var och en en gång.",
		"Approved coachings by the year of approval, each once.")
	answersRule = i18n.T(
		"Osallistujien vastaukset sen mukaan, minkä arvosanan ne antavat sparraukselle. 5 on paras.",
		"Deltagarnas svar enligt vilket vitsord de ger sparringen. 5 är bäst.",
		"The answers of participants, by the grade that they give the coaching. 5 is the best.")
	allApproved = i18n.T("Koko aika, hyväksymispäivän mukaan", "Hela tiden, enligt dagen för godkännandet", "All time, by the day of approval")
	byApproval  = i18n.T(", hyväksymispäivän mukaan", ", enligt dagen för godkännandet", ", by the day of approval")
)

// The names of what is counted of coachings.
var (
	coachingSectorsTitle = i18n.T("Sparraukset toimialoittain", "Sparringar per bransch", "Coachings by sector")
	coachingThemesTitle  = i18n.T("Sparraukset teemoittain", "Sparringar per tema", "Coachings by theme")
	coachingYearsTitle   = i18n.T("Sparraukset vuosittain", "Sparringar per år", "Coachings by year")
	coachingGradesTitle  = i18n.T("Palautteen arvosanat", "Vitsorden i responsen", "Grades of the feedback")

	coachingsName    = i18n.T("Hyväksytyt sparraukset", "Godkända sparringar", "Approved coachings")
	coachedName      = i18n.T("Organisaatiot", "Organisationer", "Organisations")
	coachingDaysName = i18n.T("Sparrauspäivät", "Sparringsdagar", "Days of coaching")
	participantsName = i18n.T("Osallistujat", "Deltagare", "Participants")
	providersName    = i18n.T("Palveluntuottajat", "Tjänsteproducenter", "Providers")
	coachesName      = i18n.T("Sparraajat", "Coacher", "Coaches")
)
