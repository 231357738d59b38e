package account

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

var (
	passwordSubject = i18n.T("Vaihda salasanasi Tekojen torilla", "Byt ditt lösenord på Framstegsarenan", "Change your password at Tekojen tori")
	passwordBody    = i18n.T(`Hei!

Avaa tämä linkki, niin voit valita uuden salasanan Tekojen torille:

%s

Linkki on voimassa puoli tuntia ja toimii yhden kerran. Kun vaihdat salasanan, sinut kirjataan ulos muilta laitteilta.

Jos et pyytänyt linkkiä, voit unohtaa tämän viestin: vanha salasana on yhä voimassa.

Terveisin
Tekojen torin väki
`, `Hej!

Öppna den här länken för att välja ett nytt lösenord på Framstegsarenan:

%s

Länken gäller i en halv timme och fungerar en gång. När du byter lösenord loggas du ut från andra enheter.

Om du inte har bett om någon länk kan du glömma det här meddelandet: ditt gamla lösenord gäller fortfarande.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

Open this link to choose a new password for Tekojen tori:

%s

The link is valid for half an hour and works once. When you change the password, you are signed out on your other devices.

If you did not ask for a link, you can forget this message: your old password is still valid.

Best regards,
Tekojen tori
`)

	vouchedBody = i18n.T(`Hei!

Tekojen torin ylläpitäjä lähetti sinulle tämän linkin, jolla voit valita uuden salasanan:

%s

Linkki on voimassa vuorokauden ja toimii yhden kerran. Kun vaihdat salasanan, sinut kirjataan ulos muilta laitteilta.

Jos et pyytänyt linkkiä ylläpitäjältä, kerro siitä hänelle.

Terveisin
Tekojen torin väki
`, `Hej!

En administratör på Framstegsarenan har skickat dig den här länken, med vilken du kan välja ett nytt lösenord:

%s

Länken gäller i ett dygn och fungerar en gång. När du byter lösenord loggas du ut från andra enheter.

Om du inte har bett administratören om någon länk, berätta det för hen.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

An administrator of Tekojen tori has sent you this link to choose a new password:

%s

The link is valid for a day and works once. When you change the password, you are signed out on your other devices.

If you did not ask the administrator for a link, please tell them.

Best regards,
Tekojen tori
`)

	nobodyBody = i18n.T(`Hei!

Osoitteellesi pyydettiin linkkiä salasanan vaihtamiseen Tekojen torilla. Osoitteella ei ole tunnusta, joten salasanaakaan ei ole. Jos haluat torille, pyydä kirjautumislinkki täältä:

%s

Jos et pyytänyt mitään, voit unohtaa tämän viestin.

Terveisin
Tekojen torin väki
`, `Hej!

Någon bad om en länk för att byta lösenord på Framstegsarenan för din adress. Adressen har inget konto och därför inget lösenord. Om du vill komma in på arenan kan du be om en inloggningslänk här:

%s

Om du inte har bett om något kan du glömma det här meddelandet.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

Somebody asked for a link to change the password of your address at Tekojen tori. The address has no account, and so no password. If you would like to come in, ask for a sign-in link here:

%s

If you did not ask for anything, you can forget this message.

Best regards,
Tekojen tori
`)

	askAdminBody = i18n.T(`Hei!

Pyysit linkkiä salasanan vaihtamiseen Tekojen torilla. Tunnuksellasi hoidetaan torin asioita eikä siinä ole kaksivaiheista kirjautumista, joten pelkkä sähköposti ei riitä salasanan vaihtamiseen. Pyydä torin ylläpitäjää lähettämään sinulle linkki:

%s

Jos et pyytänyt linkkiä, voit unohtaa tämän viestin.

Terveisin
Tekojen torin väki
`, `Hej!

Du bad om en länk för att byta lösenord på Framstegsarenan. Ditt konto används för att sköta arenan och har ingen tvåstegsinloggning, och därför räcker det inte med e-posten för att byta lösenord. Be en administratör skicka dig en länk:

%s

Om du inte har bett om någon länk kan du glömma det här meddelandet.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

You asked for a link to change your password at Tekojen tori. Your account is used to run the portal and has no two-step sign-in, so a mailbox alone is not enough to change its password. Ask an administrator to send you a link:

%s

If you did not ask for a link, you can forget this message.

Best regards,
Tekojen tori
`)

	changedSubject = i18n.T("Salasanasi Tekojen torille vaihtui", "Ditt lösenord på Framstegsarenan har bytts", "Your password at Tekojen tori has changed")
	changedBody    = i18n.T(`Hei!

Salasanasi Tekojen torille on vaihdettu, ja sinut on kirjattu ulos muilta laitteilta.

Jos et vaihtanut salasanaa itse, vaihda se heti ja kerro siitä meille:

%s

Terveisin
Tekojen torin väki
`, `Hej!

Ditt lösenord på Framstegsarenan har bytts, och du har loggats ut från andra enheter.

Om du inte bytte lösenordet själv, byt det genast och berätta det för oss:

%s

Vänliga hälsningar
Framstegsarenan
`, `Hello,

Your password at Tekojen tori has been changed, and you have been signed out on your other devices.

If you did not change it yourself, change it at once and tell us:

%s

Best regards,
Tekojen tori
`)
)

// passwordLetter answers a request for a password link. The zero Account is an
// address without one.
func (s *Service) passwordLetter(ctx context.Context, a Account, email, token string, lang i18n.Lang) mail.Message {
	subject, body, path := passwordSubject, passwordBody, "/kirjaudu/salasana/"+token
	switch {
	case a.Disabled:
		subject, body, path = closedSubject, closedBody, "/yhteystiedot"
	case a.ID == 0:
		body, path = nobodyBody, "/kirjaudu"
	case a.Staff() && !a.SecondFactor:
		body, path = askAdminBody, "/yhteystiedot"
	}
	ctx = i18n.With(ctx, lang)
	return mail.Message{To: email, Subject: subject.To(lang), Body: body.In(ctx, s.mails.Link(lang, path))}
}

// vouchedLetter brings the link that an administrator has sent.
func (s *Service) vouchedLetter(ctx context.Context, a Account, token string) mail.Message {
	return s.letterTo(ctx, a, passwordSubject, vouchedBody, "/kirjaudu/salasana/"+token)
}

// changedLetter tells that a password has changed.
func (s *Service) changedLetter(ctx context.Context, a Account) mail.Message {
	return s.letterTo(ctx, a, changedSubject, changedBody, "/yhteystiedot")
}

func (s *Service) letterTo(ctx context.Context, a Account, subject, body i18n.Text, path string) mail.Message {
	lang := i18n.Lang(a.Language)
	return mail.Message{To: a.Email, Subject: subject.To(lang), Body: body.In(i18n.With(ctx, lang), s.mails.Link(lang, path))}
}
