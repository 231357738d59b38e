package opening

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letters take the title of the draft, a person and a link.
var (
	opened = mail.Letter{
		Subject: i18n.T("Sinulle on avattu luonnos: %s", "Ett utkast har öppnats för dig: %s", "A draft has been opened to you: %s"),
		Body: i18n.T("Hei!\n\n%[2]s pyytää apua luonnokseen ”%[1]s”. Voit lukea sen ja kertoa, mitä siitä puuttuu:\n\n%[3]s",
			"Hej!\n\n%[2]s ber om hjälp med utkastet ”%[1]s”. Du kan läsa det och berätta vad som saknas:\n\n%[3]s",
			"Hello,\n\n%[2]s asks for help with the draft “%[1]s”. You can read it and tell what it lacks:\n\n%[3]s"),
	}
	hinted = mail.Letter{
		Subject: i18n.T("Luonnostasi on kommentoitu: %s", "Ditt utkast har kommenterats: %s", "Your draft has been commented on: %s"),
		Body: i18n.T("Hei!\n\nKoordinaattori %[2]s on kommentoinut luonnostasi ”%[1]s”. Kommentit ovat täällä:\n\n%[3]s",
			"Hej!\n\nKoordinatorn %[2]s har kommenterat ditt utkast ”%[1]s”. Kommentarerna finns här:\n\n%[3]s",
			"Hello,\n\nThe coordinator %[2]s has commented on your draft “%[1]s”. The comments are here:\n\n%[3]s"),
	}
	untitled = i18n.T("nimetön luonnos", "utkast utan namn", "draft without a name")
)

// tellOpenedTx tells the coordinators of the act's organisation.
func (s *Service) tellOpenedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account) error {
	all, err := s.Accounts.CoordinatorsOf(ctx, tx, int64(a.OrganizationID))
	if err != nil {
		return err
	}
	for _, to := range all {
		if to.ID == by.ID {
			continue
		}
		key := fmt.Sprintf("%v opened %d to %v", a.ID, s.now().UnixMicro(), to.ID)
		if err := s.postTx(ctx, tx, to, opened, a, by, Path(a.ID), key); err != nil {
			return err
		}
	}
	return nil
}

// tellHintedTx tells the owner, once for each form.
func (s *Service) tellHintedTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, formKey string) error {
	to, err := s.Accounts.FindTx(ctx, tx, a.OwnerID)
	if err != nil {
		return err
	}
	return s.postTx(ctx, tx, to, hinted, a, by, OwnPath(a.ID), "hint "+formKey)
}

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, l mail.Letter, a act.Act, by account.Account, path, key string) error {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	title := a.Title
	if title == "" {
		title = untitled.In(in)
	}
	return s.Mails.PostTx(ctx, tx, l.Message(in, to.Email, key, title, by.CallName(), s.Mails.Link(lang, path)))
}
