package reminder

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// The reminders. Their subjects take the title of the act; their bodies the
// title, a link to go on, the day on which a draft goes, and a link to the own
// acts.
var (
	untitled = i18n.T("Nimetön luonnos", "Utkast utan namn", "Draft without a title")

	afterAWeek = mail.Letter{
		Subject: i18n.T("Tekosi odottaa täydennystä: %s", "Din gärning väntar på komplettering: %s", "Your act waits for you: %s"),
		Body: i18n.T("Hei!\n\nViikko sitten pyysimme täydennystä tekoon ”%[1]s”. Tekstisi on tallessa, ja voit jatkaa siitä, mihin jäit:\n\n%[2]s\n\nJos nyt on kiire, ei hätää: muistutamme vielä kerran. Jos et halua julkaista tekoa, voit perua sen omista teoista:\n\n%[4]s",
			"Hej!\n\nFör en vecka sedan bad vi dig komplettera gärningen ”%[1]s”. Din text finns kvar, och du kan fortsätta där du slutade:\n\n%[2]s\n\nHar du bråttom just nu gör det inget: vi påminner en gång till. Om du inte vill publicera gärningen kan du dra tillbaka den bland dina gärningar:\n\n%[4]s",
			"Hello,\n\nA week ago we asked for a little more about the act “%[1]s”. Your text is safe, and you can go on where you left:\n\n%[2]s\n\nIf you are busy just now, never mind: we will remind you once more. If you do not want to publish the act, you can withdraw it among your acts:\n\n%[4]s"),
	}
	afterAMonth = mail.Letter{
		Subject: i18n.T("Vieläkö jatkat tätä tekoa: %s", "Fortsätter du ännu med gärningen: %s", "Will you go on with this act: %s"),
		Body: i18n.T("Hei!\n\nTeko ”%[1]s” on odottanut täydennystäsi kuukauden. Pienikin lisäys riittää, ja teksti on tallessa täällä:\n\n%[2]s\n\nTämä on viimeinen muistutus. Teko odottaa sinua niin kauan kuin haluat; jos et jatka sitä, peru se omista teoista:\n\n%[4]s",
			"Hej!\n\nGärningen ”%[1]s” har väntat på din komplettering i en månad. Redan ett litet tillägg räcker, och texten finns kvar här:\n\n%[2]s\n\nDet här är den sista påminnelsen. Gärningen väntar på dig så länge du vill; om du inte fortsätter kan du dra tillbaka den bland dina gärningar:\n\n%[4]s",
			"Hello,\n\nThe act “%[1]s” has waited for you for a month. A few words are enough, and your text is safe here:\n\n%[2]s\n\nThis is the last reminder. The act waits for as long as you like; if you do not go on with it, withdraw it among your acts:\n\n%[4]s"),
	}
	endOfDraft = mail.Letter{
		Subject: i18n.T("Luonnoksesi poistuu pian: %s", "Ditt utkast raderas snart: %s", "Your draft will soon be deleted: %s"),
		Body: i18n.T("Hei!\n\nLuonnokseen ”%[1]s” ei ole koskettu lähes vuoteen. Luonnokset, joihin ei kosketa 12 kuukauteen, poistetaan, ja tämä poistuu %[3]s.\n\nJos haluat pitää sen, avaa se ja tallenna:\n\n%[2]s\n\nMuuten sinun ei tarvitse tehdä mitään.",
			"Hej!\n\nIngen har rört utkastet ”%[1]s” på nästan ett år. Utkast som ingen rör på 12 månader raderas, och det här raderas %[3]s.\n\nOm du vill behålla det, öppna och spara det:\n\n%[2]s\n\nAnnars behöver du inte göra något.",
			"Hello,\n\nNobody has touched the draft “%[1]s” for almost a year. Drafts that nobody touches for 12 months are deleted, and this one goes on %[3]s.\n\nIf you want to keep it, open and save it:\n\n%[2]s\n\nOtherwise you need do nothing."),
	}
)

// tellTx mails everyone who writes an act.
func (s *Service) tellTx(ctx context.Context, tx pgx.Tx, a act.Act, k kind, about int64, l mail.Letter) error {
	for _, id := range a.Writers() {
		to, err := s.Accounts.FindTx(ctx, tx, id)
		if err != nil {
			return err
		}
		if !to.SignedIn() { // an account that is closed
			continue
		}
		lang := i18n.Lang(to.Language)
		in := i18n.With(ctx, lang)
		title := a.Title
		if title == "" {
			title = untitled.In(in)
		}
		day := s.now().AddDate(0, 0, warningDays)
		if end := a.DraftEnd(); end.After(day) {
			day = end
		}
		err = s.Mails.PostTx(ctx, tx, l.Message(in, to.Email, fmt.Sprintf("%v reminder %s of %d to %v", a.ID, k, about, to.ID),
			title, s.Mails.Link(lang, fmt.Sprintf("/ilmoita-teko/%d/tarve", int64(a.ID))), i18n.Date(in, day), s.Mails.Link(lang, "/omat-teot")))
		if err != nil {
			return err
		}
	}
	return nil
}
