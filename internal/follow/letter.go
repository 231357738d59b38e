package follow

import (
	"context"
	"fmt"
	"strings"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
)

// maxTold is how many acts a mail lists; the rest is counted.
const maxTold = 50

var (
	hello   = i18n.T("Hei!", "Hej!", "Hello,")
	goodbye = i18n.T("Terveisin\nTekojen torin väki", "Vänliga hälsningar\nFramstegsarenan", "Best regards,\nTekojen tori")

	newActS = i18n.T("Uusi teko: %s", "Ny gärning: %s", "New act: %s")
	newsOfS = i18n.T("Uutta teosta: %s", "Nytt om gärningen: %s", "News of the act: %s")
	digestS = i18n.P(
		i18n.T("Tekojen torilla uutta: %d teko", "Nytt på Framstegsarenan: %d gärning", "New at Tekojen tori: %d act"),
		i18n.T("Tekojen torilla uutta: %d tekoa", "Nytt på Framstegsarenan: %d gärningar", "New at Tekojen tori: %d acts"))

	dailyLead  = i18n.T("Tässä on se, mitä seuraamissasi asioissa on uutta eilisestä.", "Här är det som har hänt sedan i går i det du följer.", "Here is what is new since yesterday in what you follow.")
	weeklyLead = i18n.T("Tässä on se, mitä seuraamissasi asioissa on uutta viime viikosta.", "Här är det som har hänt sedan förra veckan i det du följer.", "Here is what is new since last week in what you follow.")
	eachLead   = i18n.T("Seuraamissasi asioissa on uutta.", "Det har hänt något i det du följer.", "There is something new in what you follow.")

	because  = i18n.T("Seuraat: %s", "Du följer: %s", "You follow: %s")
	moreActs = i18n.P(
		i18n.T("Lisäksi %d teko. Kaikki löytyvät torilta:", "Dessutom %d gärning. Alla finns på arenan:", "And %d more act. All of them are at the portal:"),
		i18n.T("Lisäksi %d tekoa. Kaikki löytyvät torilta:", "Dessutom %d gärningar. Alla finns på arenan:", "And %d more acts. All of them are at the portal:"))

	kindWords = map[Kind]i18n.Text{
		Updated:  i18n.T("Tekstiä on päivitetty.", "Texten har uppdaterats.", "The text has been updated."),
		Adopted:  i18n.T("Otettu käyttöön: %s", "Har tagits i bruk: %s", "Taken into use by: %s"),
		Archived: i18n.T("Teko on arkistoitu. Sen voi yhä lukea.", "Gärningen är arkiverad. Den kan fortfarande läsas.", "The act has been archived. It can still be read."),
		Merged:   i18n.T("Teko on yhdistetty tekoon ”%s”.", "Gärningen har slagits ihop med ”%s”.", "The act has been merged into “%s”."),
	}

	footer = i18n.T("Mitä seuraat ja kuinka usein kirjoitamme, sen valitset täällä:\n%[1]s\n\nJos et halua enää näitä viestejä, lopeta ne tästä, kirjautua ei tarvitse:\n%[2]s",
		"Vad du följer och hur ofta vi skriver väljer du här:\n%[1]s\n\nVill du inte längre ha de här meddelandena kan du avsluta dem här, du behöver inte logga in:\n%[2]s",
		"What you follow and how often we write, you choose here:\n%[1]s\n\nIf you do not want these mails any more, end them here, no sign-in is needed:\n%[2]s")
)

// letter is the mail that tells a reader of some acts, and how to end such mails.
func (s *Service) letter(ctx context.Context, reader Reader, all []told, lists map[string]list, end string) mail.Message {
	parts := []string{hello.In(ctx), lead(reader.Rhythm).In(ctx)}
	for _, t := range all[:min(len(all), maxTold)] {
		parts = append(parts, s.paragraph(ctx, t, lists))
	}
	if rest := len(all) - maxTold; rest > 0 {
		parts = append(parts, moreActs.In(ctx, rest)+"\n"+s.Mails.Link(i18n.From(ctx), "/tekojen-tori"))
	}
	parts = append(parts, goodbye.In(ctx), "--\n"+footer.In(ctx, s.Mails.Link(i18n.From(ctx), "/oma/seuranta"), end))
	return mail.Message{Subject: subject(ctx, all), Body: strings.Join(parts, "\n\n") + "\n", Unsubscribe: end}
}

func lead(r Rhythm) i18n.Text {
	switch r {
	case Daily:
		return dailyLead
	case Weekly:
		return weeklyLead
	case Each, None:
	}
	return eachLead
}

// subject names the act if there is one alone.
func subject(ctx context.Context, all []told) string {
	switch {
	case len(all) > 1:
		return digestS.In(ctx, len(all))
	case len(all[0].Kinds) > 0:
		return newsOfS.In(ctx, all[0].about.Title)
	}
	return newActS.In(ctx, all[0].about.Title)
}

// paragraph is an act: its title, whose it is, what has happened, why the
// reader is told, and where to read it.
func (s *Service) paragraph(ctx context.Context, t told, lists map[string]list) string {
	dir := s.Organizations.Directory()
	lines := []string{t.about.Title}
	target := t.about
	if t.into.ID != 0 {
		target = t.into
	}
	lines = append(lines, dir.Name(ctx, target.OrganizationID))
	for _, k := range t.Kinds {
		switch k {
		case Adopted:
			var names []string
			for _, id := range t.Organizations {
				names = append(names, dir.Name(ctx, id))
			}
			lines = append(lines, kindWords[k].In(ctx, strings.Join(names, ", ")))
		case Merged:
			lines = append(lines, kindWords[k].In(ctx, t.into.Title))
		case Updated, Archived, Published:
			lines = append(lines, kindWords[k].In(ctx))
		}
	}
	var names []string
	for _, q := range t.Lists {
		names = append(names, lists[q].name)
	}
	if len(names) > 0 {
		lines = append(lines, because.In(ctx, strings.Join(names, "; ")))
	}
	return strings.Join(append(lines, s.Mails.Link(i18n.From(ctx), fmt.Sprintf("/katso/%s", target.Slug))), "\n")
}
