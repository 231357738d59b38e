package account

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

var (
	linkSubject = i18n.T("Kirjautumislinkkisi Tekojen torille", "Din inloggningslänk till Framstegsarenan", "Your sign-in link to Tekojen tori")
	linkBody    = i18n.T(`Hei!

Avaa tämä linkki, niin pääset kirjautumaan Tekojen torille:

%s

Linkki on voimassa 10 minuuttia ja toimii yhden kerran.

Jos et pyytänyt linkkiä, voit unohtaa tämän viestin: ilman linkkiä kukaan ei pääse kirjautumaan osoitteellasi.

Terveisin
Tekojen torin väki
`, `Hej!

Öppna den här länken för att logga in på Framstegsarenan:

%s

Länken gäller i 10 minuter och fungerar en gång.

Om du inte har bett om någon länk kan du glömma det här meddelandet: utan länken kan ingen logga in med din adress.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

Open this link to sign in to Tekojen tori:

%s

The link is valid for 10 minutes and works once.

If you did not ask for a link, you can forget this message: nobody can sign in with your address without the link.

Best regards,
Tekojen tori
`)

	staffSubject = i18n.T("Kirjaudu Tekojen torille salasanalla", "Logga in på Framstegsarenan med lösenord", "Sign in to Tekojen tori with your password")
	staffBody    = i18n.T(`Hei!

Pyysit kirjautumislinkkiä Tekojen torille. Tunnuksellasi hoidetaan torin asioita, ja siksi sillä kirjaudutaan aina salasanalla:

%s

Jos salasana on unohtunut, valitse kirjautumissivulla ”Unohtuiko salasana?”. Jos et pyytänyt linkkiä, voit unohtaa tämän viestin.

Terveisin
Tekojen torin väki
`, `Hej!

Du bad om en inloggningslänk till Framstegsarenan. Ditt konto används för att sköta arenan, och därför loggar man alltid in på det med lösenord:

%s

Om du har glömt lösenordet, välj ”Har du glömt lösenordet?” på inloggningssidan. Om du inte har bett om någon länk kan du glömma det här meddelandet.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

You asked for a sign-in link to Tekojen tori. Your account is used to run the portal, so it always takes a password:

%s

If you have forgotten the password, choose “Forgotten your password?” on the sign-in page. If you did not ask for a link, you can forget this message.

Best regards,
Tekojen tori
`)

	closedSubject = i18n.T("Tunnuksesi Tekojen torille on suljettu", "Ditt konto på Framstegsarenan är stängt", "Your account at Tekojen tori is closed")
	closedBody    = i18n.T(`Hei!

Osoitteellesi pyydettiin kirjautumislinkkiä Tekojen torille, mutta tunnuksesi on suljettu. Jos se on mielestäsi erehdys, kerro siitä meille:

%s

Terveisin
Tekojen torin väki
`, `Hej!

Någon bad om en inloggningslänk till Framstegsarenan för din adress, men ditt konto är stängt. Om du tycker att det är ett misstag, berätta det för oss:

%s

Vänliga hälsningar
Framstegsarenan
`, `Hello,

Somebody asked for a sign-in link to Tekojen tori for your address, but your account is closed. If you think that is a mistake, tell us:

%s

Best regards,
Tekojen tori
`)
)

// letterFor is the mail that answers a request for a link. The zero Account
// is an address without one.
func (s *Service) letterFor(ctx context.Context, a Account, email, token string, lang i18n.Lang) mail.Message {
	subject, body, path := linkSubject, linkBody, "/kirjaudu/linkki/"+token
	switch {
	case a.Disabled:
		subject, body, path = closedSubject, closedBody, "/yhteystiedot"
	case a.Staff():
		subject, body, path = staffSubject, staffBody, "/kirjaudu"
	}
	ctx = i18n.With(ctx, lang)
	return mail.Message{To: email, Subject: subject.To(lang), Body: body.In(ctx, s.mails.Link(lang, path))}
}
