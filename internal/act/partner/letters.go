package partner

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
)

// The letters take the title of the act, the organisation, and links; that of a
// denial what the coordinator says, too.
var (
	named = mail.Letter{
		Subject: i18n.T("Organisaationne on mukana teossa: %s", "Er organisation är med i gärningen: %s", "Your organisation takes part in an act: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on julkaistu, ja %[2]s on nimetty siinä kumppaniksi. Lue teko:\n\n%[3]s\n\nJos organisaatio ei ole mukana, voit kertoa sen täällä:\n\n%[4]s",
			"Hej!\n\nGärningen ”%[1]s” är publicerad, och %[2]s nämns i den som partner. Läs gärningen:\n\n%[3]s\n\nOm organisationen inte är med kan du berätta det här:\n\n%[4]s",
			"Hello,\n\nThe act “%[1]s” is published, and it names %[2]s as a partner. Read it:\n\n%[3]s\n\nIf the organisation does not take part, you can say so here:\n\n%[4]s"),
	}
	denied = mail.Letter{
		Subject: i18n.T("Kumppani ei ole mukana teossasi: %s", "En partner är inte med i din gärning: %s", "A partner takes no part in your act: %s"),
		Body: i18n.T("Hei!\n\n%[2]s on kertonut, ettei se ole mukana teossa ”%[1]s”. Sitä ei enää mainita kumppanina.%[3]s\n\nTeko on muuten ennallaan:\n\n%[4]s\n\nJos tämä on mielestäsi erehdys, kysy organisaatiosta tai kirjoita moderoijille:\n\n%[5]s",
			"Hej!\n\n%[2]s har berättat att den inte är med i gärningen ”%[1]s”. Den nämns inte längre som partner.%[3]s\n\nI övrigt är gärningen som förut:\n\n%[4]s\n\nOm du tycker att det är ett misstag, fråga organisationen eller skriv till moderatorerna:\n\n%[5]s",
			"Hello,\n\n%[2]s has said that it takes no part in the act “%[1]s”. It is no longer named as a partner.%[3]s\n\nOtherwise the act is as it was:\n\n%[4]s\n\nIf you think this is a mistake, ask the organisation or write to the moderators:\n\n%[5]s"),
	}
	affirmed = mail.Letter{
		Subject: i18n.T("Kumppani on sittenkin mukana teossasi: %s", "En partner är med i din gärning ändå: %s", "A partner takes part in your act after all: %s"),
		Body: i18n.T("Hei!\n\n%[2]s on sittenkin mukana teossa ”%[1]s”, ja se mainitaan taas kumppanina:\n\n%[3]s",
			"Hej!\n\n%[2]s är med i gärningen ”%[1]s” ändå och nämns igen som partner:\n\n%[3]s",
			"Hello,\n\n%[2]s takes part in the act “%[1]s” after all, and is named as a partner again:\n\n%[3]s"),
	}
	says = i18n.T("\n\nTerveiset: %s", "\n\nHälsning: %s", "\n\nThey write: %s")
)

// newsTx tells the coordinators of the partners of an act that has come out, or
// has a new text: each organisation once.
func (s *Service) newsTx(ctx context.Context, tx pgx.Tx, id act.ID, news act.News) error {
	if news != act.CameOut && news != act.NewText {
		return nil
	}
	a, err := s.Acts.LockTx(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, o := range a.PartnerIDs {
		all, err := s.Accounts.CoordinatorsOf(ctx, tx, int64(o))
		if err != nil {
			return err
		}
		for _, to := range all {
			if a.WrittenBy(to) {
				continue
			}
			p := post{letter: named, act: a, of: o, key: fmt.Sprintf("%v names %v to %v", id, o, to.ID), paths: []string{"/katso/" + a.Slug, Path(id)}}
			if err := s.postTx(ctx, tx, to, p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Service) tellDeniedTx(ctx context.Context, tx pgx.Tx, a act.Act, d Denial) error {
	return s.tellWritersTx(ctx, tx, a, func(to account.Account) error {
		key := fmt.Sprintf("%v denied by %v %d to %v", a.ID, d.OrganizationID, d.DeniedAt.UnixMicro(), to.ID)
		return s.postTx(ctx, tx, to, post{letter: denied, act: a, of: d.OrganizationID, key: key, note: &d.Note, paths: []string{"/omat-teot", fmt.Sprintf("/omat-teot/%d/viestit", int64(a.ID))}})
	})
}

func (s *Service) tellAffirmedTx(ctx context.Context, tx pgx.Tx, a act.Act, o organization.ID) error {
	return s.tellWritersTx(ctx, tx, a, func(to account.Account) error {
		key := fmt.Sprintf("%v affirmed by %v %d to %v", a.ID, o, s.now().UnixMicro(), to.ID)
		return s.postTx(ctx, tx, to, post{letter: affirmed, act: a, of: o, key: key, paths: []string{"/omat-teot"}})
	})
}

// tellWritersTx tells those who write an act, or the moderators when nobody here
// owns it.
func (s *Service) tellWritersTx(ctx context.Context, tx pgx.Tx, a act.Act, tell func(account.Account) error) error {
	var all []account.Account
	var err error
	if a.OwnerID == 0 {
		if all, err = s.Accounts.WithRole(ctx, tx, account.Moderator); err != nil {
			return err
		}
	} else {
		for _, id := range a.Writers() {
			to, err := s.Accounts.FindTx(ctx, tx, id)
			if err != nil {
				return err
			}
			all = append(all, to)
		}
	}
	for _, to := range all {
		if err := tell(to); err != nil {
			return err
		}
	}
	return nil
}

// A post is a letter about an act and an organisation, and what it tells more.
type post struct {
	letter mail.Letter
	act    act.Act
	of     organization.ID
	key    string
	note   *string  // of a denial, be it empty
	paths  []string // of the links
}

func (s *Service) postTx(ctx context.Context, tx pgx.Tx, to account.Account, p post) error {
	lang := i18n.Lang(to.Language)
	in := i18n.With(ctx, lang)
	words := []any{s.Organizations.Directory().Name(in, p.of)}
	switch {
	case p.note != nil && *p.note != "":
		words = append(words, says.In(in, *p.note))
	case p.note != nil:
		words = append(words, "")
	}
	for _, path := range p.paths {
		words = append(words, s.Mails.Link(lang, path))
	}
	return s.Mails.PostTx(ctx, tx, p.letter.Message(in, to.Email, p.key, p.act.Title, words...))
}
