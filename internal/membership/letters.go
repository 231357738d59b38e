package membership

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
)

// The letters take the organisation, then a person or a reason, then a link.
var (
	asked = mail.Letter{
		Subject: i18n.T("Jäsenyyspyyntö: %s", "Begäran om medlemskap: %s", "Request for membership: %s"),
		Body: i18n.T("Hei!\n\n%[2]s kertoo olevansa töissä organisaatiossa %[1]s ja pyytää päästä sen jäseneksi Tekojen torilla.\n\nTunnetko hänet? Vastaa täällä:\n\n%[3]s",
			"Hej!\n\n%[2]s berättar att hen arbetar vid organisationen %[1]s och ber att få bli medlem av den på Framstegsarenan.\n\nKänner du personen? Svara här:\n\n%[3]s",
			"Hello,\n\n%[2]s says that they work at %[1]s and asks to become a member of it at Tekojen tori.\n\nDo you know them? Answer here:\n\n%[3]s"),
	}
	welcomed = mail.Letter{
		Subject: i18n.T("Olet nyt jäsen: %s", "Du är nu medlem: %s", "You are now a member: %s"),
		Body: i18n.T("Hei!\n\nJäsenyytesi organisaatiossa %[1]s on hyväksytty. Voit nyt kertoa käyttöönotoista organisaation jäsenenä.\n\n%[3]s",
			"Hej!\n\nDitt medlemskap i organisationen %[1]s är godkänt. Du kan nu berätta om ibruktaganden som medlem av organisationen.\n\n%[3]s",
			"Hello,\n\nYour membership of %[1]s is approved. You can now tell of adoptions as a member of the organisation.\n\n%[3]s"),
	}
	refused = mail.Letter{
		Subject: i18n.T("Jäsenyyspyyntöäsi ei hyväksytty: %s", "Din begäran om medlemskap godkändes inte: %s", "Your request for membership was not approved: %s"),
		Body: i18n.T("Hei!\n\nPyysit päästä jäseneksi organisaatioon %[1]s. Pyyntöä ei hyväksytty:\n\n%[2]s\n\nVoit kirjoittaa luonnoksia ja lähettää tekoja niin kuin ennenkin. Jos kyse on erehdyksestä, pyydä organisaation koordinaattorilta kutsua.\n\n%[3]s",
			"Hej!\n\nDu bad att få bli medlem av organisationen %[1]s. Begäran godkändes inte:\n\n%[2]s\n\nDu kan skriva utkast och skicka gärningar som förut. Om det är ett misstag, be organisationens koordinator om en inbjudan.\n\n%[3]s",
			"Hello,\n\nYou asked to become a member of %[1]s. The request was not approved:\n\n%[2]s\n\nYou can write drafts and send acts as before. If this is a mistake, ask a coordinator of the organisation for an invitation.\n\n%[3]s"),
	}
	ended = mail.Letter{
		Subject: i18n.T("Jäsenyytesi on päättynyt: %s", "Ditt medlemskap har upphört: %s", "Your membership has ended: %s"),
		Body: i18n.T("Hei!\n\nJäsenyytesi organisaatiossa %[1]s on päätetty Tekojen torilla. Tekosi ja luonnoksesi ovat sinun niin kuin ennenkin.\n\nJos kyse on erehdyksestä, voit pyytää jäsenyyttä uudelleen täällä:\n\n%[3]s",
			"Hej!\n\nDitt medlemskap i organisationen %[1]s på Framstegsarenan har avslutats. Dina gärningar och utkast är dina som förut.\n\nOm det är ett misstag kan du be om medlemskap på nytt här:\n\n%[3]s",
			"Hello,\n\nYour membership of %[1]s at Tekojen tori has been ended. Your acts and drafts are yours as before.\n\nIf this is a mistake, you can ask for the membership again here:\n\n%[3]s"),
	}
)

// ownPath is the page where people see how their own membership stands.
const ownPath = "/oma/jasenyys"

// tellAskedTx tells those who may answer: the coordinators of the
// organisation, or the administrators where it has none.
func (s *Service) tellAskedTx(ctx context.Context, tx pgx.Tx, id ID, by account.Account, o organization.ID) error {
	all, err := s.Accounts.CoordinatorsOf(ctx, tx, int64(o))
	if err != nil {
		return err
	}
	if len(all) == 0 {
		if all, err = s.Accounts.WithRole(ctx, tx, account.Admin); err != nil {
			return err
		}
	}
	who := by.Email
	if by.Name != "" {
		who = by.Name + " (" + by.Email + ")"
	}
	for _, to := range all {
		if err := s.postTx(ctx, tx, to, asked, o, who, Path(id), fmt.Sprintf("%v to %v", id, to.ID)); err != nil {
			return err
		}
	}
	return nil
}

// Path is the page where a request is answered.
func Path(id ID) string { return fmt.Sprintf("/jasenyydet/%d", int64(id)) }

func (s *Service) tellAnsweredTx(ctx context.Context, tx pgx.Tx, to account.Account, q Request, a Answer) error {
	l := refused
	if a.Yes {
		l = welcomed
	}
	return s.postTx(ctx, tx, to, l, q.OrganizationID, a.Reason, ownPath, fmt.Sprintf("answer to %v", q.ID))
}

func (s *Service) tellEndedTx(ctx context.Context, tx pgx.Tx, to account.Account, o organization.ID) error {
	return s.postTx(ctx, tx, to, ended, o, "", ownPath, "")
}

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, l mail.Letter, o organization.ID, says, path, key string) error {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	return s.Mails.PostTx(ctx, tx, l.Message(in, to.Email, key, s.Organizations.Directory().Name(in, o), says, s.Mails.Link(lang, path)))
}
