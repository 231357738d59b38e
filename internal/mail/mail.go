// Package mail is the outbox. A mail is written in the transaction of the deed
// that it tells about, so there is never one without the other; a job sends
// it, again and again until the mail server takes it.
package mail

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/job"
	"tekojentori.fi/tori/internal/postgres"
)

// A Message is a mail to one person, in plain text.
type Message struct {
	To      string
	Subject string
	Body    string

	// Key names what the mail tells, such as "act 7 published". Of all mails
	// with the same key only the first is sent. "" is a key of its own.
	Key string
	// Unsubscribe is the full address that ends mails of this kind by a POST
	// of RFC 8058, without an account; "": they cannot be ended.
	Unsubscribe string
}

// Options is what the outbox has to know of the portal.
type Options struct {
	BaseURL string // address of the portal: links and Message-IDs begin or end with it
	From    string // as Tekojen tori <tori@example.fi>
	SMTPURL string // smtp://, starttls:// or smtps://; "": mails are kept to be read and not sent
	Now     func() time.Time
}

// An Outbox takes mails and sends them.
type Outbox struct {
	db     *postgres.DB
	jobs   *job.Jobs
	base   *url.URL
	from   *mail.Address
	server *server // nil: mails are not sent
	now    func() time.Time

	mu     sync.Mutex
	unsaid map[int64]bool // sent, but the database could not be told
}

// New is the outbox of a database. Jobs may be nil when no mail server is set.
func New(db *postgres.DB, jobs *job.Jobs, o Options) (*Outbox, error) {
	out := &Outbox{db: db, jobs: jobs, now: o.Now, unsaid: map[int64]bool{}}
	var err error
	if out.base, err = url.Parse(strings.TrimSuffix(o.BaseURL, "/")); err != nil || out.base.Host == "" {
		return nil, fmt.Errorf("mail: BASE_URL %q is no address", o.BaseURL)
	}
	if out.from, err = mail.ParseAddress(o.From); err != nil {
		return nil, fmt.Errorf("mail: MAIL_FROM %q is no sender: %w", o.From, err)
	}
	if o.SMTPURL == "" {
		return out, nil
	}
	if out.server, err = parseServer(o.SMTPURL); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	job.Work(jobs, sending(), out.send)
	return out, nil
}

// Sends reports whether mails leave the portal.
func (o *Outbox) Sends() bool { return o.server != nil }

// Link is the full address of a page, for a mail in the language. It is made
// of the configuration only, never of what a request says.
func (o *Outbox) Link(lang i18n.Lang, path string) string {
	return o.base.String() + i18n.PathIn(lang, path)
}

// Nowhere is the host of addresses that reach nobody: RFC 6761 keeps .invalid
// free for ever. Mails to them are not even kept.
const Nowhere = "unohdettu.invalid"

// PostTx puts a mail in the outbox. It leaves once tx has been committed, and
// never if it is rolled back.
func (o *Outbox) PostTx(ctx context.Context, tx pgx.Tx, m Message) error {
	if strings.HasSuffix(m.To, "@"+Nowhere) {
		return nil
	}
	ids, err := postgres.Values[int64](ctx, tx, `
		INSERT INTO mail_message (message_id, recipient, subject, body, unsubscribe, created_at)
		VALUES (@messageID, @To, @Subject, @Body, @Unsubscribe, @now)
		ON CONFLICT (message_id) DO NOTHING
		RETURNING id`, pgx.StrictNamedArgs{
		"messageID": o.messageID(m.Key), "To": m.To, "Subject": oneLine(m.Subject), "Body": m.Body, "Unsubscribe": m.Unsubscribe, "now": o.now(),
	})
	if err != nil {
		return fmt.Errorf("post mail: %w", err)
	}
	if len(ids) == 0 || !o.Sends() {
		return nil // posted before, or only kept
	}
	return o.jobs.InsertTx(ctx, tx, sendArgs{ids[0]})
}

// messageID is the Message-ID of the mail with a key, always the same.
func (o *Outbox) messageID(key string) string {
	if key == "" {
		key = rand.Text()
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16]) + "@" + o.base.Hostname()
}

// oneLine keeps a title with line breaks from becoming headers.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
