package act

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/audit"
	"tekojentori.fi/tori/internal/fault"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/internal/postgres"
	"tekojentori.fi/tori/internal/stats"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/internal/version"
)

// The letters of removals. Their subjects take the title, their bodies the
// title, a reason and a link.
var (
	removalAsked = mail.Letter{
		Subject: i18n.T("Teko pyydetään poistamaan: %s", "En gärning önskas raderad: %s", "An act is asked to be deleted: %s"),
		Body: i18n.T("Hei!\n\nTeon ”%[1]s” omistaja pyytää poistamaan sen ja kertoo syyn:\n\n%[2]s\n\nVastaa pyyntöön täällä:\n\n%[3]s",
			"Hej!\n\nÄgaren till gärningen ”%[1]s” ber att den raderas och anger som skäl:\n\n%[2]s\n\nSvara på begäran här:\n\n%[3]s",
			"Hello,\n\nThe owner of the act “%[1]s” asks for it to be deleted and says why:\n\n%[2]s\n\nAnswer the request here:\n\n%[3]s"),
	}
	removalGranted = mail.Letter{
		Subject: i18n.T("Teko on poistettu: %s", "Gärningen är raderad: %s", "The act is deleted: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on poistettu, kuten sen omistaja pyysi. Teksti, liitteet ja yhteystiedot ovat poissa lopullisesti, eikä vanha osoite enää aukea. Muut tekosi ovat täällä:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” är raderad, som dess ägare bad om. Texten, bilagorna och kontaktuppgifterna är borta för gott, och den gamla adressen öppnas inte längre. Dina andra gärningar finns här:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” is deleted, as its owner asked. Its text, attachments and contacts are gone for good, and its address no longer opens. Your other acts are here:\n\n%[3]s"),
	}
	removalRefused = mail.Letter{
		Subject: i18n.T("Vastaus poistopyyntöösi: %s", "Svar på din begäran om radering: %s", "Answer to your request to delete: %s"),
		Body: i18n.T("Hei!\n\nTekoa ”%[1]s” ei poisteta, ja syy on tämä:\n\n%[2]s\n\nTeko on omissa teoissasi:\n\n%[3]s",
			"Hej!\n\nGärningen ”%[1]s” raderas inte av följande skäl:\n\n%[2]s\n\nGärningen finns bland dina gärningar:\n\n%[3]s",
			"Hello,\n\nThe act “%[1]s” will not be deleted, and this is why:\n\n%[2]s\n\nThe act is among yours:\n\n%[3]s"),
	}
)

// removeTx deletes an act that has been out, with all that hangs on it. Its
// address stays taken. What awards and merged acts lead to is not deleted.
func (s *Service) removeTx(ctx context.Context, tx pgx.Tx, by account.Account, a Act, r Removal) error {
	if !a.Status.Public() && a.Status != Hidden {
		return fmt.Errorf("delete %v, which is %s: %w", a.ID, a.Status, fault.Conflict)
	}
	if a.Status == Published {
		if err := s.Index.RemoveTx(ctx, tx, int64(a.ID)); err != nil {
			return err
		}
	}
	v, err := version.BumpTx(ctx, tx)
	if err != nil {
		return err
	}
	if err := postgres.Exec(ctx, tx, "INSERT INTO act_gone (act_id, slug, site_version, gone_at) VALUES ($1, $2, $3, $4)", a.ID, a.Slug, v, s.now()); err != nil {
		return wrap("keep the address of", a.ID, err)
	}
	if err := stats.GoneTx(ctx, tx, s.now(), int64(a.ID), v); err != nil {
		return err
	}
	if err := postgres.Exec(ctx, tx, "UPDATE act_removal SET decided_by = $2, decided_at = $3, reason = '' WHERE id = $1", r.ID, by.ID, s.now()); err != nil {
		return wrap("grant", r.ID, err)
	}
	err = repository{tx}.delete(ctx, a.ID)
	if postgres.Referenced(err) {
		return validate.Problems{{Field: "answer", Rule: validate.Held}}
	}
	if err != nil {
		return err
	}
	if err := s.tellRemovalTx(ctx, tx, a, removalGranted, r.ID, "", append([]account.ID{r.ByID}, a.AuthorIDs...)...); err != nil {
		return err
	}
	return audit.Record(ctx, tx, by, "grant removal", a.ID.String(), "")
}

// goneFrom tells an address where an act was from one where there never was any.
func (s *Service) goneFrom(ctx context.Context, slug string) error {
	was, err := postgres.Value[bool](ctx, s.db, "SELECT EXISTS (SELECT FROM act_gone WHERE slug = $1)", slug)
	if err == nil && was {
		err = fault.Gone
	}
	return wrap("find", slug, err)
}

func (s *Service) tellRemovalAskedTx(ctx context.Context, tx pgx.Tx, a Act, id RemovalID, reason string) error {
	moderators, err := s.Accounts.WithRole(ctx, tx, account.Moderator)
	if err != nil {
		return err
	}
	for _, to := range moderators {
		if !a.CanReview(to) {
			continue
		}
		if err := s.removalLetterTx(ctx, tx, to, removalAsked, a, id, reason, "/moderointi/poistopyynnot"); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) tellRemovalTx(ctx context.Context, tx pgx.Tx, a Act, l mail.Letter, id RemovalID, reason string, ids ...account.ID) error {
	for _, one := range ids {
		to, err := s.Accounts.FindTx(ctx, tx, one)
		if err != nil {
			return err
		}
		if err := s.removalLetterTx(ctx, tx, to, l, a, id, reason, "/omat-teot"); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) removalLetterTx(ctx context.Context, tx pgx.Tx, to account.Account, l mail.Letter, a Act, id RemovalID, reason, path string) error {
	lang := i18n.Lang(to.Language)
	key := fmt.Sprintf("%v %s to %v", id, path, to.ID)
	return s.Mails.PostTx(ctx, tx, l.Message(i18n.With(ctx, lang), to.Email, key, a.Title, reason, s.Mails.Link(lang, path)))
}
