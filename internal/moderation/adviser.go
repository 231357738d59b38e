package moderation

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letters about opinions take the title, whose words they are, the words
// and a link.
var (
	opinionAsked = mail.Letter{
		Subject: i18n.T("Sinulta pyydetään mielipidettä: %s", "Du ombeds säga din åsikt: %s", "Your opinion is asked: %s"),
		Body: i18n.T("Hei!\n\n%[2]s pyytää moderoijalta mielipidettä teosta ”%[1]s”:\n\n%[3]s\n\nVastaa täällä:\n\n%[4]s",
			"Hej!\n\n%[2]s ber en moderator om en åsikt om gärningen ”%[1]s”:\n\n%[3]s\n\nSvara här:\n\n%[4]s",
			"Hello,\n\n%[2]s asks a moderator for an opinion on the act “%[1]s”:\n\n%[3]s\n\nAnswer here:\n\n%[4]s"),
	}
	givenS       = i18n.T("Mielipide on annettu: %s", "En åsikt har getts: %s", "An opinion has been given: %s")
	opinionGiven = map[Verdict]mail.Letter{
		Supports: {Subject: givenS, Body: i18n.T("Hei!\n\n%[2]s puoltaa tekoa ”%[1]s”. %[3]s\n\nPäätös on sinun:\n\n%[4]s",
			"Hej!\n\n%[2]s är för gärningen ”%[1]s”. %[3]s\n\nDu beslutar:\n\n%[4]s",
			"Hello,\n\n%[2]s is for the act “%[1]s”. %[3]s\n\nThe decision is yours:\n\n%[4]s")},
		Opposes: {Subject: givenS, Body: i18n.T("Hei!\n\n%[2]s ei puolla tekoa ”%[1]s”:\n\n%[3]s\n\nPäätös on sinun:\n\n%[4]s",
			"Hej!\n\n%[2]s är inte för gärningen ”%[1]s”:\n\n%[3]s\n\nDu beslutar:\n\n%[4]s",
			"Hello,\n\n%[2]s is not for the act “%[1]s”:\n\n%[3]s\n\nThe decision is yours:\n\n%[4]s")},
		Neither: {Subject: givenS, Body: i18n.T("Hei!\n\n%[2]s sanoo teosta ”%[1]s”:\n\n%[3]s\n\nPäätös on sinun:\n\n%[4]s",
			"Hej!\n\n%[2]s säger om gärningen ”%[1]s”:\n\n%[3]s\n\nDu beslutar:\n\n%[4]s",
			"Hello,\n\n%[2]s says of the act “%[1]s”:\n\n%[3]s\n\nThe decision is yours:\n\n%[4]s")},
	}
)

// Advisers is whom by can ask about an act: the other moderators who do not
// write it.
func (s *Service) Advisers(ctx context.Context, by account.Account, a act.Act) ([]account.Account, error) {
	all, err := s.Moderators(ctx)
	return slices.DeleteFunc(all, func(m account.Account) bool { return !advises(m, by, a) }), err
}

// advisersTx is who gets the question: the one who was chosen, else every
// moderator, and where there is no other one the administrators, who moderate
// too.
func (s *Service) advisersTx(ctx context.Context, tx pgx.Tx, a act.Act, by account.Account, to account.ID) ([]account.Account, error) {
	if to != 0 {
		m, err := s.acts.Accounts.FindTx(ctx, tx, to)
		switch {
		case errors.Is(err, fault.NotFound), err == nil && !advises(m, by, a):
			return nil, nil
		case err != nil:
			return nil, err
		}
		return []account.Account{m}, nil
	}
	for _, role := range []account.Role{account.Moderator, account.Admin} {
		all, err := s.acts.Accounts.WithRole(ctx, tx, role)
		if all = slices.DeleteFunc(all, func(m account.Account) bool { return !advises(m, by, a) }); err != nil || len(all) > 0 {
			return all, err
		}
	}
	return nil, nil
}

func advises(m, by account.Account, a act.Act) bool { return m.ID != by.ID && a.CanReview(m) }

func (s *Service) opinionLetterTx(ctx context.Context, tx pgx.Tx, to account.Account, l mail.Letter, a act.Act, key, whose, words string) error {
	lang := i18n.Lang(to.Language)
	return s.acts.Mails.PostTx(ctx, tx, l.Message(i18n.With(ctx, lang), to.Email, key, a.Title, whose, words,
		s.acts.Mails.Link(lang, fmt.Sprintf("/moderointi/teot/%d", int64(a.ID)))))
}
