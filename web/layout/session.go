package layout

import "tekojentori.fi/tori/internal/i18n"

// The words of the warning before a session ends; %s is a time of day.
var (
	sessionTitle = i18n.T("Oletko vielä siellä?", "Är du kvar?", "Are you still there?")
	sessionClose = i18n.T("Sulje", "Stäng", "Close")
	sessionSoon  = i18n.T("Kirjautumisesi päättyy kello %s. Haluatko jatkaa?", "Din inloggning upphör kl. %s. Vill du fortsätta?", "Your sign-in ends at %s. Would you like to continue?")
	sessionStay  = i18n.T("Pysy kirjautuneena", "Fortsätt vara inloggad", "Stay signed in")
	sessionFixed = i18n.T(
		"Kirjautumisesi päättyy kello %s. Kirjaudu uudelleen toisessa välilehdessä, niin voit jatkaa tällä sivulla.",
		"Din inloggning upphör kl. %s. Logga in på nytt i en annan flik, så kan du fortsätta på den här sidan.",
		"Your sign-in ends at %s. Sign in again in another tab, and you can continue on this page.")
	sessionOver = i18n.T(
		"Kirjautumisesi on päättynyt, mutta kirjoittamasi on yhä tällä sivulla. Kirjaudu toisessa välilehdessä ja palaa tänne.",
		"Din inloggning har upphört, men det du skrev finns kvar på den här sidan. Logga in i en annan flik och kom tillbaka hit.",
		"Your sign-in has ended, but what you wrote is still on this page. Sign in in another tab and come back here.")
	sessionAgain = i18n.T("Kirjaudu uudessa välilehdessä", "Logga in i en ny flik", "Sign in in a new tab")
	sessionKept  = i18n.T("Kirjautumisesi jatkuu kello %s asti.", "Din inloggning gäller till kl. %s.", "You are signed in until %s.")
)
