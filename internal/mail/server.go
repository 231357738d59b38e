package mail

import (
	"context"
	"fmt"
	"net/mail"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// smtpTimeout is the longest that a mail server may think. Giving up on a
// server that would have said yes doubles the mail, so this is long.
const smtpTimeout = time.Minute

// A server is where mails are handed over.
type server struct {
	host    string
	options []gomail.Option
}

// parseServer reads smtp://user:password@host:port (encrypted if the server
// can), starttls:// (always encrypted) or smtps:// (from the first byte).
func parseServer(address string) (*server, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return nil, fmt.Errorf("SMTP_URL is no address like smtp://user:password@host:587") // it may hold a password: not shown
	}
	port, options := gomail.DefaultPort, []gomail.Option{gomail.WithTimeout(smtpTimeout)}
	switch u.Scheme {
	case "smtp":
		options = append(options, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	case "starttls":
		port = gomail.DefaultPortTLS
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	case "smtps":
		port = gomail.DefaultPortSSL
		options = append(options, gomail.WithSSL())
	default:
		return nil, fmt.Errorf("SMTP_URL begins with %s://; allowed: smtp://, starttls://, smtps://", u.Scheme)
	}
	if u.Port() != "" {
		if port, err = strconv.Atoi(u.Port()); err != nil {
			return nil, fmt.Errorf("SMTP_URL: port %q", u.Port())
		}
	}
	if u.User != nil {
		password, _ := u.User.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover),
			gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	s := &server{host: u.Hostname(), options: append(options, gomail.WithPort(port))}
	_, err = gomail.NewClient(s.host, s.options...)
	return s, err
}

// hand gives the mail server a mail. After nil the mail is the server's to
// deliver.
func (s *server) hand(ctx context.Context, from *mail.Address, m Stored) error {
	msg := gomail.NewMsg(gomail.WithCharset(gomail.CharsetUTF8), gomail.WithEncoding(gomail.EncodingQP), gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(from)
	if err := msg.To(m.Recipient); err != nil {
		return fmt.Errorf("recipient: %w", err)
	}
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(m.MessageID)
	msg.SetDateWithValue(m.CreatedAt)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	if m.Unsubscribe != "" {
		msg.SetGenHeaderPreformatted(gomail.HeaderListUnsubscribe, "<"+m.Unsubscribe+">") // one line: a folded address is none
		msg.SetGenHeader(gomail.HeaderListUnsubscribePost, "List-Unsubscribe=One-Click")
	}
	msg.SetBodyString(gomail.TypeTextPlain, m.Body)
	client, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return fmt.Errorf("mail server: %w", err)
	}
	if err := client.DialWithContext(ctx); err != nil {
		return fmt.Errorf("mail server: %w", err)
	}
	defer client.Close() // the mail has been taken, or not, by then
	if err := client.Send(msg); err != nil && !msg.IsDelivered() {
		return fmt.Errorf("mail server: %w", err)
	}
	return nil
}
