package feedbackpage

import (
	"context"
	"time"

	"tekojentori.fi/tori/internal/feedback"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

var (
	title = i18n.T("Anna palautetta", "Ge respons", "Give feedback")
	lead  = i18n.T(
		"Kerro, mikä toimii ja mikä ei. Jos jätät sähköpostiosoitteesi, vastaamme viimeistään %d päivän kuluttua.",
		"Berätta vad som fungerar och vad som inte gör det. Om du lämnar din e-postadress svarar vi senast om %d dagar.",
		"Tell us what works and what does not. If you leave your e-mail address, we answer within %d days.")
	topicL     = i18n.T("Mitä palaute koskee?", "Vad gäller responsen?", "What is it about?")
	topicNames = map[feedback.Topic]i18n.Text{
		feedback.Accessibility: i18n.T("Saavutettavuutta", "Tillgänglighet", "Accessibility"),
		feedback.Content:       i18n.T("Sisältöä, esimerkiksi virhettä teossa", "Innehållet, till exempel ett fel i en gärning", "The content, such as an error in an act"),
		feedback.Portal:        i18n.T("Palvelun toimintaa", "Hur tjänsten fungerar", "How the service works"),
	}
	messageL = i18n.T("Palautteesi", "Din respons", "Your feedback")
	messageH = i18n.T(
		"Jos jokin ei toiminut, kerro, mitä yritit tehdä ja mitä tapahtui. Apuväline tai selain auttaa meitä löytämään vian.",
		"Om något inte fungerade, berätta vad du försökte göra och vad som hände. Uppgift om hjälpmedel eller webbläsare hjälper oss att hitta felet.",
		"If something did not work, tell us what you tried and what happened. Naming your browser or assistive tool helps us find the fault.")
	pageL   = i18n.T("Sivu, jota palaute koskee", "Sidan som responsen gäller", "The page that it is about")
	pageH   = i18n.T("Osoite tai otsikko riittää.", "Adressen eller rubriken räcker.", "Its address or title is enough.")
	emailL  = i18n.T("Sähköpostiosoite", "E-postadress", "E-mail address")
	emailH  = i18n.T("Tarvitsemme osoitteen, jos haluat vastauksen.", "Vi behöver adressen om du vill ha svar.", "We need it if you would like an answer.")
	send    = i18n.T("Lähetä palaute", "Skicka responsen", "Send")
	privacy = i18n.T(
		"Palautteen lukevat torin moderoijat ja ylläpitäjät. Se poistetaan puolentoista vuoden kuluttua vastauksesta.",
		"Responsen läses av arenans moderatorer och administratörer. Den raderas ett och ett halvt år efter svaret.",
		"Moderators and administrators read your feedback. It is deleted a year and a half after the answer.")
	privacyLink = i18n.T("Tietosuoja", "Dataskydd", "Privacy")

	thanksT    = i18n.T("Kiitos palautteesta", "Tack för responsen", "Thank you for your feedback")
	thanksText = i18n.T(
		"Palautteesi on perillä. Jos jätit osoitteesi, vastaamme viimeistään %d päivän kuluttua.",
		"Din respons har kommit fram. Om du lämnade din adress svarar vi senast om %d dagar.",
		"We have it. If you left your address, we answer within %d days.")
	toActs = i18n.T("Selaa tekoja", "Bläddra bland gärningar", "Browse the acts")

	openT    = i18n.T("Avoimet palautteet", "Obesvarad respons", "Open feedback")
	openLead = i18n.T(
		"Saavutettavuuspalautteeseen on lain mukaan vastattava %d päivässä. Vastaa sähköpostilla ja merkitse sitten vastatuksi.",
		"Enligt lagen ska respons om tillgänglighet besvaras inom %d dagar. Svara per e-post och markera sedan som besvarad.",
		"By law, feedback on accessibility is answered within %d days. Answer by e-mail, then mark it as answered.")
	noneOpen  = i18n.T("Kaikkeen palautteeseen on vastattu.", "All respons är besvarad.", "All feedback has been answered.")
	dueBy     = i18n.T("Vastattava viimeistään %s", "Besvaras senast %s", "To be answered by %s")
	late      = i18n.T("Myöhässä: määräaika oli %s", "Försenad: skulle ha besvarats senast %s", "Overdue since %s")
	came      = i18n.T("Saapunut %s", "Kom %s", "Came on %s")
	answer    = i18n.T("Vastaa: %s", "Svara: %s", "Answer: %s")
	noAddress = i18n.T("Ei osoitetta, ei odota vastausta.", "Ingen adress, väntar inte på svar.", "No address, so no answer is expected.")
	done      = i18n.T("Merkitse vastatuksi", "Markera som besvarad", "Mark as answered")

	labels = map[string]i18n.Text{"topic": topicL, "message": messageL, "page": pageL, "email": emailL}
)

func topics(ctx context.Context, chosen feedback.Topic) []ui.Option {
	var options []ui.Option
	for _, t := range feedback.Topics() {
		options = append(options, ui.Option{Value: string(t), Label: topicNames[t].In(ctx), Chosen: t == chosen})
	}
	return options
}

// day is a day without a time of day.
func day(ctx context.Context, t time.Time) string { return i18n.Date(ctx, t.Add(12*time.Hour)) }
