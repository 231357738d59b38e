package adoption

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The letter to the people of an act: the subject takes the organisation, the
// body the organisation, the title, what was told and a link.
var (
	spreading = mail.Letter{
		Subject: i18n.T("Tekosi leviää: %s", "Din gärning sprids: %s", "Your act is spreading: %s"),
		Body: i18n.T(
			"Hei!\n\n%[1]s kertoo teostasi ”%[2]s”: %[3]s.\n\nKatso, missä kaikkialla tekosi on käytössä, ja vahvista tieto, jos se pitää paikkansa:\n\n%[4]s",
			"Hej!\n\n%[1]s berättar om din gärning ”%[2]s”: %[3]s.\n\nSe var din gärning används och bekräfta uppgiften om den stämmer:\n\n%[4]s",
			"Hello,\n\n%[1]s tells about your act “%[2]s”: %[3]s.\n\nSee where your act is in use, and confirm it if it is so:\n\n%[4]s"),
	}
	toldStates = map[State]i18n.Text{
		Considered: i18n.T("harkitsemme tätä meillä", "vi överväger det här hos oss", "we are considering this"),
		Tried:      i18n.T("olemme kokeilleet tätä", "vi har prövat det här", "we have tried this"),
		InUse:      i18n.T("tämä on käytössä meillä", "det här är i bruk hos oss", "we use this"),
	}
)

// tellWritersTx posts the letter to those who write the act, once for each
// organisation and state. That somebody has stopped is not worth a mail.
func (s *Service) tellWritersTx(ctx context.Context, tx pgx.Tx, a act.Act, x Adoption) error {
	told, ok := toldStates[x.State]
	if !ok {
		return nil
	}
	for _, id := range a.Writers() {
		if id == x.ByID { // who knows already
			continue
		}
		to, err := s.Accounts.FindTx(ctx, tx, id)
		if err != nil {
			return err
		}
		lang := i18n.Lang(to.Language)
		in := i18n.With(ctx, lang)
		who := s.Organizations.Directory().Name(in, x.OrganizationID)
		key := fmt.Sprintf("%v adopted by %v %s to %v", a.ID, x.OrganizationID, x.State, id)
		if err := s.Mails.PostTx(ctx, tx, spreading.Message(in, to.Email, key, who, a.Title, told.In(in), s.Mails.Link(lang, "/katso/"+a.Slug+"#kaytossa"))); err != nil {
			return err
		}
	}
	return nil
}
