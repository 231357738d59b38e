package mail

import (
	"context"

	"tekojentori.fi/tori/internal/i18n"
)

// A Letter is the words of a mail: its subject takes what it is about, its body
// that and whatever else the letter tells. The portal says goodbye below.
type Letter struct{ Subject, Body i18n.Text }

var goodbye = i18n.T("\n\nTerveisin\nTekojen torin väki\n", "\n\nVänliga hälsningar\nFramstegsarenan\n", "\n\nBest regards,\nTekojen tori\n")

// Message is the letter to an address, in the language of ctx.
func (l Letter) Message(ctx context.Context, to, key, about string, more ...any) Message {
	return Message{
		To: to, Key: key, Subject: l.Subject.In(ctx, about),
		Body: l.Body.In(ctx, append([]any{about}, more...)...) + goodbye.In(ctx),
	}
}
