package mail_test

import (
	"io"
	"net"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// A server is a real SMTP server that may refuse the first mails.
type server struct {
	url string

	mu       sync.Mutex
	refusals int
	took     []string // whole mails
}

func newServer(t *testing.T, refusals int) *server {
	t.Helper()
	s := &server{refusals: refusals}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return s, nil }))
	go srv.Serve(l) //nolint:errcheck // it returns an error because the test closes the server
	t.Cleanup(func() { _ = srv.Close() })
	s.url = "smtp://" + l.Addr().String()
	return s
}

func (s *server) Reset()                               {}
func (s *server) Logout() error                        { return nil }
func (s *server) Mail(string, *smtp.MailOptions) error { return nil }
func (s *server) Rcpt(_ string, _ *smtp.RcptOptions) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refusals > 0 {
		s.refusals--
		return &smtp.SMTPError{Code: 550, Message: "not today"}
	}
	return nil
}

func (s *server) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.took = append(s.took, string(b))
	return err
}

func (s *server) mails() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.took...)
}
