package coachingpage

import "tekojentori.fi/tori/internal/i18n"

var (
	title = i18n.T("Sparraus", "Sparring", "Coaching")
	lead  = i18n.T(
		"Sparraaja tulee työpaikalle ja auttaa sen väkeä kehittämään omaa työtään. Tässä näkyy, paljonko sparrauksia on ollut ja mitä ne ovat koskeneet.",
		"En coach kommer till arbetsplatsen och hjälper personalen att utveckla det egna arbetet. Här ser du hur många sparringar det har varit och vad de har gällt.",
		"A coach comes to the workplace and helps its people to develop their own work. Here is how much coaching there has been, and what it was about.")
	periodT      = i18n.T("Rajaa aikaa", "Avgränsa tiden", "Narrow the time")
	fromL        = i18n.T("Hyväksytty alkaen", "Godkänd från", "Approved from")
	untilL       = i18n.T("Hyväksytty asti", "Godkänd till", "Approved until")
	periodB      = i18n.T("Näytä", "Visa", "Show")
	allT         = i18n.T("Näytä koko aika", "Visa hela tiden", "Show all time")
	noneT        = i18n.T("Sparrauksia ei ole vielä.", "Det finns inga sparringar ännu.", "There are no coachings yet.")
	noneThenT    = i18n.T("Tältä ajalta ei ole sparrauksia.", "Det finns inga sparringar från den här tiden.", "There are no coachings of this time.")
	rulesT       = i18n.T("Näin luvut on laskettu", "Så har siffrorna räknats", "How the numbers are counted")
	gradeSays    = i18n.T("Palaute: %s, kun paras on 5 (vastauksia %d).", "Respons: %s, när 5 är bäst (%d svar).", "Feedback: %s, where 5 is the best (%d answers).")
	coachingsSay = i18n.T("Taulukossa on %d.", "I tabellen finns %d.", "There are %d in the table.")
	answersSay   = i18n.T("Vastauksia on %d.", "Det finns %d svar.", "There are %d answers.")
	coachingsT   = i18n.T("Sparrauksia", "Sparringar", "Coachings")
	answersT     = i18n.T("Vastauksia", "Svar", "Answers")
	takeT        = i18n.T("Taulukot tiedostona:", "Tabellerna som fil:", "The tables as a file:")
)
