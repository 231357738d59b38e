package campaign

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/organization"
	"tekojentori.fi/tori/internal/postgres"
)

// released is an award that has just come out.
type released struct {
	ID                               AwardID
	ActID                            act.ID
	OrganizationID                   organization.ID
	Person                           string
	GrantedOn                        time.Time
	Mention                          bool
	NameFi, NameSv, NameEn           string
	Citation, CitationSv, CitationEn string
}

// award is what a letter tells of.
func (r released) award() Award {
	return Award{
		ID: r.ID, ActID: r.ActID, OrganizationID: r.OrganizationID, Person: r.Person, GrantedOn: r.GrantedOn, Mention: r.Mention,
		Name: i18n.Name(r.NameFi, r.NameSv, r.NameEn), Citation: i18n.Name(r.Citation, r.CitationSv, r.CitationEn),
	}
}

// The letters to a winner: the prize, who has won it, what the jury says, and
// the page of the year and the certificate; and what was wrong with that.
var (
	wonLetter = mail.Letter{
		Subject: i18n.T("Onnea! Palkinto: %s", "Grattis! Ett pris: %s", "Congratulations! An award: %s"),
		Body: i18n.T("Hei!\n\nOnnea! ”%[2]s” on saanut palkinnon: %[1]s.\n\n%[3]sKaikki palkitut ovat täällä:\n\n%[4]s\n\nKunniakirjan voi tulostaa täältä:\n\n%[5]s",
			"Hej!\n\nGrattis! ”%[2]s” har fått ett pris: %[1]s.\n\n%[3]sAlla prisbelönta finns här:\n\n%[4]s\n\nDiplomet kan skrivas ut här:\n\n%[5]s",
			"Hello,\n\nCongratulations! “%[2]s” has won an award: %[1]s.\n\n%[3]sAll the awarded are here:\n\n%[4]s\n\nThe certificate can be printed here:\n\n%[5]s"),
	}
	mentionLetter = mail.Letter{
		Subject: i18n.T("Onnea! Kunniamaininta: %s", "Grattis! Ett hedersomnämnande: %s", "Congratulations! An honourable mention: %s"),
		Body: i18n.T("Hei!\n\nOnnea! ”%[2]s” on saanut kunniamaininnan: %[1]s.\n\n%[3]sKaikki palkitut ovat täällä:\n\n%[4]s\n\nKunniakirjan voi tulostaa täältä:\n\n%[5]s",
			"Hej!\n\nGrattis! ”%[2]s” har fått ett hedersomnämnande: %[1]s.\n\n%[3]sAlla prisbelönta finns här:\n\n%[4]s\n\nDiplomet kan skrivas ut här:\n\n%[5]s",
			"Hello,\n\nCongratulations! “%[2]s” has received an honourable mention: %[1]s.\n\n%[3]sAll the awarded are here:\n\n%[4]s\n\nThe certificate can be printed here:\n\n%[5]s"),
	}
	citedT        = i18n.T("Näin sitä perustellaan: ”%s”\n\n", "Så här lyder motiveringen: ”%s”\n\n", "This is why: “%s”\n\n")
	erratumLetter = mail.Letter{
		Subject: i18n.T("Oikaisu palkintoon: %s", "Rättelse av ett pris: %s", "Correction of an award: %s"),
		Body: i18n.T("Hei!\n\nKerroimme teille palkinnosta %[1]s, jonka on saanut ”%[2]s”. Siinä oli virhe, ja olemme oikaisseet sen:\n\n%[3]s\n\nOikaisu näkyy täällä:\n\n%[4]s",
			"Hej!\n\nVi har berättat för er om priset %[1]s, som gavs till ”%[2]s”. Det fanns ett fel som vi har rättat:\n\n%[3]s\n\nRättelsen finns här:\n\n%[4]s",
			"Hello,\n\nWe have told you of the award %[1]s, which went to “%[2]s”. There was a mistake, and we have corrected it:\n\n%[3]s\n\nThe correction is here:\n\n%[4]s"),
	}
)

// congratulateTx writes to those whose award has come out.
func (s *Service) congratulateTx(ctx context.Context, tx pgx.Tx, a Award) error {
	letter := wonLetter
	if a.Mention {
		letter = mentionLetter
	}
	return s.writeTx(ctx, tx, a, letter, fmt.Sprintf("%v won", a.ID), func(in context.Context) string {
		if words := a.Citation.In(in); words != "" {
			return citedT.In(in, words)
		}
		return ""
	})
}

// admitTx writes to those whose award is corrected: they were told of it.
func (s *Service) admitTx(ctx context.Context, tx pgx.Tx, a Award, key string, erratum i18n.Text) error {
	return s.writeTx(ctx, tx, a, erratumLetter, "erratum "+key, func(in context.Context) string { return erratum.In(in) })
}

// writeTx posts a letter of an award to each whom it concerns, in their
// language. Imported acts have nobody here to write to.
func (s *Service) writeTx(ctx context.Context, tx pgx.Tx, a Award, letter mail.Letter, key string, words func(context.Context) string) error {
	people, won, err := s.winners(ctx, tx, a)
	if err != nil {
		return err
	}
	for _, to := range people {
		lang := i18n.Lang(to.Language)
		in := i18n.With(ctx, lang)
		m := letter.Message(in, to.Email, fmt.Sprintf("%s by %v", key, to.ID), a.Name.In(in), won.In(in), words(in),
			s.Mails.Link(lang, fmt.Sprintf("/palkitut/%d", a.GrantedOn.Year())), s.Mails.Link(lang, a.CertificatePath()))
		if err := s.Mails.PostTx(ctx, tx, m); err != nil {
			return err
		}
	}
	return nil
}

// winners is whom an award concerns, and what has won it: those who write the
// act, or the coordinators of the organisation, also when somebody who works
// there has won.
func (s *Service) winners(ctx context.Context, q postgres.Querier, a Award) (people []account.Account, won i18n.Text, err error) {
	if a.ActID != 0 {
		ties, err := s.Acts.TiesOf(ctx, q, []act.ID{a.ActID})
		of := ties[a.ActID]
		for _, id := range append([]account.ID{of.OwnerID}, of.AuthorIDs...) {
			if err != nil || id == 0 {
				continue
			}
			var who account.Account
			if who, err = s.Accounts.FindTx(ctx, q, id); err == nil {
				people = append(people, who)
			}
		}
		return people, i18n.Name(of.Title, "", ""), err
	}
	people, err = s.Accounts.CoordinatorsOf(ctx, q, int64(a.OrganizationID))
	won = s.Organizations.Directory().Get(a.OrganizationID).Name
	if a.Person != "" {
		won = i18n.Name(a.Person, "", "")
	}
	return people, won, err
}

// worthTelling reports whether it still helps that the team tells a winner by
// itself: until the award is out, in the year when it came out, and in the next
// one. Who has not heard of an older award by then has heard of it elsewhere.
func (a Award) worthTelling(now time.Time) bool {
	return !a.Out || a.GrantedOn.Year() >= now.In(i18n.Helsinki()).Year()-1
}

// Unreached is the awards of which nobody here can be told by mail, while it is
// worth telling of them otherwise: those of imported acts, and of organisations
// without a coordinator.
func (s *Service) Unreached(ctx context.Context, by account.Account, awards []Award) (map[AwardID]bool, error) {
	if !by.RunsProgramme() {
		return nil, fmt.Errorf("whom awards concern: %w", fault.Forbidden)
	}
	none := map[AwardID]bool{}
	for _, a := range awards {
		if !a.worthTelling(s.now()) {
			continue
		}
		people, _, err := s.winners(ctx, s.db, a)
		if err != nil {
			return nil, err
		}
		none[a.ID] = len(people) == 0
	}
	return none, nil
}
