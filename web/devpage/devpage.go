// Package devpage is for those who develop the portal: the mails that would
// have been sent. It is not part of a portal that serves real people.
package devpage

import (
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/mail"
	"tekojentori.fi/tori/web/page"
)

// Pages handles the requests under /dev.
type Pages struct{ Mails *mail.Outbox }

// shown is how many mails the page shows.
const shown = 50

// Post shows the newest mails, whole.
func (p Pages) Post(w http.ResponseWriter, r *http.Request) error {
	mails, err := p.Mails.Recent(r.Context(), shown)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return page.Render(w, r, http.StatusOK, post(mails, p.Mails.Sends()))
}

// body is the text of a mail, with the lines that are addresses as links. It
// is no template, since every space in it counts.
func body(text string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for line := range strings.Lines(text) {
			words := templ.EscapeString(strings.TrimRight(line, "\r\n"))
			if strings.HasPrefix(line, "http://") || strings.HasPrefix(line, "https://") {
				words = `<a href="` + words + `">` + words + `</a>`
			}
			b.WriteString(words + "\n")
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

var (
	title    = i18n.T("Postit", "Post", "Mails")
	keptOnly = i18n.T(
		"Sähköpostipalvelinta ei ole asetettu, joten viestit vain talletetaan tänne. Uusin on ylimpänä.",
		"Ingen e-postserver är inställd, så meddelandena sparas bara här. Det nyaste överst.",
		"No mail server is set, so mails are only kept here. The newest comes first.")
	sentToo = i18n.T(
		"Viestit lähetetään sähköpostipalvelimelle ja näytetään täällä. Uusin on ylimpänä.",
		"Meddelandena skickas till e-postservern och visas här. Det nyaste överst.",
		"Mails are sent to the mail server and shown here. The newest comes first.")
	none = i18n.T("Yhtään viestiä ei ole vielä lähtenyt.", "Inget meddelande har ännu skickats.", "No mail has been posted yet.")
	to   = i18n.T("Vastaanottaja: %s", "Mottagare: %s", "To: %s")
)
