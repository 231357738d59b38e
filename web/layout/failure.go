package layout

import (
	"net/http"

	"tekojentori.fi/tori/internal/i18n"
)

// A failure is the words of an error page.
type failure struct{ title, help i18n.Text }

// failureOf is the words for a status. They say what to do.
func failureOf(status int) failure {
	switch status {
	case http.StatusNotFound:
		return failure{
			i18n.T("Sivua ei löytynyt", "Sidan hittades inte", "Page not found"),
			i18n.T("Osoite voi olla vanhentunut tai siinä voi olla kirjoitusvirhe. Kokeile hakua tai selaa tekoja.",
				"Adressen kan vara gammal eller felskriven. Pröva sökningen eller bläddra bland gärningarna.",
				"The address may be old or mistyped. Try the search, or browse the acts."),
		}
	case http.StatusGone:
		return failure{
			i18n.T("Teko on poistettu", "Gärningen är raderad", "This act has been deleted"),
			i18n.T("Teon tekijä on pyytänyt poistamaan sen. Etsi muita tekoja samasta aiheesta.",
				"Upphovspersonen har bett att gärningen raderas. Sök andra gärningar om samma ämne.",
				"Its author has asked for it to be deleted. Look for other acts on the same subject."),
		}
	case http.StatusForbidden:
		return failure{
			i18n.T("Tämä ei ole sinulle auki", "Det här är inte öppet för dig", "This is not open to you"),
			i18n.T("Kirjaudu tunnuksella, jolla on oikeus tähän, tai pyydä oikeus ylläpidolta.",
				"Logga in med ett konto som har rätt till det här, eller be administratören om rätt.",
				"Sign in with an account that may do this, or ask the administrators."),
		}
	case http.StatusConflict:
		return failure{
			i18n.T("Tieto on ehtinyt muuttua", "Uppgiften har hunnit ändras", "This has changed meanwhile"),
			i18n.T("Joku muu tai sinä toisessa ikkunassa ehdit ensin, joten mitään ei tehty toiseen kertaan. Palaa takaisin ja lataa sivu uudelleen, niin näet tilanteen nyt.",
				"Någon annan, eller du i ett annat fönster, hann före, så ingenting gjordes två gånger. Gå tillbaka och ladda om sidan så ser du läget nu.",
				"Somebody else, or you in another window, was first, so nothing was done twice. Go back and reload the page to see how things stand."),
		}
	case http.StatusUnprocessableEntity, http.StatusBadRequest:
		return failure{
			i18n.T("Emme ymmärtäneet pyyntöä", "Vi förstod inte begäran", "We did not understand that"),
			i18n.T("Osoitteessa tai lomakkeessa on jotain, mitä palvelu ei tunne. Tarkista osoite tai aloita alusta teoista.",
				"Det finns något i adressen eller formuläret som tjänsten inte känner till. Kontrollera adressen eller börja om från gärningarna.",
				"There is something in the address or the form that we do not know. Check the address, or start again from the acts."),
		}
	case http.StatusRequestEntityTooLarge:
		return failure{
			i18n.T("Lähetys oli liian suuri", "Det du skickade var för stort", "That was too large"),
			i18n.T("Lyhennä tekstiä ja lähetä uudelleen. Selaimen takaisin-painike palauttaa kirjoittamasi.",
				"Förkorta texten och skicka igen. Webbläsarens bakåtknapp ger tillbaka det du skrev.",
				"Shorten the text and send it again. The back button of your browser brings back what you wrote."),
		}
	case http.StatusRequestTimeout:
		return failure{
			i18n.T("Lähetys katkesi kesken", "Sändningen avbröts", "What you sent did not arrive whole"),
			i18n.T("Yhteys oli liian hidas. Kirjoittamasi säilyy selaimessa: palaa takaisin ja lähetä lomake uudelleen.",
				"Förbindelsen var för långsam. Det du skrev finns kvar i webbläsaren: gå tillbaka och skicka formuläret igen.",
				"The connection was too slow. What you wrote is still in your browser: go back and send the form again."),
		}
	case http.StatusTooManyRequests:
		return failure{
			i18n.T("Odota hetki", "Vänta en stund", "Please wait a moment"),
			i18n.T("Yrityksiä tuli lyhyessä ajassa liian monta. Kokeile uudelleen vartin kuluttua.",
				"Det kom för många försök på kort tid. Försök igen om en kvart.",
				"There were too many attempts in a short time. Try again in a quarter of an hour."),
		}
	case http.StatusServiceUnavailable:
		return failure{
			i18n.T("Palvelu on hetken poissa", "Tjänsten är borta en stund", "We are away for a moment"),
			i18n.T("Vika on meillä, ja se korjaantuu yleensä itsestään alle minuutissa. Kirjoittamasi säilyy selaimessa: lähetä lomake uudelleen hetken päästä.",
				"Felet är hos oss och rättar sig oftast självt på mindre än en minut. Det du skrev finns kvar i webbläsaren: skicka formuläret igen om en stund.",
				"The fault is ours and usually mends itself within a minute. What you wrote is still in your browser: send the form again in a moment."),
		}
	}
	return failure{
		i18n.T("Jokin meni vikaan", "Något gick fel", "Something went wrong"),
		i18n.T("Vika on meillä, ja tieto siitä tuli ylläpidolle. Yritä hetken päästä uudelleen.",
			"Felet är hos oss och har rapporterats till administratörerna. Försök igen om en stund.",
			"The fault is ours, and the administrators have been told. Try again in a moment."),
	}
}
