package layout

import "tekojentori.fi/tori/internal/i18n"

var (
	resumeTitle = i18n.T("Tekstisi on tallessa", "Din text finns kvar", "Your text is safe")
	resumeHelp  = i18n.T("Kirjautuminen ehti vanhentua, kun kirjoitit, mutta mitään ei hävinnyt. Jatka siitä, mihin jäit.",
		"Inloggningen hann gå ut medan du skrev, men ingenting försvann. Fortsätt där du slutade.",
		"Your sign-in ran out while you were writing, but nothing was lost. Continue where you stopped.")
	resumeGo = i18n.T("Jatka", "Fortsätt", "Continue")
)
