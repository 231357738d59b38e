package account

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

var (
	invitationSubject = i18n.T("Kutsu Tekojen torille", "Inbjudan till Framstegsarenan", "An invitation to Tekojen tori")
	invitationBody    = i18n.T(`Hei!

%s kutsuu sinut mukaan Tekojen torille. Tori on paikka, jossa kunnat ja hyvinvointialueet kertovat toisilleen, miten ne ovat kehittäneet työtään.

Katso kutsu ja vastaa siihen täällä:

%s

Kutsu on voimassa kaksi viikkoa. Jos et halua tulla mukaan, sinun ei tarvitse tehdä mitään.

Terveisin
Tekojen torin väki
`, `Hej!

%s bjuder in dig till Framstegsarenan. Där berättar kommuner och välfärdsområden för varandra hur de har utvecklat sitt arbete.

Se inbjudan och svara på den här:

%s

Inbjudan gäller i två veckor. Om du inte vill komma med behöver du inte göra något.

Vänliga hälsningar
Framstegsarenan
`, `Hello,

%s invites you to join Tekojen tori, where municipalities and wellbeing services counties tell one another how they have developed their work.

See the invitation and answer it here:

%s

The invitation is valid for two weeks. If you do not want to join, you need not do anything.

Best regards,
Tekojen tori
`)
)

func (s *Service) invitationLetter(ctx context.Context, by Account, v Invitation, token string) mail.Message {
	ctx = i18n.With(ctx, v.Language)
	return mail.Message{
		To: v.Email, Subject: invitationSubject.To(v.Language),
		Body: invitationBody.In(ctx, oneLine(by.CallName()), s.mails.Link(v.Language, "/kirjaudu/kutsu/"+token)),
	}
}
